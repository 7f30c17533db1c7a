"""失数: what a page leaves when it loses the styled stretch that held a number: 新增床位张, 约.7公里, 202310月份."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.rules.verbs import verb_at

_HEAD = pattern(r"[^,。;:、()\[\]《》]{0,40}\Z")
_COUNTED: Final = frozenset(
    "0123456789零〇一二两三四五六七八九十百千万亿几数多半每各双单整全成首第该本此那这哪某同另上下前后次头末干些近超过逾破达满余"
)
"""一座, 首个, 近万人: what stands right before the measure word counts, or makes it no measure word."""
_BARE = pattern(
    r"(?:新建|新增|建成|改建|扩建|改造|修建|铺设)(?P<unit>平方公里|公里|平方米|万平方米|公顷|万亩|亩(?!均|产)|万千瓦)(?=[\u3400-\u9fff])"
    r"|(?:提高|提升|增长|增加|上升|下降|降低|减少|达到)(?:了|约|超过|不少于)?(?P<rate>个百分点|%)(?=[,。;、)]|以上|左右|$)"
    r"|(?:达到|提[高升][到至]|增加[到至]|上升[到至]|扩大[到至]|减少[到至]|降[低至]?[到至]|压减[到至为]|稳定在|保持在|不少于|不低于)"
    r"(?P<level>公里|平方米|亩|公顷|亿元|万元|吨|立方米|[个家户座所张项处台辆套条名](?!数))(?=[,。;、)]|以上|以内|左右)"
    r"|(?<=[率比例占重度])(?P<share>%)(?=[,。;、)])"
)
"""新建公里公路, 提高个百分点, 增加到个, 覆盖率%: nobody writes these."""
_POINT = pattern(
    r"(?<![0-9A-Za-z.])\.[0-9]{1,3}(?=[万亿]{0,2}(?:公里|平方|立方|米|亩|公顷|元|吨|人|户|个|座|套|%|千瓦|兆瓦|辆|台|张)|[万亿])"
)
_MONTH = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?:1[0-2]|0?[1-9])月(?=份|底|末|前|初|中|上|下|至|[0-9]{1,2}日|[,。;、)]|$)")
_DAY = pattern(
    r"(?<![0-9.:-])(?:(?<=年)(?:1[0-2]|0?[1-9])(?:3[01]|[12][0-9]|0[1-9])|(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9]))日(?![均元常])"
)
_GLUED = pattern(r"[0-9]{3}[月日]")
_DIGIT: Final = frozenset("0123456789万亿")
_SPOKEN = pattern(r"单位|计量|[以按为计折]|元$")
_NAMED = pattern(r"[\u3400-\u9fff]{2}\Z")
_DOTS: Final = ".．"
_LEAD: Final = 14
_CLAUSE: Final = 40
_NOUN: Final = 2


@cache
def _measures() -> Lexicon[str]:
    """Measure words that end no noun, and whether a verb must stand before them all the same."""
    return lexicon("lost_measures", lambda row, _: row["needs"])


@cache
def _last() -> re.Pattern[str]:
    """A measure word that ends a clause."""
    words = sorted((form for row in table("lost_measures") for form in forms(row)), key=len, reverse=True)
    return pattern(rf"(?:{'|'.join(words)})(?=[,。;、)]|$)")


def check_lost(found: Found) -> Iterator[Entry]:
    """T006: a measure word that has no number; T007: a point without digits before it; T008: 年 or 月 lost between two numbers."""
    for line in found.texts():
        text = line.text
        for start, end in _missing(text):
            yield diagnostic("T006", line.span(start, end), measure=text[start:end])
        for match in _POINT.finditer(text) if "." in text else ():
            if found.content[line.at[match.start()]] in _DOTS:
                yield diagnostic("T007", line.span(*match.span()), written=match[0])
        for match in _glued(text):
            yield diagnostic("T008", line.span(*match.span()), written=match[0])


def _glued(text: str) -> Iterator[re.Match[str]]:
    """The months and days that stand right behind a year: 202310月."""
    if ("月" in text or "日" in text) and _GLUED.search(text):
        yield from _MONTH.finditer(text)
        yield from _DAY.finditer(text)


def _missing(text: str) -> Iterator[tuple[int, int]]:
    """The measure words of a line that count nothing.

    >>> [line[slice(*place)] for line in ("新增养老床位张,改造公厕。", "建设公路公里。", "新增床位50张") for place in _missing(line)]
    ['张', '公里']
    """
    for place in _last().finditer(text):
        end = place.end()
        head = _HEAD.search(text, max(0, end - _CLAUSE), end)
        start = head.start() if head is not None else end
        found = _measures().before(text, start + _NOUN, end)
        if found is None or text[found[1] - 1] in _COUNTED or not _DIGIT.isdisjoint(text[found[1] - 2 : found[1]]):
            continue  # 456亿|印张, 120|公吨: a longer measure word
        if found[0] == "verb":
            begin = _verb_end(text, start, found[1])
            whole = begin > 0 and found[1] - begin >= _NOUN
        else:
            whole = _SPOKEN.search(text, start, found[1]) is None and _NAMED.search(text, start, found[1]) is not None
        if whole:
            yield found[1], end
    for match in _BARE.finditer(text):
        yield match.span(match.lastgroup or 0)


def _verb_end(text: str, start: int, stop: int) -> int:
    """Where the verb ends that says what is delivered, near the head of a clause; 0 where there is none."""
    for place in range(start, min(start + _LEAD, stop)):
        verb = verb_at(text, place, stop)
        if verb is not None and verb.change == "output" and len(verb.form) > 1:
            return place + len(verb.form)
    return 0
