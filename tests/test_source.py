"""What cannot be read is refused in one line that names the file and the way out."""

from __future__ import annotations

import binascii
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policydoc.errors import SourceError
from policydoc.source import document, read
from word import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def office(part: str) -> bytes:
    """An office file with a part."""
    return zipped({"[Content_Types].xml": "<Types/>", part: "<a/>"})


def open_document(kind: str) -> bytes:
    """An OpenDocument file."""
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})


MHT = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml", "damaged zip"),
        (office("ppt/presentation.xml"), "pptx"),
        (office("visio/document.xml"), "another kind"),
        (open_document("text"), "odt"),
        (open_document("spreadsheet-template"), "ods"),
        (zipped({"mimetype": "x"}), "unknown kind"),
        (OLE + b"\x00" * 500, "OLE"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"II*\x00\x08", "TIFF"),
        (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00", "BMP"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"notice.txt".ljust(257, b"\0") + b"ustar  \0", "a tar archive"),
        (MHT, "web archive"),
        (MHT + b"\tboundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n--x--", "web archive"),
        (b'<?xml version="1.0"?><w:wordDocument>', "XML"),
        (bytes(range(256)) * 4, "encoding"),
        (b"\x00" * 100, "encoding"),
        (b"<html><script>show()</script></html>", "without text"),
    ],
)
def test_unreadable_file_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    """The refusal names the file, what it is and what to do, in one line."""
    path = tmp_path / "notice.txt"
    path.write_bytes(data)

    with pytest.raises(SourceError, match=words) as refusal:
        read(path)

    assert str(refusal.value).startswith(str(path))
    assert any(word in str(refusal.value) for word in ("save", "give", "print"))
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("data", "library", "extra"), [(b"%PDF-1.7", "pypdfium2", "pdf"), (OLE + b"\x00" * 600, "olefile", "office")])
def test_missing_library_is_asked_for(monkeypatch: pytest.MonkeyPatch, data: bytes, library: str, extra: str) -> None:
    """Where the library of a format is missing, one line says how to install it."""
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(SourceError, match=rf"^the source: an? .* file.*; reading it needs: pip install 'policydoc\[{extra}\]'$"):
        read(data)


@pytest.mark.parametrize(
    ("coding", "encode"), [("quoted-printable", binascii.b2a_qp), ("base64", binascii.b2a_base64), ("8bit", bytes), ("", bytes)]
)
def test_web_archives_are_read(coding: str, encode: Callable[[bytes], bytes]) -> None:
    """The page in a web archive is read as a page, whatever the name of the file and the coding of the page."""
    page = '<html><head><meta charset="gb2312"></head><body><p>新建公厕76座。</p></body></html>'.encode("gb18030")
    archive = (
        b'From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_x"\r\n\r\n'
        b"------=_x\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n------=_x\r\nContent-Transfer-Encoding: "
        + coding.encode()
        + b'\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
        + encode(page)
        + b"\r\n------=_x--\r\n"
    )
    document = read(archive, "notice.doc")

    assert (document.text, document.media_type, document.encoding) == ("新建公厕76座。", "multipart/related", "gb18030")


def test_missing_file_and_directory_are_refused(tmp_path: Path) -> None:
    """Neither is a source."""
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "absent.txt")
    with pytest.raises(SourceError, match="directory"):
        read(tmp_path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A path through a file, and a path that no system has."""
    file = tmp_path / "notice.txt"
    file.write_text("新建公厕76座。", encoding="utf-8")

    with pytest.raises(SourceError, match="cannot be read"):
        read(file / "page.txt")
    with pytest.raises(SourceError, match="no path"):
        read(Path("notice\x00.txt"))


def test_large_source_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for a file, bytes and a text."""
    monkeypatch.setattr(document, "LARGEST", 10)
    file = tmp_path / "notice.txt"
    file.write_text("新建公厕76座。", encoding="utf-8")

    for source in (file, file.read_bytes(), "新建公厕76座。" * 2):
        with pytest.raises(SourceError, match="larger than"):
            read(source)


def test_long_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is packed, a text may have so many characters."""
    monkeypatch.setattr(document, "CHARACTERS", 6)

    for source in ("新建公厕8座。", "新建公厕8座。".encode()):
        with pytest.raises(SourceError, match="million characters"):
            read(source)
    monkeypatch.setattr(document, "CHARACTERS", 100)
    monkeypatch.setattr(document, "LINES", 2)
    with pytest.raises(SourceError, match="2 lines"):
        read("公厕\n" * 3)


def test_open_files_are_read() -> None:
    """Binary and text files give the same text; line ends stay."""
    text = "一、主要目标\r\n新建公厕76座。\r\n"

    assert read(io.BytesIO(text.encode("gb18030"))).text == text
    assert read(io.StringIO(text, newline="")).text == text


def test_open_file_is_named(tmp_path: Path) -> None:
    """A file that was opened by name is called by it, and read as what its name says."""
    path = tmp_path / "notice.md"
    path.write_text("# 新建公厕76座\n", encoding="utf-8")

    with path.open("rb") as file:
        document = read(file)

    assert (document.name, document.media_type) == ("notice.md", "text/markdown")


def test_open_files_that_give_nothing_are_refused(tmp_path: Path) -> None:
    """Closed, opened for writing, opened in an encoding that does not fit, or no file at all."""
    path = tmp_path / "notice.txt"
    path.write_bytes("新建公厕76座。".encode("gb18030"))
    with path.open("rb") as closed:
        pass

    with pytest.raises(SourceError, match="open for reading"):
        read(closed)
    with (tmp_path / "other.txt").open("wb") as writing, pytest.raises(SourceError, match="open for reading"):
        read(writing)
    with path.open(encoding="utf-8") as wrong, pytest.raises(SourceError, match="binary mode"):
        read(wrong)
    with pytest.raises(SourceError, match="an object of type int; give a Path"):
        read(7)  # type: ignore[arg-type]


def test_markup_in_a_text_is_text() -> None:
    """A `str` is the text itself, whatever it looks like."""
    text = "<html><p>新建公厕76座。</p></html>"

    assert read(text).text == text
    assert read(io.StringIO(text)).text == text
    assert read(text, "notice.html").media_type == "text/plain"
