"""举措: a number whose verb stands first: 新建驿站8处, 新建8处驿站, 推动医院选派专家8名."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.targets.adjuncts import skip, strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain, is_noun_head
from policydoc.targets.indicators import is_indicator
from policydoc.targets.objects import noun_before, noun_behind
from policydoc.targets.reading import Reading

SCOPE = pattern(r"(?:[全我本][国省市县区州旗镇乡]|各[市县区地]|[省市县区]本?级)\Z")
"""全市, 各县, 市本级: whose things are counted, not what."""
_RATIO: Final = frozenset({"%", "百分点", "倍", "‰"})
_TO: Final = ("到", "至", "为")
_ADDS: Final = frozenset({"增加", "减少"})
"""增加床位150张: with an object these deliver."""
_PASSED: Final = ("认定", "认证", "评审", "验收", "复审", "评估", "考核")
"""通过高新技术企业认定8家: passing is a deed."""
_OPENS: Final = frozenset({"pivot", "press", "light", "help"})
"""Uses of a verb behind which another may govern: 推动…选派, 加快建设, 完成新建, 利用…建设."""


def deed_reading(text: str, quantity: Quantity, stop: int, chain: Chain) -> Reading | None:
    """The reading of a number behind a verb; None where the verb only helps (围绕12个产业,…).

    >>> from policydoc.figures.quantities import quantities
    >>> line = "推动医院选派专家8名"
    >>> found = deed_reading(line, quantities(line)[0], len(line), chain_at(line, 0, 8))
    >>> line[slice(*found.action)], line[slice(*found.object)]
    ('选派', '专家')
    """
    end = strip(text, chain.end, quantity.before)
    verb = chain.verb
    right = noun_behind(text, quantity.after, stop, verb)
    if verb.use in _OPENS:
        inner = _governing(text, chain, end, right=right is not None)
        if inner is not None:
            return deed_reading(text, quantity, stop, inner)
        if verb.use == "help" and not text.endswith(_PASSED, chain.end, end):
            return None
    left = noun_before(text, chain.end, end)
    what = right if right is not None and (left is None or _prefers_right(text, quantity, left, right)) else left
    if verb.form == "拥有" and what is not None and what == left and is_indicator(text, *what):
        return Reading(None, (chain.start, what[1]), "level", level=True)
    return Reading(chain.span, what, change_of(text, quantity, chain, what, before=left is not None), verb)


def _governing(text: str, chain: Chain, end: int, *, right: bool) -> Chain | None:
    """The verb behind a pivot, an adverb-like verb or a light one that governs the number."""
    use = chain.verb.use
    inner = inner_chain(text, chain.end, end, weak=use == "help", last=right)
    if inner is not None or use == "light":
        return inner
    adjacent = chain_at(text, skip(text, chain.end, end, {}).place, end)
    if adjacent is not None and (adjacent.verb.use in ("", "light") or _governs(text, adjacent, end)):
        return adjacent
    if not right:
        return None
    return adjacent if adjacent is not None and adjacent.end == end else event_noun(text, chain.end, end)


def _governs(text: str, chain: Chain, end: int) -> bool:
    """Whether a verb that is also a noun governs what follows: 推动|培育企业, but 推进|改造项目."""
    if chain.verb.use != "noun" or end - chain.end < 2 or text[chain.end] in "、等和及与的":
        return False
    return not is_noun_head(text, chain.end, chain.verb)


def _prefers_right(text: str, quantity: Quantity, left: Span, right: Span) -> bool:
    """Whether the noun behind a number is counted rather than the one before: 青竹科技等3户企业, 市本级50个部门."""
    if text.endswith("等", *left) or SCOPE.fullmatch(text, *left):
        return True
    return right[1] - right[0] > 1 and not quantity.counts and not is_indicator(text, *left)


def change_of(text: str, quantity: Quantity, chain: Chain, what: Span | None, *, before: bool) -> str:
    """The change that a verb orders; `before`: its object stands between verb and number.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "提高覆盖率3个百分点"
    >>> change_of(line, quantities(line)[0], chain_at(line, 0, 5), (2, 5), before=True)
    'rise_by'
    """
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
    return "rise_to" if before and text.endswith(("到", "至"), chain.end, quantity.before) else "output"
