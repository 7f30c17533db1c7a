"""成文日期: a line that is a date, alone or behind a signature."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from policydoc.dates.calendar import day
from policydoc.dates.han import han_number
from policydoc.rules.patterns import pattern

_DATE = pattern(
    r"""
    (?: (?P<roc>(?:中华)?民国)\ ?(?P<roc_year>[0-9]{1,3}) | (?P<year>(?:19|20)[0-9]{2}) )
        \ ?[年.\-/]\ ?(?P<month>[0-9]{1,2})\ ?[月.\-/]\ ?(?P<day>[0-9]{1,2})(?![0-9])\ ?日?
    | (?P<han_roc>(?:中华)?民国)?(?P<han_year>[一二][〇零0Oo九八][〇零0Oo一二三四五六七八九]{2}|(?<=民国)[一二三四五六七八九十百〇零]{2,5})年
        (?P<han_month>十[一二]?|[一二三四五六七八九元正])月
        (?P<han_day>三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|初?[一二三四五六七八九])日
    """,
    re.VERBOSE,
)


_BROKEN = pattern(
    r"(?:19|20)[0-9]{2}年[0-9]{0,2}月[0-9]{0,2}日?|[0-9]{0,3}年[0-9]{1,2}月[0-9]{1,2}日|(?:19|20)[0-9]{2}年[0-9]{2,4}日|20[0-3][0-9](?:[0-9]{2,4}日|[0-9]{3,4})"
)
"""A date that lost digits on the way."""
_MISREAD = pattern(r"[12][0-9Oo]{3}年[0-9OolI]{1,2}月[0-9OolI]{1,2}日?")
_DIGITS = str.maketrans("OolI", "0011")
"""Letters that a reader or a typist put for digits."""
_DATE_ENDS = tuple("日 0123456789")


class WrittenDate(NamedTuple):
    """A full date as it is written; `date` is None where the calendar has no such day."""

    start: int
    end: int
    date: datetime.date | None


def _read(match: re.Match[str]) -> WrittenDate:
    if match["month"]:
        year = int(match["year"] or match["roc_year"]) + (1911 if match["roc"] else 0)
        found = day(year, int(match["month"]), int(match["day"]))
    else:
        year = han_number(match["han_year"]) + (1911 if match["han_roc"] else 0)
        found = day(year, han_number(match["han_month"]), han_number(match["han_day"].removeprefix("初")))
    return WrittenDate(match.start(), match.end(), found)


def date_at(text: str, start: int = 0) -> WrittenDate | None:
    """The first full date at or after a place of folded text, whether the calendar has it or not.

    >>> date_at("2024年2月30日").date is None, date_at("二OO六年三月八日").date.isoformat()
    (True, '2006-03-08')
    """
    match = _DATE.search(text, start)
    return _read(match) if match else None


def date_line(text: str) -> WrittenDate | None:
    """The date that a folded line is as a whole, brackets around it allowed.

    A line that was a date and lost digits is one without a `date`.

    >>> date_line("2024年3月25").date.isoformat(), date_line("2024年3月25日印发"), date_line("2024年月25日").date
    ('2024-03-25', None, None)
    """
    text = text.rstrip("| ")
    if len(text) > 24:
        return None
    if _MISREAD.fullmatch(text):
        text = text.translate(_DIGITS)
    framed = text[:1] == "(" and text[-1:] == ")"
    start, end = int(framed), len(text) - (framed or text[-1:] in ("。", "."))
    match = _DATE.fullmatch(text, start, end)
    if match is None and _BROKEN.fullmatch(text, start, end):
        return WrittenDate(start, end, None)
    return _read(match) if match else None


def date_at_end(text: str) -> WrittenDate | None:
    """The date that a folded line ends with, behind a signature.

    >>> date_at_end("云泽市人民政府2024年3月25日").start
    7
    """
    if len(text) > 80 or not text.endswith(_DATE_ENDS):
        return None
    for match in _DATE.finditer(text):
        if match.end() == len(text):
            return _read(match)
    return None
