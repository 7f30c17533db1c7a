"""任务、目标: the parts with their section trees → tasks, targets, goals and figures, joined by id."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from policydoc.dates import date_spans, deadlines
from policydoc.outline.nodes import Node
from policydoc.rules.diagnostics import diagnostic
from policydoc.targets import goals, statements
from policydoc.targets.clauses import Clauses
from policydoc.targets.entries import figure, findings, target
from policydoc.targets.timing import own
from policydoc.tasks.defaults import states_default
from policydoc.tasks.duties import Duty, duties, first_leads
from policydoc.tasks.selection import RULE_GENRES, kind_of, select
from policydoc.tasks.theme import theme

if TYPE_CHECKING:
    from policydoc.dates import Deadline
    from policydoc.layout import Line
    from policydoc.parts import Part
    from policydoc.targets import Statement

Entry = dict[str, Any]
Named = tuple[str, "Part", Sequence[Node]]


@dataclass
class Reading:
    """What the bodies of a document order."""

    tasks: list[Entry] = field(default_factory=list)
    targets: list[Entry] = field(default_factory=list)
    goals: list[Entry] = field(default_factory=list)
    figures: list[Entry] = field(default_factory=list)
    diagnostics: list[Entry] = field(default_factory=list)
    declared: list[tuple[int, tuple[int, int]]] = field(default_factory=list)
    """Counts of tasks that the text declares, and where."""


def read_parts(content: str, lines: Sequence[Line], parts: Sequence[Named], year: int | None, issued_on: datetime.date | None) -> Reading:
    """The tasks, targets, goals and figures of all parts, in reading order."""
    reading = Reading()
    rule = any(first_leads(line.text) for line in lines if line.role == "text")
    covered = any(part.kind == "enclosure" for _, part, _ in parts)
    for name, part, tree in parts:
        reader = _Reader(content, lines, name, part, tree, year, issued_on, reading, rule=rule)
        reader.read(silent=part.kind == "cover" and covered)
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
        year: int | None,
        issued_on: datetime.date | None,
        reading: Reading,
        *,
        rule: bool,
    ) -> None:
        self.content, self.lines, self.name, self.part, self.tree = content, lines, name, part, tree
        self.year, self.issued_on, self.reading, self.rule = year, issued_on, reading, rule
        self.starts = [node.start for node in tree]
        self.counts: Counter[str] = Counter()
        self.heads: dict[int, list[Node]] = {}
        for node in tree:
            self.heads.setdefault(node.section.line, []).append(node)
        self.duties: dict[str, list[tuple[Duty, Line]]] = {}
        self.deadlines: dict[str, list[Entry]] = {}
        self.defaults: list[tuple[Entry, str | None]] = []
        self.tasks: dict[str, Entry] = {}

    def node_at(self, place: int) -> Node | None:
        """The deepest section at a place of the content."""
        index = bisect_right(self.starts, place) - 1
        node: Node | None = self.tree[index] if index >= 0 else None
        while node is not None and node.end <= place:
            node = node.parent
        return node

    def read(self, *, silent: bool) -> None:
        """Everything of the part; of a covering letter the figures alone."""
        wanted = not silent
        rules = self.part.genre in RULE_GENRES
        for index in range(self.part.first, self.part.last):
            line = self.lines[index]
            if wanted and self.part.body_first <= index < self.part.body_last and line.role in ("text", "table"):
                self._duties(line)
        chosen = select(self.tree, lambda node: node.id in self.duties) if wanted and not rules else []
        for node in chosen:
            self._task(node)
        for index in range(self.part.first, self.part.last):
            line = self.lines[index]
            if line.role == "blank" or not line.text:
                continue
            body = self.part.body_first <= index < self.part.body_last and line.role in ("text", "table")
            self._line(index, line, wanted=wanted and body, rules=rules)
        self._inherit()

    def _duties(self, line: Line) -> None:
        for duty in duties(line.text, first_leads=self.rule):
            node = self.node_at(line.span(duty.start, duty.end)[0])
            if node is not None:
                self.duties.setdefault(node.id, []).append((duty, line))
                for above in node.ancestors:
                    if above.section.line == node.section.line:
                        self.duties.setdefault(above.id, []).append((duty, line))

    def _task(self, node: Node) -> None:
        span = (node.start, node.end)
        entry = {
            "id": node.id,
            "key": theme(node.title or self.content[slice(*span)][:40]),
            "part": self.name,
            "section": node.id,
            "path": node.path,
            "label": node.label,
            "ordinal": node.section.ordinal,
            "title": node.title,
            "text": self.content[slice(*span)],
            "span": span,
            "responsibilities": [self._duty(duty, line, None) for duty, line in self._below(node)],
            "deadlines": [],
            "targets": [],
            "goals": [],
        }
        if not entry["responsibilities"]:
            for above in node.ancestors:
                stated = [
                    (duty, line)
                    for duty, line in self.duties.get(above.id, ())
                    if self.node_at(line.span(duty.start, duty.end)[0]) is above
                ]
                if stated:
                    entry["responsibilities"] = [self._duty(duty, line, above.id) for duty, line in stated]
                    break
        self.tasks[node.id] = entry
        self.reading.tasks.append(entry)

    def _below(self, node: Node) -> list[tuple[Duty, Line]]:
        """The duties stated in a section or in what stands below it."""
        found: dict[tuple[int, int], tuple[Duty, Line]] = {}
        for name, stated in self.duties.items():
            if name == node.id or name.startswith(f"{node.id}."):
                for duty, line in stated:
                    place = line.span(duty.start, duty.end)[0]
                    if node.start <= place < node.end:
                        found[place, id(duty)] = (duty, line)
        return [found[place] for place in sorted(found)]

    def _duty(self, duty: Duty, line: Line, inherited_from: str | None) -> Entry:
        span = line.span(duty.start, duty.end)
        units = tuple(dict.fromkeys(words for start, end in duty.units if (words := _unblank(self.content, line, start, end))))
        return {"role": duty.role, "units": units, "text": self.content[slice(*span)], "span": span, "inherited_from": inherited_from}

    def _deadline(self, line: Line, found: Deadline, inherited_from: str | None = None) -> Entry:
        span = line.span(found.start, found.end)
        return {
            "text": self.content[slice(*span)],
            "span": span,
            "kind": found.kind,
            "start": found.first,
            "date": found.last,
            "precision": found.precision,
            "stage": found.stage,
            "inherited_from": inherited_from,
        }

    def _line(self, index: int, line: Line, *, wanted: bool, rules: bool) -> None:
        """One line: its numbers, its deadlines, its goals."""
        text = line.text
        dates = date_spans(text)
        labels = [node.section.label for node in self.heads.get(index, ()) if node.section.label]
        first = self.node_at(line.at[0]) if len(line.at) else None
        kind = kind_of(first) if first is not None else ""
        written = "".join(self.content[place] for place in line.at) if line.pieces and len(line.at) == len(text) else None
        found = statements(text, written, dates=dates, skip=labels, past=kind == "past", wanted=wanted and not rules)
        timed = deadlines(text, self.year, self.issued_on) if wanted and kind != "past" else []
        clauses = Clauses(text)
        names: dict[int, str] = {}
        for place, statement in enumerate(found):
            if statement.is_target:
                names[place] = self._target(line, statement, names, timed, clauses)
            self._declared(line, statement, index)
            self.reading.figures.append(figure(self.content, line, statement, names.get(place)))
        self.reading.diagnostics.extend(findings(line, found))
        for deadline in timed:
            self._time(line, deadline, clauses, kind, found)
        if wanted and not rules and kind != "past" and line.role == "text":
            heads = [(node.section.start, node.section.heading_end) for node in self.heads.get(index, ()) if node.title]
            for goal in goals(text):
                if not any(start <= goal.start < end for start, end in heads):
                    self._goal(line, goal.kind, goal.start, goal.end)

    def _target(self, line: Line, statement: Statement, names: dict[int, str], timed: Sequence[Deadline], clauses: Clauses) -> str:
        node = self.node_at(line.at[statement.quantity.start])
        task = self._task_of(node)
        home = task["id"] if task else node.id if node else self.name
        self.counts[home] += 1
        name = f"{home}#{self.counts[home]}"
        entry = target(self.content, line, statement, name, names.get(statement.of) if statement.of is not None else None)
        if entry["of"] is None and entry["kind"] != "target":
            entry["kind"] = "target"
        entry["task"] = task["id"] if task else None
        entry["section"] = node.id if node else None
        entry["part"] = self.name
        entry["deadlines"] = [self._deadline(line, deadline) for deadline in own(line.text, statement, timed, clauses)]
        self.reading.targets.append(entry)
        if task:
            task["targets"].append(name)
        return name

    def _goal(self, line: Line, kind: str, start: int, end: int) -> None:
        span = line.span(start, end)
        node = self.node_at(span[0])
        task = self._task_of(node)
        home = task["id"] if task else node.id if node else self.name
        self.counts[f"{home}!"] += 1
        name = f"{home}!{self.counts[f'{home}!']}"
        self.reading.goals.append(
            {
                "id": name,
                "task": task["id"] if task else None,
                "section": node.id if node else None,
                "kind": kind,
                "text": self.content[slice(*span)],
                "span": span,
            }
        )
        if task:
            task["goals"].append(name)

    def _task_of(self, node: Node | None) -> Entry | None:
        if node is None:
            return None
        return next((self.tasks[found.id] for found in (node, *node.ancestors) if found.id in self.tasks), None)

    def _declared(self, line: Line, statement: Statement, index: int) -> None:
        """How many tasks the document says it has: in titles and before the first task."""
        if statement.kind != "declared_count" or statement.quantity.value is None or statement.quantity.unit_name not in ("项", "件"):
            return
        if self._task_of(self.node_at(line.at[statement.quantity.start])) is None and index < self.part.body_last:
            self.reading.declared.append((int(statement.quantity.value), line.span(statement.quantity.start, statement.quantity.end)))

    def _time(self, line: Line, deadline: Deadline, clauses: Clauses, kind: str, found: Sequence[Statement]) -> None:
        node = self.node_at(line.at[deadline.start])
        task = self._task_of(node)
        if deadline.note:
            self.reading.diagnostics.append(diagnostic(deadline.note, line.span(deadline.start, deadline.end), date=deadline.last))
        if deadline.last and self.issued_on and deadline.last < self.issued_on and deadline.kind == "by":
            self.reading.diagnostics.append(
                diagnostic("E001", line.span(deadline.start, deadline.end), deadline=deadline.last, issued_on=self.issued_on)
            )
        if task is not None:
            task["deadlines"].append(self._deadline(line, deadline))
            return
        start, end = clauses.sentence(deadline.start)
        if any(statement.is_target and start <= statement.quantity.start < end for statement in found):
            return
        home = node.id if node else self.name
        if deadline.last and states_default(line.text[start:end], kind if node else "frame"):
            self.defaults.append((self._deadline(line, deadline, home), home))

    def _inherit(self) -> None:
        """Tasks without a deadline of their own have the document's; targets without one have their task's."""
        for entry in self.tasks.values():
            if not any(deadline["date"] for deadline in entry["deadlines"]):
                entry["deadlines"] += [deadline for deadline, _ in self.defaults]
        for entry in self.reading.targets:
            if not entry["deadlines"] and entry["task"] in self.tasks:
                task = self.tasks[entry["task"]]
                entry["deadlines"] = [
                    deadline if deadline["inherited_from"] else {**deadline, "inherited_from": task["id"]} for deadline in task["deadlines"]
                ]


def _unblank(content: str, line: Line, start: int, end: int) -> str:
    return "".join(content[place] for place in line.at[start:end] if not content[place].isspace()).strip("、，,；;。：: ")


def counted(reading: Reading) -> Iterable[Entry]:
    """已声明项数: a diagnostic where the text declares another number of tasks than were found."""
    if not reading.declared or not reading.tasks:
        return
    numbers = {number for number, _ in reading.declared}
    if len(reading.tasks) not in numbers and len(numbers) == 1:
        number, span = reading.declared[0]
        yield diagnostic("D001", span, declared=number, counted=len(reading.tasks))
