"""任务、目标: the parts with their section trees → tasks, targets, goals and figures, joined by id."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from policydoc.dates import date_spans, deadlines
from policydoc.outline.nodes import Node
from policydoc.rules.diagnostics import diagnostic
from policydoc.targets import goals, statements
from policydoc.targets.clauses import Clauses
from policydoc.targets.entries import figure, findings, target
from policydoc.targets.timing import own
from policydoc.tasks import entries
from policydoc.tasks.counts import Declared, check_counts
from policydoc.tasks.defaults import states_default
from policydoc.tasks.duties import duties, first_leads
from policydoc.tasks.inheritance import Stated, inherit_deadlines, inherit_duties, pass_on
from policydoc.tasks.places import Places, heads, holds
from policydoc.tasks.selection import RULE_GENRES, kind_of, select

if TYPE_CHECKING:
    from policydoc.dates import Deadline
    from policydoc.layout import Line
    from policydoc.parts import Part
    from policydoc.targets import Statement

Entry = dict[str, Any]
Named = tuple[str, "Part", Sequence[Node]]
"""A part with its id and its sections in reading order."""


@dataclass
class Reading:
    """What the parts of a document order."""

    tasks: list[Entry] = field(default_factory=list)
    targets: list[Entry] = field(default_factory=list)
    goals: list[Entry] = field(default_factory=list)
    figures: list[Entry] = field(default_factory=list)
    diagnostics: list[Entry] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)


def read_parts(content: str, lines: Sequence[Line], parts: Sequence[Named], year: int | None, issued_on: datetime.date | None) -> Reading:
    """The tasks, targets, goals and figures of all parts, in reading order."""
    reading = Reading()
    rule = any(first_leads(line.text) for line in lines if line.role == "text")
    covered = any(part.kind == "enclosure" for _, part, _ in parts)
    for name, part, tree in parts:
        orders = not (part.kind == "cover" and covered) and part.genre not in RULE_GENRES
        _Reader(content, lines, name, part, tree, (year, issued_on), reading).read(orders=orders, rule=rule)
    reading.diagnostics += check_counts(reading.declared, reading.tasks, [node for _, _, tree in parts for node in tree])
    return reading


class _Reader:
    """Reads one part into the reading, line by line."""

    def __init__(
        self,
        content: str,
        lines: Sequence[Line],
        name: str,
        part: Part,
        tree: Sequence[Node],
        times: tuple[int | None, datetime.date | None],
        reading: Reading,
    ) -> None:
        self.content, self.lines, self.name, self.part, self.tree, self.reading = content, lines, name, part, tree, reading
        self.year, self.issued_on = times
        self.places = Places(tree)
        self.heads = heads(tree)
        self.kinds = {node.id: kind_of(node) for node in tree}
        self.counts: Counter[str] = Counter()
        self.stated_duties: list[Stated] = []
        self.stated_deadlines: list[Stated] = []
        self.targets: list[Entry] = []

    def read(self, *, orders: bool, rule: bool) -> None:
        """Everything of the part; where it orders nothing (a covering letter, a book of rules) its figures alone."""
        body = [index for index in range(self.part.body_first, self.part.body_last) if self.lines[index].role in ("text", "table")]
        if orders:
            self._tasks(body, rule=rule)
        inside = frozenset(body) if orders else frozenset()
        for index in range(self.part.first, self.part.last):
            line = self.lines[index]
            if line.text and line.role != "blank":
                self._line(index, line, wanted=index in inside)
        self._inherit()

    def _tasks(self, body: Sequence[int], *, rule: bool) -> None:
        """The tasks of the part, with the duties that they state themselves."""
        found = [(line, duty) for index in body for line in (self.lines[index],) for duty in duties(line.text, first_leads=rule)]
        stated = [line.span(duty.start, duty.end)[0] for line, duty in found]
        for node in select(self.tree, lambda node: holds(stated, node)):
            entry = entries.task(self.content, self.name, node)
            self.places.tasks[node.id] = entry
            self.reading.tasks.append(entry)
        for (line, duty), place in zip(found, stated, strict=True):
            node = self.places.node_at(place)
            task = self.places.task_of(node)
            entry = entries.duty(self.content, line, duty)
            if not entry["units"]:
                continue
            if task is not None:
                task["responsibilities"].append(entry)
            elif node is not None:
                self.stated_duties.append((entry, node))

    def _line(self, index: int, line: Line, *, wanted: bool) -> None:
        """One line: its numbers, its deadlines, its goals."""
        text = line.text
        dates = date_spans(text)
        starting = self.heads.get(index, ())
        first = self.places.node_at(line.at[0]) if len(line.at) else None
        kind = self.kinds[first.id] if first is not None else ""
        past = kind == "past"
        written = "".join(self.content[place] for place in line.at) if len(line.at) == len(text) else None
        labels = [node.section.label for node in starting if node.section.label]
        found = statements(text, written, dates=dates, skip=labels, past=past, wanted=wanted)
        timed = deadlines(text, self.year, self.issued_on) if wanted and not past else []
        clauses = Clauses(text)
        names: dict[int, str] = {}
        for rank, statement in enumerate(found):
            if statement.is_target:
                names[rank] = self._target(line, statement, names, timed, clauses)
            self._declared(line, statement)
            self.reading.figures.append(figure(self.content, line, statement, names.get(rank)))
        self.reading.diagnostics += findings(line, found)
        for deadline in timed:
            self._deadline(line, deadline, clauses, kind, found)
        if wanted and not past and line.role == "text":
            titles = [(node.section.start, node.section.heading_end) for node in starting if node.title]
            for goal in goals(text):
                if not any(start <= goal.start < end for start, end in titles):
                    node, task, name = self._home(line.at[goal.start], "!")
                    entry = entries.goal(self.content, line, goal, name, task["id"] if task else None, node.id if node else None)
                    self.reading.goals.append(entry)
                    if task:
                        task["goals"].append(name)

    def _home(self, place: int, mark: str) -> tuple[Node | None, Entry | None, str]:
        """Section and task of a place, and the next free id there: p2/2.7#1."""
        node = self.places.node_at(place)
        task = self.places.task_of(node)
        home = task["id"] if task else node.id if node else self.name
        self.counts[home + mark] += 1
        return node, task, f"{home}{mark}{self.counts[home + mark]}"

    def _target(self, line: Line, statement: Statement, names: dict[int, str], timed: Sequence[Deadline], clauses: Clauses) -> str:
        node, task, name = self._home(line.at[statement.quantity.start], "#")
        entry = target(self.content, line, statement, name, names.get(statement.of) if statement.of is not None else None)
        if entry["of"] is None:
            entry["kind"] = "target"
        entry["task"] = task["id"] if task else None
        entry["section"] = node.id if node else None
        entry["part"] = self.name
        entry["deadlines"] = [entries.deadline(self.content, line, found) for found in own(line.text, statement, timed, clauses)]
        self.targets.append(entry)
        if task:
            task["targets"].append(name)
        return name

    def _declared(self, line: Line, statement: Statement) -> None:
        """How many tasks the document says it has, in the words before the first of them."""
        quantity = statement.quantity
        if statement.kind == "declared_count" and quantity.value is not None and quantity.unit_name in ("项", "件"):
            span = line.span(quantity.start, quantity.end)
            if self.places.task_of(self.places.node_at(span[0])) is None:
                self.reading.declared.append((int(quantity.value), span))

    def _deadline(self, line: Line, found: Deadline, clauses: Clauses, kind: str, numbers: Sequence[Statement]) -> None:
        span = line.span(found.start, found.end)
        if found.note:
            fields = {"date": found.last} if found.note == "E002" else {}
            self.reading.diagnostics.append(diagnostic(found.note, span, **fields))
        if found.kind == "by" and found.last and self.issued_on and found.last < self.issued_on:
            self.reading.diagnostics.append(diagnostic("E001", span, deadline=found.last, issued_on=self.issued_on))
        node = self.places.node_at(span[0])
        task = self.places.task_of(node)
        entry = entries.deadline(self.content, line, found)
        if task is not None:
            task["deadlines"].append(entry)
            return
        start, end = clauses.sentence(found.start)
        if kind == "support" or any(number.is_target and start <= number.quantity.start < end for number in numbers):
            return
        if found.last and states_default(line.text[start:end]):
            self.stated_deadlines.append((entry, node))

    def _inherit(self) -> None:
        """Tasks have from above what they do not state, targets from their task."""
        frames = frozenset(name for name, kind in self.kinds.items() if kind == "frame")
        by_id = {node.id: node for node in self.tree}
        for name, task in self.places.tasks.items():
            inherit_duties(task, by_id[name], self.stated_duties)
            inherit_deadlines(task, by_id[name], self.stated_deadlines, self.name, frames)
        pass_on(self.targets, self.places.tasks)
        self.reading.targets += self.targets
