"""读取状态: where the reader of a Word file's body stands: the open paragraph, the list that takes it, fields, and what it has found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from policydoc.errors import SourceError
from policydoc.source.limits import CHARACTERS, NESTED_TABLES, PARAGRAPHS
from policydoc.source.word.blocks import Block, Paragraph, Reference, Row, Table
from policydoc.source.word.styles import Styles
from policydoc.source.word.symbols import drawn

DEEPEST_FIELD = 64
"""Fields that are open at a time."""
LONGEST_INSTRUCTION = 400

About = Literal["", "paragraph", "mark", "run", "row", "cell"]
Attributes: TypeAlias = "dict[str, str]"
End: TypeAlias = "Callable[[], None]"


class Header(NamedTuple):
    """页眉: a header of the first section: the pages that it is for, and the relation that leads to it."""

    pages: str
    relation: str


@dataclass(slots=True)
class Field:
    """域: an open field: its instruction, whether its result has begun, and whether that shows anything."""

    instruction: str = ""
    begun: bool = False
    shown: bool = False


@dataclass(slots=True)
class State:
    """What has been read of a body, and where the reader stands."""

    styles: Styles
    shown: str = "the source"
    """What refusals call the file."""
    blocks: list[Block] = field(default_factory=list)
    notes: dict[Reference, list[Block]] = field(default_factory=dict)
    headers: list[Header] = field(default_factory=list)
    first_page_differs: bool = False
    into: list[Block] = field(default_factory=list)
    """The list that takes the next block: the body's, a cell's, a text box's, a note's."""
    paragraph: Paragraph | None = None
    count: int = 0
    aside: int = 0
    """How many text boxes and notes are open; their paragraphs are not counted."""
    tables: list[Table] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    choices: list[bool] = field(default_factory=list)
    """Of each open alternative, whether one of its choices was taken."""
    about: About = ""
    """What the properties that are being read belong to."""
    hidden: bool = False
    hidden_style: bool = False
    raised: bool = False
    collected: list[str] | None = None
    """The text of the open text element; None where none is open."""
    sections: int = 0
    in_section: bool = False
    frames: int = 0
    """Paragraphs and cells so far."""
    characters: int = 0
    unseen: int = 0
    """Characters that are hidden."""
    changes: int = 0
    """Tracked insertions, deletions and moves."""
    objects: list[str] = field(default_factory=list)
    """What objects are that are not read: their programs."""

    def __post_init__(self) -> None:
        self.into = self.blocks

    @property
    def row(self) -> Row | None:
        """The row that is open in the innermost table."""
        return self.tables[-1].rows[-1] if self.tables and self.tables[-1].rows else None

    def count_frame(self) -> None:
        """One more paragraph or cell; too many, or too deep in each other, are refused."""
        self.frames += 1
        if self.frames > PARAGRAPHS or len(self.tables) > NESTED_TABLES or self.aside > NESTED_TABLES:
            raise SourceError(f"{self.shown}: more than {PARAGRAPHS} paragraphs or {NESTED_TABLES} tables in each other; split it")

    def write(self, text: str) -> None:
        """Text of the open paragraph, or of the instruction of a field; hidden text is none."""
        if self.hidden or not text:
            self.unseen += len(text)
            return
        self.characters += len(text)
        if self.characters > CHARACTERS:
            raise SourceError(f"{self.shown}: more than {CHARACTERS // 1024 // 1024} million characters; split it")
        for each in reversed(self.fields):
            if not each.begun:
                each.instruction += text[: LONGEST_INSTRUCTION - len(each.instruction)]
                return
            each.shown = each.shown or bool(text.strip())
        if self.paragraph is not None:
            self.paragraph.pieces.append(text)

    def inside(self, blocks: list[Block], *, aside: bool) -> End:
        """Go into a list of blocks; what is given back leads out again."""
        before = self.into, self.paragraph, self.fields, self.hidden, self.about
        self.into, self.paragraph, self.fields, self.hidden, self.about = blocks, None, [], False, ""
        self.aside += aside

        def out() -> None:
            self.into, self.paragraph, self.fields, self.hidden, self.about = before
            self.aside -= aside

        return out

    def close(self, paragraph: Paragraph) -> None:
        """Put a paragraph into the list; one that goes on the one before it, whose mark is gone, becomes one with it."""
        while self.fields and not self.fields[-1].begun:
            self.fields.pop()
        paragraph.settled = paragraph.mark == "hidden" and bool(paragraph.text().strip())
        last = self.into[-1] if self.into else None
        if not isinstance(last, Paragraph) or last.mark == "shown":
            self.into.append(paragraph)
            return
        last.pieces += paragraph.pieces
        last.boxes += paragraph.boxes
        last.mark = paragraph.mark
        if not last.settled:
            last.style, last.place, last.label, last.settled = paragraph.style, paragraph.place, paragraph.label, paragraph.settled

    def end_field(self) -> None:
        """Close the innermost field; one without a result shows what its instruction draws."""
        closed = self.fields.pop()
        if not closed.shown:
            self.write(drawn(closed.instruction))
