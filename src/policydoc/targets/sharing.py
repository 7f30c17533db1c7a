"""并列: objects and numbers that share: A、B分别增长4%、8%, 依次不少于12个、4个, A 3个、B 2个."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from policydoc.figures.kinds import OPEN
from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.targets.clauses import near
from policydoc.targets.indicators import is_indicator, level_before
from policydoc.targets.reading import Reading
from policydoc.targets.statement import Statement

_RESPECTIVE = pattern(r"分别|依次")
_NAME = pattern(r"[^、和及与]+")
_LONGEST_NAME: Final = 14
_LISTS: Final = ("、", "和", "及", "与")
_WHOLE: Final = 4
_MARKS: Final = "、和及,与"


def join_rates(text: str, found: Sequence[Statement]) -> None:
    """提高到每人每月735元、每人每年6600元: a rate listed behind one that is to be reached is to be reached too."""
    for before, statement in pairwise(found):
        first, second = before.quantity, statement.quantity
        if statement.kind != "rate" or before.kind != OPEN or first.unit_name != second.unit_name:
            continue
        if text[first.after : second.before] in _LISTS and level_before(text, max(0, first.before - _LONGEST_NAME), first.before):
            statement.kind = OPEN


def pair(text: str, found: Sequence[Statement]) -> None:
    """A、B分别增长4%、8%: the n-th value is of the n-th object; the comparator of the first holds for all."""
    if _RESPECTIVE.search(text) is None:
        return
    index = 0
    while index < len(found):
        group = _group(text, found, index)
        if len(group) > 1:
            _share(text, [found[place] for place in group])
            _count(text, found[group[0]], len(group))
        index = group[-1] + 1 if group else index + 1


def _group(text: str, found: Sequence[Statement], index: int) -> list[int]:
    """The values that one 分别 joins, beginning with the first behind it."""
    first = found[index]
    if not first.is_target or first.reading is None:
        return []
    clause = near(first.place.clause, first.quantity.start)
    floor = max(clause[0], found[index - 1].quantity.after if index and found[index - 1].is_target else 0)
    if _RESPECTIVE.search(text, floor, first.quantity.start) is None:
        return []
    group = [index]
    for place in range(index + 1, len(found)):
        other = found[place]
        gap = text[found[place - 1].quantity.after : other.quantity.before]
        if not other.is_target or gap.strip(_MARKS) or other.quantity.start >= clause[1]:
            break
        group.append(place)
    return group


def _share(text: str, group: Sequence[Statement]) -> None:
    first = group[0].reading
    if first is None:
        return
    for member in group[1:]:
        member.reading = first
        shared = group[0].quantity
        if member.quantity.comparator == "eq" and shared.comparator in ("ge", "gt", "le", "lt") and shared.after == shared.end:
            member.quantity = member.quantity._replace(comparator=shared.comparator)
    names = _names(text, first)
    if len(names) == len(group):
        for member, name in zip(group, names, strict=True):
            member.reading = first._replace(object=name)


def _count(text: str, first: Statement, values: int) -> None:
    """N005 where 分别 joins a list to more or fewer values: A、B、C分别新建3个、4个."""
    clause = near(first.place.clause, first.quantity.start)
    word = _RESPECTIVE.search(text, clause[0], first.quantity.start)
    if word is None:
        return
    places = [word.start()] if first.reading is None or first.reading.object is None else [word.start(), first.reading.object[1]]
    counts = [len(_NAME.findall(text[clause[0] : place])) for place in places]
    listed = text[clause[0] : word.start()]
    if "等" not in listed and counts[0] > 1 and values not in counts and not is_indicator(text, clause[0], word.start()):
        first.notes.append("N005")
        first.counts = (counts[0], values)


def _names(text: str, reading: Reading) -> list[Span]:
    if reading.object is None:
        return []
    start, end = reading.object
    found = [match.span() for match in _NAME.finditer(text, start, end)]
    if is_indicator(text, start, end) and not all(is_indicator(text, *name) for name in found):
        return []  # 城镇、农村居民人均收入: one head for all
    return found if all(last - first <= _LONGEST_NAME for first, last in found) else []


_PEOPLE: Final = frozenset({"person", "person_time", "household"})


def inherited(text: str, reading: Reading | None, last: Statement | None, quantity: Quantity, *, listed: bool, lead: str) -> Reading | None:
    """The reading of a number that lacks a verb of its own: A 3个、B 2个; 提高8个百分点、达到52%; 46条、320公里.

    `last` is the target before it, `listed` whether a list goes on, `lead` what stands between the two.
    """
    if last is None or last.reading is None:
        return reading
    before = last.reading
    if (reading is None or reading.action is None) and _surpasses(last, quantity, before):
        return Reading(None, (reading.object if reading is not None else None) or before.object, "level", level=True)
    if reading is None:
        return before if listed or not lead else None
    if listed and reading.event is not None and before.verb is not None and before.verb.use == "light":
        return reading._replace(action=before.action, object=reading.event, verb=before.verb)
    if reading.object is None and before.object is not None and not _is_whole(reading) and not _of_people(quantity, last.quantity):
        return reading._replace(object=before.object)
    shared = listed and quantity.before == quantity.start and _is_alike(text, before, last)
    if before.level and before.action is None and (last.quantity.dimension == "ratio") != (quantity.dimension == "ratio"):
        return reading._replace(change="level") if quantity.dimension == "ratio" and reading.action is None else reading
    if reading.action is None and (not reading.level or shared) and (before.action is not None or before.level):
        return reading._replace(action=before.action, change=before.change, verb=before.verb, level=before.level)
    return reading


def _of_people(quantity: Quantity, before: Quantity) -> bool:
    """新建公厕12座,培训300人: people counted behind things are not those things."""
    return quantity.dimension in _PEOPLE and before.dimension not in _PEOPLE


def _is_whole(reading: Reading) -> bool:
    """利用外资, 拉动消费: verbs that name their object themselves."""
    verb = reading.verb
    return verb is not None and verb.group == "money" and len(verb.form) >= _WHOLE and not verb.form.startswith("统筹")


def _surpasses(last: Statement, quantity: Quantity, before: Reading) -> bool:
    """生产总值增长7%,突破500亿元: behind a change another unit with a bound is the level reached."""
    changed = last.quantity.doubling or before.change.endswith("_by")
    return changed and quantity.before < quantity.start and quantity.comparator != "eq" and quantity.unit_name != last.quantity.unit_name


def _is_alike(text: str, before: Reading, last: Statement) -> bool:
    """Whether the verb of one indicator may be that of the next: 新增装机容量100万千瓦、储能规模20万千瓦时."""
    if before.level or last.kind == "facet":
        return True
    return before.object is not None and is_indicator(text, *before.object)
