"""部分: what is known of one part while it is read."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from policydoc.model.fields import Span
from policydoc.outline.nodes import Node
from policydoc.tasks.inheritance import Stated
from policydoc.tasks.places import Places, heads
from policydoc.tasks.selection import kind_of

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.parts import Part
    from policydoc.tasks.amounts import Amount
    from policydoc.tasks.lists import Listed

Entry = dict[str, Any]


class Declared(NamedTuple):
    """申报数: how many tasks or sections the document says it has, above the first of them or in a heading."""

    number: int
    span: Span
    unit: str
    part: str
    node: Node | None
    """The section whose heading declares it, or in which it stands."""
    heading: bool


@dataclass
class Reading:
    """What the parts of a document order."""

    tasks: list[Entry] = field(default_factory=list)
    targets: list[Entry] = field(default_factory=list)
    goals: list[Entry] = field(default_factory=list)
    figures: list[Entry] = field(default_factory=list)
    diagnostics: list[Entry] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)


class Scope:
    """One part: its lines and sections, the tasks found in it, and what is stated above them."""

    def __init__(
        self,
        content: str,
        lines: Sequence[Line],
        named: tuple[str, Part, Sequence[Node]],
        times: tuple[int | None, datetime.date | None],
        unread: Sequence[Span],
        reading: Reading,
    ) -> None:
        self.content, self.lines, self.reading = content, lines, reading
        self.name, self.part, self.tree = named
        self.year, self.issued_on = times
        self.first_year = self.part.plan_years[0] if self.part.plan_years else self.year
        """The first year of the plan: what a sentence says of an earlier one is a report."""
        self.unread = unread
        """Damaged stretches that stand as they came: no number in them is believed."""
        self.places = Places(self.tree)
        self.heads = heads(self.tree)
        self.kinds = {node.id: kind_of(node) for node in self.tree}
        """frame, support, past, rules or "" for each section."""
        self.rows: dict[int, Listed] = {}
        self.amounts: dict[int, list[Amount]] = {}
        """The cells of each line that are targets by their column."""
        self.notes: frozenset[int] = frozenset()
        """Lines that explain a table: their numbers are no targets."""
        self.targets: list[Entry] = []
        self.periods: dict[str, Entry] = {}
        """The period that a paragraph of a section of aims set, by section."""
        self.stated_duties: list[Stated] = []
        self.stated_deadlines: list[Stated] = []
        self._counts: Counter[str] = Counter()
        self._starts: dict[int, list[int]] = {}

    def doubts(self, span: Span) -> bool:
        """Whether a stretch of the content touches one that nobody could read."""
        return any(start < span[1] and span[0] < end for start, end in self.unread)

    def kind_at(self, place: int) -> str:
        """What kind of section a place stands in."""
        node = self.places.node_at(place)
        return self.kinds[node.id] if node is not None else ""

    def item_start(self, index: int, offset: int) -> int:
        """Where in a line the last item begins that begins at or before a folded offset; 0 where none does."""
        starts = self._starts.get(index)
        if starts is None:
            starts = self._starts[index] = sorted(node.section.start for node in self.heads.get(index, ()))
        rank = bisect_right(starts, offset) - 1
        return starts[rank] if rank >= 0 else 0

    def home(self, place: int, mark: str) -> tuple[Node | None, Entry | None, str]:
        """Section and task of a place, and the next free id there: p2/2.7#1."""
        node, task = self.places.node_at(place), self.places.task_at(place)
        home = task["id"] if task else node.id if node else self.name
        self._counts[home + mark] += 1
        return node, task, f"{home}{mark}{self._counts[home + mark]}"
