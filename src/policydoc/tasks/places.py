"""位置: which section and which task a place of the content belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.outline.nodes import Node

Entry = dict[str, Any]


class Places:
    """The sections of one part, and the tasks among them, found by a place of the content."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._starts = [node.start for node in nodes]
        self.tasks: dict[str, Entry] = {}
        """The entry of every task, by the id of its section."""

    def node_at(self, place: int) -> Node | None:
        """The deepest section at a place."""
        index = bisect_right(self._starts, place) - 1
        node: Node | None = self._nodes[index] if index >= 0 else None
        while node is not None and node.end <= place:
            node = node.parent
        return node

    def task_of(self, node: Node | None) -> Entry | None:
        """The task that a section is or belongs to."""
        while node is not None:
            if node.id in self.tasks:
                return self.tasks[node.id]
            node = node.parent
        return None


def holds(places: Sequence[int], node: Node) -> bool:
    """Whether one of the ascending places lies in a section."""
    index = bisect_left(places, node.start)
    return index < len(places) and places[index] < node.end


def heads(nodes: Iterable[Node]) -> dict[int, list[Node]]:
    """The sections that begin on each line."""
    found: dict[int, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.section.line, []).append(node)
    return found
