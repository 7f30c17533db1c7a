"""奖补条件: sums that one must reach to be rewarded (年纳税30万元以上的,给予…), and sums that are to be had themselves (设立1亿元以上的基金)."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import tails, verb_at
from policydoc.targets.adjuncts import skip
from policydoc.targets.chains import chain_at

GRANT = pattern(r"[,;](?:分别|一次性|最高|再|可)?(?:给予|奖励|补助|补贴|奖补|按)")
""",一次性给予: the reward of what stands before."""
_MONEYS = pattern(r"的[^,。;:、]{0,16}(?:基金|资金|资金池|担保|贷款|授信|信贷|融资)(?=[,。;、)]|\Z)")
_SIZES: Final = ("规模", "总规模", "总额", "额度")
_FOUNDS: Final = ("设立", "组建", "成立", "建立", "发起设立", "筹建")
_REWARDED = pattern(r"[^。;]{0,60}?(?:给予?|按)[^,。;]{0,24}(?:奖励|补助|奖补|补贴|扶持|资助)")
_FOR_PROJECTS = pattern(r"(?:新上|新建|引进|入驻|投资)?(?:项目|企业)(?:[(][^()]{1,40}[)])?(?:固定资产|实际|总|设备|亩均|年)")


def provides(text: str, quantity: Quantity, start: int, after: int) -> bool:
    """设立规模不低于3亿元的基金, 提供2亿元以上的担保: a sum to be had, but 引进1亿元以上的项目.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("设立规模不低于2亿元的基金", "提供3亿元以上的担保", "引进3亿元以上的项目", "对2亿元以上的贷款")
    >>> [provides(line, found := quantities(line)[0], 0, found.after) for line in lines]
    [True, True, False, False]
    """
    head = skip(text, start, quantity.before, {}).place
    sum_of = _MONEYS.match(text, after) is not None
    if not sum_of or text[head : head + 1] in ("对", "凡", "给"):
        return False
    if text.endswith(_SIZES, head, quantity.before):
        return text.startswith(_FOUNDS, head)
    verbs = (verb_at(text, place, quantity.before) for place in range(max(head, quantity.before - 4), quantity.before))
    return any(verb is not None and text.endswith(verb.form, head, quantity.before) for verb in verbs)


def rewarded(text: str, quantity: Quantity, clause: Span) -> bool:
    """年纳税达到40万元以上,一次性给予…; 新建项目固定资产投资6000万元以上、…,按投资额给予…奖励: whoever reaches it is rewarded.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("年纳税达到40万元以上,给予8万元奖励", "年纳税达到40万元以上,力争更多")
    >>> [rewarded(line, quantities(line)[0], (0, line.index(","))) for line in lines]
    [True, False]
    """
    start, stop = clause
    tail = tails().before(text, start, quantity.before)
    if (tail is not None and tail[0].change != "level") or chain_at(
        text, skip(text, start, quantity.before, {}).place, quantity.before
    ) is not None:
        return False
    if GRANT.match(text, stop) is not None:
        return True
    return text.startswith(("企业", "项目"), start) or (
        _FOR_PROJECTS.search(text, start, quantity.before) is not None and _REWARDED.match(text, stop) is not None
    )
