"""来源文件: a path, bytes, a file or a text → its decoded source, or one line that says why not."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import IO, NamedTuple

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.decoding import decode
from policydoc.source.formats import foreign_format, is_other_xml
from policydoc.source.origin import Origin
from policydoc.source.page import is_page
from policydoc.text.edits import Edit, undo

LARGEST = 64 * 1024 * 1024
"""Bytes of one source."""

_MARKDOWN = (".md", ".markdown")
_HALF = pattern(r"[\ud800-\udfff]")
_AS_TEXT = "policydoc reads .txt, .md and .html: save it as text first"


class Document(NamedTuple):
    """A decoded source and where it came from."""

    name: str | None
    sha256: str
    bytes: int
    media_type: str
    encoding: str | None
    text: str
    edits: tuple[Edit, ...] = ()
    """What the reader put in that the file shows without writing it (numbers of a word processor): edits of `text`."""
    origins: tuple[Origin, ...] | None = None
    """Where the stretches of `decoded` begin in the file, in order; None where lines of the file are lines of the text."""

    @property
    def decoded(self) -> str:
        """The text without what the reader put in."""
        return undo(self.text, self.edits) if self.edits else self.text


def _of_path(path: Path, shown: str) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{shown}: a directory; give one file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise SourceError(f"{shown}: no such file; check the path") from None
    except OSError as error:
        raise SourceError(f"{shown}: cannot be read ({error.strerror or error}); check the path and its permissions") from None
    except ValueError as error:
        raise SourceError(f"{shown!r}: no path ({error}); check it") from None


def _of_file(file: IO[bytes] | IO[str], shown: str) -> bytes | str:
    try:
        content = file.read(LARGEST + 1)
    except UnicodeDecodeError as error:
        raise SourceError(f'{shown}: opened as {error.encoding}, which does not fit; open it in binary mode ("rb")') from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{shown}: cannot be read ({error}); give a file that is open for reading") from None
    except AttributeError:
        raise SourceError(
            f"{shown}: an object of type {type(file).__name__}; give a Path, bytes, an open file, or the text itself as str"
        ) from None
    if isinstance(content, str | bytes):
        return content
    raise SourceError(f"{shown}: reading it gave {type(content).__name__}; give a file that gives bytes or str")


def _content(source: str | bytes | Path | IO[bytes] | IO[str], shown: str) -> bytes | str:
    if isinstance(source, str | bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, os.PathLike):
        return _of_path(Path(source), shown)
    return _of_file(source, shown)


def _name(source: object) -> str | None:
    if isinstance(source, os.PathLike):
        return Path(source).name or None
    name = getattr(source, "name", None)
    return os.path.basename(name) or None if isinstance(name, str) and not name.startswith("<") else None


def refuse_halves(text: str, shown: str) -> None:
    """Half a character (a lone surrogate) is none: no JSON holds it, and no notice has it."""
    half = _HALF.search(text)
    if half is not None:
        raise SourceError(
            f"{shown}: half a character (a lone surrogate) at character {half.start()}: decode the file again, with its own encoding"
        )


def _printable(name: str | None) -> str | None:
    """A file name whose bytes are no UTF-8 with marks in their place: JSON cannot hold them."""
    return name if name is None else name.encode("utf-8", "replace").decode()


def _decoded(data: bytes, name: str | None, shown: str) -> tuple[str, str | None, str]:
    """The text of some bytes, their encoding and their media type."""
    kind = foreign_format(data)
    if kind is not None:
        raise SourceError(f"{shown}: {kind}; {_AS_TEXT}")
    if not data.strip():
        return "", None, "text/plain"
    if is_page(data, name):
        from policydoc.source.html import read_html

        return *read_html(data, shown), "text/html"
    if is_other_xml(data):
        raise SourceError(f"{shown}: an XML file; {_AS_TEXT}")
    return *decode(data, shown), "text/plain"


def read(source: str | bytes | Path | IO[bytes] | IO[str], name: str | None = None, *, encoding: str | None = None) -> Document:
    """The decoded source of a text (`str`), bytes, a path or an open file; anything unreadable raises `SourceError`.

    `encoding` is that of the bytes where somebody knows it. Bytes that are a web page give the text of its document; a `str` is the text itself, whatever it looks like.

    >>> read("新建公厕76座。").media_type, read("新建公厕76座。".encode("gb18030")).encoding
    ('text/plain', 'gb18030')
    >>> read("<html><p>新建公厕76座。</html>".encode()).text
    '新建公厕76座。'
    """
    name = name if name is not None else _name(source)
    shown = str(source) if isinstance(source, os.PathLike) else name or "the source"
    content = _content(source, shown)
    if len(content) > LARGEST:
        raise SourceError(f"{shown}: larger than {LARGEST // 1024 // 1024} MB; split it")
    if isinstance(content, str):
        data, text, found, media_type = content.encode("utf-8", "surrogatepass"), content, None, "text/plain"
    else:
        data = content
        named: str | None = None
        if encoding is not None and foreign_format(data) is None:
            from policydoc.source.override import transcoded

            content, named = transcoded(data, encoding, shown)
        text, found, media_type = _decoded(content, name, shown)
        found = named or found
    if not text.strip():
        raise SourceError(f"{shown}: empty; give a file with text")
    if media_type == "text/plain" and (name or "").lower().endswith(_MARKDOWN):
        media_type = "text/markdown"
    refuse_halves(text, shown)
    return Document(_printable(name), hashlib.sha256(data).hexdigest(), len(data), media_type, found, text)
