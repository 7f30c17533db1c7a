"""文件信息块: the head of a Word binary file (Fib), which tells where everything else stands; [MS-DOC] 2.5."""

from __future__ import annotations

from struct import unpack_from
from typing import NamedTuple

from policydoc.errors import SourceError

_WORD_97 = 0xA5EC
_OLDER = (0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0x37FE, 0xFE37)
_FIRST_97 = 0xC0
_PAIRS = 0x9A
"""Where the table of offsets and lengths (fibRgFcLcb) stands."""
_AGAIN = "open it in Word or WPS and save it as docx"

STYLES, NOTE_REFERENCES, NOTES, CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS, PIECES = 1, 2, 3, 12, 13, 15, 33
ANCHORS, END_REFERENCES, END_NOTES, BOXES, LISTS, LIST_OVERRIDES = 40, 46, 47, 56, 73, 74
"""Indices of what stands in the table stream."""


class Fib(NamedTuple):
    """What the head of the file tells.

    `text`, `notes`, … are the lengths in characters of the parts of the text, which follow each other in this order.
    """

    second_table: bool
    """Whether the stream of tables is 1Table rather than 0Table."""
    text: int
    notes: int
    headers: int
    macros: int
    remarks: int
    end_notes: int
    boxes: int
    header_boxes: int
    pairs: tuple[int, ...]

    def part(self, index: int, table: bytes) -> bytes:
        """The bytes of a part of the table stream; empty where the file has none."""
        if 2 * index + 1 >= len(self.pairs):
            return b""
        start, size = self.pairs[2 * index : 2 * index + 2]
        return table[start : start + size]

    def end_of(self, index: int) -> int:
        """Where a part ends in the table stream."""
        return sum(self.pairs[2 * index : 2 * index + 2])


def read_fib(main: bytes, shown: str) -> Fib:
    """The head of the stream WordDocument; what is no Word 97 file, or an encrypted one, raises `SourceError`."""
    if len(main) < _PAIRS:
        raise SourceError(f"{shown}: a damaged Word file (its head is cut off); {_AGAIN}")
    magic, version = unpack_from("<HH", main, 0)
    if magic in _OLDER or (magic == _WORD_97 and version < _FIRST_97):
        raise SourceError(f"{shown}: a file of Word 95 or before; {_AGAIN}")
    if magic != _WORD_97:
        raise SourceError(f"{shown}: a damaged Word file (its head is unknown); {_AGAIN}")
    flags = unpack_from("<H", main, 10)[0]
    if flags & 0x0100:
        raise SourceError(f"{shown}: a Word file encrypted with a password; open it with its password and save it without one")
    words, longs = unpack_from("<H", main, 32)[0], 34 + 2 * unpack_from("<H", main, 32)[0]
    if words != 14 or unpack_from("<H", main, longs)[0] < 11:
        raise SourceError(f"{shown}: a damaged Word file (its head is of no known size); {_AGAIN}")
    sizes = unpack_from("<8i", main, longs + 2 + 12)
    count = min(unpack_from("<H", main, _PAIRS - 2)[0], (len(main) - _PAIRS) // 8)
    if min(sizes) < 0:
        raise SourceError(f"{shown}: a damaged Word file (a length below zero); {_AGAIN}")
    text, notes, headers, macros, remarks, end_notes, boxes, header_boxes = sizes
    pairs = unpack_from(f"<{2 * count}I", main, _PAIRS)
    return Fib(bool(flags & 0x0200), text, notes, headers, macros, remarks, end_notes, boxes, header_boxes, pairs)
