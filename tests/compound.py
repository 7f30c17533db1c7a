"""OLE 文件: a compound file of a few streams, written from [MS-CFB]."""

from __future__ import annotations

from collections.abc import Mapping
from struct import pack

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALLEST = 4096
"""Bytes of a stream that stands in sectors of its own."""


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A file of these streams, each filled up with zeros so that none is small; up to 100 sectors of 512 bytes for each table."""
    filled = {name: data.ljust(-(-max(len(data), _SMALLEST) // SECTOR) * SECTOR, b"\0") for name, data in streams.items()}
    directory = -(-(len(filled) + 1) // 4)
    needed = directory + sum(len(data) // SECTOR for data in filled.values())
    tables = next(count for count in range(1, 110) if count * 128 >= needed + count)
    fat = [_FAT] * tables + [*range(tables + 1, tables + directory), _END]
    entries = [_entry("Root Entry", 5, _END, 0, 1 if filled else _FREE)]
    body = b""
    for number, (name, data) in enumerate(filled.items(), 1):
        first, count = len(fat), len(data) // SECTOR
        fat += [*range(first + 1, first + count), _END]
        entries.append(_entry(name, 2, first, len(data), right=number + 1 if number < len(filled) else _FREE))
        body += data
    fat += [_FREE] * (tables * 128 - len(fat))
    entries += [bytes(128)] * (directory * 4 - len(entries))
    difat = [*range(tables), *([_FREE] * (109 - tables))]
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += pack("<IIIIIIIII", 0, tables, tables, 0, _SMALLEST, _END, 0, _END, 0) + pack("<109I", *difat)
    return head + pack(f"<{len(fat)}I", *fat) + b"".join(entries) + body


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    """An entry of the directory."""
    written = (name + "\0").encode("utf-16-le")
    return written.ljust(64, b"\0") + pack("<HBBIII", len(written), kind, 1, _FREE, right, child) + bytes(36) + pack("<IQ", start, size)
