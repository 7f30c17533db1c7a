"""What a repair is worth: its characters beside the true ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from damage.stretches import Damage

LOST = "\ufffd"
DOUBTFUL = frozenset({"T003", "T004"})
"""Codes that say of a stretch: its digits may be none."""


@dataclass(slots=True)
class Score:
    """Counts over some repairs; they add up."""

    lines: int = 0
    """Lines that were hurt."""
    exact: int = 0
    """Of them, those that came back as they were."""
    unread: int = 0
    """Of them, those that stand as they came."""
    characters: int = 0
    """Characters that the damage went over."""
    before: int = 0
    """How far the shown lines are from the true ones: characters to change, put in or take out."""
    after: int = 0
    """How far the repaired ones are."""
    certain: int = 0
    certain_right: int = 0
    probable: int = 0
    probable_right: int = 0
    digits: int = 0
    """Digits of the hurt lines."""
    digits_wrong: int = 0
    """Digits of the repaired lines that the true ones have not, and the other way round, where no diagnostic doubts them."""
    digits_doubted: int = 0
    """The same where one does."""
    digits_invented: int = 0
    """Digits put in where the shown text has none."""
    sound: int = 0
    """Lines that were not hurt."""
    changed: int = 0
    """Of them, those that the repair changed."""

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def right(self) -> float:
        """The share of the characters that are right."""
        return 1 - self.after / self.characters if self.characters else 1.0


def judged(damage: Damage, content: str, edits: Iterable[Any], diagnostics: Iterable[Any] = ()) -> Score:
    """The score of one repair."""
    score = Score()
    edited = sorted(((*_span(edit), edit) for edit in edits), key=lambda entry: entry[:2])
    doubts = [span for found in diagnostics if _of(found, "code") in DOUBTFUL for span in (_of(found, "span"), *_of(found, "related"))]
    rows = content.split("\n")
    start = 0
    for place, line in enumerate(damage.lines()):
        row = rows[place] if place < len(rows) else ""
        if not line.hurt:
            score.sound += 1
            score.changed += row != line.true
        else:
            own = [entry for entry in edited if start <= entry[0] <= start + len(row)]
            _judge(score, line, row, start, own, doubts)
        start += len(row) + 1
    return score


def _judge(score: Score, line: Damage, row: str, start: int, edits: list[tuple[int, int, Any]], doubts: list[tuple[int, int]]) -> None:
    true, shown = line.true, line.shown
    score.lines += 1
    score.exact += row == true
    score.unread += row == shown
    score.characters += sum(max(len(stretch.true), 1) for stretch in line.stretches if stretch.hurt)
    score.before += aligned(shown, true)[0]
    distance, held, missed = aligned(row, true)
    score.after += distance
    for first, last, edit in edits:
        own = [place for place in range(first, last) if row[place - start : place - start + 1] != LOST]
        right = sum(place - start in held for place in own)
        if edit.certainty == "certain":
            score.certain += len(own)
            score.certain_right += right
        else:
            score.probable += len(own)
            score.probable_right += right
        score.digits_invented += invented(edit.removed, edit.inserted)
    score.digits += sum(sign.isdecimal() for sign in true)
    spurious = [place for place, sign in enumerate(row) if sign.isdecimal() and place not in held]
    doubted = sum(any(first <= start + place < last for first, last in doubts) for place in spurious)
    gone = sum(true[place].isdecimal() for place in missed)
    in_doubt = any(first < start + len(row) and start < last for first, last in doubts)
    score.digits_doubted += doubted + (gone if in_doubt else 0)
    score.digits_wrong += len(spurious) - doubted + (0 if in_doubt else gone)


def _span(edit: Any) -> tuple[int, int]:
    return tuple(edit.span) if hasattr(edit, "span") else (edit.start, edit.end)


def _of(found: Any, name: str) -> Any:
    return found[name] if isinstance(found, dict) else getattr(found, name)


def invented(removed: str, inserted: str) -> int:
    """Digits of what was put in that are not, in this order, among those taken out; full width counts as half.

    >>> invented("?。ㄒ８", "（一8"), invented("?。ㄒ", "（一）8")
    (0, 1)
    """
    given = iter(str(int(sign)) for sign in removed if sign.isdecimal())
    return sum(str(int(sign)) not in given for sign in inserted if sign.isdecimal())


def aligned(text: str, true: str) -> tuple[int, set[int], list[int]]:
    """How far a text is from the true one, which of its characters stand right, and which true ones it has not.

    >>> aligned("甲丙丁戊", "甲乙丙丁己")
    (2, {0, 1, 2}, [1, 4])
    """
    head = 0
    while head < min(len(text), len(true)) and text[head] == true[head]:
        head += 1
    tail = 0
    while tail < min(len(text), len(true)) - head and text[-1 - tail] == true[-1 - tail]:
        tail += 1
    held = {*range(head), *range(len(text) - tail, len(text))}
    one, other = text[head : len(text) - tail], true[head : len(true) - tail]
    if not one or not other:
        return max(len(one), len(other)), held, [*range(head, head + len(other))]
    rows = [list(range(len(other) + 1))]
    for place, sign in enumerate(one, 1):
        last = rows[-1]
        row = [place]
        for rank, mark in enumerate(other):
            row.append(min(last[rank] + (sign != mark), last[rank + 1] + 1, row[rank] + 1))
        rows.append(row)
    missed = set(range(head, head + len(other)))
    for place, rank in _path(rows, one, other):
        held.add(head + place)
        missed.discard(head + rank)
    return rows[-1][-1], held, sorted(missed)


def _path(rows: list[list[int]], one: str, other: str) -> Iterator[tuple[int, int]]:
    """The pairs of equal characters on a shortest way."""
    place, rank = len(one), len(other)
    while place and rank:
        here = rows[place][rank]
        if one[place - 1] == other[rank - 1] and here == rows[place - 1][rank - 1]:
            place, rank = place - 1, rank - 1
            yield place, rank
        elif here == rows[place - 1][rank - 1] + 1:
            place, rank = place - 1, rank - 1
        elif here == rows[place - 1][rank] + 1:
            place -= 1
        else:
            rank -= 1
