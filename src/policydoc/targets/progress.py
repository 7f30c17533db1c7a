"""进度: shares of a plan that are done already: 完成年度计划80亿元的94%."""

from __future__ import annotations

from typing import Final

from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by

_PROGRESS = pattern(
    r"(?:完成|占|为)[^,。;]{0,12}(?:计划|目标|任务|预算)[^,。;]{0,12}的\Z"
    r"|(?:完成|占)(?:了)?(?:年度|全年|年|省|市|县|区|上级|下达|序时){1,3}[^,。;]{0,4}(?:计划|目标|任务|进度){1,2}(?:数|量)?\Z"
)
_IN_ALL: Final = ("总任务的", "任务总量的", "总工程量的", "总工作量的")
"""完成改造总任务的70%: a share of a task of several years is an order."""
_PROGRESS_ENDS: Final = frozenset("的划标务度数量")


def is_progress(text: str, start: int, stop: int) -> bool:
    """Whether a share is the progress of a plan: 完成年度计划80亿元的|94%.

    >>> is_progress("完成年度计划80亿元的94%", 0, 11), is_progress("完成全年任务62%", 0, 6)
    (True, True)
    """
    if text.endswith(_IN_ALL, start, stop):
        return False
    goes_on = text[stop - 1 : stop] in _PROGRESS_ENDS and _PROGRESS.search(text, start, stop) is not None
    return by("progress", True) if goes_on else False
