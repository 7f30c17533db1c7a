"""表行: the lines of a row's cells as one logical line, its cells parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.layout.fitting import is_office
from policydoc.layout.line import Line
from policydoc.rules.patterns import pattern

LONGEST_OFFICE = 20
LEAST = 3
"""Characters of a name or clause: fewer are set apart for the look of it."""
_CELL = pattern(r"[|\t]")
_AMOUNT = pattern(r"[0-9][万亿]?[一-龥]{1,3}\Z")

Cells = list[list[int]]
"""The lines of each cell of a row, as places among the filled lines."""


def joined_cells(lines: Sequence[Line], filled: Sequence[int], rows: Sequence[Cells]) -> list[Line]:
    r"""The lines with those of a row made one, at the place of its first.

    >>> from policydoc.layout import lines
    >>> [line.text for line in joined_cells(lines("1\n公厕\n市城管局\n各区"), [0, 1, 2, 3], [[[0], [1], [2]]])]
    ['1\t公厕\t市城管局', '各区']
    """
    made: dict[int, Line] = {}
    gone: set[int] = set()
    for row in rows:
        indices = [filled[place] for cell in row for place in cell]
        made[indices[0]] = _line(lines, [[filled[place] for place in cell] for cell in row])
        gone.update(indices[1:])
    return [made.get(index, line) for index, line in enumerate(lines) if index not in gone]


def _line(lines: Sequence[Line], row: Sequence[Sequence[int]]) -> Line:
    cells = list(_cells(lines, row))
    text = "\t".join(text for text, _ in cells)
    whole = [lines[index] for cell in row for index in cell]
    at: list[int] = []
    for number, (_, places) in enumerate(cells):
        if number:
            at.append(at[-1] if at else whole[0].start)
        at.extend(places)
    pieces = tuple(piece for line in whole for piece in line.pieces)
    return Line(whole[0].start, whole[-1].end, text, at, "table", 0, pieces)


def _cells(lines: Sequence[Line], row: Sequence[Sequence[int]]) -> Iterator[tuple[str, list[int]]]:
    """The words of each cell and their offsets; a line end between two offices is as good as 、."""
    for cell in row:
        text = ""
        at: list[int] = []
        for index in cell:
            line = lines[index]
            if text and is_office(text) and is_office(line.text) and len(line.text) <= LONGEST_OFFICE:
                text += "、"
                at.append(at[-1] + 1)
            text += line.text
            at += line.at
        yield text, at


def offices_parted(line: Line) -> Line:
    """The row with 、 for the blank or line end between two offices of a cell, and a comma behind an amount.

    >>> from policydoc.layout import lines
    >>> [offices_parted(line).text for line in lines("1|新建公厕8座 改造公厕3座|市城管局 各区政府|")]
    ['1|新建公厕8座,改造公厕3座|市城管局、各区政府|']
    """
    text, at = line.text, line.at
    gaps = [
        place for place in range(1, len(text)) if at[place] > at[place - 1] + 1 and "一" <= text[place] <= "鿿" and text[place - 1] >= "一"
    ]
    if not gaps:
        return line
    out: list[str] = []
    offsets: list[int] = []
    here = 0
    for number, gap in enumerate(gaps):
        before = _CELL.split(text[here:gap])[-1]
        after = _CELL.split(text[gap : gaps[number + 1] if number + 1 < len(gaps) else len(text)])[0]
        mark = "、" if _are_offices(before, after) else "," if _AMOUNT.search(before) and len(after) >= LEAST else ""
        out.append(text[here:gap])
        offsets.extend(at[here:gap])
        if mark:
            out.append(mark)
            offsets.append(at[gap - 1] + 1)
        here = gap
    return line._replace(text="".join([*out, text[here:]]), at=[*offsets, *at[here:]])


def _are_offices(before: str, after: str) -> bool:
    return all(LEAST <= len(words) <= LONGEST_OFFICE and is_office(words) for words in (before, after))
