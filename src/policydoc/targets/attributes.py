"""限定数: numbers that only describe the thing counted (亿元以上项目30个, 研发占比高于5%的企业): thresholds, not targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from policydoc.figures.kinds import ARRANGED
from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.rules.cues import cue_pattern
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import tails, verb_at
from policydoc.targets.adjuncts import skip
from policydoc.targets.chains import chain_at
from policydoc.targets.conditions import GRANT, provides, rewarded
from policydoc.targets.distribution import multiplies, spread_over
from policydoc.targets.features import CAPACITY, SHARES, covers, is_feature, is_granted
from policydoc.targets.indicators import is_indicator, level_before
from policydoc.targets.naming import attributive, place_of
from policydoc.targets.statement import Statement

_SEPARATE = pattern(r"[,。;、:!?\t|]|和|及|与|以及")
_LIST = frozenset("、和及与或至")
_AND_SO_ON = pattern(r"等(?=[,。;、)]|\Z)")
_AIM = pattern(r"的(?:年度|工作|奋斗|预期|增长|发展|既定|总体){0,2}(?:目标|要求)(?![责任1-9])")
_ORDERED = pattern(r"(?:的(?:年度|预期|工作)?)?目标(?:任务)?(?=[,。;]|\Z)")
"""到位资金2亿元目标任务, 新增40家以上的预期目标: what is to be reached."""
_BASES = pattern(r"的(?:比例|标准|额度|(?:资金|财政)支持|幅度|费率|补助|补贴|奖励|扶持)")
_EXCEEDS = pattern(r"超过|达到|低于|不足|高于|占")
_ENDS: Final = frozenset(",。;:!?.()[]”、的\t| 和及与或至到")
_CONDITION = pattern(r"[^,。;:]{0,30}的(?=[,:])|的(?=[、和给奖补])")
_CONDITIONAL: Final = ("对", "凡", "按", "若", "如", "首次", "年", "当年", "新", "单", "一次", "近", "连续")
_UPPER: Final = ("以上", "以下", "以内", "及以上", "及以下", "之上", "之内")
_COVERED: Final = ("全覆盖", "清零")
_SPENT: Final = ("用于", "专项", "主要", "全部", "专门")
_MOST_LISTED: Final = 20
_REMOVED: Final = ("消除", "清零", "取消", "化解", "整治", "杜绝", "消灭")


def mark_attributes(text: str, found: Sequence[Statement], spans: Sequence[Span]) -> None:
    """Give the kind "threshold" to open numbers that describe; `spans` are the clauses of the statements."""
    for index, statement in enumerate(found):
        if statement.kind != OPEN or statement.baseline is not None:
            continue
        behind = text[statement.quantity.after : statement.quantity.after + 1]
        if behind in "的目" and behind and _ORDERED.match(text, statement.quantity.after) is not None:
            continue
        if _is_condition(text, spans[index]):
            statement.turn("threshold", "condition")
            continue
        if is_feature(text, statement.quantity, spans[index], _previous_open(found, index, spans)):
            statement.turn("standard", "feature")
            continue
        if covers(text, statement.quantity, spans[index]):
            continue
        following = _next_open(found, index, spans)
        if _describes(text, statement.quantity, spans[index], following):
            statement.turn("threshold", "describes")
            _spread(text, found, index)
        elif following is not None and (
            multiplies(text, statement.quantity, following) or spread_over(text, statement.quantity, following)
        ):
            statement.turn("standard", "so_many_each")
        elif _is_list_count(text, statement.quantity, spans[index]):
            statement.turn("declared_count", "list_count")
        elif _is_banned(text, spans[index], statement.quantity):
            statement.turn("threshold", "banned")


def _is_condition(text: str, clause: Span) -> bool:
    """硫分高于4%、灰分高于16%的,…: all numbers of a clause that ends in 的 are conditions."""
    start, stop = clause
    return stop - start > 2 and text[stop - 1] == "的" and text[stop : stop + 1] in (",", ":", ";", "。")


def _is_list_count(text: str, quantity: Quantity, clause: Span) -> bool:
    """红线、底线、上线三条控制线: a small Chinese numeral between a list and its name counts the list."""
    if text[quantity.start].isascii() or not quantity.counts or quantity.value is None or quantity.value > _MOST_LISTED:
        return False
    start, stop = clause
    if quantity.before < quantity.start or quantity.after >= stop or text[quantity.after] in _ENDS:
        return False
    return quantity.before > start and not _counted_directly(text, quantity, start, "")


def _next_open(found: Sequence[Statement], index: int, spans: Sequence[Span]) -> Quantity | None:
    for other in range(index + 1, len(found)):
        if found[other].quantity.start >= spans[index][1]:
            return None
        if found[other].start != found[index].start:
            continue  # in a bracket
        if found[other].kind == OPEN:
            return found[other].quantity
    return None


def _previous_open(found: Sequence[Statement], index: int, spans: Sequence[Span]) -> Quantity | None:
    before = found[index - 1] if index else None
    return before.quantity if before is not None and before.kind == OPEN and before.quantity.start >= spans[index][0] else None


def _spread(text: str, found: Sequence[Statement], index: int) -> None:
    """1亿元、5亿元、10亿元以上项目: the numbers of one list describe together."""
    here = index
    unit = found[index].quantity.unit_name
    while here and found[here - 1].kind == OPEN and found[here - 1].quantity.unit_name == unit:
        if text[found[here - 1].quantity.after : found[here].quantity.before] not in _LIST:
            break
        here -= 1
        found[here].turn("threshold", "describes")


@cache
def _banned() -> re.Pattern[str]:
    return cue_pattern("figure_kinds", "id", "banned_clause")


def _is_banned(text: str, clause: Span, quantity: Quantity) -> bool:
    """不再新建, 不得新增: the number behind is no target."""
    return _banned().search(text, clause[0], quantity.before) is not None


def _describes(text: str, quantity: Quantity, clause: Span, following: Quantity | None) -> bool:
    """Whether a number describes the noun behind it."""
    start, stop = clause
    after = quantity.after
    behind = text[after : after + 1]
    if behind == "等" and _AND_SO_ON.match(text, after):
        behind = ""
    suffix = text[quantity.end : after]
    gap = text[after : following.before] if following is not None and following.start < stop else ""
    if (suffix and text.endswith(_COVERED, after, stop)) or attributive(text, quantity, clause):
        return True
    if behind == "的":
        if quantity.dimension == "money" and provides(text, quantity, start, after):
            return False
        if _AIM.match(text, after) and tails().before(text, start, quantity.before) is not None:
            return False  # 实现增长5%、提高到60%的目标
        return _basis(text, quantity, start, after) or _relative(text, quantity, clause, gap) or _conditional(text, quantity, clause)
    if after < stop and behind and behind not in _ENDS and suffix in _UPPER and suffix:
        if quantity.dimension == "person" and text.endswith(_REMOVED, start, quantity.before):
            return True  # 消除56人以上大班额
        counted = gap if following is not None and following.counts else ""
        return not _counted_directly(text, quantity, start, counted) and verb_at(text, after, stop) is None
    if gap and not _SEPARATE.search(gap) and not gap.startswith(("达", "提", "增", "降", "减", "到", "至")):
        return _inside_noun(text, quantity, start, after, stop, gap)
    if not quantity.counts and after < stop and behind and behind not in _ENDS and _names_project(text, quantity, start, after, stop):
        return True
    return _conditional(text, quantity, clause) or _basis(text, quantity, start, after)


def _names_project(text: str, quantity: Quantity, start: int, after: int, stop: int) -> bool:
    """年产5万吨白酒技改, 流域面积2600平方公里河流, 产值超100亿元集群: a measure between an indicator and the noun it describes."""
    if verb_at(text, after, stop) is not None or quantity.unit_name in SHARES or text.startswith(_SPENT, after):
        return False
    lead = text[start : quantity.before]
    if lead.endswith(CAPACITY):
        return True
    if is_indicator(text, start, quantity.before) and chain_at(text, quantity.before - 2, quantity.before) is None:
        return True
    head = skip(text, start, quantity.before, {}).place
    chain = chain_at(text, head, quantity.before)
    return chain is not None and chain.verb.use == "press" and chain.end < quantity.before


def _basis(text: str, quantity: Quantity, start: int, after: int) -> bool:
    """按100%预留, 每认定1家给予, 1000万元的资金: the number by which something is reckoned."""
    if text.endswith(("按", "按照", "按不", "依"), start, quantity.before):
        return not text.startswith(ARRANGED, after)
    each = text.rfind("每", max(start, quantity.before - 8), quantity.before)
    if each >= 0:
        chain = chain_at(text, each + 1, quantity.before)
        if chain is not None and chain.end == quantity.before:
            return True
    return _BASES.match(text, after) is not None


def _inside_noun(text: str, quantity: Quantity, start: int, after: int, stop: int, gap: str) -> bool:
    """日供水3万吨水厂1座, 公交站点500米覆盖率达到100%: a measure inside the noun of which another number follows."""
    level = level_before(text, after, after + len(gap))
    end = level.noun_end if level is not None else after + len(gap)
    if end > after and is_indicator(text, after, end) and (not quantity.counts or "的" in gap):
        return True
    if any(chain_at(text, place, stop) is not None for place in range(after, after + len(gap))):
        return False
    if gap.find("的") > 0:
        return True  # 200张床位的养老院1所
    return not quantity.counts or not _counted_directly(text, quantity, start, "")


def _counted_directly(text: str, quantity: Quantity, start: int, gap: str) -> bool:
    """选派120名以上教师: verb and count side by side, and no other number for the noun behind."""
    if not quantity.counts or (gap and not _SEPARATE.search(gap)):
        return False
    place = max(start, quantity.before - 8)
    while place < quantity.before:
        chain = chain_at(text, place, quantity.before)
        if chain is not None and chain.end == quantity.before:
            return True
        place += 1
    return quantity.before == start or text[quantity.before - 1] in "为对在向给让、和及与,"


def _relative(text: str, quantity: Quantity, clause: Span, gap: str) -> bool:
    """5%的企业, 3年以上的, 高于80%的项目."""
    start, stop = clause
    after = quantity.after
    if after + 1 >= stop or text[after + 1] in ",:;。、)须应需由按可0123456789":
        return True
    if _CONDITION.match(text, after, stop) and text[after + 1] in "、和给奖补":
        return True
    compared = quantity.comparator != "eq" or tails().before(text, start, quantity.before) is not None
    if text.endswith(CAPACITY, start, quantity.before) or (quantity.unit_name in SHARES and is_granted(text, quantity, clause)):
        return True
    if quantity.unit is None and text[quantity.start : quantity.end].endswith("半") and _EXCEEDS.search(text, start, quantity.before):
        return True
    if quantity.unit_name in SHARES and _opens(text, quantity, start):
        return False
    if quantity.counts:
        return not _counted_directly(text, quantity, start, "") and (compared or bool(gap))
    return compared or bool(gap and not _SEPARATE.search(gap))


def _opens(text: str, quantity: Quantity, start: int) -> bool:
    """三分之二以上的村, 全市90%的主体, 推动80%以上的企业: a share at the head of its clause is of the thing behind it."""
    start = max(start, text.rfind("、", start, quantity.before) + 1)
    if quantity.before - start > 4:
        return False
    verbs = (verb_at(text, place, quantity.before) for place in range(start, quantity.before))
    return all(verb is None or verb.use == "pivot" for verb in verbs)


def _conditional(text: str, quantity: Quantity, clause: Span) -> bool:
    """首次突破5亿元的,给予…; 年产值首次达到3000万元,分别给予…."""
    start, stop = clause
    lead = text[start : quantity.before]
    after = quantity.after
    if text[after : after + 1] not in (",", "。", ";"):
        match = _CONDITION.match(text, after, min(len(text), stop + 1))
        if match and (lead.startswith(_CONDITIONAL) or match.end() - after <= 3):
            return True
    measured = quantity.dimension == "money" or quantity.unit_name == "%"
    if place_of(text, quantity, start, after, stop):
        return True
    if quantity.dimension == "money" and quantity.comparator == "ge" and rewarded(text, quantity, clause):
        return True
    return measured and "首次" in lead + text[max(0, start - 6) : start] and GRANT.match(text, stop) is not None
