"""Words of the notice for one line: quoted without page furniture and line ends, which stand in the text but are no part of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from policydoc.model import Task

if TYPE_CHECKING:
    from policydoc.model import Plan, Section, Span

LONGEST = 240
"""Characters of one quote that are looked at where the rest would be cut off anyway."""

_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n|[\r\n\f\v\x85\u2028\u2029]")


def joined(text: str) -> str:
    r"""The text on one line: a line end beside a Chinese character is nothing, any other blank is one.

    >>> joined("鋪設無\n\u3000\u3000障礙步道\n3 km,\nfast")
    '鋪設無障礙步道3 km, fast'
    """

    def blank(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        return "" if max(before, after) > "\u2e7f" and _LINE_END.search(found[0]) else " "

    return _BLANKS.sub(blank, text).strip()


class Passages:
    """Quotes from the text of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.content = plan.text.content
        self.furniture = sorted(block.span for block in plan.blocks if block.role == "furniture")
        self.starts = [start for start, _ in self.furniture]
        self.line_ends = [found.end() for found in _LINE_END.finditer(self.content or "")]

    def words(self, text: str, span: Span | None, longest: int | None = LONGEST) -> str:
        """A text that stands at a span, on one line and without the page furniture inside it."""
        if longest is not None and len(text) > longest:
            text = text[:longest] + "…"
        if span is not None:
            start = span[0]
            for first, last in reversed(
                self.furniture[max(0, bisect_left(self.starts, start) - 1) : bisect_left(self.starts, start + len(text))]
            ):
                if last > start:
                    text = text[: max(0, first - start)] + text[last - start :]
        return joined(text)

    def quote(self, span: Span | None, longest: int = LONGEST) -> str:
        """What stands at a span; nothing where the plan was written without its text."""
        if self.content is None or span is None:
            return ""
        return self.words(self.content[max(0, span[0]) : max(0, span[1])][: longest + 1], span, longest)

    def opening(self, item: Section | Task) -> str:
        """How a section or task begins, behind its label."""
        if isinstance(item, Task):
            return self.words(item.text, item.span).removeprefix(joined(item.label or "")).lstrip(" |")
        start = item.heading_span[0] + len(item.label or "")
        return self.quote((start, min([item.span[1], *(inner.span[0] for inner in item.sections)])))

    def line(self, offset: int) -> int:
        """The line that a place stands on, counted from 1."""
        return bisect_right(self.line_ends, offset) + 1
