"""举措: a number whose verb stands first: 新建驿站8处, 新建8处驿站, 推动医院选派专家8名."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.targets.adjuncts import skip, strip
from policydoc.targets.chains import Chain, chain_at, event_noun, inner_chain, is_noun_head, last_chain
from policydoc.targets.indicators import is_indicator
from policydoc.targets.modifiers import named_event
from policydoc.targets.objects import noun_before, noun_behind
from policydoc.targets.reading import Reading

SCOPE = pattern(r"(?:[全我本][国省市县区州旗镇乡]|各[市县区地]|[省市县区]本?级)\Z")
"""全市, 各县, 市本级: whose things are counted, not what."""
PLACES = pattern(
    r"(?:(?:自治)?[县市区州旗乡镇]|(?<!行政|自然)村|街道|社区|乡镇|农村|城乡|县城|集镇|镇区|沿线|全线|沿岸|辖区|境内|片区|流域|周边|主城|城区|山区|各地|市中心|(?<![公道铁马管线水])路)内?\Z"
)
"""云泽、北溪等县, 青河全线: where it is done, if what is counted stands behind the number."""
_NAMES_LISTED = pattern(r"[一-鿿]{2,6}(?:[、和与及][一-鿿]{2,6}){1,8}")
_AND = pattern(r"[、和与及]")
_RATIO: Final = frozenset({"%", "百分点", "倍", "‰"})
_HELPS_TO: Final = frozenset({"资助", "补助", "补贴", "奖励"})
"""资助车队|购置电动车20辆: what the helped do is the deed."""
_PEOPLE: Final = frozenset({"person", "household", "person_time"})
_THEMSELVES: Final = frozenset({"就业", "创业", "再就业", "转移就业", "就业创业", "脱贫", "增收"})
"""帮助失业青年|就业49人: what people do themselves."""
_CARRIES_OUT: Final = frozenset({"实施", "完成", "开展", "组织实施", "全面完成"})
"""实施雨污分流|改造35个小区: what is carried out upon the things counted."""
_COMPLETES: Final = frozenset({"完成", "全面完成"})
_RENEWS: Final = frozenset({"renew", "renew_noun"})
_WORKS: Final = frozenset({"项目", "工程", "任务", "工作", "点位", "标段"})
_REST: Final = frozenset({"剩余", "其余", "余下", "剩下", "全部", "其他", "现有", "首批", "新增"})
_SIZES: Final = ("规模", "总额", "额度", "投资")
_TO: Final = ("到", "至", "为")
_COVERS: Final = frozenset({"覆盖", "惠及", "涵盖", "辐射"})
"""覆盖90%的贫困村."""
_REACHES: Final = tuple(_COVERS)
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
        if inner is not None and named_event(text, chain.end, end) is not None:
            inner = None  # 实现城镇新增就业
        if inner is not None and inner.end == end and right is not None:
            inner = last_chain(text, chain.end, end) or inner  # 推进小巷|改造提升20条街巷
        if inner is not None and inner.verb.form == "占" and inner.start - chain.end > 1:
            whole = noun_before(text, chain.end, end)
            if whole is not None and is_indicator(text, *whole):
                return Reading(None, whole, "level", level=True)  # 推动增加值占生产总值比重超过17%
        if inner is not None:
            return deed_reading(text, quantity, stop, inner)
        if verb.use == "help" and not text.endswith(_PASSED, chain.end, end):
            return None
    if verb.use == "pivot" and verb.form != "带动" and right is None and quantity.dimension in _PEOPLE:
        event = event_noun(text, chain.end, end)
        if event is not None and event.verb.form in _THEMSELVES and event.start - chain.end > 1:
            return Reading(event.span, noun_before(text, chain.end, event.start), "output", event.verb)
    if verb.form in _HELPS_TO:
        inner = inner_chain(text, chain.end, end)
        if inner is not None and inner.verb.use == "":
            return deed_reading(text, quantity, stop, inner)
    if (
        verb.form in _CARRIES_OUT
        and right is not None
        and quantity.counts
        and quantity.unit_name != "项"
        and text[slice(*right)] not in _WORKS
    ):
        inner = last_chain(text, chain.end, end)
        if inner is not None and right[1] - right[0] > 1:
            return deed_reading(text, quantity, stop, inner)
    done = chain_at(text, chain.end, end) if verb.form in _COMPLETES and right is None and quantity.counts else None
    if done is not None and done.verb.group in _RENEWS and _governs(text, done, end):
        return Reading((chain.start, done.end), noun_before(text, done.end, end), "output", done.verb)  # 完成治理小巷20条
    tail = last_chain(text, chain.end, end) if text.endswith(_REACHES, chain.end, end) else None
    if tail is not None and text[tail.start - 1] == "、" and tail.verb.form in _COVERS:
        return Reading(tail.span, right, "output", tail.verb)  # 启动医疗保险、覆盖80万人
    left = noun_before(text, chain.end, end)
    if left is not None and right is not None and quantity.counts and text[left[0]] in "到至" and verb.change == "rise":
        return Reading(chain.span, right, "output", verb)  # 扩展至其余4条隧道
    what = right if right is not None and (left is None or _prefers_right(text, quantity, left, right)) else left
    if verb.form == "占" and left is not None and (is_indicator(text, *left) or _is_share(quantity)):
        return Reading(None, (chain.start, left[1]), "level", level=True)
    if verb.form == "拥有" and what is not None and what == left and is_indicator(text, *what):
        return Reading(None, (chain.start, what[1]), "level", level=True)
    return Reading(chain.span, what, change_of(text, quantity, chain, what, before=left is not None), verb)


def _is_share(quantity: Quantity) -> bool:
    """60%, 一半: what a part is of a whole."""
    return quantity.unit_name == "%" or (quantity.unit is None and quantity.value is not None and quantity.value < 1)


def _governing(text: str, chain: Chain, end: int, *, right: bool) -> Chain | None:
    """The verb behind a pivot, an adverb-like verb or a light one that governs the number."""
    use = chain.verb.use
    inner = inner_chain(text, chain.end, end, weak=use == "help", last=right)
    if inner is not None or use == "light":
        return inner
    adjacent = chain_at(text, skip(text, chain.end, end, {}).place, end)
    if adjacent is not None and (adjacent.verb.use in ("", "light") or _governs(text, adjacent, end)):
        return adjacent
    if adjacent is not None and adjacent.end == end and adjacent.verb.use == "noun" and chain.verb.form == "争取":
        return adjacent  # 争取年内|脱贫3200人
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
    if right[1] - right[0] > 1 and quantity.counts and (text[quantity.before - 1] in "和及与、" or _names_each(text, quantity, left)):
        return True
    if text[slice(*left)] in _REST or text.endswith("等", *left) or SCOPE.fullmatch(text, *left):
        return True
    if PLACES.search(text, *left) and right[1] - right[0] > 1 and text[quantity.after : right[0]] in ("", "的"):
        return True
    if text[quantity.after : right[0]] == "的" and text.endswith(_SIZES, *left) and quantity.dimension == "money":
        return True  # 设立规模20亿元的基金
    return right[1] - right[0] > 1 and not quantity.counts and not is_indicator(text, *left)


def _names_each(text: str, quantity: Quantity, left: Span) -> bool:
    """Whether a list names as many as are counted: 马冲、石川、冯营3座水厂."""
    if quantity.unit_name == "项":
        return False
    joined = max((text.rfind(word, *left) for word in ("和", "及", "与")), default=-1)
    last = _NAMES_LISTED.fullmatch(text, joined + 1, left[1]) if joined >= 0 and "、" in text[joined : left[1]] else None
    if last is not None and text[joined + 1 : left[1]].count("、") + 1 == quantity.value:
        return True  # 航道改造和柳湾、石桥、北沟3座码头
    names = _NAMES_LISTED.fullmatch(text, *left)
    return names is not None and len(_AND.findall(text, *left)) + 1 == quantity.value and len(_AND.findall(text, *left)) > 0


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
    if quantity.unit_name == "%" and (
        chain.verb.form in _COVERS or (chain.verb.form in _COMPLETES and text.endswith("任务的", chain.end, quantity.before))
    ):
        return "level"  # 完成总任务的70%
    reaches = chain.verb.form == "实现" or (chain.verb.form == "完成" and chain.end == quantity.before)
    if reaches and what is not None and is_indicator(text, *what) and (chain.verb.form == "实现" or what[1] <= chain.start):
        return "level"  # 总收入|完成5.6亿元
    return "rise_to" if before and text.endswith(("到", "至"), chain.end, quantity.before) else "output"
