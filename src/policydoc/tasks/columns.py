"""表头: what the columns of a table hold, told by the words of its header row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from policydoc.model.task import DutyRole
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.tasks.labels import labels

LONGEST = 24
"""Characters of the longest column title."""

_YEAR = pattern(r"(?:20|19)[0-9]{2}年?(?:度)?|“?十[一二三四五]五”?(?:末|期间|时期)?|本年度?|今年|上年|全年")
_ASIDE = pattern(r"[(\[](?P<aside>[^()\[\]]{0,16})[)\]]")
_MEASURE = pattern(r"(?:单位:)?(?P<unit>[一-鿿%]{1,6}|[A-Za-z0-9]{1,6})\Z")
_QUANTITY = pattern(
    r"(?:[万亿千百]?(?:元|人|人次|户|亩|公里|千米|米|吨|套|个|平方米|平方公里|公顷|立方米|座|处|所|家|台|张|辆|根|棵|株)|%)\Z"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, the span of its title in the header row, its unit of measure and its year where the title has one.

    `role` is number, category, item, content, schedule, deadline, duty, progress, remark, person, money, quantity, measure,
    indicator, nature, place, value or other; a duty column has the role of the first unit of a cell and of the others.
    """

    role: str
    start: int
    end: int
    measure: str = ""
    year: str = ""
    duty: DutyRole | None = None
    rest: DutyRole | None = None
    line: int = -1
    """The line of its title."""


@cache
def _roles() -> dict[str, list[tuple[str, str]]]:
    """The words that end titles and their roles, the longest first, by their last character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, role in sorted(((form, row["role"]) for row in table("columns") for form in forms(row)), key=lambda item: -len(item[0])):
        found.setdefault(form[-1], []).append((form, role))
    return found


def column(title: str, start: int = 0) -> Column | None:
    """What a column holds by its title, or nothing where the words are no title of one.

    >>> column("建设内容及年度目标").role, column("牵头单位").duty, column("总投资(万元)").measure, column("区财政局")
    ('content', 'lead', '万元', None)
    """
    end = start + len(title)
    if not 1 <= len(title) <= LONGEST or any(mark in title for mark in "。;!?"):
        return None
    year = _YEAR.search(title)
    measure = next((found["unit"] for aside in _ASIDE.finditer(title) if (found := _MEASURE.match(aside["aside"]))), "")
    measure = measure if _QUANTITY.fullmatch(measure) else ""
    bare = _ASIDE.sub("", title).strip(":") or title
    made = Column("other", start, end, measure, year[0] if year else "")
    stated = labels(f"{bare}:")
    if stated and stated[0].start == 0 and stated[0].end == len(bare) + 1 and stated[0].role is not None:
        return replace(made, role="duty", duty=stated[0].role, rest=stated[0].rest)
    for form, role in _roles().get(bare[-1:], ()):
        if bare.endswith(form) and (len(form) > 1 or bare == form):
            return replace(made, role=role)
    if year and len(bare) <= len(year[0]) + 4:
        return replace(made, role="value")
    return None


def header(titles: Sequence[tuple[str, int]]) -> tuple[Column, ...] | None:
    """The columns of a row of titles, or nothing where the row is no header.

    >>> [found.role for found in header([("序号", 0), ("任务名称", 3), ("责任单位", 8)])]
    ['number', 'item', 'duty']
    """
    filled = [title for title, _ in titles if title]
    if any(len(title) > LONGEST or re.fullmatch(r"[0-9.%]+", title) for title in filled):
        return None
    found = [column(title, start) for title, start in titles]
    measured = any(made is not None and made.role == "indicator" for made in found)
    known = [made for made in found if made is not None and (measured or made.role != "value")]
    if len(known) < 2 or 2 * len(known) < len(filled):
        return None
    made = [one or Column("other", start, start + len(title)) for one, (title, start) in zip(found, titles, strict=True)]
    return _settled(made)


def _settled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns in each other's light: 单位 beside 指标 measures, else it answers; 任务 beside 项目名称 is content.

    An indicator that somebody answers for is an item; the years' columns beside an indicator are values.
    """
    roles = {made.role for made in columns}
    measured = bool(roles & {"indicator", "value"}) or ("quantity" in roles and "duty" in roles)
    named = "item" in roles
    answered = "duty" in roles and not named
    out: list[Column] = []
    for made in columns:
        if made.role == "unit":
            out.append(replace(made, role="measure") if measured else replace(made, role="duty", duty="responsible", rest="responsible"))
        elif made.role == "task":
            out.append(replace(made, role="content" if named else "item"))
            named = True
        elif made.role in ("content", "quantity", "progress") and "indicator" in roles and made.year:
            out.append(replace(made, role="value"))
        elif made.role == "indicator" and answered:
            out.append(replace(made, role="content" if named else "item"))
            named = True
        elif made.role == "item" and any(other.role == "item" for other in out):
            out.append(replace(made, role="content") if "content" not in roles else made)
        else:
            out.append(made)
    return tuple(out)


def merged(first: Sequence[Column], second: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a header of two lines: what the first leaves open the second says.

    >>> [found.role for found in merged(header([("序号", 0), ("任务名称", 3), ("", 8)]), header([("", 0), ("任务名称", 1), ("责任单位", 6)]))]
    ['number', 'item', 'duty']
    """
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    out = [a if a.role != "other" or b.role == "other" else b for a, b in zip(first, second, strict=False)]
    return (*out, *longer[len(shorter) :])
