"""Word 97-2003 文档 (doc, wps): the streams of a Word binary file → its text; [MS-DOC].

Read are the main text, footnotes and endnotes, and text boxes where they are anchored; headers and footers are furniture of
pages, and remarks are none of the text. Tracked changes are accepted, hidden text is left out, fields give their results.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from struct import unpack_from
from typing import Literal

from policydoc.errors import SourceError
from policydoc.rules.diagnostics import diagnostic
from policydoc.source.limits import CHARACTERS
from policydoc.source.reading import Reading
from policydoc.source.word import fib as parts
from policydoc.source.word.blocks import Block, Paragraph, Reference
from policydoc.source.word.fib import Fib, read_fib
from policydoc.source.word.list_tables import read_list_tables
from policydoc.source.word.manners import Characters, Paragraphs, read_fonts
from policydoc.source.word.pieces import read_pieces
from policydoc.source.word.story import Story
from policydoc.source.word.style_table import read_styles
from policydoc.source.word.text import Numbers, reading

MEDIA_TYPE = "application/msword"
_AGAIN = "open it in Word or WPS and save it as docx"
_ANCHOR, _BOX = 26, 22
"""Bytes of what is said of an anchor (Spa) and of a text box (FTXBXS)."""


def read_word97(main: bytes, others: Mapping[str, bytes], shown: str) -> Reading:
    """The text of a Word binary file from its stream WordDocument and the streams beside it."""
    try:
        return _read(main, others, shown)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise SourceError(f"{shown}: a damaged Word file ({str(error)[:60]}); {_AGAIN}") from None


def _read(main: bytes, others: Mapping[str, bytes], shown: str) -> Reading:
    fib = read_fib(main, shown)
    name = "1Table" if fib.second_table else "0Table"
    if name not in others:
        raise SourceError(f"{shown}: a damaged Word file (without its stream {name}); {_AGAIN}")
    table = others[name]
    text, pieces = read_pieces(fib.part(parts.PIECES, table), main, shown)
    if len(text) > CHARACTERS:
        raise SourceError(f"{shown}: more than {CHARACTERS} characters; split it")
    characters = Characters(fib.part(parts.CHARACTER_PAGES, table), main)
    runs = sorted(characters.runs(read_fonts(fib.part(parts.FONTS, table))))
    manners = Paragraphs(fib.part(parts.PARAGRAPH_PAGES, table), main, others.get("Data", b""))
    story = Story(text, pieces, runs, manners, read_styles(fib.part(parts.STYLES, table)))
    ends = fib.end_of(parts.LISTS)
    lists = read_list_tables(table, (fib.pairs[2 * parts.LISTS], ends) if ends else (0, 0), fib.part(parts.LIST_OVERRIDES, table))
    calls = {**_calls(fib, table, "footnote"), **_calls(fib, table, "endnote")}
    boxes = _boxes(fib, table, story)
    blocks = story.blocks(0, min(fib.text, len(text)), {place: reference for place, (reference, _, _) in calls.items()}, boxes)
    notes = {reference: story.blocks(start, end, {}, {}) for reference, start, end in calls.values()}
    found = reading(blocks, notes, Numbers("doc-numbering", lists=lists), MEDIA_TYPE, shown)
    told = [diagnostic("F004", count=story.old_lists)] if story.old_lists else []
    told += [diagnostic("F007", count=characters.changes)] if characters.changes else []
    told += [diagnostic("F008", what=f"{story.unseen} characters")] if story.unseen else []
    return found._replace(diagnostics=(*found.diagnostics, *told)) if told else found


def _calls(fib: Fib, table: bytes, kind: Literal["footnote", "endnote"]) -> dict[int, tuple[Reference, int, int]]:
    """Where notes are called: what calls them, and where their text begins and ends."""
    foot = kind == "footnote"
    references = fib.part(parts.NOTE_REFERENCES if foot else parts.END_REFERENCES, table)
    texts = fib.part(parts.NOTES if foot else parts.END_NOTES, table)
    count = min((len(references) - 4) // 6, len(texts) // 4 - 2)
    if count <= 0:
        return {}
    first = fib.text if foot else fib.text + fib.notes + fib.headers + fib.macros + fib.remarks
    places = unpack_from(f"<{count}I", references)
    starts = unpack_from(f"<{count + 1}I", texts)
    return {
        place: (Reference(kind, str(number)), first + starts[number], first + starts[number + 1]) for number, place in enumerate(places)
    }


def _boxes(fib: Fib, table: bytes, story: Story) -> dict[int, list[list[Block]]]:
    """The text boxes by the place of their anchors; those of a group of shapes, which has one anchor, by the last anchor before."""
    told, anchors = fib.part(parts.BOXES, table), fib.part(parts.ANCHORS, table)
    count = (len(told) - 4) // (4 + _BOX)
    if count <= 0 or not fib.boxes:
        return {}
    starts = unpack_from(f"<{count + 1}I", told)
    shapes = [unpack_from("<i", told, 4 * (count + 1) + _BOX * number + 14)[0] for number in range(count)]
    many = max(0, (len(anchors) - 4) // (4 + _ANCHOR))
    places = {
        unpack_from("<i", anchors, 4 * (many + 1) + _ANCHOR * rank)[0]: unpack_from("<I", anchors, 4 * rank)[0] for rank in range(many)
    }
    first = fib.text + fib.notes + fib.headers + fib.macros + fib.remarks + fib.end_notes
    found: dict[int, list[list[Block]]] = {}
    place = 0
    for number, shape in enumerate(shapes):
        start, end = first + starts[number], first + starts[number + 1]
        if end - start > 1 and starts[number + 1] < fib.boxes:
            place = places.get(shape, place)
            box = story.blocks(start, end, {}, {})
            while box and isinstance(box[-1], Paragraph) and not box[-1].pieces:
                box.pop()
            found.setdefault(place, []).append(box)
    return found
