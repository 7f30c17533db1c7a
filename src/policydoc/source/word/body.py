"""正文: the XML of a part of a Word file → its paragraphs, tables and notes (ISO/IEC 29500-1, clause 17).

Changes are accepted: what was inserted stays, what was deleted or moved away goes. Hidden text, the instructions of fields and the
second form of a drawing (`mc:Fallback`) are left out; text boxes hang on the paragraph that they are anchored in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from policydoc.source.word import frames, runs
from policydoc.source.word.state import Attributes, End, State
from policydoc.source.word.styles import Styles
from policydoc.source.xml_events import Event

_SKIPPED = frozenset(
    [
        "w:pPrChange",
        "w:rPrChange",
        "w:sectPrChange",
        "w:tblPrChange",
        "w:tcPrChange",
        "w:trPrChange",
        "w:tblPrExChange",
        "w:tblGridChange",
        "w:numberingChange",
        "w:tblPr",
        "w:tblPrEx",
        "w:rt",
        "w:rubyPr",
        "w:delText",
        "w:delInstrText",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:ffData",
        "w:tabs",
        "w:binData",
        "w:docOleData",
        "w:docSuppData",
        "w:fonts",
        "w:lists",
        "w:styles",
        "w:shapeDefaults",
        "w:docPr",
        "w:bgPict",
        "o:DocumentProperties",
        "o:CustomDocumentProperties",
    ]
)
"""Elements that are left out with all that is in them."""
_TOLD = frozenset(("w:del", "w:moveFrom", "mc:Choice", "mc:Fallback", "w:hdr", "w:ftr", "aml:annotation"))
"""Elements of which `_skips` tells whether they are left out."""
_HANDLERS: Mapping[str, Callable[[State, Attributes], End | None]] = {
    "w:p": runs.paragraph, "w:pPr": runs.properties, "w:rPr": runs.run_properties, "w:r": runs.run, "w:t": runs.text, "m:t": runs.text,
    "w:instrText": runs.text, "w:tab": runs.tab, "w:ptab": runs.tab, "w:br": runs.line_break, "w:cr": runs.line_break,
    "w:noBreakHyphen": runs.hyphen, "w:sym": runs.sign, "w:fldChar": runs.field_sign, "w:vanish": runs.hidden,
    "w:vertAlign": runs.vertical, "w:rStyle": runs.run_style, "w:pStyle": runs.style, "w:framePr": runs.frame, "w:ilvl": runs.list_level,
    "w:numId": runs.list_id, "w:ilfo": runs.list_id, "wx:t": runs.label, "m:den": runs.fraction, "m:sup": runs.exponent,
    "w:footnoteReference": runs.footnote_mark, "w:endnoteReference": runs.endnote_mark,
    "w:tbl": frames.table, "w:gridCol": frames.column, "w:tr": frames.row, "w:tc": frames.cell, "w:trPr": frames.row_properties,
    "w:tcPr": frames.cell_properties, "w:gridBefore": frames.before, "w:gridSpan": frames.span, "w:vMerge": frames.merge,
    "w:vmerge": frames.merge, "w:hMerge": frames.merge, "w:hmerge": frames.merge, "w:cellDel": frames.deleted_cell,
    "w:txbxContent": frames.box, "v:textpath": frames.word_art, "mc:AlternateContent": frames.alternatives,
    "w:footnote": frames.footnote, "w:endnote": frames.endnote, "w:sectPr": frames.section, "w:headerReference": frames.header,
    "w:ins": frames.inserted, "w:moveTo": frames.inserted, "o:OLEObject": frames.embedded, "c:chart": frames.chart,
    "dgm:relIds": frames.diagram, "w:titlePg": frames.title_page, "w:altChunk": frames.chunk,
}  # fmt: skip


def read_body(events: Iterable[Event], styles: Styles, shown: str) -> State:
    """What a part holds: its blocks, notes and the headers of its first section.

    >>> from policydoc.source.xml_events import events
    >>> xml = "<w:body xmlns:w='urn:w'><w:p><w:r><w:t>新建公厕</w:t></w:r><w:del><w:r><w:t>7</w:t></w:r></w:del><w:r><w:t>8座</w:t></w:r></w:p></w:body>"
    >>> [paragraph.text() for paragraph in read_body(events(xml.encode(), "document.xml", {"urn:w": "w"}), Styles(), "").blocks]
    ['新建公厕8座']
    """
    state = State(styles, shown)
    handlers = _HANDLERS
    ends: list[End | None] = []
    skipping = 0
    for event in events:
        if skipping:
            if event is None:
                skipping -= 1
            elif not isinstance(event, str):
                skipping += 1
        elif event is None:
            end = ends.pop()
            if end is not None:
                end()
        elif isinstance(event, str):
            if state.collected is not None:
                state.collected.append(event)
        else:
            name, attributes = event
            if name in _SKIPPED or (name in _TOLD and _skips(state, name, attributes)):
                skipping = 1
            else:
                start = handlers.get(name)
                ends.append(start(state, attributes) if start is not None else None)
    return state


def _skips(state: State, name: str, attributes: Attributes) -> bool:
    """Whether an element is left out where the reader stands; what it says of the mark or row that it stands in is noted."""
    if name in ("w:hdr", "w:ftr"):
        return state.in_section
    if name == "aml:annotation":
        kind = attributes.get("w:type", "")
        state.changes += kind in ("Word.Insertion", "Word.Deletion")
        return kind != "Word.Insertion"
    if name in ("mc:Choice", "mc:Fallback"):
        taken = bool(state.choices) and state.choices[-1]
        if state.choices:
            state.choices[-1] = True
        return taken
    state.changes += 1
    if state.about == "mark" and state.paragraph is not None:
        state.paragraph.mark = "deleted"
    elif state.about == "row" and state.row is not None:
        state.row.deleted = True
    return True
