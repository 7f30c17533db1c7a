"""层次树: the parts with their sections, and for each the tasks, targets and goals below it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policydoc.cli.cell import Piece, cell_width, cut_cell, ink
from policydoc.cli.heading import summary
from policydoc.cli.passage import joined
from policydoc.cli.table import TITLES, Column, Row, table
from policydoc.cli.terminal import cut
from policydoc.cli.wording import first_unit, labelled, when
from policydoc.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.cli.passage import Passages
    from policydoc.model import Deadline, Part, Plan, Responsibility, Task

KINDS = ("tasks", "targets", "goals")
COLUMNS = (
    Column(floor=28, most=48),
    Column("tasks", floor=5, yields=2, right=True),
    Column("targets", floor=7, yields=1, right=True, gap=1),
    Column("goals", floor=5, yields=3, right=True, gap=1),
    Column("deadline, duty", floor=18, most=40, yields=4),
)
DEEPEST = 12
"""Levels that are indented; what lies deeper stands below them."""


class Outline:
    """What the tree needs to know of every section: what lies in it, and what it states for the tasks below it."""

    def __init__(self, plan: Plan, passages: Passages, room: int, *, titled: bool = True) -> None:
        self.plan = plan
        self.passages = passages
        self.room = room
        self.titled = titled
        self.tasks = {task.id: task for task in plan.tasks}
        self.counts: dict[str, Counter[str]] = {}
        self.deadlines: dict[str, list[Deadline]] = {}
        self.duties: dict[str, list[Responsibility]] = {}
        self.inner: dict[str, list[Task]] = {}
        sections = {section.id for part in plan.parts for section in below(part.sections)}
        for kind, items in (("tasks", plan.tasks), ("targets", plan.targets), ("goals", plan.goals)):
            for item in items:
                home = item.section if item.section in sections else part_of(item.id)
                self.counts.setdefault(home, Counter())[kind] += 1
        for task in plan.tasks:
            home = task.section if task.section in sections else task.part
            if task.id not in sections and home is not None:
                self.inner.setdefault(home, []).append(task)
            for deadline in task.deadlines:
                self.deadlines.setdefault(stated(deadline, task, sections), []).append(deadline)
            for duty in task.responsibilities:
                self.duties.setdefault(stated(duty, task, sections), []).append(duty)
        for part in plan.parts:
            self.counts[part.id] = sum(map(self.summed, part.sections), self.counts.get(part.id, Counter()))

    def summed(self, section: Section) -> Counter[str]:
        """What lies in a section and below it."""
        self.counts[section.id] = sum(map(self.summed, section.sections), self.counts.get(section.id, Counter()))
        return self.counts[section.id]

    def rows(self) -> Iterator[Row]:
        """The rows of all parts."""
        for part in self.plan.parts:
            if part is not self.plan.parts[0]:
                yield Row()
            yield from self.part(part)

    def part(self, part: Part) -> Iterator[Row]:
        """A part, its inner header, and its tree."""
        repeated = not self.titled and joined(part.title or "") == joined(self.plan.header.title or "")
        title = (part.genre or "") if repeated else (part.title or part.genre or "")
        yield Row((self.titled_part(part, title),), len(COLUMNS))
        if part.header is not None and summary(part.header):
            yield Row((ink(joined(summary(part.header)), "dim"),), len(COLUMNS))
        if self.counts[part.id].total():
            yield TITLES
        yield from self.branches(part.sections, self.inner.get(part.id, []), "", 1)

    def titled_part(self, part: Part, title: str) -> Cell:
        """Id, kind, title and the counts of a part, as far as they fit."""
        counts = tuple(
            piece
            for kind in KINDS
            if (count := self.counts[part.id][kind])
            for piece in (*ink("  "), *ink(str(count), "count"), *ink(f" {kind if count > 1 else kind[:-1]}", "dim"))
        )
        name = (*ink(f"{part.id} {part.kind}  ", "dim"), *ink(joined(title), "bold"))
        space = self.room - cell_width(counts)
        return (*cut_cell(name, space), *counts) if space >= 40 else cut_cell(name, self.room)

    def branches(self, sections: tuple[Section, ...], tasks: list[Task], indent: str, level: int) -> Iterator[Row]:
        """The sections, and the tasks that are paragraphs or rows of a table, in reading order."""
        items: list[Section | Task] = sorted([*sections, *tasks], key=lambda item: item.span[0])
        for item in items:
            last = item is items[-1]
            bars: Cell = (Piece(indent + ("└─ " if last else "├─ "), "dim"),)
            deeper = indent + ("   " if last else "│  ") if level < DEEPEST else indent
            if isinstance(item, Section):
                yield self.row((*bars, *self.name(item)), item.id)
                yield from self.branches(item.sections, self.inner.get(item.id, []), deeper, level + 1)
            else:
                self.counts[item.id] = Counter(tasks=1, targets=len(item.targets), goals=len(item.goals))
                yield self.row((*bars, *self.name(item)), item.id)

    def name(self, item: Section | Task) -> Cell:
        """Label and title, or how it begins; quiet where nothing is to be done in it."""
        repaired = isinstance(item, Section) and item.ordinal_source == "repaired"
        words = joined(item.title) if item.title else cut(self.opening(item), max(40, self.room // 2))
        quiet = "" if self.counts[item.id].total() else "dim"
        return (*ink(labelled(item.label), "warning" if repaired else "dim"), *ink(words, quiet))

    def opening(self, item: Section | Task) -> str:
        """How a section or task without a title begins."""
        return self.passages.opening(item) or (self.passages.opening(self.tasks[item.id]) if item.id in self.tasks else "")

    def row(self, name: Cell, home: str) -> Row:
        """A row: the name, what lies below, and what is stated there."""
        counts = (ink(str(self.counts[home][kind] or ""), "count") for kind in KINDS)
        dates, unit = when(self.deadlines.get(home, ())), first_unit(self.duties.get(home, ()))
        notes = (*ink(dates), *(ink("  ") if dates and unit else ()), *ink(unit, "dim"))
        return Row((name, *counts, notes))


def outline(plan: Plan, passages: Passages, room: int, *, titled: bool = True) -> Iterator[Cell]:
    """The lines of the tree; without `titled` the header has shown the title of the first part already."""
    yield from table(COLUMNS, list(Outline(plan, passages, room, titled=titled).rows()), room)


def below(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Sections and all that lie below them."""
    for section in sections:
        yield section
        yield from below(section.sections)


def part_of(name: str) -> str:
    """The part that an id begins with.

    >>> part_of("p2/2.7#1"), part_of("p2!1")
    ('p2', 'p2')
    """
    return re.split(r"[/#!¶]", name, maxsplit=1)[0]


def stated(fact: Deadline | Responsibility, task: Task, sections: set[str]) -> str:
    """Where a fact of a task is shown: at the section that states it, else at the task."""
    return fact.inherited_from if fact.inherited_from in sections else task.id
