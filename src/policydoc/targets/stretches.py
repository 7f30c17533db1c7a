"""数字的地段: the part of a clause in which the words of one number stand, between the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from policydoc.figures.kinds import OPEN
from policydoc.figures.quantity import Quantity, Span
from policydoc.targets.statement import Statement

_LIST_MARK = re.compile(r"[、和及与]")
_SEPARATE = re.compile(r"[,。;、:!?\t|]|和|及|与|以及")
_COUNTED: Final = frozenset({"target", "milestone", "part", "facet", "achievement", "unknown", "rate", "funding"})
"""Numbers that have words of their own; one that only describes (亿元以上) stands among the words of the next."""


class Stretch(NamedTuple):
    """From where to where the words of a number may stand."""

    start: int
    stop: int
    listed: bool
    """Whether a list goes on: A 3个、B 2个."""
    continued: bool
    """Whether it begins inside a noun, right behind another number: 支持8家|医院聘任医生9名."""


def stretch_of(text: str, found: Sequence[Statement], index: int, span: Span) -> Stretch:
    """The stretch of a number inside its clause, as far as the numbers beside it leave it.

    >>> from policydoc.targets import statements
    >>> line = "新建公厕3座、驿站2座"
    >>> stretch = stretch_of(line, statements(line), 1, (0, len(line)))
    >>> line[stretch.start : stretch.stop], stretch.listed
    ('驿站2座', True)
    """
    quantity = found[index].quantity
    start, stop = span
    listed = continued = False
    before = _counted_before(found, index, start)
    if before is not None:
        between = text[before.quantity.after : quantity.before]
        mark = _LIST_MARK.match(between)
        cut = mark.end() if mark else max((match.end() for match in _LIST_MARK.finditer(between)), default=0)
        start = before.quantity.after + cut
        continued = cut == 0 and start < quantity.before
        listed = before.is_target
    following = _following(found, index, stop)
    if following is not None:
        gap = text[quantity.after : following.before]
        marks = list(_SEPARATE.finditer(gap))
        if marks:
            first = marks[0]
            stop = quantity.after + (first.start() if first.start() == 0 or first[0] in ",。;:" else marks[-1].start())
    return Stretch(start, stop, listed, continued)


def _counted_before(found: Sequence[Statement], index: int, start: int) -> Statement | None:
    """The number before in the same clause that has words of its own."""
    for place in range(index - 1, -1, -1):
        before = found[place]
        if before.quantity.after <= start:
            return None
        if before.kind in _COUNTED:
            return before if before.place.clause == found[index].place.clause else None
    return None


def _following(found: Sequence[Statement], index: int, stop: int) -> Quantity | None:
    """The next open number before the end of the clause."""
    for place in range(index + 1, len(found)):
        other = found[place]
        if other.quantity.start >= stop:
            return None
        if other.kind == OPEN:
            return other.quantity
    return None
