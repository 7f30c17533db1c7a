"""行首序数: what the start of a line can be read as."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydoc.outline.amounts import DECIMAL, is_amount, is_measured
from policydoc.outline.markers import COUNTED, NTH, Marker, marker_at, numeral
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

if TYPE_CHECKING:
    from policydoc.layout import Line

_NOTE_FIRST = frozenset("([备注附表填指说")
_LOST = pattern(r"[.、](?=[一-龥“《])")
_SPACED = pattern(
    rf"(?:(?P<word>{COUNTED})?(?:(?P<digits>[0-9]{{1,2}})|(?P<han>[一二三四五六七八九十]{{1,3}}))"
    rf"|第(?P<nth>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?P<thing>{NTH}))(?=[一-龥“\[])"
)
_DATED = tuple("月年日")
LONGEST_SPACED = 40
_NOTE = pattern(r"[(\[]?(?:备?注|附注|注释|表注|填表说明|指标说明|说明(?=:[(]?1[).、]))[)\]]?(?::(?:[(]?(?P<first>1)[).、])?|\Z)")
_NOTED = frozenset({"digit", "paren", "half", "circled"})
_HEADS = frozenset({"digit", "han", "named_章", "named_部分"})
NEAR = 4
"""So many numbers of two parts are looked at on either side."""


class _Decimal(NamedTuple):
    """1.2 at the start of a line."""

    line: int
    whole: int
    part: int
    end: int


def leads(lines: Sequence[Line], first: int, last: int) -> dict[int, list[Marker]]:
    r"""Line index → the markers that the line may start with, the likeliest first; ordinal 0 where the number itself was lost.

    >>> from policydoc.layout import lines
    >>> [found[0].family for found in leads(lines("1 总则\n1.1 目的\n1.2 依据\n2 组织"), 0, 4).values()]
    ['digit', 'decimal_2', 'decimal_2', 'digit']
    """
    found: dict[int, list[Marker]] = {}
    decimals: list[_Decimal] = []
    for index in range(first, last):
        line = lines[index]
        if line.role != "text":
            continue
        markers = _readings(line)
        if markers:
            found[index] = markers
        decimal = DECIMAL.match(line.text)
        if decimal and not is_amount(line.text):
            decimals.append(_Decimal(index, int(decimal[1]), int(decimal[2]), decimal.end()))
    for index, whole, part, end in _numbered_in_parts(decimals, found):
        before = next((found[place] for place in range(index - 1, max(first, index - NEAR) - 1, -1) if place in found), None)
        if part == 1 and before and before[0][:2] == ("digit", whole):
            before[0] = before[0]._replace(doubtful=False)  # 1　总则 before 1.1　目的
        found[index] = [Marker("decimal_2", part, 0, end)]
    for index in _notes(lines, first, last, found):
        del found[index]
    return found


def is_note(text: str) -> bool:
    """Whether a folded line starts the notes under a table.

    >>> is_note("注:1.数据截至年底。"), is_note("注意安全")
    (True, False)
    """
    return text[:1] in _NOTE_FIRST and _NOTE.match(text) is not None


def _notes(lines: Sequence[Line], first: int, last: int, found: dict[int, list[Marker]]) -> list[int]:
    """注: the lines of a list of notes (注: 1.… 2.…), as they stand under a table; they are no items of the document."""
    notes: list[int] = []
    family, ordinal = "", -1
    for index in range(first, last):
        head = _NOTE.match(lines[index].text) if lines[index].text[:1] in _NOTE_FIRST else None
        if head:
            family, ordinal = "", int(head["first"] or 0)
        elif ordinal >= 0 and index in found:
            marker = found[index][0]
            if marker.family not in _NOTED or marker.ordinal != ordinal + 1 or (family and marker.family != family):
                ordinal = -1
                continue
            family, ordinal = marker.family, marker.ordinal
            notes.append(index)
    return notes


def _readings(line: Line) -> list[Marker]:
    text = line.text
    marker = marker_at(text)
    if marker is None:
        return [Marker("digit" if text[0] == "." else "han", 0, 0, 1, True)] if text[0] in ".、" and _LOST.match(text) else _spaced(line)
    if marker.family == "decimal_3" and is_measured(text, marker.end):
        point = text.index(".")
        return [Marker("digit", int(text[:point]), 0, point + 1, True)]  # 2.1.5亿元: the second, of 1.5亿元
    if marker.family != "digit" or not marker.doubtful:
        return [marker]
    return [] if is_amount(text) else [marker]


def _numbered_in_parts(decimals: Sequence[_Decimal], found: Mapping[int, Sequence[Marker]]) -> list[_Decimal]:
    """The lines of 1.1, 1.2, 2.1 …: near a neighbour of the same first number, or the first of the next number or of a heading."""
    chained: list[_Decimal] = []
    heads = [index for index, markers in found.items() if markers[0].family in _HEADS and not markers[0].doubtful]
    for rank, decimal in enumerate(decimals):
        _, whole, part, _ = decimal
        before = [(other.whole, other.part) for other in decimals[max(0, rank - NEAR) : rank]]
        after = [(other.whole, other.part) for other in decimals[rank + 1 : rank + 1 + NEAR]]
        place = bisect_left(heads, decimal.line)
        headed = part == 1 and place > 0 and found[heads[place - 1]][0].ordinal == whole
        next_whole = part == 1 and any(other.whole == whole - 1 for other in chained[-1:])
        if (whole, part - 1) in before or (whole, part + 1) in after or headed or next_whole:
            chained.append(decimal)
    return chained


def _spaced(line: Line) -> list[Marker]:
    """一　总体要求, 1 总则, 任务一 新建公厕: a number that stands apart, before a short line or where nothing else does."""
    text = line.text
    if isinstance(line.at, range):
        return []  # without blanks in it nothing stands apart
    match = _SPACED.match(text)
    if match is None or match.end() >= len(line.at):
        return []
    if line.at[match.end()] - line.at[match.end() - 1] < 2 or text.startswith(_DATED, match.end()) or unit_at(text, match.end()):
        return []
    breaks = [start for start, _ in line.pieces[1:]]
    gaps = sum(
        after - before > 1 and not any(before < place <= after for place in breaks)
        for before, after in pairwise(line.at[match.end() : match.end() + LONGEST_SPACED])
    )
    if gaps > 1 or (gaps and (len(text) > LONGEST_SPACED or text[-1] in "。;,")):
        return []  # a table row set with blanks
    ordinal = numeral(match["nth"] or match["digits"] or match["han"])
    if match["thing"]:
        family = f"nth_{match['thing']}"
    else:
        family = f"counter_{match['word']}" if match["word"] else "digit" if match["digits"] else "han"
    return [Marker(family, ordinal, 0, match.end(), True)] if ordinal else []
