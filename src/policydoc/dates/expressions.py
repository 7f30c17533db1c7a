"""时间表述: the points of a line, joined to ranges and resolved to calendar days.

A point without a year has the year of the point before it in its sentence, else the plan's. A period resolves to its
first and last day.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from policydoc.dates.calendar import day, last_day
from policydoc.dates.points import Point, Precision, points
from policydoc.rules.patterns import pattern

_LINK = pattern(r"(?:份|起)?(?:[-~]{1,2}|[至到])")
_TIME = pattern(r"[0-9](?::[0-9]|[时点])")
"""What every time of day has."""
_CLOCK = pattern(
    r"(?:上午|下午|晚上?|早上?|凌晨|中午|每天|每日|日|[周五]|时间:?|[-~至])(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]|[时点](?![段候间])(?:[0-5]?[0-9]分|半)?)"
    r"|(?<![0-9:.])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?=[-~至前后起止])"
)
_LAST_YEAR = 9998


class Expression(NamedTuple):
    """A point or a range with its days; `None` where no day can be told."""

    start: int
    end: int
    precision: Precision
    first: datetime.date | None
    last: datetime.date | None
    edge: str
    """底 where its end is meant, 初 where its beginning is."""
    dated: bool
    """Whether it names its year itself."""
    earlier: bool
    """去年, 上年: a year before this one."""
    whole: bool
    """Whether it names whole years and nothing smaller."""
    ranged: bool
    """Whether it was joined from two points or names two years."""
    partial: bool = False
    """上旬, 中旬: a part of a month."""
    season: bool = False
    """2023-2024年度: a season over the turn of the year, whose last day nobody wrote."""


def date_spans(text: str) -> list[tuple[int, int]]:
    """Every date, year, month, period and time of day of a folded line. A duration is no date.

    >>> date_spans("2024年实施20项,3年内完成"), date_spans("3.2025年底前")
    ([(0, 5)], [(2, 8)])
    """
    found = [(point.start, point.end) for point in points(text)]
    if (":" in text or "时" in text or "点" in text) and _TIME.search(text):
        found = sorted(found + [match.span() for match in _CLOCK.finditer(text)])
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def expressions(text: str, year: int | None, issued_on: datetime.date | None, breaks: list[int]) -> list[Expression]:
    """The resolved dates of a folded line, in order; `breaks` are the ends of its sentences, in order.

    >>> [str(found.last) for found in expressions("2025年3月至6月", 2024, None, [])]
    ['2025-06-30']
    """
    queue = points(text)
    found: list[Expression] = []
    known: tuple[int, int] | None = None
    topic: int | None = None
    index = turn = 0
    while index < len(queue):
        point = queue[index]
        index += 1
        while turn < len(breaks) and breaks[turn] <= point.start:
            turn += 1
            known = None
        second = queue[index] if index < len(queue) and _LINK.fullmatch(text, point.end, queue[index].start) else None
        if second is not None and (second.edge == "初" or _is_list(point, second)):
            second = None
        if second is not None:
            index += 1
        if topic is not None and known is None and not point.dated:
            known = (topic, 1)
        expression = _resolved(point, second, known, year, issued_on)
        found.append(expression)
        if expression.dated and expression.last:
            topic = expression.last.year if _opens(text, expression) and year and expression.last.year < year else None
        if expression.dated and expression.last and not expression.ranged and (expression.precision not in ("year", "plan")):
            known = (expression.last.year, expression.last.month)
        elif expression.dated and expression.last and not expression.ranged and _adjoins(text, expression, queue, index):
            known = (expression.last.year, 1)
    return found


def _is_list(first: Point, second: Point) -> bool:
    """Whether the second point is not the end of what the first begins: one names a plan, or the second a whole year."""
    return "plan" in (first.precision, second.precision) or (not second.dated and second.precision == "year" and not second.edge)


def _opens(text: str, expression: Expression) -> bool:
    """Whether a bare year is what its sentence speaks of: 2023年,全市…。全年…"""
    mark = text[expression.start - 1 : expression.start]
    return (
        expression.whole
        and not expression.edge
        and not expression.ranged
        and mark in ("", "。", ";", "\t")
        and text[expression.end : expression.end + 1] == ","
    )


def _adjoins(text: str, expression: Expression, queue: Sequence[Point], index: int) -> bool:
    """Whether a bare year stands right before a smaller date: 2025年,一季度; 2023年已开工."""
    return index < len(queue) and queue[index].start - expression.end <= 2 and not text[expression.end : queue[index].start].strip(",的")


def _resolved(
    point: Point, second: Point | None, known: tuple[int, int] | None, year: int | None, issued_on: datetime.date | None
) -> Expression:
    first_year, last_year = _years(point, known, year, issued_on)
    first, last = _days(point, first_year, last_year, issued_on)
    end, precision, edge, whole = point.end, point.precision, point.edge, point.precision in ("year", "plan") and not point.this_month
    if second is not None:
        end, edge = second.end, second.edge
        follows = (last_year, 1) if second.follows and last_year else None
        begin, finish = _years(second, follows, year, issued_on) if second.dated else (last_year, last_year)
        _, last = _days(second, begin, finish, issued_on)
        if first and last and last < first and finish and not second.dated:
            _, last = _days(second, finish + 1, finish + 1, issued_on)
        precision = second.precision if not (whole and second.precision == "year") else "plan"
        whole = whole and second.precision in ("year", "plan")
    return Expression(
        point.start,
        end,
        precision,
        first,
        last,
        edge,
        point.dated or (second is not None and second.dated),
        (point.shift or 0) < 0,
        whole,
        second is not None or bool(point.years and point.years[0] != point.years[1]),
        (second or point).days != (None, None),
        point.season,
    )


def _years(point: Point, known: tuple[int, int] | None, year: int | None, issued_on: datetime.date | None) -> tuple[int | None, int | None]:
    """The first and the last year that a point lies in."""
    plan = year or (issued_on.year if issued_on else None)
    if point.years is not None:
        return point.years
    if point.follows and known is not None:
        return known[0] + 1, known[0] + 1
    if point.shift is not None:
        this = issued_on.year if issued_on and point.shift and (year is None or abs(issued_on.year - year) <= 1) else plan
        return (this + point.shift,) * 2 if this is not None else (None, None)
    if point.this_month is not None:
        return (issued_on.year if issued_on else None,) * 2
    if known is not None and (point.precision != "year" or not year or known[0] < year):
        return known[0], known[0]
    if plan is not None and issued_on and plan == issued_on.year and _long_ago(point, issued_on):
        return plan + 1, plan + 1
    return plan, plan


def _long_ago(point: Point, issued_on: datetime.date) -> bool:
    """Whether a month without a year lies so far before the date of issue that the next year's is meant: 3月底前 in a November notice."""
    return point.precision in ("day", "month") and issued_on.month - point.months[1] > 6


def _days(
    point: Point, first_year: int | None, last_year: int | None, issued_on: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    if first_year is None or last_year is None or not 0 < first_year <= last_year <= _LAST_YEAR:
        return None, None
    months = point.months
    if point.this_month is not None:
        if issued_on is None:
            return None, None
        months = ((issued_on.month - 1 + point.this_month) % 12 + 1,) * 2
        first_year = last_year = issued_on.year + (issued_on.month + point.this_month > 12)
    elif first_year < last_year and months[0] <= months[1]:
        months = (1, months[1])
    elif first_year == last_year and months[0] > months[1]:
        last_year += 1
    first = day(first_year, months[0], point.days[0] or 1)
    last = day(last_year, months[1], point.days[1]) if point.days[1] else last_day(last_year, months[1])
    return first, None if point.edge == "初" else last
