"""日历: months, days and the last day of a month."""

from __future__ import annotations

import calendar
import datetime

from policydoc.dates.han import han_number


def small_number(text: str) -> int:
    """A month or a day in Arabic or Chinese numerals.

    >>> small_number("12"), small_number("二十五"), small_number("十")
    (12, 25, 10)
    """
    return int(text) if text.isascii() else han_number(text)


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
