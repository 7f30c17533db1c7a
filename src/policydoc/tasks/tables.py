"""表格: the tables of a part, their columns and rows, from lines that layout knows as table rows.

1. Rows of pipes or tabs are one table until another line or another header comes between; a repeated header is no row.
2. A row is data, a group (一、城建类), a total, a note, or the rest of the row before it; data rows are numbered from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policydoc.layout import Line
from policydoc.model.fields import Span
from policydoc.rules.patterns import pattern
from policydoc.rules.units import scaled_unit
from policydoc.tasks.cells import SAME, cells, fitted
from policydoc.tasks.columns import Column, header, merged

Kind = Literal["data", "group", "total", "note", "more"]

_RULE = pattern(r"[|:\-=+ \t]+")
_MEASURE = pattern(r"[(\[]?(?:计量)?单位[:为](?P<unit>[^,。;()\[\]|\t]{1,12})[)\]]?")
_CONTINUED = pattern(r"[(\[]?(?:续|接上|上接)[^,。;]{0,6}[)\]]?|(?:附?表)?[0-9]{0,2}[(\[]?续(?:表)?[0-9]{0,2}[)\]]?")
_TOTAL = pattern(r"(?:(?:总|合|小|共)计|(?:全[市县区省州旗]|各[市县区州旗])?合计|全[市县区省州旗])(?:[(\[][^()\[\]]{1,12}[)\]])?:?")
_NOTE = pattern(r"[(\[]?(?:注|备注|说明|附注|填表说明)[:0-9、.]")
_GROUP = pattern(r"[(\[]?[一二三四五六七八九十]{1,3}[)\]]?[、.]?|第[一二三四五六七八九十]{1,3}[类部分批]?")
_ORDERING = frozenset({"content", "schedule", "duty", "deadline", "progress", "indicator", "place"})
"""Roles of columns that are empty in the row of a group, whatever sums stand there."""
LONGEST_GROUP = 60
LONGEST_HEADER = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the index of its line, its cells as folded line offsets (a missing cell is empty) and what it is.

    `rank` is its number among the data rows, 0 for another row; `above` holds for each column the row whose cell a merged
    cell goes on from; `group` is the group row above, or none; `same` are the columns whose cell says that it is the one above.
    """

    kind: Kind
    line: int
    cells: tuple[Span, ...]
    rank: int = 0
    above: tuple[Row | None, ...] = ()
    group: Row | None = None
    same: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its number in the part, its lines (half-open), its header's line, its columns, rows and unit line (单位:万元)."""

    rank: int
    first: int
    last: int
    header: int | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    measure: str = ""

    def places(self, *roles: str) -> list[int]:
        """The indices of the columns with one of the roles."""
        return [place for place, made in enumerate(self.columns) if made.role in roles]


MOST_EMPTY = 2
"""Cells at the end of a row that its line may leave out: 备注."""


def tables(lines: Sequence[Line], first: int, last: int) -> list[Table]:
    r"""The tables among the lines from `first` to `last` (half-open), in order.

    >>> from policydoc.layout import lines
    >>> rows = lines("序号\t项目名称\t责任单位\n一\t城建类\n1\t公厕\t市城管局\n2\t驿站\t市总工会")
    >>> [table] = tables(rows, 0, 4)
    >>> [column.role for column in table.columns], [(row.kind, row.rank) for row in table.rows]
    (['number', 'item', 'duty'], [('group', 0), ('data', 1), ('data', 2)])
    """
    found: list[Table] = []
    for run in _runs(lines, first, last):
        for heads, rows, columns in _headed(lines, run):
            if not rows and not heads:
                continue
            measure = _unit_line(lines, (heads or rows)[0], first)
            if not heads and found and _goes_on(lines, rows, found[-1]):
                columns = found[-1].columns
            found.append(_table(lines, len(found) + 1, heads, columns, rows, measure))
    return found


def _runs(lines: Sequence[Line], first: int, last: int) -> Iterator[list[int]]:
    """Runs of table rows with nothing but blanks, page furniture and 续表 between them."""
    run: list[int] = []
    for index in range(first, last):
        line = lines[index]
        if line.role == "table":
            if not _RULE.fullmatch(line.text):
                run.append(index)
        elif run and line.role in ("text", "contents") and not _CONTINUED.fullmatch(line.text) and not _MEASURE.fullmatch(line.text):
            yield run
            run = []
    if run:
        yield run


def _headed(lines: Sequence[Line], run: Sequence[int]) -> Iterator[tuple[list[int], list[int], tuple[Column, ...]]]:
    """The header's lines, the rows and the columns of each table of a run; a second line of titles completes the first."""
    heads: list[int] = []
    rows: list[int] = []
    columns: tuple[Column, ...] = ()
    words: set[str] = set()
    for index in run:
        line = lines[index]
        titles = header([(line.text[a:b], a) for a, b in cells(line)]) if len(line.text) <= LONGEST_HEADER else None
        found = None if titles is None else tuple(replace(made, line=index) for made in titles)
        if found is None:
            rows.append(index)
        elif line.text in words:
            continue
        elif heads and not rows and heads[-1] == index - 1:
            heads.append(index)
            words.add(line.text)
            columns = merged(columns, found)
        else:
            if heads or any(len([1 for a, b in cells(lines[row]) if a < b]) > 1 for row in rows):
                yield heads, rows, columns
            heads, rows, columns, words = [index], [], found, {line.text}
    yield heads, rows, columns


def _goes_on(lines: Sequence[Line], rows: Sequence[int], table: Table) -> bool:
    """Whether rows without a header are the table before them, behind a page break or a group's heading."""
    if not rows or rows[0] - table.last > 6:
        return False
    found, wanted = len(cells(lines[rows[0]])), len(table.columns)
    numbered = wanted > 2 and table.columns[0].role == "number" and lines[rows[0]].text[:1].isdigit()
    return found == wanted > 2 or (numbered and 2 < found < wanted <= found + MOST_EMPTY)


def _unit_line(lines: Sequence[Line], index: int, first: int) -> str:
    """The unit of measure that a line above the table states: 单位:万元."""
    for above in range(index - 1, max(first, index - 4) - 1, -1):
        match = _MEASURE.fullmatch(lines[above].text)
        if match is not None:
            return match["unit"]
        if lines[above].role == "text":
            return ""
    return ""


def _table(
    lines: Sequence[Line], rank: int, heads: Sequence[int], columns: tuple[Column, ...], indices: Sequence[int], measure: str
) -> Table:
    columns = _measured(lines, columns, indices)
    rows: list[Row] = []
    group: Row | None = None
    above: list[Row | None] = [None] * len(columns)
    count = 0
    for index in indices:
        found = fitted(lines[index], columns)
        kind = _kind(lines[index].text, found, columns)
        count += kind == "data"
        same = frozenset(place for place, (a, b) in enumerate(found) if a == b and lines[index].text.startswith(SAME, a))
        row = Row(kind, index, tuple(found), count if kind == "data" else 0, tuple(above), group, same)
        if kind == "group":
            group, above = row, [None] * len(columns)
        elif kind == "data":
            above = [row if a < b else before for (a, b), before in zip(found, above, strict=False)]
        rows.append(row)
    edges = [*heads, *indices]
    return Table(rank, min(edges), max(edges) + 1, heads[0] if heads else None, columns, tuple(rows), measure)


def _measured(lines: Sequence[Line], columns: tuple[Column, ...], indices: Sequence[int]) -> tuple[Column, ...]:
    """The columns, with 单位 told apart: units of measure (公里, 万元) under it make it a column of those, not of offices."""
    made = []
    for place, column in enumerate(columns):
        words = [lines[index].text[slice(*found[place])] for index in indices if place < len(found := cells(lines[index]))]
        measures = column.role == "duty" and any(words) and all(scaled_unit(word) is not None for word in words if word)
        made.append(replace(column, role="measure", duty=None, rest=None) if measures else column)
    return tuple(made)


def _kind(text: str, found: Sequence[Span], columns: Sequence[Column]) -> Kind:
    filled = [place for place, (a, b) in enumerate(found) if a < b]
    words = [text[slice(*found[place])] for place in filled]
    if not filled or _NOTE.match(words[0]):
        return "note"
    if any(_TOTAL.fullmatch(word) for word in words[:2]):
        return "total"
    roles = {columns[place].role if place < len(columns) else "other" for place in filled}
    if len(filled) == 1 and len(columns) > 2 and (filled[0] == 0 or roles <= {"number", "category", "item"}):
        return "group" if len(words[0]) <= LONGEST_GROUP and filled[0] <= 1 else "more"
    if len(filled) > 2 and _GROUP.fullmatch(words[0]) and words[0][-1] not in "0123456789" and not roles & _ORDERING:
        return "group"
    if len(filled) <= 2 < len(columns) and _GROUP.fullmatch(words[0]) and filled[-1] <= (1 if len(columns) == 3 else 2):
        return "group"
    if columns and not roles & {"number", "category", "item", "duty", "deadline", "indicator"}:
        return "more"
    return "data"
