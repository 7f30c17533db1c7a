"""Word files written by hand: the XML of paragraphs, tables, lists and notes, and the zip container around it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": W,
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_TYPES = {
    "document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "document with macros": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, properties: str = "") -> str:
    """A run; `properties` is the inside of its w:rPr."""
    inside = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def paragraph(
    text: str = "", *, xml: str = "", style: str = "", list_: int | None = None, level: int | None = None, properties: str = ""
) -> str:
    """A paragraph of one run, or of the runs that `xml` gives; in a list, where it has one."""
    inside = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if list_ is not None or level is not None:
        inside += "<w:numPr>"
        inside += f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        inside += f'<w:numId w:val="{list_}"/>' if list_ is not None else ""
        inside += "</w:numPr>"
    return f"<w:p><w:pPr>{inside}{properties}</w:pPr>{run(text) if text else ''}{xml}</w:p>"


def cell(content: str = "", *, span: int = 1, merge: str = "", blocks: str = "") -> str:
    """A cell of one paragraph, or of the blocks given; `merge` is restart or continue."""
    inside = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside += f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f"<w:tc><w:tcPr>{inside}</w:tcPr>{blocks or paragraph(content)}</w:tc>"


def table(rows: Iterable[Iterable[str]], widths: Iterable[int] = ()) -> str:
    """A table; a cell that does not begin with a tag is its text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    written = ("".join(each if each.startswith("<w:tc>") else cell(each) for each in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def level(number: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val={quoteattr(text)}/></w:lvl>'
    )


def numbering(definitions: Mapping[int, str], lists: Mapping[int, int | str]) -> str:
    """A numbering part: definitions by their levels; lists by the definition that they follow, or by their whole inside."""
    found = "".join(f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>' for name, levels in definitions.items())
    for name, follows in lists.items():
        inside = f'<w:abstractNumId w:val="{follows}"/>' if isinstance(follows, int) else follows
        found += f'<w:num w:numId="{name}">{inside}</w:num>'
    return root("numbering", found)


def styles(*each: str) -> str:
    """A part of styles."""
    return root("styles", "".join(each))


def style(name: str, inside: str = "", *, based_on: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """A style."""
    base = f"<w:basedOn w:val={quoteattr(based_on)}/>" if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId={quoteattr(name)}{" w:default=" + quoteattr("1") if default else ""}>{base}{inside}</w:style>'
    )


def notes(kind: str, inside: Mapping[int, str]) -> str:
    """A part of footnotes or endnotes, with the lines that part them from the page."""
    lines = f'<w:{kind} w:type="separator" w:id="-1">{paragraph("——")}</w:{kind}>'
    return root(f"{kind}s", lines + "".join(f'<w:{kind} w:id="{name}">{each}</w:{kind}>' for name, each in inside.items()))


def root(name: str, inside: str) -> str:
    """An XML part."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {spaces}>{inside}</w:{name}>'


def document(*blocks: str, section: str = "") -> str:
    """The main part."""
    return root("document", f"<w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body>")


def docx(
    *blocks: str, section: str = "", kind: str = "document", parts: Mapping[str, str | bytes] | None = None, strict: bool = False
) -> bytes:
    """A docx file of a body and other parts by their file names in word/; each is related by its name (`footnotes.xml`: footnotes)."""
    parts = {**(parts or {})}
    related = "".join(f'<Relationship Id={quoteattr(name)} Type="{OFFICE}/{relation(name)}" Target={quoteattr(name)}/>' for name in parts)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES[kind]}"/>{_overrides(parts)}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(*blocks, section=section),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        **{f"word/{name}": part for name, part in parts.items()},
    }
    if strict:
        files = {name: part.replace(W, STRICT) if isinstance(part, str) else part for name, part in files.items()}
    return zipped(files)


def _overrides(parts: Iterable[str]) -> str:
    """The types of other parts, told by their names: numbering, styles, footnotes, headers."""
    kinds = {name: relation(name) for name in parts if name.endswith(".xml")}
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return "".join(f'<Override PartName="/word/{name}" ContentType="{word}.{kind}+xml"/>' for name, kind in kinds.items())


def relation(name: str) -> str:
    """The kind of relation that leads to a part of a name: header1.xml → header, chunk.html → aFChunk."""
    stem = name.partition(".")[0].rstrip("0123456789")
    return {"chunk": "aFChunk"}.get(stem, stem)


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip container."""
    with zipfile.ZipFile(packed := io.BytesIO(), "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
