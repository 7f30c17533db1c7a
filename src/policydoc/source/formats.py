"""文件格式: what a file is, told by its content, never by its name, and the reader of each format.

A reader is `read_<format>(data, shown) -> Reading` and raises `SourceError` for what it cannot read. The library that it needs,
if any, is imported inside it; where it is missing, the file is refused in one line that says what to install.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.reading import Reading


class Format(NamedTuple):
    """A format that is read: what a refusal calls it, the module and function that read it, and the extra that installs its library."""

    called: str
    module: str
    function: str
    extra: str | None = None


FORMATS = {
    "docx": Format("a Word file (docx)", "policydoc.source.word.docx", "read_docx"),
    "wordml": Format("a Word 2003 XML file", "policydoc.source.word.docx", "read_wordml"),
    "ole": Format("an OLE file (doc, xls or wps)", "policydoc.source.word.ole", "read_ole", "office"),
    "pdf": Format("a PDF file", "policydoc.source.pages.pdf", "read_pdf", "pdf"),
    "ofd": Format("an OFD file", "policydoc.source.pages.ofd", "read_ofd"),
    "mht": Format("a web archive (mht)", "policydoc.source.web.mht", "read_mht"),
    "xlsx": Format("a spreadsheet (xlsx)", "policydoc.source.sheet.xlsx", "read_xlsx"),
}
"""The formats that have a reader, by their short name."""

LIBRARIES = {"pdf": "pypdfium2", "office": "olefile", "xls": "xlrd"}
"""The library whose lack makes a refusal ask for an extra."""

_ADVICE = {
    "text": "open it in its program and save it as docx, pdf or text",
    "sheet": "open it in its program and save it as xlsx or csv",
    "image": "run OCR on it first, then give its text or a PDF with text",
    "archive": "unpack it first, then give the files in it",
}
_FOREIGN = (
    (b"%!PS", "a PostScript file", "text"),
    (b"{\\rtf", "an RTF file", "text"),
    (b"\x89PNG", "a PNG image", "image"),
    (b"\xff\xd8\xff", "a JPEG image", "image"),
    (b"GIF8", "a GIF image", "image"),
    (b"II*\x00", "a TIFF image", "image"),
    (b"MM\x00*", "a TIFF image", "image"),
    (b"Rar!\x1a", "a RAR archive", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "archive"),
    (b"\x1f\x8b\x08", "a gzip archive", "archive"),
    (b"Founder CEB", "a CEB file", "text"),
    (b"SQLite format 3\x00", "an SQLite database", "text"),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (ods)",
    b"application/vnd.oasis.opendocument.presentation": "OpenDocument slides (odp)",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = pattern(rb"[\x00\s]{0,64}%PDF-")
_MAIL = pattern(rb"\s{0,20}(?:From:|MIME-Version:|Content-Type:)", re.IGNORECASE)
_XML = pattern(rb"\s*<\?xml\b")
_WORDML = pattern(
    rb"<(?:\w{1,20}:)?(?:wordDocument|package)\s[^>]{0,4000}http://schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)"
)
_TAR_AT = 257
_NEAR_START = 4096


def format_of(data: bytes, shown: str) -> str | None:
    """The short name of a file's format, None for what may be text or a web page; a file of a format without a reader is refused.

    >>> format_of(b"%PDF-1.7", "notice.txt"), format_of("新建公厕76座。".encode(), "notice.docx")
    ('pdf', None)
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data, shown)
    if data.startswith(_OLE):
        return "ole"
    if _PDF.match(data):
        return "pdf"
    for magic, called, way in _FOREIGN:
        if data.startswith(magic):
            raise SourceError(f"{shown}: {called}; {_ADVICE[way]}")
    if (data[:1] == b"R" and data[:4] == b"RIFF" and data[8:12] == b"WEBP") or (data[:2] == b"BM" and b"\x00\x00\x00\x00" in data[4:12]):
        raise SourceError(f"{shown}: a {'WebP' if data[:1] == b'R' else 'BMP'} image; {_ADVICE['image']}")
    if _MAIL.match(data) and b"multipart/related" in data[:2000].lower():
        return "mht"
    if data[_TAR_AT : _TAR_AT + 5] == b"ustar":
        raise SourceError(f"{shown}: a tar archive; {_ADVICE['archive']}")
    return "wordml" if b"<" in data[:_NEAR_START] and _WORDML.search(data[:_NEAR_START]) else None


def _zipped(data: bytes, shown: str) -> str:
    """The format of a zip container, by the parts that it must have."""
    from policydoc.source.package import Package

    package = Package(data, shown)
    if "[Content_Types].xml" in package:
        for kind, root in (("docx", "word/"), ("xlsx", "xl/")):
            if any(name.lower().startswith(root) for name in package.names):
                return kind
        called = "slides (pptx)" if any(name.lower().startswith("ppt/") for name in package.names) else "an office file of another kind"
        raise SourceError(f"{shown}: {called}; {_ADVICE['text']}")
    if "OFD.xml" in package:
        return "ofd"
    if "mimetype" in package:
        called = _OPEN_DOCUMENT.get(package.read("mimetype").strip().removesuffix(b"-template"), "a zip container of an unknown kind")
        raise SourceError(f"{shown}: {called}; {_ADVICE['sheet' if 'ods' in called else 'text']}")
    raise SourceError(f"{shown}: a zip archive; {_ADVICE['archive']}")


def is_other_xml(data: bytes) -> bool:
    """Whether a file, known to be neither web page nor Word's XML, is XML: UOF and the like.

    >>> is_other_xml(b'<?xml version="1.0"?><uof:UOF>')
    True
    """
    return _XML.match(data.lstrip(b"\xef\xbb\xbf")) is not None


def read_format(kind: str, data: bytes, shown: str) -> Reading:
    """What the reader of a format gives; where its library is missing, one line says what to install."""
    known = FORMATS[kind]
    try:
        read = cast(Callable[[bytes, str], Reading], getattr(import_module(known.module), known.function))
        return read(data, shown)
    except ModuleNotFoundError as error:
        if known.extra is None or (error.name or "").startswith("policydoc"):
            raise
        raise SourceError(f"{shown}: {known.called}; reading it needs: pip install 'policydoc[{known.extra}]'") from None
