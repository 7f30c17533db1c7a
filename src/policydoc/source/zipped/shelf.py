"""书架: members of archives by their address, `archive.zip!/folder/notice.doc`; what was opened last stays open."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from policydoc.errors import SourceError
from policydoc.source.limits import NESTED
from policydoc.source.zipped.archive import Archive, Member

SEPARATOR = "!/"
"""Between an archive and the name of a member."""


def archive_of(path: str) -> str | None:
    """The archive file that an address begins with; None for a path that is no address.

    >>> archive_of("nowhere.zip!/a.txt") is None
    True
    """
    at = path.find(SEPARATOR)
    if at < 0 or os.path.lexists(path):
        return None
    while at >= 0:
        if os.path.isfile(path[:at]):
            return path[:at]
        at = path.find(SEPARATOR, at + 1)
    return None


def address(archive: str, member: Member) -> str:
    """The address of a member: its name in the bytes that the system has for names."""
    return f"{archive}{SEPARATOR}{os.fsdecode(member.name.encode())}"


class Shelf:
    """Opens archives and the archives inside them; the way to the last member stays open for the next one."""

    def __init__(self) -> None:
        self._open: list[tuple[str, tuple[int, ...], Archive]] = []

    def close(self) -> None:
        """Let go of all files."""
        self._keep(0)

    def content(self, path: str) -> bytes:
        """The bytes of the member at an address; what is wrong raises `SourceError`."""
        archive, member = self.find(path)
        return archive.read(member)

    def find(self, path: str) -> tuple[Archive, Member]:
        """The archive and member of an address."""
        file = archive_of(path)
        if file is None:
            raise SourceError(f"{path}: no such file; check the path")
        archive = self.archive(file)
        return self._inner(archive, path[len(file) + len(SEPARATOR) :], path, 1)

    def archive(self, file: str) -> Archive:
        """An archive on the disk."""
        try:
            seen = os.stat(file)
            return self._opened(0, file, (seen.st_ino, seen.st_size, seen.st_mtime_ns), lambda: file)
        except OSError as error:
            raise SourceError(f"{file}: cannot be read ({error.strerror or error}); check the path and its permissions") from None

    def _inner(self, archive: Archive, rest: str, path: str, depth: int) -> tuple[Archive, Member]:
        name = os.fsencode(rest).decode("utf-8", "replace")
        member = archive.get(name)
        if member is not None:
            archive.shown = path
            return archive, member
        at = rest.find(SEPARATOR)
        while at >= 0 and depth < NESTED:
            nested = archive.get(os.fsencode(rest[:at]).decode("utf-8", "replace"))
            if nested is not None:
                shown = path[: len(path) - len(rest) + at]
                archive.shown = shown
                inner = self._opened(depth, shown, (), partial(archive.read, nested))
                return self._inner(inner, rest[at + len(SEPARATOR) :], path, depth + 1)
            at = rest.find(SEPARATOR, at + 1)
        raise SourceError(f"{path}: no such file in the archive; `policydoc parse` with the archive alone lists what is in it")

    def _opened(self, depth: int, shown: str, mark: tuple[int, ...], source: Callable[[], bytes | str]) -> Archive:
        if len(self._open) > depth and self._open[depth][:2] == (shown, mark):
            return self._open[depth][2]
        self._keep(depth)
        archive = Archive(source(), shown)
        self._open.append((shown, mark, archive))
        return archive

    def _keep(self, depth: int) -> None:
        while len(self._open) > depth:
            self._open.pop()[2].close()
