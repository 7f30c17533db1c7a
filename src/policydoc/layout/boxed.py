"""框线表: tables drawn with line characters (┌─┬─┐): the lines between two rules are one row, its cells parted by tabs.

1. A rule parts two rows only where no cell goes on below it; a cell without a rule below it goes on.
2. Below a header without rules between its rows, a row begins where the first column has words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from policydoc.layout.fitting import is_office
from policydoc.layout.line import Line

_DRAWN: Final = frozenset("│┃║┌├└┏┣┗╔╠╚")
"""What the first character of a line of such a table is."""
_MARK: Final = "|"
_OFFICE: Final = 12
_FEWEST: Final = 3
"""Lines of a table: two rules and a row."""

Cells = list[list[int]]
"""Of each cell of a physical line, the places in its text."""


def boxed_rows(lines: list[Line], content: str) -> list[Line]:
    r"""The lines with the rows of drawn tables made one each, and the rules between them furniture.

    >>> from policydoc.layout import lines
    >>> text = "┌──┬────┐\n│任务│责任单位│\n├──┼────┤\n│修│县交通│\n│路│局  │\n├──┼────┤\n│建桥│县水利局│\n└──┴────┘"
    >>> [line.text for line in lines(text) if line.role == "table"]
    ['任务\t责任单位', '修路\t县交通局', '建桥\t县水利局']
    """
    out: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.text[:1] == _MARK and content[line.at[0]] in _DRAWN:
            run.append(line)
            continue
        if run and line.role == "blank" and not line.text:
            run.append(line)
            continue
        out += _table(run)
        run = []
        out.append(line)
    return out + _table(run)


def _table(run: list[Line]) -> list[Line]:
    """The rows of a run of drawn lines, or the run as it is where its lines have no columns in common."""
    if len(run) < _FEWEST:
        return run
    grid = [_cells(line) if line.text else [] for line in run]
    widths = Counter(len(cells) for cells in grid if cells).most_common(1)
    width = widths[0][0] if widths else 0
    if width < 2 or any(cells and len(cells) != width and not _is_rule(line) for cells, line in zip(grid, run, strict=True)):
        return run
    breaks = _breaks(run, grid, width)
    if not breaks:
        return run
    rows: list[Line] = []
    group: list[int] = []
    for index, line in enumerate(run):
        if not line.text or (index in breaks and _is_rule(line)):
            rows += _rows(run, grid, group)
            rows.append(line.as_role("furniture") if line.text else line)
            group = []
            continue
        group.append(index)
        if index in breaks:
            rows += _rows(run, grid, group)
            group = []
    return rows + _rows(run, grid, group)


def _cells(line: Line) -> Cells:
    """The places of the words of each cell."""
    cells: Cells = [[]]
    for place, character in enumerate(line.text):
        if character == _MARK:
            cells.append([])
        else:
            cells[-1].append(place)
    return cells[1:-1]


def _is_rule(line: Line) -> bool:
    return not line.text.strip("|-")


def _ruled(line: Line, cell: Sequence[int]) -> bool:
    return bool(cell) and all(line.text[place] == "-" for place in cell)


def _breaks(run: Sequence[Line], grid: Sequence[Cells], width: int) -> set[int]:
    """The lines that part two rows: a rule in some column, and no column with words on both sides of it."""
    later = [[False] * width for _ in run]
    going = [False] * width
    for index in range(len(run) - 1, -1, -1):
        cells = grid[index]
        later[index] = list(going)
        if len(cells) != width:
            going = [False] * width if _is_rule(run[index]) and run[index].text else going
            continue
        going = [not _ruled(run[index], cell) and (bool(cell) or more) for cell, more in zip(cells, going, strict=True)]
    breaks: set[int] = set()
    before = [False] * width
    for index, line in enumerate(run):
        cells = grid[index]
        if line.text and _is_rule(line) and len(cells) != width:
            breaks.add(index)
            before = [False] * width
            continue
        if len(cells) != width:
            continue
        ruled = [_ruled(line, cell) for cell in cells]
        before = [not rule and (words or bool(cell)) for rule, words, cell in zip(ruled, before, cells, strict=True)]
        if any(ruled) and not any(words and more for words, more in zip(before, later[index], strict=True)):
            breaks.add(index)
            before = [False] * width
    return breaks


def _rows(run: Sequence[Line], grid: Sequence[Cells], group: Sequence[int]) -> list[Line]:
    """The rows of the lines between two rules: one, or more where the first column numbers them line by line."""
    if not group:
        return []
    starts = [index for index in group if grid[index] and grid[index][0] and not _ruled(run[index], grid[index][0])]
    numbered = [index for index in starts if run[index].text[grid[index][0][0] : grid[index][0][-1] + 1].isdigit()]
    if len(numbered) < 2 or numbered != starts or starts[0] != group[0]:
        return [_row(run, grid, group)]
    ends = [*(group.index(index) for index in starts[1:]), len(group)]
    begins = [0, *ends[:-1]]
    return [_row(run, grid, group[begin:end]) for begin, end in zip(begins, ends, strict=True)]


def _row(run: Sequence[Line], grid: Sequence[Cells], group: Sequence[int]) -> Line:
    lines = [run[index] for index in group]
    width = max(len(grid[index]) for index in group)
    text: list[str] = []
    at: list[int] = []
    for column in range(width):
        if column:
            text.append("\t")
            at.append(at[-1] if at else lines[0].start)
        parted = False
        for index in group:
            cell = grid[index][column] if column < len(grid[index]) else []
            if _ruled(run[index], cell):
                parted = True
                continue
            if cell:
                if parted and text and text[-1] not in "\t,。;、":
                    text.append("、" if is_office("".join(text[-_OFFICE:])) else ";")
                    at.append(at[-1] + 1)
                parted = False
                text += [run[index].text[place] for place in cell]
                at += [run[index].at[place] for place in cell]
    return Line(lines[0].start, lines[-1].end, "".join(text), at, "table", 0, tuple(piece for line in lines for piece in line.pieces))
