"""目录: a zip container's list of entries, looked over before anybody makes objects of it: how many they are, and what each drags along."""

from __future__ import annotations

from io import BytesIO, FileIO
from struct import unpack_from

from policydoc.errors import SourceError
from policydoc.source.limits import DIRECTORY, EXTRA, MEMBERS

_SIGNATURE = b"PK\x01\x02"
_HEAD = 46


def looked_over(listing: bytes) -> bytes:
    """A list of entries; one that is too long for an honest container raises `SourceError`. Bytes that are no such list are let through.

    >>> looked_over(b"anything else")
    b'anything else'
    """
    here = count = 0
    while listing.startswith(_SIGNATURE, here) and here + _HEAD <= len(listing):
        name, extra, comment = unpack_from("<3H", listing, here + 28)
        here += _HEAD + name + extra + comment
        count += 1
        if count > MEMBERS:
            raise SourceError(f"a zip container of more than {MEMBERS} entries; split it")
        if extra > EXTRA:
            raise SourceError("a zip container with more fields beside a name than any program writes; pack it again as a plain zip")
    return listing


def _bounded(size: int | None) -> int:
    """How many bytes may be read at once: as many as a list of entries may have."""
    if size is not None and size > DIRECTORY:
        raise SourceError(f"a zip container whose list of entries is longer than {DIRECTORY >> 20} MB; split it")
    return -1 if size is None else size


class ContainerBytes(BytesIO):
    """A zip container in memory, for a reader that asks for its list of entries in one piece."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As many bytes as are asked for."""
        return looked_over(super().read(_bounded(size)))


class ContainerFile(FileIO):
    """A zip container on the disk."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As many bytes as are asked for."""
        return looked_over(super().read(_bounded(size)) or b"")
