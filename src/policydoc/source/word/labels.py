"""编号: gives the paragraphs of a body the numbers that Word shows before them, in the order of the body, and numbers its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policydoc.source.word.blocks import Block, Paragraph, Reference, Table
from policydoc.source.word.numbering import Lists
from policydoc.source.word.styles import Styles


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of blocks in order: those of a table row by row, those of a text box behind the one that it hangs on.

    >>> [paragraph.number for paragraph in paragraphs([Paragraph(1), Paragraph(2, boxes=[[Paragraph(2)]])])]
    [1, 2, 2]
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for box in block.boxes:
                yield from paragraphs(box)
        elif isinstance(block, Table):
            for row in block.rows:
                if not row.deleted:
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)


def number(blocks: Sequence[Block], styles: Styles, lists: Lists) -> None:
    """Give each paragraph its label: the number of its list, the level told by itself or by its style; none where it is in no list."""
    for paragraph in paragraphs(blocks):
        if paragraph.label is not None:
            continue
        place, id_, level = paragraph.place, None, None
        if place is not None:
            id_, level = place.id, place.level
        if id_ is None:
            of_style = styles.list_of(paragraph.style, lists)
            if of_style is not None:
                id_, level = of_style[0], of_style[1] if level is None else level
        elif level is None:
            level = lists.level_of_style(id_, paragraph.style) if paragraph.style is not None else None
        paragraph.label = lists.label(id_, level or 0) if id_ is not None else ""


def note_marks(blocks: Sequence[Block], notes: Iterable[Reference]) -> dict[Reference, str]:
    """The marks of the notes of a body, in the order of their references; endnotes beside footnotes are told apart.

    >>> note_marks([Paragraph(1, ["公厕", Reference("footnote", "2")])], [Reference("footnote", "2")])
    {Reference(kind='footnote', id='2'): '[1]'}
    """
    known = set(notes)
    referred = [piece for paragraph in paragraphs(blocks) for piece in paragraph.pieces if isinstance(piece, Reference) and piece in known]
    both = len({reference.kind for reference in referred}) > 1
    found: dict[Reference, str] = {}
    counts = {"footnote": 0, "endnote": 0}
    for reference in referred:
        if reference not in found:
            counts[reference.kind] += 1
            found[reference] = f"[{'注' if both and reference.kind == 'endnote' else ''}{counts[reference.kind]}]"
    return found
