"""物理行: head and tail elements stand on rows of their own; a logical line that swallowed one is taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.letterhead import is_mark, is_own_number
from policydoc.rules.labels import label_forms, label_pattern

_MOST = 24
_LONGEST = 480


class Rows(NamedTuple):
    """Rows for reading heads and tails, and the logical line that each belongs to."""

    rows: tuple[Line, ...]
    owner: tuple[int, ...]

    def first_of(self, line: int) -> int:
        """The first row of a logical line; the number of rows behind the last one."""
        low, high = 0, len(self.owner)
        while low < high:
            middle = (low + high) // 2
            if self.owner[middle] < line:
                low = middle + 1
            else:
                high = middle
        return low

    def line_of(self, row: int) -> int:
        """The logical line of a row; behind the last row, the number of lines."""
        if row < len(self.owner):
            return self.owner[row]
        return self.owner[-1] + 1 if self.owner else 0


def pieces(line: Line) -> list[Line]:
    """The physical lines of a logical line."""
    found: list[Line] = []
    place = 0
    for start, end in line.pieces:
        first = place
        while place < len(line.at) and line.at[place] < end:
            place += 1
        text = line.text[first:place].rstrip(" ")
        if text:
            at = line.at[first : first + len(text)]
            found.append(Line(start, end, text, at, line.role, at[0] - start, ((start, end),)))
    return found


def _stands_apart(text: str) -> bool:
    """Whether a row is an element of a head or tail as a whole."""
    return (
        is_own_number(text)
        or is_mark(text)
        or shape.is_date(text)
        or shape.is_banner(text)
        or shape.is_annotation(text)
        or (shape.is_marker(text) and len(text) > 1)
        or (shape.is_imprint(text) and not shape.is_item(text))
        or shape.is_addressed(text)
        or label_pattern("letter").match(text) is not None
        or label_pattern("metadata").match(text) is not None
        or (len(text) > 2 and text in label_forms("metadata"))
    )


def rows(lines: Sequence[Line]) -> Rows:
    r"""The rows of a text: its logical lines, those with a head or tail element among their physical lines taken apart.

    >>> from policydoc.layout.line import Line
    >>> text = "云政办发〔2024〕7号\n云泽市公告"
    >>> joined = Line(0, 18, "云政办发[2024]7号云泽市公告", [*range(12), *range(13, 18)], pieces=((0, 12), (13, 18)))
    >>> [row.text for row in rows([joined]).rows]
    ['云政办发[2024]7号', '云泽市公告']
    """
    found: list[Line] = []
    owner: list[int] = []
    for index, line in enumerate(lines):
        split = pieces(line) if 1 < len(line.pieces) <= _MOST and len(line.text) <= _LONGEST and line.role == "text" else []
        if len(split) > 1 and not shape.is_number(line.text) and any(_stands_apart(row.text) for row in split):
            found.extend(split)
            owner.extend([index] * len(split))
        else:
            found.append(line)
            owner.append(index)
    return Rows(tuple(found), tuple(owner))
