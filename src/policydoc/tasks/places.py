"""位置: which section and which task a place of the content belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.outline.nodes import Node

Entry = dict[str, Any]


class Places:
    """The sections of one part and the tasks among them, found by a place of the content."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._starts = [node.start for node in nodes]
        self._rows: list[Entry] = []
        self._row_starts: list[int] = []
        self.tasks: dict[str, Entry] = {}
        """The entry of every task by its id: of a section, a paragraph, a table's row."""

    def node_at(self, place: int) -> Node | None:
        """The deepest section at a place."""
        index = bisect_right(self._starts, place) - 1
        node: Node | None = self._nodes[index] if index >= 0 else None
        while node is not None and node.end <= place:
            node = node.parent
        return node

    def add(self, tasks: Iterable[Entry]) -> None:
        """Let sections, paragraphs and rows be tasks."""
        sections = {node.id for node in self._nodes}
        self.tasks = {task["id"]: task for task in sorted([*self.tasks.values(), *tasks], key=lambda task: task["span"][0])}
        self._rows = [task for name, task in self.tasks.items() if name not in sections]
        self._row_starts = [row["span"][0] for row in self._rows]

    def task_at(self, place: int) -> Entry | None:
        """The task at a place: the paragraph or row that holds it, else the nearest section that is one."""
        index = bisect_right(self._row_starts, place) - 1
        if index >= 0 and place < self._rows[index]["span"][1]:
            return self._rows[index]
        node = self.node_at(place)
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
