"""成文日期 and other full dates: Arabic, Chinese numerals, ISO, Republic-of-China years."""

from __future__ import annotations

import calendar
import datetime
import re

from policydoc.rules.patterns import pattern

_DIGITS = str.maketrans("〇零○一二三四五六七八九元正", "00012345678911")
_FULL = pattern(
    r"""
    (?P<roc>(?:中华)?民国)?
    (?: (?P<year>(?:19|20)[0-9]{2}|(?<=民国)[0-9]{2,3}) [年./\-] (?P<month>[0-9]{1,2}) [月./\-] (?P<day>[0-9]{1,2}) (?![0-9]) 日?
      | (?P<han_year>[一二][〇零0Oo九八一二三四五六七]{3}) 年 (?P<han_month>十[一二]?|[一二三四五六七八九元正]) 月
        (?P<han_day>三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]) 日 )
    """,
    re.VERBOSE,
)


def small_number(text: str) -> int:
    """A month or a day in Arabic or Chinese numerals.

    >>> small_number("12"), small_number("二十五"), small_number("十")
    (12, 25, 10)
    """
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("元", "一").replace("正", "一")
    tens, mark, ones = text.partition("十")
    value = (int(tens.translate(_DIGITS)) if tens else 1) * 10 if mark else int(text.translate(_DIGITS))
    return value + (int(ones.translate(_DIGITS)) if mark and ones else 0)


def han_year(written: str) -> int:
    """A year in Chinese numerals, digit by digit; its zeros may be 〇, 零, 0 or the letter O.

    >>> han_year("二〇二四"), han_year("二OO九")
    (2024, 2009)
    """
    return int(written.replace("O", "〇").replace("o", "〇").translate(_DIGITS))


def day(year: int, month: int, number: int) -> datetime.date | None:
    """The date, or None where the calendar has none such."""
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def last_day(year: int, month: int) -> datetime.date:
    """The last day of a month.

    >>> last_day(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def read_date(folded: str, start: int = 0) -> tuple[datetime.date, int, int] | None:
    """The first full date at or after a place of folded text, with its start and end.

    >>> read_date("2024年3月25日印发")
    (datetime.date(2024, 3, 25), 0, 10)
    >>> read_date("二〇〇九年五月四日")[0], read_date("民国113年3月25日")[0]
    (datetime.date(2009, 5, 4), datetime.date(2024, 3, 25))
    """
    for match in _FULL.finditer(folded, start):
        if match["year"]:
            year, month, number = int(match["year"]), int(match["month"]), int(match["day"])
            if match["roc"]:
                year += 1911
        else:
            year, month, number = han_year(match["han_year"]), small_number(match["han_month"]), small_number(match["han_day"])
        found = day(year, month, number)
        if found:
            return found, match.start(), match.end()
    return None
