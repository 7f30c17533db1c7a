"""段落、表格: what the body of a Word file holds, in the order of the body, with its changes accepted and its hidden text gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Merge = Literal["restart", "continue"]


class Reference(NamedTuple):
    """注释引用: the mark of a note in a sentence, which the program numbers."""

    kind: Literal["footnote", "endnote"]
    id: str


class ListPlace(NamedTuple):
    """Where a paragraph stands in a list: what it says itself; None where its style says it."""

    id: str | None = None
    level: int | None = None


@dataclass(slots=True)
class Paragraph:
    """段落: its pieces of text and marks of notes; `number` counts the paragraphs of the body from 1."""

    number: int
    pieces: list[str | Reference] = field(default_factory=list)
    style: str | None = None
    place: ListPlace | None = None
    label: str | None = None
    """The number as a Word 2003 file writes it beside the list that it stands in."""
    boxes: list[list[Block]] = field(default_factory=list)
    """文本框: the text boxes that are anchored here."""
    mark: Literal["shown", "hidden", "deleted"] = "shown"
    """段落标记: where the mark at its end is hidden or deleted, the next paragraph goes on the line."""
    settled: bool = False
    """What it says of itself holds for the whole line, whatever goes on it."""

    def text(self) -> str:
        """The text without the marks of notes."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))


@dataclass(slots=True)
class Cell:
    """单元格: how many columns it takes and whether it goes on the cell above."""

    blocks: list[Block] = field(default_factory=list)
    span: int = 1
    merge: Merge | None = None


@dataclass(slots=True)
class Row:
    """表行: its cells, and the columns that it leaves out before the first."""

    cells: list[Cell] = field(default_factory=list)
    before: int = 0
    deleted: bool = False


@dataclass(slots=True)
class Table:
    """表格: its rows, and the widths of its columns in twentieths of a point."""

    widths: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class Chunk(NamedTuple):
    """嵌入文件: a part of another format that Word takes in when it opens the file."""

    relation: str


Block: TypeAlias = "Paragraph | Table | Chunk"
