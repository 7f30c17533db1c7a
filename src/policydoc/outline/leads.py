"""行首序数: what the start of a line can be read as."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from policydoc.outline.markers import COUNTED, Marker, marker_at, numeral
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

if TYPE_CHECKING:
    from policydoc.layout import Line

_LOST = pattern(r"\.(?=[一-龥“《])")
_SPACED = pattern(rf"(?P<word>{COUNTED})?(?:(?P<digits>[0-9]{{1,2}})|(?P<han>[一二三四五六七八九十]{{1,3}}))(?=[一-龥“])")
_DECIMAL = pattern(r"([0-9]{1,2})\.([1-9][0-9]?)(?![0-9.])")
_VERSION = pattern(r"[0-9]{1,2}\.0")
_MEASURED = frozenset({"length", "area", "volume", "mass", "energy", "money", "ratio", "time", "concentration"})
"""Dimensions of what comes in fractions."""
_DATED = tuple("月年日")
LONGEST_SPACED = 40
_NOTE = pattern(r"[(\[]?(?:备?注|附注|注释|表注|填表说明|指标说明)[)\]]?(?::(?:[(]?(?P<first>1)[).、])?|\Z)")
_NOTED = frozenset({"digit", "paren", "half", "circled"})


def leads(lines: Sequence[Line], first: int, last: int) -> dict[int, list[Marker]]:
    r"""Line index → the markers that the line may start with, the likeliest first; ordinal 0 where the number itself was lost.

    >>> from policydoc.layout import lines
    >>> [found[0].family for found in leads(lines("1 总则\n1.1 目的\n1.2 依据\n2 组织"), 0, 4).values()]
    ['digit', 'decimal_2', 'decimal_2', 'digit']
    """
    found: dict[int, list[Marker]] = {}
    decimals: list[tuple[int, int, int, int]] = []
    for index in range(first, last):
        line = lines[index]
        if line.role != "text":
            continue
        markers = _readings(line)
        if markers:
            found[index] = markers
        decimal = _DECIMAL.match(line.text)
        if decimal and not _measures(line.text, decimal.end()):
            decimals.append((index, int(decimal[1]), int(decimal[2]), decimal.end()))
    for index, part, end in _numbered_in_parts(decimals):
        found[index] = [Marker("decimal_2", part, 0, end)]
    for index in _notes(lines, first, last, found):
        del found[index]
    return found


def _notes(lines: Sequence[Line], first: int, last: int, found: dict[int, list[Marker]]) -> list[int]:
    """注: the lines of a list of notes (注: 1.… 2.…), as they stand under a table; they are no items of the document."""
    notes: list[int] = []
    family, ordinal = "", -1
    for index in range(first, last):
        head = _NOTE.match(lines[index].text)
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
        return [Marker("digit", 0, 0, 1, True)] if text.startswith(".") and _LOST.match(text) else _spaced(line)
    if marker.family != "digit" or not marker.doubtful:
        return [marker]
    decimal = _DECIMAL.match(text)
    if _VERSION.match(text) or (decimal and _measures(text, decimal.end())):
        return []
    return [marker]


def _measures(text: str, end: int) -> bool:
    """Whether what stands before is an amount: 1.5亿元, 2.3公里; not 1.5G网络, 4.8月底 or 3.5个 (nothing is half counted)."""
    if text.startswith(("万", "亿", "千", "百", "%"), end):
        return True
    unit = unit_at(text, end)
    return unit is not None and unit[0].dimension in _MEASURED and not text.startswith(_DATED, end)


def _numbered_in_parts(decimals: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int]]:
    """The lines of 1.1, 1.2, 2.1 …: beside a neighbour of the same first number, or the first of the next number."""
    chained: list[tuple[int, int, int]] = []
    for rank, (index, whole, part, end) in enumerate(decimals):
        before = decimals[rank - 1][1:3] if rank else (0, 0)
        after = decimals[rank + 1][1:3] if rank + 1 < len(decimals) else (0, 0)
        if before == (whole, part - 1) or after == (whole, part + 1) or (chained and part == 1 and before[0] == whole - 1):
            chained.append((index, part, end))
    return chained


def _spaced(line: Line) -> list[Marker]:
    """一　总体要求, 1 总则, 任务一 新建公厕: a short line whose number stands apart."""
    text = line.text
    if isinstance(line.at, range) or len(text) > LONGEST_SPACED or text[-1:] in "。;,":
        return []  # without blanks in it nothing stands apart
    match = _SPACED.match(text)
    if match is None or match.end() >= len(line.at):
        return []
    if line.at[match.end()] - line.at[match.end() - 1] < 2 or text.startswith(_DATED, match.end()) or unit_at(text, match.end()):
        return []
    if sum(after - before > 1 for before, after in pairwise(line.at[match.end() :])) > 1:
        return []  # a table row set with blanks
    ordinal = numeral(match["digits"] or match["han"])
    family = f"counter_{match['word']}" if match["word"] else "digit" if match["digits"] else "han"
    return [Marker(family, ordinal, 0, match.end(), True)] if ordinal else []
