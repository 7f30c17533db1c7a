"""清单任务: the rows of task lists as tasks, found again by their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policydoc.layout import Line
from policydoc.model.fields import Span
from policydoc.tasks import entries
from policydoc.tasks.places import Places
from policydoc.tasks.rows import Order, Place, orders
from policydoc.tasks.tables import Row, Table, tables

Entry = dict[str, Any]

_SILENT = {"progress": "achievement", "money": "funding", "person": "contact", "number": "ordinal", "score": "score"}
"""What a number is in a column that orders nothing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row that orders something, the task that it is, and its cells with the roles of their columns."""

    order: Order
    task: Entry
    cells: tuple[tuple[int, Span, str], ...]

    def silent(self, line: int, place: int) -> str | None:
        """The kind of a number in a cell that does not say what is to be done (进展, 备注); None in one that does."""
        if any(where == line and start <= place < end for where, start, end in (*self.order.reads, *self.order.times)):
            return None
        role = next((role for where, (start, end), role in self.cells if where == line and start <= place < end), "")
        return _SILENT.get(role, "unknown")


def listed(
    content: str, lines: Sequence[Line], part: str, bounds: tuple[int, int], places: Places, *, first_leads: bool
) -> dict[int, Listed]:
    """The tasks of all task lists between two lines, by the index of each of their lines."""
    found: dict[int, Listed] = {}
    for table in tables(lines, *bounds):
        rows = {row.line: row for row in table.rows}
        for order in orders(lines, table, first_leads=first_leads):
            own = (order.line, *order.more)
            cells = tuple(cell for line in own for cell in _cells(table, rows[line]))
            found.update(dict.fromkeys(own, Listed(order, _task(content, lines, part, order, places), cells)))
    return found


def _cells(table: Table, row: Row) -> list[tuple[int, Span, str]]:
    return [(row.line, cell, column.role) for cell, column in zip(row.cells, table.columns, strict=False)]


def _task(content: str, lines: Sequence[Line], part: str, order: Order, places: Places) -> Entry:
    start, end = lines[order.line].span(order.start, order.end)
    if order.more:
        end = max(end, lines[order.more[-1]].end)
    above = places.node_at(start)
    label, title = _words(content, lines, order.label), _words(content, lines, order.title)
    text = content[start:end]
    return {
        "id": f"{part}/{order.name}",
        "key": entries.key(title, text),
        "part": part,
        "section": above.id if above else None,
        "path": (*(above.path if above else ()), label or title or order.name),
        "label": label,
        "ordinal": order.ordinal,
        "title": title,
        "text": text,
        "span": (start, end),
        "responsibilities": [entry for line, duty in order.duties if (entry := entries.duty(content, lines[line], duty))["units"]],
        "deadlines": [],
        "targets": [],
        "goals": [],
    }


def _words(content: str, lines: Sequence[Line], place: Place | None) -> str | None:
    if place is None:
        return None
    line, start, end = place
    return "".join(content[offset] for offset in lines[line].at[start:end] if not content[offset].isspace()) or None
