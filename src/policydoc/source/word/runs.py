"""文字: the elements of a Word file that make up paragraphs and their text (ISO/IEC 29500-1, 17.3 and 17.16)."""

from __future__ import annotations

from policydoc.source.word.blocks import ListPlace, Paragraph, Reference
from policydoc.source.word.numbering import integer
from policydoc.source.word.state import DEEPEST_FIELD, Attributes, End, Field, State
from policydoc.source.word.styles import is_on
from policydoc.source.word.symbols import symbol

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = str.maketrans("\n\r", "  ")


def paragraph(state: State, _: Attributes) -> End:
    """段落: opens one."""
    before, hidden = state.paragraph, state.hidden_style
    state.count_frame()
    state.count += not state.aside
    made = state.paragraph = Paragraph(state.count)
    state.hidden = state.hidden_style = False

    def end() -> None:
        state.close(made)
        state.paragraph, state.hidden_style = before, hidden
        state.hidden = False

    return end


def properties(state: State, _: Attributes) -> End:
    """段落属性: until its end, properties are those of the paragraph."""
    state.about = "paragraph"

    def end() -> None:
        state.about = ""

    return end


def run_properties(state: State, _: Attributes) -> End:
    """文字属性: of a run, or of the mark at the end of the paragraph."""
    before = state.about
    state.about = "mark" if before == "paragraph" else "run"

    def end() -> None:
        state.about = before

    return end


def run(state: State, _: Attributes) -> None:
    """文字块: a run begins as its paragraph's style has it."""
    state.hidden, state.raised = state.hidden_style, False


def text(state: State, attributes: Attributes) -> End:
    """文本: the characters of one element, without the blanks at its ends unless they are to be kept."""
    state.collected = []

    def end() -> None:
        found = "".join(state.collected or ()).translate(_BLANKS)
        state.collected = None
        if attributes.get("xml:space") != "preserve":
            found = found.strip(" ")
        if state.raised and found.isascii() and found.isdigit() and state.paragraph is not None:
            pieces = state.paragraph.pieces
            if pieces and isinstance(pieces[-1], str) and pieces[-1][-1:].isdigit():
                found = found.translate(SUPERSCRIPT)
        state.write(found)

    return end


def tab(state: State, _: Attributes) -> None:
    """制表符."""
    state.write("\t")


def line_break(state: State, _: Attributes) -> None:
    """换行符、分页符: both end a line."""
    state.write("\n")


def hyphen(state: State, _: Attributes) -> None:
    """不间断连字符."""
    state.write("-")


def sign(state: State, attributes: Attributes) -> None:
    """符号: a place of a symbol font."""
    state.write(symbol(attributes.get("w:font", ""), attributes.get("w:char", "")))


def field_sign(state: State, attributes: Attributes) -> None:
    """域符号: the beginning of a field, of its result, or its end."""
    kind = attributes.get("w:fldCharType")
    if kind == "begin":
        if len(state.fields) < DEEPEST_FIELD:
            state.fields.append(Field())
    elif state.fields and kind == "separate":
        state.fields[-1].begun = True
    elif state.fields and kind == "end":
        state.end_field()


def hidden(state: State, attributes: Attributes) -> None:
    """隐藏文字."""
    if state.about == "run":
        state.hidden = is_on(attributes)
    elif state.about == "mark" and state.paragraph is not None and is_on(attributes):
        state.paragraph.mark = "hidden"


def vertical(state: State, attributes: Attributes) -> None:
    """上标: digits behind digits are written as an exponent."""
    if state.about == "run":
        state.raised = attributes.get("w:val") == "superscript"


def run_style(state: State, attributes: Attributes) -> None:
    """字符样式: it may hide the run."""
    if state.about == "run" and state.styles.is_hidden(attributes.get("w:val")):
        state.hidden = True


def style(state: State, attributes: Attributes) -> None:
    """段落样式."""
    if state.paragraph is not None and state.about == "paragraph":
        state.paragraph.style = attributes.get("w:val")
        state.hidden_style = state.styles.is_hidden(state.paragraph.style)


def frame(state: State, attributes: Attributes) -> None:
    """首字下沉: the first letter stands in a paragraph of its own; the next one goes on the line."""
    if state.paragraph is not None and attributes.get("w:dropCap", attributes.get("w:drop-cap", "none")) != "none":
        state.paragraph.mark = "deleted"


def list_level(state: State, attributes: Attributes) -> None:
    """列表级别."""
    if state.paragraph is not None:
        place = state.paragraph.place or ListPlace()
        state.paragraph.place = place._replace(level=integer(attributes.get("w:val"), 0))


def list_id(state: State, attributes: Attributes) -> None:
    """列表."""
    if state.paragraph is not None:
        state.paragraph.place = (state.paragraph.place or ListPlace())._replace(id=attributes.get("w:val", ""))


def label(state: State, attributes: Attributes) -> None:
    """编号: the number as Word 2003 writes it into the file."""
    if state.paragraph is not None:
        state.paragraph.label = attributes.get("wx:val", "")


def fraction(state: State, _: Attributes) -> None:
    """分数线: stands before the lower part of a fraction."""
    state.write("/")


def exponent(state: State, _: Attributes) -> End:
    """指数: of a formula."""
    state.raised = True

    def end() -> None:
        state.raised = False

    return end


def footnote_mark(state: State, attributes: Attributes) -> None:
    """脚注引用."""
    _mark(state, Reference("footnote", attributes.get("w:id", "")), attributes)


def endnote_mark(state: State, attributes: Attributes) -> None:
    """尾注引用."""
    _mark(state, Reference("endnote", attributes.get("w:id", "")), attributes)


def _mark(state: State, reference: Reference, attributes: Attributes) -> None:
    """The mark of a note, unless the writer's own sign follows."""
    if state.paragraph is not None and not state.hidden and (attributes.get("w:customMarkFollows") is None):
        state.paragraph.pieces.append(reference)
