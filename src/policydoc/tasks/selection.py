"""任务认定: which sections order something.

1. A task is the lowest numbered item; an inline list makes tasks only where no numbered item stands above it.
2. Frames (指导思想, 总体要求, 主要目标) order nothing unless somebody answers for them; reports of the past and rules never do; items that only fill in a task's card
   (责任单位：…, 完成时限：…) are no tasks, what stands above them is.
3. Under 保障措施 stand conditions; they are tasks only where somebody is named to answer for them, or where their numbers
   go on from those of the tasks, or in a directive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from policydoc.layout import Line
from policydoc.outline.nodes import Node
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import witness
from policydoc.rules.table import table
from policydoc.tasks.fields import filled
from policydoc.text.fold import fold

RULE_GENRES = frozenset({"办法", "规定", "细则", "条例", "规则", "章程", "准则", "制度"})
DIRECTIVES = frozenset({"意见", "决定"})
"""Documents addressed to those who carry them out: their 组织实施 orders like the rest."""
_AGENDA = pattern(
    r"(?:对?(?:下一?步|下一?阶段|下半年|今后|后续|[一二三四]季度|今年|20[0-9]{2}年)(?:的)?)"
    r"(?:工作|重点|主要|整改|有关)*(?:打算|安排|部署|要求|重点|计划|建议|意见|措施|任务|思路)(?:[和及与、][^,。]{0,8})?"
)
_FORCE = pattern(
    r"本(?:决定|意见|办法|方案|通知|措施|规定|细则|计划|公告|通告|政策|要点|清单)(?:自|从|由)[^。]{2,40}?(?:施行|执行|实施|生效|起效|解释)[^。]{0,60}。?\Z"
)
_COUNT = pattern(r"[(\[][^()\[\]]{0,20}[)\]]\Z")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], pattern(row["pattern"])) for row in table("sections"))


@lru_cache(maxsize=256)  # of a section above, every section below it asks
def section_kind(title: str | None) -> str:
    """What a section's title says about it: frame, support, past, rules or "".

    >>> section_kind("总体要求"), section_kind("2024年工作回顾"), section_kind("保障措施"), section_kind("公厕建设工程")
    ('frame', 'past', 'support', '')
    """
    if not title:
        return ""
    folded = _COUNT.sub("", "".join(fold(title).split()).rstrip("。.:"))
    return next((kind for kind, rule in _patterns() if rule.fullmatch(folded)), "")


def kind_of(node: Node) -> str:
    """The kind of a section, or of the nearest one above that has one; a condition (强化督查) below a frame or a review is part of it."""
    kinds = [kind for section in (node, *node.ancestors) if (kind := section_kind(section.title))]
    return next((kind for kind in kinds if kind != "support"), kinds[0] if kinds else "")


def select(lines: Sequence[Line], nodes: Sequence[Node], answered: Callable[[Node], bool], *, directive: bool = False) -> list[Node]:
    """The sections of a part that are tasks, in reading order; `answered` tells whether a section names who is responsible.

    In a directive conditions are tasks too.
    """
    cards = filled(lines, nodes)
    details = {node.id for node in nodes if cards and any(over.id in cards for over in node.ancestors)}
    ordering = {node.id for node in nodes if node.id not in details and _orders(lines, node)}
    above = {node.parent.id for node in nodes if node.parent is not None and node.id in ordering}
    last: dict[str, tuple[int | None, bool]] = {}
    found: list[Node] = []
    for node in nodes:
        section = node.section
        if node.id in above or node.id not in ordering or (section.family.startswith("named_") and not directive and not answered(node)):
            _refuse(node, above, details, ordering)
            continue
        kind = "rules" if _FORCE.match(lines[section.line].text, section.label[1] if section.label else section.start) else kind_of(node)
        if kind in ("past", "rules") or (kind == "frame" and not answered(node)):
            witness("section", node, "review" if kind == "past" else "of_rules" if kind == "rules" else "frame")
            continue
        continued = node.parent is not None and section.ordinal is not None and last.get(section.family) == (section.ordinal - 1, True)
        taken = kind != "support" or continued or directive or answered(node)
        last[section.family] = (section.ordinal, taken)
        witness("section", node, "lowest" if kind not in ("support", "frame") else "answered" if taken else "support")
        if taken:
            found.append(node)
    return found


def _refuse(node: Node, above: set[str], details: set[str], ordering: set[str]) -> None:
    """Tell why a section is no task, whatever its title says."""
    if node.id in above:
        witness("section", node, "tasks_below")
    elif node.id in details:
        witness("section", node, "card_detail")
    elif node.section.ordinal is None:
        witness("section", node, "unnumbered")
    else:
        witness("section", node, "item_detail" if node.id not in ordering else "article")


def _is_agenda(node: Node) -> bool:
    """Whether a heading only announces work to come: 下一步要求, 下阶段工作打算. What its paragraph lists is the work."""
    return node.title is not None and _AGENDA.fullmatch("".join(fold(node.title).split())) is not None


def _orders(lines: Sequence[Line], node: Node) -> bool:
    """Whether a numbered item may be a task rather than a detail of the one above it.

    An item inside a paragraph may where no numbered item stands above it, or where the list is all that follows a title
    and its colon: （五）便民服务：1.新建…；2.改造….
    """
    section = node.section
    if section.ordinal is None or not section.inline:
        return section.ordinal is not None
    if section.family == "point" or node.parent is None:
        return not any(over.section.ordinal is not None and not _is_agenda(over) for over in node.ancestors)
    over = node.parent.section
    first = over.children[0] if over.children else section
    text = lines[over.line].text
    return over.ordinal is None or (first.line == over.line and 0 < first.start <= over.heading_end + 1 and text[first.start - 1] == ":")
