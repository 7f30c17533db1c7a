"""targets: folded lines → targets, goals, and every other number with its kind.

1. Every number of a line is one figure with one kind.
2. A figure is a target only with a deed or an indicator beside it.
"""

from __future__ import annotations

from policydoc.targets.goals import Goal, goals
from policydoc.targets.statement import Statement
from policydoc.targets.statements import statements

__all__ = ["Goal", "Statement", "goals", "statements"]
