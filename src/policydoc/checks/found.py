"""所得: what the rooms found in one document, beside each other for the first time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.header import Heading
    from policydoc.layout import Line
    from policydoc.outline.nodes import Node
    from policydoc.parts import Part
    from policydoc.tasks import Reading

Entry = dict[str, Any]
Span = tuple[int, int]


class Found(NamedTuple):
    """What a check may look at; parts, names and trees are in one order."""

    content: str
    script: str
    """Hans, Hant or mixed."""
    lines: Sequence[Line]
    names: Sequence[str]
    """Ids of the parts."""
    parts: Sequence[Part]
    trees: Sequence[Sequence[Node]]
    heading: Heading
    reading: Reading

    @property
    def values(self) -> Entry:
        """公文要素 of the first document."""
        return self.heading.header

    @property
    def site(self) -> Entry:
        """网站信息, empty where the page printed none."""
        return self.heading.header["metadata"] or {}

    def span(self, field: str) -> Span | None:
        """Where a field of the header stands; of a list, where its first entry does."""
        span = self.heading.header["spans"].get(field)
        if not span:
            return None
        return span[0] if isinstance(span[0], tuple) else span

    def spans(self, *fields: str) -> list[Span]:
        """The places of those fields that have one."""
        return [span for field in fields if (span := self.span(field)) is not None]

    def words(self, start: int, end: int) -> str:
        """Content between two places, folded and without blanks."""
        return "".join(fold(self.content[start:end]).split()) if start < end else ""

    def texts(self) -> Iterator[Line]:
        """The lines of running text."""
        return (line for line in self.lines if line.role == "text" and line.text)


def title(part: Part) -> str:
    """The folded title of a part, empty where it has none."""
    return "".join(fold(part.title).split()) if part.title else ""
