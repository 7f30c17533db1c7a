"""页码、页眉: the numbers of pages and the lines that are printed again on every page.

1. A number between dashes, with 第…页 or as 3/8 is a page's; a bare one only where it breaks a sentence off or counts on
   at the distance of pages. The number that its sentence wants (完成改造⏎12⏎公里) is none, nor is a 序号.
2. A line is a running head where it stands beside the number of a page again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policydoc.layout.line import Line
from policydoc.layout.marks import COUNTS, ENDED, MARKER, opens_with_unit
from policydoc.rules.patterns import pattern

_BARE = pattern(r"[0-9]{1,4}")
_MARKED = pattern(
    r"(?:共[0-9]{1,4}页[,/|、 ;]?|页码:?|Page ?)?[-·.~_(]{0,4}第?(?P<page>[0-9]{1,4})页?[-·.~_)]{0,4}"
    r"(?:[,/|、 ;]{0,2}[(]?共?[0-9]{1,4}页?[)-]?| ?of ?[0-9]{1,4})?",
    re.IGNORECASE,
)
_RATIO = pattern(r"(?P<page>[0-9]{1,3})/(?P<whole>[0-9]{1,3})")
_EDGE = pattern(r"^[-·.~_|]{0,3}第?[0-9]{1,4}页?[-·.~_|]{0,3}(?=[^0-9年月日.、,])|(?<=[^0-9.])[-·.~_|]{0,3}第?[0-9]{1,4}页?[-·.~_|]{0,3}$")
_NAMED = pattern(
    r"(?:文件|方案|计划|规划|要点|报告|公报|通知|意见|清单|办法|政府|委员会|办公[室厅]|分工|一览表|任务书)(?:[(][^()]{1,20}[)])?\Z"
)
"""How titles end, and letterheads."""
_CAPTION = pattern(r"专栏|[附续]?[表图]|专题")
"""What a page goes on with may be headed again: the first time it is a heading."""
_LABELLED = pattern(r"[(\[]?[^,。;:]{2,10}:")
NEAREST = 200
"""Characters between two bare page numbers, at least."""
SHORTEST = 12
"""Characters of a line that a page may have broken off."""
LONGEST_HEAD = 50
REACH = 3
"""Lines above and below the number of a page among which its running head stands."""


def page_lines(lines: Sequence[Line]) -> frozenset[int]:
    r"""Indices of the lines that number pages or repeat on each of them, beyond those that their words alone tell.

    >>> from policydoc.layout import lines
    >>> [(line.role, line.text) for line in lines("新建公厕，改造农村公路一百二十\n12\n公里；新建改建农村户厕共计15\n13\n座。")][:2]
    [('text', '新建公厕,改造农村公路一百二十公里;新建改建农村户厕共计15座。'), ('furniture', '12')]
    """
    filled = [index for index, line in enumerate(lines) if line.text]
    if not any(line.text[0] in "0123456789-第·~" or line.text[-1] in "0123456789-·~" for line in map(lines.__getitem__, filled)):
        return frozenset()
    place = {index: rank for rank, index in enumerate(filled)}
    found = set(_ratios(lines, filled))
    sure = {index for index in filled if lines[index].role == "furniture" and _MARKED.fullmatch(lines[index].text)} | found
    bare = [index for index in filled if _is_bare(lines, filled, place[index])]
    broken = {index for index in bare if _breaks(lines, filled, place[index], sure)}
    counted = _counted(lines, filled, bare, sure | broken)
    found |= broken | counted
    found |= _numbered_heads(lines, filled)
    heads = _running_heads(lines, filled, place, sure | found)
    beside = {index for index in bare if heads & {*filled[max(0, place[index] - 1) : place[index] + 2]}}
    return frozenset(found | heads | beside)


def _ratios(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[int]:
    """3/8: the second number is the same again, or nothing but this stands there for a page."""
    ratios = [(index, match) for index in filled if lines[index].role == "text" and (match := _RATIO.fullmatch(lines[index].text))]
    wholes = Counter(match["whole"] for _, match in ratios)
    for index, match in ratios:
        before = lines[index - 1].text if index else ""
        if 0 < int(match["page"]) <= int(match["whole"]) and (wholes[match["whole"]] > 1 or len(before) >= SHORTEST or not before):
            yield index


def _breaks(lines: Sequence[Line], filled: Sequence[int], rank: int, sure: set[int]) -> bool:
    """Whether a bare number stands inside a sentence that does not want one."""
    first, last = rank - 1, rank + 1
    while first >= 0 and filled[first] in sure:
        first -= 1
    while last < len(filled) and filled[last] in sure:
        last += 1
    if first < 0 or last >= len(filled):
        return False
    before, after = lines[filled[first]], lines[filled[last]]
    if before.role == after.role == "table":
        return True
    if before.role != "text" or after.role != "text" or before.text[-1] in ENDED or MARKER.match(after.text) or _BARE.fullmatch(after.text):
        return False
    wanted = before.text[-1] in COUNTS
    if opens_with_unit(after.text):
        return wanted and len(before.text) > 4
    goes_on = after.text[0] in ",、。;:)》”" or (after.text[-1] in ENDED and "," in after.text)
    return len(before.text) >= SHORTEST and goes_on and not wanted and before.text[-1] not in ")》”"


def _is_bare(lines: Sequence[Line], filled: Sequence[int], rank: int) -> bool:
    """Whether a line is a number and nothing else, whose point does not stand on the next line."""
    line = lines[filled[rank]]
    if line.role != "text" or len(line.text) > 4 or not _BARE.fullmatch(line.text):
        return False
    return rank + 1 == len(filled) or lines[filled[rank + 1]].text[0] not in ".、"


def _counted(lines: Sequence[Line], filled: Sequence[int], bare: Sequence[int], known: set[int]) -> set[int]:
    """Bare numbers that count on, one by one, at the distance of pages."""
    size = 0
    sizes: dict[int, int] = {}
    for index in filled:
        sizes[index] = size
        size += len(lines[index].text)
    chain = [(index, _page(lines[index].text)) for index in sorted({*bare, *known})]
    near = {first for (first, number), (second, other) in pairwise(chain) if sizes[second] - sizes[first] < NEAREST and other == number + 1}
    found: set[int] = set()
    for (first, number), (second, other) in pairwise([each for each in chain if each[0] not in near or each[0] in known]):
        if other == number + 1 and number and sizes[second] - sizes[first] >= NEAREST:
            found.update((first, second))
    found.intersection_update(bare)
    return set() if known.isdisjoint(found) and _are_labels(lines, filled, found) else found


def _are_labels(lines: Sequence[Line], filled: Sequence[int], bare: set[int]) -> bool:
    """Whether bare numbers stand where items begin: behind whole sentences, and before words without a marker of their own."""
    first = min(bare, default=0)
    for rank, index in enumerate(filled):
        if index in bare:
            before = lines[filled[rank - 1]].text if rank else "。"
            after = lines[filled[rank + 1]].text if rank + 1 < len(filled) else ""
            if (before[-1] not in ENDED and index != first) or not after or MARKER.match(after):
                return False
    return True


def _page(text: str) -> int:
    match = _MARKED.fullmatch(text)
    return int(match["page"]) if match else 0


def _running_heads(lines: Sequence[Line], filled: Sequence[int], place: dict[int, int], pages: set[int]) -> set[int]:
    """Lines that stand beside the numbers of at least two pages."""
    beside: dict[str, set[int]] = {}
    for index in pages:
        for step in (-1, 1):
            rank = place[index] + step
            for _ in range(REACH):
                if not 0 <= rank < len(filled) or filled[rank] in pages:
                    break
                line = lines[filled[rank]]
                if (
                    line.role == "text"
                    and 4 <= len(line.text) <= LONGEST_HEAD
                    and line.text[-1] not in ENDED
                    and not _LABELLED.match(line.text)
                ):
                    beside.setdefault(line.text, set()).add(filled[rank])
                rank += step
    often = {text for text, found in beside.items() if len(found) > 1}
    named = {text for text in beside if text not in often and _NAMED.search(text)}
    again: dict[str, list[int]] = {}
    for index in filled if named else ():
        if lines[index].text in named and lines[index].role == "text":
            again.setdefault(lines[index].text, []).append(index)
    repeated = {text: sorted(beside[text]) for text in often}
    captions = {found[0] for text, found in repeated.items() if len(found) == 2 or _CAPTION.match(text)}
    return {index for found in repeated.values() for index in found if index not in captions} | {
        index for found in again.values() if len(found) > 2 for index in found[1:]
    }


def _numbered_heads(lines: Sequence[Line], filled: Sequence[int]) -> set[int]:
    """Lines that are the same but for the number at their end or start, which counts pages: 云泽市人民政府公报 12."""
    alike: dict[str, list[tuple[int, int]]] = {}
    for index in filled:
        line = lines[index]
        text = line.text
        if line.role != "text" or not 7 <= len(text) <= LONGEST_HEAD or not (text[0] in "0123456789-第" or text[-1] in "0123456789-页"):
            continue
        edge = _EDGE.search(text)
        words = text[: edge.start()] + text[edge.end() :] if edge else ""
        if edge and len(words) >= 6 and not MARKER.match(text) and words[-1] not in ENDED:
            digits = "".join(filter(str.isdigit, edge[0]))
            alike.setdefault(words.strip(" -·"), []).append((index, int(digits)))
    found: set[int] = set()
    for same in alike.values():
        if len(same) >= 3 and all(0 < other - number <= 2 for (_, number), (_, other) in pairwise(same)):
            found.update(index for index, _ in same)
    return found
