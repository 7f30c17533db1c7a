"""来源: the files that a run is about: files, folders, patterns, and lists on standard input.

Nothing is skipped in silence: what a folder holds beside notices is counted by its ending, folders that cannot be looked into
are named.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import IO

from policydoc.archive.settings import SUFFIXES
from policydoc.errors import SourceError
from policydoc.source.suffixes import ARCHIVES
from policydoc.source.zipped.shelf import archive_of

_MAGIC = frozenset("*?[")


def shown(path: str) -> str:
    r"""A path as the tables name it: bytes that are no UTF-8 as `\xNN`.

    >>> shown("2024/" + b"\xd4\xc6.txt".decode("utf-8", "surrogateescape"))
    '2024/\\xd4\\xc6.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path fits one of the patterns: those with a / the whole path, others the name alone; case does not matter.

    >>> matches("2024/北溪区/A.TXT", ["*.txt"]), matches("2024/a.txt", ["2023/*"]), matches("archive/2023/a.txt", ["*/2023/*"])
    (True, False, True)
    """
    whole = path.replace(os.sep, "/").lower()
    name = whole.rpartition("/")[2]
    return any(fnmatchcase(whole if "/" in pattern else name, pattern.lower()) for pattern in patterns)


class Search:
    """寻找: walks the sources; `skipped` counts what a folder holds that is not asked for, by ending."""

    def __init__(self, include: Sequence[str] = (), exclude: Sequence[str] = (), out: str | None = None) -> None:
        self._include = tuple(include) or SUFFIXES
        self._asked = bool(include)
        self._exclude = tuple(exclude)
        self._out = os.path.realpath(out) if out is not None else None
        self.skipped: Counter[str] = Counter()
        self.loops = 0
        self.unlisted: list[tuple[str, str]] = []
        """Folders that could not be looked into, and why."""

    def check(self, sources: Iterable[str]) -> None:
        """Whether every source is one; the first that is none raises before anything is done."""
        for source in sources:
            if source != "-" and not os.path.lexists(source) and archive_of(source) is None and not _MAGIC & set(source):
                raise SourceError(f"{shown(source)}: no such file or folder; check the path")

    def files(self, sources: Iterable[str], listed: IO[bytes] | None = None) -> Iterator[str]:
        """The files of the sources in order; `-` is a list in `listed`: one path on a line, or ended by NUL. A source that is none raises."""
        for source in sources:
            if source == "-":
                yield from self._list(listed)
                continue
            self.check([source])
            if os.path.lexists(source) or archive_of(source) is not None:
                yield from self._one(os.path.normpath(source))
            else:
                yield from self._pattern(source)

    def _pattern(self, source: str) -> Iterator[str]:
        paths = sorted(glob.iglob(source, recursive=True, include_hidden=False))
        if not paths:
            raise SourceError(f"{shown(source)}: no file fits this pattern; check it (** goes through folders)")
        for path in paths:
            if "**" not in source or not os.path.isdir(path):  # ** gives what lies in the folders, too
                yield from self._one(os.path.normpath(path))

    def _list(self, listed: IO[bytes] | None) -> Iterator[str]:
        if listed is None:
            raise SourceError("standard input is closed: pipe a list of files in, or name them")
        for line in _lines(listed):
            path = os.fsdecode(line)
            if path.strip():
                yield from self._one(os.path.normpath(path))

    def _one(self, path: str) -> Iterator[str]:
        """What was named itself: a file whatever its ending, or a folder."""
        if os.path.isdir(path):
            yield from self._folder(path, ())
        elif not matches(path, self._exclude) and (not self._asked or self._included(path)):
            yield path

    def _folder(self, path: str, above: tuple[tuple[int, int], ...]) -> Iterator[str]:
        try:
            seen = os.stat(path)
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self.unlisted.append((shown(path), f"a folder that cannot be looked into ({error.strerror or error}); check its permissions"))
            return
        here = (seen.st_dev, seen.st_ino)
        if here in above or (self._out is not None and os.path.realpath(path) == self._out):
            self.loops += here in above
            return
        for entry in entries:
            inner = entry.path if path != "." else entry.name
            if matches(inner, self._exclude):
                continue
            if _is_folder(entry):
                if not entry.name.startswith("."):
                    yield from self._folder(inner, (*above, here))
            elif not entry.name.startswith(".") and self._included(inner):
                yield inner
            else:
                self._skip(entry.name)

    def _included(self, path: str) -> bool:
        """Whether a file is to be read, or, as an archive, to be looked into."""
        return path.lower().endswith(ARCHIVES) or matches(path, self._include)

    def _skip(self, name: str) -> None:
        self.skipped[os.path.splitext(name)[1].lower()[:12] or "without ending"] += 1

    def wants_member(self, path: str, of_a_system: bool) -> bool:
        """Whether a member of an archive is to be read, as it would be in a folder; if not, it is counted."""
        name = path.rpartition("/")[2]
        if self._exclude and any(matches(path[:end], self._exclude) for end in _ends(path)):
            return False
        if of_a_system and "__MACOSX/" in path:
            self.skipped["__MACOSX"] += 1
            return False
        if of_a_system or name.startswith(".") or not self._included(path):
            self._skip(name)
            return False
        return True


def _ends(path: str) -> Iterator[int]:
    """Where the folders of a path end, and the path itself."""
    at = path.find("/")
    while at >= 0:
        yield at
        at = path.find("/", at + 1)
    yield len(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link into itself: it will be found to be no file
        return False


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    r"""The entries of a list: ended by NUL where the first piece has one, else by line ends.

    >>> import io
    >>> list(_lines(io.BytesIO(b"a.txt\nb c.txt\n"))), list(_lines(io.BytesIO(b"a\nb.txt\0c.txt\0")))
    ([b'a.txt', b'b c.txt'], [b'a\nb.txt', b'c.txt'])
    """
    end, rest = b"", b""
    while piece := file.read(65536):
        rest += piece
        end = end or (b"\0" if b"\0" in rest else b"\n")
        *whole, rest = rest.split(end)
        yield from (line.rstrip(b"\r") if end == b"\n" else line for line in whole)
    if rest:
        yield rest.rstrip(b"\r") if end == b"\n" else rest
