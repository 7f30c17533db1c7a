"""主语: a number without a verb at the head of its phrase: 城镇新增就业3人, 为3名教师提供宿舍, 老旧小区11个."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.targets.adjuncts import strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain, is_noun_head
from policydoc.targets.deeds import SCOPE, change_of
from policydoc.targets.indicators import is_indicator
from policydoc.targets.modifiers import is_turnover, names_rate
from policydoc.targets.objects import noun_before, noun_behind, trim, without_adverbs
from policydoc.targets.reading import Reading

_PREPOSITIONS: Final = frozenset("为对给向在让使将把从以由因")
_ATTENDS: Final = frozenset({"参加", "参与", "发展"})
"""8个部门参加: what the counted do themselves."""
_ATTRIBUTIVE: Final = ("的", "率", "型", "者", "人员")
"""A verb before these describes a noun."""


def subject_reading(text: str, begin: int, quantity: Quantity, stop: int) -> Reading | None:
    """The reading of a number behind a subject, a preposition or a noun alone; None where nothing stands beside it.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "城镇新增就业3万人"
    >>> found = subject_reading(line, 0, quantities(line)[0], len(line))
    >>> line[slice(*found.action)], line[slice(*found.object)]
    ('新增', '就业')
    """
    end = strip(text, begin, quantity.before)
    prepared = text[begin : begin + 1] in _PREPOSITIONS if begin < end else False
    inner = inner_chain(text, begin, end, weak=prepared)
    if inner is not None and not prepared and (names_rate(text, inner, end, quantity) or is_turnover(begin, inner, end)):
        inner = None
        whole = noun_before(text, begin, end)
        if whole is not None:
            return Reading(None, whole, "level", level=True)
    if inner is not None:
        what = noun_before(text, inner.end, end) or noun_behind(text, quantity.after, stop, inner.verb)
        what = what or noun_before(text, begin + prepared, strip(text, begin + prepared, inner.start))
        return Reading(inner.span, what, change_of(text, quantity, inner, what, before=True), inner.verb)
    noun = noun_before(text, begin, end)
    if noun is None or prepared or text[noun[1] - 1] in _PREPOSITIONS or SCOPE.match(text, *noun):
        attends = noun is None and quantity.comparator == "eq" and quantity.dimension in ("count", "place")
        later = _later(text, quantity.after, stop, attends=attends)
        if later is not None:
            return later
    if noun is None:
        right = noun_behind(text, quantity.after, stop)
        return Reading(None, right, "output") if right else None
    if is_indicator(text, *noun):
        return Reading(None, noun, "level", level=True)
    event = event_noun(text, *noun)
    if event is not None:
        what = noun_behind(text, quantity.after, stop, event.verb) or noun_before(
            text, noun[0] + prepared, strip(text, noun[0] + prepared, event.start)
        )
        return Reading(event.span, what, "output", event.verb, event=noun)
    return Reading(None, noun, "output")


def _later(text: str, after: int, stop: int, *, attends: bool) -> Reading | None:
    """The verb behind a leading quantity: 为100所学校建设…, 三分之二以上的村建成…, 对12个小区进行改造.

    What the counted do themselves (`attends`) is no deed: 8个部门参加, but 不少于8个部门参加.
    """
    weak: Chain | None = None
    place = after + 1
    while place < stop and text[place] not in "。;":
        chain = chain_at(text, place, stop)
        if chain is None:
            place += 1
            continue
        place = chain.end
        if text.startswith(_ATTRIBUTIVE, chain.end):
            continue
        if chain.verb.use != "noun":
            return _served(text, after, stop, chain)
        if attends and chain.verb.form in _ATTENDS:
            continue
        if weak is None and chain.start - after > 1 and stop - chain.end != 1 and not is_noun_head(text, chain.end, chain.verb):
            weak = chain
    return _served(text, after, stop, weak) if weak is not None else None


def _served(text: str, after: int, stop: int, chain: Chain) -> Reading:
    """The verb behind a quantity, and the noun between them."""
    end = next((place for place in range(chain.end, stop) if text[place] in ",。;:、"), stop)
    what = without_adverbs(text, after, chain.start) or trim(text, chain.end, end)
    if chain.verb.form == "进行":
        direct = chain_at(text, chain.end, end)
        chain = direct if direct is not None and direct.end == end else event_noun(text, chain.end, end) or chain
    event = trim(text, after, chain.end) if chain.verb.use == "noun" and chain.end == end else None
    return Reading(chain.span, what, "output", chain.verb, event=event)
