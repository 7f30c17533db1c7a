"""表格: the tables of a page, told apart: data, pairs of key and value, or mere layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from policydoc.rules.patterns import pattern
from policydoc.source.web.elements import Element
from policydoc.source.web.markup import Page
from policydoc.source.web.metadata import Pair, table_pairs

Kind = Literal["data", "pairs", "layout"]

WIDEST = 200
"""Columns of a table that are told apart."""

_INTEGER = pattern(r"\s*([0-9]{1,4})")
_SMALL = 4000
_ARTICLE = 600
_SHORT_ROW = 80


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its kind; its rows (a cell's text, empty where a span of rows or columns covers the place); its pairs."""

    kind: Kind
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""
    pairs: tuple[Pair, ...] = ()
    joined: frozenset[int] = frozenset()
    """Of a layout table: the rows (where they start) whose few short cells stand on one line."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Running totals over the events of a page, so that any element is measured by two look-ups."""

    characters: Sequence[int]
    tables: Sequence[int]
    blocks: Sequence[int]
    linked: Sequence[int]
    """Characters in links."""

    def of(self, totals: Sequence[int], page: Page, start: int) -> int:
        """How many stand inside the element that starts at a place."""
        return totals[page.ends[start]] - totals[start + 1]


def measure(page: Page) -> Measure:
    """The running totals of a page.

    >>> from policydoc.source.web.markup import read_page
    >>> page = read_page("<p>新建公厕<a href=1>8 座</a></p>")
    >>> totals = measure(page)
    >>> totals.of(totals.characters, page, 0), totals.of(totals.linked, page, 0)
    (6, 2)
    """
    events = page.events
    sizes = [len("".join(event.split())) if isinstance(event, str) else 0 for event in events]
    until = 0
    linked = []
    for place, event in enumerate(events):
        if isinstance(event, Element) and event.is_link:
            until = max(until, page.ends[place])
        linked.append(sizes[place] if place < until else 0)
    return Measure(
        list(accumulate(sizes, initial=0)),
        list(accumulate((isinstance(event, Element) and event.name == "table" for event in events), initial=0)),
        list(accumulate((isinstance(event, Element) and event.is_block for event in events), initial=0)),
        list(accumulate(linked, initial=0)),
    )


def _number(element: Element, name: str, most: int) -> int:
    found = _INTEGER.match(element.attributes.get(name, ""))
    return min(max(int(found[1]), 1), most) if found else 1


def _rows(page: Page, start: int) -> list[tuple[int, list[int]]]:
    """The rows of a table and their cells, by where they start; those of tables inside it are not its own."""
    rows: list[tuple[int, list[int]]] = []
    place = start + 1
    while place < page.ends[start]:
        event = page.events[place]
        if isinstance(event, Element):
            if event.name == "table":
                place = page.ends[place]
            elif event.name == "tr":
                rows.append((place, []))
            elif event.name in ("td", "th"):
                if not rows:
                    rows.append((place, []))
                rows[-1][1].append(place)
        place += 1
    return rows


def _laid_out(page: Page, rows: Sequence[Sequence[int]]) -> list[list[int | None]]:
    """The rows with None where a cell of a span covers the place."""
    covered: dict[int, int] = {}
    """Column → how many further rows a cell from above reaches into."""
    out: list[list[int | None]] = []
    for number, row in enumerate(rows):
        line: list[int | None] = []
        begun: dict[int, int] = {}
        for cell in row:
            while len(line) < WIDEST and len(line) in covered:
                line.append(None)
            if len(line) >= WIDEST:
                break
            element = page.events[cell]
            assert isinstance(element, Element)
            column = len(line)
            width = min(_number(element, "colspan", WIDEST), WIDEST - column)
            height = _number(element, "rowspan", len(rows) - number)
            line.extend([cell, *([None] * (width - 1))])
            if height > 1:
                begun.update(dict.fromkeys(range(column, column + width), height - 1))
        out.append(line)
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | begun
    return out


def _texts(page: Page, size: Mapping[int, int], laid: Sequence[Sequence[int | None]]) -> tuple[tuple[str, ...], ...]:
    """The cells' texts, without rows and columns that are empty throughout."""
    width = max(map(len, laid), default=0)
    filled = sorted({column for line in laid for column, cell in enumerate(line) if cell is not None and size[cell]})
    texts = []
    for line in laid:
        cells = [line[column] if column < len(line) else None for column in filled] if width else []
        if any(cell is not None and size[cell] for cell in cells):
            texts.append(tuple("" if cell is None else page.text(cell).replace("|", " ").strip() for cell in cells))
    return tuple(texts)


def _caption(page: Page, start: int) -> str:
    """The caption of a table: its first child where it has one."""
    for place in range(start + 1, page.ends[start]):
        event = page.events[place]
        if isinstance(event, Element):
            return page.text(place) if event.name == "caption" else ""
    return ""


def read_grid(page: Page, start: int, totals: Measure) -> Grid:
    """The table that starts at a place.

    >>> from policydoc.source.web.markup import read_page
    >>> page = read_page("<table><tr><td rowspan=2>农业<td>水稻<td>8万亩<tr><td>小麦<td>5万亩</table>")
    >>> read_grid(page, 0, measure(page)).rows
    (('农业', '水稻', '8万亩'), ('', '小麦', '5万亩'))
    """
    rows = _rows(page, start)
    cells = [cell for _, row in rows for cell in row]
    size = {cell: totals.of(totals.characters, page, cell) for cell in cells}
    nested = {cell for cell in cells if totals.of(totals.tables, page, cell)}
    whole = sum(size.values())
    if whole <= _SMALL and not nested:
        pairs = table_pairs([[page.text(cell) for cell in row] for _, row in rows])
        if pairs is not None:
            return Grid("pairs", pairs=tuple(pairs))
    several = sum(sum(size[cell] > 0 for cell in row) >= 2 for _, row in rows)
    inner = sum(size[cell] for cell in nested)
    largest = max(cells, key=size.__getitem__, default=None)
    article = (
        largest is not None and size[largest] > _ARTICLE and size[largest] > 0.6 * whole and totals.of(totals.blocks, page, largest) >= 8
    )
    if several >= 2 and not article and (not nested or (several >= 3 and inner <= 0.2 * whole)):
        return Grid("data", _texts(page, size, _laid_out(page, [row for _, row in rows])), _caption(page, start))
    joined = frozenset(
        place
        for place, row in rows
        if sum(size[cell] > 0 for cell in row) >= 2
        and sum(size[cell] for cell in row) <= _SHORT_ROW
        and not any(cell in nested or totals.of(totals.linked, page, cell) or totals.of(totals.blocks, page, cell) > 1 for cell in row)
    )
    return Grid("layout", joined=joined)
