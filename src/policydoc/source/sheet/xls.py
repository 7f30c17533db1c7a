"""电子表格 (xls): the rows of a workbook of Excel 97 to 2003, by xlrd; what is shown and what is left out is as in xlsx."""

from __future__ import annotations

import io
from typing import Any

from policydoc.errors import SourceError
from policydoc.source.limits import CELLS, SHEETS
from policydoc.source.reading import Reading
from policydoc.source.sheet.display import displayed
from policydoc.source.sheet.rows import Sheet, cell_text, cover, left_out, written

_AGAIN = "open it in its program and save it as xlsx"
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_xls(data: bytes, shown: str) -> Reading:
    """The rows of an xls file; a damaged or encrypted one raises `SourceError`."""
    try:
        import xlrd
    except ModuleNotFoundError:
        raise SourceError(f"{shown}: a spreadsheet (xls); reading it needs: pip install 'policydoc[xls]'") from None
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        if book.nsheets > SHEETS:
            raise SourceError(f"{shown}: {book.nsheets} sheets, more than {SHEETS}; split it")
        sheets = [_sheet(book, sheet, shown) for sheet in book.sheets() if not sheet.visibility]
        reading = written(sheets, shown)
    except SourceError:
        raise
    except Exception as error:  # xlrd raises whatever a damaged file makes it stumble over
        reason = " ".join(str(error).split())[:60] or type(error).__name__
        if "encrypted" in reason.lower():
            raise SourceError(f"{shown}: a spreadsheet encrypted with a password; open it and save it without one") from None
        raise SourceError(f"{shown}: a damaged spreadsheet ({reason}); {_AGAIN}") from None
    if not reading.text.strip():
        raise SourceError(f"{shown}: a spreadsheet whose shown sheets are empty; give one with rows")
    hidden = [sheet.name for sheet in book.sheets() if sheet.visibility]
    return reading._replace(media_type="application/vnd.ms-excel", diagnostics=left_out(sheets, hidden))


def _sheet(book: Any, sheet: Any, shown: str) -> Sheet:
    """The shown cells of a sheet."""
    found = Sheet(sheet.name)
    hidden = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    filtered = bool(getattr(sheet, "filter_mode", 0))
    cells, gone = 0, set[int]()
    for number in range(sheet.nrows):
        info = sheet.rowinfo_map.get(number)
        if info is not None and info.hidden and not filtered:
            found.hidden_rows += 1
            continue
        row = sheet.row(number)
        cells += len(row)
        if cells > CELLS:
            raise SourceError(f"{shown}: more than {CELLS} cells; split it")
        filled = {column + 1: text for column, cell in enumerate(row) if column not in hidden and (text := cell_text(_value(book, cell)))}
        if filled:
            found.rows[number + 1] = filled
        gone.update(column for column in hidden if column < len(row) and row[column].value not in ("", None))
    found.hidden_columns = len(gone)
    cover(found, [(first + 1, last, left + 1, right) for first, last, left, right in sheet.merged_cells], shown)
    return found


def _value(book: Any, cell: Any) -> str:
    """What a cell shows: text 1, number 2, date 3, truth 4, error 5."""
    if cell.ctype in (2, 3):
        style = book.xf_list[cell.xf_index] if cell.xf_index is not None and cell.xf_index < len(book.xf_list) else None
        found = book.format_map.get(style.format_key) if style is not None else None
        return displayed(repr(cell.value), found.format_str if found is not None else "", from_1904=bool(book.datemode))
    if cell.ctype == 4:
        return "TRUE" if cell.value else "FALSE"
    return _ERRORS.get(cell.value, "") if cell.ctype == 5 else str(cell.value) if cell.ctype == 1 else ""
