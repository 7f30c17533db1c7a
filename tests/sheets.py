"""Spreadsheets written by hand: the XML of a workbook and its sheets, and the zip container around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from word import PACKAGE, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Value: TypeAlias = "str | int | float | tuple[float, int] | None"
"""A text, a number, or a number with the place of its style."""


def place(row: int, column: int) -> str:
    """The name of a cell, both counted from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _cell(name: str, value: Value, texts: list[str]) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        texts.append(value)
        return f'<c r="{name}" t="s"><v>{len(texts) - 1}</v></c>'
    number, style = value if isinstance(value, tuple) else (value, 0)
    return f'<c r="{name}" s="{style}"><v>{number}</v></c>'


def sheet(rows: Sequence[Sequence[Value]], texts: list[str], *, before: str = "", after: str = "", hidden: Iterable[int] = ()) -> str:
    """A sheet; `before` and `after` stand around its rows, `hidden` are the rows that are not shown."""
    written = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(place(number, column), value, texts) for column, value in enumerate(row, 1))
        written += f'<row r="{number}"{" hidden=" + quoteattr("1") if number in hidden else ""}>{cells}</row>'
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{written}</sheetData>{after}</worksheet>'


def merged(*references: str) -> str:
    """The merged cells of a sheet."""
    return f"<mergeCells>{''.join(f'<mergeCell ref={quoteattr(each)}/>' for each in references)}</mergeCells>"


def xlsx(
    sheets: Mapping[str, str], texts: Sequence[str], formats: Sequence[str] = (), states: Mapping[str, str] | None = None, more: str = ""
) -> bytes:
    """A workbook; `formats` are the number formats of styles 1 and on, `states` tell which sheets are hidden."""
    states = states or {}
    related = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in enumerate(sheets, 1)
    )
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" state="{states.get(name, "visible")}" r:id="r{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    own = "".join(f'<numFmt numFmtId="{163 + number}" formatCode={quoteattr(code)}/>' for number, code in enumerate(formats, 1))
    used = "".join(f'<xf numFmtId="{163 + number}"/>' for number, _ in enumerate(formats, 1))
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{more}<sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="f" Type="{OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{escape(text)}</t></si>" for text in texts)}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{number}.xml": content for number, content in enumerate(sheets.values(), 1)},
    }
    return zipped(files)


def _types(sheets: int) -> str:
    """The types of the parts of a workbook."""
    kinds = {"workbook": "sheet.main", "sharedStrings": "sharedStrings", "styles": "styles"}
    kinds |= {f"worksheets/sheet{number}": "worksheet" for number in range(1, sheets + 1)}
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = "".join(f'<Override PartName="/xl/{part}.xml" ContentType="{spreadsheet}.{kind}+xml"/>' for part, kind in kinds.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relations}<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'


def workbook(rows: Sequence[Sequence[Value]], formats: Sequence[str] = (), **more: object) -> bytes:
    """A workbook of one sheet."""
    texts: list[str] = []
    return xlsx({"Sheet1": sheet(rows, texts, **more)}, texts, formats)  # type: ignore[arg-type]
