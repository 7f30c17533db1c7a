"""可疑数字: digits and letters beside characters that make no words: halves of characters whose bytes are out of step, perhaps.

A decoder shows the pair A3B7 as ７, and some programs fold it to 7: in a line that is out of step such a pair is half of one
character and half of the next. Nothing is changed; a word is said about each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.text.language import Language

_SIDE = 4
"""How many characters on either side are weighed."""
_STRANGEST, _STRANGE, _ODD = -12.5, -11.0, -8.0
"""What they weigh at most, each, where they make no words: of 5,000 in clean text one in 500 is so rare, of damaged ones nearly all; and what those
beside such a one weigh."""
_LINE = pattern(r"[^\r\n]+")
_SIGN = r"[\u0391-\u0451\u2460-\u2fdf\u3041-\u9fff]"

_NUMBER = pattern(rf"({_SIGN}{{0,{_SIDE}}})(\ufffd?)([0-9A-Za-z]++|[０-９Ａ-Ｚａ-ｚ]++)(?=(\ufffd?)([A-Za-z]?{_SIGN}{{0,{_SIDE}}}))")
_WIDE = pattern(r"[０-９Ａ-Ｚａ-ｚ]")
_NARROW = pattern(r"[0-9]")


def mixed(text: str) -> bool:
    """Whether a text writes digits in half width and some digits or letters in full width.

    >>> mixed("新建公厕3座，合格率３衷"), mixed("新建公厕３座")
    (True, False)
    """
    return _WIDE.search(text) is not None and _NARROW.search(text) is not None


@cache
def _measures() -> frozenset[str]:
    """The characters that measure words begin with; they stand behind a number, whatever else they are rare in."""
    return frozenset(form[0] for row in table("units") for form in forms(row))


def strays(content: str, damaged: Sequence[tuple[int, int]], *, found: bool) -> Iterator[tuple[int, int]]:
    """Digits and letters that may be halves of characters: of full width, and of half width too where damage was found or is plain.

    >>> list(strays("新建公厕3座，合格率３衷飸80%。", [], found=False))
    [(10, 11)]
    """
    language: Language | None = None
    rank = 0
    for line in _LINE.finditer(content):
        while rank < len(damaged) and damaged[rank][1] <= line.start():
            rank += 1
        read = rank < len(damaged) and damaged[rank][0] < line.end()
        matches = [match for match in _NUMBER.finditer(line[0]) if found or match[3] > "\x7f" or _long(match)]
        if not matches:
            continue
        language = language or Language(content)
        weights = [_weight(match, language) for match in matches]
        if not found and matches[0][3] < "\x7f" and min(weights) > _STRANGEST:
            continue
        for match, weight in zip(matches, weights, strict=True):
            if weight < (_ODD if read or min(weights) < _STRANGE else _STRANGE) or (match[3] > "\x7f" and min(weights) < _STRANGE):
                yield line.start() + match.start(3), line.start() + match.end(3)


def _long(match: re.Match[str]) -> bool:
    """Whether there is enough beside a number to tell by."""
    return len(match[1]) == _SIDE or len(match[5]) == _SIDE


def _weight(match: re.Match[str], language: Language) -> float:
    """What the stranger side of a number weighs, each character; what is lost beside it makes it as strange as can be."""
    before, number, behind = match[1], match[3], match[5]
    if match[2] or match[4] or (number[0] > "\x7f" and behind[:1].isascii() and behind[:1].isalpha()):
        return -math.inf
    sides = [before, "" if behind[:1] in _measures() else behind]
    return min((language.text(side, "，", memory=False) / len(side) for side in sides if side), default=0.0)
