"""成员名: the names of an archive's members, decoded, kept inside the archive and kept apart."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from zipfile import ZipInfo

from policydoc.rules.patterns import pattern
from policydoc.source.decoding import PLAUSIBLE
from policydoc.text.plausible import plausibility

UTF_8 = 0x800
"""The flag of an entry whose name is UTF-8."""

_UNICODE_PATH = 0x7075
_LONGEST = 255
"""Characters of a name; what is longer is cut, its ending kept."""
_CODES = ("utf-8", "gb18030", "big5hkscs")
_ASCII = pattern(r"[\x00-\x7f]++")
_DRIVE = pattern(r"[A-Za-z]:")
_CONTROL = pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def member_names(infos: Sequence[ZipInfo]) -> list[str]:
    """The names of some entries: UTF-8 where they say so, else what reads as Chinese, else the code page of DOS.

    >>> entry = ZipInfo("云泽市/通知.txt".encode("gb18030").decode("cp437"))
    >>> member_names([entry])
    ['云泽市/通知.txt']
    """
    told = [_told(info) for info in infos]
    raw = [info.orig_filename.encode("cp437", "replace") for info, name in zip(infos, told, strict=True) if name is None]
    guessed = iter(_decoded(raw))
    return _apart([_inside(name if name is not None else next(guessed)) for name in told])


def _told(info: ZipInfo) -> str | None:
    """The name where its encoding is known: the flag is set, or the field for Unicode names stands beside it."""
    if info.flag_bits & UTF_8:
        return info.orig_filename
    for field, content in _fields(info.extra):
        if field == _UNICODE_PATH and content[:1] == b"\x01" and len(content) > 5:
            (check,) = struct.unpack("<L", content[1:5])
            if check == zlib.crc32(info.orig_filename.encode("cp437", "replace")):
                try:
                    return content[5:].decode()
                except UnicodeDecodeError:
                    return None
    return None


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields of an entry, kind and content."""
    here = 0
    while here + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, here)
        yield kind, extra[here + 4 : here + 4 + length]
        here += 4 + length


def _decoded(names: list[bytes]) -> list[str]:
    """Names of one archive, all in one encoding where one reads them all as Chinese, else each by itself."""
    if not names:
        return []
    code = _code(b"\n".join(names))
    return [name.decode(code) for name in names] if code else [name.decode(_code(name) or "cp437") for name in names]


def _code(name: bytes) -> str | None:
    """The encoding that reads a name as ASCII or Chinese; None where none does."""
    if name.isascii():
        return "ascii"
    scores: list[tuple[float, str]] = []
    for code in _CODES:
        try:
            foreign = _ASCII.sub("", name.decode(code))
        except UnicodeDecodeError:
            continue
        if code == "utf-8":  # no other encoding's names are UTF-8 by accident
            return code
        scores.append((plausibility(foreign), code))
    best = max(scores, key=lambda score: score[0], default=(0.0, ""))
    return best[1] if best[0] >= PLAUSIBLE else None


def _inside(name: str) -> str:
    r"""A name as a way inside the archive: no root, no drive, no way up, nothing that ends a line.

    >>> _inside("C:\\notices\\..\\..\\etc\\a.txt")
    'notices/etc/a.txt'
    """
    parts = [part for part in _CONTROL.sub("·", name).replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if parts and _DRIVE.match(parts[0]):
        parts[0] = parts[0][2:]
    whole = "/".join(part for part in parts if part)
    if len(whole) <= _LONGEST:
        return whole
    stem, point, ending = whole.rpartition(".")
    ending = point + ending if point and len(ending) < 12 else ""
    return (stem if ending else whole)[: _LONGEST - len(ending) - 1].rstrip("/") + "…" + ending


def _apart(names: list[str]) -> list[str]:
    """Names of which no two are the same: the second of a name has ~2 before its ending.

    >>> _apart(["a/通知.doc", "a/通知.doc", "a/通知.doc"])
    ['a/通知.doc', 'a/通知~2.doc', 'a/通知~3.doc']
    """
    taken = set(names)
    seen: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        count = seen.get(name, 0) + 1
        other = name
        if count > 1:
            folder, slash, file = name.rpartition("/")
            stem, point, ending = file.rpartition(".")
            start, end = (f"{folder}{slash}{stem}", f".{ending}") if point and stem else (name, "")
            while (other := f"{start}~{count}{end}") in taken:
                count += 1
            taken.add(other)
        seen[name] = count
        found.append(other)
    return found
