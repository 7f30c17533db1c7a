"""框线: the ruled lines of a page → its tables, each a grid whose cells know how far they reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_NEAR = 3.0
"""Points by which the ends of lines that meet may miss each other, and by which one line is drawn twice."""
_SHORTEST = 4.0
MOST = 20_000
"""Lines of a page that are looked at."""
_MOST_LINES = 1_000
"""Lines of one direction on a page with tables, once those that touch are one."""
_MOST_TABLES = 100
_LARGEST = 20_000
"""Cells of a grid."""


class Rule(NamedTuple):
    """A line across the page (`flat`) or down it: its place, where it begins and where it ends."""

    flat: bool
    place: float
    start: float
    end: float


class Grid(NamedTuple):
    """A ruled table: the edges of its columns and rows, and for each place of the grid the first place of its cell."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[tuple[int, int], ...], ...]

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell, by row and column of its first place, in which a point lies."""
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[0] <= y <= self.rows[-1]):
            return None
        column = min(bisect_right(self.columns, x), len(self.columns) - 1) - 1
        row = min(bisect_right(self.rows, y), len(self.rows) - 1) - 1
        return self.cells[row][column]

    def width(self, row: int, column: int) -> float:
        """The width of the cell that begins at a place."""
        last = max(other for other, first in enumerate(self.cells[row]) if first == (row, column))
        return self.columns[last + 1] - self.columns[column]


def rule(left: float, top: float, right: float, bottom: float) -> Rule | None:
    """The line that a thin box is; None where it is none.

    >>> rule(10, 20, 200, 20.5)
    Rule(flat=True, place=20.25, start=10, end=200)
    """
    wide, high = right - left, bottom - top
    if wide < _NEAR and high >= _SHORTEST and high > 2 * wide:
        return Rule(False, (left + right) / 2, top, bottom)
    if high < _NEAR and wide >= _SHORTEST and wide > 2 * high:
        return Rule(True, (top + bottom) / 2, left, right)
    return None


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines of one direction, with those that lie on or touch each other made one."""
    found: list[Rule] = []
    group: list[Rule] = []

    def close() -> None:
        place = sum(each.place for each in group) / len(group)
        start, end = group[0].start, group[0].end
        for each in sorted(group, key=lambda each: each.start):
            if each.start > end + _NEAR:
                found.append(Rule(each.flat, place, start, end))
                start, end = each.start, each.end
            start, end = min(start, each.start), max(end, each.end)
        found.append(Rule(group[0].flat, place, start, end))

    for each in sorted(rules, key=lambda each: each.place):
        if group and each.place > group[-1].place + _NEAR:
            group.sort(key=lambda each: each.start)
            close()
            group = []
        group.append(each)
    if group:
        group.sort(key=lambda each: each.start)
        close()
    return found


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The ruled tables of a page, from top to bottom: lines that meet, at least two of each direction.

    >>> box = [Rule(True, y, 0, 100) for y in (0, 20, 40)] + [Rule(False, x, 0, 40) for x in (0, 50, 100)]
    >>> grids(box)[0].columns, grids(box)[0].at(60, 30)
    ((0.0, 50.0, 100.0), (1, 1))
    """
    flat = _merged(each for each in rules[:MOST] if each.flat)
    down = _merged(each for each in rules[:MOST] if not each.flat)
    if max(len(flat), len(down)) > _MOST_LINES:
        return []
    group = list(range(len(flat) + len(down)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    flat.sort(key=lambda each: each.place)
    places = [each.place for each in flat]
    for number, each in enumerate(down):
        first = bisect_right(places, each.start - _NEAR)
        for other in range(first, bisect_right(places, each.end + _NEAR)):
            if flat[other].start - _NEAR <= each.place <= flat[other].end + _NEAR:
                group[root(other)] = root(len(flat) + number)
    tables: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, each in enumerate([*flat, *down]):
        tables.setdefault(root(number), ([], []))[0 if each.flat else 1].append(each)
    found = [grid for across, along in tables.values() if (grid := _grid(across, along)) is not None]
    return sorted(found, key=lambda grid: (grid.rows[0], grid.columns[0]))[:_MOST_TABLES]


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place > found[-1] + _NEAR:
            found.append(float(place))
    return tuple(found)


def _grid(across: Sequence[Rule], along: Sequence[Rule]) -> Grid | None:
    """The grid of lines that meet; None where they enclose no two cells."""
    if len(across) < 2 or not along:
        return None
    columns = _edges([*(each.place for each in along), min(each.start for each in across), max(each.end for each in across)])
    rows = _edges([*(each.place for each in across), min(each.start for each in along), max(each.end for each in along)])
    wide, high = len(columns) - 1, len(rows) - 1
    if wide < 1 or high < 1 or wide * high < 2 or wide * high > _LARGEST:
        return None
    right_wall = [[False] * wide for _ in range(high)]
    low_wall = [[False] * wide for _ in range(high)]
    for each in along:
        column = bisect_right(columns, each.place + _NEAR) - 2
        if 0 <= column < wide:
            for row in range(high):
                right_wall[row][column] |= each.start - _NEAR <= (rows[row] + rows[row + 1]) / 2 <= each.end + _NEAR
    for each in across:
        row = bisect_right(rows, each.place + _NEAR) - 2
        if 0 <= row < high:
            for column in range(wide):
                low_wall[row][column] |= each.start - _NEAR <= (columns[column] + columns[column + 1]) / 2 <= each.end + _NEAR
    return Grid(columns, rows, _cells(right_wall, low_wall))


def _cells(right_wall: Sequence[Sequence[bool]], low_wall: Sequence[Sequence[bool]]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The first place of the cell of each place, given where walls stand."""
    high, wide = len(low_wall), len(low_wall[0])
    found: list[list[tuple[int, int] | None]] = [[None] * wide for _ in range(high)]
    for row in range(high):
        for column in range(wide):
            if found[row][column] is not None:
                continue
            last = column
            while last + 1 < wide and not right_wall[row][last] and found[row][last + 1] is None:
                last += 1
            low = row
            while low + 1 < high and not any(low_wall[low][column : last + 1]):
                low += 1
            for inner in range(row, low + 1):
                for place in range(column, last + 1):
                    found[inner][place] = (row, column)
    return tuple(tuple(first or (row, column) for column, first in enumerate(line)) for row, line in enumerate(found))
