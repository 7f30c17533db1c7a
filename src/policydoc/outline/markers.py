"""结构层次序数 (GB/T 9704-2012 7.3.3): the marker at the start of a line, its family and its ordinal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydoc.dates.calendar import small_number

_HAN = "一二三四五六七八九十"
_CIRCLED = {chr(code): code - 0x2460 + 1 for code in range(0x2460, 0x2474)}
_BRACKETED_HAN = {chr(code): code - 0x3220 + 1 for code in range(0x3220, 0x322A)}
_BIG = dict(zip("壹贰叁肆伍陆柒捌玖拾", range(1, 11), strict=True))

_MARKER = re.compile(
    rf"""
      第(?P<named>[{_HAN}百零0-9]{{1,5}})(?P<name>[编篇章节条])(?![的款项规])
    | (?P<big>[壹贰叁肆伍陆柒捌玖拾])、
    | (?P<han>[{_HAN}]{{1,3}})(?P<han_end>[、.,])
    | [(](?P<paren_han>[{_HAN}]{{1,3}})[)]
    | [(](?P<paren>[0-9]{{1,2}})[)]
    | (?P<half>[0-9]{{1,2}})[)]
    | (?P<digit>[0-9]{{1,2}})(?P<digit_end>[.、])
    | (?P<circled>[①-⑳])
    | (?P<bracketed>[㈠-㈩])
    | (?P<point>[{_HAN}]{{1,2}})是
    """,
    re.VERBOSE,
)
_HUNDREDS = re.compile(rf"([{_HAN}])?百零?([{_HAN}]{{1,3}})?")


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker: its family (一、 and 二、 are one family), ordinal, and where it stands in the folded line."""

    family: str
    ordinal: int
    start: int
    end: int


def numeral(text: str) -> int:
    """The ordinal that a marker's numeral stands for.

    >>> numeral("十二"), numeral("7"), numeral("一百零三")
    (12, 7, 103)
    """
    if text.isascii():
        return int(text)
    match = _HUNDREDS.fullmatch(text)
    if match:
        return (small_number(match[1]) if match[1] else 1) * 100 + (small_number(match[2]) if match[2] else 0)
    return small_number(text.replace("零", ""))


def marker_at(text: str, start: int = 0) -> Marker | None:
    """The marker at a place of a folded line, or None.

    >>> marker_at("(十二)养老服务").ordinal, marker_at("3.新建公厕").family, marker_at("新建公厕")
    (12, 'digit', None)
    """
    match = _MARKER.match(text, start)
    if match is None:
        return None
    family = match.lastgroup or ""
    written = ""
    for name in ("named", "big", "han", "paren_han", "paren", "half", "digit", "circled", "bracketed", "point"):
        if match[name]:
            family, written = name, match[name]
            break
    if family == "named":
        family = f"named_{match['name']}"
    if written in _CIRCLED:
        ordinal = _CIRCLED[written]
    elif written in _BRACKETED_HAN:
        family, ordinal = "paren_han", _BRACKETED_HAN[written]
    elif written in _BIG:
        ordinal = _BIG[written]
    else:
        ordinal = numeral(written)
    return Marker(family, ordinal, match.start(), match.end()) if ordinal else None
