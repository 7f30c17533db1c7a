"""Join what the margin or the page broke: physical lines to logical lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.layout.line import Line, joined
from policydoc.layout.manner import FULL, Manner, breaks_off, manner_of, width_of
from policydoc.layout.margin import margin
from policydoc.layout.marks import COUNTS, DECIMAL, ENDED, LABELLED, MARKER, NEVER_FIRST, TERMINAL, opens_with_unit
from policydoc.layout.run_on import carries_on, runs_on
from policydoc.rules.patterns import pattern

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
_OPENERS = "([《“"
_BRACKET = pattern(r"[()\[\]《》“”]")
LONGEST_JOIN = 4000
AHEAD = 6
"""Lines in which the next item of a list is looked for."""
SHORTEST_REST = 6
"""Characters of a line that is nothing but the rest of a sentence: 准。"""
SENTENCE = 24
"""Characters of a line that is more than a heading."""
_HALF = pattern(r"\.[0-9]|0[0-9]{0,7}[^0-9.、:-]")
"""The second half of a number: no number begins so."""
_DUTY = pattern(
    r"""
      [(\[] (?:[^()\[\]]|[(\[][^()\[\]]{1,20}[)\]]){2,200} (?:负责|牵头|配合|落实|承办|参与|协办) [)\]][。;]?
    | [(\[] (?:责任|牵头|配合|负责)[一-龥]{0,4}: [^()\[\]]{2,200} [)\]][。;]?
    | [(\[] [^()\[\]。;:]{2,120} [局委办府院厅部会社处站等] [)\]][。;]?
    """,
    re.VERBOSE,
)
"""Who answers for an item, in a bracket of its own."""
_DUTY_END = pattern(r"(?:负责|牵头|配合|落实|承办|参与|协办)[)\]]\Z")
_LABEL_ALONE = pattern(r"(?:责任|牵头|配合|协办|主办|承办|实施|完成|参与|负责)[一-龥]{0,8}[)\]]?:\Z")
_CUT_NUMBER = pattern(r"[一-龥][0-9]{1,8}(?:\.[0-9]{1,4})?\Z|[〇一二三四五六七八九十百千]\Z")
"""A number at the end of a line that is neither a telephone's nor a code."""
_CUT_POINT = pattern(r"[一-龥、,](?<![件表图])[0-9]{1,8}\.\Z")
_DIGITS = pattern(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_NUMBERED = pattern(r"(?:附[件表]|表|专栏|图)[0-9]{1,2}")


def _open(text: str) -> bool:
    """Whether a bracket that opens in this text is still open at its end."""
    depth = 0
    for bracket in _BRACKET.findall(text[-120:]):
        if bracket in _OPENERS:
            depth += 1
        elif depth:
            depth -= 1
    return depth > 0


def _continues(last: Line, whole: Line, following: Line, *, full: bool, manner: Manner, ahead: Sequence[Line]) -> bool:
    """Whether `following` continues the paragraph whose last physical line is `last`; `full` tells whether that reached the margin."""
    if len(whole.text) > LONGEST_JOIN:
        return False
    if not _may_continue(last, following):
        return last.role == following.role == "text" and last.text[-1] in _OPENERS
    text, after = last.text, following.text
    indented = manner.indented
    marked = MARKER.match(after) is not None and not (full and runs_on(whole.text, after))
    ended = text[-1] in ENDED
    marked = marked or ((ended or not full) and DECIMAL.match(after) is not None and not text[-1].isdigit())
    if _open(text) and not (marked and not full):
        return True
    if marked:
        return False
    if _same_row(last, following) or text[-1] in ",、":
        return True
    if not full or (LABELLED.match(after) and not ended) or _DUTY_END.search(text, max(0, len(text) - 8)):
        return False
    if following.indent == 0 and _DUTY.fullmatch(after):
        return True
    if _LABEL_ALONE.search(text, max(0, len(text) - 16)):
        return True
    if text[-1] == ";":
        return True
    if not ended:
        return not (indented and following.indent >= 2) or (text[-1] not in TERMINAL and any(mark in whole.text for mark in ",。;"))
    if not indented:
        rest = "".join(line.text for line in ahead if line.role == "text")
        return carries_on(whole.text, rest) or (manner.gapped and text[-1] != ":" and not LABELLED.match(after))
    return following.indent == 0 and (len(after) >= SENTENCE or any(mark in after for mark in ",。;:、"))


def _may_continue(last: Line, following: Line) -> bool:
    """Whether both are text, and none is an element of the notice that has a line of its own."""
    return last.role == following.role == "text" and not _WHOLE.fullmatch(last.text) and not _WHOLE.fullmatch(following.text)


def _parted(last: Line, following: Line, *, page: bool) -> bool:
    """Whether two lines of a text without margin were one: a number and its unit, or a sentence that a page broke off."""
    if not _may_continue(last, following) or MARKER.match(following.text):
        return False
    text, after = last.text, following.text
    if text[-1] in COUNTS and len(text) > 4 and not _NUMBERED.fullmatch(text) and opens_with_unit(after) and _CUT_NUMBER.search(text):
        return True
    if _HALF.match(after) and text[-1].isdigit() and len(text) > 4:
        return True
    if len(text) >= SENTENCE and breaks_off(text) and len(after) <= SHORTEST_REST and after[-1] in "。;" and "一" <= after[0] <= "龥":
        return True
    if not page:
        return False
    sentence = len(text) >= SENTENCE and any(mark in text for mark in ",。;、")
    return text[-1] not in TERMINAL and (after[0] in NEVER_FIRST or (sentence and after[-1] in ENDED and not LABELLED.match(after)))


def _same_row(last: Line, following: Line) -> bool:
    """Whether the two stood in one printed row: a digit before a Chinese word, half a number, or a mark that never starts a row."""
    text, after = last.text, following.text
    if after[0] in NEVER_FIRST or (text[-1].isdigit() and _HALF.match(after) and not _NUMBERED.fullmatch(text)):
        return True
    if text[-1] == "." and after[0].isdigit() and _CUT_POINT.search(text, max(0, len(text) - 12)):
        return True
    if _NUMBERED.fullmatch(text) or (text.isdigit() and len(text) < 4):
        return False
    return _ENDS_WORD.search(text) is not None and not after[0].isascii() and MARKER.match(after) is None


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
                or (_WHOLE_LABEL.fullmatch(last.text) and not MARKER.match(line.text))
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
    ends = [width_of(line, content) for line in written]
    width = margin([line.text for line in written], ends)
    if not width:
        return _parted_joined(lines)
    manner = manner_of(lines, ends, width)
    own = iter(ends)
    out: list[Line] = []
    last: Line | None = None
    place, run, longest = -1, 0, 0
    between = ""
    for index, line in enumerate(lines):
        if line.role in ("blank", "furniture"):
            out.append(line)
            between = line.role if between != "furniture" else between
            continue
        wide = next(own) if line.role == "text" else 0
        full = run >= FULL * width and longest <= 1.3 * width
        apart = between == "blank" and manner.parting and last is not None and not breaks_off(last.text)
        between = ""
        if (
            last is not None
            and not apart
            and _continues(last, out[place], line, full=full, manner=manner, ahead=lines[index : index + AHEAD])
        ):
            out[place] = joined(out[place], line)
            run = run + wide if not full or _same_row(last, line) else wide
        else:
            out.append(line)
            place, run = len(out) - 1, wide
        last, longest = line, wide
    return out


def _parted_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text without margin, with what a page or the extraction parted joined."""
    out: list[Line] = []
    place, page = -1, False
    for index, line in enumerate(lines):
        if line.role in ("blank", "furniture"):
            page = page or line.role == "furniture"
            out.append(line)
            continue
        last = out[place] if place >= 0 else None
        if last is not None and len(last.text) <= LONGEST_JOIN and (_parted(last, line, page=page) or _wants(last, line, lines, index)):
            out[place] = joined(last, line)
        else:
            out.append(line)
            place = len(out) - 1
        page = False
    return out


def _wants(last: Line, line: Line, lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line is the one that the sentence before it wants and whose unit stands on the next line."""
    following = lines[index + 1] if index + 1 < len(lines) else line
    number = line.role == "text" and _DIGITS.fullmatch(line.text) is not None
    return (
        number
        and last.role == following.role == "text"
        and "," in last.text
        and "一" <= last.text[-1] <= "鿿"
        and last.text[-1] not in COUNTS
        and opens_with_unit(following.text)
    )
