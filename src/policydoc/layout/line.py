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
_LETTERSPACED = pattern(r" *+(?=[^ ]{1,2} {1,4}[^ ]{1,2} )(?:(?:[0-9]{4}|[^ ])(?: {1,4}+|\Z)){6,100}+\Z")
"""A line set with blanks between all its characters."""
_FEWEST_HAN = 3
_SPACED_YEAR = pattern(r"(?:19|20|1 +9|2 +0) +[0-9] +[0-9] +年")
_LONGEST_SPACED = 200


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

    def written(self, content: str) -> str | None:
        """The line as the content writes it, as long as its text; None where that is longer or shorter."""
        if isinstance(self.at, range):
            return content[self.at.start : self.at.stop]
        return "".join(map(content.__getitem__, self.at)) if len(self.at) == len(self.text) else None

    def as_role(self, role: Role) -> Line:
        """The same line with another role."""
        return self._replace(role=role)


def compact(shadow: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The characters of a stretch without blanks and markdown emphasis, and the offset of each.

    >>> compact("新 建 5G基站 100 座", 0, 15)[0], compact("2 0 2 4 年 3 月 5 日", 0, 17)[0]
    ('新建5G基站100座', '2024年3月5日')
    """
    if not _IGNORED.search(shadow, start, end):
        return shadow[start:end], range(start, end)
    letterspaced = end - start <= _LONGEST_SPACED and _is_letterspaced(shadow[start:end])
    text: list[str] = []
    at: list[int] = []
    here = start
    for gap in _IGNORED.finditer(shadow, start, end):
        text.append(shadow[here : gap.start()])
        at.extend(range(here, gap.start()))
        before, after = shadow[gap.start() - 1 : gap.start()], shadow[gap.end() : gap.end() + 1]
        if (
            not letterspaced
            and here < gap.start()
            and (gap[0].isspace() or gap[0] == "&nbsp;")
            and _KEEPS_BLANK.match(before)
            and _KEEPS_BLANK.match(after)
        ):
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


def _is_letterspaced(stretch: str) -> bool:
    """Whether a stretch is set with blanks between all its characters, Chinese ones among them (not a row of numbers)."""
    if not _LETTERSPACED.fullmatch(stretch):
        return False
    return sum("一" <= character <= "鿿" for character in stretch) >= _FEWEST_HAN or _SPACED_YEAR.search(stretch) is not None


def joined(first: Line, second: Line) -> Line:
    """Two lines that a page or the margin had broken."""
    glue = bool(_KEEPS_BLANK.match(first.text[-1:])) and second.text[:1].isascii() and second.text[:1].isalpha()
    text = first.text + (" " if glue else "") + second.text
    at = [*first.at, *([first.end] if glue else []), *second.at]
    return Line(first.start, second.end, text, at, first.role, first.indent, first.pieces + second.pieces)
