"""CSV: a text of separated values → its rows; the mark that separates them is told by the rows alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from policydoc.errors import SourceError
from policydoc.source.limits import CELLS
from policydoc.source.reading import Reading
from policydoc.source.sheet.rows import Sheet, cell_text, written

WIDEST = 16_384
"""Cells of a row, as spreadsheets have it."""
LONGEST = 32_767
"""Characters of a cell, as spreadsheets have it: more is a quote that nobody closed."""

_MARKS = ("\t", ",", ";", "|")
_SAMPLE = 200
"""Rows by which the mark is told."""
_EVEN = 0.8
"""The share of rows that have as many cells as most of them."""


def read_separated(text: str, encoding: str | None, shown: str) -> Reading | None:
    r"""The rows of a text of separated values; None where no mark parts its lines evenly.

    >>> read_separated('序号,任务\n1,"新建公厕,8座"\n', "utf-8", "list.csv").text.split("\n")
    ['序号\t任务', '1\t新建公厕,8座']
    >>> read_separated("新建公厕8座，改造12座。\n", "utf-8", "list.csv") is None
    True
    """
    mark = _mark(text, shown)
    if mark is None:
        return None
    sheet = Sheet()
    cells = 0
    try:
        for number, row in enumerate(_records(text, mark, shown), 1):
            cells += len(row)
            if cells > CELLS:
                raise SourceError(f"{shown}: more than {CELLS} cells; split it")
            filled = {column: cell for column, each in enumerate(row, 1) if (cell := cell_text(each))}
            if filled:
                sheet.rows[number] = filled
    except csv.Error:
        return None
    return written([sheet], shown)._replace(media_type="text/tab-separated-values" if mark == "\t" else "text/csv", encoding=encoding)


def _records(text: str, mark: str, shown: str) -> Iterator[list[str]]:
    """The records of a text, up to one that no spreadsheet could have."""
    for record in csv.reader(_narrow(io.StringIO(text, newline=""), mark, shown), delimiter=mark):
        if any(len(cell) > LONGEST for cell in record):
            raise csv.Error
        yield record


def _narrow(lines: Iterable[str], mark: str, shown: str) -> Iterator[str]:
    """The lines of a text; one with more marks than a row has is refused."""
    for line in lines:
        if line.count(mark) >= WIDEST:
            raise SourceError(f"{shown}: more than {WIDEST} cells in a row; give a table that a spreadsheet can hold")
        yield line


def _mark(text: str, shown: str) -> str | None:
    """The mark that parts the lines of a text most evenly, into two cells at least."""
    best: tuple[float, int, str] | None = None
    for mark in _MARKS:
        widths: list[int] = []
        try:
            for row in _records(text, mark, shown):
                filled = sum(map(bool, row))
                if filled > 1 or len(row) > 1:
                    widths.append(len(row))
                elif filled:
                    widths.append(1)
                if len(widths) >= _SAMPLE:
                    break
        except csv.Error:
            continue
        parted = [width for width in widths if width > 1]
        usual = max(set(parted), key=parted.count, default=0)
        even = parted.count(usual) / len(widths) if widths else 0.0
        if len(parted) >= 2 and even >= _EVEN and (best is None or (even, usual) > best[:2]):
            best = (even, usual, mark)
    return best[2] if best else None
