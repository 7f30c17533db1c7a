"""层级: which levels are open, and where the next marker goes.

1. A style that is open takes its next ordinal and closes what is deeper.
2. A style first seen inside another is deeper; who opened under whom is remembered, so one lost heading shifts nothing.
3. The official order (一、 above （一） above 1. above （1）) decides only where the document itself has not.
4. An ordinal may start at 1 or go on from the parent before (continuous numbering).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from policydoc.outline.ahead import Ahead
from policydoc.outline.markers import LAST, Marker
from policydoc.outline.ranks import SPOKEN, rank

Note = Literal["", "gap", "repeat", "order", "odd"]
_GLYPHS = frozenset({"big", "han", "paren_han", "digit", "paren", "half", "circled"})
"""Families that are taken for each other; words like 二是 are not."""
WIDEST_GAP = 5
BELOW = "'"
"""Marks the family of a list that stands below an item in the item's own style."""


@dataclass(slots=True)
class Level:
    """An open level: its style, the highest ordinal so far and the ordinals that it left out."""

    family: str
    high: int
    missing: set[int] = field(default_factory=set)
    odd: bool = False
    """Whether its first number was written in an odd way, as the others may be."""


class Step(NamedTuple):
    """Where a marker goes: its family there, its depth, and what is odd about its ordinal."""

    family: str
    ordinal: int
    depth: int
    note: Note = ""
    expected: int = 0
    """The ordinal that was due (gap), or the one before (order)."""
    anew: bool = False
    """Whether the numbers of the level start anew here."""


class Ladder:
    """The levels that are open at a place of a part."""

    def __init__(self, ahead: Ahead) -> None:
        self.levels: list[Level] = []
        self._ahead = ahead
        self._last: dict[str, int] = {}
        self._above: Counter[tuple[str, str]] = Counter()
        self._restarts: set[str] = set()

    def place(self, marker: Marker, here: int) -> Step | None:
        """The step that a marker at the start of a line makes, or None where it is text."""
        if not marker.ordinal or (marker.family == "spoken" and marker.ordinal == LAST):
            return self._next(marker.family, here)
        later = self._ahead.surely_after(marker.family, here) if marker.doubtful else None
        if later == marker.ordinal > 0 or (marker.graded and later != marker.ordinal + 1):
            return None
        below = self._depth(marker.family + BELOW)
        if below is not None and marker.ordinal == self.levels[below].high + 1:
            return Step(marker.family + BELOW, marker.ordinal, below)
        slip = self._slip(marker, here)
        if slip is not None:
            return slip
        depth = self._depth(marker.family)
        return self._open_style(marker, here, depth) if depth is not None else self._closed_style(marker, here)

    def due(self, marker: Marker, here: int, reach: int = 1) -> Step | None:
        """The step of a marker inside a line whose break was lost.

        It must be the very next ordinal of an open level that does not start a later line, or the 1 of a style that a later
        line takes up where this one leaves it, at `reach`.
        """
        family, ordinal = marker.family, marker.ordinal
        depth = self._depth(family)
        following = self._ahead.after(family, here)
        if marker.graded or (marker.doubtful and following != reach + 1):
            return None
        if depth is not None and ordinal == self.levels[depth].high + 1 and following != ordinal:
            return Step(family, ordinal, depth)
        goes_on = following == reach + 1 and self._last.get(family) != reach  # else it goes on from the items above
        if depth is None and ordinal == 1 and goes_on and not marker.doubtful:
            return Step(family, 1, self._base(family, here))
        return None

    def sure(self, marker: Marker, here: int, following: int | None) -> Step | None:
        """The step of a number that was misread: it must be due, and the number after it must follow (misread perhaps, too)."""
        family, ordinal = marker.family, marker.ordinal
        depth = self._depth(family)
        alike = depth is not None and self.levels[depth].odd
        if not alike and ordinal + 1 not in (following, self._ahead.after(family, here)):
            return None
        if depth is not None:
            return Step(family, ordinal, depth, "odd") if ordinal == self.levels[depth].high + 1 else None
        due = ordinal == 1 or ordinal - 1 == self._last.get(family)
        return Step(family, ordinal, self._base(family, here), "odd") if due else None

    def _next(self, family: str, here: int) -> Step | None:
        """The step of an item whose number is not there: the next of its family, or the first of a new list."""
        depth = self._depth(family)
        if depth is not None:
            return Step(family, self.levels[depth].high + 1, depth)
        last, due = self._last.get(family), self._ahead.lost(family, here)
        if last is None and due != 1:
            return None
        return Step(family, due if last is not None and due == last + 1 else 1, self._base(family, here))

    def take(self, step: Step) -> None:
        """Opens the level that a step leads to."""
        family, ordinal = step.family, step.ordinal
        if step.depth < len(self.levels) and self.levels[step.depth].family == family:
            del self.levels[step.depth + 1 :]
            level = self.levels[step.depth]
            if step.note == "order" and ordinal > level.high:
                level.high += 1
                self._last[family] = level.high
                return
            if ordinal > level.high + 1:
                level.missing.update(range(max(level.high + 1, ordinal - 9), ordinal))
            level.missing.discard(ordinal)
            if step.anew:
                level.missing.clear()
                level.high = ordinal
            level.high = max(level.high, ordinal)
        else:
            del self.levels[step.depth :]
            for level in self.levels:
                self._above[level.family, family] += 1
            missing = set(range(max(step.expected, ordinal - 9), ordinal)) if step.note == "gap" else set()
            if ordinal == 1 and family in self._last:
                self._restarts.add(family)
            self.levels.append(Level(family, ordinal, missing, step.note == "odd"))
        self._last[family] = ordinal

    def _depth(self, family: str) -> int | None:
        return next((depth for depth, level in enumerate(self.levels) if level.family == family), None)

    def _slip(self, marker: Marker, here: int) -> Step | None:
        """（2） between （一） and （三）: the glyph of another level on the item that is due."""
        family, ordinal = marker.family, marker.ordinal
        if ordinal == 1 or marker.doubtful or family not in _GLYPHS:
            return None
        depth = self._depth(family)
        following = self._ahead.after(family, here)
        if depth is not None and self.levels[depth].high + 1 == ordinal != following:
            return None
        if depth is None and (self._last.get(family) == ordinal - 1 or following == ordinal + 1):
            return None
        for place in range(len(self.levels) - 1, -1, -1):
            level = self.levels[place]
            if level.family != family and level.high + 1 == ordinal and self._ahead.after(level.family, here) == ordinal + 1:
                return Step(level.family, ordinal, place, "odd")
        return None

    def _open_style(self, marker: Marker, here: int, depth: int) -> Step | None:
        family, ordinal = marker.family, marker.ordinal
        level = self.levels[depth]
        following = self._ahead.after(family, here)
        if ordinal == level.high + 1:
            return Step(family, ordinal, depth)
        if marker.doubtful:
            return None
        if ordinal > level.high:
            swapped = ordinal == level.high + 2 and self._ahead.after(family, here, 1) in (ordinal + 1, None)
            if following == level.high + 1:
                return Step(family, ordinal, depth) if swapped else None
            if following == level.high + 2 and ordinal > following:  # （一）（十）（三）: the numbers go on as if it were the due one
                return Step(family, ordinal, depth, "order", level.high)
            if ordinal <= level.high + WIDEST_GAP or following == ordinal + 1 or family == "named_条":
                return Step(family, ordinal, depth, "gap", level.high + 1)
            return None
        if ordinal == 1:
            return self._restart(marker, here, depth)
        return self._backward(marker, depth, following)

    def _restart(self, marker: Marker, here: int, depth: int) -> Step | None:
        """A 1 in a style that is open: a list below the item if that style goes on behind it, else the level starts anew."""
        family, high = marker.family, self.levels[depth].high
        last = self._ahead.reach(family, here, 1)
        if high > 1 and self._ahead.after(family, here, last - 1) == high + 1:
            return Step(family + BELOW, 1, len(self.levels)) if last > 1 else None
        return Step(family, 1, depth, "repeat", anew=True)

    def _backward(self, marker: Marker, depth: int, following: int | None) -> Step:
        level = self.levels[depth]
        if marker.ordinal in level.missing:
            return Step(marker.family, marker.ordinal, depth, "order", self._last.get(marker.family, level.high))
        anew = marker.ordinal < level.high and following == marker.ordinal + 1
        return Step(marker.family, marker.ordinal, depth, "repeat", anew=anew)

    def _closed_style(self, marker: Marker, here: int) -> Step | None:
        family, ordinal = marker.family, marker.ordinal
        following = self._ahead.after(family, here)
        depth = self._base(family, here, first=ordinal == 1)
        last = self._last.get(family)
        if ordinal == 1:
            lone = (marker.doubtful or family in SPOKEN) and following != 2
            return None if lone else Step(family, ordinal, depth)
        if last is not None and ordinal == last + 1:
            return Step(family, ordinal, depth)
        if marker.doubtful:
            return None
        expected = last + 1 if last is not None and family not in self._restarts else 1
        strong = rank(family) <= rank("paren_han")
        top = all(rank(level.family) > rank(family) for level in self.levels)
        near = expected < ordinal <= expected + 2 and (strong or last is not None)
        if following == ordinal + 1 or (strong and top) or near:
            return Step(family, ordinal, depth, "gap", expected)
        return None

    def _base(self, family: str, here: int, *, first: bool = True) -> int:
        """How many of the open levels stay open above a style that is not open."""
        keep = len(self.levels)
        while keep and self._is_deeper(self.levels[keep - 1], family, here, first=first):
            keep -= 1
        return keep

    def _is_deeper(self, level: Level, family: str, here: int, *, first: bool) -> bool:
        other = level.family
        inside, outside = self._above[family, other], self._above[other, family]
        if inside != outside:
            return inside > outside
        if rank(other) <= rank(family):
            return False
        if other.startswith("named_") and family.startswith("named_"):
            return True
        following = self._ahead.after(other, here)
        if other == "named_条" and family == "han" and first and family not in self._last:
            return False
        return not first or (rank(family) < rank("paren_han") if following is None else following <= level.high)
