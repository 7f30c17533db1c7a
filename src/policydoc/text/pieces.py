"""读法: how far each character of a run is known, and what is written in its place.

Certain is what both bytes show and nearly all readings agree in. Probable is what most of them agree in. All else is U+FFFD:
lost, and marked so, with the readings beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.text.edits import Certainty
from policydoc.text.readings import Step

LOST = "\ufffd"
_SURE, _LIKELY, _NUMBER = 0.98, 0.4, 0.9
"""Shares of all readings: of what is certain, of what is written, of a numeral that is written where bytes are gone."""
_NUMERALS = frozenset("〇零一二两兩三四五六七八九十百千万萬亿億半")
_DIGITS = frozenset("０１２３４５６７８９0123456789")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is shown and what it is read as; `doubtful` where a digit or letter was read as half of a character."""

    shown: str
    read: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()
    doubtful: bool = False
    share: float = 1.0


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, with neighbours of one certainty in one; what is read as it is shown stays alone.

    >>> merged([Piece("?。ㄒ", "（一）", "certain"), Piece("唬", "口", "certain"), Piece("", "\ufffd", "probable")])[0].read
    '（一）口'
    """
    found: list[Piece] = []
    for each in pieces:
        last = found[-1] if found else None
        if last and _kind(last) == _kind(each) in (("certain", False, True), ("probable", True, True)):
            doubtful = last.doubtful or each.doubtful
            found[-1] = Piece(last.shown + each.shown, last.read + each.read, last.certainty, (), doubtful)
        else:
            found.append(each)
    return found


def _kind(each: Piece) -> tuple[Certainty, bool, bool]:
    return each.certainty, LOST in each.read, each.shown != each.read


def piece(shown: str, step: Step) -> list[Piece]:
    """One step of a run: what is written for the character that is shown.

    >>> piece("魠", Step("魠", "戶", 0.999, (), True, True, "", 0.0))[0].certainty
    'certain'
    >>> piece("珗", Step("珗", "袋公", 0.3, ("代公",), True, False, "", 0.0))[0].read
    '\ufffd\ufffd'
    """
    read = step.read
    tail = ""
    if len(read) > 1 and step.shown.isascii() and read.endswith(step.shown):
        tail, read = step.shown, read[:-1]
        shown = shown[: len(shown) - len(tail)]
    half = bool(step.shown) and step.shown.isascii() and step.shown.isalnum()
    doubtful = half and not tail and (step.shown in _DIGITS or step.share < _SURE)
    likely = _NUMBER if _NUMERALS & set(read) and not step.seen else _LIKELY
    if _DIGITS & set(read):
        made = Piece(shown, "".join(LOST if sign in _DIGITS else sign for sign in read), "probable", (read,), True)
    elif step.seen and step.share >= _SURE:
        made = Piece(shown, read, "certain", (), doubtful, step.share)
    elif step.share >= likely:
        made = Piece(shown, read, "probable", step.others, doubtful, step.share)
    else:
        kept = "".join(sign if sign.isascii() else LOST for sign in read)
        made = Piece(shown, kept, "probable", (read, *step.others)[:3], doubtful, step.share)
    return [made, Piece(tail, tail, "certain", (), half and step.kept < _SURE)] if tail else [made]
