"""文字片: the text of a Word binary file, put together from the pieces that its piece table names; [MS-DOC] 2.4.1, 2.9.177."""

from __future__ import annotations

from struct import unpack_from
from typing import NamedTuple

from policydoc.errors import SourceError

_MODIFIERS, _TABLE = 1, 2
_COMPRESSED = 0x4000_0000
_MOST = 100_000
"""Pieces of a file."""
_AGAIN = "open it in Word or WPS and save it as docx"
_SIMPLE = {0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x5C: 0x083C}
"""The short form of a modifier (Prm0) → its code, for those that are read."""


class Piece(NamedTuple):
    """Characters `start` to `end` of the text: where in the file they stand, bytes of each, and what modifies all of them."""

    start: int
    end: int
    offset: int
    size: int
    modified: bytes


def read_pieces(clx: bytes, main: bytes, shown: str) -> tuple[str, tuple[Piece, ...]]:
    """The text, one character for each 16-bit unit, and its pieces."""
    prls: list[bytes] = []
    here = 0
    while here + 3 <= len(clx) and clx[here] == _MODIFIERS:
        size = unpack_from("<H", clx, here + 1)[0]
        prls.append(clx[here + 3 : here + 3 + size])
        here += 3 + size
    if here + 5 > len(clx) or clx[here] != _TABLE:
        raise SourceError(f"{shown}: a damaged Word file (it has no piece table); {_AGAIN}")
    size = unpack_from("<I", clx, here + 1)[0]
    count = (min(size, len(clx) - here - 5) - 4) // 12
    if not 0 < count <= _MOST:
        raise SourceError(f"{shown}: a damaged Word file (its piece table is of no known size); {_AGAIN}")
    starts = unpack_from(f"<{count + 1}i", clx, here + 5)
    texts: list[str] = []
    pieces: list[Piece] = []
    last = 0
    for number in range(count):
        start, end = starts[number], starts[number + 1]
        _, place, prm = unpack_from("<HIH", clx, here + 5 + 4 * (count + 1) + 8 * number)
        width = 1 if place & _COMPRESSED else 2
        offset = (place & (_COMPRESSED - 1)) // (2 if width == 1 else 1)
        if start != last or end < start or offset + width * (end - start) > len(main):
            raise SourceError(f"{shown}: a damaged Word file (a piece of its text is not where it should be); {_AGAIN}")
        last = end
        texts.append(_decoded(main[offset : offset + width * (end - start)], width))
        pieces.append(Piece(start, end, offset, width, _modifier(prm, prls)))
    return "".join(texts), tuple(pieces)


def _modifier(prm: int, prls: list[bytes]) -> bytes:
    """What a piece says of all its characters."""
    if prm & 1:
        return prls[prm >> 1] if prm >> 1 < len(prls) else b""
    code = _SIMPLE.get(prm >> 1 & 0x7F)
    return bytes((code & 0xFF, code >> 8, prm >> 8)) if code is not None else b""


def _decoded(stretch: bytes, width: int) -> str:
    r"""The characters of a piece: of 8 bits in code page 1252, which [MS-DOC] has for all files; or of 16.

    >>> _decoded(b"5G\x96", 1), _decoded("公厕".encode("utf-16-le"), 2)
    ('5G–', '公厕')
    """
    if width == 1:
        return stretch.decode("cp1252", "replace")
    text = stretch.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(stretch):
        return text
    return "".join(map(chr, unpack_from(f"<{len(stretch) // 2}H", stretch)))


def whole(text: str) -> str:
    """The text with each two halves of a character made one, half a character made U+FFFD."""
    return (
        text
        if not any("\ud800" <= sign <= "\udfff" for sign in text)
        else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )
