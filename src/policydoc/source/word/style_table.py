"""样式表: the automatic numbering that the styles of a Word binary file give to their paragraphs (STSH); [MS-DOC] 2.9.271."""

from __future__ import annotations

from collections.abc import Mapping
from struct import unpack_from
from typing import NamedTuple

from policydoc.source.word.manners import Manner, modified

_PARAGRAPH = 1
_MOST = 4095
"""Styles of a file."""


class Style(NamedTuple):
    """The style that a style is based on, and what it says of lists."""

    base: int
    list: int | None
    level: int | None


def read_styles(part: bytes) -> dict[int, Style]:
    """The paragraph styles of a file that are read, by their number; a damaged rest is left out."""
    found: dict[int, Style] = {}
    if len(part) < 6:
        return found
    head, count, fixed = unpack_from("<HHH", part)
    here = 2 + head
    for number in range(min(count, _MOST)):
        if here + 2 > len(part):
            break
        size = unpack_from("<H", part, here)[0]
        style = _style(part[here + 2 : here + 2 + size], fixed)
        if style is not None:
            found[number] = style
        here += 2 + size + size % 2
    return found


def _style(std: bytes, fixed: int) -> Style | None:
    """One style; None where it is not for paragraphs, or empty."""
    if len(std) < fixed + 2 or fixed < 10:
        return None
    kind = unpack_from("<H", std, 2)[0]
    if kind & 0xF != _PARAGRAPH:
        return None
    here = fixed + 2 + 2 * (unpack_from("<H", std, fixed)[0] + 1)
    here += here % 2
    if here + 4 > len(std):
        return Style(kind >> 4, None, None)
    size = unpack_from("<H", std, here)[0]
    told = modified(Manner(), std[here + 4 : here + 2 + size])
    return Style(kind >> 4, told.list, told.level)


def listed(manner: Manner, styles: Mapping[int, Style]) -> tuple[int, int]:
    """The list (from 1; 0 for none) and level of a paragraph, its own or those of its style.

    >>> listed(Manner(5), {5: Style(4, None, 1), 4: Style(0xFFF, 2, None)}), listed(Manner(5, list=0), {})
    ((2, 1), (0, 0))
    """
    found, level, style = manner.list, manner.level, manner.style
    seen: set[int] = set()
    while (found is None or level is None) and style in styles and style not in seen:
        seen.add(style)
        found = styles[style].list if found is None else found
        level = styles[style].level if level is None else level
        style = styles[style].base
    return found or 0, level or 0
