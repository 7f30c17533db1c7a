"""整体与其中: which whole a number is a part of, and how far the parts go on: 其中北沟新建3处,石桥新建2处."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from policydoc.figures.quantity import OPEN, Span
from policydoc.targets.statement import Statement

_OWNERS: Final = 4
_PARTS: Final = 24
"""So many numbers may make up a whole."""
_MOST: Final = 100
_HEAD: Final = 3
_COUNTED: Final = frozenset({OPEN, "target", "part"})


def owner_alike(text: str, found: Sequence[Statement], owners: Sequence[int], owner: int, unit: str | None) -> int:
    """Of several wholes before 。其中 the one with the unit of the part: 造林60亩、植树5万株。其中北沟造林20亩.

    >>> from policydoc.targets import statements
    >>> line = "造林60亩、植树5万株。其中北沟造林20亩。"
    >>> [(line[s.start : s.end], s.of) for s in statements(line) if s.kind == "part"]
    [('北沟造林20亩', 0)]
    """
    sentence = found[owner].place.sentence
    if found[owner].quantity.unit_name == unit or not text.startswith("其中", sentence[1] + 1):
        return owner
    others = (other for other in reversed(owners[-_OWNERS:]) if found[other].place.sentence == sentence)
    return next((other for other in others if found[other].quantity.unit_name == unit), owner)


def listed_under(text: str, found: Sequence[Statement], index: int, last: int) -> int | None:
    """The whole that a number behind a semicolon may still be a part of: that of the part before it, the `last` thing counted.

    >>> from policydoc.targets import statements
    >>> line = "新增车位300个,其中:北区新增120个;南区新增180个。"
    >>> [s.kind for s in statements(line)]
    ['target', 'part', 'part']
    """
    before = found[last]
    if before.kind != "part" or before.of is None:
        return None
    return before.of if "。" not in text[before.quantity.after : found[index].quantity.start] else None


def goes_on(text: str, found: Sequence[Statement], index: int, last: int, owner: int, *, own_verb: bool) -> bool:
    """Whether a number behind a part is one too: it says the same, or with it the parts make up the whole.

    >>> from policydoc.targets import statements
    >>> lines = ("建池50口,其中北沟建池20口,石桥建池9口。", "新建车棚50座,其中城区10座,改造车棚20座。")
    >>> [[s.kind for s in statements(line)] for line in lines]
    [['target', 'part', 'part'], ['target', 'part', 'target']]
    """
    before, statement = found[last], found[index]
    if before.of is None or before.kind != "part" or before.place.bracket != statement.place.bracket:
        return False
    unit, whole = statement.quantity.unit_name, found[owner]
    first, second = whole.reading, statement.reading
    if whole.quantity.unit_name != unit or first is None or second is None:
        return False
    if statement.place.sentence == before.place.sentence:
        same = own_verb and first.action is not None and second.action is not None and _same(text, first.action, second.action)
        if (same or (second.level and unit == "%")) and _have_one_head(text, first.object, second.object):
            return True
        third = before.reading.object if before.reading is not None else None
        if (
            same
            and not second.level
            and second.change == "output"
            and third is not None
            and second.object is not None
            and text[third[1] - 2 : third[1]] == text[slice(*second.object)][-2:]
        ):
            return True  # 完成投资19亿元,其中大桥建设完成10亿元,铁路建设完成5亿元
    return unit != "%" and _make_up(text, found, index, owner)


def _make_up(text: str, found: Sequence[Statement], index: int, owner: int) -> bool:
    """Whether the parts so far, this number and those that follow in its unit up to the full stop make up the whole."""
    unit, whole = found[owner].quantity.unit_name, found[owner].quantity.value
    if whole is None or index - owner > _MOST:
        return False
    parts = (part.quantity for part in found[owner + 1 : index] if part.kind == "part" and part.of == owner)
    total = sum((part.value for part in parts if part.unit_name == unit and part.value is not None), start=Decimal(0))
    last = found[index].quantity.start
    for statement in found[index : index + _PARTS]:
        quantity = statement.quantity
        if "。" in text[last : quantity.start]:
            return False
        last = quantity.after
        if quantity.unit_name == unit and quantity.value is not None and statement.kind in _COUNTED:
            total += quantity.value
            if total >= whole:
                return total == whole
    return False


def _same(text: str, first: Span, second: Span) -> bool:
    return text[slice(*first)] == text[slice(*second)]


def _have_one_head(text: str, first: Span | None, second: Span | None) -> bool:
    """市区入园率, 县城入园率; a verb that holds its noun needs none."""
    if first is None or second is None:
        return first is None
    one, other = text[slice(*first)], text[slice(*second)]
    return one.endswith(other) or other.endswith(one) or (len(one) > _HEAD < len(other) and one[-_HEAD:] == other[-_HEAD:])
