"""承诺程度: how firmly a sentence promises its number (确保, 力争, 预计), and whether the number binds (约束性)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.cues import cue_pattern
from policydoc.rules.table import table

_BACK: Final = 40
_AHEAD: Final = 24
_FAR: Final = 200


@cache
def _patterns(role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = [row["id"] for row in table("commitments") if row["role"] == role]
    return tuple((name, cue_pattern("commitments", "id", name)) for name in names)


@cache
def _any() -> re.Pattern[str]:
    return cue_pattern("commitments", "role", "commitment")


def commitment(text: str, clause: Span, sentence: Span, start: int) -> str | None:
    """The commitment of the words before a number, its own clause and the one before it.

    >>> line = "力争年底前新建驿站8处"
    >>> commitment(line, (0, 12), (0, 12), 9)
    'strive'
    """
    first = max(sentence[0], clause[0] - _BACK)
    if _any().search(text, first, start) is None:
        return None
    return next((name for name, pattern in _patterns("commitment") if pattern.search(text, first, start)), None)


def binding(text: str, sentence: Span, start: int, after: int) -> str | None:
    """约束性 or 预期性 in the sentence before a number, or close behind it.

    >>> line = "单位能耗下降3%(约束性指标)"
    >>> binding(line, (0, len(line)), 6, 8)
    'binding'
    """
    for name, pattern in _patterns("binding"):
        if pattern.search(text, max(sentence[0], start - _FAR), start) or pattern.search(text, after, min(len(text), after + _AHEAD)):
            return name
    return None
