"""表行: the cells of sheets → lines: rows with tabs between the cells, titles above a table as plain lines.

1. Columns that are empty throughout a sheet are left out.
2. In the rows that a merged cell covers it shows itself by 〃, put in as an edit.
3. A row of one cell is a line of text above a table (its title, its unit) and below it (注：…), and a row of the table (a group's
   name) inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from policydoc.errors import SourceError
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.source.limits import CELLS, CHARACTERS
from policydoc.source.origin import Origin
from policydoc.source.reading import MERGED, SAME, Reading
from policydoc.text.edits import Edit

_MOST_NAMES, _LONGEST_NAME = 10, 31
_BREAKS = pattern(r"[\s\x1c-\x1f|]*[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029|][\s\x1c-\x1f|]*")
_NOTE = pattern(r"[(（]?(?:注|说明|备注|附注|填表说明|填报说明)[)）]?\s?[:：0-9、.]")
_UNNAMED = pattern(r"(?i)(?:sheet|工作表|表)\s{0,2}[0-9]{0,3}(?:\s?\([0-9]{1,3}\))?")


@dataclass(slots=True)
class Sheet:
    """工作表: its name, and its filled cells by row and column, both counted from 1."""

    name: str | None = None
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)
    """Places below the first cell of a merged one that is filled: they show the same."""
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncounted: int = 0
    """Cells with a formula and no value."""


def cell_text(text: str) -> str:
    r"""The text of a cell on one line.

    >>> cell_text(" 市教育局\n市财政局 ")
    '市教育局 市财政局'
    """
    return _BREAKS.sub(" ", text.strip()).strip()


def written(sheets: Iterable[Sheet], shown: str) -> Reading:
    r"""The text of sheets and where its rows stand; a sheet is named where there are several, or where it has no title.

    >>> rows = {1: {1: "云泽市实事清单"}, 2: {1: "序号", 3: "任务"}, 3: {1: "1", 3: "公厕"}, 4: {3: "驿站"}}
    >>> written([Sheet("Sheet1", rows, {(4, 1)})], "list.xlsx").text.split("\n")
    ['云泽市实事清单', '序号\t任务', '1\t公厕', '〃\t驿站']
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    lines: list[str] = []
    origins: list[Origin] = []
    edits: list[Edit] = []
    length = 0

    def write(cells: Sequence[str], number: int, sheet: Sheet) -> None:
        """A line; 〃 is put in."""
        nonlocal length
        if any(cells):
            origins.append(Origin(length - len(edits), "row", number, sheet.name))
        lines.append("\t".join(cells))
        for cell in cells:
            if cell is SAME:
                edits.append(Edit(MERGED, length, length + 1, "", SAME, "certain"))
            length += len(cell) + 1
        if length > CHARACTERS:
            raise SourceError(f"{shown}: more than {CHARACTERS // 1024 // 1024} million characters in its cells; split it")

    for sheet in filled:
        first = min(sheet.rows)
        if lines:
            write([""], first, sheet)
        if _names(sheet, several=len(filled) > 1):
            write([sheet.name or ""], first, sheet)
        columns = sorted({column for row in sheet.rows.values() for column in row})
        inside, last = False, first
        for number in sorted(sheet.rows):
            row = sheet.rows[number]
            if number > last + 1:
                write([""], number, sheet)
                inside = False
            last = number
            words = next(iter(row.values()))
            inside = (inside or len(row) > 1) and not (len(row) == 1 and _NOTE.match(words))
            cells = [row.get(column, SAME if (number, column) in sheet.covered else "") for column in columns]
            write(cells if inside else [words], number, sheet)
    return Reading("\n".join(lines), "", None, tuple(edits), tuple(origins))


def cover(sheet: Sheet, merges: Iterable[tuple[int, int, int, int]], shown: str) -> None:
    """Empty what merged cells cover; each is its first and last row and column. Those of one sheet do not overlap.

    >>> sheet = Sheet(rows={2: {1: "市城管局", 2: "公厕"}, 3: {1: "市城管局", 2: "驿站"}})
    >>> cover(sheet, [(2, 3, 1, 1)], "list.xlsx")
    >>> sheet.rows[3], sheet.covered
    ({2: '驿站'}, {(3, 1)})
    """
    numbers = sorted(sheet.rows)
    left = CELLS
    for first, last, column, end in merges:
        filled = column in sheet.rows.get(first, ())
        for number in numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]:
            row = sheet.rows[number]
            left -= 1 + len(row)
            if left < 0:
                raise SourceError(f"{shown}: merged cells that overlap; open it in its program and save it again")
            for covered in [each for each in row if column <= each <= end and (number, each) != (first, column)]:
                del row[covered]
            if filled and number > first:
                sheet.covered.add((number, column))
    for number in numbers:
        if not sheet.rows[number]:
            del sheet.rows[number]


def left_out(sheets: Iterable[Sheet], hidden: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """What a clerk should know of sheets: what of them is hidden and left out, and which values are missing.

    >>> [found["message"] for found in left_out([Sheet(hidden_rows=2)], ["代码"])]
    ['Hidden in the file and left out: sheets 代码; rows 2.']
    """
    sheets = list(sheets)
    rows, columns = sum(sheet.hidden_rows for sheet in sheets), sum(sheet.hidden_columns for sheet in sheets)
    named = "、".join(name[:_LONGEST_NAME] for name in hidden[:_MOST_NAMES])
    what = "; ".join(f"{kind} {value}" for kind, value in (("sheets", named), ("rows", rows), ("columns", columns)) if value)
    uncounted = sum(sheet.uncounted for sheet in sheets)
    found = [diagnostic("F008", what=what)] if what else []
    return (*found, *([diagnostic("F009", count=uncounted)] if uncounted else []))


def _names(sheet: Sheet, *, several: bool) -> bool:
    """Whether the name of a sheet is to stand above its rows: it says something that its first row, a title perhaps, does not."""
    first = sheet.rows[min(sheet.rows)]
    titled = len(first) == 1 and not several
    return (
        not titled and bool(sheet.name) and not _UNNAMED.fullmatch(sheet.name or "") and (sheet.name or "") not in "".join(first.values())
    )
