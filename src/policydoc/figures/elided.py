"""承后省略: numbers of a list whose unit stands behind the last alone: 分别提高0.5、1个百分点."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.rules.patterns import pattern

_RESPECTIVE = pattern(r"分别|依次")
_REACH: Final = 60
_MARKS: Final = frozenset({"、", "和", "及", "与"})
_POINTS: Final = frozenset({"百分点", "%"})


def share_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a line, those of one list with the unit of its last; two measures with a stroke between them stay together.

    >>> from policydoc.figures.quantities import quantities
    >>> [(q.value, q.unit_name) for q in quantities("分别提高0.5、1个百分点")]
    [(Decimal('0.5'), '百分点'), (Decimal('1'), '百分点')]
    >>> [q.unit_name for q in quantities("改造3个、新建5个小区")]
    ['个', '个']
    """
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        if text[here.end : following.start] == "/" and here.unit is not None and following.unit is not None:
            shared[index] = here._replace(after=following.after)  # 80MW/160MWh: two measures of one thing
        if here.dated or following.unit is None or not here.read or text[here.end : following.start] not in _MARKS:
            continue
        pieces = following.unit.canonical in _POINTS and here.unit is not None and here.unit.canonical == "个"
        bare = here.unit is None and _RESPECTIVE.search(text, max(0, here.start - _REACH), here.start) is not None
        if pieces or bare:
            shared[index] = here._replace(unit=following.unit)
    return shared
