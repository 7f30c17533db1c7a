"""目标时限: which of a line's deadlines belong to which of its targets."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.dates.deadlines import Deadline
from policydoc.targets.clauses import Clauses
from policydoc.targets.statement import Statement

_TURNS = ("到", "至", "力争", "截至", "20", "今年", "本年", "全年", "年内", "“十", "二〇", "期末")
_OPENS = frozenset(",:;。.)”")


def own(line: str, statement: Statement, deadlines: Sequence[Deadline], clauses: Clauses, floor: int = 0) -> list[Deadline]:
    """The deadlines of one statement: of its sentence, before it or else behind it; or the year that a sentence before it set.

    `floor` is where the item begins in which the statement stands: what an earlier item of the line says does not count.
    """
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
    return [deadline for deadline in deadlines if floor <= deadline.start and deadline.end <= start and _sets_period(line, deadline)][-1:]


def _sets_period(line: str, deadline: Deadline) -> bool:
    """Whether a deadline opens a clause with the year that holds for the sentences behind it: 到2025年,…. 今年主要目标是:全年….

    >>> from policydoc.dates import deadlines
    >>> line = "到2025年,森林覆盖率达到40%。新增造林3万亩。"
    >>> [_sets_period(line, due) for due in deadlines(line, 2024, None)]
    [True]
    """
    if deadline.kind not in ("by", "during") or deadline.precision not in ("year", "plan"):
        return False
    return line.startswith(_TURNS, deadline.start) and (deadline.start == 0 or line[deadline.start - 1] in _OPENS)


def _together(line: str, deadline: Deadline, last: Deadline) -> bool:
    """Whether two deadlines stand in one clause: 2024年、2025年."""
    return deadline is last or not set(line[deadline.end : last.start]) - set("、和及,至")
