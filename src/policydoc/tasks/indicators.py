"""指标表: indicators with what they were and what they are to be (指标 | 单位 | 2020年 | 2025年 | 属性)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.layout import Line
from policydoc.tasks.rows import Place
from policydoc.tasks.tables import Row, Table


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: cells of its name, its unit, its first and its last value, its nature (约束性, 预期性); years as the titles write them.

    `measure` is the unit of the table's columns or of the line above it where the row has no cell for it.
    """

    line: int
    name: Place
    unit: Place | None
    measure: str
    base: Place | None
    base_year: str
    goal: Place
    goal_year: str
    nature: Place | None


def indicators(lines: Sequence[Line], table: Table) -> list[Indicator]:
    r"""The indicators of a table of them that has a column of values to be reached; none of another table.

    >>> from policydoc.layout import lines
    >>> from policydoc.tasks.tables import tables
    >>> rows = lines("指标\t单位\t2020年\t2025年\t属性\n森林覆盖率\t%\t30\t≥32\t约束性")
    >>> [found] = indicators(rows, tables(rows, 0, 2)[0])
    >>> [rows[line].text[a:b] for line, a, b in (found.name, found.base, found.goal, found.nature)], found.goal_year
    (['森林覆盖率', '30', '≥32', '约束性'], '2025年')
    """
    values = table.places("value", "quantity")
    names = table.places("indicator")
    if not names or not values:
        return []
    found = []
    for row in table.rows:
        name = next((cell for place in reversed(names) if (cell := _cell(row, place)) is not None), None)
        goal = _cell(row, values[-1])
        if row.kind != "data" or name is None or goal is None:
            continue
        first, last = table.columns[values[0]], table.columns[values[-1]]
        unit = next((cell for place in table.places("measure") if (cell := _cell(row, place)) is not None), None)
        natures = [cell for place in table.places("nature") if (cell := _cell(row, place)) is not None]
        nature = next((cell for cell in natures if lines[cell[0]].text[cell[1] : cell[2]] in ("约束性", "预期性", "约束", "预期")), None)
        base = _cell(row, values[0]) if len(values) > 1 else None
        found.append(Indicator(row.line, name, unit, last.measure or table.measure, base, first.year, goal, last.year, nature))
    return found


def _cell(row: Row, place: int) -> Place | None:
    if place >= len(row.cells) or row.cells[place][0] >= row.cells[place][1]:
        return None
    return (row.line, *row.cells[place])
