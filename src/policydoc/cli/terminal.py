"""What a terminal shows: display width, cutting and wrapping to it, and whether it wants colour."""

from __future__ import annotations

import os
import re
import sys
from functools import cache

UNKNOWN = 100
"""Columns where nobody says how wide the output is."""

_CLOSING = frozenset("，。、；：？！）》〉」』】〕”’…,.;:?!)]}%％")
"""Marks that begin no line."""


@cache
def char_width(char: str) -> int:
    """Columns of one character: wide and full-width ones take 2, combining ones 0, all others (ambiguous too) 1.

    >>> [char_width(char) for char in "云a“Ａ" + chr(0x301)]
    [2, 1, 1, 2, 0]
    """
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":  # vowels and finals of a Korean syllable join its first letter
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Columns of a text without control characters.

    >>> width("新建公厕76座")
    12
    """
    return len(text) if text.isascii() else sum(map(char_width, text))


def cut(text: str, room: int) -> str:
    """The text, or as much of it as fits with … behind it.

    >>> cut("新建公厕76座", 12), cut("新建公厕76座", 8), cut("新建公厕76座", 7), cut("新建", 0)
    ('新建公厕76座', '新建公…', '新建公…', '')
    """
    used = kept = 0
    for place, char in enumerate(text):
        used += char_width(char)
        if used > room or place > 8 * room:  # the second: marks stacked without end
            return text[:kept] + "…" if room > 0 else ""
        if used < room:
            kept = place + 1
    return text


def wrap(text: str, room: int, most: int = 3) -> list[str]:
    """The text on lines of at most `room` columns, broken between words or Chinese characters; what is left over is cut.

    >>> wrap("云泽市人民政府办公室，各县区。", 20), wrap("to be or not", 8)
    (['云泽市人民政府办公', '室，各县区。'], ['to be or', 'not'])
    >>> wrap("云泽市人民政府办公室", 8, most=2)
    ['云泽市人', '民政府…']
    """
    room = max(room, 8)
    lines: list[str] = []
    line, used = "", 0
    for token in re.finditer(rf"[!-~]{{1,{room}}}|.", text, re.DOTALL):
        word = token[0]
        if used + width(word) > room:
            if len(lines) == most - 1:
                return [*lines, cut((line + text[token.start() :]).strip(), room)]
            if word in _CLOSING and len(line) > 1:  # takes the character before it along
                line, word = line[:-1], line[-1] + word
            lines.append(line.strip())
            line, used = "", 0
            word = word.lstrip()
        line, used = line + word, used + width(word)
    return [*lines, line.strip()]


def columns(*, file: bool = False) -> int:
    """How wide the output is: COLUMNS, else the terminal of standard output, else (a pipe to a pager) that of standard error."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isdecimal() and int(wished[:6]) > 0:
        return int(wished[:6])
    for stream in () if file else (sys.stdout, sys.stderr):
        try:
            found = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError, AttributeError):
            continue
        if found > 0:
            return found
    return UNKNOWN


def wants_colour(wish: str, *, file: bool = False) -> bool:
    """Whether to colour: `always`, `never`, or `auto`: a terminal that has not asked for none (NO_COLOR, TERM=dumb)."""
    if wish != "auto":
        return wish == "always"
    if file or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError):
        return False
