"""坏行: the lines whose bytes are out of step, read again by their bytes, their numbering and the clean text around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydoc.text.alignment import Reader, Reading, realign
from policydoc.text.candidates import Candidates
from policydoc.text.channel import channels
from policydoc.text.enumerators import CHAPTER, Head, Rank, expected, heads
from policydoc.text.formulae import formula
from policydoc.text.gbk import MARK
from policydoc.text.language import Language
from policydoc.text.nodes import ANY
from policydoc.text.stretches import Rung, Stretch, stretches

_FIRST, _INSIDE = -5.0, -12.0
"""What it costs to lose the first byte of a line, and one inside."""
_GAIN, _GAIN_FIRST, _GAIN_INSIDE = 6.0, 10.0, 15.0
"""How much likelier (in nats) than the text as it stands a run must be: behind a mark, at the head of a line, inside."""
_LABELLED, _NUMBERED = -4.0, 6.0
"""What a label costs where no mark tells of damage, and what it is worth that the numbering expects it."""
_SAMPLE, _SAMPLED, _UNUSUAL = 6, 40, 60.0
"""Lines by which the channel is chosen, how far they are read for that, and how much likelier a later one must make them."""
_TRIALS, _ALL = 1_200_000, 4_000_000
"""Trials for one stretch and for all of them."""
_BESIDE, _WORDS = (2, 6), -8.5
"""Characters around the first odd one, and what they weigh at least, each, where they make words."""
_JUNK = -10.0
"""What a line that there was no time to read weighs at most, each character, if it is worth a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A damaged stretch and the reading that is sure enough; without pieces where none is."""

    start: int
    shown: str
    """What is shown, the mark included."""
    reading: Reading


@dataclass(slots=True)
class Budget:
    """The trials that are left for a text."""

    left: int = _ALL


def damaged(decoded: str, *, folded: bool) -> list[Line]:
    r"""The damaged lines in order, read again by what the clean text and their numbering tell.

    >>> [line] = damaged("（一）公厕。\n?。ǘB老服務。\n（三）便民。", folded=False)
    >>> line.start, line.shown, line.reading.pieces[0].read
    (7, '?。ǘB老服務。', '（二）')
    """
    rows, clean = stretches(decoded)
    if not any(isinstance(row, Stretch) for row in rows):
        return []
    budget = Budget()
    reader = _reader(rows, clean, budget, folded=folded)
    if reader is None:
        return []
    known: dict[int, Reading] = {}
    lines = _lines(rows, reader, known, budget)
    if not any(line.reading.pieces for line in lines):
        return lines
    more, clean = stretches(decoded, again=True)
    if len(more) == len(rows) and all(type(one) is type(other) for one, other in zip(more, rows, strict=True)):
        return lines
    language = Language("\n".join(clean))
    return _lines(more, replace(reader, language=language, candidates=Candidates(reader.channel, language)), known, budget)


def _reader(rows: Sequence[Rung | Stretch], clean: Sequence[str], budget: Budget, *, folded: bool) -> Reader | None:
    """The channel that makes the first stretches likeliest, and what reads by it; None where no channel makes anything of all there are."""
    language = Language("\n".join(clean))
    found = [row for row in rows if isinstance(row, Stretch)]
    choices = channels("\n".join(row.shown for row in found))
    readers = [Reader(language, channel, Candidates(channel, language), folded) for channel in choices]
    best = readers[0]
    if len(readers) > 1:
        short = [replace(row, shown=row.shown[:_SAMPLED]) if isinstance(row, Stretch) else row for row in rows]
        gains = [sum(line.reading.gain for line in _lines(short, reader, {}, budget, _SAMPLE)) for reader in readers]
        if not any(gains) and len(found) <= _SAMPLE and all(row.mark != MARK for row in found):
            return None
        for reader, gain in zip(readers[1:], gains[1:], strict=True):
            if gain > gains[readers.index(best)] + _UNUSUAL:
                best = reader
    return best


def _lines(rows: Sequence[Rung | Stretch], reader: Reader, known: dict[int, Reading], budget: Budget, most: int = -1) -> list[Line]:
    """The lines of the first stretches, or of all of them, labelled by all rows of the numbering; what is known is not read again."""
    items: list[Rank] = []
    chapters: list[Rank] = []
    for row in rows:
        if isinstance(row, Stretch):
            labelled = row.first and not formula(row.shown)
            items.append(heads(row.shown, reader.channel) if labelled else {})
            chapters.append(heads(row.shown, reader.channel, CHAPTER) if labelled and row.mark != MARK else {})
        else:
            items.append({} if row.item is None else row.item)
            chapters.append({} if row.chapter is None else row.chapter)
    found: list[Line] = []
    same: dict[tuple[object, ...], Reading] = {}
    for row, item, chapter in zip(rows, expected(items), expected(chapters), strict=True):
        if not isinstance(row, Stretch):
            continue
        if not most:
            break
        most -= 1
        reading = known.get(row.start)
        if reading is None:
            labels = tuple(head for head in (item, chapter) if head)
            key = (row.mark, row.shown, row.first, row.odd, labels)
            if key not in same:
                same[key] = _read(row, labels, reader, min(_TRIALS, budget.left))
                budget.left = max(0, budget.left - same[key].trials)
            reading = known[row.start] = same[key]
        if row.mark == MARK or reading.pieces or (not budget.left and _weight(row, reader.language) < _JUNK):
            found.append(Line(row.start, row.mark + row.shown, reading))
    return found


def _read(row: Stretch, labels: Sequence[Head], reader: Reader, budget: int) -> Reading:
    """The reading of one stretch."""
    if row.mark == MARK:
        fixed = formula(row.shown)
        if fixed:
            return Reading(fixed)
        reading = realign(row.shown, row.mark, labels[0] if labels else 0xA3, {}, reader, budget)
        if labels:
            return replace(reading, gain=reading.gain + _NUMBERED)
        return reading if reading.gain >= _GAIN else Reading((), trials=reading.trials)
    for head in labels:
        reading = realign(row.shown, row.mark, head, {}, reader, budget)
        if reading.gain + _LABELLED >= (_GAIN if head.seen else _GAIN_FIRST):
            return reading
    if not row.first and _weight(row, reader.language) > _WORDS:
        return Reading(())
    last = min(row.odd + 1, len(row.shown))
    starts = dict.fromkeys(range(last), _INSIDE)
    if row.first:
        starts[0] = _FIRST
    if row.first and row.mark:
        reading = realign(row.shown, row.mark, ANY, {}, reader, budget)
    else:
        reading = realign(row.shown, row.mark, None, starts, reader, budget)
    enough = reading.gain >= (_GAIN_FIRST if row.first else _GAIN_INSIDE)
    return reading if enough else Reading((), trials=reading.trials)


def _weight(row: Stretch, language: Language) -> float:
    """What the characters around the first odd one weigh, each, whatever the notice says elsewhere."""
    before, behind = _BESIDE
    beside = row.shown[max(0, row.odd - before) : row.odd + behind]
    return language.text(beside, "，", memory=False) / max(1, len(beside))
