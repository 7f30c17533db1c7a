"""脚注: notes at the foot of a page or at the end, which explain a word of the text and are no item of it.

A note begins with the mark that stands behind a word further up: 新建图书馆3座[1]。 … [1]图书馆指…. A mark that no word bears is an item's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.layout.line import Line
from policydoc.layout.marks import MARKER
from policydoc.rules.patterns import pattern

_NOTE = pattern(r"(?P<mark>\[[0-9]{1,2}\]|\[?注(?:释)?[0-9①-⑳]{1,2}\]?|[①-⑳]|\*{1,3}(?=[一-龥]))[:.、]?(?=[^\d,。;:])")
_SIGN = pattern(r"[①-⑳]|\[[0-9]{1,2}\]|注(?:释)?[0-9①-⑳]{1,2}|(?<=[一-龥])\*{1,3}")
_BEARS = pattern(r"[一-龥0-9A-Za-z%)》”]")
_BEHIND = pattern(r"[,。;:、)》”]|\Z")
_WORD = pattern(r"指|即|系|为|是|含|按|包括|引自|参见|摘自|见|:")
_SIGNS = frozenset("[注*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
LONGEST = 4
"""Lines of a note."""


def note_lines(lines: Sequence[Line]) -> frozenset[int]:
    r"""Indices of the lines of notes.

    >>> from policydoc.layout import lines
    >>> [line.role for line in lines("新建图书馆3座①，改造文化站20个。\n① 图书馆指公共图书馆。")]
    ['text', 'furniture']
    """
    filled = [index for index, line in enumerate(lines) if line.role == "text"]
    starts = {index: mark for index in filled if (mark := _mark(lines[index].text))}
    if not starts:
        return frozenset()
    borne: set[str] = set()
    found: set[int] = set()
    for place, index in enumerate(filled):
        text = lines[index].text
        mark = starts.get(index, "")
        if mark and mark in borne and _WORD.search(text, 1, 80):
            found.update(_whole(lines, filled, place))
        elif index not in found:
            borne.update(_signs(text))
    return frozenset(found)


def _mark(text: str) -> str:
    match = _NOTE.match(text) if text[0] in _SIGNS else None
    return _plain(match["mark"]) if match else ""


def _plain(mark: str) -> str:
    return re.sub(r"[\[\]释]", "", mark)


def _signs(text: str) -> set[str]:
    """The marks that stand behind a word of a line."""
    return {
        _plain(match[0])
        for match in _SIGN.finditer(text)
        if match.start() and _BEARS.match(text, match.start() - 1) and (_BEHIND.match(text, match.end()) or match[0][0] in "[注*")
    }


def _whole(lines: Sequence[Line], filled: Sequence[int], place: int) -> list[int]:
    """The lines of the note that begins at a place: up to the one that ends its sentence, or to the next mark."""
    found = [filled[place]]
    while lines[found[-1]].text[-1] not in "。;" and len(found) < LONGEST and place + len(found) < len(filled):
        following = filled[place + len(found)]
        if following != found[-1] + 1 or MARKER.match(lines[following].text) or _mark(lines[following].text):
            break
        found.append(following)
    return found
