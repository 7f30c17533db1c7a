"""档案包: one zip archive, opened with the checks that hold for all of it, its members read in pieces."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from policydoc.errors import SourceError
from policydoc.source.directory import ContainerBytes, ContainerFile
from policydoc.source.limits import LARGEST, RATIO, UNCHECKED
from policydoc.source.zipped.names import member_names

_CHUNK = 256 * 1024
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_AGAIN = "pack it again as a plain zip"
_FAULTS = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, IndexError, zlib.error)
_OFFICE = ("[content_types].xml", "ofd.xml", "mimetype")
"""What stands at the root of a container that is one document."""
_OF_SYSTEMS = frozenset((".ds_store", "thumbs.db", "desktop.ini"))


class Member(NamedTuple):
    """A file in an archive."""

    name: str
    info: ZipInfo
    problem: str | None
    """Why it cannot be read, where that is known before it is."""

    @property
    def of_a_system(self) -> bool:
        """Whether a system put it in, and no person: resource forks, thumbnails, settings of a folder."""
        first, last = self.name.partition("/")[0], self.name.rpartition("/")[2]
        return first == "__MACOSX" or last.startswith("._") or last.lower() in _OF_SYSTEMS


class Archive:
    """A zip archive; one that is damaged or made to do harm raises `SourceError`. Nothing of it is unpacked before it is asked for.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as made:
    ...     made.writestr("2024/a.txt", "新建公厕76座。")
    >>> archive = Archive(packed.getvalue(), "notices.zip")
    >>> [(member.name, archive.read(member).decode()) for member in archive.members]
    [('2024/a.txt', '新建公厕76座。')]
    """

    def __init__(self, source: bytes | str, shown: str) -> None:
        self.shown = shown
        file = ContainerBytes(source) if isinstance(source, bytes) else ContainerFile(source)
        try:
            self._zip = ZipFile(file)
            self.size = file.seek(0, 2)
            infos = self._zip.infolist()
        except _FAULTS as error:
            file.close()
            raise SourceError(
                f"{shown}: a damaged zip container ({_reason(error)}); open it in its program and save it again, or pack it again"
            ) from None
        except SourceError as error:
            file.close()
            raise SourceError(f"{shown}: {error}") from None
        self._file = file
        names = {info.orig_filename.lower().replace("\\", "/") for info in infos}
        self.is_document = any(name in names for name in _OFFICE)
        """It is a docx, xlsx, ofd or the like: one file, and no archive of files."""
        if not self.is_document and _overlap(infos, self.size):
            self.close()
            raise SourceError(f"{shown}: a zip archive whose members overlap, as only a harmful one does; do not open it")
        self.members = tuple(
            Member(name, info, _problem(info))
            for info, name in zip(infos, member_names(infos), strict=True)
            if name and not info.orig_filename.endswith(("/", "\\"))
        )
        """Its files in their order; folders are none."""
        self._named = {member.name: member for member in self.members}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def get(self, name: str) -> Member | None:
        """The member of a name."""
        return self._named.get(name)

    def pieces(self, member: Member) -> Iterator[bytes]:
        """The bytes of a member, a piece at a time: counted, and checked against what it was packed from."""
        if member.problem is not None:
            raise SourceError(f"{self.shown}: {member.problem}")
        size = 0
        try:
            with self._zip.open(member.info) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    if size > LARGEST:
                        raise SourceError(f"{self.shown}: larger than {LARGEST // 1024 // 1024} MB; split it")
                    if size > UNCHECKED and size > RATIO * max(member.info.compress_size, 1):
                        raise SourceError(f"{self.shown}: packed more than {RATIO} to 1, as no notice is; {_AGAIN}")
                    yield piece
        except _FAULTS as error:
            raise SourceError(f"{self.shown}: damaged in its archive ({_reason(error)}); pack it again") from None

    def read(self, member: Member) -> bytes:
        """All bytes of a member."""
        return b"".join(self.pieces(member))


def _problem(info: ZipInfo) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "encrypted; unpack it with its password and give the file itself"
    if info.create_system == 3 and stat.S_ISLNK(info.external_attr >> 16):
        return "a link and no file; give the file that it leads to"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return f"packed by method {info.compress_type}, which is not read; {_AGAIN}"
    return None


def _overlap(infos: list[ZipInfo], size: int) -> bool:
    """Whether two members claim the same bytes, or bytes behind the end: a small file could then give any amount."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    ends = [info.header_offset + _LOCAL_HEADER + info.compress_size for info in ordered]
    starts = [*(info.header_offset for info in ordered[1:]), size]
    return any(end > start for end, start in zip(ends, starts, strict=False))  # an empty archive has one start and no end


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
