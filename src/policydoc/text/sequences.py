"""UTF-8 序列: runs of UTF-8 among bytes that were read as something else, and the places where bytes of them are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.text.transcoding import Bytes

_TOKEN = pattern(
    r"(?P<whole>(?:(?!\xef\xbf\xbd)[\xe1-\xef][\x80-\xbf]{2}(?![\x80-\xbf])|[\xf0-\xf3][\x80-\xbf]{3}(?![\x80-\xbf])|\xc2[\xa0\xb0-\xb2\xb7](?![\x80-\xbf])"
    r"|\xc3[\x97\xb7](?![\x80-\xbf]))+)"
    r"|(?P<ascii>[\x20-\x7e\t\u3000]+)"
    r"|(?P<torn>(?!\xef\xbf\xbd)[\xe1-\xef][\x80-\xbf]{0,7}(?:[\u0100?]{1,2}(?:[\x80-\xbf]{1,5}(?![\x80-\xbf]))?)?|[\u0100?]{1,2}[\x80-\xbf]{1,5}|\u0100{1,2}"
    r"|[\x80-\xbf]{1,5})"
)
_DOUBLED = pattern(
    r"(?P<whole>(?:[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf3][\x80-\xbf]{3}|[\xc2-\xdf][\x80-\xbf])+)|(?P<ascii>[\x20-\x7e\t\u3000]+)|(?P<torn>(?!))"
)
"""The same where every character below U+0800 may be one: text that was misread twice."""


class Token(NamedTuple):
    """A piece of a run: whole characters, ASCII, or what is left of a character; `start` to `end` are bytes."""

    kind: Literal["whole", "ascii", "torn"]
    start: int
    end: int
    text: str


Run = list[Token]


def runs(found: Bytes, torn: int = 3, *, doubled: bool = False) -> Iterator[Run]:
    """The runs of UTF-8 in a line: they begin and end with whole characters, or with what is left of one at the edge.

    >>> from policydoc.text.transcoding import double_bytes
    >>> [[token.text for token in run] for run in runs(double_bytes("鍚勭骇3涓"))]
    [['各级', '3', 'ä¸']]
    """
    run: Run = []
    here = 0
    for match in (_DOUBLED if doubled else _TOKEN).finditer(found.text):
        if match.start() != here and run:
            yield from _parted(run, torn)
            run = []
        here = match.end()
        kind = match.lastgroup
        if kind == "whole":
            try:
                run.append(Token("whole", *match.span(), match[0].encode("latin-1").decode("utf-8")))
            except UnicodeDecodeError:
                run.append(Token("torn", *match.span(), match[0]))
        else:
            run.append(Token("ascii" if kind == "ascii" else "torn", *match.span(), match[0]))
    yield from _parted(run, torn)


def _parted(run: Run, most: int) -> Iterator[Run]:
    """The runs without ASCII at their ends and parted where nothing but remains stands: sound text looks like remains."""
    part: Run = []
    torn = 0
    for token in run:
        if token.kind == "torn":
            torn += 1
        elif token.kind == "whole":
            torn = 0
        part.append(token)
        if torn > most:
            yield from _trimmed(part)
            part, torn = [], 0
    yield from _trimmed(part)


def _trimmed(run: Run) -> Iterator[Run]:
    while run and run[0].kind != "whole" and not _edge(run[: _MOST_AT_EDGE + 1]):
        run = run[1:]
    while run and run[-1].kind != "whole" and not _edge(run[: -_MOST_AT_EDGE - 2 : -1]):
        run = run[:-1]
    if any(token.kind == "whole" for token in run):
        yield run


_MOST_AT_EDGE = 3


def _edge(tokens: Run) -> bool:
    """Whether what is left of some characters may begin or end a run: each has its first byte, or a mark, up to a whole one."""
    if tokens[0].kind != "torn":
        return False
    for token in tokens:
        if token.kind == "torn" and token.text[0] < "\xe1" and "\u0100" not in token.text:
            return False
        if token.kind == "whole":
            return True
    return False
