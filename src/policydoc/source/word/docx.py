"""Word 文件 (docx, docm, dotx, flat XML and Word 2003 XML): the text that a reader of the document sees (ISO/IEC 29500, ECMA-376).

1. Paragraphs and tables in the order of the body; text boxes at the paragraph that they are anchored in; notes at the end.
2. The numbers that Word shows before paragraphs and notes are put in, as edits: `decoded` is what the file writes.
3. Changes are accepted; hidden text, comments, headers and footers are left out, but for the letterhead of the first page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policydoc.errors import SourceError
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.source.limits import XML_FLAT
from policydoc.source.package import Package
from policydoc.source.reading import Reading
from policydoc.source.word.blocks import Block, Chunk, Paragraph, Table
from policydoc.source.word.body import read_body
from policydoc.source.word.labels import paragraphs
from policydoc.source.word.numbering import Lists, read_lists
from policydoc.source.word.parts import PREFIXES, FlatParts, Parts, ZippedParts, relations
from policydoc.source.word.state import State
from policydoc.source.word.styles import Styles, read_styles
from policydoc.source.word.text import Numbers, reading
from policydoc.source.xml_events import events

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MEDIA = {
    "document.main+xml": f"{_DOCUMENT}document",
    "template.main+xml": f"{_DOCUMENT}template",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "application/vnd.ms-word.template.macroEnabled.12",
}
_FLAT = pattern(rb"<pkg:package|2006/xmlPackage")
_LETTERHEAD = pattern(r"[一-龥（）()\s]{4,60}文件\Z|[〔\[［]\s*(?:19|20)[0-9]{2}\s*[〕\]］]\s*(?:第\s*)?[0-9]{1,4}\s*号")
_HEAD = 30
"""Paragraphs of the body among which a letterhead would stand."""
_NEAR_START = 4096
_MOST_NAMES = 10
UNREAD = "\ufffd"
"""What stands where a file inside the file could not be read."""

STEP = "docx-numbering"
"""The step of the edits that put in what Word numbers itself."""


def read_docx(data: bytes, shown: str) -> Reading:
    """The text of a docx file and its relatives; what is no Word file raises `SourceError`."""
    parts = ZippedParts(Package(data, shown))
    main = _main_part(parts)
    if main is None:
        raise SourceError(f"{shown}: a Word file without its main part; open it in Word and save it again")
    return _read(parts, main, _media_type(parts, main), shown)


def read_wordml(data: bytes, shown: str) -> Reading:
    """The text of a Word file that is one XML file: flat OPC, or the format of Word 2003."""
    if _FLAT.search(data, 0, _NEAR_START):
        if len(data) > XML_FLAT:
            raise SourceError(f"{shown}: a Word file in one XML file, larger than {XML_FLAT // 1024 // 1024} MB; save it as docx")
        parts = FlatParts(data, shown)
        main = _main_part(parts)
        if main is None:
            raise SourceError(f"{shown}: an XML package without a Word document; open it in its program and save it as docx")
        return _read(parts, main, "application/xml", shown)
    styles = read_styles(events(data, shown, PREFIXES))
    body = read_body(events(data, shown, PREFIXES), styles, shown)
    found = reading(body.blocks, body.notes, Numbers(STEP, styles), "application/xml", shown)
    return found._replace(diagnostics=_findings(body, {}))


def _main_part(parts: Parts) -> str | None:
    """The part that the package is about."""
    for kind, target in relations(parts, "").values():
        if kind == "officeDocument" and target in parts:
            return target
    return "word/document.xml" if "word/document.xml" in parts else None


def _media_type(parts: Parts, main: str) -> str:
    """The media type of a package, by the type of its main part."""
    for event in parts.events("[Content_Types].xml"):
        if isinstance(event, tuple) and event[0].endswith("Override") and event[1].get("PartName", "").lstrip("/").lower() == main.lower():
            kind = event[1].get("ContentType", "")
            return _MEDIA.get(kind) or _MEDIA.get(kind.rpartition("wordprocessingml.")[2]) or _MEDIA["document.main+xml"]
    return _MEDIA["document.main+xml"]


def _read(parts: Parts, main: str, media_type: str, shown: str) -> Reading:
    """The text of a package."""
    related = relations(parts, main)
    found = {kind: target for kind, target in reversed(related.values()) if target in parts}
    styles = read_styles(parts.events(found["styles"])) if "styles" in found else Styles()
    body = read_body(parts.events(main), styles, shown)
    for kind in ("footnotes", "endnotes"):
        if kind in found:
            body.notes.update(read_body(parts.events(found[kind]), styles, shown).notes)
    lists = read_lists(parts.events(found["numbering"])) if "numbering" in found else Lists()
    lists.links = styles.links
    letterhead: list[str] = []
    for header in body.headers:
        target = related.get(header.relation, ("", ""))[1]
        if header.pages == ("first" if body.first_page_differs else "default") and target in parts:
            letterhead = _letterhead(read_body(parts.events(target), styles, shown), body, own=body.first_page_differs)
    chunks = {block.relation: _chunk(parts, related, block) for block in body.blocks if isinstance(block, Chunk)}
    if chunks and all(isinstance(block, Chunk) or not _speaks(block) for block in body.blocks) and set(chunks.values()) == {UNREAD}:
        raise SourceError(f"{shown}: a Word file around a file of another format; open it in Word and save it again as docx")
    made = reading(body.blocks, body.notes, Numbers(STEP, styles, lists), media_type, shown, letterhead, chunks)
    return made._replace(diagnostics=_findings(body, chunks))


def _speaks(block: Block) -> bool:
    return isinstance(block, Table) or (isinstance(block, Paragraph) and bool(block.text().strip()))


def _findings(body: State, chunks: Mapping[str, str]) -> tuple[dict[str, Any], ...]:
    """What a clerk should know of the file: objects that are not read, changes, hidden text."""
    unread = [*body.objects, *("file" for text in chunks.values() if text == UNREAD)]
    found: list[dict[str, Any]] = []
    if unread:
        found.append(diagnostic("F006", count=len(unread), names=", ".join(sorted(set(unread))[:_MOST_NAMES])))
    if body.changes:
        found.append(diagnostic("F007", count=body.changes))
    if body.unseen:
        found.append(diagnostic("F008", what=f"{body.unseen} characters"))
    return tuple(found)


def _letterhead(header: State, body: State, *, own: bool) -> list[str]:
    """红头: the lines of the header that are the document's letterhead: 云泽市人民政府文件, 云政办发〔2024〕7号.

    `own` is whether the first page has a header of its own; one of every page is a running head, unless it is so worded.
    """
    lines = [paragraph.text().strip() for paragraph in paragraphs(header.blocks)]
    lines = [" ".join(line.split()) for line in lines if any(map(str.isalpha, line))]
    if not lines or not (own or any(map(_LETTERHEAD.search, lines))):
        return []
    near = {"".join(paragraph.text().split()) for paragraph, _ in zip(paragraphs(body.blocks), range(_HEAD), strict=False)}
    return [line for line in lines if "".join(line.split()) not in near]


def _chunk(parts: Parts, related: dict[str, tuple[str, str]], chunk: Chunk) -> str:
    """The text of a file inside the file: a page, a web archive or a text; any other leaves a mark that it could not be read."""
    target = related.get(chunk.relation, ("", ""))[1]
    suffix = target.rpartition(".")[2].lower()
    if target not in parts or suffix not in ("htm", "html", "xhtml", "mht", "mhtml", "txt"):
        return UNREAD
    data = parts.read(target)
    try:
        if suffix == "txt":
            from policydoc.source.decoding import decode

            return decode(data, target)[0]
        if suffix.startswith("mht"):
            from policydoc.source.web.mht import read_mht

            return read_mht(data, target).text
        from policydoc.source.web.html import read_html

        return read_html(data, target)[0]
    except SourceError:
        return UNREAD
