"""默认时限: the deadlines that a plan states once for all of its tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.dates import Deadline
from policydoc.rules.patterns import pattern

_WHOLE = pattern(
    r"""
      (?:全部|全面|各项|所有|均|都|基本|高质量|高标准|保质保量|如期|按期|按时)[^,。;]{0,16}?(?:完成|完工|竣工|落实|见效|兑现|到位|建成|收官|交付)
    | (?:完成|落实|兑现|办好|建成)[^,。;]{0,10}(?:任务|目标|实事|项目|工程|工作|事项)
    | \A[,]?(?:前|内|完|须|应|要|必须|确保|务必|力争|底){0,4}(?:完成|完工|竣工|落实|兑现|到位|建成)\Z
    """,
    re.VERBOSE,
)
_NUMBER = pattern(r"[0-9]+(?![0-9年月日号项件个])|增长|达到|率")
_OTHER = pattern(r"报送|报告|上报|汇报|印发|制定|出台|总结|评估|验收|考核|督查|反馈|报市|调度|报备|自查")
_LABEL = pattern(r"(?:完成|办结|整改|落实|推进|实施|工作|总体)?(?:时限|期限|时间|节点|进度)(?:要求|安排)?(?:\])?:?(?<=[:\]])\Z")
_REACH = 60
"""Characters behind a deadline in which its words stand."""


def states_default(words: str) -> bool:
    """Whether the words behind a deadline speak of all the work: 基本完成, 全面完成各项任务.

    >>> states_default("基本完成"), states_default("全面完成各项整治任务"), states_default("报送总结"), states_default("建成公厕8座")
    (True, True, False, False)
    """
    return _WHOLE.search(words) is not None and _OTHER.search(words) is None and _NUMBER.search(words) is None


def is_labelled(text: str, deadline: Deadline) -> bool:
    """Whether a deadline stands behind its label: above the tasks 完成时限：9月底前 is all of theirs.

    >>> from policydoc.dates import deadlines
    >>> [is_labelled(text, deadlines(text, 2024)[0]) for text in ("(完成时限:9月底前)", "9月底前完成")]
    [True, False]
    """
    return _LABEL.search(text, max(0, deadline.start - 12), deadline.start) is not None


def words_behind(text: str, deadline: Deadline, stop: int) -> str:
    """The clause that a deadline opens or stands in: up to the second comma, or the end of the sentence.

    >>> from policydoc.dates import deadlines
    >>> line = "2024年10月底前,全面完成各项整治任务,处理率达到98%。"
    >>> words_behind(line, deadlines(line, 2024, None)[0], 28)
    '全面完成各项整治任务'
    """
    behind = text[deadline.end : min(stop, deadline.end + _REACH)]
    return behind.lstrip(",").split(",")[0]


def whole_plan(found: Sequence[Deadline]) -> list[Deadline]:
    """The deadlines of one sentence that set a day: a bare year beside a month only says which year."""
    closer = [deadline for deadline in found if deadline.precision not in ("year", "plan")]
    return closer or list(found)
