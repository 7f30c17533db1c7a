"""行: a plan → the rows of the archive's tables. Pure: the same plan and name give the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policydoc.archive.columns import TABLES, Status
from policydoc.archive.decimals import fitting
from policydoc.archive.documents import document_row, unread_row

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from policydoc.model import Deadline, Goal, Plan, Target, Task

Row = dict[str, Any]

LONGEST_QUOTE: Final = 80
"""Characters of a diagnostic's quote."""


def rows(plan: Plan, name: str, *, year: int | None = None) -> dict[str, list[Row]]:
    r"""表行: table → its rows, in reading order; every row has every column. Without `year`, its own years file the plan.

    >>> from policydoc.parser import parse
    >>> plan = parse("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。责任单位：市城管局、市规划局")
    >>> tables = rows(plan, "2024/a.txt")
    >>> [(row["name"], row["value"], row["unit"]) for row in tables["targets"]]
    [('2024/a.txt', Decimal('8'), '个')]
    >>> [(row["role"], row["unit"]) for row in tables["responsibilities"]]
    [('responsible', '市城管局'), ('responsible', '市规划局')]
    """
    head, prefix = {"name": name, "document": plan.id}, plan.id + ":"
    return {
        "documents": [document_row(plan, name, year)],
        "tasks": [{**head, **_task(task, prefix)} for task in plan.tasks],
        "targets": [_target(target, head, prefix) for target in plan.targets],
        "goals": [{**head, **_goal(goal, prefix)} for goal in plan.goals],
        "responsibilities": [{**head, **row} for task in plan.tasks for row in _responsibilities(task, prefix)],
        "deadlines": list(_deadlines(plan, head, prefix)),
        "diagnostics": [{**head, **row} for row in _diagnostics(plan)],
    }


def unread(
    name: str, status: Status, error: str, *, sha256: str | None = None, size: int | None = None, year: int | None = None
) -> dict[str, list[Row]]:
    """未读: the tables of a file without a plan: one row in `documents`, with the reason.

    >>> {table: len(found) for table, found in unread("a.doc", "refused", "a Word file; save it as text first").items() if found}
    {'documents': 1}
    """
    return {table: [] for table in TABLES} | {"documents": [unread_row(name, status, error, sha256, size, year)]}


def _task(task: Task, prefix: str) -> Row:
    return {
        "id": prefix + task.id,
        "key": task.key,
        "part": prefix + task.part,
        "section": task.section and prefix + task.section,
        "path": list(task.path),
        "label": task.label,
        "ordinal": task.ordinal,
        "title": task.title,
        "text": task.text,
        "span_start": task.span[0],
        "span_end": task.span[1],
    }


def _target(target: Target, head: Row, prefix: str) -> Row:
    baseline, low, high, of, deadlines = target.baseline, target.low, target.high, target.of, target.deadlines
    start, end = target.span
    return {  # the most frequent rows: one dictionary each, and no call that would give null
        **head,
        "id": prefix + target.id,
        "task": target.task and prefix + target.task,
        "section": target.section and prefix + target.section,
        "part": target.part and prefix + target.part,
        "kind": target.kind,
        "of": None if of is None else prefix + of,
        "text": target.text,
        "span_start": start,
        "span_end": end,
        "quantity": target.quantity.text,
        "action": target.action,
        "object": target.object,
        "comparator": target.comparator,
        "value": fitting(target.value),
        "low": None if low is None else fitting(low),
        "high": None if high is None else fitting(high),
        "unit": target.unit,
        "unit_text": target.unit_text,
        "dimension": target.dimension,
        "base_value": fitting(target.base_value),
        "base_unit": target.base_unit,
        "change": target.change,
        "per": target.per,
        "baseline": baseline.text if baseline else None,
        "baseline_value": fitting(baseline.value) if baseline else None,
        "baseline_unit": baseline.unit if baseline else None,
        "baseline_period": baseline.period if baseline else None,
        "commitment": target.commitment,
        "binding": target.binding,
        "deadline": _latest(deadlines) if deadlines else None,
    }


def _goal(goal: Goal, prefix: str) -> Row:
    return {
        "id": prefix + goal.id,
        "task": goal.task and prefix + goal.task,
        "section": goal.section and prefix + goal.section,
        "kind": goal.kind,
        "text": goal.text,
        "span_start": goal.span[0],
        "span_end": goal.span[1],
    }


def _latest(deadlines: Sequence[Deadline]) -> datetime.date | None:
    return max((deadline.date for deadline in deadlines if deadline.date), default=None)


def _responsibilities(task: Task, prefix: str) -> Iterator[Row]:
    for number, duty in enumerate(task.responsibilities, 1):
        shared = {
            "text": duty.text,
            "span_start": duty.span[0],
            "span_end": duty.span[1],
            "inherited_from": duty.inherited_from and prefix + duty.inherited_from,
        }
        for unit in duty.units or (None,):
            yield {"task": prefix + task.id, "number": number, "role": duty.role, "unit": unit, **shared}


def _deadlines(plan: Plan, head: Row, prefix: str) -> Iterator[Row]:
    owners: list[tuple[str | None, str | None, Sequence[Deadline]]] = [(task.id, None, task.deadlines) for task in plan.tasks]
    owners += [(target.task, target.id, target.deadlines) for target in plan.targets]
    for task, target, deadlines in owners:
        owner = {**head, "task": task and prefix + task, "target": target and prefix + target} if deadlines else {}
        for number, deadline in enumerate(deadlines, 1):
            start, end = deadline.span
            yield {
                **owner,
                "number": number,
                "kind": deadline.kind,
                "start": deadline.start,
                "date": deadline.date,
                "precision": deadline.precision,
                "stage": deadline.stage,
                "text": deadline.text,
                "span_start": start,
                "span_end": end,
                "inherited_from": deadline.inherited_from and prefix + deadline.inherited_from,
            }


def _diagnostics(plan: Plan) -> Iterator[Row]:
    content = plan.text.content
    for number, found in enumerate(plan.diagnostics, 1):
        start, end = found.span or (None, None)
        quote = None if content is None or start is None or end is None else content[start : min(end, start + LONGEST_QUOTE)]
        yield {
            "number": number,
            "code": found.code,
            "severity": found.severity,
            "blame": found.blame,
            "message": found.message,
            "quote": quote,
            "span_start": start,
            "span_end": end,
        }
