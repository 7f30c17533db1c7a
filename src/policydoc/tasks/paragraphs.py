"""段落任务: the paragraphs of a section without numbered items, where each orders something of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.layout import Line
from policydoc.outline.nodes import Node
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import witness
from policydoc.tasks import entries

Entry = dict[str, Any]

SHORTEST = 20
"""Characters of a paragraph that orders something by itself."""
_LABELLED = pattern(r"[(\[]?[^,。;:]{2,12}:")
_BULLETS = frozenset("-—•·●○▪◆◇■□►▶※*★▲")
"""What begins with one of these details the item above it."""
_PROJECTS = pattern(r"实事|(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:件|项|个)[^,。;:]{0,8}(?:项目|工程|工作|任务|事项|举措)")
"""The words before an inline list that is the list of projects itself: 办好十件民生实事。一是…"""


def paragraphs(lines: Sequence[Line], node: Node) -> list[Line]:
    """The paragraphs below a heading that stands alone, if there are several and each is a whole sentence; else none.

    A line of its own for units or times (责任单位：…) says that the paragraphs describe one task together.
    """
    section = node.section
    listed = any(not child.inline or child.line == section.line for child in section.children)
    if listed or section.inline or section.heading_end < len(lines[section.line].text):
        return []
    below = [line for line in lines[section.line + 1 : section.end[0] + 1] if line.text and line.role != "furniture"]
    told = all(
        line.role == "text"
        and len(line.text) >= SHORTEST
        and line.text[-1] in "。;)”"
        and line.text[0] not in _BULLETS
        and not _LABELLED.match(line.text)
        for line in below
    )
    return below if told and len(below) > 1 else []


def paragraph_tasks(content: str, lines: Sequence[Line], part: str, node: Node, below: Sequence[Node] = ()) -> list[Entry]:
    """The tasks of a section: its paragraphs where each orders something, else the section itself.

    `below` are the sections under it. Of a paragraph that is a list of projects (办好十件实事。一是…二是…) each item is a task.
    """
    found = paragraphs(lines, node)
    whole = entries.task(content, part, node)
    if not found:
        return [whole]
    tasks: list[Entry] = []
    for number, line in enumerate(found, 1):
        items = [child for child in below if child.parent is not None and child.parent.id == node.id and lines[child.section.line] is line]
        if items and _PROJECTS.search(line.text, 0, items[0].section.start):
            tasks += [entries.task(content, part, item) for item in items]
        else:
            tasks.append(_paragraph(content, whole, line, number))
    for task in tasks:
        witness("section", task["id"], "paragraph")
    return tasks


def _paragraph(content: str, whole: Entry, line: Line, number: int) -> Entry:
    span = line.span(0, len(line.text))
    text = content[slice(*span)]
    untitled = {"label": None, "ordinal": None, "title": None, "key": entries.key(None, text)}
    fresh: Entry = {"responsibilities": [], "deadlines": [], "targets": [], "goals": []}
    return {**whole, **untitled, **fresh, "id": f"{whole['id']}¶{number}", "text": text, "span": span}
