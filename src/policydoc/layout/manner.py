"""排版方式: how a wrapped text shows where its paragraphs begin: by an indent, by a blank line, or by short last lines alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydoc.layout.line import Line
from policydoc.layout.margin import columns
from policydoc.layout.marks import TERMINAL

FULL = 0.8
"""Of the margin, what a line fills that is not the last of its paragraph."""
FEWEST_GAPS = 4
SPACED = 0.6
"""Gaps of a line, for each character, that is set with blanks between them."""


class Manner(NamedTuple):
    """How a wrapped text shows where its paragraphs begin."""

    indented: bool
    gapped: bool
    """By a blank line before nearly each."""
    parting: bool
    """A blank line stands inside none."""


def manner_of(lines: Sequence[Line], widths: Sequence[int], width: int) -> Manner:
    """Which of the signs of a new paragraph a text gives whose lines have these widths and were wrapped at this one.

    >>> from policydoc.layout.line import Line
    >>> texts = ["新建公厕5座,改造", "公厕3座。", ""] * 4
    >>> made = [Line(0, 0, text, range(len(text)), "text" if text else "blank") for text in texts]
    >>> manner_of(made, [17, 8] * 4, 17)
    Manner(indented=False, gapped=False, parting=True)
    """
    own = iter(widths)
    last, short, blank = "", False, False
    behind = without = inside = indents = flush = 0
    for line in lines:
        if line.role == "blank":
            blank = True
            continue
        if line.role != "text":
            last = ""
            continue
        wide = next(own)
        indents += line.indent >= 2
        flush += line.indent == 0
        if last and short and last[-1] in TERMINAL:
            behind += blank
            without += not blank
        elif last and blank:
            inside += not short and breaks_off(last)
        last, short, blank = line.text, wide < FULL * width, False
    count = len(widths)
    return Manner(
        indents >= 0.08 * count and flush >= 0.3 * count,
        behind >= FEWEST_GAPS and without <= 0.1 * behind and inside <= 0.1 * behind,
        inside <= 0.1 * behind,
    )


def breaks_off(text: str) -> bool:
    """Whether a line ends inside a sentence of a paragraph, not of a title.

    >>> breaks_off("新建公厕5座,改造"), breaks_off("云泽市公厕建设"), breaks_off("新建公厕,改造公厕。")
    (True, False, False)
    """
    return text[-1] not in TERMINAL and any(mark in text for mark in ",。;、")


def width_of(line: Line, content: str) -> int:
    """The columns of a line as it was set, but for the blanks between the characters of a title.

    >>> from policydoc.layout import lines
    >>> [width_of(lines(text)[0], text) for text in ("新建  公厕5座", "实 施 方 案")]
    [13, 8]
    """
    if not isinstance(line.at, range) and sum(other > here + 1 for here, other in pairwise(line.at)) > SPACED * len(line.text):
        return columns(line.text)
    return columns(content[line.start : line.end].rstrip()) - line.indent
