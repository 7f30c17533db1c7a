"""数字的地段: the part of a clause in which the words of one number stand, between the numbers beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import verb_at
from policydoc.targets.chains import is_noun_head
from policydoc.targets.statement import Statement

_THEN = pattern(r"并(?![网购轨])|主要?用于|专项用于|用于")
_LIST_MARK = pattern(r"[、和及与]")
_SEPARATE = pattern(r"[,。;、:!?\t|]|和|及|与|以及")
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
        continued = cut == 0 and start < quantity.before and before.quantity.dimension != "place"  # 石桥等4村|新建文化广场5个
        listed = before.is_target
        deed = deed_behind(text, before.quantity, quantity)
        if deed:
            start, listed, continued = deed, False, False
    following = _following(found, index, stop)
    if following is not None:
        gap = text[quantity.after : following.before]
        deed = deed_behind(text, quantity, following)
        if not deed and quantity.dimension == "money" and _SEPARATE.search(gap) is None:
            return Stretch(start, following.before, listed, continued)
        if deed:
            return Stretch(start, quantity.after + len(gap[: deed - quantity.after].rstrip("并用于,、和及与")), listed, continued)
        marks = list(_SEPARATE.finditer(gap))
        if marks:
            first = marks[0]
            stop = quantity.after + (first.start() if first.start() == 0 or first[0] in ",。;:" else marks[-1].start())
    return Stretch(start, stop, listed, continued)


def deed_behind(text: str, quantity: Quantity, following: Quantity) -> int:
    """Where a deed of its own begins between two numbers: 15公里并|安装路灯200盏, 投资2亿元|建设公园10个; 0 where none does.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("投资2亿元建设公园10个", "硬化村道15公里并安装路灯200盏", "培育亿元企业10家")
    >>> [deed_behind(line, *quantities(line)[:2]) if len(quantities(line)) > 1 else 0 for line in lines]
    [5, 9, 0]
    """
    lead = _THEN.match(text, quantity.after, following.before)
    if lead is None and quantity.dimension != "money":
        return 0
    start = lead.end() if lead is not None else quantity.after
    verb = verb_at(text, start, following.before)
    if verb is None or verb.change != "output" or start + len(verb.form) >= following.before:
        return 0
    if lead is None and (quantity.end != quantity.after or is_noun_head(text, start + len(verb.form), verb)):
        return 0
    return start


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
