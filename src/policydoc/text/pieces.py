"""读法: how far each character of a run is known, and what is written in its place.

Certain is what both bytes show and the words bear out. Probable is what the words leave little doubt about, or, where
bytes are gone, what the clean text of the same notice has in these bytes. All else is U+FFFD: lost, and marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.text.edits import Certainty
from policydoc.text.lattice import LOST
from policydoc.text.words import Words

_SURE, _LIKELY, _FORCED, _SURER = 0.995, 0.95, 0.97, 0.99
"""Shares of all readings: of a character whose bytes are both shown, and of what stands in a gap (the last: whatever is before it)."""

_NUMERALS = frozenset("〇零一二两兩三四五六七八九十百千万萬亿億半")
"""No number is ever put in a gap."""

_DIGITS = frozenset("０１２３４５６７８９")
"""A digit of a run is not written, only offered."""

_WORTH = 0.02
_PAIRS = {"”": "“", "》": "《", "’": "‘", "〉": "〈"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is shown and what it is read as; `doubtful` where a digit or letter was read as half of a character."""

    shown: str
    read: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()
    doubtful: bool = False


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, with neighbours of one certainty in one.

    >>> merged([Piece("?。ㄒ", "（一）", "certain"), Piece("唬", "口", "certain"), Piece("", "\ufffd", "probable")])[0].read
    '（一）口'
    """
    found: list[Piece] = []
    for each in pieces:
        last = found[-1] if found else None
        if last and _kind(last) == _kind(each) != ("probable", False):
            found[-1] = Piece(last.shown + each.shown, last.read + each.read, last.certainty, (), last.doubtful or each.doubtful)
        else:
            found.append(each)
    return found


def _kind(each: Piece) -> tuple[Certainty, bool]:
    return each.certainty, LOST in each.read


def piece(shown: str, readings: Sequence[tuple[str, float]], before: str, words: Words, awaited: str, lost: int) -> Piece:
    """One step of a run: what is written for the character that is shown, given the readings of its bytes.

    `before` is the character before it, `awaited` an opening mark whose partner stands behind the run, `lost` the least
    number of characters that a gap here has lost.

    >>> piece("魠", [("戶", 0.999), ("晦暗", 0.001)], "棚", Words(""), "", 2).certainty
    'certain'
    >>> piece("珗", [("袋公", 0.98), ("代公", 0.02)], "口", Words("口袋公園"), "", 2).read
    '袋公'
    """
    best, share = readings[0]
    others = tuple(text for text, part in readings[1:4] if part >= _WORTH and LOST not in text)
    if _DIGITS & set(best):
        return Piece(shown, LOST * len(best), "probable", (best,), doubtful=True)
    if len(best) < lost and share >= _LIKELY:
        return Piece(shown, best, "certain") if share >= _SURE else Piece(shown, best, "probable", others)
    if len(best) >= lost and LOST not in best and not _NUMERALS & set(best) and _forced(best, share, before, words, awaited):
        return Piece(shown, best, "probable", others)
    guesses = tuple(text for text, part in readings[:3] if part >= _WORTH and LOST not in text)
    return Piece(shown, LOST * lost, "probable", guesses)


def _forced(best: str, share: float, before: str, words: Words, awaited: str) -> bool:
    """Whether the clean notice has each two characters side by side, or a mark among them has its partner behind the run."""
    text = best if share >= _SURER and len(best) > 1 else before + best
    pairs = [text[place : place + 2] for place in range(len(text) - 1)]
    return share >= _FORCED and all(LOST in pair or (awaited and awaited in pair) or words.knows(pair) for pair in pairs)


def awaited(tail: str) -> str:
    """The opening mark whose partner stands alone in a text, or nothing.

    >>> awaited("村路”提升工程"), awaited("“双创”活动")
    ('“', '')
    """
    mark = next((character for character in tail if character in _PAIRS or character in _PAIRS.values()), "")
    return _PAIRS.get(mark, "")
