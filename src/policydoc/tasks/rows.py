"""任务清单: the rows of a table that order something, with what their columns say."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policydoc.dates import Deadline, deadlines
from policydoc.dates.calendar import small_number
from policydoc.layout import Line
from policydoc.rules.patterns import pattern
from policydoc.tasks.assignments import Group, value_groups
from policydoc.tasks.duties import Duty, settled
from policydoc.tasks.labels import Label
from policydoc.tasks.tables import Row, Table

Place = tuple[int, int, int]
"""A cell: the index of its line, and its start and end as folded line offsets."""

SILENT = ("progress", "remark", "person", "money", "place", "number", "category", "nature", "other")
"""Roles of columns whose numbers are neither targets nor times of the order."""

LONGEST_TITLE = 30

_NUMBER = pattern(r"[(\[]?(?:(?P<digits>[0-9]{1,3})|(?P<han>[一二三四五六七八九十]{1,3}))[)\]]?[.、]?")
_NUMBERED = pattern(r"(?P<digits>[0-9]{1,3})[.、](?![0-9])")
_PART = pattern(r"[(\[]?[一二三四五六七八九十]{1,3}[)\]]?[、.]|[(\[][一二三四五六七八九十]{1,3}[)\]]")
_MEASURED = pattern(r"[0-9]+(?:\.[0-9]+)?[万亿]?[^0-9A-Za-z,。;、()号]")
_TASK = pattern(r"任务|实事|目标|内容|措施|举措|要求|工作")
_DUE = "完成时限:"


@dataclass(frozen=True, slots=True)
class Order:
    """A row that orders something; `name` is `t1.r4`, to be put behind the part's id and a slash.

    `start` and `end` are the row's first and last filled cells; `reads` the cells whose numbers and promises count;
    `times` the cells of its deadline; `silent` those that say nothing about the order (进展, 备注, 电话).
    """

    name: str
    line: int
    start: int
    end: int
    label: Place | None
    ordinal: int | None
    title: Place | None
    group: Place | None
    reads: tuple[Place, ...]
    times: tuple[Place, ...]
    silent: tuple[Place, ...]
    duties: tuple[tuple[int, Duty], ...]
    more: tuple[int, ...] = ()
    """Lines that go on the row: the rest of its cells behind a page break."""


def is_task_list(lines: Sequence[Line], table: Table) -> bool:
    r"""Whether the rows of a table order something: it says what is to be done, and by whom, when or how much.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> [is_task_list(rows, tables(rows, 0, 2)[0]) for text in ("项目名称\t责任单位\n公厕\t市城管局", "乡镇\t总人口\t备注\n东原镇\t3万人\t")
    ...  for rows in [lines(text)]]
    [True, False]
    """
    items, contents = table.places("item"), table.places("content", "schedule")
    if table.places("indicator", "score") or not (items or contents):
        return False
    if table.places("duty", "deadline"):
        return True
    titles = [lines[table.header].text[column.start : column.end] for column in table.columns] if table.header is not None else []
    return bool(contents and items) and any(_TASK.search(titles[place]) for place in (*items, *contents) if place < len(titles))


def orders(lines: Sequence[Line], table: Table, *, first_leads: bool = False) -> list[Order]:
    r"""The rows of a task list that order something, in order; none where the table is no task list.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> rows = lines("| 序号 | 项目名称 | 建设内容 | 牵头单位 | 完成时限 |\n| 1 | 公厕 | 新建公厕8座 | 市城管局 | 9月底前 |")
    >>> [order] = orders(rows, tables(rows, 0, 2)[0])
    >>> order.name, order.ordinal, [duty.role for _, duty in order.duties], [rows[line].text[a:b] for line, a, b in order.reads]
    ('t1.r1', 1, ['lead'], ['公厕', '新建公厕8座'])
    """
    if not is_task_list(lines, table):
        return []
    found: list[Order] = []
    for row in table.rows:
        if row.kind == "data":
            order = _order(lines, table, row, first_leads)
            if order is not None:
                found.append(order)
        elif row.kind == "more" and found:
            found[-1] = _longer(lines, table, row, found[-1], first_leads)
    return found


def cell_deadlines(lines: Sequence[Line], cell: Place, year: int | None, issued_on: datetime.date | None) -> list[Deadline]:
    r"""The deadlines of a cell of a 完成时限 column, as folded offsets of its line; a day or month there is the last.

    >>> from policydoc.layout import lines
    >>> [(due.kind, str(due.last), due.start) for due in cell_deadlines(lines("公厕\t12月20日"), (0, 3, 9), 2025, None)]
    [('by', '2025-12-20', 3)]
    """
    line, start, end = cell
    found = []
    for due in deadlines(_DUE + lines[line].text[start:end], year, issued_on):
        if due.start >= len(_DUE):
            moved = due._replace(start=due.start - len(_DUE) + start, end=due.end - len(_DUE) + start)
            last = due.kind == "during" and due.precision in ("day", "month")
            found.append(moved._replace(kind="by", first=None) if last else moved)
    return found


def _order(lines: Sequence[Line], table: Table, row: Row, first_leads: bool) -> Order | None:
    items, contents = _filled(row, table.places("item")), _filled(row, table.places("content", "schedule"))
    filled = _filled(row, range(len(row.cells)))
    if not items and not contents:
        return None
    label, ordinal, skip = _label(lines, table, row)
    named = _title(lines, table, row, skip, told=bool(contents))
    led = label[1] if label is not None and skip else -1
    reads = [_cell(row, place) for place in sorted({*items, *contents})]
    reads = [(line, start + skip if start == led else start, end) for line, start, end in reads]
    return Order(
        name=f"t{table.rank}.r{row.rank}",
        line=row.line,
        start=row.cells[filled[0]][0],
        end=row.cells[filled[-1]][1],
        label=label,
        ordinal=ordinal,
        title=named,
        group=_group(lines, table, row),
        reads=tuple(reads),
        times=_places(table, row, _times(table)) or _times_above(lines, table, row),
        silent=_places(table, row, SILENT),
        duties=_duties(lines, table, row, first_leads),
    )


def _longer(lines: Sequence[Line], table: Table, row: Row, order: Order, first_leads: bool) -> Order:
    """The order with the cells of a row that goes on it."""
    return replace(
        order,
        more=(*order.more, row.line),
        reads=(*order.reads, *_places(table, row, ("item", "content", "schedule"))),
        times=(*order.times, *_places(table, row, _times(table))),
        silent=(*order.silent, *_places(table, row, SILENT)),
        duties=(*order.duties, *_duties(lines, table, row, first_leads)),
    )


def _filled(row: Row, places: Iterable[int]) -> list[int]:
    return [place for place in places if place < len(row.cells) and row.cells[place][0] < row.cells[place][1]]


def _cell(row: Row, place: int) -> Place:
    return (row.line, *row.cells[place])


def _places(table: Table, row: Row, roles: Sequence[str]) -> tuple[Place, ...]:
    return tuple(_cell(row, place) for place in _filled(row, table.places(*roles)))


def _times_above(lines: Sequence[Line], table: Table, row: Row) -> tuple[Place, ...]:
    """The deadline's cell above, where this one says that it is the same, or where the item and the deadline are both merged with it.

    A cell that is missing says nothing.
    """
    merged = bool(table.places("item")) and not _filled(row, table.places("item"))
    end = len(lines[row.line].text)
    known = [place for place in table.places("deadline") if place < len(row.above)]
    empty = [place for place in known if place in row.same or (merged and row.cells[place][0] < end)]
    above = [(source, place) for place in empty if (source := row.above[place]) is not None]
    return tuple(cell for source, place in above for cell in _places(table, source, ("deadline",)) if cell == _cell(source, place))


def _times(table: Table) -> tuple[str, ...]:
    """The roles whose cells hold the deadline: 完成时限, where there is none 进度安排."""
    return ("deadline",) if table.places("deadline") else ("schedule",)


def _label(lines: Sequence[Line], table: Table, row: Row) -> tuple[Place | None, int | None, int]:
    """The row's number: its place, its value, and how many characters of the item's cell it takes (14.改扩建…)."""
    for place in _filled(row, table.places("number")):
        found = _NUMBER.fullmatch(lines[row.line].text[slice(*row.cells[place])])
        if found is not None:
            number = found["digits"] or found["han"]
            return _cell(row, place), int(number) if number.isdigit() else small_number(number), 0
    for place in _filled(row, table.places("item", "content")):
        start, end = row.cells[place]
        led = _NUMBERED.match(lines[row.line].text, start, end)
        if led is not None:
            return (row.line, start, led.end()), int(led["digits"]), led.end() - start
    return None, None, 0


def _title(lines: Sequence[Line], table: Table, row: Row, skip: int, *, told: bool) -> Place | None:
    """The item's cell, in a merged cell the one above; where nothing else tells what is to be done, only if it is short and bare."""
    for place in table.places("item"):
        source = row if place in _filled(row, [place]) else row.above[place] if place < len(row.above) else None
        if source is None:
            continue
        line, start, end = _cell(source, place)
        if told and _PART.match(lines[line].text, start, end):
            continue
        led = _NUMBERED.match(lines[line].text, start, end) if skip and source is row else None
        start = led.end() if led is not None else start
        words = lines[line].text[start:end].rstrip("。;")
        if words and (told or (len(words) <= LONGEST_TITLE and _MEASURED.search(words) is None)) and "。" not in words:
            return line, start, start + len(words)
    return None


def _group(lines: Sequence[Line], table: Table, row: Row) -> Place | None:
    """分类: the cell of the category, of this row or of the one it is merged with, or an item that is a part (一、…), else the group row."""
    for role in ("category", "item"):
        for place in table.places(role):
            source = row if _filled(row, [place]) else row.above[place] if place < len(row.above) else None
            if source is not None and (role == "category" or _PART.match(lines[source.line].text, *source.cells[place])):
                return _cell(source, place)
    if row.group is None:
        return None
    filled = _filled(row.group, range(len(row.group.cells)))
    return (row.group.line, row.group.cells[filled[0]][0], row.group.cells[filled[-1]][1])


def _duties(lines: Sequence[Line], table: Table, row: Row, first_leads: bool) -> tuple[tuple[int, Duty], ...]:
    """The duties of the unit columns; a line that says itself who leads (市教育局牵头) is believed.

    Where the cell says that it is the one above, the row answers with those above; so it does where the item is a merged cell, for
    then the units beside it may be one too.
    """
    merged = bool(table.places("item")) and not _filled(row, table.places("item"))
    made: list[tuple[int, Duty]] = []
    found: list[tuple[int, Group]] = []
    for place in table.places("duty"):
        same = (merged or place in row.same) and place < len(row.above)
        source = row if _filled(row, [place]) else row.above[place] if same else None
        if source is None:
            continue
        column, (start, end) = table.columns[place], source.cells[place]
        groups = [(0, group) for group in value_groups(lines[source.line].text, Label(start, start, column.duty, column.rest), end)]
        if source is row:
            found += groups
        else:
            made += [(source.line, duty) for duty in settled(groups, first_leads)]
    return (*((row.line, duty) for duty in settled(found, first_leads)), *made)
