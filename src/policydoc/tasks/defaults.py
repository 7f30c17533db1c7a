"""默认时限: the deadlines that a plan states once for all of its tasks."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"完成|落实|见效|兑现|到位|建成|收官|交付")
_NUMBER = re.compile(r"[0-9]+(?![0-9年月日号项件个])|增长|达到|率")
_OTHER = re.compile(r"报送|报告|上报|汇报|印发|制定|出台|总结|评估|验收|考核|督查|反馈|报市|调度")


def states_default(sentence: str) -> bool:
    """Whether a sentence above the tasks gives its deadlines to every task: 力争9月底前基本完成,12月底前全部完成.

    >>> states_default("力争9月底前基本完成,12月底前全部完成"), states_default("9月底前报送总结"), states_default("年内建成公厕8座")
    (True, False, False)
    """
    return _WHOLE.search(sentence) is not None and _OTHER.search(sentence) is None and _NUMBER.search(sentence) is None
