"""A logical line: one paragraph as a reader sees it, whatever the file's line ends, blanks and page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from policydoc.rules.patterns import pattern

Role = Literal["text", "blank", "furniture", "table", "contents"]

_IGNORED = pattern(
    r"[ \n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u200f\u2028-\u202f\u205f\ufeff\u00ad]++|\*\*|__|\\(?=[.()\[\]*_#+!~>-])"
    r"|&(?:nbsp|emsp|ensp|thinsp|#160|#12288);|!\[[^\[\]]{0,80}\]\([^()\s]{1,300}\)|\[(?=[^\[\]]{1,200}\]\((?:https?:|\.{0,2}/|www)[^()\s]{1,300}\))"
    r"|\]\((?:https?:|\.{0,2}/|www)[^()\s]{1,300}\)|</?(?:br|p|b|i|u|em|strong|span|font|center|div|a)(?:\s[^<>]{0,200})?/?>|- +[0-9]{1,3} +-(?= ?[^ \n\r])"
)
_KEEPS_BLANK = pattern(r"[0-9A-Za-z%.]")


class Line(NamedTuple):
    """A logical line of the text.

    `text` is folded and without blanks (one blank stays between Latin letters or digits, a tab between cells);
    `at[i]` is the offset in the content of its i-th character.
    """

    start: int
    end: int
    text: str
    at: Sequence[int]
    role: Role = "text"
    indent: int = 0
    pieces: tuple[tuple[int, int], ...] = ()
    """The physical lines it was joined from."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the content of `text[start:end]`."""
        if start >= end:
            place = self.at[start] if start < len(self.at) else self.end
            return place, place
        return self.at[start], self.at[end - 1] + 1

    def as_role(self, role: Role) -> Line:
        """The same line with another role."""
        return self._replace(role=role)


def compact(shadow: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The characters of a stretch without blanks and markdown emphasis, and the offset of each.

    >>> compact("新 建 5G基站 100 座", 0, 15)[0]
    '新建5G基站100座'
    """
    if not _IGNORED.search(shadow, start, end):
        return shadow[start:end], range(start, end)
    text: list[str] = []
    at: list[int] = []
    here = start
    for gap in _IGNORED.finditer(shadow, start, end):
        text.append(shadow[here : gap.start()])
        at.extend(range(here, gap.start()))
        before, after = shadow[gap.start() - 1 : gap.start()], shadow[gap.end() : gap.end() + 1]
        if here < gap.start() and (gap[0].isspace() or gap[0] == "&nbsp;") and _KEEPS_BLANK.match(before) and _KEEPS_BLANK.match(after):
            text.append(" ")
            at.append(gap.start())
        here = gap.end()
    text.append(shadow[here:end])
    at.extend(range(here, end))
    joined = "".join(text)
    if not joined:
        at = [offset for offset in range(start, end) if not shadow[offset].isspace() and shadow[offset].isprintable()]
        joined = "".join(map(shadow.__getitem__, at))
    return joined, at


def joined(first: Line, second: Line) -> Line:
    """Two lines that a page or the margin had broken."""
    glue = bool(_KEEPS_BLANK.match(first.text[-1:])) and second.text[:1].isascii() and second.text[:1].isalpha()
    text = first.text + (" " if glue else "") + second.text
    at = [*first.at, *([first.end] if glue else []), *second.at]
    return Line(first.start, second.end, text, at, first.role, first.indent, first.pieces + second.pieces)
