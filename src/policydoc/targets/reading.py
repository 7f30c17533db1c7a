"""目标语法: verb and object around a quantity, in every order that notices use.

verb object 3座 · verb 3座 object · subject verb 3人 · 为3万名 object verb · indicator 达到 3% · verb object 到 3个
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.verbs import Verb
from policydoc.targets.adjuncts import Skipped, skip, strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain, is_noun_head
from policydoc.targets.indicators import Level, is_indicator, level_before
from policydoc.targets.objects import noun_before, noun_behind, trim, without_adverbs

_RATIO: Final = frozenset({"%", "百分点", "倍", "‰"})
_PREPOSITIONS: Final = frozenset("为对给向在让使将把从以由因")
_SCOPE = re.compile(r"(?:[全我本][国省市县区州旗镇乡]|各[市县区地]|[省市县区]本?级)\Z")
_TO: Final = ("到", "至", "为")
_ADDS: Final = frozenset({"增加", "减少"})
"""增加床位150张: with an object these deliver."""
_PASSED: Final = ("认定", "认证", "评审", "验收", "复审", "评估", "考核")
_HOLDS: Final = frozenset({"拥有"})
_REACHES: Final = frozenset({"达到", "达", "实现"})


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
    event: Span | None = None
    """The noun with the verbal noun that ends it (水质检测): the object where another verb governs it."""


def read(text: str, start: int, quantity: Quantity, stop: int, skipped: Skipped, *, continued: bool = False) -> Reading | None:
    """Verb and object of a quantity in the stretch [start, stop) around it; None where nothing stands beside it.

    `skipped` are the adjuncts at its head; a `continued` stretch begins inside a noun: 支持8家|医院聘任医生9名.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "改造城镇老旧小区4个"
    >>> reading = read(line, 0, quantities(line)[0], len(line), skip(line, 0, 8, {}))
    >>> line[slice(*reading.action)], line[slice(*reading.object)], reading.change
    ('改造', '城镇老旧小区', 'output')
    """
    begin = skipped.place
    level = level_before(text, begin, quantity.before)
    chain = chain_at(text, begin, quantity.before) if not continued else None
    if level is not None and chain is not None and chain.end > level.noun_end:
        if chain.end == level.span[1] and chain.start <= level.span[0]:
            level = None  # 改造提升25个, 增加3个
        else:
            chain = chain_at(text, begin, level.noun_end)
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
    if found.change == "output" and _is_stock(text, start, begin, quantity, found):
        found = replace(found, change="level")
    each = found.action[0] if found.action is not None else 0
    per = (each - 1, each) if each > begin and text[each - 1] == "各" else skipped.per
    if skipped.comparator or per:
        found = replace(found, bound=skipped.comparator, per=per)
    return found


def _is_stock(text: str, start: int, begin: int, quantity: Quantity, found: Reading) -> bool:
    """累计打造300个, 企业突破130万户: what stands at a date rather than what is added."""
    if text.startswith("突破", quantity.before) or text.startswith("首次突破", quantity.before):
        return found.action is None or found.action[0] > begin
    if "累计" in text[start:begin]:
        return not text.startswith(("年", "月"), max(start, text.find("累计", start, begin) - 1))
    return found.action is not None and text.endswith("累计", begin, found.action[0])


def _level(text: str, begin: int, quantity: Quantity, stop: int, level: Level, chain: Chain | None) -> Reading | None:
    """Indicator and number, with the verb of the level between them."""
    tail, span, noun_end = level
    if chain is None and tail.form == "为":
        return Reading(None, noun_before(text, begin, noun_end), "level", level=True)
    if chain is None:
        if tail.form == "实现" and not is_indicator(text, begin, noun_end):
            return Reading(span, noun_behind(text, quantity.after, stop) or noun_before(text, begin, noun_end), "output", None)
        return Reading(span, noun_before(text, begin, noun_end) or noun_behind(text, quantity.after, stop), tail.change, None, level=True)
    what = trim(text, chain.end, noun_end)
    if what is None and chain.start <= span[0] < chain.end:
        return _deed(text, quantity, stop, chain)
    verb = chain.verb
    if verb.use in ("pivot", "press", "help") or verb.change in ("level", "keep"):
        return Reading(span, what, tail.change, None, level=True)
    if tail.form not in _REACHES:
        if tail.change in ("level", "keep"):
            return Reading(span, noun_before(text, chain.start, noun_end), tail.change, None, level=True)
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


def _deed(text: str, quantity: Quantity, stop: int, chain: Chain) -> Reading | None:
    """Verb first: 新建驿站8处, 新建8处驿站, 推动医院选派专家8名."""
    end = strip(text, chain.end, quantity.before)
    verb = chain.verb
    if verb.use in ("pivot", "press", "light", "help"):
        right = noun_behind(text, quantity.after, stop, verb)
        inner = inner_chain(text, chain.end, end, weak=verb.use == "help", last=right is not None)
        if inner is None and verb.use != "light":
            adjacent = chain_at(text, skip(text, chain.end, end, {}).place, end)
            if adjacent is not None and (adjacent.verb.use in ("", "light") or _governs(text, adjacent, end)):
                inner = adjacent
            if inner is None and right is not None:
                inner = adjacent if adjacent is not None and adjacent.end == end else event_noun(text, chain.end, end)
        if inner is not None:
            return _deed(text, quantity, stop, inner)
        if verb.use == "help" and not text.endswith(_PASSED, chain.end, end):
            return None  # 围绕12个产业,…
    left = noun_before(text, chain.end, end)
    right = noun_behind(text, quantity.after, stop, verb)
    what = left
    if right is not None and (left is None or _prefers_right(text, quantity, left, right)):
        what = right
    if verb.form in _HOLDS and what is not None and what == left and is_indicator(text, *what):
        return Reading(None, (chain.start, what[1]), "level", level=True)
    return Reading(chain.span, what, _change(text, quantity, chain, what, before=left is not None), verb)


def _governs(text: str, chain: Chain, end: int) -> bool:
    """Whether a verb that is also a noun governs what follows: 推动|培育企业, but 推进|改造项目."""
    return (
        chain.verb.use == "noun"
        and end - chain.end > 1
        and text[chain.end] not in "、等和及与的"
        and not is_noun_head(text, chain.end, chain.verb)
    )


def _prefers_right(text: str, quantity: Quantity, left: Span, right: Span) -> bool:
    """Whether the noun behind a number is counted rather than the one before: 青竹科技等3户企业, 市本级50个部门."""
    if text.endswith("等", *left) or _SCOPE.fullmatch(text, *left):
        return True
    return right[1] - right[0] > 1 and not quantity.counts and not is_indicator(text, *left)


def _change(text: str, quantity: Quantity, chain: Chain, what: Span | None, *, before: bool) -> str:
    """The change that a verb before its object orders."""
    change = chain.verb.change
    to = text.endswith(_TO, chain.end, quantity.before) or text.startswith(_TO, chain.end)
    if change in ("rise", "fall"):
        if to:
            return f"{change}_to"
        if quantity.unit_name in _RATIO:
            return f"{change}_by"
        measured = what is None or (before and is_indicator(text, *what))
        return f"{change}_by" if measured and chain.verb.form not in _ADDS else "output"
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
        what = noun_before(text, inner.end, end) or noun_behind(text, quantity.after, stop, inner.verb)
        if what is None:
            what = noun_before(text, begin + (text[begin] in _PREPOSITIONS), inner.start)
        return Reading(inner.span, what, _change(text, quantity, inner, what, before=True), inner.verb)
    noun = noun_before(text, begin, end)
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
        subject = noun_before(text, noun[0] + (text[noun[0]] in _PREPOSITIONS), event.start)
        return Reading(event.span, subject, "output", event.verb, event=noun)
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
        if weak is None and chain.start - after > 1 and not is_noun_head(text, chain.end, chain.verb):
            weak = chain
    return _served(text, after, stop, weak) if weak is not None else None


def _served(text: str, after: int, stop: int, chain: Chain) -> Reading:
    """The verb behind a quantity, and the noun between them."""
    end = _phrase_end(text, chain.end, stop)
    what = without_adverbs(text, after, chain.start) or trim(text, chain.end, end)
    if chain.verb.form == "进行":
        direct = chain_at(text, chain.end, end)
        chain = direct if direct is not None and direct.end == end else event_noun(text, chain.end, end) or chain
    event = trim(text, after, chain.end) if chain.verb.use == "noun" and chain.end == end else None
    return Reading(chain.span, what, "output", chain.verb, event=event)


def _phrase_end(text: str, start: int, stop: int) -> int:
    return next((place for place in range(start, stop) if text[place] in ",。;:、"), stop)
