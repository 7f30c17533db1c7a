"""policydoc reads Chinese government notices (公文) and gives their plans: header, sections, tasks, numeric targets.

Names are loaded when they are first used, so that `policydoc --version` needs no Pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from policydoc.errors import InvariantError, NumberError, PolicydocError, SourceError
from policydoc.version import __version__

if TYPE_CHECKING:
    from policydoc.archive.reader import read_archive
    from policydoc.figures.numerals import read_number
    from policydoc.model import (
        Baseline,
        Block,
        Citation,
        Deadline,
        Diagnostic,
        DocumentNumber,
        Edit,
        Figure,
        Goal,
        Header,
        Metadata,
        Origin,
        Part,
        Plan,
        Producer,
        Quantity,
        Responsibility,
        Section,
        Source,
        Target,
        Task,
        Text,
    )
    from policydoc.parser import parse
    from policydoc.phrases import find_deadlines, find_targets
    from policydoc.repairing import Repaired, repair

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
    "InvariantError",
    "Metadata",
    "NumberError",
    "Origin",
    "Part",
    "Plan",
    "PolicydocError",
    "Producer",
    "Quantity",
    "Repaired",
    "Responsibility",
    "Section",
    "Source",
    "SourceError",
    "Target",
    "Task",
    "Text",
    "__version__",
    "find_deadlines",
    "find_targets",
    "parse",
    "read_archive",
    "read_number",
    "repair",
]

_ROOMS = {
    "Repaired": "policydoc.repairing",
    "find_deadlines": "policydoc.phrases",
    "find_targets": "policydoc.phrases",
    "parse": "policydoc.parser",
    "read_archive": "policydoc.archive.reader",
    "read_number": "policydoc.figures.numerals",
    "repair": "policydoc.repairing",
}
"""Where the functions live; every other public name is a model."""


def __getattr__(name: str) -> Any:
    """Load a public name from its room."""
    if name not in __all__:
        raise AttributeError(f"module 'policydoc' has no attribute {name!r}")
    found = getattr(import_module(_ROOMS.get(name, "policydoc.model")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
