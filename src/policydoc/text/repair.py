"""修复: damaged heads of lines read again, every change recorded, every doubt a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from policydoc.rules.diagnostics import diagnostic
from policydoc.text.alignment import Head, Reading, realign
from policydoc.text.edits import Edit, Repaired
from policydoc.text.enumerators import Rank, expected, heads, rank
from policydoc.text.formulae import formula
from policydoc.text.gbk import MARK, NARROW, Unit, units
from policydoc.text.lattice import LOST
from policydoc.text.pieces import merged
from policydoc.text.words import Words

STEP = "gbk-realign"
_LINE = re.compile(r"[^\r\n\f]+")
_DAMAGED = re.compile(r"[ \t\u3000]*+\?。")
_LETTER = re.compile(r"[0-9A-Za-z]++")
_BROKEN = "锟斤拷"
_REPLACED = re.compile(r"(?:\ufffd|锟斤拷)++")
_LONGEST = 240
"""Characters of one run."""
_MOST = 6000
"""Characters of all runs of a text; what is damaged beyond them keeps its labels at best."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A damaged line: where its mark stands, what is shown behind it, and the reading that is sure enough."""

    start: int
    shown: str
    run: list[Unit]
    stop: str
    reading: Reading | None


def repair(decoded: str) -> Repaired:
    """修复: the decoded text with the damaged heads of its lines read again; clean text comes back as it is.

    >>> repaired = repair("（一）健康服务工程。\n?。ǘB老服務提升工程。\n（三）便民服务工程。")
    >>> repaired.content.split("\n")[1], [edit.removed for edit in repaired.edits]
    ('（二）�老服務提升工程。', ['?。ǘ', 'B'])
    """
    broken = LOST in decoded or _BROKEN in decoded
    if MARK not in decoded:
        return Repaired(decoded, (), [_broken(decoded, ())] if broken else [])
    folded = sum(map(decoded.count, ",:;()")) > sum(map(decoded.count, "，：；（）"))
    edits: list[Edit] = []
    found: list[dict[str, Any]] = []
    content: list[str] = []
    here = length = 0
    for line in _damaged(decoded, folded=folded):
        content.append(decoded[here : line.start])
        length += line.start - here
        made = _edits(line, length, folded=folded) if line.reading else []
        found += _findings(line, made, length)
        edits += made
        read = _applied(MARK + line.shown, made, length)
        content.append(read)
        length += len(read)
        here = line.start + len(MARK) + len(line.shown)
    content.append(decoded[here:])
    if broken:
        found.append(_broken(decoded, edits))
    return Repaired("".join(content) if edits else decoded, tuple(edits), found)


def _damaged(decoded: str, *, folded: bool) -> list[_Line]:
    """The damaged lines in order, read again by what the clean text and their numbering tell."""
    clean: list[str] = []
    ranks: list[Rank] = []
    lines: list[tuple[_Line, int]] = []
    for match in _LINE.finditer(decoded):
        mark = _DAMAGED.match(decoded, match.start(), match.end())
        if mark is None:
            clean.append(match[0])
            number = rank(match[0])
            ranks += [] if number is None else [number]
            continue
        shown = decoded[mark.end() : match.end()]
        run, stop = units(shown, _LONGEST)
        clean.append(shown[len(run) :])
        fixed = formula(shown)
        lines.append((_Line(mark.end() - len(MARK), shown, run, stop, Reading(fixed) if fixed else None), len(ranks)))
        ranks.append({} if fixed else heads(run))
    if not lines:
        return []
    words = Words("\n".join(clean))
    labels = expected(ranks)
    found: list[_Line] = []
    left = _MOST
    for line, index in lines:
        head = labels[index] or Head()
        if line.reading is None:
            run, stop = (line.run, line.stop) if left > 0 else (line.run[: head.units], "longest")
            left -= len(run)
            line = replace(line, reading=realign(line.shown, run, stop, head, words, folded=folded))
        found.append(line)
    return found


def _edits(line: _Line, start: int, *, folded: bool) -> list[Edit]:
    """The edits of a line whose mark stands at `start` of the content."""
    edits: list[Edit] = []
    here = start
    for piece in merged(line.reading.pieces if line.reading else ()):
        read = piece.read.translate(NARROW) if folded else piece.read
        if read != piece.shown:
            edits.append(Edit(STEP, here, here + len(read), piece.shown, read, piece.certainty, piece.alternatives))
        here += len(read)
    return edits


def _applied(shown: str, edits: Iterable[Edit], start: int) -> str:
    """What is shown with its edits made; they count from `start` of the content."""
    read: list[str] = []
    taken = length = 0
    for edit in edits:
        untouched = shown[taken : taken + edit.start - start - length]
        read += (untouched, edit.inserted)
        taken += len(untouched) + len(edit.removed)
        length = edit.end - start
    return "".join((*read, shown[taken:]))


def _findings(line: _Line, edits: Sequence[Edit], start: int) -> list[dict[str, Any]]:
    """What a clerk should know of a damaged line."""
    if line.reading is None or not edits:
        end = start + len(MARK) + len(line.shown)
        return [diagnostic("T003", (start, end)), *_doubts(_letters(line.shown[: len(line.run)], start + len(MARK)))]
    found = [diagnostic("T001", (edits[0].start, edits[-1].end), read=_applied(MARK + line.shown, edits, start)[: edits[-1].end - start])]
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
        covered = sum(len(piece.shown) for piece in line.reading.pieces) - len(MARK)
        doubtful += _letters(line.shown[covered : covered + line.reading.rest], here)
    return [*found, *_doubts(doubtful)]


def _letters(shown: str, start: int) -> list[tuple[int, int]]:
    return [(start + match.start(), start + match.end()) for match in _LETTER.finditer(shown)]


def _doubts(spans: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    return [diagnostic("T004", spans[0], spans[1:])] if spans else []


def _broken(decoded: str, edits: Iterable[Edit]) -> dict[str, Any]:
    """T005 at the first stretch of replacement characters."""
    first = _REPLACED.search(decoded)
    start, end = first.span() if first else (0, 0)
    shift = 0
    for edit in edits:
        if edit.start - shift + len(edit.removed) > start:
            break
        shift += len(edit.inserted) - len(edit.removed)
    return diagnostic("T005", (start + shift, end + shift), count=decoded.count(LOST) + decoded.count(_BROKEN))
