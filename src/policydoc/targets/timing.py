"""目标时限: which of a line's deadlines belong to which of its targets."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.dates.deadlines import Deadline
from policydoc.targets.clauses import Clauses
from policydoc.targets.statement import Statement

_TURNS = ("到", "至", "力争", "力争到", "截至", "20")


def own(line: str, statement: Statement, deadlines: Sequence[Deadline], clauses: Clauses) -> list[Deadline]:
    """The deadlines of one statement: of its sentence, before it or else behind it; or the year that a sentence before it set."""
    if not deadlines:
        return []
    start, end = clauses.sentence(statement.quantity.start)
    before = [deadline for deadline in deadlines if start <= deadline.start and deadline.end <= statement.quantity.start]
    if before:
        last = before[-1]
        return [deadline for deadline in before if _together(line, deadline, last)]
    behind = [
        deadline for deadline in deadlines if statement.quantity.end <= deadline.start < end and deadline.kind in ("by", "during", "event")
    ]
    if behind:
        return behind
    earlier = [
        deadline
        for deadline in deadlines
        if deadline.end <= start
        and deadline.kind in ("by", "during")
        and deadline.precision in ("year", "plan")
        and line.startswith(_TURNS, deadline.start)
    ]
    return earlier[-1:]


def _together(line: str, deadline: Deadline, last: Deadline) -> bool:
    """Whether two deadlines stand in one clause: 2024年、2025年."""
    return deadline is last or not set(line[deadline.end : last.start]) - set("、和及,至")
