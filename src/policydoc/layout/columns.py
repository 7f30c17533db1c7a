"""空格表格: rows whose cells are parted by blanks alone, told by the titles of their columns.

A line of titles with blanks between them begins a table. Below 序号 a row begins with the next number and may stand on several
lines; without numbers it stands on one and parts as the titles do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from policydoc.layout.cells import END
from policydoc.layout.fitting import fit, is_office
from policydoc.layout.heads import GROUP, is_number
from policydoc.layout.line import Line, compact
from policydoc.layout.titles import is_sure, title_role, title_roles
from policydoc.rules.patterns import pattern

SHORTEST_HEADER, LONGEST_HEADER = 6, 120
LONGEST_ROW = 8
"""Lines of a row."""
FIT = 0.0
MOST_BETWEEN = 5
"""Lines between two rows: titles again, a total, the names of groups."""
_WIDE = pattern(r"[ \t\u3000]{2,}")
_ANY = pattern(r"[ \t\u3000]+")
_BETWEEN = pattern(
    r"[(\[]?[一二三四五六七八九十]{1,3}[)\]]?[、.]?(?:\Z|[^0-9。;:]{1,28}\Z)|(?:总|合|小|共)计(?:[(\[][^()\[\]]{1,12}[)\]])?\Z"
)

Rows = dict[int, Line | None]
"""The row that stands on a line, by the line's index; nothing on the lines that go on a row."""


class Piece(NamedTuple):
    """What stands between two blanks: its words, their offsets, and whether a line begins with it."""

    words: str
    at: Sequence[int]
    first: bool


class Head(NamedTuple):
    """The titles of the columns, what the columns hold, and what parts them."""

    titles: tuple[str, ...]
    roles: tuple[str, ...]
    gap: re.Pattern[str]

    @property
    def numbered(self) -> bool:
        """Whether rows begin with a number."""
        return self.roles[0] == "number"


class Sheet(NamedTuple):
    """The lines of a text, those of them that are text, and the shadow they were made from."""

    lines: Sequence[Line]
    filled: Sequence[int]
    shadow: str

    def line(self, place: int) -> Line:
        """The line at a place among those of text."""
        return self.lines[self.filled[place]]


def column_rows(lines: Sequence[Line], shadow: str) -> list[Line]:
    r"""The lines with the rows of tables that are parted by blanks made rows.

    >>> from policydoc.layout import lines
    >>> [line.text for line in lines("序号 项目名称 责任单位\n1 公厕 市城管局\n2 驿站 市总工会") if line.role == "table"]
    ['序号\t项目名称\t责任单位', '1\t公厕\t市城管局', '2\t驿站\t市总工会']
    """
    sheet = Sheet(lines, [index for index, line in enumerate(lines) if line.role == "text"], shadow)
    rows: Rows = {}
    here = 0
    while here < len(sheet.filled):
        found = _table(sheet, here) if SHORTEST_HEADER <= len(sheet.line(here).text) <= LONGEST_HEADER else {}
        rows.update(found)
        here += max(1, len(found))
    if not rows:
        return list(lines)
    return [made for index, line in enumerate(lines) if (made := rows.get(index, line)) is not None]


def _pieces(shadow: str, line: Line, gap: re.Pattern[str]) -> list[Piece]:
    """What stands between the gaps of a line."""
    start, end = line.at[0], line.at[-1] + 1
    found, here = [], start
    for match in gap.finditer(shadow, start, end):
        found.append(Piece(*compact(shadow, here, match.start()), first=here == start))
        here = match.end()
    found.append(Piece(*compact(shadow, here, end), first=here == start))
    return [piece for piece in found if piece.words]


def _table(sheet: Sheet, here: int) -> Rows:
    """The rows of the table whose titles stand on a line."""
    head = sheet.line(here)
    if not title_role(head.text[-2:]) and not title_role(head.text[-4:]):
        return {}
    for gap in (_WIDE, _ANY):
        pieces = _spelled(_pieces(sheet.shadow, head, gap))
        titles = tuple(piece.words for piece in pieces)
        roles = tuple(title_role(title) for title in titles)
        if len(titles) >= 3 and all(roles) and len(set(roles)) > 1 and is_sure(titles[0]):
            rows = _rows(sheet, here + 1, Head(titles, tuple(title_roles(titles)), gap))
            if rows:
                return {sheet.filled[here]: _row([head], [[piece] for piece in pieces]), **rows}
    return {}


def _spelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The titles, those whose characters stand apart made one: 工 作 任 务."""
    found: list[Piece] = []
    run: list[Piece] = []
    for piece in (*pieces, None):
        if piece is not None and len(piece.words) == 1:
            run.append(piece)
            continue
        if len(run) > 1:
            words, at = "".join(one.words for one in run), [offset for one in run for offset in one.at]
            run = [Piece(words, at, run[0].first)] if title_role(words) else run
        found, run = [*found, *run], []
        if piece is not None:
            found.append(piece)
    return found


def _rows(sheet: Sheet, first: int, head: Head) -> Rows:
    """The rows below the titles, with groups, totals and repeated titles between them."""
    found: Rows = {}
    here, number, count = first, 1, 0
    idle = 0
    while here < len(sheet.filled) and idle < MOST_BETWEEN:
        line = sheet.line(here)
        pieces = _pieces(sheet.shadow, line, head.gap)
        if number > 1 and _starts(pieces[0].words, 1) and found.get(sheet.filled[here - 1]) and not _starts(pieces[0].words, number):
            number = 1 if _BETWEEN.match(sheet.line(here - 1).text.split("\t")[0]) else number
        if _is_between(sheet, here, head, pieces, number):
            found[sheet.filled[here]] = _between(line, pieces, head)
            here += 1
            idle += 1
            continue
        size, taken = _longest_row(sheet, here, head, number)
        if not size:
            break
        group = [sheet.line(place) for place in range(here, here + size)]
        found[sheet.filled[here]] = _row(group, _cut(_all_pieces(sheet, here, size, head), taken))
        found.update((sheet.filled[place], None) for place in range(here + 1, here + size))
        here, number, count, idle = here + size, number + 1, count + 1, 0
    return found if count >= 2 or (count == 1 and len(head.roles) >= 4) else {}


def _starts(words: str, number: int) -> bool:
    """Whether a row of this number begins with these words: 3 or 3农牧区饮水提质."""
    if is_number(words, number):
        return True
    digits = str(number)
    return words.startswith(digits) and "一" <= words[len(digits) : len(digits) + 1] <= "鿿" and words[len(digits)] not in "年月日个万亿"


def _is_between(sheet: Sheet, here: int, head: Head, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line stands between rows: the titles again, a total, or the name of a group that rows follow."""
    if tuple(piece.words for piece in pieces) == head.titles:
        return True
    lead = pieces[0].words
    if not _BETWEEN.match(lead) and not (len(pieces) == 1 and GROUP.fullmatch(lead)):
        return False
    if lead[1:2] == "计":
        return True
    after = _pieces(sheet.shadow, sheet.line(here + 1), head.gap)[0].words if here + 1 < len(sheet.filled) else ""
    if head.numbered and _starts(lead, number):
        return after[:1].isdigit() and (_starts(after, number) or _starts(after, 1))
    return bool(after) and (not head.numbered or _starts(after, number) or _starts(after, 1))


def _between(line: Line, pieces: Sequence[Piece], head: Head) -> Line:
    words = [piece.words for piece in pieces]
    taken = fit(words, head.roles)[1] if tuple(words) != head.titles else []
    return _row([line], _cut(pieces, taken) if len(pieces) > 1 and sum(taken) == len(pieces) else [[piece] for piece in pieces])


def _all_pieces(sheet: Sheet, here: int, size: int, head: Head) -> list[Piece]:
    """The pieces of some lines; a number glued to the first of them is one of its own."""
    found = [piece for place in range(here, here + size) for piece in _pieces(sheet.shadow, sheet.line(place), head.gap)]
    lead = found[0]
    digits = len(lead.words) - len(lead.words.lstrip("0123456789"))
    if head.numbered and 0 < digits < len(lead.words) and lead.words[digits] not in ".、)":
        found[:1] = [Piece(lead.words[:digits], lead.at[:digits], True), Piece(lead.words[digits:], lead.at[digits:], False)]
    return found


def _longest_row(sheet: Sheet, here: int, head: Head, number: int) -> tuple[int, list[int]]:
    """How many lines the row has that begins here, and how many pieces each of its cells; no lines where it is no row."""
    if not head.numbered:
        pieces = _pieces(sheet.shadow, sheet.line(here), head.gap)
        score, taken = fit([piece.words for piece in pieces], head.roles)
        return (1, taken) if taken == [1] * len(head.roles) and score >= FIT else (0, [])
    if not _starts(_pieces(sheet.shadow, sheet.line(here), head.gap)[0].words, number):
        return 0, []
    size, bounded = 1, False
    while size < LONGEST_ROW and here + size < len(sheet.filled):
        pieces = _pieces(sheet.shadow, sheet.line(here + size), head.gap)
        bounded = _starts(pieces[0].words, number + 1) or _is_between(sheet, here + size, head, pieces, number + 1)
        if bounded or END.match(pieces[0].words):
            break
        size += 1
    for least, sizes in ((FIT - 0.3, (size,) if bounded else ()), (FIT, range(1, size + 1))):
        best: tuple[float, int, list[int]] = (least, 0, [])
        for count in sizes:
            pieces = _all_pieces(sheet, here, count, head)
            score, taken = fit([piece.words for piece in pieces], head.roles, _wraps(pieces))
            if sum(taken) == len(pieces) and score >= best[0]:
                best = (score, count, taken)
        if best[1]:
            return best[1:]
    return 0, []


def _wraps(pieces: Sequence[Piece]) -> Collection[int]:
    return {place for place, piece in enumerate(pieces) if piece.first and place}


def _cut(pieces: Sequence[Piece], taken: Sequence[int]) -> list[list[Piece]]:
    """The pieces of each cell."""
    cells, here = [], 0
    for size in taken:
        cells.append(list(pieces[here : here + size]))
        here += size
    return cells


def _row(lines: Sequence[Line], cells: Sequence[Sequence[Piece]]) -> Line:
    """One line, tabs between its cells; within a cell a blank is as good as a comma, between offices as 、."""
    text: list[str] = []
    at: list[int] = []
    for number, cell in enumerate(cells):
        if number:
            text.append("\t")
            at.append(at[-1] if at else lines[0].start)
        for place, piece in enumerate(cell):
            if place and not piece.first:
                text.append("、" if is_office(cell[place - 1].words) and is_office(piece.words) else ",")
                at.append(at[-1] + 1)
            text.append(piece.words)
            at.extend(piece.at)
    return Line(lines[0].start, lines[-1].end, "".join(text), at, "table", 0, tuple(piece for line in lines for piece in line.pieces))
