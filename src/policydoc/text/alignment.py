"""重新对齐: a damaged run read again, one byte earlier, up to the place where the bytes fall back into step.

ASCII alone can end a run: as the trail of the last character (a letter), or by standing behind it (a digit). Where it
ended is weighed by the words on both sides of each such place. A reading stands only if the channel leads from it to
exactly what is shown. A digit is never read as half of a character, unless the clean text bears the character out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import add

from policydoc.rules.patterns import pattern
from policydoc.text.gbk import MARK, NARROW, Unit, bridge, characters, landing, misread
from policydoc.text.lattice import LOST, Pending, Step, advance, readings
from policydoc.text.pieces import Piece, awaited, piece
from policydoc.text.words import Words

_MOST_ENDS = 12
_STRANGE_WIDTH = math.log(1e-3)
"""Folded full-width ASCII in a notice that keeps full width."""
_UNKNOWN = math.log(0.02)
_DIGITS = frozenset("0123456789")
_YEAR = pattern(r"(?:19|20)[0-9]{2}年")
_FIVE_DIGITS = -20.0
_WITNESSES = 8
_NEAR = 6.0
_GAIN = 6.0
"""How much likelier (in nats) than the text as it stands a run without a verified label must be."""


@dataclass(frozen=True, slots=True)
class Head:
    """How a run begins: the label that was verified, the units it took, and the byte that waits behind it."""

    label: str = ""
    units: int = 0
    pending: Pending = (0xA3, True)
    seen: int = 0
    """How many pairs of the label are shown."""
    whole: bool = False
    """Whether all of them are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A run read again: its pieces in order, and how much of it behind them stands as it came."""

    pieces: tuple[Piece, ...]
    rest: int = 0
    """Characters that are of the run but cannot be read."""
    near: int = 0
    """Characters that are behind the run, but nearly as likely still of it."""


@dataclass(frozen=True, slots=True)
class _End:
    """Where a run may end: behind a number of steps, with the trail that closes it or 0, and how many characters it covers."""

    steps: int
    trail: int
    covers: int
    log: float


def realign(shown: str, run: Sequence[Unit], stop: str, head: Head, words: Words, *, folded: bool) -> Reading | None:
    """The run at the start of `shown` (behind the mark) read again, or None where no reading is sure enough.

    >>> from policydoc.text.gbk import units
    >>> shown = "ㄒ唬┡飸魠^改造工程"
    >>> reading = realign(shown, *units(shown, 99), Head(), Words("棚戶區改造"), folded=False)
    >>> "".join(piece.read for piece in reading.pieces) if reading else ""
    '（一）棚戶區'
    """
    steps, ends = _ways(run, stop, head, words, folded=folded)
    if ends:
        horizon = max(end.covers for end in ends)
        scores = [end.log + _aligned(words, shown[end.covers : horizon]) + _odd(shown, end.covers) for end in ends]
        best = ends[scores.index(max(scores))]
        if best.log - _aligned(words, shown[: best.covers]) >= (0.0 if head.label else _GAIN):
            letter = stop == "letter" and best.covers == len(run) and not best.trail
            reading = _read(shown, run, head, steps[: best.steps], best, words, letter=letter)
            if reading is not None:
                return reading if reading.rest else replace(reading, near=_near(shown, best, ends, scores))
    if head.seen:
        return Reading((*_label(shown, head), *_waiting(head.pending)), len(shown) - head.units)
    return None


def _ways(run: Sequence[Unit], stop: str, head: Head, words: Words, *, folded: bool) -> tuple[list[Step], list[_End]]:
    """The steps of the longest run, and every place where it may have ended before."""
    last: dict[str, float] = {head.label[-1:]: 1.0}
    pending, log = head.pending, 0.0
    steps: list[Step] = []
    ends: list[_End] = []
    for place in range(head.units, len(run)):
        unit = run[place]
        if unit.ascii and len(ends) < _MOST_ENDS:
            if unit.ascii < 0x40:
                ends.append(_End(len(steps), 0, place, log + (_UNKNOWN if pending[1] else 0.0)))
            elif (closing := advance(words, last, pending, unit.ascii)) is not None:
                ends.append(_End(len(steps), unit.ascii, place + 1, log + closing.log))
        step = advance(words, last, pending, unit.trail)
        if step is None:
            return steps, ends
        log += step.log + (_STRANGE_WIDTH if unit.ascii and not folded else 0.0)
        steps.append(step)
        last, pending = step.after, (unit.lead, True)
    if stop == "letter":
        ends.append(_End(len(steps), 0, len(run), log))
    elif stop in ("line", "blank"):
        ends.append(_End(len(steps), 0, len(run), log + (_UNKNOWN if pending[1] else 0.0)))
    return steps, ends


def _aligned(words: Words, text: str) -> float:
    """How likely a text is as it stands."""
    return sum(math.log(words.chance(character, before)) for before, character in zip(("", *text), text, strict=False))


def _near(shown: str, best: _End, ends: Sequence[_End], scores: Sequence[float]) -> int:
    """How many characters may still be of the run: those from a digit on up to another end that is nearly as likely."""
    if shown[best.covers : best.covers + 1] not in _DIGITS:
        return 0
    near = [end.covers for end, score in zip(ends, scores, strict=True) if score > max(scores) - _NEAR]
    return max(near) - best.covers


def _odd(shown: str, end: int) -> float:
    """What it costs to end a run before five digits of a year: the first of them is none (。到2025年 shows as 52025年)."""
    return _FIVE_DIGITS if _YEAR.match(shown, end + 1) and shown[end] in _DIGITS else 0.0


def _read(shown: str, run: Sequence[Unit], head: Head, steps: list[Step], end: _End, words: Words, *, letter: bool) -> Reading | None:
    """The best reading that ends there, if the channel leads from it to what is shown."""
    taken = list(run[head.units : head.units + len(steps)])
    pendings = [head.pending, *((unit.lead, True) for unit in taken)]
    if end.trail:
        closing = advance(words, steps[-1].after if steps else {head.label[-1:]: 1.0}, pendings[-1], end.trail)
        if closing is None:
            return None
        steps = [*steps, closing]
        taken.append(replace(run[end.covers - 1], trail=end.trail))
    opening = awaited(shown[end.covers :])
    first = len(_label(shown, head))
    pieces = [*_label(shown, head)]
    true = head.label
    for place, (unit, pending, found) in enumerate(zip(taken, pendings, readings(words, steps), strict=False)):
        each = piece(unit.shown, found, pieces[-1].read[-1:] if pieces else "", words, opening, 1 + pending[1])
        true += found[0][0] if LOST not in found[0][0] else (bridge if pending[1] else landing)(pending[0], unit.trail) or ""
        if letter and place == end.steps - 1:
            each = replace(each, read=each.read + chr(unit.lead))
            true += chr(unit.lead)
        half = place < end.steps and (unit.shown in _DIGITS or (unit.ascii and unit.shown.isalpha() and each.certainty != "certain"))
        pieces.append(replace(each, shown=unit.shown if pieces else MARK + unit.shown, doubtful=bool(half) or each.doubtful))
    if not end.trail and not letter and pendings[end.steps][1]:
        pieces += _waiting(pendings[end.steps])
        true += _any_of(pendings[end.steps][0])
    if not pieces or not pieces[0].shown or misread(true) != MARK + shown[: end.covers].translate(NARROW):
        return None
    for place, unit in enumerate(taken[: end.steps]):
        behind = head.units + place + 1
        if unit.shown in _DIGITS and not _YEAR.match(shown, behind) and not _confirmed(pieces[first + place + 1 :][:_WITNESSES], words):
            kept = pieces[: first + place]
            return Reading((*kept, *_waiting(pendings[place])), end.covers - head.units - place) if kept else None
    return Reading(tuple(pieces))


def _label(shown: str, head: Head) -> tuple[Piece, ...]:
    """The label as one piece, with the mark before it."""
    return (Piece(MARK + shown[: head.units], head.label, "certain" if head.whole else "probable"),) if head.label else ()


def _waiting(pending: Pending) -> tuple[Piece, ...]:
    """A lead whose trail is gone."""
    return (Piece("", LOST, "probable"),) if pending[1] else ()


def _any_of(lead: int) -> str:
    """Some character of a lead whose trail is no ASCII."""
    return next((character for (first, trail), character in characters().items() if first == lead and trail > 0x80), "")


def _confirmed(behind: Sequence[Piece], words: Words) -> bool:
    """Whether the clean text bears out what is read behind a digit: two pairs of characters at least."""
    text = "".join(each.read for each in behind)
    return sum(LOST not in pair and words.knows(pair) for pair in map(add, text, text[1:])) >= 2
