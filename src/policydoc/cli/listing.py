"""任务 and 目标 as tables: each task with its deadline and duty, the targets below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydoc.cli.cell import cut_cell, ink
from policydoc.cli.passage import joined
from policydoc.cli.table import TITLES, Column, Row, table
from policydoc.cli.terminal import cut
from policydoc.cli.tree import below
from policydoc.cli.wording import amount, labelled, when, who
from policydoc.model import Section, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.cli.passage import Passages
    from policydoc.model import Part, Plan, Target

TASKS = (
    Column("task", floor=24, most=44),
    Column("targets", floor=7, yields=1, right=True),
    Column("goals", floor=5, yields=1, right=True, gap=1),
    Column("deadline", floor=10, most=18, yields=2),
    Column("duty", floor=12, most=44, yields=3),
)
TARGETS = (
    Column(floor=2, most=2),
    Column("action", floor=14, most=18, yields=1, gap=0),
    Column("object", floor=16, most=40),
    Column("amount", floor=14, most=20, right=True),
    Column(floor=8, most=16, gap=1),
    Column("deadline, duty", floor=18, most=50, yields=2),
)
NAMED = 5
"""Columns of a target's own, which the line of its task spans."""
DEEPEST = 4


def tasks(plan: Plan, passages: Passages, room: int) -> Iterator[Cell]:
    """One line for each task."""
    rows = [
        TITLES,
        *(
            Row(
                (
                    named(task.label, task.title or cut(passages.opening(task), max(40, room // 2)), ""),
                    ink(str(len(task.targets) or ""), "count"),
                    ink(str(len(task.goals) or ""), "count"),
                    ink(when(task.deadlines, stages=True)),
                    ink(who(task.responsibilities), "dim"),
                )
            )
            for task in plan.tasks
        ),
    ]
    yield from table(TASKS, rows, room) if plan.tasks else (ink("no tasks", "dim"),)


def targets(plan: Plan, passages: Passages, room: int) -> Iterator[Cell]:
    """One line for each target below the line of its task; parts, facets and milestones are indented below their target."""
    rows: list[Row] = [TITLES]
    at: Task | Section | Part | None = None
    homes: dict[str | None, Task | Section | Part] = {part.id: part for part in plan.parts}
    homes |= {section.id: section for part in plan.parts for section in below(part.sections)}
    known = {task.id: task for task in plan.tasks}
    whole = {target.id: target for target in plan.targets}
    depths: dict[str, int] = {}
    for target in plan.targets:
        task = known.get(target.task or "")
        home = task or homes.get(target.section) or homes.get(target.part)
        if home is not None and home is not at:
            rows.append(home_row(home, passages, room))
        at = home
        depths[target.id] = depth = min(depths.get(target.of or "", -1) + 1, DEEPEST)
        rows.append(target_row(target, whole.get(target.of or ""), task, passages, depth, room))
    yield from table(TARGETS, rows, room) if plan.targets else (ink("no targets", "dim"),)


def named(label: str | None, words: str, style: str) -> Cell:
    """Label and title."""
    return (*ink(labelled(label), "dim"), *ink(joined(words), style))


def home_row(home: Task | Section | Part, passages: Passages, room: int) -> Row:
    """The line of a task, or of the section or part that states targets outside any task."""
    if isinstance(home, Task):
        words = home.title or cut(passages.opening(home), max(40, room // 2))
        dates, duty = when(home.deadlines), who(home.responsibilities)
        notes = (*ink(dates), *(ink("  ") if dates and duty else ()), *ink(duty, "dim"))
        return Row((named(home.label, words, "bold"), notes), NAMED if notes else len(TARGETS))
    if isinstance(home, Section):
        return Row((named(home.label, home.title or passages.opening(home), "bold"),), len(TARGETS))
    return Row((named(home.id, home.title or home.genre or "", "bold"),), len(TARGETS))


def target_row(target: Target, above: Target | None, task: Task | None, passages: Passages, depth: int, room: int) -> Row:
    """The line of a target; action and deadline where they are not those of what stands above it."""
    digits, unit = amount(target, passages.words(target.quantity.text, target.quantity.span))
    action = "" if above is not None and target.action == above.action else passages.words(target.action or "", target.action_span)
    branch = ink("  " * (depth - 1) + "└ ", "dim") if depth else ()
    counted = ink(passages.words(target.object or "", target.object_span)) or ink(passages.words(target.text, target.span), "dim")
    own = when(target.deadlines)
    return Row(
        (
            ink("  "),
            ink(action),
            cut_cell((*branch, *counted), max(40, room * 2 // 5)),
            ink(digits, "count"),
            ink(unit),
            ink(own if task is None or own != when(task.deadlines) else ""),
        )
    )
