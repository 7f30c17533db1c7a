"""发现: what a run is about, file by file: a path, its digest and size, or the problem that keeps it unread.

A zip archive is looked into as a folder is: each of its members is a file of the run, under its address.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO, Final, NamedTuple

from policydoc.archive.sources import Search, shown
from policydoc.errors import SourceError
from policydoc.source.limits import GIVEN, LARGEST, NESTED
from policydoc.source.zipped.archive import Archive, Member
from policydoc.source.zipped.shelf import SEPARATOR, address, archive_of
from policydoc.source.zipped.sole import MAGIC


class Finding(NamedTuple):
    """A file of a run before it is read."""

    path: str
    name: str
    """The path as the tables have it."""
    digest: str | None
    size: int | None
    problem: str | None
    """Why it cannot be read, where that is known already."""


class Print(NamedTuple):
    """指纹: digest and size of a file, or the problem that keeps it unread."""

    digest: str | None
    size: int | None
    problem: str | None
    zipped: bool = False
    """A zip container, read no further."""


def findings(search: Search, sources: Iterable[str], listed: IO[bytes] | None = None) -> Iterator[Finding]:
    """The files of the sources and the members of the archives among them, in order."""
    for path in search.files(sources, listed):
        archive = archive_of(path) if SEPARATOR in path else None
        if archive is not None:
            yield from _named(search, archive, path)
            continue
        print_ = fingerprint(path)
        if print_.zipped:
            yield from _Walk(search, path).findings()
        else:
            yield Finding(path, shown(path), *print_[:3])


def _named(search: Search, archive: str, path: str) -> Iterator[Finding]:
    """A member that was named itself, or what lies below a folder of an archive."""
    found = False
    for finding in _Walk(search, archive, path).findings():
        found = True
        yield finding
    if not found:
        raise SourceError(f"{shown(path)}: no such file in the archive, or none that is to be read; check the path")


_EMPTY: Final = "a zip archive without files; pack it again"


class _Walk:
    """Goes through an archive and the archives inside it; `below` is the address that was asked for, where it was not all."""

    def __init__(self, search: Search, path: str, below: str | None = None) -> None:
        self._search = search
        self._path = path
        self._below = below
        self._left = 0

    def findings(self) -> Iterator[Finding]:
        """The members, in the order in which they were packed."""
        try:
            archive = Archive(self._path, shown(self._path))
        except SourceError as error:
            yield self._bad(self._path, error)
            return
        except OSError as error:
            yield Finding(self._path, shown(self._path), None, None, _problem(error))
            return
        try:
            if archive.is_document:
                yield Finding(self._path, shown(self._path), *fingerprint(self._path, whole=True)[:3])
                return
            if not archive.members:
                yield Finding(self._path, shown(self._path), None, None, _EMPTY)
            self._left = self._most = max(LARGEST, GIVEN * archive.size)
            yield from self._members(archive, self._path, 1)
        except _TooMuchError:
            yield Finding(self._path, shown(self._path), None, None, f"unpacks to more than {self._most >> 20} MB; split it")
        finally:
            archive.close()

    def _members(self, archive: Archive, above: str, depth: int) -> Iterator[Finding]:
        for member in archive.members:
            path = address(above, member)
            if self._asked(path) and self._wanted(path, member):
                yield from self._member(archive, member, path, depth)

    def _asked(self, path: str) -> bool:
        below = self._below
        return below is None or path == below or path.startswith((f"{below}/", below + SEPARATOR)) or below.startswith(path + SEPARATOR)

    def _wanted(self, path: str, member: Member) -> bool:
        return path == self._below or self._search.wants_member(path, member.of_a_system)

    def _member(self, archive: Archive, member: Member, path: str, depth: int) -> Iterator[Finding]:
        archive.shown = shown(path)
        found, size, kept = sha256(), 0, list[bytes]()
        try:
            for piece in archive.pieces(member):
                self._left -= len(piece)
                if self._left < 0:
                    raise _TooMuchError
                if kept or (not size and piece.startswith(MAGIC)):
                    kept.append(piece)
                found.update(piece)
                size += len(piece)
            nested = Archive(b"".join(kept), shown(path)) if kept else None
        except SourceError as error:
            yield self._bad(path, error)
            return
        if nested is None or nested.is_document:
            yield Finding(path, shown(path), found.hexdigest(), size, None)
        elif depth >= NESTED:
            yield Finding(path, shown(path), None, None, f"more than {NESTED} zip archives in one another; unpack the outer ones")
        elif not nested.members:
            yield Finding(path, shown(path), found.hexdigest(), size, _EMPTY)
        else:
            kept.clear()
            yield from self._members(nested, path, depth + 1)

    def _bad(self, path: str, error: SourceError) -> Finding:
        return Finding(path, shown(path), None, None, str(error).removeprefix(f"{shown(path)}: "))


class _TooMuchError(Exception):
    """An archive gives more than any honest one."""


_NOT_REGULAR: Final = "no regular file (a device, pipe or socket); name a file"


def fingerprint(path: str, *, whole: bool = False) -> Print:
    """Digest and size of a file, or the problem that keeps it unread; a pipe or device is never opened. A zip container is told, unless `whole`.

    >>> fingerprint("/dev/null").problem
    'no regular file (a device, pipe or socket); name a file'
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        return Print(None, None, _problem(error))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Print(None, None, _NOT_REGULAR)
        found, size = sha256(), 0
        while piece := os.read(handle, 1 << 20):
            if not size and not whole and piece.startswith(MAGIC):
                return Print(None, None, None, zipped=True)
            found.update(piece)
            size += len(piece)
    except OSError as error:
        return Print(None, None, _problem(error))
    finally:
        os.close(handle)
    return Print(found.hexdigest(), size, None)


def _problem(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; it was there when the folder was listed, or it is a link that leads nowhere"
    return f"cannot be read ({getattr(error, 'strerror', None) or error}); check the path and its permissions"
