"""单份: an archive that stands where one notice is wanted: the one that it holds, or a list of what it holds."""

from __future__ import annotations

from policydoc.errors import SourceError
from policydoc.source.limits import NESTED
from policydoc.source.suffixes import ARCHIVES, may_be_notice
from policydoc.source.zipped.archive import Archive
from policydoc.source.zipped.shelf import SEPARATOR

MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""The first bytes of a zip container of whatever kind."""
_LISTED = 200


def sole_notice(source: bytes | str, shown: str, depth: int = 1) -> tuple[bytes, str] | None:
    """The only notice in an archive (its bytes or its path), with its address; None where it is a document and no archive.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("2024/a.txt", "新建公厕76座。")
    >>> sole_notice(packed.getvalue(), "notices.zip")[1]
    'notices.zip!/2024/a.txt'
    """
    archive = Archive(source, shown)
    try:
        if archive.is_document:
            return None
        members = [member for member in archive.members if not member.of_a_system and member.name.rpartition("/")[2][:1] != "."]
        likely = [member for member in members if may_be_notice(member.name) or member.name.lower().endswith(ARCHIVES)] or members
        if not likely:
            raise SourceError(f"{shown}: a zip archive without files; give a file with text")
        if len(likely) > 1:
            raise several(shown, [member.name for member in likely])
        address = archive.shown = f"{shown}{SEPARATOR}{likely[0].name}"
        content = archive.read(likely[0])
    finally:
        archive.close()
    if content.startswith(MAGIC):
        if depth >= NESTED:
            raise SourceError(f"{address}: more than {NESTED} zip archives in one another; unpack the outer ones")
        return sole_notice(content, address, depth + 1) or (content, address)
    return content, address


def several(shown: str, names: list[str]) -> SourceError:
    """The refusal of an archive of many files, with what it holds as its notes: one address on a line."""
    error = SourceError(
        f"{shown}: a zip archive of {len(names)} files; name one of them ({shown}{SEPARATOR}{names[0]}), or read all with `policydoc batch`"
    )
    for name in names[:_LISTED]:
        error.add_note(f"{shown}{SEPARATOR}{name}")
    if len(names) > _LISTED:
        error.add_note(f"… and {len(names) - _LISTED} more")
    return error
