"""任务数: the counts that a document declares (实施20项民生工程) beside what was counted."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.outline.nodes import Node
from policydoc.rules.diagnostics import diagnostic

Entry = dict[str, Any]
Declared = tuple[int, tuple[int, int], Node | None]
"""A number, where the text declares it, and the section whose heading does."""


def check_counts(declared: Iterable[Declared], tasks: Sequence[Entry], nodes: Sequence[Node]) -> list[Entry]:
    """D001 where a declared count is neither the number of tasks nor of sections at one level; in a heading, of the tasks below it."""
    if not tasks:
        return []
    places = sorted(task["span"][0] for task in tasks)
    known = {len(tasks), *Counter(node.section.family for node in nodes).values()}
    known |= set(Counter(node.parent.id if node.parent else "" for node in nodes).values())
    known |= set(Counter(task["part"] for task in tasks).values())
    known |= set(Counter(len(node.path) for node in nodes).values())
    found = []
    for number, span, node in declared:
        below = bisect_left(places, node.end) - bisect_left(places, node.start) if node else 0
        if number not in known and number != below:
            found.append(diagnostic("D001", span, declared=number, counted=below or len(tasks)))
    return found
