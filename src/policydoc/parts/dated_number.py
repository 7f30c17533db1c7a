"""题注 with date and number: （2006年3月30日　云政发〔2006〕9号） under a title, as collections of law print it."""

from __future__ import annotations

from typing import Final, NamedTuple

from policydoc.parts.dateline import date_at
from policydoc.parts.number import Number, whole_number

_LONGEST: Final = 72
_MARKS: Final = " ,、;:"


class DatedNumber(NamedTuple):
    """A number and the offset at which the text that it was read from begins in its line."""

    number: Number
    offset: int


def dated_number(text: str) -> DatedNumber | None:
    """The document number of a folded line that holds a full date and a number and nothing else, in either order.

    >>> lines = ("(2006年3月30日云政发[2006]9号)", "云政发[2006]9号,2006年3月30日", "2006年3月30日", "云政发[2006]9号")
    >>> [found.offset if (found := dated_number(line)) else None for line in lines]
    [11, 0, None, None]
    """
    if len(text) > _LONGEST or "号" not in text or "日" not in text:
        return None
    framed = text[:1] == "(" and text[-1:] == ")"
    start, end = int(framed), len(text) - framed
    date = date_at(text, start)
    if date is None or date.date is None or date.end > end:
        return None
    first, last = (date.end, end) if date.start == start else (start, date.start) if date.end == end else (0, 0)
    while first < last and text[first] in _MARKS:
        first += 1
    while first < last and text[last - 1] in _MARKS:
        last -= 1
    number = whole_number(text[first:last]) if first < last else None
    return DatedNumber(number, first) if number is not None else None
