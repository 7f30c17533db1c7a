"""门: whether a text may hold lines whose bytes are out of step.

Characters of such a line are drawn from the whole table: many of them stand in no notice. Two of them close together open
the gate; what is behind it is read with care, and mostly left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from policydoc.rules.patterns import pattern

_RARE = (Path(__file__).parent / "data" / "odd.txt").read_text(encoding="utf-8").splitlines()[1]
_SIGNS = "\u3041-\u3093\u30a1-\u30f6\u3105-\u3129\u0391-\u03c9\u0401\u0410-\u0451\u2500-\u254b\u2550-\u2573"
"""Kana, bopomofo, Greek, Cyrillic and lines of tables: what （ and ） and other marks make with the byte behind them."""
_NEXT = r"[^\n\r]{0,3}?"

OUT_OF_STEP: re.Pattern[str] = pattern(
    rf"[?{_RARE}{_SIGNS}](?:(?<=\?)。|(?<![?{_SIGNS}]){_NEXT}[{_RARE}{_SIGNS}]|(?<=[{_SIGNS}]){_NEXT}[{_RARE}])"
)
"""The mark of a line that lost its head, or two odd characters close together."""

MAYBE_OUT_OF_STEP: re.Pattern[str] = pattern(
    rf"[?{_RARE}{_SIGNS}０-９Ａ-Ｚａ-ｚ,](?:(?<=[０-９Ａ-Ｚａ-ｚ])|(?<=,)[\u4e00-\u9fff]|(?<=\?)。|(?<![?,{_SIGNS}]){_NEXT}[{_RARE}{_SIGNS}]|(?<=[{_SIGNS}]){_NEXT}[{_RARE}])"
)
"""The same, or a digit or letter in full width, or one in half width in a text that was folded: it may be half of a character."""

_CLUSTER = pattern(rf"(?:([{_RARE}]){_NEXT}(?!\1)[{_RARE}{_SIGNS}]|[{_SIGNS}]{_NEXT}[{_RARE}])")

_LONE = pattern(rf"[{_RARE}{_SIGNS}]")


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where two different odd characters stand close together.

    >>> list(clusters("?。┡飸魠^改造")), list(clusters("（一）棚户区改造，棚戶區改造"))
    ([(2, 4)], [])
    """
    for match in _CLUSTER.finditer(text):
        yield match.span()


def lone(text: str) -> Iterator[int]:
    """Where an odd character stands.

    >>> list(lone("改造棚戶區飸改造"))
    [5]
    """
    for match in _LONE.finditer(text):
        yield match.start()
