"""目标语法: verb and object around a quantity, in every order that notices use.

verb object 3座 · verb 3座 object · subject verb 3人 · 为3万名 object verb · indicator 达到 3% · verb object 到 3个
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.verbs import Verb
from policydoc.targets.adjuncts import skip, strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain
from policydoc.targets.indicators import Level, is_indicator, level_before
from policydoc.targets.objects import noun_behind, trim, without_adverbs

_RATIO: Final = frozenset({"%", "百分点", "倍", "‰"})
_PREPOSITIONS: Final = frozenset("为对给向在让使将把从以由因")
_SCOPE = re.compile(r"(?:[全我本][国省市县区州旗镇乡]|各[市县区地])\Z")
_TO: Final = ("到", "至", "为")
_HELPS: Final = frozenset({"利用", "依托", "通过", "发挥", "投入", "使用", "结合", "围绕"})
_REACHES: Final = frozenset({"达到", "达", "实现", "为", "是"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What is done to what: offsets into the folded line."""

    action: Span | None
    object: Span | None
    change: str
    verb: Verb | None = None
    level: bool = False
    """Whether the words before the number are an indicator's rather than a deed's."""
    bound: str = ""
    """What 至少 before the verb says."""
    per: Span | None = None
    """各 before the verb."""
    begin: int = 0
    """Where verb or noun begin, behind the adjuncts."""


def read(text: str, start: int, quantity: Quantity, stop: int, dates: Mapping[int, int]) -> Reading | None:
    """Verb and object of a quantity in the stretch [start, stop) around it; None where nothing stands beside it.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "改造城镇老旧小区4个"
    >>> reading = read(line, 0, quantities(line)[0], len(line), {})
    >>> line[slice(*reading.action)], line[slice(*reading.object)], reading.change
    ('改造', '城镇老旧小区', 'output')
    """
    skipped = skip(text, start, quantity.before, dates)
    begin = skipped.place
    level = level_before(text, begin, quantity.before)
    chain = chain_at(text, begin, level.noun_end if level else quantity.before)
    if level is not None:
        found = _level(text, begin, quantity, stop, level, chain)
    elif chain is not None:
        found = _deed(text, quantity, stop, chain)
    else:
        found = _subject(text, begin, quantity, stop)
    if found is None:
        return None
    if quantity.doubling:
        found = replace(found, action=(quantity.start, quantity.end), change="rise_to", level=True)
    if "累计" in text[start:begin] and found.change == "output" and not text.startswith(("年", "月"), max(start, begin - 3)):
        found = replace(found, change="level")
    return replace(found, bound=skipped.comparator, per=skipped.per, begin=begin)


def _level(text: str, begin: int, quantity: Quantity, stop: int, level: Level, chain: Chain | None) -> Reading | None:
    """Indicator and number, with the verb of the level between them."""
    tail, span, noun_end = level
    if chain is None:
        if tail.form == "实现" and not is_indicator(text, begin, noun_end):
            return Reading(span, noun_behind(text, quantity.after, stop) or trim(text, begin, noun_end), "output", None)
        return Reading(span, trim(text, begin, noun_end) or noun_behind(text, quantity.after, stop), tail.change, None, level=True)
    what = trim(text, chain.end, noun_end)
    if what is None and chain.start <= span[0] < chain.end:
        return _deed(text, quantity, stop, chain)
    verb = chain.verb
    if verb.use in ("pivot", "press") or verb.change in ("level", "keep"):
        return Reading(span, what, tail.change, None, level=True)
    if tail.form not in _REACHES:
        measured = what is not None and is_indicator(text, *what)
        if measured or tail.change.endswith("_to") or verb.use == "noun":
            noun = trim(text, chain.start if verb.use == "noun" else chain.end, noun_end)
            return Reading(span, noun, tail.change, verb, level=True)
        return Reading(chain.span, what, "output", verb)
    if what is not None and is_indicator(text, *what) and tail.form != "实现":
        noun = trim(text, chain.start if verb.use == "noun" else chain.end, noun_end)
        return Reading(span, noun, tail.change, None, level=True)
    if verb.use == "noun" and what is not None:
        return Reading(span, trim(text, chain.start, noun_end), tail.change, None, level=True)
    return Reading(chain.span, what or noun_behind(text, quantity.after, stop), "level" if tail.form in ("达到", "达") else "output", verb)


def _deed(text: str, quantity: Quantity, stop: int, chain: Chain) -> Reading:
    """Verb first: 新建驿站8处, 新建8处驿站, 推动医院选派专家8名."""
    end = strip(text, chain.end, quantity.before)
    verb = chain.verb
    if verb.use in ("pivot", "press", "light") or verb.form in _HELPS:
        inner = inner_chain(text, chain.end, end, weak=verb.form in _HELPS)
        if inner is None and verb.use in ("pivot", "press"):
            adjacent = chain_at(text, skip(text, chain.end, end, {}).place, end)
            inner = adjacent if adjacent is not None and adjacent.verb.use in ("", "light") else None
        if inner is not None and (inner.end < end or verb.form in _HELPS):
            return _deed(text, quantity, stop, inner)
    left = trim(text, chain.end, end)
    right = noun_behind(text, quantity.after, stop, pivot=verb.use == "pivot")
    what = left
    if right is not None and (left is None or (right[1] - right[0] > 1 and not quantity.counts and not is_indicator(text, *left))):
        what = right
    return Reading(chain.span, what, _change(text, quantity, chain, what, before=left is not None), verb)


def _change(text: str, quantity: Quantity, chain: Chain, what: Span | None, *, before: bool) -> str:
    """The change that a verb before its object orders."""
    change = chain.verb.change
    to = text.endswith(_TO, chain.end, quantity.before) or text.startswith(_TO, chain.end)
    if change in ("rise", "fall"):
        if to:
            return f"{change}_to"
        measured = quantity.unit_name in _RATIO or (before and what is not None and is_indicator(text, *what))
        return f"{change}_by" if measured or (what is None and chain.verb.form not in ("增加", "减少")) else "output"
    if change in ("level", "keep"):
        return change
    if chain.verb.form == "实现" and what is not None and is_indicator(text, *what):
        return "level"
    return "rise_to" if to and before and text.endswith(("到", "至"), chain.end, quantity.before) else "output"


def _subject(text: str, begin: int, quantity: Quantity, stop: int) -> Reading | None:
    """No verb at the head: the subject first (城镇新增就业3人), a preposition (为3名教师提供宿舍), or a noun alone."""
    end = strip(text, begin, quantity.before)
    inner = inner_chain(text, begin, end, weak=text[begin : begin + 1] in _PREPOSITIONS)
    if inner is not None:
        what = trim(text, inner.end, end)
        if what is None:
            what = noun_behind(text, quantity.after, stop) if text[begin] in _PREPOSITIONS else trim(text, begin, inner.start)
        return Reading(inner.span, what, _change(text, quantity, inner, what, before=True), inner.verb)
    noun = trim(text, begin, end)
    introduced = noun is None or text[begin] in _PREPOSITIONS or text[noun[1] - 1] in _PREPOSITIONS or _SCOPE.match(text, *noun)
    if introduced:
        later = _later(text, quantity.after, stop)
        if later is not None:
            return later
    if noun is None:
        right = noun_behind(text, quantity.after, stop)
        return Reading(None, right, "output") if right else None
    if is_indicator(text, *noun):
        return Reading(None, noun, "level", level=True)
    event = event_noun(text, *noun)
    if event is not None:
        return Reading(event.span, trim(text, noun[0], event.start), "output", event.verb)
    return Reading(None, noun, "output")


def _later(text: str, after: int, stop: int) -> Reading | None:
    """The verb behind a leading quantity: 为100所学校建设…, 三分之二以上的村建成…, 对12个小区进行改造."""
    weak: Chain | None = None
    place = after + 1
    while place < stop and text[place] not in "。;":
        chain = chain_at(text, place, stop)
        if chain is None:
            place += 1
            continue
        place = chain.end
        if text.startswith(("的", "率", "型", "者", "人员"), chain.end):
            continue
        if chain.verb.use != "noun":
            return _served(text, after, stop, chain)
        weak = weak if weak is not None or chain.start - after < 2 else chain
    return _served(text, after, stop, weak) if weak is not None else None


def _served(text: str, after: int, stop: int, chain: Chain) -> Reading:
    """The verb behind a quantity, and the noun between them."""
    end = _phrase_end(text, chain.end, stop)
    what = without_adverbs(text, after, chain.start) or trim(text, chain.end, end)
    if chain.verb.form == "进行":
        chain = event_noun(text, chain.end, end) or chain
    return Reading(chain.span, what, "output", chain.verb)


def _phrase_end(text: str, start: int, stop: int) -> int:
    return next((place for place in range(start, stop) if text[place] in ",。;:、"), stop)
