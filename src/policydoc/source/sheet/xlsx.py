"""电子表格 (xlsx, xlsm): the rows of its sheets as a reader sees them (ISO/IEC 29500-1, 18; ECMA-376).

1. Sheets in order; hidden sheets, rows and columns are left out, but for rows that a filter hides: they are of the list.
2. A number is shown as its format shows it; of a formula, the value that was last computed.
3. Cells are read one by one, so that one far away costs no more than one nearby.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.limits import CELLS, CHARACTERS, SHEETS
from policydoc.source.package import Package
from policydoc.source.reading import Reading
from policydoc.source.sheet.display import displayed
from policydoc.source.sheet.rows import Sheet, cell_text, cover, left_out, written
from policydoc.source.sheet.workbook import Workbook, read_workbook
from policydoc.source.xml_events import Event, events

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MACRO = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_REFERENCE = pattern(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_TRUE = {"1": "TRUE", "0": "FALSE"}
_MOST_MERGES = 100_000


@dataclass(slots=True)
class _Grid:
    """What has been read of a sheet."""

    sheet: Sheet
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    filtered: bool = False


def column_number(letters: str) -> int:
    """The number of a column from its letters.

    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_xlsx(data: bytes, shown: str) -> Reading:
    """The rows of an xlsx file; what is no such file raises `SourceError`."""
    package = Package(data, shown)
    if any(name.lower().endswith("workbook.bin") for name in package.names):
        raise SourceError(f"{shown}: a binary workbook (xlsb); open it in its program and save it as xlsx")
    book = read_workbook(package)
    if len(book.sheets) > SHEETS:
        raise SourceError(f"{shown}: {len(book.sheets)} sheets, more than {SHEETS}; split it")
    sheets = list(_sheets(package, book))
    found = written(sheets, shown)
    if not found.text.strip():
        raise SourceError(f"{shown}: a spreadsheet whose shown sheets are empty; give one with rows")
    macros = "[Content_Types].xml" in package and _MACRO in package.read("[Content_Types].xml")
    media_type = "application/vnd.ms-excel.sheet.macroEnabled.12" if macros else f"{_SHEET}sheet"
    return found._replace(media_type=media_type, diagnostics=left_out(sheets, book.hidden))


def _sheets(package: Package, book: Workbook) -> Iterator[Sheet]:
    left, characters = CELLS, 0
    for name, part in book.sheets:
        grid = _Grid(Sheet(name))
        for row, column, text in _cells(events(package.read(part), package.shown), book, grid):
            left -= 1
            characters += len(text)
            if left < 0 or characters > CHARACTERS:
                raise SourceError(f"{package.shown}: more than {CELLS} cells, or {CHARACTERS // 1024 // 1024} million characters; split it")
            if text:
                grid.sheet.rows.setdefault(row, {})[column] = text
        yield _shown(grid, package.shown)


def _shown(grid: _Grid, shown: str) -> Sheet:
    """The sheet without what is hidden or covered by a merged cell."""
    rows = grid.sheet.rows
    cover(grid.sheet, grid.merges, shown)
    gone: set[int] = set()
    for row in list(rows):
        if row in grid.hidden_rows and not grid.filtered:
            del rows[row]
            grid.sheet.hidden_rows += 1
            continue
        for first, last in grid.hidden_columns:
            for column in [column for column in rows[row] if first <= column <= last]:
                del rows[row][column]
                gone.add(column)
        if not rows[row]:
            del rows[row]
    grid.sheet.hidden_columns = len(gone)
    return grid.sheet


def _cells(found: Iterable[Event], book: Workbook, grid: _Grid) -> Iterator[tuple[int, int, str]]:
    """The cells of a sheet: row, column and what is shown there; what else the sheet says goes into the grid."""
    names: list[str] = []
    row = column = 0
    kind = style = ""
    computed = False
    value: list[str] = []
    for event in found:
        if event is None:
            ended = names.pop()
            if ended == "f":
                computed = True
            elif ended == "c":
                grid.sheet.uncounted += computed and not value
                shown = _value("".join(value), kind, style, book)
                yield row, column, shown if kind == "s" else cell_text(shown)
        elif isinstance(event, str):
            if names[-1] == "v" or (names[-1] == "t" and kind == "inlineStr" and "rPh" not in names[-3:]):
                value.append(event)
        else:
            name, attributes = event
            names.append(name)
            if name == "c":
                place = _REFERENCE.fullmatch(attributes.get("r", ""))
                column = column_number(place[1]) if place else column + 1
                kind, style, value, computed = attributes.get("t", "n"), attributes.get("s", ""), [], False
            elif name == "row":
                number = attributes.get("r", "")
                row, column = int(number) if number.isdecimal() and len(number) < 9 else row + 1, 0
                if attributes.get("hidden") in ("1", "true"):
                    grid.hidden_rows.add(row)
            elif name in ("col", "mergeCell", "filterColumn"):
                _note(grid, name, attributes)


def _note(grid: _Grid, name: str, attributes: dict[str, str]) -> None:
    """What a sheet says of its columns, its merged cells and its filter."""
    if name == "filterColumn":
        grid.filtered = True
    elif name == "col":
        edges = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and all(edge.isdecimal() and len(edge) < 9 for edge in edges):
            grid.hidden_columns.append((int(edges[0]), int(edges[1])))
    else:
        places = list(_REFERENCE.finditer(attributes.get("ref", "")))
        if len(places) == 2 and len(grid.merges) < _MOST_MERGES:
            first, last = places
            grid.merges.append((int(first[2]), int(last[2]), column_number(first[1]), column_number(last[1])))


def _value(value: str, kind: str, style: str, book: Workbook) -> str:
    """What a cell shows."""
    if kind == "s":
        return book.texts[int(value)] if value.isdecimal() and len(value) < 9 and int(value) < len(book.texts) else ""
    if kind == "b":
        return _TRUE.get(value, value)
    if kind in ("n", "") and value:
        place = int(style) if style.isdecimal() and len(style) < 9 else 0
        return displayed(value, book.formats[place] if place < len(book.formats) else "", from_1904=book.from_1904)
    return value
