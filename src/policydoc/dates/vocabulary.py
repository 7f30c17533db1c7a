"""时限用语: the events, words and milestones of `data/periods.tsv`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from policydoc.rules.kept import compiled
from policydoc.rules.table import Row, forms, table


class Phrase(NamedTuple):
    """One form of the table: what it sets, what must follow it, and the fixed day of an event."""

    kind: str
    needs: str
    """"deed": a verb must follow; "end": nothing of the clause may; "alone": it is all of a label's, a bracket's or a cell's words."""
    day: tuple[int, int] | None


def _rows(*kinds: str) -> list[Row]:
    return [row for row in table("periods") if row["kind"] in kinds]


def _alternation(*kinds: str) -> str:
    """The forms of some kinds, the longest first."""
    return "|".join(re.escape(form) for form in sorted((form for row in _rows(*kinds) for form in forms(row)), key=len, reverse=True))


@cache
def phrases() -> dict[str, Phrase]:
    """Every event and every word for an open time.

    >>> phrases()["国庆节"].day, phrases()["尽快"].kind
    ((10, 1), 'unspecified')
    """
    found: dict[str, Phrase] = {}
    for row in _rows("event", "ongoing", "unspecified"):
        month, _, day = row["day"].partition("-")
        for form in forms(row):
            found[form] = Phrase(row["kind"], row["needs"], (int(month), int(day)) if day else None)
    return found


@cache
def _eves() -> tuple[str, ...]:
    """What stands right before every event's 前: the end of its form, or of what comes between."""
    ends = {form[-2:] for row in _rows("event") for form in forms(row)}
    return (*ends, "假期", "期间", "来临", "到来", "来到", "开始", "启动", "召开", "举办", "结束", "之", "以")


def may_name_event(text: str) -> bool:
    """Whether a 前 of a line may be an event's: most are a date's, and the long pattern need not be tried.

    >>> may_name_event("汛期前加固"), may_name_event("9月底前完工")
    (True, False)
    """
    place = text.find("前")
    while place >= 0:
        if text.endswith(_eves(), 0, place):
            return True
        place = text.find("前", place + 1)
    return False


@cache
def event() -> re.Pattern[str]:
    """An event and 前: the last day is the one before it.

    >>> event().search("主汛期来临前完成")["event"]
    '主汛期'
    """
    return compiled(
        rf"(?:今[冬春夏秋])?(?P<event>{_alternation('event')})(?:假期|期间)?(?:来临|到来|来到|开始|启动|召开|举办|(?P<over>结束))?[之以]?前(?!期|提|后|往|沿|置|列|茅|瞻|夜|景|几|[0-9一二三四五六七八九十两])"
    )


@cache
def open_time() -> re.Pattern[str]:
    """持续推进, 常年, 尽快 …

    >>> open_time().search("要尽快修复")[0]
    '尽快'
    """
    return compiled(_alternation("ongoing", "unspecified"))


@cache
def milestone() -> re.Pattern[str]:
    """阶段: how far a thing is to be by the day.

    >>> milestone().search("10月底前高标准、高质量完工。")[0]
    '高标准、高质量完工'
    """
    degree, begin, stage = _alternation("degree"), _alternation("begin"), _alternation("begin", "stage")
    return compiled(rf"(?:(?:{degree})、?){{0,4}}(?=(?P<begin>{begin})?)(?:{stage})(?![率后前期度量]|情况|时限|期限|不|的)")
