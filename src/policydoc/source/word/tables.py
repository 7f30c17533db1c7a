"""表格: the cells of a Word table by row and column, as the tables of web pages are given.

A row is a line, its cells parted by tabs; columns that are empty throughout are left out. In the rows that a merged cell covers it
shows itself by 〃, put in as an edit: without it the place is empty, as the file has it.
A table that holds the whole text (a frame around it, a letterhead) is no table: its paragraphs are lines of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from policydoc.source.word.blocks import Cell, Row, Table

Laid: TypeAlias = "list[list[Cell | None]]"
WIDEST = 200
"""Columns of a table that are told apart."""
SLIVER = 150
"""Twentieths of a point: edges of columns nearer to each other than a quarter of a centimetre are one edge that was drawn twice."""

_ARTICLE = 600
_SHORT_ROW = 80


def rows_of(table: Table) -> list[Row]:
    """The rows of a table that were not deleted and have cells."""
    return [row for row in table.rows if not row.deleted and row.cells]


def laid_out(table: Table) -> Laid:
    """The rows with their cells by column, None where a cell of several columns covers the place.

    >>> first, second = Row([Cell(), Cell(span=2)]), Row([Cell(), Cell(), Cell()])
    >>> [[cell is not None for cell in row] for row in laid_out(Table([], [first, second]))]
    [[True, True, False], [True, True, True]]
    """
    rows = rows_of(table)
    counts = {len(row.cells) for row in rows if len(row.cells) > 1}
    if len(counts) <= 1 and not any(row.before for row in rows):
        return [list(row.cells[:WIDEST]) for row in rows]
    columns = _columns(table.widths)
    out: Laid = []
    for row in rows:
        line: list[Cell | None] = []
        edge = row.before
        for cell in row.cells:
            column = columns(edge)
            if column >= WIDEST:
                break
            line += [None] * (column - len(line))
            if len(line) > column:
                line += [None]  # a cell no wider than a sliver
            line.append(cell)
            edge += cell.span
        out.append(line + [None] * (min(columns(edge), WIDEST) - len(line)))
    return out


def _columns(widths: Sequence[int]) -> Callable[[int], int]:
    """The way from an edge of the grid to a column: edges that nearly meet are one."""
    found = [0]
    since = 0
    for width in widths:
        since += width
        apart = since >= SLIVER or width == 0
        found.append(found[-1] + apart)
        since = 0 if apart else since
    return lambda edge: found[edge] if edge < len(found) else found[-1] + edge - len(found) + 1


def is_data(laid: Laid, size: Callable[[Cell], int], blocks: Callable[[Cell], int], nested: Callable[[Cell], int]) -> bool:
    """Whether a table holds data: several rows of several cells, none of which is an article or holds much of another table."""
    cells = [cell for row in laid for cell in row if cell is not None]
    whole = sum(map(size, cells))
    several = sum(sum(cell is not None and size(cell) > 0 for cell in row) >= 2 for row in laid)
    largest = max(cells, key=size, default=None)
    inner = sum(map(nested, cells))
    article = largest is not None and size(largest) > _ARTICLE and size(largest) > 0.6 * whole and blocks(largest) >= 8
    return several >= 2 and not article and (not inner or (several >= 3 and inner <= 0.2 * whole))


def is_short(row: Sequence[Cell | None], size: Callable[[Cell], int], blocks: Callable[[Cell], int]) -> bool:
    """Whether a row of a table without data stands on one line: several short cells of one paragraph each."""
    sizes = [size(cell) for cell in row if cell is not None and size(cell)]
    return len(sizes) >= 2 and sum(sizes) <= _SHORT_ROW and all(cell is None or blocks(cell) <= 1 for cell in row)
