"""Columns that fit a terminal: shrunk in the order in which they give way, and left out rather than unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydoc.cli.cell import Cell, Piece, cell_width, ink, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Column(NamedTuple):
    """One column and how it behaves where room is scarce."""

    title: str = ""
    floor: int = 4
    """It is not made narrower than this."""
    most: int = 1000
    """It does not ask for more than this, but takes what nobody else wants."""
    yields: int = 0
    """The highest gives way first, and is left out first; 0 is never left out."""
    right: bool = False
    gap: int = 2
    """Blanks before it."""


class Row(NamedTuple):
    """A line of the table; its first cell may span columns, the next cell then stands in the column after them."""

    cells: tuple[Cell, ...] = ()
    spanned: int = 1
    titles: bool = False
    """The titles of the columns that stand."""


TITLES = Row(titles=True)


def table(columns: Sequence[Column], rows: Sequence[Row], room: int) -> Iterator[Cell]:
    """The lines of a table; a row that spans all columns is left as it is."""
    real = [max((cell_width(cell) for row in rows for cell in own_cell(row, place)), default=0) for place in range(len(columns))]
    real = [found and max(found, cell_width(ink(column.title))) for found, column in zip(real, columns, strict=True)]
    widths = fitted(columns, real, rows, room)
    titles = Row(tuple(ink(column.title, "dim") for column in columns))
    for row in rows:
        if row.spanned >= len(columns):
            yield row.cells[0]
        else:
            yield line(columns, widths, titles if row.titles else row)


def own_cell(row: Row, place: int) -> Iterator[Cell]:
    """The cell of a row that stands in one column alone, if there is one.

    >>> row = Row((ink("（一）公厕改造"), ink("2024-09-30")), spanned=2)
    >>> [len(list(own_cell(row, place))) for place in range(3)]
    [0, 0, 1]
    """
    index = place if row.spanned == 1 else place - row.spanned + 1
    if 0 <= index < len(row.cells) and (index > 0 or row.spanned == 1):
        yield row.cells[index]


def fitted(columns: Sequence[Column], real: Sequence[int], rows: Sequence[Row], room: int) -> dict[int, int]:
    """The width of each column that stands."""
    order = sorted((place for place, wide in enumerate(real) if wide), key=lambda place: -columns[place].yields)
    while order:
        widths = {place: min(real[place], columns[place].most) for place in sorted(order)}
        excess = total(columns, widths) - room
        for place in order:
            give = max(0, min(excess, widths[place] - columns[place].floor))
            widths[place] -= give
            excess -= give
        if excess <= 0 or columns[order[0]].yields == 0:
            break
        order.pop(0)
    else:
        return {0: room}
    order.sort(key=lambda place: (columns[place].yields, -columns[place].most))
    for place in order:
        widths[place] += max(0, min(room - total(columns, widths), real[place] - widths[place]))
    for place in order:
        widths[place] += max(0, min(room - total(columns, widths), needed(columns, widths, place, rows)))
    return widths


def needed(columns: Sequence[Column], widths: dict[int, int], place: int, rows: Sequence[Row]) -> int:
    """What a column lacks for every cell that spans it to fit."""
    spans = (row for row in rows if place < row.spanned < len(columns) and row.spanned > 1)
    return max((cell_width(row.cells[0]) - spanned(columns, widths, row.spanned) for row in spans), default=0)


def total(columns: Sequence[Column], widths: dict[int, int]) -> int:
    """Columns of the terminal that a line takes."""
    return spanned(columns, widths, len(columns))


def spanned(columns: Sequence[Column], widths: dict[int, int], stop: int) -> int:
    """Columns of the terminal that the columns before `stop` take with the gaps between them."""
    places = [place for place in widths if place < stop]
    return sum(widths[place] for place in places) + sum(columns[place].gap for place in places[1:])


def line(columns: Sequence[Column], widths: dict[int, int], row: Row) -> Cell:
    """One line of the table."""
    pieces: list[Piece] = []
    for place, wide in widths.items():
        if pieces and place < row.spanned:
            continue
        if pieces:
            pieces.append(Piece(" " * columns[place].gap))
        if place < row.spanned:
            pieces += padded(row.cells[0] if row.cells else (), spanned(columns, widths, row.spanned) if row.spanned > 1 else wide)
        else:
            cell = next(own_cell(row, place), ())
            pieces += padded(cell, wide, right=columns[place].right)
    return tuple(pieces)
