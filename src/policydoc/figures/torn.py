"""断开的数字: numbers whose digits a scan or a PDF parts with blanks (2 9 0 0亿元), or whose point is a dot in the middle (3·1亿)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from policydoc.figures.numerals import amount
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

_RUN = pattern(
    r"""
    (?<![0-9A-Za-z.,%·]) (?<![0-9A-Za-z.,%·]\ )
    (?: (?P<row>[0-9]++(?:\ [0-9]++){1,12}+) (?: (?:\ \.\ |\.|\ ?·\ ?) [0-9]++(?:\ [0-9]++){0,3}+ )?+
      | [0-9]{1,6}+ (?:\ ?·\ ?|\ \.\ ) [0-9]{1,2}+ (?!\ ?·) )
    (?![0-9A-Za-z.,]) (?!\ [0-9])
    """,
    re.VERBOSE,
)
_SCALE = pattern(r" ?[百千]?[万亿]{1,2}")
_THREES = pattern(r"[0-9]{1,3}(?: [0-9]{3})++")
_YEAR = pattern(r"(?:19|20)[0-9]{2} ")
_DAYS: Final = frozenset({"年", "月", "日", "号", "天"})
"""3·15 before these is a date."""


class Torn(NamedTuple):
    """Where the digits end, multiplier included, and their value; None where they have no one reading."""

    end: int
    value: Decimal | None


def torn_at(text: str, start: int) -> Torn | None:
    """The parted number that begins at a place and has a unit behind it, or None.

    >>> torn_at("增长1 2%", 2), torn_at("3·1亿平方米", 0).value, torn_at("达到29 00亿元", 2).value, torn_at("1·2·3", 0)
    (Torn(end=5, value=Decimal('12')), Decimal('310000000'), None, None)
    """
    if " " not in text and "·" not in text:
        return None
    run = _RUN.match(text, start)
    if run is None or _YEAR.match(text, start):
        return None
    scale = _SCALE.match(text, run.end())
    end = scale.end() if scale else run.end()
    unit = unit_at(text, end + (text[end : end + 1] == " "))
    if unit is None or ("·" in run[0] and not run["row"] and unit[0].canonical in _DAYS):
        return None
    row = run["row"] or ""
    if _THREES.fullmatch(row):
        return None
    if any(len(piece) > 1 for piece in row.split(" ")):
        return Torn(end, None)
    return Torn(end, amount(text[start:end].replace(" ", "").replace("·", ".")))
