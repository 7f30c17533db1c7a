"""完成时限: what a sentence sets as the last day of the thing it orders."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from policydoc.dates.calendar import last_day

Kind = Literal["by", "during", "recurring", "ongoing", "event", "unspecified"]
Precision = Literal["day", "month", "quarter", "half", "year", "plan"]

_DATE = re.compile(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}年?[-~至到](?:19|20)[0-9]{2}年|(?P<y>(?:19|20)[0-9]{2})年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[底末初]?"
    r"|(?<![0-9])(?P<m>1[0-2]|0?[1-9])月(?:[0-9]{1,2}日)?[底末初]?|“?十[一二三四五]五”?(?:期间|时期|末)?|第?[一二三四]季度末?|[上下]半年|年[底末内]|今年|全年"
)
_BY = re.compile(r"(?P<m>1[0-2]|0?[1-9])月底?前|(?P<y>(?:19|20)[0-9]{2})年底?前|(?P<e>年底前|年内)|到(?P<t>(?:19|20)[0-9]{2})年")


@dataclass(frozen=True, slots=True)
class Deadline:
    """完成时限 of a folded line: a period resolves to its last day."""

    start: int
    end: int
    kind: Kind
    first: datetime.date | None = None
    last: datetime.date | None = None
    precision: Precision = "day"
    stage: str | None = None
    note: str | None = None


def date_spans(text: str) -> list[tuple[int, int]]:
    """Every date, year, month and period of a folded line.

    >>> date_spans("2024年实施20项")
    [(0, 5)]
    """
    return [match.span() for match in _DATE.finditer(text)]


def deadlines(text: str, year: int | None = None, issued_on: datetime.date | None = None) -> list[Deadline]:
    """The deadlines of a folded line, in order.

    >>> deadlines("9月底前建成", 2024)[0].last
    datetime.date(2024, 9, 30)
    """
    plan = year or (issued_on.year if issued_on else None)
    found = []
    for match in _BY.finditer(text):
        if match["y"] or match["t"]:
            last = datetime.date(int(match["y"] or match["t"]), 12, 31)
        elif plan is None:
            continue
        else:
            last = last_day(plan, int(match["m"])) if match["m"] else datetime.date(plan, 12, 31)
        found.append(Deadline(match.start(), match.end(), "by", None, last, "month" if match["m"] else "year"))
    return found
