"""计划年度: the year that dates without a year belong to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts import Part
from policydoc.parts.shape import is_item
from policydoc.parts.years import plan_years
from policydoc.rules.patterns import pattern

_MEANT = pattern(
    r"(?<![0-9-])(?P<year>20[0-9]{2})年度?,?(?:[\u3400-\u9fff、“”]{0,14}?)(?:继续|组织实施|实施|办好|集中力量|计划|拟|将|重点|推进|开展|安排|确定|力争|任务|要)"
)
_LOOKED_AT = 8
_AHEAD = pattern(
    r"(?:^[^。;:]{0,12}?|(?<=[。;]))(?P<year>20[0-9]{2})年(?:度)?"
    r"(?:(?:政府|经济社会发展|全[省市县区州镇乡])?(?:的)?(?:工作|重点|主要|总体|目标|任务|安排|计划|预期)|是[^。;]{0,40}(?:年|之年|关键|开局|收官)[,。;])"
)
"""2026年工作安排, 2026年是…开局之年: what a text without title and date says of the year before it."""
_BACK = pattern("回顾|总结|完成情况|执行情况|成效|成绩")
_DONE = pattern("了|已|圆满")
_HEADING = 30


def plan_year(
    lines: Sequence[Line], parts: Sequence[Part], folded_titles: Sequence[str], number: int | None, *dates: datetime.date | None
) -> int | None:
    """Title, then preamble, document number, the first of the dates, and what looks ahead; None where none of them has a year."""
    order = [index for index, part in enumerate(parts) if part.kind != "cover"] or list(range(len(parts)))
    for index in [*order[:1], *(index for index, part in enumerate(parts) if part.kind == "cover"), *order[1:]]:
        years = plan_years(folded_titles[index])
        if years and years[0] == years[1]:
            return years[0]
        if years:
            break
    else:
        for index in order[:1]:
            earliest = number or next((date.year for date in dates if date is not None), 0)
            if (year := _preamble(lines, parts[index], earliest)) is not None:
                return year
    if number is not None:
        return number
    dated = next((date.year for date in dates if date is not None), None)
    return dated if dated is not None else _announced(lines, parts)


def _announced(lines: Sequence[Line], parts: Sequence[Part]) -> int | None:
    """The latest year that a heading (2026年工作安排) or the first words of a sentence (2026年是…开局之年) look ahead to."""
    found = None
    for part in parts:
        for line in lines[part.body_first : part.body_last]:
            if line.role == "text" and "年" in line.text and not _BACK.search(line.text[:_HEADING]):
                for match in _AHEAD.finditer(line.text[:300]):
                    if len(line.text) <= _HEADING or match.group().endswith((",", "。", ";")):
                        found = max(found or 0, int(match["year"]))
    return found


def _preamble(lines: Sequence[Line], part: Part, earliest: int) -> int | None:
    """The year that the paragraphs before the first numbered heading set for what follows; a plan is not of a year before its notice."""
    found: int | None = None
    seen = 0
    for index in range(part.body_first, part.body_last):
        line = lines[index]
        if line.role != "text":
            continue
        if is_item(line.text) or seen >= _LOOKED_AT:
            break
        seen += 1
        for match in _MEANT.finditer(line.text[:1500]):
            if int(match["year"]) >= earliest and not _DONE.search(match[0]):
                found = int(match["year"])
    return found
