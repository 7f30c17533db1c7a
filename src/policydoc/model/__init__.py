"""model: the Pydantic models of contract 1.0, nothing else.

1. Every model is frozen; lists are tuples.
2. Numbers are `Decimal` in Python and exact JSON numbers in JSON.
3. `Plan.model_validate_json(plan.model_dump_json()) == plan`.
"""

from __future__ import annotations

from policydoc.model.fields import Span
from policydoc.model.header import DocumentNumber, Header, Metadata
from policydoc.model.part import Block, Origin, Part, Section
from policydoc.model.plan import Citation, Diagnostic, Plan
from policydoc.model.source import Edit, Producer, Source, Text
from policydoc.model.target import Baseline, Figure, Goal, Quantity, Target
from policydoc.model.task import Deadline, Responsibility, Task

__all__ = [
    "Baseline",
    "Block",
    "Citation",
    "Deadline",
    "Diagnostic",
    "DocumentNumber",
    "Edit",
    "Figure",
    "Goal",
    "Header",
    "Metadata",
    "Origin",
    "Part",
    "Plan",
    "Producer",
    "Quantity",
    "Responsibility",
    "Section",
    "Source",
    "Span",
    "Target",
    "Task",
    "Text",
]
