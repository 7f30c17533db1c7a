"""修复记录: what was changed in a decoded text, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Literal

Certainty = Literal["certain", "probable"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: `inserted` stands at `start` to `end` of the content where the text before had `removed`; nothing may be left of it."""

    step: str
    start: int
    end: int
    removed: str
    inserted: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text: its edits are in order and do not overlap; without edits `content` is the decoded text itself."""

    content: str
    edits: tuple[Edit, ...]
    diagnostics: list[dict[str, Any]]

    def undo(self) -> str:
        """The text before the repair.

        >>> Repaired("（二）公厕", (Edit("gbk-realign", 0, 3, "?。ǘ", "（二）", "probable"),), []).undo()
        '?。ǘ公厕'
        """
        return undo(self.content, self.edits)


def undo(content: str, edits: Iterable[Edit]) -> str:
    """The decoded text: every edit taken back.

    >>> undo("（二）公厕", [Edit("gbk-realign", 0, 3, "?。ǘ", "（二）", "probable")])
    '?。ǘ公厕'
    """
    pieces: list[str] = []
    here = 0
    for edit in edits:
        pieces += (content[here : edit.start], edit.removed)
        here = edit.end
    return "".join((*pieces, content[here:]))


def composed(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of two steps in a row as those of one: of the content behind both, leading back to the text before both.

    Edits of the two steps that meet at one place become one edit; what the second takes back is no edit.

    >>> once = Edit("zero-width", 1, 1, chr(0x200b), "", "certain"), Edit("entities", 4, 5, "&#24231;", "座", "certain")
    >>> again = (Edit("gbk-realign", 0, 3, "?。ǘ", "（二）", "probable"),)
    >>> [(edit.step, edit.start, edit.end, edit.removed) for edit in composed(once, again)]
    [('zero-width+gbk-realign', 0, 3, '?\u200b。ǘ'), ('entities', 4, 5, '&#24231;')]
    """
    if not first or not second:
        return tuple(second or first)
    found: list[Edit] = []
    shift = 0
    """What the second step has added so far."""
    for earlier, later, start, end in _meetings(first, second):
        change = sum(len(edit.inserted) - len(edit.removed) for edit in later)
        span = (start + shift, end + shift + change)
        shift += change
        if not earlier or not later:
            found += (replace(edit, start=span[0], end=span[1]) for edit in earlier or later)
            continue
        middle = "".join(_between(earlier, later, start, end))
        back = [replace(edit, start=edit.start - start, end=edit.end - start) for edit in earlier]
        removed, inserted = undo(middle, back), _applied(middle, later, start)
        if removed != inserted:
            steps = "+".join(dict.fromkeys(step for edit in (*earlier, *later) for step in edit.step.split("+")))
            certainty: Certainty = "certain" if all(edit.certainty == "certain" for edit in (*earlier, *later)) else "probable"
            alternatives = later[0].alternatives if len(later) == 1 else ()
            found.append(Edit(steps, *span, removed, inserted, certainty, alternatives))
    return tuple(found)


def traced(edits: Sequence[Edit]) -> Callable[[int], int]:
    """The way from an offset of the content to the offset in the text before; inside an edit it leads to the edit's beginning.

    >>> back = traced([Edit("zero-width", 1, 1, "xx", "", "certain"), Edit("gbk-realign", 2, 5, "?。ǘ", "（二）", "probable")])
    >>> [back(place) for place in (0, 1, 2, 3, 5, 6)]
    [0, 3, 4, 4, 7, 8]
    """
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.removed) - len(edit.inserted) for edit in edits)]

    def back(place: int) -> int:
        rank = bisect_right(starts, place)
        if rank and place < edits[rank - 1].end:
            return edits[rank - 1].start + shifts[rank - 1]
        return place + shifts[rank]

    return back


def carried(edits: Sequence[Edit]) -> Callable[[tuple[int, int]], tuple[int, int]]:
    """The way from a span of the text before to the span in the content; a span that cuts an edit holds all of it.

    >>> forward = carried([Edit("zero-width", 1, 1, "xx", "", "certain"), Edit("gbk-realign", 2, 5, "?。ǘ", "（二）", "probable")])
    >>> forward((0, 1)), forward((3, 5)), forward((7, 9))
    ((0, 1), (1, 5), (5, 7))
    """
    shifts = [0, *accumulate(len(edit.inserted) - len(edit.removed) for edit in edits)]
    starts = [edit.start - shift for edit, shift in zip(edits, shifts, strict=False)]

    def forward(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        first, last = bisect_right(starts, start), bisect_right(starts, end)
        begin = start + shifts[first]
        if first and start < starts[first - 1] + len(edits[first - 1].removed):
            begin = edits[first - 1].start
        if end <= start:
            return begin, begin
        if last and starts[last - 1] == end:
            last -= 1  # it begins where the span ends
        stop = end + shifts[last]
        if last and end < starts[last - 1] + len(edits[last - 1].removed):
            stop = edits[last - 1].end
        return begin, max(begin, stop)

    return forward


def _meetings(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[list[Edit], list[Edit], int, int]]:
    """The edits of both steps in order, those that meet together, and where in the text between the steps they stand.

    The later ones are given as edits of the text between: `start` and `end` are those of what they removed.
    """
    shift = 0
    entries = [(edit.start, edit.end, 0, edit) for edit in first]
    for edit in second:
        start = edit.start + shift
        entries.append((start, start + len(edit.removed), 1, replace(edit, start=start, end=start + len(edit.removed))))
        shift += len(edit.removed) - len(edit.inserted)
    entries.sort(key=lambda entry: entry[:3])
    group: tuple[list[Edit], list[Edit]] = ([], [])
    start = end = -1
    for one, other, step, edit in entries:
        if group[1 - step] and _meets(group[1 - step], one, other):
            group[step].append(edit)
            end = max(end, other)
            continue
        if group[0] or group[1]:
            yield *group, start, end
        group = ([], [])
        group[step].append(edit)
        start, end = one, other
    if group[0] or group[1]:
        yield *group, start, end


def _meets(others: Sequence[Edit], start: int, end: int) -> bool:
    """Whether a stretch meets the last of the other step's edits; one without length meets what it stands at."""
    last = others[-1]
    return (start < last.end and last.start < end) or ((start == end or last.start == last.end) and start <= last.end and last.start <= end)


def _between(earlier: Sequence[Edit], later: Sequence[Edit], start: int, end: int) -> Iterator[str]:
    """The text between two steps where their edits meet, from what the one inserted and the other removed."""
    signs = [""] * (end - start)
    for edit in earlier:
        signs[edit.start - start : edit.end - start] = edit.inserted
    for edit in later:
        signs[edit.start - start : edit.end - start] = edit.removed
    yield from signs


def _applied(middle: str, later: Iterable[Edit], start: int) -> str:
    pieces: list[str] = []
    here = 0
    for edit in later:
        pieces += (middle[here : edit.start - start], edit.inserted)
        here = edit.end - start
    return "".join((*pieces, middle[here:]))
