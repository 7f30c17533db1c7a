"""列值: the numbers that stand alone in a cell, with what the rest of the table says of them.

1. In a table of indicators (指标|单位|2020年|2025年|属性) the last year's value is a target, the first year's its baseline, a year
   between them a milestone; [13.5] is a sum of all years, 年均增长 a rise. So it is where somebody answers for each (责任单位).
2. In a list of tasks the amounts of 数量 and of 投资 are targets where their unit is known: from a cell of the row, the column's
   title (总投资(万元)) or the line above the table (单位:万元).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydoc.dates import date_spans
from policydoc.figures.quantities import quantities
from policydoc.layout import Line
from policydoc.rules.patterns import pattern
from policydoc.tasks.columns import Column
from policydoc.tasks.rows import Place, is_task_list
from policydoc.tasks.tables import Row, Table

_ASIDE = pattern(r"[(\[](?:单位:?)?(?P<unit>[^()\[\]]{1,10})[)\]]\Z")
_LEAD = pattern(r"(?:[(\[]?[0-9一二三四五六七八九十]{1,3}[)\].、]|其中:|[#*])+")
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_ENDING = pattern(r"(?:(?P<fall>降低|下降|减少|削减)|增长|提高)(?:率|幅度|比例|量)?\Z")
_DIGIT = pattern(r"[0-9]")
_GROWTH = pattern(r"年均|增[长速幅]|增减")
_PAST = pattern(r"实绩|基[数期]|现状|完成|实际|上年|执行|预计")
_SUM = pattern(r"[\[(][^\[\]()]{1,20}[\])]")
_LONGEST_AMOUNT = 16
_BINDING = {"约束性": "binding", "约束": "binding", "预期性": "expected", "预期": "expected"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell whose number is a target: the words of its unit, what is measured, and how it changes.

    `of` is the cell of the indicator or item, in a column of money the column's title; `title` is the title of the cell's
    column, `year` the plan year in it, `base` the cell of the baseline and `base_title` its column's title.
    """

    cell: Place
    unit: str
    of: Place
    change: str
    kind: str
    title: Place | None = None
    year: int | None = None
    base: Place | None = None
    base_title: Place | None = None
    binding: str | None = None
    deed: bool = False
    """Whether `of` may begin with a verb (新建公厕), as an item does and an indicator does not."""


def amounts(lines: Sequence[Line], table: Table, first_year: int | None) -> list[Amount]:
    r"""The cells of a table that are targets by their column.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> rows = lines("指标\t单位\t2020年\t2025年\t属性\n森林覆盖率\t%\t30\t≥32\t约束性")
    >>> [found] = amounts(rows, tables(rows, 0, 2)[0], 2021)
    >>> [rows[line].text[a:b] for line, a, b in (found.of, found.cell, found.base)], found.unit, found.year, found.binding
    (['森林覆盖率', '≥32', '30'], '%', 2025, 'binding')
    """
    if table.places("indicator") and table.places("value", "quantity", "nature"):
        return [found for row in table.rows if row.kind == "data" for found in _indicator(lines, table, row, first_year)]
    if not is_task_list(lines, table):
        return []
    if table.places("value") and table.places("measure"):
        return [found for row in table.rows if row.kind == "data" for found in _indicator(lines, table, row, first_year)]
    return [*_quantities(lines, table), *_money(lines, table)]


def _indicator(lines: Sequence[Line], table: Table, row: Row, first_year: int | None) -> Iterator[Amount]:
    """The targets of one indicator: its milestones and its goal, else its yearly growth."""
    name = next(
        (cell for place in reversed(table.places("indicator") or table.places("item")) if (cell := _filled(row, place)) is not None), None
    )
    if name is None:
        return
    name, aside = _named(lines, name)
    values = [place for place in table.places("value", "quantity") if not _GROWTH.search(_title(lines, table, place))]
    past = [place for place in values if _is_past(lines, table, place, first_year)]
    if not past and len(values) > 1 and first_year is None:
        past = values[:1]
    base = next((place for place in reversed(past) if _filled(row, place)), None)
    ahead = [place for place in values if place not in past and _DIGIT.search(_words(lines, _filled(row, place)))]
    binding = next(
        (found for place in table.places("nature") if (found := _BINDING.get(_words(lines, _filled(row, place)))) is not None), None
    )
    measure = next((_words(lines, cell) for place in table.places("measure") if (cell := _filled(row, place)) is not None), aside)
    for place in ahead:
        cell = _filled(row, place)
        assert cell is not None
        made = table.columns[place]
        yield Amount(
            cell,
            measure or made.measure or table.measure,
            name,
            _change(_words(lines, name), _words(lines, cell)),
            "target" if place == ahead[-1] else "milestone",
            _head(table, place),
            _year(made),
            _filled(row, base) if base is not None else None,
            _head(table, base) if base is not None else None,
            binding,
        )
    growth = [place for place in table.places("nature", "value", "quantity") if _GROWTH.search(_title(lines, table, place))]
    for place in growth if not ahead else ():
        cell = _filled(row, place)
        if cell is not None and _DIGIT.search(_words(lines, cell)):
            unit = "%" if "%" not in _words(lines, cell) and "%" in _title(lines, table, place) else ""
            change = "output" if _SUM.fullmatch(_words(lines, cell)) else "rise_by"
            yield Amount(
                cell, unit or (measure if change == "output" else ""), name, change, "target", _head(table, place), binding=binding
            )


def _change(name: str, value: str) -> str:
    """How an indicator changes: by its last word, a sum of several years is delivered, everything else is a level."""
    ending = _ENDING.search(name)
    if ending:
        return "fall_by" if ending["fall"] else "rise_by"
    return "output" if _SUM.fullmatch(value) else "level"


def _is_past(lines: Sequence[Line], table: Table, place: int, first_year: int | None) -> bool:
    year = _year(table.columns[place])
    if _PAST.search(_title(lines, table, place)):
        return True
    return year is not None and first_year is not None and year < first_year


def _quantities(lines: Sequence[Line], table: Table) -> Iterator[Amount]:
    """The bare numbers of 数量, and amounts that stand alone in 目标 or 数量 with their unit, of the row's item or its content."""
    for row in table.rows:
        item = next((cell for place in table.places("item", "content") if (cell := _filled(row, place)) is not None), None)
        if row.kind != "data" or item is None:
            continue
        measure = next((_words(lines, cell) for place in table.places("measure") if (cell := _filled(row, place)) is not None), "")
        for place in table.places("quantity", "content"):
            cell, unit = _filled(row, place), measure or table.columns[place].measure or table.measure
            if cell is None or cell == item:
                continue
            bare = table.columns[place].role == "quantity" and unit
            if bare or _is_amount(_words(lines, cell)):
                yield Amount(cell, unit, _named(lines, item)[0], "output", "target", _head(table, place), deed=True)


def _is_amount(words: str) -> bool:
    """Whether a cell is an amount with its unit and nothing else.

    >>> [_is_amount(words) for words in ("76座", "不少于1.2万人", "新建公厕76座", "76", "2024年", "12所、30间")]
    [True, True, False, False, False, False]
    """
    if len(words) > _LONGEST_AMOUNT or not _DIGIT.search(words) or date_spans(words):
        return False
    found = quantities(words)
    return len(found) == 1 and found[0].unit is not None and found[0].before == 0 and found[0].after == len(words)


def _money(lines: Sequence[Line], table: Table) -> Iterator[Amount]:
    """The amounts of 总投资, 年度投资 and the like, of totals and groups too."""
    for place in table.places("money"):
        head, unit = _head(table, place), table.columns[place].measure or table.measure
        if head is None or not unit or _PAST.search(_words(lines, head)):
            continue
        (line, start, end), _ = _named(lines, head)
        for row in table.rows:
            cell = _filled(row, place)
            if row.kind in ("data", "group", "total") and cell is not None:
                yield Amount(cell, unit, (line, start, end), "output", "target", head)


def _filled(row: Row, place: int) -> Place | None:
    if place >= len(row.cells) or row.cells[place][0] >= row.cells[place][1]:
        return None
    return (row.line, *row.cells[place])


def _words(lines: Sequence[Line], place: Place | None) -> str:
    return "" if place is None else lines[place[0]].text[place[1] : place[2]]


def _head(table: Table, place: int) -> Place | None:
    made = table.columns[place]
    return None if table.header is None or made.line < 0 else (made.line, made.start, made.end)


def _title(lines: Sequence[Line], table: Table, place: int) -> str:
    return _words(lines, _head(table, place))


def _year(made: Column) -> int | None:
    found = _YEAR.search(made.year)
    return int(found[0]) if found else None


def _named(lines: Sequence[Line], place: Place) -> tuple[Place, str]:
    """The words of a cell without its number and the unit behind it, and that unit."""
    line, start, end = place
    lead = _LEAD.match(lines[line].text, start, end)
    start = lead.end() if lead and lead.end() < end else start
    aside = _ASIDE.search(lines[line].text, start, end)
    if aside is None or aside.start() == start:
        return (line, start, end), ""
    return (line, start, aside.start()), aside["unit"]
