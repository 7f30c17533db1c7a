"""粘连表格: rows that lost the borders of their cells altogether: a number and the rest, which nobody can part again."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout.line import Line
from policydoc.layout.titles import glued_titles
from policydoc.rules.patterns import pattern

_NUMBERED = pattern(r"(?P<number>[0-9]{1,3})(?=[^0-9.、,年月日%)\t])")


def glued_rows(lines: Sequence[Line]) -> list[Line]:
    r"""The lines with such tables told by their glued titles; each row is its number and one cell.

    >>> from policydoc.layout import lines
    >>> [line.text for line in lines("序号项目名称责任单位\n1改造公厕6座市城管局\n2新建驿站3个市总工会") if line.role == "table"]
    ['序号\t项目名称\t责任单位', '1\t改造公厕6座市城管局', '2\t新建驿站3个市总工会']
    """
    out = list(lines)
    filled = [index for index, line in enumerate(out) if line.role == "text"]
    here = 0
    while here < len(filled):
        starts = glued_titles(out[filled[here]].text)
        rows = _rows(out, filled[here + 1 :], 1) if starts else {}
        if len(rows) > 1:
            out[filled[here]] = _cut(out[filled[here]], starts)
            for index, row in rows.items():
                out[index] = row
            here += len(rows)
        here += 1
    return out


def _rows(lines: Sequence[Line], filled: Sequence[int], number: int) -> dict[int, Line]:
    found: dict[int, Line] = {}
    for index in filled:
        match = _NUMBERED.match(lines[index].text)
        if match is None or int(match["number"]) != number:
            break
        found[index] = _cut(lines[index], [0, match.end()])
        number += 1
    return found


def _cut(line: Line, starts: Sequence[int]) -> Line:
    """A line with tabs put where its cells begin."""
    ends = [*starts[1:], len(line.text)]
    text = "\t".join(line.text[a:b] for a, b in zip(starts, ends, strict=True))
    at = [offset for a, b in zip(starts, ends, strict=True) for offset in ([line.at[a]] if a else []) + list(line.at[a:b])]
    return Line(line.start, line.end, text, at, "table", 0, line.pieces)


def is_glued(line: Line) -> bool:
    r"""Whether the border of the first cell was put there by `glued_rows`.

    >>> from policydoc.layout import lines
    >>> [is_glued(line) for line in lines("序号项目名称责任单位\n1改造公厕6座市城管局\n2新建驿站3个市总工会\n甲\t乙")]
    [True, True, True, False]
    """
    mark = line.text.find("\t")
    return 0 < mark < len(line.text) - 1 and line.at[mark] == line.at[mark + 1]
