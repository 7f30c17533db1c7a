"""层次: a section of a part, as the outline gives it and while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

Span = tuple[int, int]


class Section(NamedTuple):
    """层次: one numbered heading or item, or an unnumbered heading."""

    line: int
    """Index of its first line."""
    start: int
    """Offset in the folded line, as those of label, title and heading_end."""
    label: Span | None
    title: Span | None
    heading_end: int
    ordinal: int | None
    ordinal_source: str
    """printed, repaired (the label stood in damaged text) or inferred (from its neighbours)."""
    family: str
    inline: bool
    """Whether it is an item inside a paragraph."""
    end: tuple[int, int]
    """Line and offset just behind its last character."""
    children: tuple[Section, ...] = ()


class Outline(NamedTuple):
    """The sections of a part and what is odd about their numbers."""

    sections: tuple[Section, ...]
    diagnostics: list[dict[str, Any]]


@dataclass(slots=True)
class Draft:
    """A section whose end and title are not known yet."""

    line: int
    start: int
    words: int
    """Where its label ends and its words begin."""
    ordinal: int | None
    source: str
    family: str
    inline: bool
    depth: int
    end: tuple[int, int] = (0, 0)
    title: Span | None = None
    heading_end: int = 0
    children: list[Draft] = field(default_factory=list)

    def finished(self) -> Section:
        """The section with all below it."""
        return Section(
            self.line,
            self.start,
            (self.start, self.words) if self.ordinal is not None else None,
            self.title,
            self.heading_end,
            self.ordinal,
            self.source,
            self.family,
            self.inline,
            self.end,
            tuple(child.finished() for child in self.children),
        )
