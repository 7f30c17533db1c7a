"""任务、目标: the parts with their section trees → tasks, targets, goals and figures, joined by id."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.model.fields import Span
from policydoc.outline.nodes import Node
from policydoc.tasks import entries
from policydoc.tasks.counts import check_counts
from policydoc.tasks.duties import duties, first_leads
from policydoc.tasks.inheritance import Above, inherit, pass_on
from policydoc.tasks.paragraphs import paragraph_tasks
from policydoc.tasks.places import holds
from policydoc.tasks.scope import Reading, Scope
from policydoc.tasks.selection import DIRECTIVES, RULE_GENRES, select
from policydoc.tasks.sentences import read_line

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.parts import Part

Entry = dict[str, Any]
Named = tuple[str, "Part", Sequence[Node]]
"""A part with its id and its sections in reading order."""


def read_parts(
    content: str,
    lines: Sequence[Line],
    parts: Sequence[Named],
    times: tuple[int | None, datetime.date | None],
    unread: Sequence[Span] = (),
) -> Reading:
    """The tasks, targets, goals and figures of all parts, in reading order.

    `times` are the plan year and the date of issue; `unread` are the damaged stretches that nobody could read.
    """
    reading = Reading()
    rule = any(first_leads(line.text) for line in lines if line.role == "text")
    covered = any(part.kind == "enclosure" for _, part, _ in parts)
    for named in parts:
        part = named[1]
        orders = not (part.kind == "cover" and covered) and part.genre not in RULE_GENRES
        _read(Scope(content, lines, named, times, unread, reading), orders=orders, first_leads=rule)
    reading.diagnostics += check_counts(reading.declared, reading.tasks, [node for _, _, tree in parts for node in tree])
    return reading


def _read(scope: Scope, *, orders: bool, first_leads: bool) -> None:
    """One part; where it orders nothing (a covering letter, a book of rules) its figures alone."""
    part = scope.part
    body = [index for index in range(part.body_first, part.body_last) if scope.lines[index].role in ("text", "table")]
    if orders:
        _tasks(scope, body, first_leads=first_leads)
    inside = frozenset(body) if orders else frozenset()
    for index in range(part.first, part.last):
        if scope.lines[index].text:
            read_line(scope, index, wanted=index in inside)
    _inherit(scope)


def _tasks(scope: Scope, body: Sequence[int], *, first_leads: bool) -> None:
    """The tasks of the part, sections and rows of lists, with the duties that they state themselves."""
    content, lines, places = scope.content, scope.lines, scope.places
    if any(lines[index].role == "table" for index in body):
        from policydoc.tasks.lists import listed  # most notices have no table

        scope.rows = listed(content, lines, scope.name, (scope.part.body_first, scope.part.body_last), places, first_leads=first_leads)
    rows = list({id(row.task): row.task for row in scope.rows.values()}.values())
    taken = sorted(task["span"][0] for task in rows)
    found = [
        (line.span(duty.start, duty.end)[0], line, duty)
        for index in body
        if index not in scope.rows
        for line in (lines[index],)
        for duty in duties(line.text, first_leads=first_leads)
    ]
    stated = [place for place, _, _ in found]
    directive = scope.part.genre in DIRECTIVES
    chosen = select(lines, scope.tree, lambda node: directive or holds(stated, node))
    places.add(task for node in chosen if not holds(taken, node) for task in paragraph_tasks(content, lines, scope.name, node))
    places.add(rows)
    scope.reading.tasks += places.tasks.values()
    for place, line, duty in found:
        entry = entries.duty(content, line, duty)
        task, node = places.task_at(place), places.node_at(place)
        if entry["units"] and task is not None:
            task["responsibilities"].append(entry)
        elif entry["units"] and node is not None:
            scope.stated_duties.append((entry, node))


def _inherit(scope: Scope) -> None:
    """Tasks have from above what they do not state, targets from their task."""
    frames = frozenset(name for name, kind in scope.kinds.items() if kind == "frame")
    duties, deadlines = Above(scope.stated_duties, scope.name), Above(scope.stated_deadlines, scope.name, frames)
    for task in scope.places.tasks.values():
        node = scope.places.node_at(task["span"][0])
        above = [section for section in (node, *node.ancestors) if section.id != task["id"]] if node else []
        inherit(task, above, duties, deadlines)
    pass_on(scope.targets, scope.places.tasks)
    _themes(scope)
    scope.reading.targets += scope.targets


def _themes(scope: Scope) -> None:
    """The key of a task without a title is made of what its targets are about."""
    objects: dict[str, list[str]] = {}
    for target in scope.targets:
        if target["task"] and target["object"]:
            objects.setdefault(target["task"], []).append(target["object"])
    for name, task in scope.places.tasks.items():
        if not task["title"] and name in objects:
            task["key"] = entries.key(None, task["text"], objects[name])
