"""Join what the margin or the page broke: physical lines to logical lines.

Widths are display columns of the line as it was set, blanks included: a Chinese character is two, a digit or letter one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from policydoc.layout.line import Line, joined
from policydoc.rules.patterns import pattern

TERMINAL = "。;!?:.”」』)]》"
_SENTENCE_END = "。;!?:."
_MARKER = pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.,]|[(\[][一二三四五六七八九十0-9]{1,3}[)\]]|[0-9]{1,3}[.、](?![0-9])|[.](?=[一-龥])"
    r"|[①-⑳㈠-㈩⑴-⒛]|第[一二三四五六七八九十百]{1,5}[章节条编篇]|[壹贰叁参肆伍陆柒捌玖拾]、|附件)"
)
_LABEL = pattern(r"[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[(\[][一二三四五六七八九十0-9]{1,3}[)\]]")
_WHOLE_LABEL = pattern(r"[0-9]{1,3}[.、]|[一二三四五六七八九十]{1,3}、|[(\[][一二三四五六七八九十0-9]{1,3}[)\]]|[①-⑳]")
_WHOLE = pattern(
    r"""
      [一-龥]{1,20}\[(?:19|20)[0-9]{2}\]第?[0-9]{1,4}号
    | (?:(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[二一][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?:印发)?
    | (?:签发人|受文者|发文日期|发文字号|主题词|抄送|抄报|速别|密等|附件|联系人|正本|副本):.{0,60}
    | \((?:此件|联系人).{0,60}\)
    """,
    re.VERBOSE,
)
"""公文要素: a line of its own, however wide."""
_POINT = pattern(r"[.、](?=[^0-9.、])")
_ENDS_WORD = pattern(r"[0-9A-Za-z]$")
_NEVER_FIRST = ",、。;:)》”"
_OPENERS = "([《“"
_BRACKET = pattern(r"[()\[\]《》“”]")
LONGEST_JOIN = 4000
FULL = 0.8
FEWEST = 5
"""Fewer lines show no margin."""


def columns(text: str) -> int:
    """The display columns of a line as it was set.

    >>> columns("新建5处"), columns("ab ")
    (7, 3)
    """
    return len(text.encode("gb18030", "replace"))


def margin(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The width in columns at which the text was wrapped; 0 where lines are whole paragraphs.

    A wrapped text has many lines of nearly one width, most of them end inside a sentence, and few are longer.
    """
    wide = sorted(width for width in widths if width >= 20)
    if len(wide) < FEWEST:
        return 0
    most, width, low = 0, 0, 0
    for high, own in enumerate(wide):
        while wide[low] < own - 6:
            low += 1
        if high - low + 1 >= most:
            most, width = high - low + 1, own
    longer = len(wide) - bisect_right(wide, 1.3 * width)
    if not 30 <= width <= 150 or longer > 0.2 * len(wide) or most < (0.3 if len(wide) >= 3 * FEWEST else 0.5) * len(wide):
        return 0
    unended = [own for text, own in zip(texts, widths, strict=True) if own >= 20 and text[-1] not in TERMINAL]
    near = sum(0.85 * width <= own <= 1.1 * width for own in unended)
    broken = sum(width - 6 <= own <= width for own in unended)
    return width if broken >= 0.6 * most and near >= 0.6 * len(unended) else 0


def _open(text: str) -> bool:
    """Whether a bracket that opens in this text is still open at its end."""
    depth = 0
    for bracket in _BRACKET.findall(text[-120:]):
        if bracket in _OPENERS:
            depth += 1
        elif depth:
            depth -= 1
    return depth > 0


def _continues(last: Line, whole: Line, following: Line, *, full: bool, indented: bool) -> bool:
    """Whether `following` continues the paragraph whose last physical line is `last`; `full` tells whether that reached the margin."""
    if len(whole.text) > LONGEST_JOIN or last.role != "text" or following.role != "text":
        return False
    text, after = last.text, following.text
    if _WHOLE.fullmatch(text) or _WHOLE.fullmatch(after):
        return False
    marked = _MARKER.match(after) is not None
    ended = text[-1] in _SENTENCE_END
    if _open(text) and not (marked and not full):
        return True
    if marked:
        return False
    if _same_row(last, following) or text[-1] in ",、":
        return True
    if not full:
        return False
    return not ended or (indented and following.indent == 0)


def _same_row(last: Line, following: Line) -> bool:
    """Whether the two stood in one printed row: a digit before a Chinese word, or a mark that never starts a row."""
    text, after = last.text, following.text
    if after[0] in _NEVER_FIRST:
        return True
    return _ENDS_WORD.search(text) is not None and not after[0].isascii() and _MARKER.match(after) is None


def labels_joined(lines: Sequence[Line]) -> list[Line]:
    """A number alone on its line, and the point or the words of its item on the next: one line."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if (
            last is not None
            and last.role == line.role == "text"
            and len(last.text) <= 5
            and (
                (_LABEL.fullmatch(last.text) and _POINT.match(line.text))
                or (_WHOLE_LABEL.fullmatch(last.text) and not _MARKER.match(line.text))
            )
        ):
            out[-1] = joined(last, line)
        else:
            out.append(line)
    return out


def join_wrapped(lines: Sequence[Line], content: str) -> list[Line]:
    """The lines with wrapped paragraphs joined; blanks and furniture inside a paragraph stay lines of their own."""
    lines = labels_joined(lines)
    written = [line for line in lines if line.role == "text"]
    ends = [columns(content[line.start : line.end].rstrip()) - line.indent for line in written]
    width = margin([line.text for line in written], ends)
    if not width:
        return lines
    count = len(written)
    indented = sum(line.indent >= 2 for line in written) >= 0.08 * count and sum(line.indent == 0 for line in written) >= 0.3 * count
    own = iter(ends)
    out: list[Line] = []
    last: Line | None = None
    place, run, longest = -1, 0, 0
    for line in lines:
        if line.role in ("blank", "furniture"):
            out.append(line)
            continue
        wide = next(own) if line.role == "text" else 0
        full = run >= FULL * width and longest <= 1.3 * width
        if last is not None and _continues(last, out[place], line, full=full, indented=indented):
            out[place] = joined(out[place], line)
            run = run + wide if not full or _same_row(last, line) else wide
        else:
            out.append(line)
            place, run = len(out) - 1, wide
        last, longest = line, wide
    return out
