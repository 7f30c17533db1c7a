"""汇报: lines that tell what was done or always holds, where no heading above them says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.tasks.scope import Scope

_DEMANDS = pattern(
    r"(?<![主重需概摘首必])要(?![点素件闻])|确保|务必|下一步|下阶段|必须|力争|应当|责令|限期|年底前|月底前|[0-9]日前|今后|将于|请各"
)
_REVIEW = pattern(r"(?:刚刚|即将)?(?:过去的?|回顾)(?:这|过去|的)?(?:[0-9]{4}年|[一二三四五]年|几年)来?|(?:过去)?[一五]年来,")
"""过去的2025年,…: a paragraph that reviews a year."""
_RESULTS = pattern(r"(?:目前|当前|工作|任务|工程|形象)?(?:(?:完成|进展|落实|办理|执行)情况|进度|进展):")
"""完成情况:…: a line that tells what has become of the one before."""
_LABEL: Final = 9
_ORDERED = pattern(r"(?:年度|工作|建设|计划|主要)?(?:目标任务|任务目标|目标|任务):")
"""目标任务:…: what a circular on progress measures by."""
_AHEAD = pattern(r"[,。;](?:将|今年|明年|下一步|力争|新的一年)")
_DEMANDED = pattern(r"要求|下一?步|下一?阶段|打算|安排|措施|建议|部署|任务|工作重点")
"""Words of a circular's closing demands, in a sentence and in a heading."""


def in_report(scope: Scope, line: Line) -> str:
    """通报, 预案: what a line says where no heading above it tells: "past" in a circular on progress but where it demands, "standing" in an emergency plan."""
    genre = scope.part.genre
    if ":" in line.text[2:_LABEL]:
        if _RESULTS.match(line.text) is not None:
            return "past"
        if _ORDERED.match(line.text) is not None:
            return ""
    if _REVIEW.match(line.text) and _AHEAD.search(line.text) is None:
        return "past"
    if genre == "预案":
        return "standing"
    if genre != "通报" or _DEMANDS.search(line.text) is not None:
        return ""
    node = scope.places.node_at(line.at[0])
    above = (node, *node.ancestors) if node is not None else ()
    return "" if any(section.title and _DEMANDED.search(fold(section.title)) for section in above) else "past"
