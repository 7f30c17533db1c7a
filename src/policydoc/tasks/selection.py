"""任务认定: which sections order something.

1. A task is the lowest numbered item; an inline list makes tasks only where no numbered item stands above it.
2. Frames (指导思想, 总体要求, 主要目标), reports of the past and rules order nothing.
3. Under 保障措施 stand conditions; they are tasks only where somebody is named to answer for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from policydoc.outline.nodes import Node
from policydoc.rules.table import table
from policydoc.text.fold import fold

RULE_GENRES = frozenset({"办法", "规定", "细则", "条例", "规则", "章程", "准则", "制度"})
_COUNT = re.compile(r"[(\[][^()\[\]]{0,20}[)\]]\Z")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(row["pattern"])) for row in table("sections"))


def section_kind(title: str | None) -> str:
    """What a section's title says about it: frame, support, past, rules or "".

    >>> section_kind("总体要求"), section_kind("2024年工作回顾"), section_kind("保障措施"), section_kind("公厕建设工程")
    ('frame', 'past', 'support', '')
    """
    if not title:
        return ""
    folded = _COUNT.sub("", "".join(fold(title).split()).rstrip("。.:"))
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(folded)), "")


def kind_of(node: Node) -> str:
    """The kind of a section, or of the nearest one above that has one."""
    kind = section_kind(node.title)
    if kind:
        return kind
    return next((found for above in node.ancestors if (found := section_kind(above.title))), "")


def select(nodes: Sequence[Node], answered: Callable[[Node], bool]) -> list[Node]:
    """The sections of a part that are tasks, in reading order; `answered` tells whether a section names who is responsible."""
    found: list[Node] = []
    parents = {node.parent.id for node in nodes if node.parent is not None and not node.section.inline and node.section.ordinal is not None}
    for node in nodes:
        section = node.section
        if section.ordinal is None or node.id in parents:
            continue
        if section.family.startswith("named_") and not answered(node):
            continue
        if section.inline and any(above.section.ordinal is not None for above in node.ancestors):
            continue
        kind = kind_of(node)
        if kind in ("frame", "past", "rules") or (kind == "support" and not answered(node)):
            continue
        found.append(node)
    return found
