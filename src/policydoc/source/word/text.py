"""全文: the blocks and notes of a Word file, of whatever version, as one text with its numbers, edits and origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from policydoc.errors import SourceError
from policydoc.source.reading import Reading
from policydoc.source.word.blocks import Block, Reference
from policydoc.source.word.labels import note_marks, number, paragraphs
from policydoc.source.word.numbering import Lists
from policydoc.source.word.styles import Styles
from policydoc.source.word.writer import Segment, Writer

_EMPTY = "a Word file without text, of pictures perhaps; run OCR on it first, then give its text"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What numbers paragraphs: styles and lists; `step` names the edits that put the numbers in."""

    step: str
    styles: Styles = field(default_factory=Styles)
    lists: Lists = field(default_factory=Lists)


def reading(
    blocks: Sequence[Block],
    notes: Mapping[Reference, Sequence[Block]],
    numbers: Numbers,
    media_type: str,
    shown: str,
    letterhead: Sequence[str] = (),
    chunks: Mapping[str, str] | None = None,
) -> Reading:
    """The text of a Word file: its letterhead, its body, the notes that it refers to; one without text is refused.

    >>> from policydoc.source.word.blocks import Paragraph
    >>> body = [Paragraph(1, ["新建图书馆3座", Reference("footnote", "2"), "。"])]
    >>> found = reading(body, {Reference("footnote", "2"): [Paragraph(0, ["图书馆指公共图书馆。"])]}, Numbers("docx-numbering"), "", "")
    >>> found.text.splitlines(), len(found.edits)
    (['新建图书馆3座[1]。', '[1]图书馆指公共图书馆。'], 2)
    """
    for each in (blocks, *notes.values()):
        number(each, numbers.styles, numbers.lists)
    marks = note_marks(blocks, notes)
    writer = Writer(marks, chunks or {}, numbers.step)
    for line in letterhead:
        writer.line([Segment(line)], 1)
    writer.blocks(blocks)
    if marks:
        bearing = {piece: each.number for each in paragraphs(blocks) for piece in each.pieces if isinstance(piece, Reference)}
        for reference, mark in marks.items():
            writer.line([Segment(mark, True), *writer.flat(notes[reference])], bearing[reference])
    text = writer.text
    if not text.strip():
        raise SourceError(f"{shown}: {_EMPTY}")
    return Reading(text, media_type, None, tuple(writer.edits), tuple(writer.origins))
