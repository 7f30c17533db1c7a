"""压缩包: a zip container, opened with all that a hostile one could try kept in mind.

What the container says about itself is not believed: bytes are counted while they are unpacked, and nothing is written
anywhere. The limits are those of `limits`; a container of documents may be opened with others.
"""

from __future__ import annotations

import io
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from policydoc.errors import SourceError
from policydoc.source.limits import ENTRIES, RATIO, SIGNATURES, UNCHECKED, UNPACKED

_CHUNK = 256 * 1024
_ENCRYPTED = 0x1
_SIGNATURE = b"PK\x01\x02"
_AGAIN = "open it in its program and save it again"
_FAULTS = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error, IndexError)


def entry_name(name: str) -> str:
    r"""The name of an entry with slashes, without those at its start.

    >>> entry_name("/word\\document.xml")
    'word/document.xml'
    """
    return name.replace("\\", "/").lstrip("/")


class Package:
    """A zip container whose entries are read within the limits; anything beyond them raises `SourceError`.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("word/document.xml", "<w:document/>")
    >>> package = Package(packed.getvalue(), "notice.docx")
    >>> "Word/Document.xml" in package, package.read("word/document.xml")
    (True, b'<w:document/>')
    """

    def __init__(self, data: bytes, shown: str, *, entries: int = ENTRIES, unpacked: int = UNPACKED) -> None:
        self.shown = shown
        self.left = unpacked
        """Bytes that may still be unpacked."""
        self._unpacked = unpacked
        if data.count(_SIGNATURE) > SIGNATURES:
            raise SourceError(f"{shown}: more than {SIGNATURES} entries in one container; split it")
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise SourceError(f"{shown}: a damaged zip container ({_reason(error)}); {_AGAIN}") from None
        self.infos: tuple[ZipInfo, ...] = tuple(self._zip.infolist())
        """The entries in order, directories included."""
        if len(self.infos) > entries:
            raise SourceError(f"{shown}: {len(self.infos)} entries in one container, more than {entries}; split it")
        self._named: dict[str, ZipInfo] = {}
        for info in self.infos:
            name = entry_name(info.orig_filename).lower()
            if name in self._named:
                raise SourceError(f"{shown}: two entries of its container are called {info.orig_filename!a}; {_AGAIN}")
            self._named[name] = info

    def __contains__(self, name: str) -> bool:
        return entry_name(name).lower() in self._named

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries that are no directories, in order."""
        return tuple(entry_name(info.orig_filename) for info in self.infos if not info.orig_filename.endswith(("/", "\\")))

    def read(self, entry: str | ZipInfo) -> bytes:
        """The bytes of an entry; names are compared without regard to case, as Office does."""
        info = entry if isinstance(entry, ZipInfo) else self._named.get(entry_name(entry).lower())
        if info is None:
            raise SourceError(f"{self.shown}: without its part {entry}; {_AGAIN}")
        if info.flag_bits & _ENCRYPTED:
            raise SourceError(f"{self.shown}: encrypted; open it with its password and save it without one")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise SourceError(f"{self.shown}: packed by method {info.compress_type}, which is not read; pack it again as a plain zip")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    if size > self.left:
                        raise SourceError(f"{self.shown}: unpacks to more than {self._unpacked // 1024 // 1024} MB; split it")
                    if size > UNCHECKED and size > RATIO * max(info.compress_size, 1):
                        raise SourceError(f"{self.shown}: packed more than {RATIO} to 1, as no document is; {_AGAIN}")
                    pieces.append(piece)
        except _FAULTS as error:
            raise SourceError(f"{self.shown}: a damaged zip container ({_reason(error)}); {_AGAIN}") from None
        self.left -= size
        return b"".join(pieces)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
