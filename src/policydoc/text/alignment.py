"""重新对齐: a damaged line read again by the best way through its trellis, as far as that way is sure.

A reading stands only if it is much likelier than the line as it stands, and if the channel leads from it to exactly what is
shown. A digit is never read as half of a character unless the clean text bears the character out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policydoc.rules.patterns import pattern
from policydoc.text.candidates import Candidates
from policydoc.text.channel import Channel
from policydoc.text.enumerators import Head
from policydoc.text.fold import fold
from policydoc.text.gbk import NARROW
from policydoc.text.language import Language
from policydoc.text.pieces import LOST, Piece, piece
from policydoc.text.readings import Step, way
from policydoc.text.trellis import Trellis

_DIGITS = frozenset("0123456789")
_YEAR = pattern(r"(?:19|20)[0-9]{2}年")
_WITNESSES, _FOLLOWING, _KNOWN, _SURE = 8, 4, 200, 0.7
"""How far behind a digit what is read bears witness; steps of the run that do, characters of clean text, and their mean share."""
_NEAR, _UNSETTLED = 0.02, 4
"""The share of other ways that is worth a word; steps at the end of what the budget allowed that what follows may still change."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch read again: its pieces in order, and how much of the run behind them stands as it came."""

    pieces: tuple[Piece, ...]
    gain: float = 0.0
    """How much likelier it is than what is shown, in nats."""
    rest: int = 0
    """Characters that are of the run but cannot be read."""
    trials: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the lines of one notice: its language, its channel, the characters they allow."""

    language: Language
    channel: Channel
    candidates: Candidates
    folded: bool
    """Whether its full-width ASCII was folded to half width."""


def realign(shown: str, mark: str, begin: Head | int | None, starts: Mapping[int, float], reader: Reader, budget: int) -> Reading:
    r"""A stretch of a line read again; without pieces where no reading is sure enough.

    `begin` is the label that was verified at its beginning, or the state of the bytes there; `starts` are the places where a
    byte may be lost, with what that costs.

    >>> language = Language("棚戶區改造工程\\n（一）公廁。")
    >>> reader = Reader(language, Channel(), Candidates(Channel(), language), False)
    >>> "".join(each.read for each in realign("ㄒ唬┡飸魠^改造工程", "?。", 0xA3, {}, reader, 10**6).pieces)
    '（一）棚戶區'
    """
    head = begin if isinstance(begin, Head) else None
    label = head.label if head else ""
    rest = shown[head.units :] if head else shown
    trellis = Trellis(rest, reader.language, reader.candidates, dict(starts), budget, folded=reader.folded)
    before = "\n" + fold(label)
    trellis.begin(head.state if head else begin if isinstance(begin, int) else 0, before)
    over = trellis.run()
    found = way(trellis)
    pieces = [Piece(mark + shown[: head.units], label, "certain" if head.whole else "probable")] if head and head.seen else []
    nothing = Reading(tuple(pieces), rest=len(rest) if pieces else 0, trials=trellis.trials)
    if found is None:
        return nothing
    steps = found.steps if over else found.steps[:-_UNSETTLED]
    covered = shown[: len(shown) - len(rest)] + "".join(step.shown for step in steps)
    gain = found.log + reader.language.text(label) - reader.language.text(covered)
    if not over and not any(step.run for step in found.steps[-_UNSETTLED:]):
        return nothing
    out = [place for place, step in enumerate(steps) if step.run]
    if not out:
        return nothing if not pieces or head.state else Reading(tuple(pieces), gain)  # type: ignore[union-attr]
    if not _led(label, shown[: head.units] if head else "", isinstance(begin, int), steps, reader.channel, whole=over):
        return nothing
    if head and not pieces:
        pieces = [Piece(mark + shown[: head.units], label, "probable")]
    made = _pieces(steps, out[-1] + 1, pieces, "" if pieces else mark, gain, reader, trellis.trials)
    return made if over else replace(made, rest=made.rest or len(rest) - len(steps))


def _led(label: str, units: str, begun: bool, steps: Sequence[Step], channel: Channel, *, whole: bool) -> bool:
    """Whether the channel leads from each run that is read to what is shown of it; the last one may break off."""
    data, shown = label.encode("cp936")[1:], units
    running, skip = bool(label) or begun, begun and not label
    for step in steps:
        if running and not step.run:
            if not _shows(channel, data, shown):
                return False
            running = False
        if step.begins and not running:
            data, shown, running, skip = b"", "", True, step.begins != "trail"
        if not running or step.begins == "cut" or (skip and not step.read):
            continue
        try:
            written = step.read.encode("cp936")
        except UnicodeEncodeError:
            return False
        if skip:
            written = written[1:]
        elif step.begins == "trail":
            written = written[:1] + written[2:]
        skip = False
        data += written
        shown += step.shown
    return not running or _shows(channel, data, shown, whole=whole)


def _shows(channel: Channel, data: bytes, shown: str, *, whole: bool = True) -> bool:
    """Whether this is what is shown of bytes; the mark of a lead at the end of a stretch may be cut off."""
    made = channel.shown(data).translate(NARROW)
    seen = shown.translate(NARROW)
    return made in (seen, seen + channel.mark) if whole else seen.startswith(made.removesuffix(channel.mark))


def _pieces(steps: Sequence[Step], end: int, pieces: list[Piece], mark: str, gain: float, reader: Reader, trials: int) -> Reading:
    """The pieces of the steps of a way, up to a digit that nothing bears out."""
    first = len(pieces)
    held = mark
    for place, step in enumerate(steps[:end]):
        if not step.run:
            pieces.append(Piece(held + step.shown, step.shown, "certain", doubtful=_half(step)))
            held = ""
            continue
        if step.shown in _DIGITS and step.shown and not _own(step) and not _confirmed(steps, place, end, reader):
            kept = pieces[:first] if len(pieces) == first else pieces
            return Reading(tuple(kept), gain, end - place, trials)
        if not step.read:
            held += step.shown
            continue
        pieces += piece(held + step.shown, step)
        held = ""
    return Reading(tuple(pieces), gain, 0, trials)


def _own(step: Step) -> bool:
    """Whether what is shown stands in what is read."""
    return step.read.endswith(step.shown)


def _half(step: Step) -> bool:
    """Whether a digit or letter in step may be half of a character all the same."""
    return step.shown.isascii() and step.shown.isalnum() and step.kept < 1 - _NEAR


def _confirmed(steps: Sequence[Step], place: int, end: int, reader: Reader) -> bool:
    """Whether what is read from a digit on is borne out.

    A year behind it bears it out, or two pairs of characters of the clean text, or, where there is clean text enough to know the
    language by, what follows in the run.
    """
    behind = "".join(step.shown for step in steps[place + 1 : place + 7])
    if _YEAR.match(behind):
        return True
    following = steps[place : min(end, place + _FOLLOWING)]
    if reader.language.known >= _KNOWN and len(following) == _FOLLOWING and sum(step.share for step in following) >= _SURE * _FOLLOWING:
        return True
    text = fold("".join(step.read for step in steps[place : min(end, place + _WITNESSES)]))
    return sum(LOST not in pair and reader.language.grams.get(pair, 0) > 0 for pair in map(str.__add__, text, text[1:])) >= 2
