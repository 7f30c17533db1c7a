"""基数: what a target is measured against: 由91%提高到93%, 比2020年翻一番, 较上年提高2个百分点."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from policydoc.figures.quantity import OPEN, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.rules.verbs import tails
from policydoc.targets.adjuncts import strip
from policydoc.targets.indicators import dated
from policydoc.targets.reading import Reading
from policydoc.targets.statement import Baseline, Statement

_FROM = pattern(r"[由从](?![事业严])(?P<what>[^,。;由从]{0,16})\Z")
_THAN = pattern(r"(?<![对相])[比较](?![率重例值])[^,。;、比较]{0,32}\Z")
_LONGEST_CHANGE: Final = 12
_PERIOD = pattern(
    r"(?:比|较|与|超过?)(?P<period>上年(?:同期|末|度)?|上一年(?:度)?|去年(?:同期|末)?|前年|“?十[一二三四五]五”?(?:期?末|时期)?|上季度|上月|同期|往年)(?:水平|相比)?"
)
_BESIDE: Final = ("比", "较", "与", "同", "超", "以", "在", "比照", "对比")
_BASIS = pattern(r"(?:度|底|末|年)?(?:为基[数期]|[^,。;]{0,8}基础上|相比|同期|水平|时)?")
_NOW: Final = ("目前", "当前", "现在", "现有", "现状")
_OPENED: Final = frozenset({OPEN, "baseline", "standard", "rate", "threshold", "funding"})


def mark_changes(text: str, found: Sequence[Statement]) -> None:
    """由95%提高到96%: the first is what the second is measured against; lists on both sides are paired by position."""
    found = [statement for statement in found if statement.kind != "date"]
    _reopen(text, found)
    index = 0
    while index < len(found) - 1:
        statement = found[index]
        if _surpassed(text, statement, found[index + 1]):
            index += 1
            continue
        lead = _FROM.search(text, max(0, statement.quantity.start - 20), statement.quantity.before)
        if statement.kind not in _OPENED or lead is None:
            index += 1
            continue
        run = _run(text, found, index)
        after = run[-1] + 1
        later = _run(text, found, after) if after < len(found) and _changes(text, found[run[-1]], found[after]) else []
        if later and len(later) >= len(run):
            for old, new in zip(run, later, strict=False):
                first, second = found[old], found[new]
                first.turn("baseline", "base_from")
                words = (lead.start() if old == index else first.quantity.start, first.quantity.after)
                second.baseline = Baseline(first.quantity, words, None)
                second.turn(OPEN if second.kind in ("standard", "rate") else second.kind, "has_base")
        index = after


def _surpassed(text: str, first: Statement, second: Statement) -> bool:
    """较上一期的3万个单位提高五成: what 比 and 较 lead to is the base of the change behind it."""
    if first.kind not in _OPENED or second.kind != OPEN:
        return False
    lead = _THAN.search(text, max(0, first.quantity.start - 36), first.quantity.before)
    gap = text[first.quantity.after : second.quantity.before]
    if lead is None or not 0 < len(gap) <= _LONGEST_CHANGE or any(mark in gap for mark in ",。;、"):
        return False
    tail = tails().before(text, first.quantity.after, second.quantity.before)
    if tail is None or not tail[0].change.endswith("_by"):
        return False
    first.turn("baseline", "base_than")
    second.baseline = Baseline(first.quantity, (lead.start(), first.quantity.after), None)
    second.turn(second.kind, "has_base")
    return True


def _reopen(text: str, found: Sequence[Statement]) -> None:
    """由目前的45%提高到60%: what is now is the base of what is to be, no report."""
    for index, statement in enumerate(found[:-1]):
        following = found[index + 1]
        if statement.kind != "achievement" or following.kind not in ("achievement", OPEN):
            continue
        lead = _FROM.search(text, max(0, statement.quantity.start - 20), statement.quantity.before)
        if lead is not None and lead["what"].startswith(_NOW) and _changes(text, statement, following):
            statement.turn(OPEN, "base_now")
            following.turn(OPEN, "base_now")


def _run(text: str, found: Sequence[Statement], index: int) -> list[int]:
    """The numbers that only marks part: 574元、271元."""
    run = [index]
    while run[-1] + 1 < len(found) and text[found[run[-1]].quantity.after : found[run[-1] + 1].quantity.before] in ("、", "和", "与", "及"):
        run.append(run[-1] + 1)
    return run


def _changes(text: str, first: Statement, second: Statement) -> bool:
    """Whether 提高到 stands between two numbers."""
    start, stop = first.quantity.after, dated(text, first.quantity.after, second.quantity.before)
    if not 0 < stop - start <= _LONGEST_CHANGE or any(mark in text[start:stop] for mark in ",。;"):
        return False
    found = tails().before(text, start, stop)
    return found is not None and (found[0].change.endswith("_to") or found[0].form in ("达到", "达"))


def without_base(text: str, reading: Reading | None, base: Baseline | None) -> Reading | None:
    """A reading whose object ends where the base begins: 用水量分别|比2020年; an object that is the base is none.

    >>> line, base = "用水量分别比2020年", Baseline(None, (5, 11), (6, 11))
    >>> [without_base(line, Reading(None, what, "rise_by"), base).object for what in ((0, 11), (5, 11))]
    [(0, 3), None]
    """
    if reading is None or base is None or reading.object is None:
        return reading
    start, end = reading.object
    first, last = base.words
    if start < first < end:
        return reading._replace(object=(start, strip(text, start, first)))
    return reading._replace(object=None) if first <= start < last else reading


def period_before(text: str, start: int, stop: int, dates: Sequence[Span]) -> Baseline | None:
    """比2020年, 较上年 in the stretch before a number.

    >>> line = "用水量比2020年下降"
    >>> found = period_before(line, 0, len(line), [(4, 9)])
    >>> line[slice(*found.words)], line[slice(*found.period)]
    ('比2020年', '2020年')
    """
    for first, last in islice(dates, bisect_right(dates, start, key=itemgetter(0)), None):
        if first >= stop:
            break
        if last <= stop and text.endswith(_BESIDE, start, first):
            behind = _BASIS.match(text, last, stop)
            end = behind.end() if behind else last
            if text[first - 1] in "以在与同" and end == last:
                continue
            return by("compared", Baseline(None, (first - 1, end), (first, last)), (first - 1, end))
    lead = text[start:stop]
    match = _PERIOD.search(text, start, stop) if "比" in lead or "较" in lead or "与" in lead or "超" in lead else None
    return by("compared", Baseline(None, match.span(), match.span("period")), match.span()) if match else None
