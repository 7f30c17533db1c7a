"""物理行: head and tail elements stand on rows of their own; a logical line that swallowed one is taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.layout.line import joined
from policydoc.parts import shape
from policydoc.parts.letterhead import is_mark, is_own_number
from policydoc.parts.number import whole_number
from policydoc.parts.seams import seams
from policydoc.parts.title import complete
from policydoc.rules.agencies import is_organisation
from policydoc.rules.labels import label_forms, label_pattern
from policydoc.rules.patterns import pattern

_CODE = pattern(r"^[\u3400-\u9fff]{1,10}[发办函字规政电督复]$")
_REST = pattern(r"第?\ ?[0-9]{1,5}\ ?号")
_LEADS = pattern(r"根据|按照|依据|依照|遵照|落实|贯彻|执行|转发|参照")
_VISITS = pattern(r"[-·]?(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[:][0-9]{0,9}次?")
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

    def end_of(self, row: int) -> int:
        """The logical line before which the rows before a row end: a line that a row cuts in two is kept whole."""
        if 0 < row < len(self.owner) and self.owner[row] == self.owner[row - 1]:
            return self.owner[row] + 1
        return self.line_of(row)

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


def _divided(above: Line, line: Line) -> bool:
    """Whether two lines are one document number: its code or year on the first, the rest on the second."""
    if len(line.text) > 16 or len(above.text) > 40 or line.role != "text" or above.role != "text":
        return False
    if line.text[:1] in ("[", "("):
        return _CODE.search(above.text) is not None and "号" in line.text and whole_number(above.text + line.text) is not None
    return _REST.fullmatch(line.text) is not None and above.text[-1:] in ("]", ")") and whole_number(above.text + line.text) is not None


def _cuts(lines: Sequence[Line], index: int) -> list[int]:
    """Where a line without line ends of its own parts into elements of a head or tail."""
    line = lines[index]
    if line.role != "text":
        return []
    below = next((other.text for other in lines[index + 1 : index + 3] if other.role == "text"), "")
    return seams(line.text, below if shape.is_date(below) else "")


def _sliced(line: Line, cuts: Sequence[int]) -> list[Line]:
    edges = [0, *cuts, len(line.text)]
    return [
        Line(line.at[low], line.at[high - 1] + 1, line.text[low:high], line.at[low:high], line.role, line.indent if not low else 0)
        for low, high in pairwise(edges)
    ]


def _is_title(text: str) -> bool:
    """Whether a row is a whole title of a notice, its office included."""
    about = text.find("关于", 0, 60)
    if about < 0 or _LEADS.match(text) or not (about == 0 or is_organisation(text[:about])):
        return False
    kind = complete(text)
    return kind is not None and kind.status == "statutory"


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
        or _is_title(text)
        or _VISITS.fullmatch(text) is not None
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
        elif cuts := _cuts(lines, index):
            found.extend(_sliced(line, cuts))
            owner.extend([index] * (len(cuts) + 1))
        elif found and _divided(found[-1], line):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
            owner.append(index)
    return Rows(tuple(found), tuple(owner))
