"""栏目: numbered items that only fill in one task: （一）责任单位：… （二）完成时限：… （三）资金来源：….

What stands above such a list is the task, and the list tells about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from policydoc.rules.kept import compiled
from policydoc.rules.table import forms, table
from policydoc.tasks.labels import alternatives

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.outline.nodes import Node
    from policydoc.outline.section import Section

FEWEST = 2
"""Fields that make a list of them."""
_FREE = r"[^,。;:()]{0,8}(?:内容|目标|任务|措施|举措|标准|安排|筹措|来源|进度|计划|方式|依据|分解)[^,。;:()]{0,6}(?::|\Z)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label of units or times, and any label of a task's card; behind each its colon or the end of the heading."""
    roles = "|".join(re.escape(form) for row in table("duties") if row["kind"] == "label" for form in forms(row))
    times = "|".join(re.escape(form) for row in table("duties") if row["id"] == "time_label" for form in forms(row))
    units, end = rf"(?:其他)?(?:{roles})(?:{alternatives('noun')})", r"(?:及[^,。;:()]{1,8})?(?:[(\[][^()\[\]]{1,12}[)\]])?(?::|\Z)"
    return compiled(rf"(?:{units}|{times}){end}"), compiled(rf"(?:{units}|{alternatives('stop')}){end}|{_FREE}")


def filled(lines: Sequence[Line], nodes: Sequence[Node]) -> set[str]:
    r"""The ids of the sections whose items are fields: all are labels of a task's card, one names units or a time.

    >>> from policydoc.layout import lines
    >>> from policydoc.outline import outline
    >>> from policydoc.outline.nodes import nodes
    >>> text = "一、驿站建设\n（一）责任单位：市总工会\n（二）建设内容：新建驿站8个。\n（三）完成时限：9月底前"
    >>> filled(lines(text), nodes(text, lines(text), "p1", outline(lines(text), 0, 4).sections))
    {'p1/1'}
    """
    found = set()
    sure, label = _patterns()
    for node in nodes:
        heads = [_words(lines, child) for child in node.section.children]
        if len(heads) >= FEWEST and any(sure.match(head) for head in heads) and all(label.match(head) for head in heads):
            found.add(node.id)
    return found


def _words(lines: Sequence[Line], section: Section) -> str:
    """The first words of an item behind its label."""
    start = section.label[1] if section.label else section.start
    return lines[section.line].text[start : start + 40]
