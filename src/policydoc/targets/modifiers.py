"""定语: verbs and adverbs that belong to the noun behind them rather than to the number: 培训合格率90%, 高标准农田新建3万亩."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at
from policydoc.rules.verbs import verb_at
from policydoc.targets.chains import Chain, chain_at
from policydoc.targets.indicators import is_indicator, is_rate

_GOVERN: Final = frozenset({"renew", "organise", "organise_noun", "serve"})
"""Verbs that bring about a rate: 完善、落实…覆盖率."""
_BARE_RATE: Final = 3
"""检查覆盖率."""
_NAMED: Final = ("规范", "健全")
"""规范管理率: with a verb and 率 behind them these are a noun."""
_SIZES: Final = frozenset(
    {"面积", "总面积", "规模", "总规模", "人数", "总人数", "金额", "总金额", "里程", "总里程", "总量", "总额", "数量"}
)
_SIZE = pattern(r"[0-9]{1,5}(?:\.[0-9]{1,2})?(?:(?P<class>[A-Z]{1,3}级?|S)|万)?")
_CLASSES: Final = frozenset({"capacity", "energy", "mass", "length", "area", "volume", "data"})
_TURNOVER: Final = frozenset({"消费", "支出"})
"""煤炭消费600万吨: a noun behind its noun."""
_SHORTEST_TURNOVER: Final = 2
_HEADS: Final = frozenset({"时限", "时间", "时长", "人数", "户数", "数量", "规模", "能力", "容量", "总量", "效率", "成本"})
"""办理时限: right behind a verb these take it as a part of their name."""
_NAMED_EVENT = pattern(r"(?:城镇|城乡|城市)新增就业(?:人数|人员|人口)?\Z")
_LONGEST_EVENT: Final = 8
_PERSONS: Final = ("人", "员", "师", "生", "者", "家", "民", "才", "工", "手", "户", "骨干", "干部", "团队")
_TALENTS = pattern(r"[一-鿿]{0,6}?(?:人才|骨干|专家|带头人|团队)(?=参加|参与|赴|到|接受)")
"""500名经营|管理专业人才|参加研修."""
_ADJECTIVES: Final = (
    "高标准",
    "高质量",
    "高水平",
    "高效",
    "有效",
    "规范",
    "集中",
    "统一",
    "直接",
    "间接",
    "精准",
    "自主",
    "合理",
    "重点",
    "科学",
)
"""Adverbs that also describe a noun: 高标准农田."""


def names_rate(text: str, chain: Chain, end: int, quantity: Quantity) -> bool:
    """Whether a verb only names the rate that ends the phrase: 培训合格率90%, 新建建筑占比50%, but 提高覆盖率3个百分点.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("培训合格率90%", "提高合格率3个百分点", "新建标准厂房10万平方米")
    >>> [names_rate(line, chain_at(line, 0, 5), 5, quantities(line)[0]) for line in lines]
    [True, False, False]
    """
    verb = chain.verb
    if quantity.dimension != "ratio" or end <= chain.end or not is_rate(text, chain.start, end):
        return False
    if verb.form in _NAMED:
        return text.startswith("率", chain.end + 2)
    bare = end - chain.end <= _BARE_RATE and text.endswith("率", chain.end, end) and verb.use == "noun"
    return verb.change == "output" and (bare or (verb.use in ("", "noun") and verb.group not in _GOVERN))


def names_size(text: str, chain: Chain, end: int) -> bool:
    """Whether a verb that is also a noun only names a size: 展览面积20万平方米, but 改造农房面积20万平方米.

    >>> line = "展览面积"
    >>> names_size(line, chain_at(line, 0, 4), 4)
    True
    """
    return chain.verb.use == "noun" and text[chain.end : end] in _SIZES


def names_head(text: str, chain: Chain, end: int) -> bool:
    """Whether a verb is the modifier of a bare head: 办理时限|压缩到.

    >>> line = "办理时限"
    >>> names_head(line, chain_at(line, 0, 4), 4)
    True
    """
    return chain.verb.change == "output" and chain.verb.group not in ("build", "do", "light") and text[chain.end : end] in _HEADS


def is_turnover(start: int, chain: Chain, end: int) -> bool:
    """Whether the verb that ends a phrase is its noun: 煤炭消费.

    >>> is_turnover(0, chain_at("煤炭消费", 2, 4), 4)
    True
    """
    return chain.end == end and chain.verb.form in _TURNOVER and chain.start - start >= _SHORTEST_TURNOVER


def named_event(text: str, start: int, end: int) -> Span | None:
    """城镇新增就业: an indicator of the statistics that ends a phrase, the verb in it a part of its name; but 新增城镇就业.

    >>> named_event("全市城镇新增就业", 0, 8), named_event("新增城镇就业", 0, 6)
    ((2, 8), None)
    """
    named = (
        _NAMED_EVENT.search(text, max(start, end - _LONGEST_EVENT), end) if text.endswith(("就业", "数", "员", "口"), start, end) else None
    )
    return named.span() if named is not None else None


def names_people(text: str, start: int, place: int, end: int) -> bool:
    """Whether a verbal noun at a place belongs to a noun of people: 经营|管理领军人才, but 教师|管理学生.

    >>> names_people("经营管理领军人才", 0, 2, 8), names_people("教师管理学生", 0, 2, 6)
    (True, False)
    """
    if text.endswith(_PERSONS, start, place):
        return False
    return text.endswith(_PERSONS, place + 2, end) or _TALENTS.match(text, place + 2, end) is not None


def with_adjective(text: str, start: int, place: int, stop: int) -> int:
    """Where a phrase begins behind its adjuncts: an adverb stays where no verb that governs follows (高标准农田, but 高标准建设农田).

    >>> [with_adjective(line, 0, 3, 7) for line in ("高标准农田新建", "高标准建设农田")]
    [0, 3]
    """
    if place >= stop or place <= start:
        return place
    word = next((form for form in _ADJECTIVES if text.endswith(form, start, place)), "")
    if not word:
        return place
    chain = chain_at(text, place, stop)
    if chain is None:
        bare = verb_at(text, place, stop)
        if bare is None and not "一" <= text[place] <= "鿿":
            return place
        return place if text[place] in "为对给向在以由将把使让" else place - len(word)
    return place - len(word) if chain.verb.use == "noun" and is_indicator(text, place, stop) and chain.end < stop else place


def begins_with_size(text: str, start: int, stop: int) -> bool:
    """Whether a noun begins with its size or class: 110千伏变电站, 5A级景区; not the next number (3期120人).

    >>> begins_with_size("110千伏变电站", 0, 8), begins_with_size("5A级景区", 0, 5), begins_with_size("120人", 0, 4), begins_with_size("200人次培训", 0, 7)
    (True, True, False, False)
    """
    size = _SIZE.match(text, start, stop)
    if size is None:
        return False
    end = size.end()
    if not size["class"]:
        unit = unit_at(text, end)
        if unit is None or (unit[0].dimension not in _CLASSES and unit[0].canonical != "千伏"):
            return False
        end = unit[1]
    return end + 2 <= stop and text[end] not in ",。;:!?、()[]\t|0123456789" and text[end + 1] not in ",。;:!?、()[]\t|0123456789"
