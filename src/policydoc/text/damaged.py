"""坏行: the lines that lost their heads, read again by their bytes, their numbering and the clean text around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policydoc.rules.patterns import pattern
from policydoc.text.alignment import Head, Reading, realign
from policydoc.text.enumerators import Rank, expected, heads, rank
from policydoc.text.formulae import formula
from policydoc.text.gbk import MARK, Unit, units
from policydoc.text.words import Words

_LINE = pattern(r"[^\r\n\f\v\x85\u2028\u2029]+")
_DAMAGED = pattern(r"[ \t\u3000]*+\?。")

_LONGEST = 240
"""Characters of one run."""

_MOST = 6000
"""Characters of all runs of a text; of what is damaged beyond them only labels are read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A damaged line: where its mark stands, what is shown behind it, and the reading that is sure enough."""

    start: int
    shown: str
    run: list[Unit]
    stop: str
    reading: Reading | None


def damaged(decoded: str, *, folded: bool) -> list[Line]:
    r"""The damaged lines in order, read again by what the clean text and their numbering tell.

    >>> [line] = damaged("（一）公厕。\n?。ǘB老服務。", folded=False)
    >>> line.start, line.shown, line.reading.pieces[0].read if line.reading else ""
    (7, 'ǘB老服務。', '（二）')
    """
    clean: list[str] = []
    ranks: list[Rank] = []
    lines: list[tuple[Line, int]] = []
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
        lines.append((Line(mark.end() - len(MARK), shown, run, stop, Reading(fixed) if fixed else None), len(ranks)))
        ranks.append({} if fixed else heads(run))
    if not lines:
        return []
    words = Words("\n".join(clean))
    labels = expected(ranks)
    found: list[Line] = []
    left = _MOST
    for line, index in lines:
        head = labels[index] or Head()
        if line.reading is None:
            run, stop = (line.run, line.stop) if left > 0 else (line.run[: head.units], "longest")
            left -= len(run)
            line = replace(line, reading=realign(line.shown, run, stop, head, words, folded=folded))
        found.append(line)
    return found
