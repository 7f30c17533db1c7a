"""任务、目标: the parts with their section trees → tasks, targets, goals and figures, joined by id."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.model.fields import Span
from policydoc.outline.nodes import Node
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import witness
from policydoc.tasks import entries
from policydoc.tasks.duties import first_leads
from policydoc.tasks.inheritance import Above, inherit, pass_on
from policydoc.tasks.paragraphs import paragraph_tasks
from policydoc.tasks.places import holds
from policydoc.tasks.scope import Reading, Scope
from policydoc.tasks.selection import DIRECTIVES, RULE_GENRES, select
from policydoc.tasks.sentences import read_line
from policydoc.tasks.stated import stated

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.parts import Part

Entry = dict[str, Any]
_CARD = pattern(r"\|?[(\[]?[一-龥]{0,6}(?:名称|项目|任务|事项|工程|实事|工作)[)\]]?[:|\t]")
"""The key of a card's name."""
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
        demands = part.kind == "cover" and (covered or bool(named[2]))
        orders = not demands and part.genre not in RULE_GENRES
        witness("part", named[0], "part_orders" if orders else "part_cover" if demands else "part_rules")
        _read(Scope(content, lines, named, times, unread, reading), orders=orders, first_leads=rule)
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


def _lists(scope: Scope, body: Sequence[int], *, first_leads: bool) -> None:
    """The tasks that are rows of tables or cards, and the cells that are targets by their column. Most notices have none."""
    content, lines = scope.content, scope.lines
    bounds = scope.part.body_first, scope.part.body_last
    rank = 1
    if any(lines[index].role == "table" for index in body):
        from policydoc.tasks.amounts import amounts
        from policydoc.tasks.lists import glued, listed, notes
        from policydoc.tasks.tables import tables

        sheets = tables(lines, *bounds)
        scope.rows = listed(content, lines, scope.name, sheets, scope.places, first_leads=first_leads)
        rank += len(sheets) if scope.rows else 0
        _merged_times(scope)
        scope.reading.diagnostics += glued(lines, sheets)
        scope.notes = frozenset(notes(lines, sheets))
        for amount in (amount for sheet in sheets for amount in amounts(lines, sheet, scope.first_year)):
            scope.amounts.setdefault(amount.cell[0], []).append(amount)
    if any(_is_card(lines[index].text) for index in body if index not in scope.rows):
        from policydoc.tasks.cards import cards
        from policydoc.tasks.lists import carded

        found = [card for card in cards(lines, *bounds) if scope.rows.keys().isdisjoint(card.lines)]
        scope.rows |= carded(content, lines, scope.name, found, rank, scope.places, first_leads=first_leads)


def _is_card(text: str) -> bool:
    head = text[:12]
    return (":" in head or "|" in head or "\t" in head) and _CARD.match(text) is not None


def _merged_times(scope: Scope) -> None:
    """The deadlines of rows whose cell for it is merged with one above: it stands on another row's line."""
    from policydoc.tasks.rows import cell_deadlines

    for index, row in scope.rows.items():
        for cell in row.order.times if index == row.order.line else ():
            if cell[0] != index and cell[0] not in row.order.more:
                found = cell_deadlines(scope.lines, cell, scope.year, scope.issued_on)
                row.task["deadlines"] += [entries.deadline(scope.content, scope.lines[cell[0]], due) for due in found]


def _tasks(scope: Scope, body: Sequence[int], *, first_leads: bool) -> None:
    """The tasks of the part, sections and rows of lists, with the duties that they state themselves."""
    content, lines, places = scope.content, scope.lines, scope.places
    _lists(scope, body, first_leads=first_leads)
    rows = list({id(row.task): row.task for row in scope.rows.values()}.values())
    taken = sorted(task["span"][0] for task in rows)
    found = stated(lines, [index for index in body if index not in scope.rows], places, scope.tree, first_leads=first_leads)
    places_told = [one.place for one in found]
    chosen = select(lines, scope.tree, lambda node: holds(places_told, node), directive=scope.part.genre in DIRECTIVES)
    places.add(task for node in chosen if not holds(taken, node) for task in paragraph_tasks(content, lines, scope.name, node, scope.tree))
    places.add(rows)
    for row in rows:
        witness("section", row["id"], "row")
    scope.reading.tasks += places.tasks.values()
    for one in found:
        entry = entries.duty(content, one.line, one.duty)
        task = places.tasks.get(one.whole.id) if one.whole else places.task_at(one.place)
        node = one.whole or places.node_at(one.place)
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
