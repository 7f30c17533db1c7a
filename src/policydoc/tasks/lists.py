"""清单任务: the rows of task lists as tasks, found again by their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from policydoc.layout import Line
from policydoc.layout.glued import is_glued
from policydoc.layout.marks import MARKER
from policydoc.model.fields import Span
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.tasks import entries
from policydoc.tasks.cards import Card, card_orders
from policydoc.tasks.places import Places
from policydoc.tasks.rows import Order, Place, orders
from policydoc.tasks.tables import Row, Table

Entry = dict[str, Any]

_NOTE = pattern(r"[(\[]?(?:注|备注|说明|附注|填表说明|表注)[)\]]?[:0-9]")
LONGEST_NOTE = 8
"""Lines of a note."""
_SILENT = {"progress": "achievement", "money": "funding", "person": "contact", "number": "ordinal", "score": "score"}
"""What a number is in a column that orders nothing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row that orders something, the task that it is, and its cells with the roles of their columns."""

    order: Order
    task: Entry
    cells: tuple[tuple[int, Span, str], ...]

    def role(self, line: int, place: int) -> str:
        """What the column of a cell holds."""
        return next((role for where, (start, end), role in self.cells if where == line and start <= place < end), "")

    def silent(self, line: int, place: int) -> str | None:
        """The kind of a number in a cell that does not say what is to be done (进展, 备注); None in one that does."""
        if any(where == line and start <= place < end for where, start, end in (*self.order.reads, *self.order.times)):
            return None
        return _SILENT.get(self.role(line, place), "unknown")


def listed(
    content: str, lines: Sequence[Line], part: str, sheets: Sequence[Table], places: Places, *, first_leads: bool
) -> dict[int, Listed]:
    """The tasks of all task lists among some tables, by the index of each of their lines."""
    found: dict[int, Listed] = {}
    for table in sheets:
        rows = {row.line: row for row in table.rows}
        for order in orders(lines, table, first_leads=first_leads):
            own = (order.line, *order.more)
            cells = tuple(cell for line in own for cell in _cells(table, rows[line]))
            found.update(dict.fromkeys(own, Listed(order, _task(content, lines, part, order, places), cells)))
    return found


def carded(
    content: str, lines: Sequence[Line], part: str, found: Sequence[Card], rank: int, places: Places, *, first_leads: bool
) -> dict[int, Listed]:
    """The tasks that cards are, by the index of each of their lines; `rank` is the number of the cards among the part's tables.

    A card alone in a numbered section tells about that section, which is the task.
    """
    made: dict[int, Listed] = {}
    homes = [places.node_at(lines[card.lines[0]].start) for card in found]
    found = [card for card, home in zip(found, homes, strict=True) if home is None or sum(other is home for other in homes) > 1]
    for order, values in card_orders(lines, found, rank, first_leads=first_leads):
        entry = Listed(order, _task(content, lines, part, order, places), tuple(values))
        made.update(dict.fromkeys((order.line, *order.more), entry))
    return made


def glued(lines: Sequence[Line], sheets: Sequence[Table]) -> Iterator[Entry]:
    """The diagnostics of rows whose cells stand without borders."""
    for table in sheets:
        for row in table.rows:
            if row.kind == "data" and is_glued(lines[row.line]):
                yield diagnostic("O020", lines[row.line].span(0, len(lines[row.line].text)))


def notes(lines: Sequence[Line], sheets: Sequence[Table]) -> Iterator[int]:
    """The lines below a table that explain it: 注：…, 备注：…, with the lines that go on them."""
    for table in sheets:
        below = [index for index in range(table.last, min(table.last + LONGEST_NOTE, len(lines))) if lines[index].role == "text"]
        told = bool(below) and _NOTE.match(lines[below[0]].text) is not None
        for place, index in enumerate(below if told else ()):
            if place and (MARKER.match(lines[index].text) or lines[below[place - 1]].text[-1] == "。"):
                break
            yield index


def _cells(table: Table, row: Row) -> list[tuple[int, Span, str]]:
    return [(row.line, cell, column.role) for cell, column in zip(row.cells, table.columns, strict=False)]


def _task(content: str, lines: Sequence[Line], part: str, order: Order, places: Places) -> Entry:
    start, end = lines[order.line].span(order.start, order.end)
    places_in_row = lines[order.line].at[order.start : order.end]
    if not isinstance(places_in_row, range):
        end = max(end, max(places_in_row, default=0) + 1)  # of a drawn table the cells stand side by side
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
