"""转码: the bytes behind the characters of a text that was decoded with the wrong encoding."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

GAP = "\u0100"
"""Stands for U+FFFD: bytes that the wrong decoder gave up."""
WALL = "\u0101"
"""Stands for a character that the wrong encoding does not have."""


class Bytes(NamedTuple):
    """The bytes of a stretch, one character of Latin-1 each, and of which shown character each is; one place more than bytes."""

    text: str
    at: list[int]


@cache
def windows_1252() -> dict[str, str]:
    r"""The characters of Windows-1252 above Latin-1 to their bytes; its five unknown bytes are the control characters themselves.

    >>> windows_1252()["€"], windows_1252()["”"]
    ('\x80', '\x94')
    """
    return {bytes([byte]).decode("cp1252"): chr(byte) for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def latin_bytes(shown: str) -> Bytes:
    r"""The bytes of text that was read as Latin-1 or Windows-1252.

    >>> latin_bytes("äº¬").text == "äº¬", latin_bytes("å…¬").text
    (True, 'å\x85¬')
    """
    table = windows_1252()
    found = [sign if sign < "\u0100" else table.get(sign) or (GAP if sign == "\ufffd" else WALL) for sign in shown]
    return Bytes("".join(found), list(range(len(shown) + 1)))


@lru_cache(maxsize=70_000)
def _double(character: str, encoding: str) -> str:
    if character == "\ufffd":
        return GAP
    if character == "€":
        return "\x80"
    try:
        return character.encode(encoding).decode("latin-1")
    except UnicodeEncodeError:
        return WALL


def double_bytes(shown: str, encoding: str = "gb18030") -> Bytes:
    """The bytes of text that was read as GBK or Big5.

    >>> double_bytes("鍚勭骇").text.encode("latin-1").decode()
    '各级'
    """
    pieces = [_double(sign, encoding) for sign in shown]
    at = [place for place, piece in enumerate(pieces) for _ in piece]
    return Bytes("".join(pieces), [*at, len(shown)])
