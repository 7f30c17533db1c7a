"""层次编号: the sections of a part in reading order, with the ids that the contract gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.outline.tree import Section


class Node(NamedTuple):
    """One section, named: p2/2.7 is the seventh below the second of part p2."""

    section: Section
    id: str
    parent: Node | None
    path: tuple[str, ...]
    """Labels from the top of the part."""
    start: int
    """Place in the content of its first character."""
    end: int
    label: str | None
    title: str | None

    @property
    def ancestors(self) -> Iterator[Node]:
        """The sections above it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def nodes(content: str, lines: Sequence[Line], part: str, sections: Sequence[Section]) -> list[Node]:
    """The sections of a part in reading order, each after the one above it."""
    found: list[Node] = []
    _name(content, lines, part, sections, None, found)
    return found


def _name(content: str, lines: Sequence[Line], part: str, sections: Sequence[Section], parent: Node | None, found: list[Node]) -> None:
    used: Counter[str] = Counter()
    unnumbered = 0
    for section in sections:
        if section.ordinal is None:
            unnumbered += 1
            step = f"u{unnumbered}"
        else:
            step = str(section.ordinal)
        used[step] += 1
        if used[step] > 1:
            step = f"{step}~{used[step]}"
        line = lines[section.line]
        label = quoted(content, line, section.label)
        title = quoted(content, line, section.title)
        start = line.span(section.start, section.start + 1)[0]
        node = Node(
            section,
            f"{parent.id}.{step}" if parent else f"{part}/{step}",
            parent,
            (*(parent.path if parent else ()), label or title or ""),
            start,
            max(start + 1, place(lines, section.end)),
            label,
            title,
        )
        found.append(node)
        _name(content, lines, part, section.children, node, found)


def place(lines: Sequence[Line], end: tuple[int, int]) -> int:
    """The place in the content behind the last character before (line, offset)."""
    line = lines[end[0]]
    return line.span(end[1] - 1, end[1])[1] if end[1] else line.start


def quoted(content: str, line: Line, span: tuple[int, int] | None) -> str | None:
    """The words of a span of a line as the content has them, without the blanks that a line leaves out."""
    if span is None or span[0] >= span[1]:
        return None
    start, end = line.span(*span)
    if end - start == span[1] - span[0]:
        return content[start:end]
    return "".join(content[line.at[offset]] for offset in range(*span))
