"""动词串: verbs that make one deed (新建改造, 新增和提质改造, 建成投用), at the head of a phrase or inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.verbs import Verb, verb_at

_LINK = re.compile(r"、|和|及|与|或者?|以及|并|/|\((?=[新改扩续重])")
_NOUN_BEHIND: Final = (
    "的", "率", "量", "数", "额", "值", "费", "型", "性", "化", "区", "厂", "站", "所", "员", "者", "户", "园", "线", "点", "类", "业", "机", "品", "房", "权", "期", "岗", "地",
    "面积", "收入", "项目", "工程", "任务", "体系", "中心", "基地", "规模", "资金", "人员", "能力", "标准", "场所", "机构", "设施", "平台", "单位", "活动", "水平", "工作", "方案",
)  # fmt: skip
"""A verb before these is a part of the noun: 改造项目, 培训基地."""
_DEEDS: Final = frozenset({"build", "build_noun", "renew", "renew_noun", "open", "open_noun", "remove", "remove_noun"})
_SECOND: Final = frozenset({"build", "build_noun", "renew", "renew_noun", "open", "open_noun"})
_PEOPLE: Final = frozenset({"people", "people_noun", "enterprise", "do"})
_LONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class Chain:
    """Verbs of one deed: where they stand, and the last of them, which decides the change."""

    start: int
    end: int
    verb: Verb
    first: Verb

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.start, self.end


def chain_at(text: str, start: int, stop: int) -> Chain | None:
    """The compound that begins at a place.

    >>> line = "新建、改扩建农村公路"
    >>> found = chain_at(line, 0, len(line))
    >>> line[slice(*found.span)], chain_at("公路", 0, 2)
    ('新建、改扩建', None)
    """
    first = verb_at(text, start, stop)
    if first is None:
        return None
    verb = first
    end = start + len(first.form)
    for _ in range(_LONGEST):
        link = _LINK.match(text, end, stop)
        place = link.end() if link else end
        following = verb_at(text, place, stop)
        if following is None:
            break
        behind = place + len(following.form)
        if text.startswith(_NOUN_BEHIND, behind) or (link is None and not _joins(verb, following, behind, stop)):
            break
        if link is not None and (first.use in ("light", "press") or (following.use == "noun" and verb.use != "noun" and behind >= stop)):
            break
        end, verb = behind, following
        if link is not None and link[0] == "(":
            if text[end : end + 1] != ")":
                break
            end += 1
            if verb_at(text, end, stop) is None and text[end : end + 1] == "建":
                end += 1
    return Chain(start, end, verb, first)


def _joins(verb: Verb, following: Verb, behind: int, stop: int) -> bool:
    """Whether two verbs side by side are one deed (建设改造) rather than a verb and its object (建成保障房, 开展培训)."""
    if verb.use in ("light", "press", "pivot"):
        return following.use == "" and verb.use == "press"
    if verb.group in _DEEDS and following.group in _SECOND:
        return behind < stop or following.use == ""
    return verb.group in _PEOPLE and following.group in ("people", "people_noun") and behind < stop and following.form in _RECOGNISING


_RECOGNISING: Final = frozenset({"认定", "培育", "引进", "储备", "壮大", "孵化", "新增"})


def inner_chain(text: str, start: int, stop: int, *, weak: bool = False) -> Chain | None:
    """The last governing verb inside a phrase: 为残疾人提供服务, 城镇新增就业, 失业人员再就业. Nouns in quotation marks have none;
    a verb that is also a noun (建设) governs only where a `weak` one will do, behind a preposition.

    >>> line = "城镇新增就业"
    >>> found = inner_chain(line, 0, len(line))
    >>> line[slice(*found.span)], inner_chain("农村自来水普及率", 0, 8)
    ('新增', None)
    """
    best: Chain | None = None
    fallback: Chain | None = None
    place = start
    while place < stop:
        if text[place] == "“":
            close = text.find("”", place, stop)
            place = close if close > 0 else place
        found = chain_at(text, place, stop) if text[place] not in "”的" else None
        if found is None:
            place += 1
            continue
        place = found.end
        if found.start == start or (text.startswith(_NOUN_BEHIND, found.end) and found.end < stop):
            continue
        if found.verb.use in ("pivot", "press") or "的" in text[found.end : stop]:
            continue
        if found.verb.use != "noun":
            best = found
        elif weak and stop - found.end > 1 and found.start - start > 1:
            fallback = found
    return best or fallback


def event_noun(text: str, start: int, stop: int) -> Chain | None:
    """The verbal noun that ends a phrase: 老旧小区改造, 药品抽检.

    >>> event_noun("老旧小区改造", 0, 6).span, event_noun("老旧小区", 0, 4)
    ((4, 6), None)
    """
    for place in range(max(start + 1, stop - 6), stop - 1):
        found = verb_at(text, place, stop)
        if found is not None and place + len(found.form) == stop:
            return Chain(place, stop, found, found)
    return None
