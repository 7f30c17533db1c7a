"""并量: measures that stand side by side and are of one thing: 80户300人的饮水问题, 城区60处、300栋的危房."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policydoc.targets.clauses import near
from policydoc.targets.deeds import PLACES
from policydoc.targets.objects import noun_behind
from policydoc.targets.statement import Statement


def join_measures(text: str, found: Sequence[Statement]) -> None:
    """Give measures that stand side by side one deed and one object.

    >>> from policydoc.targets import statements
    >>> line = "实施596户3523人的扶贫搬迁工程"
    >>> [(line[slice(*s.reading.action)], line[slice(*s.reading.object)]) for s in statements(line)]
    [('实施', '扶贫搬迁工程'), ('实施', '扶贫搬迁工程')]
    """
    pairs = [(one, two) for one, two in pairwise(found) if text[one.quantity.after : two.quantity.before] in ("", "、")]
    for before, statement in pairs:
        _same_deed(text, before, statement)
    for before, statement in reversed(pairs):
        first, second = before.reading, statement.reading
        if not before.is_target or not statement.is_target or first is None or second is None or second.object is None:
            continue
        led = first.action is not None and first.action[1] <= before.quantity.start
        behind = first.object is None or (
            led and (first.object[0] >= before.quantity.end or PLACES.search(text, *first.object) is not None)
        )
        if (behind and before.quantity.after == statement.quantity.before) or _is_place_of(text, before, statement):
            before.reading = first._replace(object=second.object)
            before.turn(before.kind, "joined_measure")


def _same_deed(text: str, before: Statement, statement: Statement) -> None:
    """实施596户3523人的扶贫搬迁工程: what stands behind the second measure is no deed of its own."""
    first, second = before.reading, statement.reading
    if before.quantity.after != statement.quantity.before or not before.is_target or not statement.is_target:
        return
    if first is None or second is None or first.action is None or first.action[1] > before.quantity.start:
        return
    if second.action is not None and second.action[0] >= statement.quantity.end:
        stop = near(statement.place.clause, statement.quantity.start)[1]
        what = noun_behind(text, statement.quantity.after, stop, first.verb)
        statement.reading = first._replace(object=what or second.object)
        statement.turn(statement.kind, "joined_measure")


def _is_place_of(text: str, before: Statement, statement: Statement) -> bool:
    """Whether a number whose noun is only a place goes on with another measure of the noun behind that one."""
    first, second = before.reading, statement.reading
    if first is None or second is None or second.object is None or first.action is None or first.action != second.action:
        return False
    if text[before.quantity.after : statement.quantity.before] != "、" or second.object[0] < statement.quantity.end:
        return False
    between = text[statement.quantity.end : second.object[0]]
    behind = between in ("的", "以上的", "余的", "左右的") or between.startswith("、")
    return behind and (
        first.object is None or (first.object[1] <= before.quantity.start and PLACES.search(text, *first.object) is not None)
    )
