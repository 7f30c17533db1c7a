"""任务清单: the rows of a table that order something, with what their columns say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydoc.dates import Deadline, deadlines
from policydoc.layout import Line
from policydoc.model.fields import Span
from policydoc.tasks.assignments import value_groups
from policydoc.tasks.duties import Duty, settled
from policydoc.tasks.labels import Label
from policydoc.tasks.tables import Row, Table

Place = tuple[int, int, int]
"""A cell: the index of its line, and its start and end as folded line offsets."""

_NUMBER = re.compile(r"[(\[]?(?P<number>[0-9]{1,3})[)\]]?[.、]?")
_NUMBERED = re.compile(r"(?P<label>(?P<number>[0-9]{1,3})[.、])(?![0-9])")
_MEASURED = re.compile(r"[0-9]+(?:\.[0-9]+)?[万亿]?[^0-9A-Za-z,。;、()号]")
_TASK = re.compile(r"任务|实事|目标|内容|措施|举措|要求|工作|项目")
LONGEST_TITLE = 30
_DUE = "完成时限:"


@dataclass(frozen=True, slots=True)
class Order:
    """A row that orders something; `name` is `t1.r4`, to be put behind the part's id and a slash.

    `start` and `end` are the row's first and last filled cells; `reads` the cells whose numbers and promises count;
    `times` the cells of its deadline; `silent` those that say nothing about the order (进展, 备注, 电话).
    """

    name: str
    line: int
    start: int
    end: int
    label: Place | None
    ordinal: int | None
    title: Place | None
    group: Place | None
    reads: tuple[Place, ...]
    times: tuple[Place, ...]
    silent: tuple[Place, ...]
    duties: tuple[tuple[int, Duty], ...]
    more: tuple[int, ...] = ()
    """Lines that go on the row: the rest of its cells behind a page break."""


def is_task_list(lines: Sequence[Line], table: Table) -> bool:
    """Whether the rows of a table order something: it says what is to be done, and by whom, when or how much.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> [is_task_list(rows, tables(rows, 0, 2)[0]) for text in ("项目名称\\t责任单位\\n公厕\\t市城管局", "乡镇\\t总人口\\t备注\\n东原镇\\t3万人\\t")
    ...  for rows in [lines(text)]]
    [True, False]
    """
    items, contents = table.places("item"), table.places("content", "schedule")
    if table.places("indicator", "value"):
        return False
    if not (items or contents):
        return False
    if table.places("duty", "deadline"):
        return True
    titles = [lines[table.header].text[column.start : column.end] for column in table.columns] if table.header is not None else []
    return bool(contents and items) and any(_TASK.search(titles[place]) for place in (*items, *contents) if place < len(titles))


def orders(lines: Sequence[Line], table: Table, *, first_leads: bool = False) -> list[Order]:
    """The rows of a task list that order something, in order; none where the table is no task list.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> rows = lines("| 序号 | 项目名称 | 建设内容 | 牵头单位 | 完成时限 |\\n| 1 | 公厕 | 新建公厕8座 | 市城管局 | 9月底前 |")
    >>> [order] = orders(rows, tables(rows, 0, 2)[0])
    >>> order.name, order.ordinal, [duty.role for _, duty in order.duties], [rows[line].text[a:b] for line, a, b in order.reads]
    ('t1.r1', 1, ['lead'], ['公厕', '新建公厕8座'])
    """
    if not is_task_list(lines, table):
        return []
    found: list[Order] = []
    for row in table.rows:
        if row.kind == "data":
            order = _order(lines, table, row, first_leads)
            if order is not None:
                found.append(order)
        elif row.kind == "more" and found:
            found[-1] = _longer(lines, table, row, found[-1])
    return found


def cell_deadlines(lines: Sequence[Line], cell: Place, year: int | None, issued_on: datetime.date | None) -> list[Deadline]:
    """The deadlines of a cell of a 完成时限 column, as folded offsets of its line; a day or month there is the last.

    >>> from policydoc.layout import lines
    >>> [(due.kind, str(due.last), due.start) for due in cell_deadlines(lines("公厕\\t12月20日"), (0, 3, 9), 2025, None)]
    [('by', '2025-12-20', 3)]
    """
    line, start, end = cell
    found = []
    for due in deadlines(_DUE + lines[line].text[start:end], year, issued_on):
        if due.start >= len(_DUE):
            kind = "by" if due.kind == "during" and due.precision in ("day", "month") and due.first is None else due.kind
            found.append(replace(due, start=due.start - len(_DUE) + start, end=due.end - len(_DUE) + start, kind=kind))
    return found


def _order(lines: Sequence[Line], table: Table, row: Row, first_leads: bool) -> Order | None:
    text = lines[row.line].text
    filled = [place for place, (a, b) in enumerate(row.cells) if a < b]
    items = _filled(row, table.places("item"))
    contents = _filled(row, table.places("content", "schedule"))
    if not items and not contents:
        return None
    label, ordinal, skip = _label(lines, table, row)
    title = _title(lines, table, row, skip, bool(contents))
    category = next((place for place in (_above(row, index) for index in table.places("category")) if place is not None), None)
    group = _cell(row.group, lines) if row.group is not None else None
    reads = [(row.line, a + (skip if place in items and (a, b) == row.cells[items[0]] else 0), b) for place, (a, b) in _cells(row, items + contents)]
    return Order(
        f"t{table.rank}.r{row.rank}",
        row.line,
        row.cells[filled[0]][0],
        row.cells[filled[-1]][1],
        label,
        ordinal,
        title,
        group or category,
        tuple(place for place in sorted(reads) if place[1] < place[2]),
        tuple((row.line, a, b) for _, (a, b) in _cells(row, _filled(row, table.places("deadline")))),
        tuple((row.line, a, b) for _, (a, b) in _cells(row, _filled(row, _silent(table)))),
        tuple((row.line, duty) for duty in _duties(text, table, row, first_leads)),
    )
