"""Join what the margin or the page broke: physical lines to logical lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.layout.line import Line, joined

TERMINAL = "。;!?:.”」』)]》"
_SENTENCE_END = "。;!?:."
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[.、](?![0-9])|[①-⑳]|第[一二三四五六七八九十百]{1,4}[章节条编]|附件)"
)
_ENDS_WORD = re.compile(r"[0-9A-Za-z]$")
_OPENERS, _CLOSERS = "([《“", ")]》”"
LONGEST_JOIN = 4000


def margin(texts: Sequence[str]) -> int:
    """The width in characters at which the text was wrapped; 0 where lines are whole paragraphs."""
    widths = sorted(len(text) for text in texts if len(text) >= 10)
    if len(widths) < 8:
        return 0
    width = widths[int(len(widths) * 0.9)]
    if not 15 <= width <= 75 or widths[-1] > 2.2 * width:
        return 0
    full = [text for text in texts if len(text) >= 0.8 * width]
    broken = sum(text[-1] not in TERMINAL for text in full)
    return width if broken >= 5 and broken > 0.3 * len(full) else 0


def _open(text: str) -> bool:
    """Whether a bracket that opens in this text is still open at its end."""
    depth = 0
    for character in text[-120:]:
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS and depth:
            depth -= 1
    return depth > 0


def _continues(last: Line, whole: Line, following: Line, width: int, indented: bool) -> bool:
    """Whether `following` continues the paragraph whose last physical line is `last`."""
    if len(whole.text) > LONGEST_JOIN or last.role != "text" or following.role != "text":
        return False
    text, after = last.text, following.text
    marked = _MARKER.match(after) is not None
    full = len(text) >= 0.8 * width
    ended = text[-1] in _SENTENCE_END
    if _open(text) and not (marked and not full):
        return True
    if marked and (ended or not full or text[-1] in TERMINAL):
        return False
    if _ENDS_WORD.search(text) and not _MARKER.match(after) and not ended and not after[0].isascii():
        return True
    if text[-1] in ",、":
        return True
    if after[0] in ",、。;)》”":
        return True
    if not full:
        return False
    return not ended or (indented and following.indent == 0)


def join_wrapped(lines: list[Line]) -> list[Line]:
    """The lines with wrapped paragraphs joined; blanks and furniture inside a paragraph stay lines of their own."""
    texts = [line.text for line in lines if line.role == "text"]
    width = margin(texts)
    if not width:
        return lines
    indents = [line.indent for line in lines if line.role == "text"]
    indented = sum(indent >= 2 for indent in indents) >= 0.08 * len(indents) and sum(indent == 0 for indent in indents) >= 0.3 * len(
        indents
    )
    out: list[Line] = []
    last: Line | None = None
    place = -1
    for line in lines:
        if line.role in ("blank", "furniture"):
            out.append(line)
            continue
        if last is not None and _continues(last, out[place], line, width, indented):
            out[place] = joined(out[place], line)
        else:
            out.append(line)
            place = len(out) - 1
        last = line
    return out
