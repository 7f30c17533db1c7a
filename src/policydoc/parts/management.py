"""管理要求: what a covering letter demands of those who carry the plan out, numbered or not; it orders no task of the plan.

Source: 实务; a letter that hands on a text which is not in the file still is a letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts.shape import is_item
from policydoc.rules.patterns import pattern

_DEMAND = pattern(
    r"高度重视|(?:加强|强化)(?:组织)?(?:领导|督查|督促|督办|调度|沟通|协调|协作|配合|宣传|监督|管理)|提高(?:思想)?认识|统一思想"
    r"|(?:明确|压实|落实|靠实|夯实|强化)(?:工作|主体)?责任|各司其职|各负其责|按照(?:职责|任务)?分工|督查|督办|督导|报送|上报|报告|备案|通报|考核|问责"
    r"|认真(?:组织)?(?:实施|落实|贯彻|执行|学习)|细化(?:工作)?(?:措施|举措|方案|任务)|(?:制定|研究)[^,。]{0,8}(?:方案|措施)|台账|时限要求|时间节点"
)
_HANDED = pattern(r"(?:现将|现予|现)[^。]{0,120}(?:印发|转发|下发|下达|发给|印送)(?:给)?(?:你们|各)")
_LOOKED_AT = 80


def only_manages(lines: Sequence[Line], first: int, last: int) -> bool:
    r"""Whether the lines hand a text on and each of their numbered items is a demand on the recipients.

    >>> from policydoc.layout import lines
    >>> def told(text): return only_manages(lines(text), 0, len(lines(text)))
    >>> told("现将《任务分工》印发给你们。\n一、各部门要高度重视，落实责任。\n二、市督查室要加强督查，按月通报。")
    True
    >>> told("现将十件实事印发给你们。\n一、新建幼儿园3所。\n二、改造公厕12座。")
    False
    """
    texts = [line.text for line in lines[first:last] if line.role == "text"]
    items = [text for text in texts if is_item(text)]
    if not items or not any(_HANDED.search(text[:400]) for text in texts[:6]):
        return False
    return all(_DEMAND.search(text[:_LOOKED_AT]) for text in items)
