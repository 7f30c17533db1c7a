"""改写: what the readings of a damaged line change in the text, and what a clerk should know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.damaged import Line
from policydoc.text.edits import Edit
from policydoc.text.gbk import NARROW
from policydoc.text.pieces import LOST, merged

STEP = "gbk-realign"
_RUN = 240
"""How far digits and letters of a line that was not read may be halves of characters."""
_LETTER = pattern(r"[0-9A-Za-z]++")


def edits_of(line: Line, start: int, *, folded: bool) -> list[Edit]:
    """The edits of a line whose mark stands at `start` of the content.

    >>> from policydoc.text.damaged import damaged
    >>> [edit.inserted for edit in edits_of(damaged("?。2024年起施行）", folded=True)[0], 0, folded=True)]
    ['(']
    """
    edits: list[Edit] = []
    here = start
    width = NARROW if folded else {}
    for piece in merged(line.reading.pieces):
        read = piece.read.translate(width)
        if read != piece.shown:
            edits.append(
                Edit(
                    STEP,
                    here,
                    here + len(read),
                    piece.shown,
                    read,
                    piece.certainty,
                    tuple(each.translate(width) for each in piece.alternatives),
                )
            )
        here += len(read)
    return edits


def applied(shown: str, edits: Iterable[Edit], start: int) -> str:
    """What is shown with its edits made; they count from `start` of the content.

    >>> applied("?。1）泵站", [Edit(STEP, 8, 9, "?。", "（", "probable")], 8)
    '（1）泵站'
    """
    read: list[str] = []
    taken = length = 0
    for edit in edits:
        untouched = shown[taken : taken + edit.start - start - length]
        read += (untouched, edit.inserted)
        taken += len(untouched) + len(edit.removed)
        length = edit.end - start
    return "".join((*read, shown[taken:]))


def findings(line: Line, edits: Sequence[Edit], start: int) -> list[dict[str, Any]]:
    """What a clerk should know of a damaged line.

    >>> from policydoc.text.damaged import damaged
    >>> [found["code"] for found in findings(damaged("?。公厕3座", folded=False)[0], [], 0)]
    ['T003', 'T004']
    """
    if not edits:
        return [diagnostic("T003", (start, start + len(line.shown))), *_doubts(_letters(line.shown[:_RUN], start))]
    read = applied(line.shown, edits, start)[: edits[-1].end - start]
    found = [diagnostic("T001", (edits[0].start, edits[-1].end), read=read)]
    lost = [edit.start + place for edit in edits for place, character in enumerate(edit.inserted) if character == LOST]
    if lost:
        found.append(diagnostic("T002", (lost[0], lost[-1] + 1), count=len(lost)))
    here = start
    doubtful: list[tuple[int, int]] = []
    for piece in line.reading.pieces:
        if piece.doubtful:
            doubtful.append((here, here + len(piece.read)))
        here += len(piece.read)
    if line.reading.rest:
        found.append(diagnostic("T003", (here, here + line.reading.rest)))
        covered = sum(len(piece.shown) for piece in line.reading.pieces)
        doubtful += _letters(line.shown[covered : covered + line.reading.rest], here)
    return [*found, *_doubts(doubtful)]


def doubts(found: Sequence[dict[str, Any]], spans: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    """What was found, and one more word about those of some digits and letters that none of it is about.

    >>> [each["span"] for each in doubts(doubts([], [(3, 4)]), [(3, 4), (8, 9)])]
    [(3, 4), (8, 9)]
    """
    known = {span for each in found if each["code"] == "T004" for span in (each["span"], *each["related"])}
    return [*found, *_doubts([span for span in spans if span not in known])]


def _letters(shown: str, start: int) -> list[tuple[int, int]]:
    return [(start + match.start(), start + match.end()) for match in _LETTER.finditer(shown)]


def _doubts(spans: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    return [diagnostic("T004", spans[0], spans[1:])] if spans else []
