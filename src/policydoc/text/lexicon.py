"""词表: how often a word of a notice stands in Chinese text, and which Traditional forms a character has.

The table is made by scripts/build_words.py from jieba's dictionary (MIT), OpenCC's conversions (Apache-2.0) and the words of
notices in rules/data/notice_words.tsv. It is read when the first damaged line asks for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "words.txt"
_STEP = 8
UNKNOWN = 2e-9
"""The chance of a character that no word has."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in Simplified characters and half width, each with its chance."""

    begun: dict[str, float]
    """The chance of all words that begin so, the word itself among them."""
    inner: dict[str, float]
    """The chance of what is a word and the beginning of others: 0 where it is the latter alone."""
    forms: dict[str, list[tuple[str, float]]]
    """The Traditional forms of a Simplified character, the usual one first, with their shares."""


@cache
def lexicon() -> Lexicon:
    """The table, read once.

    >>> words = lexicon()
    >>> words.begun["公厕"] > words.begun["厕公"] if "厕公" in words.begun else True
    True
    >>> [form for form, _ in words.forms["为"]]
    ['為', '爲']
    """
    begun: dict[str, float] = {}
    inner: dict[str, float] = {}
    forms: dict[str, list[tuple[str, float]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        head, *rest = line.split(" ")
        if head[0] == "=":
            begun.update(dict.fromkeys(rest, math.exp(-int(head[1:]) / _STEP)))
        elif head[0] == "+":
            begun.update(dict.fromkeys(rest[1:], math.exp(-int(head[1:]) / _STEP)))
            inner.update(dict.fromkeys(rest[1:], 0.0 if rest[0] == "-" else math.exp(-int(rest[0]) / _STEP)))
        elif head[0] == ">":
            forms[head[1]] = [(each[-1], int(each[:-1]) / 100) for each in rest]
    return Lexicon(begun, inner, forms)
