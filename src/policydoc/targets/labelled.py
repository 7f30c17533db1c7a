"""带冒号的指标: an indicator, a colon or 按 and its number: 森林覆盖率:48.2%, 增长按6%安排."""

from __future__ import annotations

from typing import Final

from policydoc.figures.kinds import ARRANGED
from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import tails
from policydoc.targets.indicators import is_indicator

_LABEL = pattern(r"(?:^|[。;,\t|(:-])([^。;,、:\t|()0-9-]{3,20}):\Z")
_AIMS: Final = ("目标值", "目标数", "任务数", "任务量", "计划数", "计划值")
_RATES: Final = tuple("率比重例度")
_YIELDS = pattern(r"人均|生产总值|增加值|总产值|总收入|劳动生产率|年限|寿命")
_ENDS: Final = frozenset(("", ",", "。", ";", "、", "(", ")", "|", "\t"))
_LONGEST: Final = 24


def labelled(text: str, quantity: Quantity, span: Span) -> tuple[Quantity, Span]:
    """A number and the span of its words, taken back over the colon or 按 between it and its indicator.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "森林覆盖率:48%"
    >>> found, span = labelled(line, quantities(line)[0], (6, 9))
    >>> found.before, span
    (5, (0, 9))
    """
    start = span[0]
    if text.startswith(ARRANGED, quantity.after) and text.endswith("按", start, quantity.before):
        return quantity._replace(before=quantity.before - 1), span
    if quantity.before != start or text[start - 1 : start] != ":" or text[quantity.after : quantity.after + 1] not in _ENDS:
        return quantity, span
    floor = max(0, start - _LONGEST)
    label = _LABEL.search(text, floor, start)
    if label is None or quantity.unit is None:
        return quantity, span
    first, last = label.span(1)
    aimed = text.endswith(_AIMS, first, last)
    known = aimed or (is_indicator(text, first, last) and (text[last - 1] in _RATES or _YIELDS.search(text, first, last) is not None))
    if not known and tails().before(text, first + 2, last) is None:
        return quantity, span
    return quantity._replace(before=last), (first, span[1])
