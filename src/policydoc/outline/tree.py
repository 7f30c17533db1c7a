"""结构层次: the section tree of a part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.outline.ahead import Ahead
from policydoc.outline.captions import captions
from policydoc.outline.inline import Run, article_at, inner_markers
from policydoc.outline.ladder import BELOW, SPOKEN, Ladder, Step
from policydoc.outline.leads import leads
from policydoc.outline.markers import Marker
from policydoc.outline.section import Draft, Outline, Section, Span
from policydoc.outline.titles import entitle
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern

if TYPE_CHECKING:
    from policydoc.layout import Line

__all__ = ["Outline", "Section", "outline"]

_LISTED = frozenset({"point", "need", "said", "spoken", "circled", "paren", "half"})
"""Families whose run inside one paragraph is a list in it, even where the first item starts the paragraph."""

FEWEST_ITEMS = 3
"""So many items show how the list is set."""
_LABELLED = pattern(r"[(\[]?[^,。;:]{2,12}:|[(\[]")


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
        self.leads = leads(lines, first, last)
        self.captions = captions(lines, first, last, self.leads)
        self.ahead = Ahead((index, marker) for index, found in self.leads.items() for marker in found)
        self.ladder = Ladder(self.ahead)

    def read(self, index: int) -> None:
        """The sections that begin on a line."""
        text = self.lines[index].text
        if index in self.captions:
            self._caption(index)
            return
        inner = inner_markers(text)
        lead = self.leads.get(index, [])
        start = 0
        if lead and lead[0].family in _LISTED and lead[0].ordinal == 1 and self._stays_inside(index, lead[0], inner):
            inner = [lead[0], *inner]
        elif lead:
            start = self._lead(index, lead)
        run = Run(inner)
        for rank, marker in enumerate(inner):
            if marker.start < start:
                continue
            depth = run.continues(marker)
            if depth is None and marker.start and text[marker.start - 1] in "。;:.)”":
                step = self.ladder.due(marker, index, run.reach(rank))
                if step is not None:
                    self._add(index, marker, step)
                    run.clear()
                    continue
            if depth is None:
                depth = run.starts(rank)
            if depth is not None:
                whole = len(self.ladder.levels) + depth
                self.drafts.append(Draft(index, marker.start, marker.end, marker.ordinal, "printed", marker.family, True, whole))

    def _caption(self, index: int) -> None:
        words, end = self.captions[index]
        self.ladder.take(Step("caption", 1, 0))
        self.drafts.append(Draft(index, 0, 0, None, "printed", "caption", False, 0, title=(0, words), heading_end=end))

    def _lead(self, index: int, lead: Sequence[Marker]) -> int:
        """Takes the marker that starts a line for a heading or for text; returns where to read on."""
        for marker in lead:
            step = self.ladder.place(marker, index)
            if step is None:
                continue
            self._add(index, marker, step)
            article = article_at(self.lines[index].text, marker)
            if article is not None:
                step = self.ladder.place(article, index)
                if step is not None and not step.note:
                    self._add(index, article, step)
                    return article.end
            return marker.end
        marker = lead[0]
        if marker.ordinal and not marker.doubtful and marker.family not in SPOKEN:
            self.findings.append(diagnostic("O006", self.lines[index].span(marker.start, marker.end)))
        return 0

    def _add(self, index: int, marker: Marker, step: Step) -> None:
        self.ladder.take(step)
        span = self.lines[index].span(marker.start, marker.end)
        source = "printed"
        if not marker.ordinal:
            source = "inferred"
        elif self._is_damaged(span):
            source = "repaired"
        if source != "printed":
            self.findings.append(diagnostic("O005", span, ordinal=step.ordinal))
        if step.note == "gap":
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

    def _is_damaged(self, span: Span) -> bool:
        place = bisect_left(self.damaged, (span[1], 0))
        return place > 0 and self.damaged[place - 1][1] > span[0]


def ends(lines: Sequence[Line], first: int, last: int, drafts: Sequence[Draft]) -> None:
    """Gives every section its end: before the next of its level or a higher one; an inline item ends with its paragraph."""
    before: list[tuple[int, int]] = []
    place = (first, 0)
    for index in range(first, last):
        before.append(place)
        line = lines[index]
        if line.role in ("text", "table") and line.text:
            place = (index, len(line.text))
    before.append(place)
    still_open: list[Draft] = []
    for draft in drafts:
        while still_open:
            latest = still_open[-1]
            if latest.depth < draft.depth and not (latest.inline and latest.line != draft.line):
                break
            latest.end = _end(lines, latest, (draft.line, draft.start), before[draft.line - first])
            still_open.pop()
        still_open.append(draft)
    for draft in still_open:
        draft.end = _end(lines, draft, (last, 0), before[last - first])


def close(lines: Sequence[Line], siblings: Sequence[Draft]) -> None:
    """结语: where every item is one paragraph, so is the last: what stands behind it speaks for all of them.

    A line of units or times (责任单位：…) still belongs to the item above it.
    """
    lists = [siblings]
    while lists:
        items = lists.pop()
        lists += [item.children for item in items if item.children]
        if len(items) < FEWEST_ITEMS or any(item.children or item.inline for item in items):
            continue
        last = items[-1]
        single = all(item.end[0] == item.line and lines[item.line].text[-1] in "。;)" for item in items[:-1])
        if single and last.end[0] > last.line and lines[last.line].text[-1] in "。;)" and not _LABELLED.match(_next(lines, last.line)):
            last.end = (last.line, len(lines[last.line].text))


def _next(lines: Sequence[Line], index: int) -> str:
    """The next line that is not blank."""
    return next((line.text for line in lines[index + 1 :] if line.text), "")


def _end(lines: Sequence[Line], draft: Draft, following: tuple[int, int], before: tuple[int, int]) -> tuple[int, int]:
    if following[0] == draft.line:
        end = following
    elif draft.inline:
        end = (draft.line, len(lines[draft.line].text))
    else:
        end = before if not following[1] else following
    return max(end, (draft.line, max(draft.words, draft.start + 1)))
