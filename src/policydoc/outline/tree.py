"""结构层次: the section tree of a part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.outline.ahead import Ahead
from policydoc.outline.captions import captions
from policydoc.outline.extents import close, ends
from policydoc.outline.inline import Run, article_at, inner_markers
from policydoc.outline.ladder import BELOW, Ladder, Step
from policydoc.outline.leads import is_note, leads
from policydoc.outline.markers import Marker
from policydoc.outline.misread import is_whole, misread
from policydoc.outline.missing import Gap, fill
from policydoc.outline.ranks import SPOKEN
from policydoc.outline.section import Draft, Outline, Section, Span
from policydoc.outline.titles import LONGEST_RUN_IN, entitle
from policydoc.rules.diagnostics import diagnostic

if TYPE_CHECKING:
    from policydoc.layout import Line

__all__ = ["Outline", "Section", "outline"]

_STOPS = "。;:.)”"
_LISTED = frozenset({"point", "need", "said", "spoken", "circled", "paren", "half"})
"""Families whose run inside one paragraph is a list in it, even where the first item starts the paragraph."""


def outline(lines: Sequence[Line], first: int, last: int, damaged: Sequence[Span] = ()) -> Outline:
    r"""结构层次: the section tree of the lines [first, last); `damaged` are the repaired stretches of the content.

    >>> from policydoc.layout import lines
    >>> found = lines("一、主要任务\n（一）公厕改造。新建公厕3座。\n（二）口袋公园。新建公园2个。")
    >>> [(top.ordinal, [child.ordinal for child in top.children]) for top in outline(found, 0, 3).sections]
    [(1, [1, 2])]
    """
    last = min(last, len(lines))
    reader = _Reader(lines, first, last, damaged)
    for index in range(first, last):
        if lines[index].role == "text":
            reader.read(index)
    fill(lines, reader.drafts, reader.findings, reader.gaps)
    ends(lines, first, last, reader.drafts)
    top: list[Draft] = []
    above: list[Draft] = []
    for draft in reader.drafts:
        while above and above[-1].depth >= draft.depth:
            above.pop()
        (above[-1].children if above else top).append(draft)
        above.append(draft)
    close(lines, top)
    entitle(lines, reader.drafts)
    return Outline(tuple(draft.finished() for draft in top), reader.findings)


class _Reader:
    """Reads a part line by line; keeps the sections found and what is odd about them."""

    def __init__(self, lines: Sequence[Line], first: int, last: int, damaged: Sequence[Span]) -> None:
        self.lines = lines
        self.damaged = sorted((start, end) for start, end in damaged if end > start)
        self.drafts: list[Draft] = []
        self.findings: list[dict[str, Any]] = []
        self.gaps: list[Gap] = []
        self.boxes: dict[int, str] = {}
        self.leads = leads(lines, first, last)
        self.captions = captions(lines, first, last, self.leads)
        self.ahead = Ahead((index, marker) for index, found in self.leads.items() for marker in found)
        self.misread = misread(lines, first, last, self.leads)
        self.beside = Ahead((index, marker) for index, found in self.misread.items() for marker in found)
        self.ladder = Ladder(self.ahead)

    def read(self, index: int) -> None:
        """The sections that begin on a line."""
        text = self.lines[index].text
        if index in self.captions:
            self._caption(index)
            return
        inner = [] if is_note(text) else inner_markers(text)
        lead = self.leads.get(index, [])
        start = 0
        if lead and lead[0].family in _LISTED and lead[0].ordinal == 1 and self._stays_inside(index, lead[0], inner):
            inner = [lead[0], *inner]
        elif lead:
            start = self._lead(index, lead)
        if not start:
            start = self._misread(index)
        run = Run(inner)
        for rank, marker in enumerate(inner):
            if marker.start < start:
                continue
            depth = run.continues(marker)
            if depth is None and marker.start:
                step = self.ladder.due(marker, index, run.reach(rank))
                if step is not None and (text[marker.start - 1] in _STOPS or self._goes_on(marker, index, run.reach(rank))):
                    self._add(index, marker, step)
                    run.clear()
                    continue
            if depth is None and self._is_heading(index, marker, run.reach(rank)) and (step := self.ladder.place(marker, index)):
                self._add(index, marker, step)
                run.clear()
                continue
            if depth is None:
                depth = run.starts(rank)
            if depth is not None:
                whole = len(self.ladder.levels) + depth
                self.drafts.append(Draft(index, marker.start, marker.end, run.ordinal, "printed", marker.family, True, whole))

    def _caption(self, index: int) -> None:
        words, end = self.captions[index]
        self.ladder.take(Step("caption", 1, 0))
        self.drafts.append(Draft(index, 0, 0, None, "printed", "caption", False, 0, title=(0, words), heading_end=end))

    def _lead(self, index: int, lead: Sequence[Marker]) -> int:
        """Takes the marker that starts a line for a heading or for text; returns where to read on."""
        if lead[0].family == "column" and self._is_box_again(index, lead[0]):
            return 0
        for marker in lead:
            step = self.ladder.place(marker, index)
            if step is None:
                continue
            if marker.family == "column" and self._is_paragraph(index, step.depth - 1):
                step = step._replace(depth=step.depth - 1)
            self._add(index, marker, step)
            article = article_at(self.lines[index].text, marker)
            if article is not None:
                step = self.ladder.place(article, index)
                if step is not None and not step.note:
                    self._add(index, article, step)
                    return article.end
            return marker.end
        marker = lead[0]
        if marker.ordinal and (not marker.doubtful or marker.graded) and marker.family not in SPOKEN:
            self.findings.append(diagnostic("O006", self.lines[index].span(marker.start, marker.end)))
        return 0

    def _is_box_again(self, index: int, marker: Marker) -> bool:
        """专栏（续）: whether the head of a box comes again because the box goes on overleaf."""
        words = self.lines[index].text[marker.end :].replace("(续)", "").replace("续", "")
        again = self.boxes.get(marker.ordinal) == words
        self.boxes[marker.ordinal] = words
        return again

    def _is_paragraph(self, index: int, depth: int) -> bool:
        """Whether the item of a depth before a line is one paragraph, so that a box behind it belongs to what is above."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.inline or last.depth != depth or not depth:
            return False
        return self.lines[last.line].text[-1] in "。;" and not any(
            line.text and line.role != "furniture" for line in self.lines[last.line + 1 : index]
        )

    def _misread(self, index: int) -> int:
        """Takes the number that a line seems to start with, if that number is due; returns where to read on."""
        text = self.lines[index].text
        for marker in self.misread.get(index, ()):
            step = self.ladder.sure(marker, index, self.beside.after(marker.family, index))
            if step is not None:
                self._add(index, marker, step, whole=is_whole(text, marker))
                return marker.end
        return 0

    def _add(self, index: int, marker: Marker, step: Step, *, whole: bool = True) -> None:
        self.ladder.take(step)
        span = self.lines[index].span(marker.start, marker.end)
        source = "printed"
        if not marker.ordinal:
            source = "inferred"
        elif not whole or self._is_damaged(span):
            source = "repaired"
        if source != "printed":
            self.findings.append(diagnostic("O005", span, ordinal=step.ordinal))
        elif step.note == "odd":
            self.findings.append(diagnostic("O007", span, ordinal=step.ordinal))
        elif marker.doubtful and marker.family == "digit" and self.lines[index].text[marker.end : marker.end + 1].isdigit():
            self.findings.append(diagnostic("O009", span, ordinal=step.ordinal))
        if step.note == "gap":
            self.gaps.append(Gap(len(self.drafts), len(self.findings)))
            self.findings.append(diagnostic("O002", span, expected=step.expected, found=step.ordinal))
        elif step.note == "repeat":
            self.findings.append(diagnostic("O003", span, ordinal=step.ordinal))
        elif step.note == "order":
            self.findings.append(diagnostic("O004", span, ordinal=step.ordinal, previous=step.expected))
        self.drafts.append(Draft(index, marker.start, marker.end, step.ordinal, source, step.family.removesuffix(BELOW), False, step.depth))

    def _stays_inside(self, index: int, marker: Marker, inner: Sequence[Marker]) -> bool:
        """Whether the list that starts a paragraph ends in it: no later line takes it up."""
        last = 1
        for other in inner:
            if other.family == marker.family and other.ordinal == last + 1:
                last = other.ordinal
        return last > 1 and self.ahead.after(marker.family, index) != last + 1

    def _goes_on(self, marker: Marker, index: int, reach: int) -> bool:
        """Whether a marker stands behind a word and a later line takes the numbers up where this line leaves them."""
        before = self.lines[index].text[marker.start - 1]
        return "一" <= before <= "龥" and self.ahead.after(marker.family, index) == reach + 1

    def _is_heading(self, index: int, marker: Marker, reach: int) -> bool:
        """一、任务（一）公厕: whether a marker stands right behind the words of a heading of the line, as the line break was lost."""
        above = self.drafts[-1] if self.drafts else None
        if above is None or above.line != index or above.inline or (above.family, marker.family, marker.ordinal) != ("han", "paren_han", 1):
            return False
        text = self.lines[index].text
        words, last = text[above.words : marker.start], text.find("(二)", marker.end)
        ended = last > 0 and text[last - 1] == "。" and text.find("。", marker.end) < last - 1
        return reach > 1 and ended and 1 < len(words) <= LONGEST_RUN_IN and words.isalpha()

    def _is_damaged(self, span: Span) -> bool:
        place = bisect_left(self.damaged, (span[1], 0))
        return place > 0 and self.damaged[place - 1][1] > span[0]
