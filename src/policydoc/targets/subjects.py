"""主语: a number without a verb at the head of its phrase: 社区新增就业3人, 为3名教师提供宿舍, 老旧小区11个."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.targets.adjuncts import skip, strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain, is_noun_head
from policydoc.targets.deeds import PLACES, SCOPE, change_of
from policydoc.targets.indicators import is_indicator, is_rate
from policydoc.targets.modifiers import is_turnover, named_event, names_people, names_rate
from policydoc.targets.objects import noun_before, noun_behind, trim, unled, without_adverbs
from policydoc.targets.reading import Reading

_PREPOSITIONS: Final = frozenset("为对给向在让使将把从以由因")
_WHOLLY = pattern(r"(?:全部|全线|全面|均|都|基本|同步|完成|年内|今年|当年|按期|如期|年底前|[0-9]{1,2}月底前|按时){1,2}")
_ATTENDS: Final = frozenset({"参加", "参与", "发展"})
"""8个部门参加: what the counted do themselves."""
_UNITS: Final = frozenset({"村", "镇", "乡", "县", "社区", "小区", "乡镇", "街道", "行政村", "自然村", "建制村", "学校", "家庭", "农户"})
_SERVES: Final = frozenset("为对将给")
_GOES_ON: Final = frozenset("、和及与")
_LIST: Final = 80
_DIGITS = pattern(r"[0-9][0-9.]*[百千万亿]*")
_FREE: Final = "免费"
_OF_WHOM = pattern(
    r"[^,。;]{1,20}的(?:牵头|责任|有关|相关|承办|主管|所属|所在)?(?:部门|单位|乡镇|街道|县区|县市|负责人|责任人|企业|业主)(?:都|均|也)?(?:要|须|应|将|由)"
)
"""8项滞后任务的牵头部门要…: who is told, not what is done."""
_BEGUN: Final = frozenset({"新", "首次", "初次", "未", "已", "刚", "从未", "因病"})
_RELATIVE: Final = 12
_ENDS_NOUN: Final = frozenset("员师站点室所")
"""农技指导员: with these behind it a verb is a part of a noun."""
_ATTRIBUTIVE: Final = ("的", "率", "型", "者", "人员")
"""A verb before these describes a noun."""


def subject_reading(text: str, begin: int, quantity: Quantity, stop: int) -> Reading | None:
    """The reading of a number behind a subject, a preposition or a noun alone; None where nothing stands beside it.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "社区新增停车位3万个"
    >>> found = subject_reading(line, 0, quantities(line)[0], len(line))
    >>> line[slice(*found.action)], line[slice(*found.object)]
    ('新增', '停车位')
    """
    end = strip(text, begin, quantity.before)
    named = named_event(text, begin, end)
    if named is not None:
        return Reading(None, named, "output", level=True)
    prepared = text[begin : begin + 1] in _PREPOSITIONS if begin < end else False
    inner = inner_chain(text, begin, end, weak=prepared)
    if (
        inner is not None
        and not prepared
        and (
            names_rate(text, inner, end, quantity)
            or is_turnover(begin, inner, end)
            or (inner.verb.change == "level" and quantity.dimension == "ratio" and is_rate(text, inner.end, end))
        )
    ):
        inner = None
        whole = noun_before(text, begin, end)
        if whole is not None:
            return Reading(None, whole, "level", level=True)
    if inner is not None and inner.verb.form == "占" and (is_indicator(text, begin, end) or quantity.dimension != "count"):
        return Reading(None, noun_before(text, begin, end), "level", level=True)
    if inner is not None:
        what = noun_before(text, inner.end, end) or noun_behind(text, quantity.after, stop, inner.verb)
        if what is not None and text[what[0]] in "到至" and what[1] <= quantity.start:
            what = noun_behind(text, quantity.after, stop, inner.verb) or what  # 扩展至其余4条隧道
        what = what or _whom(text, begin + prepared, strip(text, begin + prepared, inner.start))
        if what is not None and (SCOPE.match(text, *what) or (text[inner.start - 1] == "各" and what[1] < inner.start)):
            what = None
        return Reading(inner.span, what, change_of(text, quantity, inner, what, before=True), inner.verb)
    noun = noun_before(text, begin, end)
    if noun is not None and text[slice(*noun)] in _UNITS and (right := noun_behind(text, quantity.after, stop)) is not None:
        return Reading(None, right, "output")  # 69个村|120公里通村公路
    if noun is not None and text[noun[0]].isdigit() and text[quantity.before - 1] == "的" and PLACES.search(text, *noun) is not None:
        right = noun_behind(text, quantity.after, stop)
        if right is not None and right[1] - right[0] > 1:
            return Reading(None, right, "output")  # 51个村的|3000口水窖建设
    if noun is None or prepared or text[noun[1] - 1] in _PREPOSITIONS or SCOPE.match(text, *noun):
        attends = noun is None and quantity.comparator == "eq" and quantity.dimension in ("count", "place")
        behind = later(text, quantity.after, stop, attends=attends)
        if (
            behind is None
            and text[stop : stop + 1] in _GOES_ON
            and (text[begin : begin + 1] in _SERVES or text[begin - 1 : begin] in _SERVES)
        ):
            behind = _shared(text, quantity, stop)
        if behind is not None:
            served = prepared or text[quantity.before - 1 : quantity.before] in _SERVES
            shared = not served and quantity.unit_name == "%" and text.startswith("的", quantity.after)
            return behind._replace(change="level") if shared else behind  # 96%的行政村通光纤
    if noun is None:
        right = noun_behind(text, quantity.after, stop)
        return Reading(None, right, "output") if right else None
    if is_indicator(text, *noun):
        return Reading(None, (unled(text, *noun), noun[1]), "level", level=True)
    done = _done_to(text, quantity.after, stop) if not prepared else None
    if done is not None:
        return Reading(done.span, noun, "output", done.verb)
    event = event_noun(text, *noun)
    if event is not None:
        first = noun[0] + prepared
        what = noun_behind(text, quantity.after, stop, event.verb) or _whom(text, first, strip(text, first, event.start))
        what = None if what is not None and SCOPE.match(text, *what) else what
        return Reading(event.span, what, "output", event.verb, event=noun)
    return Reading(None, noun, "output")


def _whom(text: str, start: int, stop: int) -> Span | None:
    """The noun before a verb: 老年人|免费体检."""
    return noun_before(text, start, stop - len(_FREE) if text.endswith(_FREE, start + 1, stop) else stop)


def _done_to(text: str, after: int, stop: int) -> Chain | None:
    """The verb that closes a phrase behind its number: 公路32公里|全线贯通, 公厕20座|全部改造.

    >>> line = "公厕20座全部改造"
    >>> line[slice(*_done_to(line, 5, len(line)).span)], _done_to("公厕20座", 5, 5)
    ('改造', None)
    """
    lead = _WHOLLY.match(text, after, stop)
    chain = chain_at(text, lead.end(), stop) if lead is not None else None
    if chain is None and lead is not None:
        chain = chain_at(text, skip(text, lead.end(), stop, {}).place, stop)
    return chain if chain is not None and chain.end == stop else None


def _shared(text: str, quantity: Quantity, stop: int) -> Reading | None:
    """The verb behind the last item of a list of things something is done to: 对10所中学、20所小学|进行改造.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "对10所中学、20所小学进行改造"
    >>> found = _shared(line, quantities(line)[0], 6)
    >>> line[slice(*found.action)], line[slice(*found.object)]
    ('改造', '中学')
    """
    noun = noun_behind(text, quantity.after, stop)
    end = next((place for place in range(stop, min(len(text), stop + _LIST)) if text[place] in ",。;:"), min(len(text), stop + _LIST))
    numbers = [found.span() for found in _DIGITS.finditer(text, stop, end)]
    if noun is None or not text[stop + 1 : end]:
        return None
    for index, (_, after) in enumerate(numbers):
        found = later(text, after, numbers[index + 1][0] if index + 1 < len(numbers) else end)
        if found is not None and found.action is not None:
            return Reading(found.action, noun, "output", found.verb)
    return None


def later(text: str, after: int, stop: int, *, attends: bool = False) -> Reading | None:
    """The verb behind a leading quantity: 为100所学校建设…, 三分之二以上的村建成…, 对12个小区进行改造.

    What the counted do themselves (`attends`) is no deed: 8个部门参加, but 不少于8个部门参加.

    >>> line = "12个小区进行改造"
    >>> line[slice(*later(line, 3, len(line)).object)]
    '小区'
    """
    if _OF_WHOM.match(text, after, stop) is not None:
        return None
    weak: Chain | None = None
    place = after if text[after : after + 2] == "受益" else after + 1
    while place < stop and text[place] not in "。;":
        chain = chain_at(text, place, stop)
        if chain is None:
            place += 1
            continue
        place = chain.end
        if text.startswith(_ATTRIBUTIVE, chain.end) or text[chain.end : chain.end + 1] in _ENDS_NOUN:
            continue
        if text[after : chain.start] in _BEGUN and 0 < text.find("的", chain.end, stop) < chain.end + _RELATIVE:
            place = text.find("的", chain.end, stop)
            continue  # 9000名新进入初中的女生
        if chain.verb.use != "noun":
            return _served(text, after, stop, chain)
        if attends and chain.verb.form in _ATTENDS:
            continue
        end = next((index for index in range(chain.end, min(stop, chain.end + _RELATIVE)) if text[index] in ",。;、("), stop)
        if text[after - 1] in "名人" and names_people(text, after, chain.start, end):
            continue  # 3000名经营管理人才
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
