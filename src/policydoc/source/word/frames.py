"""框架: the elements of a Word file that hold paragraphs: tables, text boxes, notes, sections (ISO/IEC 29500-1, 17.4, 17.6, 17.11)."""

from __future__ import annotations

from typing import Literal

from policydoc.source.word.blocks import Block, Cell, Chunk, Paragraph, Reference, Row, Table
from policydoc.source.word.numbering import integer
from policydoc.source.word.state import Attributes, End, Header, State

MOST_COLUMNS = 200
"""Columns that a table may have."""


def table(state: State, _: Attributes) -> End:
    """表格: opens one."""
    made = Table()
    state.into.append(made)
    state.tables.append(made)

    def end() -> None:
        if state.tables:
            state.tables.pop()

    return end


def column(state: State, attributes: Attributes) -> None:
    """列宽."""
    if state.tables and len(state.tables[-1].widths) < MOST_COLUMNS:
        state.tables[-1].widths.append(max(integer(attributes.get("w:w"), 0), 0))


def row(state: State, _: Attributes) -> None:
    """表行: opens one."""
    if state.tables:
        state.tables[-1].rows.append(Row())


def cell(state: State, _: Attributes) -> End | None:
    """单元格: what follows goes into it."""
    made = Cell()
    if state.row is None:
        return None
    state.count_frame()
    state.row.cells.append(made)
    return state.inside(made.blocks, aside=False)


def row_properties(state: State, _: Attributes) -> End:
    """表行属性."""
    return _about(state, "row")


def cell_properties(state: State, _: Attributes) -> End:
    """单元格属性."""
    return _about(state, "cell")


def _about(state: State, about: Literal["row", "cell"]) -> End:
    before = state.about
    state.about = about

    def end() -> None:
        state.about = before

    return end


def before(state: State, attributes: Attributes) -> None:
    """Columns that a row leaves out before its first cell."""
    if state.row is not None:
        state.row.before = min(max(integer(attributes.get("w:val"), 0), 0), MOST_COLUMNS)


def span(state: State, attributes: Attributes) -> None:
    """横向合并: how many columns a cell takes."""
    found = _cell(state)
    if found is not None:
        found.span = min(max(integer(attributes.get("w:val"), 1), 1), MOST_COLUMNS)


def merge(state: State, attributes: Attributes) -> None:
    """合并: a cell that begins a merged one, or goes on it."""
    found = _cell(state)
    if found is not None:
        found.merge = "restart" if attributes.get("w:val") == "restart" else "continue"


def deleted_cell(state: State, _: Attributes) -> None:
    """A cell that was deleted with its text."""
    if state.row is not None and state.row.cells:
        state.row.cells.pop()


def _cell(state: State) -> Cell | None:
    found = state.row
    return found.cells[-1] if found is not None and found.cells else None


def box(state: State, _: Attributes) -> End:
    """文本框: its paragraphs hang on the one that it is anchored in."""
    blocks: list[Block] = []
    if state.paragraph is None:
        return state.inside(state.into, aside=True)
    if not state.hidden:
        state.paragraph.boxes.append(blocks)
    return state.inside(blocks, aside=True)


def word_art(state: State, attributes: Attributes) -> None:
    """艺术字: a line of letters that is drawn."""
    words = attributes.get("string", "")
    if state.paragraph is not None and words.strip():
        state.paragraph.boxes.append([Paragraph(state.count, [words])])


def alternatives(state: State, _: Attributes) -> End:
    """Forms of one thing, of which the first is taken."""
    state.choices.append(False)

    def end() -> None:
        state.choices.pop()

    return end


def footnote(state: State, attributes: Attributes) -> End:
    """脚注."""
    return _note(state, "footnote", attributes)


def endnote(state: State, attributes: Attributes) -> End:
    """尾注."""
    return _note(state, "endnote", attributes)


def _note(state: State, kind: Literal["footnote", "endnote"], attributes: Attributes) -> End:
    """A note, in the part that holds them, or where a Word 2003 file has it: behind its word."""
    reference = Reference(kind, attributes.get("w:id", f"here{len(state.notes)}"))
    blocks: list[Block] = []
    if attributes.get("w:type") in (None, "normal"):
        state.notes[reference] = blocks
        if state.paragraph is not None and not state.hidden:
            state.paragraph.pieces.append(reference)
    return state.inside(blocks, aside=True)


def section(state: State, _: Attributes) -> End:
    """节."""
    state.sections += 1
    state.in_section = True

    def end() -> None:
        state.in_section = False

    return end


def header(state: State, attributes: Attributes) -> None:
    """页眉: those of the first section."""
    if state.sections == 1:
        state.headers.append(Header(attributes.get("w:type", "default"), attributes.get("r:id", "")))


def title_page(state: State, attributes: Attributes) -> None:
    """首页不同: the first page has a header of its own."""
    if state.sections == 1:
        state.first_page_differs = attributes.get("w:val") not in ("0", "false", "off")


def chunk(state: State, attributes: Attributes) -> None:
    """嵌入文件."""
    state.into.append(Chunk(attributes.get("r:id", "")))


def inserted(state: State, _: Attributes) -> None:
    """修订: an insertion, or the new place of what was moved."""
    state.changes += 1


def embedded(state: State, attributes: Attributes) -> None:
    """嵌入对象: of another program."""
    _object(state, attributes.get("ProgID", "") or "object")


def chart(state: State, _: Attributes) -> None:
    """图表."""
    _object(state, "chart")


def diagram(state: State, _: Attributes) -> None:
    """SmartArt 图形: its words stand in a part of their own."""
    _object(state, "diagram")


def _object(state: State, name: str) -> None:
    if not state.hidden:
        state.objects.append(name[:40])
