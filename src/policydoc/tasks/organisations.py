"""单位名单: the units of a list, each a stretch of the folded line.

1. A list is split at 、, and between whole names at 和, 及, 与, 会同; never inside brackets.
2. 文化和旅游局 is one name; what shares a last word with the next (各市、州人民政府; 市教育、财政、人社局) stays one entry.
3. Notes (（牵头）, telephone numbers, names of persons) and 等部门 are no part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.tasks.naming import LONGEST, PLACED, is_collective, is_generic, is_organisation, is_sentence, matcher, words

__all__ = ["Unit", "is_collective", "is_generic", "is_organisation", "is_sentence", "units"]

_AREAS = pattern(r"[各省市县区州盟旗镇乡街道村社场所开发园特新、,;/及和与或含等]+|管委会|含[^()]{1,10}")
_LEAD = pattern(r"[“《①-⑳※★☆▲△●*#]|由|以及|及其|及|和|与|会同|商(?=[省市县区])|其中|并|:|(?:[0-9一二三四五六七八九十]{1,2}[.、)])")
_ALONE = pattern(r"(?:会同|以及|[和及与])")
_OPEN = pattern(
    r"等(?:国务院|中央|全?[省市县区州盟旗]|自治区)?[直级属]?各?(?:有关|相关|责任|成员|职能|主管)?(?:部[门委]|单位|机构|地方|方面){1,2}\Z"
)
"""Words behind the last name that say there are others: 能源局等省有关部门."""
_GOVERNMENT = pattern(r"(?:人民)?政府(?:\(管委会\))?\Z")
_EACH = pattern(r"(?:各|相关|有关|所在)(?:市|县|区|州|旗|盟|省|镇|乡|地)(?:[(\[][^()\[\]]{1,12}[)\]])?(?:、|\Z)")
_ALL = pattern(r"(?:[省市县区]直)?(?:各|有关|相关)[^局委厅办府]{0,10}\Z|[省市县区]直(?:部门|单位)\Z")
_ABUTTING = pattern(r"(?<=[局厅])(?=(?:[省市县区州盟旗])[\u3400-\u9fff]{2,12}(?<!分局)\Z)")
"""The seam of two names of one level that nothing divides: 市教育局 + 市财政局."""
_LEVEL = pattern(r"(?:[省市县区州盟旗]|自治区|国家)(?![级委直属])[一-鿿]{2,7}\Z")


class Unit(NamedTuple):
    """A unit of a list; `note` is the bracket behind its name that is no part of it: 市教育局(牵头)."""

    start: int
    end: int
    note: str = ""


def units(text: str, start: int = 0, end: int | None = None) -> list[Unit]:
    """The units of a list of them.

    >>> text = "市文化和旅游局、市财政局和市民政局等部门"
    >>> [text[unit.start : unit.end] for unit in units(text)]
    ['市文化和旅游局', '市财政局', '市民政局']
    """
    stop = len(text) if end is None else end
    pieces = [part for a, b in _split(text, start, stop) for part in _joined(text, a, b)]
    found = []
    for a, b in _shared(text, [(a, b) for a, b in (_lead(text, a, b) for a, b in pieces) if a < b]):
        unit = _trimmed(text, a, b)
        if unit is not None:
            found.append(unit)
    return found


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators that stand in no bracket."""
    depth = 0
    here = start
    for match in matcher("whole", r"{}|[()\[\]、,;/\t|①-⑳]").finditer(text, start, end):
        mark = match[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and len(mark) == 1 and (mark != "/" or is_organisation(text[here : match.start()])):
            yield here, match.start()
            here = match.end()
    yield here, end


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that 和, 及, 与, 会同 join: only between a name that is whole and another."""
    here = start
    for seam in _ABUTTING.finditer(text[start:end]) if end - start > 6 else ():
        at = start + seam.start()
        if text[at] == text[here] and is_organisation(text[here:at]) and is_organisation(text[at:end].split("局")[0] + "局"):
            yield here, at
            here = at
    for match in _ALONE.finditer(text, here, end):
        at, behind = match.span()
        if at < here or text.startswith(words("whole"), max(here, at - 2)):
            continue
        if match[0] == "会同" and text[max(here, at - 2) : at] in ("委员", "管委", "联合", "协商") and not text.startswith("会", behind):
            at, behind = at + 1, at + 2
        left, right = text[here:at], text[behind:end]
        whole = (is_organisation(left) or is_collective(left)) and not (_ALL.match(left) and right in words("collective"))
        if _balanced(left) and whole and len(right) > 1:
            yield here, at
            here = behind
    yield here, end


def _balanced(name: str) -> bool:
    return name.count("(") == name.count(")") and name.count("[") == name.count("]")


def _lead(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the words that lead a name in, and without 等部门 behind it."""
    while (match := _LEAD.match(text, start, end)) and match.end() > start:
        start = match.end()
    tail = text[start:end]
    others = _OPEN.search(tail, 2)
    if others is not None:
        return start, start + others.start()
    cut = next(len(word) for word in words("tail") if tail.endswith(word)) if tail.endswith(words("tail")) else 0
    return start, end - cut


def _shared(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces, those that share their last word made one: 各市 + 州人民政府, 市教育 + 财政 + 人社局."""
    out: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(pieces):
        first = len(out)
        name = text[start:end]
        while first and text[out[first - 1][1] : (out[first][0] if first < len(out) else start)] == "、" and len(out) - first < 12:
            if not _bare(text[slice(*out[first - 1])], name):
                break
            first -= 1
        if first < len(out) and _share(text, out[first:], name):
            out[first:] = [(out[first][0], end)]
        else:
            out.append(pieces[index])
    return out


def _bare(left: str, name: str) -> bool:
    """Whether a name may lack a last word that `name` gives it."""
    if len(left) > 16:
        return False
    if _ALL.match(left):
        return name in words("collective") or (_government(name) != "" and _EACH.match(left) is not None)
    return not is_organisation(left) and (_government(name) != "" or (is_organisation(name) and not is_collective(left)))


def _share(text: str, run: list[tuple[int, int]], name: str) -> bool:
    """Whether a run of bare names really shares the last word of `name`."""
    first = text[slice(*run[0])]
    if _ALL.match(first):
        return True
    if _government(name):
        return len(_government(name)) > 1
    others = [text[slice(*piece)] for piece in run[1:]] + [name]
    return _LEVEL.match(first) is not None and not any(_LEVEL.match(other) for other in others)


def _government(name: str) -> str:
    """The area of a government: 安新县 of 安新县人民政府; "" for another name."""
    match = _GOVERNMENT.search(name)
    return name[: match.start()] if match is not None else ""


def _trimmed(text: str, start: int, end: int) -> Unit | None:
    """The unit of a piece, or nothing where the piece is a date, a person or a sentence."""
    note = ""
    while end > start and text[end - 1] in ")]。.:”※★☆▲△●*#":
        if text[end - 1] in "。.:※★☆▲△●*#" or (text[end - 1] == "”" and "“" not in text[start:end]):
            end -= 1
            continue
        if text[end - 1] == "”":
            break
        opening = max(text.rfind("(", start, end), text.rfind("[", start, end))
        inside = text[opening + 1 : end - 1]
        if opening < 0 or _AREAS.fullmatch(inside) or is_organisation(inside):
            break
        note, end = note or inside, opening
    name = text[start:end]
    if not 2 <= len(name) <= LONGEST or ":" in name or not _balanced(name):
        return None
    if is_organisation(name) and not name.endswith(words("post")):
        return Unit(start, end, note)
    cut = _without_person(name)
    if cut:
        return Unit(start, start + cut, note)
    if (
        re.search(r"[0-9]", name)
        or (len(name) > 20 and not PLACED.match(name))
        or is_sentence(name)
        or matcher("post", r"(?:{})").search(name)
    ):
        return None
    return Unit(start, end, note)


def _without_person(name: str) -> int:
    """The length of the name of the unit before a person or a post: 市教育局 of 市教育局局长甲某某; 0 where none stands there."""
    match = matcher("post", r"(?:副?(?:{})|[0-9]{{5,}})").search(name)
    if match is not None and is_organisation(name[: match.start()]):
        return match.start()
    for length in (3, 2):
        head, tail = name[:-length], name[-length:]
        if is_organisation(head) and tail[:1] in words("surname"):
            return len(head)
    return 0
