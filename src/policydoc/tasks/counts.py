"""任务数: the counts that a document declares (实施20项民生工程) beside what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.outline.nodes import Node
from policydoc.rules.diagnostics import diagnostic

Entry = dict[str, Any]
Declared = tuple[int, tuple[int, int]]
"""A number, and where the text declares it."""


def check_counts(declared: Iterable[Declared], tasks: Sequence[Entry], nodes: Sequence[Node]) -> list[Entry]:
    """D001 where a declared count is neither the number of tasks nor of sections at one level."""
    if not tasks:
        return []
    known = {len(tasks), *Counter(node.section.family for node in nodes).values()}
    known |= set(Counter(node.parent.id if node.parent else "" for node in nodes).values())
    known |= set(Counter(task["part"] for task in tasks).values())
    known |= set(Counter(len(node.path) for node in nodes).values())
    return [diagnostic("D001", span, declared=number, counted=len(tasks)) for number, span in declared if number not in known]
