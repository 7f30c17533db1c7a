"""工程特性: the size of one thing (全长32公里, 日供水2万吨的水厂), and shares that a verb reaches (覆盖95%以上的行政村)."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import tails
from policydoc.targets.indicators import is_indicator

_ALWAYS = pattern(r"(?:全长|桥长|坝高|坝长|桥面宽|桥宽|路面宽|路基宽|净高|净宽|跨径|设计时速|设计速度|设计车速|设计荷载)(?:度|约|为)?\Z")
_LISTED = pattern(r"(?:^|[,、(])(?:长|宽|高|深|直径|厚)(?:度|约|为)?\Z")
_LENGTHS: Final = frozenset({"米", "公里", "厘米", "毫米", "公里/小时", "公里/时"})
_SEPARATE = pattern(r"[,。;、:!?\t|()]|和|及|与|以及")
CAPACITY: Final = (
    "年产",
    "日产",
    "月产",
    "年处理",
    "日处理",
    "年加工",
    "日加工",
    "年屠宰",
    "年出栏",
    "日供水",
    "年供",
    "日供",
    "年产能",
    "年发电",
    "单机",
    "年供水",
)
"""年产5万吨…: what a plant can do."""
_NO_NOUN: Final = frozenset(",。;:!?.()[]”、\t| 和及与或至到以左")
_COVERING = pattern(
    r"(?:覆盖|惠及|实现|完成|扩大|拓展|延伸|推广|普及|带动|预留|留出|拿出|腾出|配建|提取|安排|推动|引导|组织|使|让|确保|力争|帮助|支持|为)(?:了|到|至)?\Z"
)
_OTHERS: Final = frozenset({"支持", "为", "帮助", "组织", "力争", "确保", "完成"})
"""支持50%以上控股企业: without 的 behind these a share may name its thing."""
_GRANTED = pattern(r"给予|奖励|补助|补贴|奖补|资助|减免|扶持|处罚|罚款")
_CONDITIONS: Final = frozenset("对凡如若按")
SHARES: Final = frozenset({"%", None})
_REACH: Final = 60


def is_feature(text: str, quantity: Quantity, clause: Span, previous: Quantity | None) -> bool:
    """Whether a measure only describes one thing that is built; `previous` is the open number before it in the clause.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "改建工程全长32公里,总长达到320公里,投产2台35万千瓦机组"
    >>> found = quantities(line)
    >>> [is_feature(line, found[0], (0, 10), None), is_feature(line, found[1], (11, 20), None), is_feature(line, found[3], (21, 32), found[2])]
    [True, False, True]
    """
    if _is_dimension(text, quantity, clause):
        return True
    behind = text[quantity.after : quantity.after + 1]
    if quantity.counts or quantity.dimension in (None, "ratio", "time") or (quantity.dimension == "money" and behind != "的"):
        return False
    if previous is None or not previous.counts or not behind or (behind in _NO_NOUN and behind != "的"):
        return False
    gap = text[previous.after : quantity.before]
    if _SEPARATE.search(gap) or tails().before(text, previous.after, quantity.before) is not None:
        return False
    if not gap:
        return quantity.dimension != "money"
    return gap.endswith(CAPACITY) or (behind == "的" and is_indicator(text, previous.after, quantity.before))


def _is_dimension(text: str, quantity: Quantity, clause: Span) -> bool:
    """全长32公里; 长486米、宽26米."""
    if quantity.unit_name not in _LENGTHS:
        return False
    begin = max(clause[0], quantity.before - 8)
    if _ALWAYS.search(text, begin, quantity.before):
        return True
    lead = ("," if begin == clause[0] else "") + text[begin : quantity.before]
    return _LISTED.search(lead) is not None


def covers(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a share of the things behind it is what a verb reaches: 覆盖95%以上的行政村, but 对亏损30%以上的企业给予补助.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("公交覆盖95%以上的行政村", "对亏损30%以上的企业给予补助")
    >>> [covers(line, quantities(line)[0], (0, len(line))) for line in lines]
    [True, False]
    """
    relative = text[quantity.after : quantity.after + 1] == "的"
    if quantity.unit_name not in SHARES or not quantity.read or not (relative or quantity.after > quantity.end):
        return False
    if quantity.unit is None and (quantity.value is None or quantity.value >= 1):
        return False
    place = quantity.after + relative
    following = text[place : place + 1]
    if not "一" <= following <= "鿿" or is_granted(text, quantity, clause):
        return False
    verb = _COVERING.search(text, max(clause[0], quantity.before - 4), quantity.before)
    return verb is not None and (relative or verb[0] not in _OTHERS)


def is_granted(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether what is granted to the things behind a share makes it a condition: 对…的企业给予补助."""
    if text[clause[0] : clause[0] + 1] not in _CONDITIONS:
        return False
    return _GRANTED.search(text, quantity.after, min(len(text), clause[1] + _REACH)) is not None
