"""单元格: the cells of a table's row, and which columns they fill."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.layout.fitting import fit_alone
from policydoc.model.fields import Span
from policydoc.tasks.columns import Column

_MERGED = frozenset({"category", "number", "item", "place"})
"""Roles of columns whose cells are merged over several rows."""
_SURELY = 0.3
SAME = ("〃", "″", "同上")
"""同上: a cell that is the one above; a merged cell shows itself so in the rows that it covers."""


def cells(line: Line) -> list[Span]:
    """The cells of a row of pipes or tabs, without blanks; one that says 同上 is empty.

    >>> from policydoc.layout import lines
    >>> cells(lines("| 1 | 公厕 |  |")[0])
    [(1, 2), (3, 5), (6, 6)]
    """
    text = line.text
    piped = text.startswith("|")
    mark = "|" if piped or "\t" not in text else "\t"
    start, end = (1 if piped else 0), len(text)
    while end > start and text[end - 1] in " \t":
        end -= 1
    if end > start and mark == "|" and text[end - 1] == "|":
        end -= 1
    found: list[Span] = []
    if mark == "\t" and line.indent and "\t" in text:
        found += [(0, 0)] * (line.indent if line.indent <= 6 else 0)
    while True:
        stop = text.find(mark, start, end)
        stop = end if stop < 0 else stop
        found.append(_trimmed(text, start, stop))
        if stop >= end:
            return found
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t|":
        start += 1
    while end > start and text[end - 1] in " \t|":
        end -= 1
    return (start, start) if text[start:end] in SAME else (start, end)


def fitted(line: Line, columns: Sequence[Column]) -> list[Span]:
    r"""The cells of a row, as many as there are columns: missing ones are empty and stand at the end of the line.

    A row that leaves out the cell of a group merged over several rows is moved behind it, where its words fit better there.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.columns import header
    >>> [row] = lines("2.建桥\t新建便桥3座\t县交通局")
    >>> columns = header([("类别", 0), ("项目名称", 3), ("目标任务", 8), ("责任单位", 13)])
    >>> [row.text[slice(*cell)] for cell in fitted(row, columns)]
    ['', '2.建桥', '新建便桥3座', '县交通局']
    """
    found, width = cells(line), len(columns)
    while width and len(found) > width and found[0] == (0, 0):
        del found[0]
    end = len(line.text)
    filled = max((place + 1 for place, (a, b) in enumerate(found) if a < b), default=0)
    if 1 < filled < width and columns[0].role in _MERGED:
        words = [line.text[slice(*cell)] for cell in found[:filled]]
        words[0] = words[0].lstrip("0123456789.、") or words[0]
        roles = [column.role for column in columns]
        moved = next((place for place, role in enumerate(roles) if role not in _MERGED), 0)
        moves = range(1, min(moved + 1, width - filled) + 1)
        best = max(moves, key=lambda move: fit_alone(words, roles[move : move + filled]))
        if fit_alone(words, roles[best : best + filled]) > max(0.0, fit_alone(words, roles[:filled]) + _SURELY):
            found = [(0, 0)] * best + found[:filled]
    return found + [(end, end)] * (width - len(found))
