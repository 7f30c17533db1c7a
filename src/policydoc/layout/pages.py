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
_GAZETTE = pattern(r"[一-龥]{0,24}政府公报(?:[(]?(?:19|20)[0-9]{2}年?[第·.]?[0-9]{1,3}[期号]?(?:[(]总第?[0-9]{1,4}期[)])?[)]?)?")
"""What stands on every page of a gazette, known by its words."""
_LABELLED = pattern(r"[(\[]?[^,。;:]{2,10}:")
NEAREST = 200
"""Characters between two bare page numbers, at least."""
SHORTEST = 12
"""Characters of a line that a page may have broken off."""
LONGEST_HEAD = 50
REACH = 3
"""Lines above and below the number of a page among which its running head stands."""
NOWHERE = (REACH, 0)


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
    heads |= {index for index in filled if lines[index].role == "furniture" and _NAMED.search(lines[index].text)}
    beside = {index for index in bare if heads & {*filled[max(0, place[index] - 1) : place[index] + 2]}}
    return frozenset(found | heads | beside)


def printed_heads(lines: Sequence[Line]) -> frozenset[int]:
    r"""Indices of running heads and of pages as 3/8 among lines that may be the cells of a table, told by words and order alone.

    >>> from policydoc.layout import lines
    >>> pages = "水务责任清单\n序号\n事项\n单位\n1\n公厕\n-1-\n水务责任清单\n市城管局\n2\n路灯\n-2-\n水务责任清单\n市住建局"
    >>> [line.text for line in lines(pages) if line.role == "table"]
    ['序号\t事项\t单位', '1\t公厕\t市城管局', '2\t路灯\t市住建局']
    """
    filled = [index for index, line in enumerate(lines) if line.text]
    ratios = list(_ratios(lines, filled))
    rising = all(_page(lines[first].text) < _page(lines[second].text) for first, second in pairwise(ratios))
    pages = {index for index in filled if lines[index].role == "furniture" and _MARKED.fullmatch(lines[index].text)}
    pages.update(ratios if rising else ())
    named: dict[str, list[int]] = {}
    for rank, index in enumerate(filled):
        text = lines[index].text
        below = rank and lines[index].role == "text" and _BARE.fullmatch(lines[filled[rank - 1]].text)
        if below and 6 <= len(text) <= LONGEST_HEAD and _NAMED.search(text):
            named.setdefault(text, []).append(rank)
    for ranks in named.values():
        numbers = [int(lines[filled[rank - 1]].text) for rank in ranks]
        if len(ranks) > 1 and all(other == number + 1 for number, other in pairwise(numbers)):
            pages.update(filled[rank - 1] for rank in ranks)
    if not pages:
        return frozenset()
    place = {index: rank for rank, index in enumerate(filled)}
    heads = {index for index in _running_heads(lines, filled, place, pages) if _NAMED.search(lines[index].text)}
    return frozenset(heads | {index for index in pages if lines[index].role == "text"})


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
    """Lines that stand beside the numbers of at least two pages, or break a sentence off and are known from elsewhere."""
    beside: dict[str, dict[int, tuple[int, int]]] = {}
    inside: set[int] = set()
    for index in sorted(pages):
        for step in (-1, 1):
            rank = place[index] + step
            seen: set[str] = set()
            for far in range(REACH):
                if not 0 <= rank < len(filled) or filled[rank] in pages:
                    break
                line = lines[filled[rank]]
                if (
                    line.role == "text"
                    and 4 <= len(line.text) <= LONGEST_HEAD
                    and line.text[-1] not in ENDED
                    and line.text not in seen
                    and not _LABELLED.match(line.text)
                ):
                    known = beside.setdefault(line.text, {})
                    known[filled[rank]] = min(known.get(filled[rank], NOWHERE), (far, -step))
                    if not seen and step > 0 and _goes_on(lines, filled, rank, pages):
                        inside.add(filled[rank])
                seen.add(line.text)
                rank += step
    again: dict[str, list[int]] = {}
    for index in filled if beside else ():
        if lines[index].text in beside and lines[index].role == "text":
            again.setdefault(lines[index].text, []).append(index)
    heads: set[int] = set()
    for text, steps in beside.items():
        below = {index for index, (_, side) in steps.items() if side < 0}
        found = below if 2 * len(below) >= len(steps) else steps.keys() - below
        every = again[text]
        first = min(found)
        if len(found) > 1:
            caption = (len(found) == len(every) == 2 and first not in inside) or _CAPTION.match(text)
            heads |= found - ({first} if caption else set())
        elif len(every) > 2 and _NAMED.search(text):
            heads.update(every[1:])
        elif (len(every) > 1 and first in inside and not _CAPTION.match(text)) or _GAZETTE.fullmatch(text):
            heads.add(first)
    return heads


def _goes_on(lines: Sequence[Line], filled: Sequence[int], rank: int, pages: set[int]) -> bool:
    """Whether the line above a page's number breaks off inside a sentence, or both it and the line below the head are sentences."""
    above = rank - 1
    while above >= 0 and filled[above] in pages:
        above -= 1
    if above < 0 or rank + 1 >= len(filled):
        return False
    before, after = lines[filled[above]], lines[filled[rank + 1]]
    if before.role == after.role == "table":
        return True
    if before.role != "text" or len(before.text) < SHORTEST or not any(mark in before.text for mark in ",。;、:"):
        return False
    return before.text[-1] not in ENDED or MARKER.match(after.text) is not None or any(mark in after.text for mark in ",。;、")


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
