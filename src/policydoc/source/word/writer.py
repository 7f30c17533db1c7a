"""写出: the blocks of a body → its text, the numbers put in as edits, and where in the body its lines stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from policydoc.source.origin import Origin
from policydoc.source.reading import MERGED, SAME
from policydoc.source.word.blocks import Block, Cell, Chunk, Paragraph, Reference, Row, Table
from policydoc.source.word.tables import is_data, is_short, laid_out, rows_of
from policydoc.text.edits import Edit

_IN_CELL = str.maketrans("\t\n|", "   ")


class Segment(NamedTuple):
    """A stretch of a line: its text, and whether the file shows it without writing it."""

    text: str
    inserted: bool = False


class Measures(NamedTuple):
    """A cell's characters, its filled paragraphs, and the characters of the tables in it."""

    size: int
    blocks: int
    nested: int


class Writer:
    """Writes blocks as lines; `text`, `edits` and `origins` are what has been written."""

    def __init__(self, marks: Mapping[Reference, str], chunks: Mapping[str, str], step: str) -> None:
        self._marks = marks
        self._step = step
        self._chunks = chunks
        """The text of files inside the file, by relation."""
        self._pieces: list[str] = []
        self._length = self._written = 0
        """Characters so far, and those of them that the file writes."""
        self._number = -1
        self._begun = self._spoken = False
        self._measured: dict[int, Measures] = {}
        self.edits: list[Edit] = []
        self.origins: list[Origin] = []

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    def line(self, segments: Iterable[Segment], number: int) -> None:
        """Write a line; `number` is that of its paragraph."""
        if self._begun:
            self._put(Segment("\n"))
        self._begun = True
        if number != self._number:
            self.origins.append(Origin(self._written, "paragraph", number))
            self._number = number
        for segment in segments:
            self._put(segment)
            self._spoken = self._spoken or bool(segment.text.strip())

    def _put(self, segment: Segment) -> None:
        if not segment.text:
            return
        self._pieces.append(segment.text)
        start, self._length = self._length, self._length + len(segment.text)
        if segment.inserted:
            step = MERGED if segment.text == SAME else self._step
            self.edits.append(Edit(step, start, self._length, "", segment.text, "certain"))
        else:
            self._written += len(segment.text)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Write the blocks of a body, cell or text box, each on lines of its own."""
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Chunk):
                for line in self._chunks.get(block.relation, "").splitlines():
                    self.line([Segment(line)], max(self._number, 1))
            else:
                self._paragraph(block, any(map(_has_tab, (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2]))))

    def _paragraph(self, paragraph: Paragraph, among_rows: bool) -> None:
        segments = self._segments(paragraph)
        words = "".join(segment.text for segment in segments).strip()
        if words and not self._spoken and paragraph.boxes:
            self._boxes(paragraph)
            self._lines(segments, words, paragraph.number, among_rows)
        else:
            self._lines(segments, words, paragraph.number, among_rows)
            self._boxes(paragraph)

    def _boxes(self, paragraph: Paragraph) -> None:
        for box in paragraph.boxes:
            if any(self._measure_block(block).size for block in box):
                self.blocks(box)

    def _lines(self, segments: Sequence[Segment], words: str, number: int, among_rows: bool) -> None:
        """A paragraph's lines: one, and one more for each break inside it. A tab in a lone sentence is a blank."""
        blank = words.count("\t") == 1 and not among_rows and any(mark in words for mark in "，。；")
        line: list[Segment] = []
        begun = False
        for segment in segments:
            text = segment.text.replace("\t", "　") if blank else segment.text
            *ended, rest = text.split("\n")
            for piece in ended:
                line.append(segment._replace(text=piece))
                if begun or any(each.text.strip() for each in line):
                    self.line(line, number)
                    begun = True
                line = []
            line.append(segment._replace(text=rest))
        if not begun or any(each.text.strip() for each in line):
            self.line(line, number)

    def _segments(self, paragraph: Paragraph) -> list[Segment]:
        found = [Segment(paragraph.label, True)] if paragraph.label else []
        text: list[str] = []
        for piece in paragraph.pieces:
            if isinstance(piece, str):
                text.append(piece)
            elif piece in self._marks:
                found += (Segment("".join(text)), Segment(self._marks[piece], True))
                text = []
        return [*found, Segment("".join(text))]

    def flat(self, blocks: Iterable[Block]) -> list[Segment]:
        """Blocks as one line, a blank between paragraphs and cells."""
        found: list[Segment] = []
        for block in blocks:
            inner: list[Segment] = []
            if isinstance(block, Paragraph):
                inner = self._segments(block)
                for box in block.boxes:
                    inner += self.flat(box)
            elif isinstance(block, Table):
                for row in laid_out(block):
                    inner += self.flat(each for cell in row if cell is not None and cell.merge != "continue" for each in cell.blocks)
            inner = [segment._replace(text=segment.text.translate(_IN_CELL)) for segment in inner if segment.text]
            if found and inner:
                found.append(Segment(" "))
            found += inner
        return found

    def _measure_block(self, block: Block) -> Measures:
        if isinstance(block, Paragraph):
            size = _size(block)
            inner = [self._measure_block(each) for box in block.boxes for each in box]
            return Measures(size + sum(each.size for each in inner), int(size > 0), sum(each.nested for each in inner))
        if isinstance(block, Table):
            size = sum(self._measure(cell).size for row in block.rows for cell in row.cells)
            return Measures(size, int(size > 0), size)
        return Measures(len(self._chunks.get(block.relation, "")), 1, 0)

    def _measure(self, cell: Cell) -> Measures:
        found = self._measured.get(id(cell))
        if found is None:
            inner = list(map(self._measure_block, cell.blocks)) if cell.merge != "continue" else []
            found = Measures(*map(sum, zip(*inner, strict=True))) if inner else Measures(0, 0, 0)
            self._measured[id(cell)] = found
        return found

    def _table(self, table: Table) -> None:
        laid = laid_out(table)
        firsts = [_first_number(row) for row in rows_of(table)]

        def size(cell: Cell) -> int:
            return self._measure(cell).size

        def blocks(cell: Cell) -> int:
            return self._measure(cell).blocks

        data = is_data(laid, size, blocks, lambda cell: self._measure(cell).nested)
        columns = max(map(len, laid), default=0)
        filled = [
            column
            for column in range(columns)
            if any(column < len(row) and (cell := row[column]) is not None and size(cell) for row in laid)
        ]
        above: dict[int, bool] = {}
        """Whether the cell that a column last began is filled."""
        for row, first in zip(laid, firsts, strict=True):
            cells = [cell for cell in row if cell is not None]
            above.update((column, size(cell) > 0) for column, cell in enumerate(row) if cell is not None and cell.merge != "continue")
            if not any(map(size, cells)):
                continue
            if data:
                same = [column for column in filled if above.get(column)]
                self._row([(row[column] if column < len(row) else None, column in same) for column in filled], "\t", first)
            elif is_short(row, size, blocks):
                self._row([(cell, False) for cell in cells if size(cell)], "　", first)
            else:
                for cell in cells:
                    if size(cell):
                        self.blocks(cell.blocks)

    def _row(self, row: Sequence[tuple[Cell | None, bool]], mark: str, first: int | None) -> None:
        """A row as one line; of each cell is told whether it shows the one above where it goes on that."""
        segments: list[Segment] = []
        for place, (cell, same) in enumerate(row):
            if place:
                segments.append(Segment(mark))
            if cell is not None and cell.merge != "continue":
                segments += _trimmed(self.flat(cell.blocks))
            elif cell is not None and same:
                segments.append(Segment(SAME, True))
        self.line(segments, max(self._number, 1) if first is None else first)


def _first_number(row: Row) -> int | None:
    """The number of the first paragraph of a row."""
    return next((block.number for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph)), None)


def _size(paragraph: Paragraph) -> int:
    """The characters of a paragraph that are no blanks."""
    return len("".join((paragraph.label or "", paragraph.text())).replace(" ", "").replace("\t", "").replace("\n", ""))


def _has_tab(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(isinstance(piece, str) and "\t" in piece for piece in block.pieces)


def _trimmed(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without blanks at their ends."""
    found = list(segments)
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip(" "))
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip(" "))
    return found
