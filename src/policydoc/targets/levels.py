"""水平: an indicator, the verb of its level and the number: 森林覆盖率达到35%, 由41%提高到42%."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.targets.chains import Chain
from policydoc.targets.deeds import deed_reading
from policydoc.targets.indicators import Level, is_indicator
from policydoc.targets.objects import noun_before, noun_behind, trim, unled
from policydoc.targets.reading import Reading

_COUNTED: Final = frozenset({"达到", "达"})
_PEOPLE: Final = frozenset({"people", "people_noun"})
_ORDERED: Final = ("任务", "计划")
_REACHES: Final = frozenset({"达到", "达", "实现"})


def level_reading(text: str, begin: int, quantity: Quantity, stop: int, level: Level, chain: Chain | None) -> Reading | None:
    """The reading of a number behind 达到, 提高到, 增长; `chain` is the verb at the head of the phrase.

    >>> from policydoc.figures.quantities import quantities
    >>> from policydoc.targets.indicators import level_before
    >>> line = "森林覆盖率提高到35%"
    >>> found = level_reading(line, 0, quantities(line)[0], len(line), level_before(line, 0, 8), None)
    >>> line[slice(*found.action)], line[slice(*found.object)], found.change
    ('提高到', '森林覆盖率', 'rise_to')
    """
    if chain is None:
        return _bare(text, begin, quantity, stop, level)
    tail, span, noun_end = level
    verb = chain.verb
    what = trim(text, chain.end, noun_end)
    if verb.form == "占" and what is not None and is_indicator(text, *what):
        return Reading(span, (chain.start, what[1]), tail.change, level=True)  # 占GDP比重达2.8%
    if what is None and chain.start <= span[0] < chain.end:
        return deed_reading(text, quantity, stop, chain)
    if tail.change.endswith("_by") and quantity.counts and what is not None and not is_indicator(text, *what):
        right = noun_behind(text, quantity.after, stop, verb)
        if right is not None and right[1] - right[0] > 1:
            return deed_reading(text, quantity, stop, chain)  # 推进小巷改造提升20条街巷
    if verb.use in ("pivot", "press", "help") or verb.change in ("level", "keep"):
        return Reading(span, what, tail.change, level=True)
    whole = noun_before(text, chain.start, noun_end)
    noun = whole if verb.use == "noun" or what is None else what
    measured = what is not None and is_indicator(text, *what)
    if tail.form == "为" and verb.use in ("", "light") and what is not None:
        return Reading(chain.span, what, "level" if verb.form == "实现" else "output", verb)  # 完成合同资金为800万元
    if tail.form not in _REACHES:
        if tail.form == "为" and text.endswith(_ORDERED, chain.start, noun_end):
            return Reading(span, whole, "output", level=True)
        if tail.change in ("level", "keep"):
            return Reading(span, whole, tail.change, level=True)
        if measured or tail.change.endswith("_to") or verb.use == "noun":
            return Reading(span, noun, tail.change, verb, level=True)
        return Reading(chain.span, what, "output", verb)
    if (
        tail.form in _COUNTED
        and verb.group in _PEOPLE
        and verb.use in ("", "noun")
        and what is not None
        and not measured
        and quantity.counts
    ):
        return Reading(chain.span, what, "output", verb)  # 培训农民达到4000名
    if (measured and tail.form != "实现") or (verb.use == "noun" and what is not None):
        return Reading(span, noun, tail.change, level=True)
    change = "output" if tail.form == "实现" else "level"
    return Reading(chain.span, what or noun_behind(text, quantity.after, stop), change, verb)


def _bare(text: str, begin: int, quantity: Quantity, stop: int, level: Level) -> Reading:
    """No verb but that of the level."""
    tail, span, noun_end = level
    noun = noun_before(text, unled(text, begin, noun_end), noun_end)
    if tail.form == "为":
        ordered = text.endswith(_ORDERED, begin, noun_end)
        return Reading(None, noun, "output" if ordered else "level", level=True)  # 造林任务为590万亩
    right = noun_behind(text, quantity.after, stop) if noun is None or tail.form == "实现" else None
    if tail.form == "实现" and not is_indicator(text, begin, noun_end):
        return Reading(span, right or noun, "output")
    return Reading(span, noun or right, tail.change, level=True)
