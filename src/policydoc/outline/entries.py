"""层次条目: the section tree as the contract's objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.layout import Line
from policydoc.outline.nodes import Node, place

Entry = dict[str, Any]


def section_entries(lines: Sequence[Line], nodes: Sequence[Node]) -> list[Entry]:
    """The top sections of a part, each with those below it."""
    top: list[Entry] = []
    known: dict[str, Entry] = {}
    for node in nodes:
        section = node.section
        heading_end = place(lines, (section.line, section.heading_end)) if section.heading_end > section.start else node.start
        entry: Entry = {
            "id": node.id,
            "level": len(node.path),
            "label": node.label,
            "ordinal": section.ordinal,
            "ordinal_source": section.ordinal_source,
            "title": node.title,
            "span": (node.start, node.end),
            "heading_span": (node.start, min(heading_end, node.end)),
            "sections": [],
        }
        known[node.id] = entry
        (known[node.parent.id]["sections"] if node.parent else top).append(entry)
    return top
