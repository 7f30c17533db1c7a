"""格: the characters that the bytes of a damaged run allow, weighed forward and backward.

Between two characters of a run either nothing was lost, and the lead of the one and the trail of the other are one true
character, or one or more pairs vanished, and two or more true characters stand there. Both are weighed by the words of
the notice and of the dictionary; the number of forms tried at each step is bounded.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policydoc.text.gbk import bridge, characters, landing
from policydoc.text.words import Words

LOST = "\ufffd"

Pending = tuple[int, bool]
"""A byte without its partner: a lead that waits for its trail (True), or the first byte of a pair that vanished (False)."""

_KEPT, _LONGER_FROM, _LONGER, _TRIED = 8, 6, 12, 12
_UNHEARD = 1e-11


@dataclass(frozen=True, slots=True)
class Step:
    """What one trail byte can close: the character that joins it to the pending lead, or a gap's characters."""

    before: Mapping[str, float]
    """Chance of each last character before the step."""
    joined: str | None
    gaps: Mapping[str, float]
    after: dict[str, float]
    log: float


def _gaps(words: Words, before: Mapping[str, float], pending: Pending, trail: int) -> Iterator[tuple[str, float]]:
    byte, is_lead = pending
    opened: list[tuple[str, int, float]] = [("", byte, 1.0)]
    if is_lead:
        opened = [
            (first, middle, sum(share * words.chance(first, last) for last, share in before.items()))
            for middle, first in words.of_lead(byte)
        ]
    for first, middle, share in opened:
        for second in words.behind_gap(middle, trail):
            behind = words.chance(second, first) if first else sum(part * words.chance(second, last) for last, part in before.items())
            yield first + second, share * behind
    longer = []
    for first, middle, share in sorted(opened, key=lambda entry: -entry[2])[:_LONGER_FROM]:
        if first:
            longer += [(first + second, last, share * chance) for second, last, chance in words.continued(first, middle)]
    for both, middle, share in sorted(longer, key=lambda entry: -entry[2])[:_LONGER]:
        for third in words.behind_gap(middle, trail)[:_TRIED]:
            yield both + third, share * words.chance(third, both[-1])


def advance(words: Words, before: Mapping[str, float], pending: Pending, trail: int) -> Step | None:
    """One step of a run, or None where no characters can have these bytes.

    >>> advance(Words("口袋公园"), {"口": 1.0}, (0xB4, True), 0xFC).joined
    '袋'
    """
    byte, is_lead = pending
    reached: defaultdict[str, float] = defaultdict(float)
    joined = characters().get((byte, trail)) if is_lead else None
    if joined:
        reached[joined] = sum(share * words.chance(joined, last) for last, share in before.items())
    gaps: dict[str, float] = {}
    for text, share in _gaps(words, before, pending, trail):
        gaps[text] = share
        reached[text[-1]] += share
    total = sum(reached.values())
    if total < _UNHEARD:
        possible = bridge(byte, trail) if is_lead else landing(byte, trail)
        if not possible and not joined:
            return None
        if possible:
            gaps[LOST] = reached[LOST] = _UNHEARD
            total += _UNHEARD
    if not total:
        return None
    kept = sorted(reached.items(), key=lambda entry: -entry[1])[:_KEPT]
    return Step(before, joined, gaps, {last: share / total for last, share in kept}, math.log(total))


def readings(words: Words, steps: list[Step]) -> list[list[tuple[str, float]]]:
    """The readings of each step with their shares of all chances, the likeliest first.

    >>> words = Words("新建口袋公園")
    >>> step = advance(words, {"口": 1.0}, (0xB4, True), 0xAB)
    >>> readings(words, [step])[0][0][0] if step else ""
    '袋公'
    """
    found: list[list[tuple[str, float]]] = []
    behind: dict[str, float] = dict.fromkeys(steps[-1].after, 1.0) if steps else {}
    for step in reversed(steps):
        shares = {text: share * behind.get(text[-1], 0.0) for text, share in step.gaps.items()}
        earlier: dict[str, float] = dict.fromkeys(step.before, 0.0)
        if step.joined:
            follow = behind.get(step.joined, 0.0)
            for last in earlier:
                earlier[last] = words.chance(step.joined, last) * follow
            shares[step.joined] = sum(step.before[last] * chance for last, chance in earlier.items())
        by_first: defaultdict[str, float] = defaultdict(float)
        for text, share in step.gaps.items():
            by_first[text[0]] += share * behind.get(text[-1], 0.0)
        for first, share in by_first.items():
            chances = {last: words.chance(first, last) for last in earlier}
            whole = sum(step.before[last] * chance for last, chance in chances.items())
            for last, chance in chances.items():
                earlier[last] += share * chance / whole if whole else share
        total = sum(shares.values()) or 1.0
        found.append(sorted(((text, share / total) for text, share in shares.items()), key=lambda entry: (-entry[1], entry[0])))
        largest = max(earlier.values(), default=0.0) or 1.0
        behind = {last: chance / largest for last, chance in earlier.items()}
    return found[::-1]
