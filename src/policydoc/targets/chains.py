"""动词串: verbs that make one deed (新建改造, 新增和提质改造, 建成投用), at the head of a phrase or inside it."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.rules.verbs import Verb, verb_at
from policydoc.targets.adjuncts import adverb_before

_OF = pattern(r"的(?!士|确)")
_OR_ELSE = pattern(r"[(][改扩续重迁修、/]{1,6}建?[)]")
_LINK = pattern(r"、|和|及|与|或者?|以及|并|/|\((?=[新改扩续重])")
_DEEDS: Final = frozenset({"build", "build_noun", "renew", "renew_noun", "open", "open_noun", "remove", "remove_noun"})
_SECOND: Final = frozenset({"build", "build_noun", "renew", "renew_noun", "open", "open_noun"})
_PEOPLE: Final = frozenset({"people", "people_noun", "enterprise", "do"})
_RAISES: Final = frozenset({"people", "people_noun"})
"""引进和培养20名."""
_OBJECTS: Final = ("标准厂房", "标准化", "标准地")
"""建设|标准厂房: what begins like a head of a noun and is none."""
_GROWS: Final = frozenset({"增长", "下降", "上升", "上涨", "回落", "递增"})
_FLOWS: Final = frozenset({"消费", "出口", "进口", "支出"})
"""出口|增长: a flow and its verb are no compound."""
_LONGEST: Final = 5
_BARE = pattern(r"[建办设送放种养栽修招引购植配派抓](?:成|起|满|好|(?P<has>有))?(?=[0-9“])|[送放](?=(?:戏|电影|图书|书|文化)(?!下乡|进))")
_BARE_SIGNS: Final = frozenset("建办设送放种养栽修招引购植配派抓")
_BRINGS: Final = frozenset("送放")
"""向乡村|送戏100场: bare verbs that govern inside a phrase too."""
_ORDERED: Final = frozenset("都均要应须需少")
_MEASURED = pattern(r"[率额者]|范围|(?:明确|确定|提出|要求)的|量(?!子)|值(?![班守])|性(?!能)")
"""消费量, 覆盖率: a verb before these is none."""
_PARTS: Final = frozenset("、等和及与")
"""辅具适配、无障碍改造等服务: a verb before these is an item of a list of nouns."""


@cache
def _noun_heads(use: str) -> tuple[str, ...]:
    return tuple(form for row in table("noun_heads") if row["use"] in ("any", use) for form in forms(row))


def is_noun_head(text: str, place: int, verb: Verb) -> bool:
    """Whether what stands behind a verb makes it a part of a noun: 改造项目, 普及率.

    >>> verb = verb_at("改造项目", 0, 4)
    >>> is_noun_head("改造项目", 2, verb), is_noun_head("改造公厕", 2, verb)
    (True, False)
    """
    return text.startswith(_noun_heads(verb.use), place) and not text.startswith(_OBJECTS, place)


class Chain(NamedTuple):
    """Verbs of one deed: where they stand, and the last of them, which decides the change."""

    start: int
    end: int
    verb: Verb
    first: Verb

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.start, self.end


def chain_at(text: str, start: int, stop: int, *, inner: bool = False) -> Chain | None:
    """The compound that begins at a place; `inner`: inside a phrase, where a verbal noun is no part of it (棚户区改造|开工).

    >>> line = "新建、改扩建农村公路"
    >>> found = chain_at(line, 0, len(line))
    >>> line[slice(*found.span)], chain_at("公路", 0, 2)
    ('新建、改扩建', None)
    """
    first = verb_at(text, start, stop)
    if first is None and (not inner or text[start : start + 1] in _BRINGS):
        first = _bare_verb(text, start, stop)
    if first is None:
        return None
    verb = first
    end = start + len(first.form)
    if end < stop and _MEASURED.match(text, end):
        return None
    other = _OR_ELSE.match(text, end, stop) if text[end : end + 1] == "(" and first.group == "build" else None
    if other is not None:
        end = other.end()  # 新建(改)口袋公园
    for _ in range(_LONGEST):
        link = _LINK.match(text, end, stop)
        place = link.end() if link else end
        following = verb_at(text, place, stop)
        if following is None:
            break
        behind = place + len(following.form)
        if inner and first.use == "noun" and following.use != "noun":
            return None
        if following.form in _GROWS and (verb.use == "noun" or verb.form in _FLOWS):
            break
        together = link is not None and link[0] == "并"  # 签约并注册|项目53项
        if (is_noun_head(text, behind, following) and not together) or (link is None and not _joins(verb, following, behind, stop)):
            break
        if link is not None and first.use in ("light", "press"):
            break
        if link is not None and following.use == "noun" and verb.use != "noun" and behind >= stop and not _both(verb, following):
            break
        end, verb = behind, following
        if link is not None and link[0] == "(":
            if text[end : end + 1] != ")":
                break
            end += 1
            if verb_at(text, end, stop) is None and text[end : end + 1] == "建":
                end += 1
    return Chain(start, end, verb, first)


def _bare_verb(text: str, start: int, stop: int) -> Verb | None:
    """办, 建, 送 right before a number or a quotation; 建有 and 设有 only where they are ordered: 每县都|建有1所.

    >>> _bare_verb("至少办1所", 2, 3).form, _bare_verb("建有1所", 0, 2), _bare_verb("都建有1所", 1, 3).form
    ('办', None, '建有')
    """
    found = _BARE.match(text, start) if text[start : start + 1] in _BARE_SIGNS else None
    if found is None or found.end() > stop:
        return None
    if found["has"] and text[start - 1 : start] not in _ORDERED:
        return None
    return Verb(found[0], "build", "output")


def _joins(verb: Verb, following: Verb, behind: int, stop: int) -> bool:
    """Whether two verbs side by side are one deed (建设改造) rather than a verb and its object (建成保障房, 开展培训)."""
    if verb.use in ("light", "press", "pivot", "help"):
        return following.use == "" and verb.use == "press"
    if behind >= stop and verb.group != "do":
        return names_object(verb.form) or not names_object(following.form)
    if verb.group in _DEEDS and following.group in _SECOND:
        return True
    if verb.group in _PEOPLE and following.group in ("build", "build_noun"):
        return True
    if verb.group == following.group == "people":
        return True
    return verb.group in _PEOPLE and following.group == "people_noun" and behind < stop and following.form in _RECOGNISING


def _both(verb: Verb, following: Verb) -> bool:
    """Whether two verbs joined by a mark are both done to what follows: 新建、更新120个."""
    return (verb.group in _DEEDS and following.group in _SECOND) or (verb.group in _RAISES and following.group in _RAISES)


def names_object(form: str) -> bool:
    """Whether a verb has its object inside: 封山育林3万亩, 改厕800座.

    >>> names_object("封山育林"), names_object("改造")
    (True, False)
    """
    return _NAMED.search(form) is not None


_NAMED = pattern(
    r"(?:养[猪牛羊鸡鸭鹅鱼蚕蜂兔虾蟹]|[种栽][菜粮烟茶药桑豆棉麻姜竹花果树草]|[修打挖筑铺架建][路桥渠塘坝沟堤池窖房厕]|创[汇税收]|造林|育林|植树|种草|还林|还草|招生|打井|化债|引资|减税|降费|治沙|固沙|增绿|送戏|育苗|改厕|改水|改厨|改圈|清淤|送餐|设岗|建床|建档|育种|补水|间套种|制种|轮作休耕)\Z"
)
_RECOGNISING: Final = frozenset({"认定", "培育", "引进", "储备", "壮大", "孵化", "新增"})


def inner_chain(text: str, start: int, stop: int, *, weak: bool = False, last: bool = True) -> Chain | None:
    """The last governing verb inside a phrase: 为残疾人提供服务, 城镇新增就业, 失业人员再就业.

    A verb that is also a noun (建设) governs only where a `weak` one will do, behind a preposition; one that ends the phrase
    only where a `last` one will do: where no noun stands behind the number, it names the event (推进管道更新改造).
    What stands in quotation marks has none.

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
        found = chain_at(text, place, stop, inner=True) if text[place] not in "”的" else None
        if found is None:
            place += 1
            continue
        place = found.end
        if found.start == start or (text[found.end] in _PARTS if found.end < stop else not last):
            continue
        urged = found.end < stop and adverb_before(text, start, found.start)
        if not urged and found.end < stop and is_noun_head(text, found.end, found.verb):
            continue
        if found.verb.use in ("pivot", "press", "help") or _OF.search(text, found.end, stop + 1):
            continue
        if found.verb.use != "noun" or urged:
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


def last_chain(text: str, start: int, stop: int) -> Chain | None:
    """The compound that ends a phrase and does not begin it: 二次供水|改造提升.

    >>> line = "二次供水改造提升"
    >>> line[slice(*last_chain(line, 0, len(line)).span)], last_chain("城区公路", 0, 4)
    ('改造提升', None)
    """
    best: Chain | None = None
    for place in range(max(start + 2, stop - 8), stop - 1):
        found = chain_at(text, place, stop)
        if found is not None and found.end == stop:
            if found.first.group in _DEEDS:
                return found
            best = best or found
    return best
