"""可疑处: the stretches of a text that look out of step, and the clean lines beside them.

Marks and clusters of odd characters come first. Where some of them could be read again, the other lines are looked at once more: a
lone odd character, a question mark at the head, a head that is no Chinese may be damage too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.text.enumerators import chapter, rank
from policydoc.text.gate import clusters, lone
from policydoc.text.gbk import MARK
from policydoc.text.language import Language

_LINE = pattern(r"[^\r\n\f\v\x85\u2028\u2029]+")
_MARKED = pattern(r"[ \t\u3000]*+\?。")
_BLANK = pattern(r"[ \t\u3000]*+")
_ASKED = pattern(r"[?\ufffd][\u0391-\uffee]")

_BROKEN = "锟斤拷"
"""What U+FFFD leaves: a line with it was decoded with the wrong encoding, and nothing is out of step."""
_KUN = "锟斤拷"
_LONGEST = 400
_BEFORE, _HEAD = 14, 10
"""How far before the first odd character a byte may be lost, and how far from the beginning of a line it is held to be its first."""
_BEHIND = 12
"""How far behind the last odd character a line is clean again."""
_FULL = 0.6
"""The share of lines that look damaged above which a text is of another encoding rather than out of step."""
_MANY, _FOREIGN = 200, 0.2
"""How many odd characters, and which share of all that are not of ASCII, tell of another encoding."""
_LOOKED, _STRANGE = 6, -9.5
"""Characters at the head of a line that are weighed, and what they weigh at most, each, where they are no Chinese."""


class Rung(NamedTuple):
    """A clean line of the numbering: its ordinal among those of the form （一）, 0 for a heading above them; and of the form 一、."""

    item: int | None
    chapter: int | None


_NONE = Rung(None, None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line that looks damaged: where it starts, its mark, what is shown behind the mark."""

    start: int
    mark: str
    shown: str
    first: bool
    """Whether it begins a line."""
    odd: int = 0
    """Where its first odd character is."""


def stretches(decoded: str, *, again: bool = False) -> tuple[list[Rung | Stretch], list[str]]:
    r"""The numbering of the clean lines and what looks damaged, in order; and the clean text. A second look finds more.

    >>> rows, clean = stretches("（一）公厕。\n?。ǘB老服務。\n（三）便民。")
    >>> [row.shown if isinstance(row, Stretch) else row.item for row in rows], clean
    ([1, 'ǘB老服務。', 3], ['（一）公厕。', '', '（三）便民。'])
    """
    lines = [(match[0], match.start()) for match in _LINE.finditer(decoded)]
    found = [None if _BROKEN in line else _stretch(line, start) for line, start in lines]
    if sum(each is not None and not each.mark for each in found) > _FULL * (len(found) + 1) or _foreign(decoded):
        found = [each if each and each.mark == MARK else None for each in found]
    elif again:
        suspects = dict(_suspects(lines, found))
        found = [each or suspects.get(place) for place, each in enumerate(found)]
    rows: list[Rung | Stretch] = []
    clean: list[str] = []
    for (line, _), each in zip(lines, found, strict=True):
        clean.append(line if each is None else _tail(each))
        if each is not None:
            rows.append(each)
            continue
        rung = Rung(rank(line), chapter(line))
        if rung != _NONE:
            rows.append(rung)
    return rows, clean


def _stretch(line: str, start: int) -> Stretch | None:
    """What of a line looks damaged at the first glance."""
    if _overwritten(line):
        return None
    marked = _MARKED.match(line)
    if marked:
        return Stretch(start + marked.end() - len(MARK), MARK, line[marked.end() :][:_LONGEST], True)
    odd = next((place for place, _ in clusters(line)), None)
    return None if odd is None else _around(line, start, odd)


def _foreign(text: str) -> bool:
    """Whether so many characters are odd that the text is of another encoding."""
    odd = sum(1 for _ in lone(text))
    return odd > _MANY and odd > _FOREIGN * sum(character > "\u3000" for character in text)


def _overwritten(line: str) -> bool:
    """Whether a line holds 锟斤拷, or little but U+FFFD: nothing can bring it back."""
    return _KUN in line or 2 * line.count("\ufffd") > len(line)


def _around(line: str, start: int, odd: int) -> Stretch:
    """The stretch of a line around an odd character."""
    blank = _BLANK.match(line)
    begin = blank.end() if blank else 0
    if odd - begin <= _HEAD:
        mark = line[begin] if line[begin] in "?\ufffd" else ""
        return Stretch(start + begin, mark, line[begin + len(mark) :][:_LONGEST], True, max(0, odd - begin - len(mark)))
    begin = odd - _BEFORE if odd > _BEFORE else 0
    return Stretch(start + begin, "", line[begin:][:_LONGEST], begin == 0, odd - begin)


def _suspects(lines: list[tuple[str, int]], found: list[Stretch | None]) -> Iterator[tuple[int, Stretch]]:
    """What looks damaged at the second glance."""
    language = Language("\n".join(line for (line, _), each in zip(lines, found, strict=True) if each is None))
    for place, ((line, start), each) in enumerate(zip(lines, found, strict=True)):
        if each is not None or _BROKEN in line:
            continue
        blank = _BLANK.match(line)
        begin = blank.end() if blank else 0
        odd = next(lone(line), None)
        if odd is None and (_ASKED.match(line, begin) or _strange(line[begin : begin + _LOOKED], language)):
            odd = begin + 2
        if odd is not None:
            yield place, _around(line, start, odd)


def _strange(head: str, language: Language) -> bool:
    """Whether the head of a line is hardly Chinese, whatever the notice says elsewhere."""
    if len(head) < _LOOKED or not all("\u4e00" <= sign <= "\uffee" for sign in head[:2]):
        return False
    return language.text(head, memory=False) < _STRANGE * len(head)


def _tail(stretch: Stretch) -> str:
    """The end of a stretch that is clean for sure: what stands far behind its last odd characters."""
    last = 0
    for _, end in clusters(stretch.shown):
        last = end
    return stretch.shown[max(last, stretch.odd) + _BEHIND :]
