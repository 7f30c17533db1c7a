"""区间: two numbers that one unit joins: 2至3个, 5.5%-6%, 10万-12万人."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from policydoc.figures.numerals import amount, numeral_at
from policydoc.rules.patterns import pattern
from policydoc.rules.units import Unit, unit_at

_JOINED = pattern(r"[-~至到]{1,2}(?=[0-9一二两三四五六七八九十百])")
_MULTIPLIER = pattern(r"[百千万亿]++\Z")
_JOINS: Final = frozenset("-~至到")
_LEAVES: Final = ("由", "从", "自")
"""由1万增加到2万 is no range."""
_CLOCK: Final = frozenset({"月", "日", "时", "点", "年"})


class Range(NamedTuple):
    """The two ends, where the second number ends, its unit and where that ends."""

    low: Decimal
    high: Decimal
    number_end: int
    unit: Unit
    end: int


def range_at(text: str, start: int, end: int, value: Decimal, unit: tuple[Unit, int] | None, written: str | None) -> Range | None:
    """The range that begins with the number at [start, end) and the `unit` behind it, or None.

    >>> found = range_at("5至8万人", 0, 1, Decimal(5), None, None)
    >>> found.low, found.high, found.unit.canonical
    (Decimal('50000'), Decimal('80000'), '人')
    """
    first, stop = unit if unit is not None else (None, end)
    join = _JOINED.match(text, stop) if text[stop : stop + 1] in _JOINS else None
    if join is None or (first is not None and text[end:stop] in _CLOCK):
        return None
    if text.endswith(_LEAVES, 0, start):
        return None
    stop = numeral_at(text, join.end(), written)
    upper = amount(text[join.end() : stop]) if stop > join.end() else None
    found = unit_at(text, stop + (text[stop : stop + 1] == " ")) if upper is not None else None
    if upper is None or found is None or (first is not None and first.canonical != found[0].canonical):
        return None
    low = _shared(value, upper, text[start:end], text[join.end() : stop]) if first is None else value
    return Range(low, upper, stop, found[0], found[1])


def _shared(value: Decimal, upper: Decimal, first: str, second: str) -> Decimal:
    """5至8万: both ends share the multiplier where only the second has one and the first would be out of reach."""
    tail = _MULTIPLIER.search(second)
    if tail is None or not first.isascii() or not second[: tail.start()].isascii() or not second[: tail.start()]:
        return value
    scale = amount("1" + tail[0])
    return value * scale if scale is not None and value * scale <= upper else value


def dangling(text: str, start: int, end: int) -> str:
    """Why a number with a range mark but without the other end is not read: 新建5至, 至8个."""
    if text[end : end + 1] in ("至", "-", "~") and text[end + 1 : end + 2] in ("", ",", "。", ";", "、", ")"):
        return "the range has no end"
    if start and text[start - 1] in "至-~" and text[start - 2 : start - 1] in ("", ",", "。", ";", "、", "(") and start != 1:
        return "the range has no beginning"
    return "the range has no beginning" if start == 1 and text[0] in "至-~" else ""
