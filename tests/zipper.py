"""打包员: zip containers byte by byte (APPNOTE.TXT 6.3, PKWARE), honest ones and others."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from policydoc.source.zipped.names import UTF_8

ENCRYPTED = 0x1
DEFLATED, STORED = 8, 0
LINK = 0o120777 << 16


class Entry(NamedTuple):
    """A file in a container, and what the container says of it."""

    name: bytes | str
    content: bytes = b""
    flags: int = 0
    extra: bytes = b""
    method: int = DEFLATED
    attributes: int = 0o100644 << 16
    declared: int | None = None
    """The size that the container tells; the true one where it is None."""
    packed: bytes | None = None
    """The packed bytes, where they are not those of the content."""


def zipped(*entries: Entry, comment: bytes = b"", before: bytes = b"") -> bytes:
    """A container of some entries."""
    body, directory = bytearray(before), bytearray()
    for entry in entries:
        at = len(body)
        packed = packing(entry.content, entry.method) if entry.packed is None else entry.packed
        fields = header_fields(entry, packed)
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, *fields) + raw(entry) + entry.extra + packed
        directory += central(entry, packed, at)
    return bytes(body + directory + end(len(entries), len(directory), len(body), comment))


def central(entry: Entry, packed: bytes, at: int) -> bytes:
    """The entry in the list at the end."""
    fields = header_fields(entry, packed)
    start = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 3 << 8 | 20, 20, *fields, 0, 0, 0, entry.attributes, at)
    return start + raw(entry) + entry.extra


def header_fields(entry: Entry, packed: bytes) -> tuple[int, ...]:
    """Flags, method, time, date, checksum, sizes and lengths, as both headers have them."""
    flags = entry.flags | (UTF_8 if isinstance(entry.name, str) else 0)
    size = len(entry.content) if entry.declared is None else entry.declared
    return (flags, entry.method, 0, 0x5821, zlib.crc32(entry.content), len(packed), size, len(raw(entry)), len(entry.extra))


def raw(entry: Entry) -> bytes:
    """The bytes of a name."""
    return entry.name.encode() if isinstance(entry.name, str) else entry.name


def packing(content: bytes, method: int = DEFLATED) -> bytes:
    """Some bytes as the method packs them."""
    if method != DEFLATED:
        return content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def end(count: int, length: int, at: int, comment: bytes = b"") -> bytes:
    """The end of a container: how many entries, and where their list stands."""
    few = min(count, 0xFFFF)
    return struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, few, few, length, at, len(comment)) + comment


def unicode_path(name: bytes, told: str) -> bytes:
    """The extra field 0x7075: the name in UTF-8 beside the one of an older program."""
    content = b"\x01" + struct.pack("<L", zlib.crc32(name)) + told.encode()
    return struct.pack("<HH", 0x7075, len(content)) + content
