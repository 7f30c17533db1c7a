"""改动: the stretches of a text that one step reads otherwise, made its edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from policydoc.rules.diagnostics import diagnostic
from policydoc.text.edits import Certainty, Edit, Repaired, carried


class Change(NamedTuple):
    """A stretch of the text before a step, and what the step puts in its place."""

    start: int
    end: int
    inserted: str
    certainty: Certainty = "certain"
    alternatives: tuple[str, ...] = ()


def changed(text: str, step: str, changes: Iterable[Change], findings: Sequence[dict[str, Any]] = ()) -> Repaired | None:
    """A text with the changes of one step made; None where nothing is changed and nothing found.

    The changes are in order; the spans of the findings are of the text before the step.

    >>> done = changed("新建&middot;公厕", "entities", [Change(2, 10, "·")])
    >>> (done.content, done.undo()) if done else ()
    ('新建·公厕', '新建&middot;公厕')
    """
    edits: list[Edit] = []
    pieces: list[str] = []
    here = length = 0
    for change in _joined(changes):
        removed = text[change.start : change.end]
        if removed == change.inserted:
            continue
        pieces += (text[here : change.start], change.inserted)
        length += change.start - here
        here = change.end
        edits.append(Edit(step, length, length + len(change.inserted), removed, change.inserted, change.certainty, change.alternatives))
        length += len(change.inserted)
    if not edits and not findings:
        return None
    return Repaired("".join((*pieces, text[here:])) if edits else text, tuple(edits), moved(findings, edits))


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, those that touch each other as one where nothing parts them: neither certainty nor alternatives, nor a line end."""
    held: list[Change] = []
    for change in changes:
        if held and not (
            held[-1].end == change.start
            and held[-1].certainty == change.certainty
            and not held[-1].alternatives
            and not change.alternatives
            and held[-1].inserted[-1:] != "\n"
        ):
            yield _one(held)
            held = []
        held.append(change)
    if held:
        yield _one(held)


def _one(changes: Sequence[Change]) -> Change:
    if len(changes) == 1:
        return changes[0]
    return changes[0]._replace(end=changes[-1].end, inserted="".join(change.inserted for change in changes))


def moved(findings: Sequence[dict[str, Any]], edits: Sequence[Edit]) -> list[dict[str, Any]]:
    """Diagnostics with their spans carried behind some edits.

    >>> moved([{"code": "T005", "span": (3, 4), "related": ()}], [Edit("invisible", 1, 1, "x", "", "certain")])
    [{'code': 'T005', 'span': (2, 3), 'related': ()}]
    """
    if not edits or not findings:
        return list(findings)
    forward = carried(edits)
    return [
        {**found, "span": found["span"] and forward(found["span"]), "related": tuple(map(forward, found["related"]))} for found in findings
    ]


MOST_PLACES = 20
"""Places that one diagnostic names."""


def told(done: Repaired | None, code: str, kind: str) -> Repaired | None:
    """The outcome of a step with a diagnostic that counts its edits.

    >>> done = told(changed("新建&middot;公厕", "entities", [Change(2, 10, "·")]), "T012", "HTML entities")
    >>> done.diagnostics[0]["code"] if done else ""
    'T012'
    """
    if done is not None and done.edits:
        spans = [(edit.start, edit.end) for edit in done.edits]
        done.diagnostics.append(diagnostic(code, spans[0], spans[1:MOST_PLACES], count=len(spans), kind=kind))
    return done
