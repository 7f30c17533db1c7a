"""OLE 文件: a compound file, told apart by its streams: Word (doc, wps), a spreadsheet, slides, an encrypted file; [MS-CFB]."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from policydoc.errors import SourceError
from policydoc.source.limits import LARGEST
from policydoc.source.reading import Reading

_AGAIN = "open it in its program and save it as docx, pdf or text"
_OTHERS = (
    ("EncryptedPackage", "an office file encrypted with a password; open it with its password and save it without one"),
    ("PowerPoint Document", f"slides (ppt); {_AGAIN}"),
    ("MatOST", "a file of Microsoft Works; open it in Works or LibreOffice and save it as docx"),
    ("CONTENTS", "a file of Microsoft Works or Publisher; open it in its program and save it as docx"),
    ("VisioDocument", f"a drawing (vsd); {_AGAIN}"),
    ("__properties_version1.0", "a mail (msg); save its text and its attachments as files of their own"),
    ("HwpSummaryInformation", f"a file of Hangul (hwp); {_AGAIN}"),
    ("EncryptedSummary", "an office file encrypted with a password; open it with its password and save it without one"),
)
"""Streams, and what a file is that has them."""


def read_ole(data: bytes, shown: str) -> Reading:
    """The text of a compound file, which its streams tell apart; what is no text or spreadsheet raises `SourceError`."""
    import olefile

    def stream(name: str) -> bytes:
        found: bytes = _guarded(lambda: opened.openstream(name).read(), shown)
        if len(found) > LARGEST:
            raise SourceError(f"{shown}: a damaged OLE file (a stream is larger than the file); {_AGAIN}")
        return found

    opened = _guarded(lambda: olefile.OleFileIO(io.BytesIO(data)), shown)
    names = {str(entry[0]).lower() if len(entry) == 1 else "" for entry in _guarded(opened.listdir, shown)}
    if "worddocument" in names:
        from policydoc.source.word.word97 import read_word97

        main = stream("WordDocument")
        return read_word97(main, {name: stream(name) for name in ("0Table", "1Table", "Data") if name.lower() in names}, shown)
    if names & {"workbook", "book"}:
        from policydoc.source.sheet.xls import read_xls

        return read_xls(data, shown)
    for name, what in _OTHERS:
        if name.lower() in names:
            raise SourceError(f"{shown}: {what}")
    raise SourceError(f"{shown}: an OLE file without a Word document; {_AGAIN}")


def _guarded(act: Callable[[], Any], shown: str) -> Any:
    """What olefile gives; whatever a damaged file makes it raise becomes one line."""
    try:
        return act()
    except SourceError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:60] or type(error).__name__
        raise SourceError(f"{shown}: a damaged OLE file ({reason}); {_AGAIN}") from None
