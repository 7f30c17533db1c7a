"""目标表: the targets as CSV for a spreadsheet, one row each."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from policydoc.cli.passage import Passages, joined
from policydoc.cli.wording import number, units

if TYPE_CHECKING:
    from policydoc.model import Plan, Span, Target, Task

COLUMNS = (
    "id",
    "task",
    "task_label",
    "task_title",
    "kind",
    "of",
    "action",
    "object",
    "comparator",
    "value",
    "low",
    "high",
    "unit",
    "dimension",
    "change",
    "per",
    "baseline",
    "deadline",
    "lead",
    "responsible",
    "support",
    "commitment",
    "text",
)
"""Names and meanings are those of contract 1.0; `deadline` holds last days, or the words of a deadline without one."""

_NUMBERS = frozenset(("value", "low", "high"))
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these is a formula, or a command, to some spreadsheet."""


def sheet(plan: Plan) -> bytes:
    """目标表: UTF-8 with a byte order mark, so that Excel reads it as such; CRLF line ends (RFC 4180)."""
    passages = Passages(plan)
    tasks = {task.id: task for task in plan.tasks}
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for target in plan.targets:
        cells = record(target, tasks.get(target.task or ""), passages)
        rows.writerow([cells[name] if name in _NUMBERS else harmless(cells[name]) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula.

    >>> harmless("=1+1"), harmless("新建公厕")
    ("'=1+1", '新建公厕')
    """
    return "'" + cell if cell[:1] in _FORMULA and cell else cell


def record(target: Target, task: Task | None, passages: Passages) -> dict[str, str]:
    """The cells of one target by column."""
    duties = task.responsibilities if task else ()
    days = (deadline.date.isoformat() if deadline.date else joined(deadline.text) for deadline in target.deadlines)

    def whole(text: str | None, span: Span | None) -> str:
        return passages.words(text or "", span, None)

    return {
        "id": target.id,
        "task": target.task or "",
        "task_label": joined((task and task.label) or ""),
        "task_title": joined((task and task.title) or ""),
        "kind": target.kind,
        "of": target.of or "",
        "action": whole(target.action, target.action_span),
        "object": whole(target.object, target.object_span),
        "comparator": target.comparator,
        "value": number(target.value),
        "low": number(target.low),
        "high": number(target.high),
        "unit": joined(target.unit or ""),
        "dimension": target.dimension or "",
        "change": target.change,
        "per": joined(target.per or ""),
        "baseline": whole(target.baseline.text, target.baseline.span) if target.baseline else "",
        "deadline": "; ".join(dict.fromkeys(days)),
        "lead": "、".join(units(duties, "lead")),
        "responsible": "、".join(units(duties, "responsible")),
        "support": "、".join(units(duties, "support")),
        "commitment": target.commitment or "",
        "text": whole(target.text, target.span),
    }
