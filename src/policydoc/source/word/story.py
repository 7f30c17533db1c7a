"""正文: the characters of a part of a Word binary file → its paragraphs and tables; [MS-DOC] 2.4.1 to 2.4.4."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.source.word.blocks import Block, Cell, ListPlace, Paragraph, Reference, Row, Table
from policydoc.source.word.labels import paragraphs as numbered
from policydoc.source.word.manners import Manner, Paragraphs, Run, is_hidden
from policydoc.source.word.pieces import Piece, whole
from policydoc.source.word.runs import SUPERSCRIPT
from policydoc.source.word.style_table import Style, listed
from policydoc.source.word.symbols import drawn

_MARK = pattern(r"[\r\x07\x0c]")
_FIELD = pattern(r"[\x13\x14\x15]")
_SPECIAL = pattern(r"[\x00-\x08\x0b\x0e-\x1f\t]")
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\t": "\t", "\x1e": "-"}
"""Line break, column break, tab, hyphen that does not part a line; the other signs of control show nothing."""
_NOTE = "\x02"
_NEAR = 30
"""Twentieths of a point by which edges of one column differ."""
_MOST_RUNS = 1_000_000
_LONGEST_DRAWN = 200


class Gap(NamedTuple):
    """Characters that are not shown as they stand, and what is shown for them."""

    start: int
    end: int
    shown: str = ""
    unseen: bool = False
    """Whether they are hidden, rather than deleted or part of a field."""


def fields(text: str) -> Iterator[Gap]:
    r"""What fields do not show: their instructions and marks, all of a field without a result but what its instruction draws.

    >>> [gap[:2] for gap in fields("见\x13 PAGEREF a \x142\x15页")], list(fields("\x13公厕"))
    ([(1, 14), (15, 16)], [])
    >>> [gap.shown for gap in fields("\x13 eq \\o\\ac(○,3) \x15")]
    ['③']
    """
    opened: list[list[int]] = []
    for match in _FIELD.finditer(text):
        place = match.start()
        if match[0] == "\x13":
            opened.append([place])
        elif opened and match[0] == "\x14":
            opened[-1].append(place)
        elif opened:
            marks = opened.pop()
            if len(marks) > 1:
                yield Gap(marks[0], marks[1] + 1)
                yield Gap(place, place + 1)
            else:
                yield Gap(marks[0], place + 1, drawn(text[marks[0] + 1 : min(place, marks[0] + _LONGEST_DRAWN)]))


def gaps(text: str, pieces: Sequence[Piece], runs: Sequence[Run]) -> list[Gap]:
    """All that is not shown as it stands, in order, without overlaps."""
    starts = [run.start for run in runs]
    found = list(fields(text))
    for piece in pieces:
        if is_hidden(piece.modified):
            found.append(Gap(piece.start, piece.end))
        first, last = piece.offset, piece.offset + piece.size * (piece.end - piece.start)
        rank = max(0, bisect_right(starts, first) - 1)
        while rank < len(runs) and runs[rank].start < last and len(found) < _MOST_RUNS:
            run = runs[rank]
            start, end = max(run.start, first) - first, min(run.end, last) - first
            words = text[piece.start + start // piece.size : piece.start + end // piece.size] if run.raised else ""
            if start < end and not run.raised:
                found.append(Gap(piece.start + start // piece.size, piece.start + end // piece.size, run.shown, run.unseen))
            elif words.isascii() and words.isdigit() and text[max(0, piece.start + start // piece.size - 1)].isdigit():
                found.append(Gap(piece.start + start // piece.size, piece.start + end // piece.size, words.translate(SUPERSCRIPT)))
            rank += 1
    found.sort(key=lambda gap: gap[:2])
    merged: list[Gap] = []
    for gap in found:
        if merged and gap.start < merged[-1].end:
            if gap.end > merged[-1].end:
                merged[-1] = Gap(merged[-1].start, gap.end, merged[-1].shown)
        else:
            merged.append(gap)
    return merged


class Story:
    """All characters of a file and what is known of their formats; `blocks` reads a stretch of them."""

    def __init__(
        self, text: str, pieces: Sequence[Piece], runs: Sequence[Run], paragraphs: Paragraphs, styles: Mapping[int, Style]
    ) -> None:
        self.text = text
        self.pieces = pieces
        self.paragraphs = paragraphs
        self.styles = styles
        self.gaps = gaps(text, pieces, runs)
        self.unseen = sum(gap.end - gap.start for gap in self.gaps if gap.unseen)
        """Characters that are hidden."""
        self.old_lists = 0
        """Paragraphs with numbers as Word 6 had them, which are not read."""
        self._ends = [gap.end for gap in self.gaps]
        self._starts = [piece.start for piece in pieces]
        self._number = 0

    def manner(self, place: int) -> Manner:
        """The format of the paragraph whose mark is the character at a place."""
        piece = self.pieces[max(0, bisect_right(self._starts, place) - 1)]
        found = self.paragraphs.at(piece.offset + piece.size * (place - piece.start))
        return self.paragraphs.further(found, piece.modified) if piece.modified else found

    def blocks(self, start: int, end: int, notes: Mapping[int, Reference], boxes: Mapping[int, list[list[Block]]]) -> list[Block]:
        """The paragraphs and tables of a stretch; `notes` and `boxes` are by the place where they are called or anchored."""
        if not start:
            self._number = 0  # the body, whose paragraphs count; boxes were read before it
        found: list[Block] = []
        tables = _Tables()
        anchors = sorted(boxes)
        here = start
        while here < end:
            mark = _MARK.search(self.text, here, end)
            last = mark.start() if mark else end
            manner = self.manner(last if mark else end - 1)
            sign = mark[0] if mark else "\r"
            paragraph = self._paragraph(here, last, manner, notes)
            paragraph.boxes = [
                box for place in anchors[bisect_left(anchors, here) : bisect_left(anchors, last + 1)] for box in boxes[place]
            ]
            for inner in (inner for box in paragraph.boxes for inner in numbered(box)):
                inner.number = paragraph.number
            if sign == "\x07" or manner.in_table:
                tables.add(paragraph, sign, manner)
                self._number += not (manner.row_end or manner.inner_row_end)
            else:
                found += tables.ended()
                if sign != "\x0c" or paragraph.pieces or paragraph.boxes:
                    self._number += 1
                    _append(found, paragraph)
            here = last + 1
        return found + list(tables.ended())

    def _paragraph(self, start: int, end: int, manner: Manner, notes: Mapping[int, Reference]) -> Paragraph:
        """The paragraph between two places; the second is that of its mark."""
        number, level = listed(manner, self.styles)
        self.old_lists += manner.old_list and not number
        place = ListPlace(str(number), level) if number else None
        paragraph = Paragraph(self._number + 1, place=place)
        rank = bisect_right(self._ends, start)
        while rank < len(self.gaps) and self.gaps[rank].start < end:
            gap = self.gaps[rank]
            self._write(paragraph, start, gap.start, notes)
            if gap.shown:
                paragraph.pieces.append(gap.shown)
            start = max(start, gap.end)
            rank += 1
        self._write(paragraph, start, end, notes)
        if start > end or (rank < len(self.gaps) and self.gaps[rank].start <= end < self.gaps[rank].end):
            paragraph.mark = "deleted"
        return paragraph

    def _write(self, paragraph: Paragraph, start: int, end: int, notes: Mapping[int, Reference]) -> None:
        """Characters that are shown, signs of control as they show."""
        here = start
        for special in _SPECIAL.finditer(self.text, start, max(start, end)):
            place = special.start()
            if place > here:
                paragraph.pieces.append(whole(self.text[here:place]))
            if special[0] == _NOTE and place in notes:
                paragraph.pieces.append(notes[place])
            elif special[0] in _SHOWN:
                paragraph.pieces.append(_SHOWN[special[0]])
            here = place + 1
        if end > here:
            paragraph.pieces.append(whole(self.text[here:end]))


def _append(blocks: list[Block], paragraph: Paragraph) -> None:
    """A paragraph behind others; one whose mark is gone goes on with it, and is numbered as it is."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or last.mark == "shown":
        blocks.append(paragraph)
        return
    last.pieces += paragraph.pieces
    last.boxes += paragraph.boxes
    last.place, last.mark = paragraph.place, paragraph.mark


class _Tables:
    """The table that is being read."""

    def __init__(self) -> None:
        self.rows: list[tuple[list[Cell], Manner]] = []
        self.cells: list[Cell] = []
        self.blocks: list[Block] = []

    def add(self, paragraph: Paragraph, sign: str, manner: Manner) -> None:
        """A paragraph of a cell; the last of a cell, and the one that ends a row, are told by their mark and format."""
        if manner.row_end:
            if self.blocks:
                self.cells.append(Cell(self.blocks))
            self.rows.append((self.cells, manner))
            self.cells, self.blocks = [], []
        elif not manner.inner_row_end:
            if paragraph.pieces or paragraph.place or paragraph.boxes:
                _append(self.blocks, paragraph)
            if sign == "\x07":
                self.cells.append(Cell(self.blocks))
                self.blocks = []

    def ended(self) -> Iterator[Table]:
        """The table that ends here, if one does."""
        if self.blocks:
            self.cells.append(Cell(self.blocks))
        if self.cells:
            self.rows.append((self.cells, Manner()))
        if self.rows:
            columns = _columns([manner.edges for _, manner in self.rows])
            yield Table([right - left for left, right in pairwise(columns)], [_row(*row, columns) for row in self.rows])
        self.rows, self.cells, self.blocks = [], [], []


def _columns(rows: Sequence[Sequence[int]]) -> list[int]:
    """The edges of the columns of a table.

    >>> _columns([(0, 100, 300), (5, 200, 310)])
    [0, 100, 200, 300]
    """
    found: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not found or edge > found[-1] + _NEAR:
            found.append(edge)
    return found


def _row(cells: list[Cell], manner: Manner, columns: Sequence[int]) -> Row:
    """A row whose cells know how many columns they take and whether they go on the cell above."""
    if len(manner.edges) != len(cells) + 1:
        return Row(cells)
    ranks = [bisect_right(columns, edge) - 1 for edge in manner.edges]
    for number, (cell, (left, right)) in enumerate(zip(cells, pairwise(ranks), strict=True)):
        cell.span = max(1, right - left)
        cell.merge = "continue" if number in manner.below else None
    return Row(cells, before=max(0, ranks[0]))
