"""拆行表格: tables whose cells each stand on a line of their own, made rows again.

The run of column titles tells how many columns there are; the numbers under 序号 tell where rows begin, without them rows
are as long as the run. A row is one logical line, its cells parted by tabs. What does not fit stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policydoc.layout.fitting import fit, fit_alone, is_office, is_surely_office
from policydoc.layout.heads import GROUP, first_number, group_before, group_lines, is_number, next_row, titles_at
from policydoc.layout.line import Line
from policydoc.layout.rows import Cells, joined_cells
from policydoc.layout.titles import title_role, title_roles
from policydoc.rules.patterns import pattern

FEWEST = 3
"""Columns."""
FEWEST_ROWS = 2
"""Rows of a table that does not begin with 1."""
LONGEST_CELL = 600
FIT = 0.25
NUMERIC = frozenset(("quantity", "money", "value", "score", "measure", "indicator", "nature", "remark"))
"""Columns with numbers alone in their cells; among others such a number is a page's."""
_DATE = pattern(r"(?:[12][0-9]{3}|[二一][〇零○一二三四五六七八九]{3})年")
_BARE = pattern(r"[0-9]{1,3}")
END = pattern(r"附件[0-9一二三四五六七八九十]{0,2}(?::|\Z)|[(\[]?(?:注|备注|说明)[):0-9]|第[一二三四五六七八九十]{1,3}[章节部]|联系人|抄送")


def cell_rows(lines: Sequence[Line]) -> list[Line]:
    r"""The lines with the cells of such tables joined to rows.

    >>> from policydoc.layout import lines
    >>> [line.text for line in lines("序号\n项目名称\n责任单位\n1\n公厕\n市城管局\n2\n驿站\n市总工会") if line.role == "table"]
    ['序号\t项目名称\t责任单位', '1\t公厕\t市城管局', '2\t驿站\t市总工会']
    """
    filled = [index for index, line in enumerate(lines) if line.role == "text"]
    texts = [lines[index].text for index in filled]
    rows: list[Cells] = []
    here = 0
    while here < len(texts):
        if len(texts[here]) <= 10 and (found := _table(texts, here)):
            rows += found
            here = _after(found)
        else:
            here += 1
    return joined_cells(lines, filled, rows) if rows else list(lines)


def _table(texts: Sequence[str], start: int) -> list[Cells]:
    """The header and the rows of the table whose first title stands at a place; nothing where none does."""
    titles = titles_at(texts, start)
    if len(titles) < FEWEST and not (len(titles) == 2 and title_role(texts[start]) == "number"):
        return []
    for width in range(len(titles), max(2, len(titles) - 3) - 1, -1):
        head = titles[:width]
        roles = title_roles(["".join(texts[place] for place in cell) for cell in head])
        first = head[-1][-1] + 1
        numbered = roles[0] == "number"
        if len(set(roles)) < 2 or (width < 3 and not numbered):
            continue
        body = _numbered(texts, first, roles, head) if numbered else _categorised(texts, first, roles) or _counted(texts, first, roles)
        while body and numbered and group_before(texts, following := _after(body)):
            more = _numbered(texts, following, roles, head)
            if not more:
                break
            body += more
        if body:
            return [head, *body]
    return []


def _after(rows: Sequence[Cells]) -> int:
    """The place behind the last line of some rows."""
    return max(place for cell in rows[-1] for place in cell) + 1


def _numbered(texts: Sequence[str], first: int, roles: Sequence[str], head: Cells) -> list[Cells]:
    """Rows that begin with 1, 2, 3 …, or on the page of a longer table with 80, 81 …; a repeated header and a group's name between them are rows of their own."""
    group = group_lines(texts, first)
    if group:
        rest = _numbered(texts, first + group, roles, head)
        return [[[first + line] for line in range(group)], *rest] if rest else []
    number = first_number(texts[first]) if first < len(texts) else 0
    if not number:
        return []
    width = len(roles)
    titles = ["".join(texts[place] for place in cell) for cell in head]
    starts = [first]
    while (place := next_row(texts, starts[-1], width, number + len(starts))) is not None:
        starts.append(place)
    if number > 1 and len(starts) < FEWEST_ROWS:
        return []
    ends = [*starts[1:], _last(texts, starts, width, roles)]
    rows: list[Cells] = []
    fitted = 0
    for start, end in zip(starts, ends, strict=True):
        row, after = _row(texts, start, end, roles, titles)
        if not row:
            return rows if fitted >= 2 else []
        fitted += 1
        rows += [row, *after]
    return rows if fitted >= 2 or (fitted == 1 and ends[0] - starts[0] >= width - 1) else []


def _last(texts: Sequence[str], starts: Sequence[int], width: int, roles: Sequence[str]) -> int:
    """Where the last row ends: as long as the longest before it, but not beyond what ends tables; the best fit counts."""
    start = starts[-1]
    most = max([width, *(b - a for a, b in pairwise(starts))])
    ends: list[tuple[float, int]] = []
    for end in range(start + 1, min(len(texts), start + most) + 1):
        if end > start + 1 and (END.match(texts[end - 1]) or GROUP.fullmatch(texts[end - 1]) or len(texts[end - 1]) > LONGEST_CELL):
            break
        ends.append((fit(texts[start:end], roles)[0] + 0.001 * (end - start), end))
    end = max(ends)[1]
    if roles[-1] == "unit" and end < len(texts) and is_surely_office(texts[end]) and is_office(texts[end - 1]):
        end += end + 1 == len(texts) or not _DATE.match(texts[end + 1])
    return end


def _row(texts: Sequence[str], start: int, end: int, roles: Sequence[str], titles: Sequence[str]) -> tuple[Cells, list[Cells]]:
    """The cells of the row between two places, and the rows that follow it there: a group's name, the header again."""
    after: list[Cells] = []
    width = len(titles)
    for place in range(start + 1, end):
        if texts[place] == titles[0] and texts[place : place + width] == list(titles):
            after = [[[each] for each in range(place, place + width)]]
            if place + width < end:
                after.append([list(range(place + width, end))])
            end = place - (place - 1 > start + 1 and GROUP.fullmatch(texts[place - 1]) is not None)
            break
    while end - 1 > start + 1 and GROUP.fullmatch(texts[end - 1]) and end - start > 2 and not after:
        after.insert(0, [[end - 1]])
        end -= 1
    places = [place for place in range(start, end) if place == start or not _BARE.fullmatch(texts[place]) or not NUMERIC.isdisjoint(roles)]
    score, taken = fit([texts[place] for place in places], roles)
    if score < FIT - 0.45 or not taken or any(len(text) > LONGEST_CELL for text in texts[start:end]):
        return [], []
    if len(places) > width + 1:
        cut, more = _second_row([texts[place] for place in places], roles, score * width)
        if cut:
            after.insert(0, [[], *_cells(places[cut:], more)])
            places, taken = places[:cut], fit([texts[place] for place in places[:cut]], roles)[1]
    return _cells(places, taken), after


def _cells(places: Sequence[int], taken: Sequence[int]) -> Cells:
    cells: Cells = []
    for size in taken:
        cells.append(list(places[:size]))
        places = places[size:]
    return cells


def _second_row(pieces: Sequence[str], roles: Sequence[str], whole: float) -> tuple[int, list[int]]:
    """Where in the pieces of a row a second row of the same number begins, and its cells; 0 where one row suits better."""
    best: tuple[float, int, list[int]] = (whole + 0.5, 0, [])
    for cut in range(len(roles) - 1, len(pieces) - 1):
        first, rest = fit(pieces[:cut], roles), fit(pieces[cut:], roles[1:])
        if first[1][-1] and not is_surely_office(pieces[cut]):
            best = max(best, (first[0] * len(roles) + rest[0] * (len(roles) - 1), cut, rest[1]))
    return best[1:]


def _categorised(texts: Sequence[str], first: int, roles: Sequence[str]) -> list[Cells]:
    """Rows under 领域 and 序号: a category stands before the first number of those that it holds for."""
    if roles[:2] != ["category", "number"] or first + 1 >= len(texts) or not is_number(texts[first + 1], 1):
        return []
    width = len(roles) - 1
    starts = [first + 1]
    while (place := next_row(texts, starts[-1], width, len(starts) + 1)) is not None:
        starts.append(place)
    ends = [*starts[1:], _last(texts, starts, width, roles[1:])]
    rows: list[Cells] = []
    category = [first]
    for start, end in zip(starts, ends, strict=True):
        whole, less = fit(texts[start:end], roles[1:]), fit(texts[start : end - 1], roles[1:])
        more = end != ends[-1] and less[0] > whole[0]
        score, taken = less if more else whole
        if score < FIT - 0.45 or any(len(text) > LONGEST_CELL for text in texts[start:end]):
            break
        rows.append([category, *_cells(range(start, end - more), taken)])
        category = [end - 1] if more else []
    return rows if len(rows) >= 2 else []


def _counted(texts: Sequence[str], first: int, roles: Sequence[str]) -> list[Cells]:
    """Rows as long as the header, while their words suit the columns; two of them at least."""
    width = len(roles)
    telling = {"unit", "duty", "deadline", "quantity", "value", "money", "measure"}
    if telling.isdisjoint(roles):
        return []
    rows: list[Cells] = []
    here = first
    while here + width - 1 <= len(texts):
        if here + width < len(texts) and GROUP.fullmatch(texts[here]) and rows:
            if not _fits(texts[here + 1 : here + 1 + width], roles):
                break
            rows.append([[here]])
            here += 1
        size = next((size for size in (width, width - 1) if here + size <= len(texts) and _fits(texts[here : here + size], roles)), 0)
        if not size:
            break
        rows.append([*([] if size == width else [[]]), *([place] for place in range(here, here + size))])
        here += size
    return rows if len(rows) >= 2 else []


def _fits(row: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether each piece is a cell; of a category that holds for several rows the later ones have none."""
    missing = len(roles) - len(row)
    if any(END.match(text) or len(text) > LONGEST_CELL for text in row) or (missing and roles[0] != "category"):
        return False
    return fit_alone(row, roles[missing:]) >= FIT
