"""来源文件: a path, bytes, a file or a text → its decoded source, or one line that says why not."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from pathlib import Path
from typing import IO, Any, NamedTuple

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.decoding import decode
from policydoc.source.formats import format_of, is_other_xml, read_format
from policydoc.source.limits import CHARACTERS, LARGEST, LINES
from policydoc.source.origin import Origin
from policydoc.source.reading import Reading
from policydoc.source.web.page import is_page
from policydoc.text.edits import Edit, undo

_MARKDOWN = (".md", ".markdown")
_HALF = pattern(r"[\ud800-\udfff]")
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_INSIDE = "!/"
_SEPARATED = (".csv", ".tsv", ".tab")
_AS_TEXT = "policydoc reads no XML of this kind: open it in its program and save it as docx or text"


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

    diagnostics: tuple[dict[str, Any], ...] = ()
    """What its reader has to say of the file as such."""

    @property
    def decoded(self) -> str:
        """The text without what the reader put in."""
        return undo(self.text, self.edits) if self.edits else self.text


def _of_path(path: Path, shown: str) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{shown}: a directory; give one file")
        if _INSIDE in path.as_posix() and not path.exists():
            return _member(path.as_posix())
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise SourceError(f"{shown}: no such file; check the path") from None
    except OSError as error:
        raise SourceError(f"{shown}: cannot be read ({error.strerror or error}); check the path and its permissions") from None
    except ValueError as error:
        raise SourceError(f"{shown!r}: no path ({error}); check it") from None


def _member(address: str) -> bytes:
    """A file in a zip archive: `archive.zip!/folder/notice.doc`."""
    from policydoc.source.zipped.shelf import Shelf

    with closing(Shelf()) as shelf:
        return shelf.content(address)


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


def _refuse_length(text: str, shown: str) -> None:
    if len(text) > CHARACTERS or text.count("\n") > LINES:
        raise SourceError(f"{shown}: more than {CHARACTERS // 1024 // 1024} million characters or {LINES} lines; split it")


def _printable(name: str | None) -> str | None:
    """A file name whose bytes are no UTF-8 with marks in their place: JSON cannot hold them."""
    return name if name is None else name.encode("utf-8", "replace").decode()


def _decoded(data: bytes, name: str | None, shown: str) -> Reading:
    """The text of some bytes, told apart by their content; a name only says which text a text is."""
    kind = format_of(data, shown)
    if kind is not None:
        return read_format(kind, data, shown)
    if not data.strip():
        return Reading("", "text/plain")
    if is_page(data, name):
        from policydoc.source.web.html import read_html

        text, encoding = read_html(data, shown)
        return Reading(text, "text/html", encoding)
    if is_other_xml(data):
        raise SourceError(f"{shown}: an XML file; {_AS_TEXT}")
    text, encoding = decode(data, shown)
    _refuse_length(text, shown)
    if (name or "").lower().endswith(_SEPARATED):
        from policydoc.source.sheet.csv import read_separated

        separated = read_separated(text, encoding, shown)
        if separated is not None:
            return separated
    return Reading(text, "text/plain", encoding)


def read(source: str | bytes | Path | IO[bytes] | IO[str], name: str | None = None, *, encoding: str | None = None) -> Document:
    """The decoded source of a text (`str`), bytes, a path or an open file; anything unreadable raises `SourceError`.

    `encoding` is that of the bytes where somebody knows it. Bytes that are a web page give the text of its document; a `str` is
    the text itself, whatever it looks like. A path may lead into a zip archive (`archive.zip!/folder/notice.doc`); an archive of
    one notice gives that notice.

    >>> read("新建公厕76座。").media_type, read("新建公厕76座。".encode("gb18030")).encoding
    ('text/plain', 'gb18030')
    >>> read("<html><p>新建公厕76座。</html>".encode()).text
    '新建公厕76座。'
    """
    name = name if name is not None else _name(source)
    shown = str(source) if isinstance(source, os.PathLike) else name or "the source"
    content = _content(source, shown)
    if isinstance(content, bytes) and content.startswith(_ZIPPED):
        from policydoc.source.zipped.sole import sole_notice

        sole = sole_notice(str(source) if isinstance(source, os.PathLike) and len(content) > LARGEST else content, shown)
        if sole is not None:
            content, shown = sole
            name = shown.rpartition("/")[2]
    if len(content) > LARGEST:
        raise SourceError(f"{shown}: larger than {LARGEST // 1024 // 1024} MB; split it")
    if isinstance(content, str):
        data, reading = content.encode("utf-8", "surrogatepass"), Reading(content, "text/plain")
    else:
        data, named = content, None
        if encoding is not None and format_of(data, shown) is None:
            from policydoc.source.override import transcoded

            content, named = transcoded(data, encoding, shown)
        reading = _decoded(content, name, shown)
        if named is not None:
            reading = reading._replace(encoding=named)
    text, media_type = reading.text, reading.media_type
    if not text.strip():
        raise SourceError(f"{shown}: empty; give a file with text")
    _refuse_length(text, shown)
    if media_type == "text/plain" and (name or "").lower().endswith(_MARKDOWN):
        media_type = "text/markdown"
    refuse_halves(text, shown)
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        _printable(name), digest, len(data), media_type, reading.encoding, text, reading.edits, reading.origins, reading.diagnostics
    )
