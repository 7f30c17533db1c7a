"""并列: objects and numbers that share: A、B分别增长4%、8%, 依次不少于12个、4个, A 3个、B 2个."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.targets.chains import names_object
from policydoc.targets.clauses import near
from policydoc.targets.indicators import is_indicator, level_before
from policydoc.targets.objects import noun_behind
from policydoc.targets.reading import Reading
from policydoc.targets.statement import Statement

_RESPECTIVE = pattern(r"分别|依次|各(?=完成|新建|建设|建成|改造|安排|培训|实施|创建|打造|新增|培育|引进)")
_NAME = pattern(r"[^、和及与]+")
_LABEL = pattern(r"[(]?[0-9一二三四五六七八九十]{1,3}[)]?[、.]?")
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
            statement.turn(OPEN, "joined_rate")


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
        member.turn(member.kind, "respective")
        member.reading = first
        shared = group[0].quantity
        if member.quantity.comparator == "eq" and shared.comparator in ("ge", "gt", "le", "lt") and shared.after == shared.end:
            member.quantity = member.quantity._replace(comparator=shared.comparator)
    if first.object is None and not first.level:
        last = group[-1].quantity
        first = first._replace(object=noun_behind(text, last.after, near(group[-1].place.clause, last.start)[1], first.verb))
        for member in group:
            member.reading = first  # 分别建设3个、4个|社区食堂
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
    label = _LABEL.match(text, clause[0])
    counts = [count for place in places for count in _listed(text[label.end() if label else clause[0] : place])]
    listed = text[clause[0] : word.start()]
    if "等" not in listed and counts[0] > 1 and values not in counts and not is_indicator(text, clause[0], word.start()):
        first.notes.append("N005")
        first.counts = (counts[0], values)


def _listed(text: str) -> list[int]:
    """How many things a stretch may list; what 与 joins may be one, and so may what 和 joins, if it does so everywhere.

    >>> _listed("公园、广场和驿站"), _listed("我市与北溪区共建的公园、广场"), _listed("公园和广场、驿站和公厕")
    ([3, 3], [3, 2], [4, 4, 2])
    """
    pairs = text.split("、")
    joined = [len(pairs)] if all("和" in pair or "与" in pair for pair in pairs) else []
    return [len(_NAME.findall(text)), len(text.replace("和", "、").split("、")), *joined]


def _names(text: str, reading: Reading) -> list[Span]:
    if reading.object is None:
        return []
    start, end = reading.object
    found = [match.span() for match in _NAME.finditer(text, start, end)]
    if is_indicator(text, start, end) and not all(is_indicator(text, *name) for name in found):
        return []  # 城镇、农村居民人均收入: one head for all
    return found if all(last - first <= _LONGEST_NAME for first, last in found) else []


def alike(text: str, last: Statement | None, quantity: Quantity, stop: int) -> Reading | None:
    """The reading of a number that goes on a list of numbers before their nouns: 新增10张床位、|5个托管班.

    >>> from policydoc.targets import statements
    >>> line = "推出20场公益演出、40场阅读推广活动"
    >>> [line[slice(*found.reading.object)] for found in statements(line)]
    ['公益演出', '阅读推广活动']
    """
    reading = last.reading if last is not None else None
    if last is None or reading is None or reading.object is None or reading.action is None or reading.level:
        return None
    if reading.object[0] < last.quantity.end or reading.action[1] > last.quantity.start:
        return None
    if not last.quantity.counts or not quantity.counts or text[reading.object[1] : quantity.before].strip("、和与及以"):
        return None
    what = noun_behind(text, quantity.after, stop, reading.verb)
    if what is None or what[1] - what[0] <= 1:
        return None
    return by("list_goes_on", reading._replace(object=what, bound="", per=None, event=None))


_PEOPLE: Final = frozenset({"person", "person_time", "household"})


def inherited(text: str, reading: Reading | None, last: Statement | None, quantity: Quantity, *, listed: bool, lead: str) -> Reading | None:
    """The reading of a number that lacks a verb of its own: A 3个、B 2个; 提高8个百分点、达到52%; 46条、320公里.

    `last` is the target before it, `listed` whether a list goes on, `lead` what stands between the two.
    """
    if last is None or last.reading is None:
        return reading
    before = last.reading
    if (reading is None or reading.action is None) and _surpasses(last, quantity, before):
        what = (reading.object if reading is not None else None) or before.object
        return by("surpasses", Reading(None, what, "level", level=True))
    if reading is None:
        return by("shared_words", before) if listed or not lead else None
    changes = before.verb is not None and (before.verb.use == "light" or before.verb.change in ("rise", "fall"))
    if listed and reading.event is not None and changes:
        return by("shared_verb", reading._replace(action=before.action, object=reading.event, verb=before.verb))
    if reading.object is None and before.object is not None and not _is_whole(reading) and not _of_people(quantity, last.quantity):
        adds = reading.verb is not None and reading.verb.change in ("rise", "fall") and reading.change == "output" and before.level
        change = f"{reading.verb.change}_by" if adds and reading.verb is not None else reading.change
        return by("shared_object", reading._replace(object=before.object, change=change))  # 产值达3亿元,增加2000万元
    if reading.action is None and quantity.unit_name == "%" and last.quantity.dimension != "ratio" and before.change == "output":
        return reading if reading.event is not None else reading._replace(change="level", level=True)
    shared = listed and quantity.before == quantity.start and _is_alike(text, before, last)
    if before.level and before.action is None and (last.quantity.dimension == "ratio") != (quantity.dimension == "ratio"):
        return reading._replace(change="level") if quantity.dimension == "ratio" and reading.action is None else reading
    if before.level and not listed and quantity.unit_name != last.quantity.unit_name:
        return reading
    if reading.action is None and (not reading.level or shared) and (before.action is not None or before.level):
        shared_verb = reading._replace(action=before.action, change=before.change, verb=before.verb, level=before.level)
        return by("shared_verb", shared_verb)
    return reading


def _of_people(quantity: Quantity, before: Quantity) -> bool:
    """新建公厕12座,培训300人: people counted behind things are not those things."""
    return quantity.dimension in _PEOPLE and before.dimension not in _PEOPLE


def _is_whole(reading: Reading) -> bool:
    """利用外资, 拉动消费: verbs that name their object themselves."""
    verb = reading.verb
    if verb is not None and names_object(verb.form):
        return True
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
