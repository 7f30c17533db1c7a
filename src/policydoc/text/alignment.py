"""重新对齐: a damaged run read again, one byte earlier, up to the place where the bytes fall back into step.

ASCII alone can end a run: as the trail of the last character (a letter), or by standing behind it (a digit). Where it
ended is weighed by the words on both sides of each such place. A reading stands only if the channel leads from it to
exactly what is shown. A digit is never read as half of a character, unless the clean text bears the character out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydoc.text.gbk import MARK, NARROW, Unit, bridge, landing, misread
from policydoc.text.lattice import LOST, Pending, Step, advance, readings
from policydoc.text.pieces import Piece, awaited, piece
from policydoc.text.words import Words

_MOST_ENDS = 12
_STRANGE_WIDTH = math.log(1e-3)
"""Folded full-width ASCII in a notice that keeps full width."""
_UNKNOWN = math.log(0.02)
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
    """A run read again: its pieces in order, and how many characters behind them are of the run but stand as they came."""

    pieces: tuple[Piece, ...]
    rest: int = 0


@dataclass(frozen=True, slots=True)
class _End:
    """Where a run may end: behind a number of steps, with the trail that closes it or 0, and how many characters it covers."""

    steps: int
    trail: int
    covers: int
    log: float


def realign(shown: str, run: Sequence[Unit], stop: str, head: Head, words: Words, *, folded: bool) -> Reading | None:
    """The run at the start of `shown` (behind the mark) read again, or None where no reading is sure enough."""
    steps, ends = _ways(run, stop, head, words, folded=folded)
    if ends:
        horizon = max(end.covers for end in ends)
        best = max(ends, key=lambda end: end.log + _aligned(words, shown[end.covers : horizon]))
        if best.log - _aligned(words, shown[: best.covers]) >= (0.0 if head.label else _GAIN):
            letter = stop == "letter" and best.covers == len(run) and not best.trail
            reading = _read(shown, run, head, steps[: best.steps], best, words, letter=letter)
            if reading is not None:
                return reading
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
    pieces = [*_label(shown, head)]
    true = head.label
    for place, (unit, pending, found) in enumerate(zip(taken, pendings, readings(words, steps), strict=False)):
        whole = place < len(run) and unit.trail != unit.ascii
        if whole and "0" <= unit.shown <= "9":
            pass
        before = pieces[-1].read[-1:] if pieces else ""
        pieces.append(piece(unit.shown, found, before, words, opening, 1 + pending[1]))
        true += found[0][0] if LOST not in found[0][0] else _any(pending, unit.trail)
    ...
