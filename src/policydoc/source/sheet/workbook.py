"""工作簿: the parts of an xlsx file that its sheets refer to: texts, number formats, and the sheets that are shown (ISO/IEC 29500-1, 18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from policydoc.source.package import Package
from policydoc.source.sheet.display import BUILT_IN
from policydoc.source.sheet.rows import cell_text
from policydoc.source.xml_events import Event, events


@dataclass(slots=True)
class Workbook:
    """What the sheets of a file share."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """The sheets that are shown: name and part."""
    hidden: list[str] = field(default_factory=list)
    """The names of those that are not."""
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    """The format of each style of cells; empty for the general one."""
    from_1904: bool = False


def relations(package: Package, name: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: by their id the last word of their type and the part that they lead to."""
    folder = dirname(name)
    path = join(folder, "_rels", f"{name[len(folder) :].lstrip('/')}.rels")
    found: dict[str, tuple[str, str]] = {}
    for event in events(package.read(path), package.shown) if path in package else ():
        if isinstance(event, tuple) and event[0] == "Relationship" and event[1].get("TargetMode") != "External":
            target = event[1].get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[event[1].get("Id", "")] = (event[1].get("Type", "").rpartition("/")[2], whole)
    return found


def read_workbook(package: Package) -> Workbook:
    """The shown sheets of a file, its texts and formats."""
    book = Workbook()
    main = next((target for kind, target in relations(package, "").values() if kind == "officeDocument"), "xl/workbook.xml")
    related = relations(package, main)
    for event in events(package.read(main), package.shown):
        if not isinstance(event, tuple):
            continue
        name, attributes = event
        if name == "workbookPr":
            book.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet" and attributes.get("state", "visible") != "visible":
            book.hidden.append(attributes.get("name", ""))
        elif name == "sheet":
            relation = next((value for key, value in attributes.items() if key == "id"), "")
            kind, part = related.get(relation, ("", ""))
            if kind == "worksheet" and part in package:
                book.sheets.append((attributes.get("name", ""), part))
    for kind, part in related.values():
        if kind == "sharedStrings" and part in package:
            book.texts = read_texts(events(package.read(part), package.shown))
        elif kind == "styles" and part in package:
            book.formats = read_formats(events(package.read(part), package.shown))
    return book


def read_texts(found: Iterable[Event]) -> list[str]:
    """The shared texts, each on one line, without the readings that may stand over their characters.

    >>> list(read_texts(events("<sst><si><r><t>公</t></r><r><t>厕</t></r><rPh><t>gong</t></rPh></si></sst>".encode(), "x")))
    ['公厕']
    """
    texts: list[str] = []
    names: list[str] = []
    pieces: list[str] = []
    for event in found:
        if event is None:
            if names.pop() == "si":
                texts.append(cell_text("".join(pieces)))
        elif isinstance(event, str):
            if names and names[-1] == "t" and "rPh" not in names[-3:]:
                pieces.append(event)
        else:
            names.append(event[0])
            if event[0] == "si":
                pieces = []
    return texts


def read_formats(found: Iterable[Event]) -> list[str]:
    """The number format of each style of cells."""
    own: dict[str, str] = {}
    formats: list[str] = []
    inside = False
    depth = 0
    for event in found:
        if event is None:
            depth -= 1
            inside = inside and depth > 1
        elif not isinstance(event, str):
            depth += 1
            name, attributes = event
            if name == "numFmt" and depth == 3:
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif name == "cellXfs":
                inside = True
            elif name == "xf" and inside:
                number = attributes.get("numFmtId", "0")
                formats.append(own.get(number) or BUILT_IN.get(int(number) if number.isdecimal() and len(number) < 6 else 0, ""))
    return formats
