"""出处: where in the file a stretch of the text stood: its line, page, paragraph or row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from policydoc.rules.patterns import pattern

Unit = Literal["line", "page", "paragraph", "row"]

_LINE_END = pattern(r"\r\n|[\r\n]")


class Origin(NamedTuple):
    """The beginning of a line, page, paragraph or row: its offset in the decoded text and its number from 1."""

    start: int
    unit: Unit
    number: int
    sheet: str | None = None
    """The sheet of a row."""


def lines(decoded: str) -> tuple[Origin, ...]:
    r"""The lines of a plain text.

    >>> [(line.start, line.number) for line in lines("一\r\n二\n三")]
    [(0, 1), (3, 2), (5, 3)]
    """
    starts = [0, *(end.end() for end in _LINE_END.finditer(decoded))]
    return tuple(Origin(start, "line", number) for number, start in enumerate(starts, 1))


def placed(origins: Sequence[Origin]) -> Callable[[int, int], dict[str, Any] | None]:
    """The way from a stretch of the decoded text to its origin as the contract has it: what its first and last character stood in.

    >>> where = placed([Origin(0, "page", 1), Origin(40, "page", 2)])
    >>> where(30, 50), where(40, 41)
    ({'unit': 'page', 'first': 1, 'last': 2, 'sheet': None}, {'unit': 'page', 'first': 2, 'last': 2, 'sheet': None})
    """
    starts = [origin.start for origin in origins]

    def where(start: int, end: int) -> dict[str, Any] | None:
        first = bisect_right(starts, start) - 1
        if first < 0:
            return None
        origin = origins[first]
        last = origins[max(first, bisect_right(starts, max(start, end - 1)) - 1)]
        alike = last.unit == origin.unit and last.sheet == origin.sheet
        return {
            "unit": origin.unit,
            "first": origin.number,
            "last": last.number if alike else origin.number,
            "sheet": origin.sheet,
        }

    return where
