"""表头拆行: the titles of columns that follow each other, one on a line or on two, and what begins below them."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout.fitting import fit
from policydoc.layout.rows import Cells
from policydoc.layout.titles import is_half, is_sure, title_role
from policydoc.rules.patterns import pattern

MOST = 14
"""Columns."""
_DIGITS = 3
LONGEST_ROW = 40
"""Lines of a row."""
GROUP = pattern(r"(?:[一二三四五六七八九十]{1,3}、|[(\[][一二三四五六七八九十]{1,3}[)\]])[^。;:]{1,28}")
"""The name of a group of rows: 一、城建类."""
_HAN = "〇一二三四五六七八九十"


def titles_at(texts: Sequence[str], start: int) -> Cells:
    """The titles from a place on, those on two lines as one where the first row says so; none where no row may begin below.

    >>> titles_at(["序号", "工作", "内容", "责任单位", "1"], 0)
    [[0], [1, 2], [3]]
    """
    whole, halves = _titles(texts, start), _titles(texts, start, halves=True)
    if title_role(texts[start]) == "number" and not any(_begins(texts, titles[-1][-1] + 1) for titles in (whole, halves) if titles):
        return []
    if sum(map(len, halves)) != sum(map(len, whole)):
        return max(whole, halves, key=lambda cells: sum(map(len, cells)))
    return halves if len(halves) < len(whole) and not _apart(texts, whole, halves) else whole


def _begins(texts: Sequence[str], first: int) -> bool:
    """Whether the first row may begin at a place: with 1, or with a group's name before it."""
    return first < len(texts) and (first_number(texts[first]) > 0 or group_lines(texts, first) > 0)


def first_number(text: str) -> int:
    """The number of the row that a line begins: 1, or that of the page of a longer table; 0 where it is none.

    >>> first_number("1"), first_number("80"), first_number("2024"), first_number("公厕")
    (1, 80, 0, 0)
    """
    if is_number(text, 1):
        return 1
    return int(text) if len(text) <= _DIGITS and text.isascii() and text.isdigit() else 0


def _apart(texts: Sequence[str], whole: Cells, halves: Cells) -> bool:
    """Whether the first row suits the titles better when each line is one than when some stand on two lines."""
    first = whole[-1][-1] + 1
    number = first_number(texts[first]) if first < len(texts) else 0
    end = next_row(texts, first, len(whole), number + 1) if number else first + len(whole)
    row = texts[first:end]
    apart, together = ([title_role("".join(texts[place] for place in cell)) or "other" for cell in cells] for cells in (whole, halves))
    score, taken = fit(row, apart)
    return taken == [1] * len(whole) or score * len(whole) >= fit(row, together)[0] * len(halves)


def _titles(texts: Sequence[str], start: int, *, halves: bool = False) -> Cells:
    """The titles that follow each other from a place; with `halves` one may stand on two lines (完成⏎时限)."""
    found: Cells = []
    here = start
    while here < len(texts) and len(found) <= MOST:
        text = texts[here]
        after = texts[here + 1] if here + 1 < len(texts) else ""
        if any(texts[cell[0]] == text for cell in found):
            break
        if halves and is_half(text) and 0 < len(after) <= 4 and title_role(text + after):
            found.append([here, here + 1])
            here += 2
        elif title_role(text) and (is_sure(text) or found):
            found.append([here])
            here += 1
        elif len(text) <= 5 and 0 < len(after) <= 5 and title_role(text + after):
            found.append([here, here + 1])
            here += 2
        else:
            break
    return found


def is_number(text: str, number: int) -> bool:
    """Whether a cell is a number of rows, in figures or characters.

    >>> is_number("3", 3), is_number("（三）", 3), is_number("十二", 12)
    (True, False, False)
    """
    bare = text.strip("()[].、")
    return len(text) <= 5 and (bare == str(number) or (number <= 10 and bare == _HAN[number]))


def group_before(texts: Sequence[str], place: int) -> bool:
    """Whether a group's name and the first row stand at a place.

    >>> group_before(["一、城建类", "1"], 0)
    True
    """
    return place + 1 < len(texts) and GROUP.fullmatch(texts[place]) is not None and is_number(texts[place + 1], 1)


def group_lines(texts: Sequence[str], place: int) -> int:
    """How many lines the name of a group of rows takes that stands at a place before the first row: none, one, or two.

    >>> group_lines(["一、城建类", "1"], 0), group_lines(["一", "城建类（2个）", "1"], 0), group_lines(["公厕", "1"], 0)
    (1, 2, 0)
    """
    if group_before(texts, place):
        return 1
    numbered = texts[place : place + 1] == ["一"] and texts[place + 2 : place + 3] == ["1"]
    return 2 if numbered and not is_number(texts[place + 1], 1) else 0


def next_row(texts: Sequence[str], start: int, width: int, number: int) -> int | None:
    """Where the row of the next number begins: a row's width away, else the first such number further on."""
    if start + width < len(texts) and is_number(texts[start + width], number):
        return start + width
    for place in range(start + 2, min(len(texts), start + LONGEST_ROW)):
        if is_number(texts[place], number):
            return place
    return None
