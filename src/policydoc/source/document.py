"""来源文件: a path, bytes, a file or a text → its decoded source, or one line that says why not."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from policydoc.errors import SourceError
from policydoc.source.decoding import decode

LARGEST = 64 * 1024 * 1024
"""Bytes of one source."""

_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip container (docx, xlsx, wps, ofd or an archive)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (doc, xls or wps)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "an RTF file"),
)
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|div|table|p)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded source and where it came from."""

    name: str | None
    sha256: str
    bytes: int
    media_type: str
    encoding: str | None
    text: str


def _content(source: bytes | Path | IO[bytes] | IO[str], shown: str) -> bytes | str:
    if isinstance(source, bytes):
        return source
    if not isinstance(source, Path):
        return source.read()
    if source.is_dir():
        raise SourceError(f"{shown}: a directory; give one file")
    try:
        if source.stat().st_size > LARGEST:
            raise SourceError(f"{shown}: larger than {LARGEST // 1024 // 1024} MB; split it")
        return source.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{shown}: no such file; check the path") from None
    except OSError as error:
        raise SourceError(f"{shown}: cannot be read ({error.strerror}); check its permissions") from None


def read(source: str | bytes | Path | IO[bytes] | IO[str], name: str | None = None) -> Document:
    """The decoded source of a text (`str`), bytes, a path or an open file; anything unreadable raises `SourceError`.

    >>> read("新建公厕76座。").media_type, read("新建公厕76座。".encode("gb18030")).encoding
    ('text/plain', 'gb18030')
    """
    if name is None and isinstance(source, Path):
        name = source.name
    shown = str(source) if isinstance(source, Path) else name or "the source"
    content = source if isinstance(source, str) else _content(source, shown)
    if len(content) > LARGEST:
        raise SourceError(f"{shown}: larger than {LARGEST // 1024 // 1024} MB; split it")
    if isinstance(content, str):
        data, encoding, text = content.encode("utf-8", "surrogatepass"), None, content
    else:
        data = content
        for magic, kind in _FORMATS:
            if data.startswith(magic):
                raise SourceError(f"{shown}: {kind}; policydoc reads .txt, .md and .html: save it as text first")
        text, encoding = decode(data, shown) if data else ("", None)
    if not text.strip():
        raise SourceError(f"{shown}: empty; give a file with text")
    media_type = "text/markdown" if (name or "").lower().endswith((".md", ".markdown")) else "text/plain"
    if encoding is not None and _HTML.match(text):
        raise SourceError(f"{shown}: an HTML page, and its reader is not built yet: save it as text first")
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), media_type, encoding, text)
