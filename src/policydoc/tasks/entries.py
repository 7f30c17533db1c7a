"""任务条目: tasks, duties, deadlines and goals as the contract's objects, quoted from the content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.dates import Deadline
from policydoc.layout import Line
from policydoc.outline.nodes import Node
from policydoc.rules.patterns import pattern
from policydoc.targets import Goal
from policydoc.tasks.duties import Duty
from policydoc.tasks.theme import theme
from policydoc.text.fold import fold

Entry = dict[str, Any]
UNTITLED = 40
"""Characters of an untitled task that its key is made of."""
_NAME = pattern(r"(?:项目|任务|实事|工程|事项|工作)名称")
_VALUE = pattern(r"[:：]\s{0,8}([^\n。；;:：]{1,60})")
_NUMBER = pattern(r"[0-9.,]{1,20}[万亿千百]{0,2}|^[(]?[一二三四五六七八九十]{1,3}[)、.是]")


def task(content: str, part: str, node: Node) -> Entry:
    """任务: the task that a section is, without what is found inside it."""
    span = (node.start, node.end)
    text = content[slice(*span)]
    title = _titled(node.title, text)
    return {
        "id": node.id,
        "key": key(title, text),
        "part": part,
        "section": node.id,
        "path": node.path,
        "label": node.label,
        "ordinal": node.section.ordinal,
        "title": title,
        "text": text,
        "span": span,
        "responsibilities": [],
        "deadlines": [],
        "targets": [],
        "goals": [],
    }


def _titled(title: str | None, text: str) -> str | None:
    """The title of a section; where that is the key of a card (项目名称：公厕改造) what stands behind it on its line."""
    if title is None or _NAME.fullmatch("".join(fold(title).split())) is None:
        return title
    value = _VALUE.search(text)
    return value[1].strip() if value else title


def key(title: str | None, text: str, objects: Sequence[str] = ()) -> str:
    """主题: of the title, else of what the targets are about, else of the first words without their numbers."""
    return theme(title or "".join(objects) or _NUMBER.sub("", fold(text))[:UNTITLED])


def duty(content: str, line: Line, found: Duty) -> Entry:
    """责任: one role and its units, without the blanks inside their names."""
    span = line.span(found.start, found.end)
    units = dict.fromkeys(name for start, end in found.units if (name := _name(content, line, start, end)))
    return {"role": found.role, "units": tuple(units), "text": content[slice(*span)], "span": span, "inherited_from": None}


def deadline(content: str, line: Line, found: Deadline) -> Entry:
    """完成时限."""
    span = line.span(found.start, found.end)
    return {
        "text": content[slice(*span)],
        "span": span,
        "kind": found.kind,
        "start": found.first,
        "date": found.last,
        "precision": found.precision,
        "stage": found.stage,
        "inherited_from": None,
    }


def goal(content: str, line: Line, found: Goal, name: str, task: str | None, section: str | None) -> Entry:
    """无数值目标."""
    span = line.span(found.start, found.end)
    return {"id": name, "task": task, "section": section, "kind": found.kind, "text": content[slice(*span)], "span": span}


def _name(content: str, line: Line, start: int, end: int) -> str:
    return "".join("".join(map(content.__getitem__, line.at[start:end])).split())
