"""文件格式: what a file is that is no text, by its first bytes, and what to do with it."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"%!PS", "a PostScript file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (doc, xls or wps)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"Founder CEB", "a CEB file"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_ZIPPED = (
    (b"word/", "a Word file (docx)"),
    (b"OFD.xml", "an OFD file"),
    (b"xl/", "a spreadsheet (xlsx)"),
    (b"ppt/", "slides (pptx)"),
    (b"opendocument.text", "an OpenDocument text (odt)"),
)
_MAIL = pattern(rb"(?:From: <Saved by|MIME-Version:)", re.IGNORECASE)
_XML = pattern(rb"\s*<\?xml\b")
_ZIP_REACH = 4096


def foreign_format(data: bytes) -> str | None:
    """What a file is, where it is none that policydoc reads; None where it may be text.

    >>> foreign_format(b"%PDF-1.7"), foreign_format("新建公厕76座。".encode())
    ('a PDF file', None)
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        ends = data[:_ZIP_REACH] + data[-_ZIP_REACH:]
        return next((kind for name, kind in _ZIPPED if name in ends), "a zip container (docx, xlsx, wps, ofd or an archive)")
    if data[:1] == b"R" and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    if data[:2] == b"BM" and b"\x00\x00\x00\x00" in data[4:12]:
        return "a BMP image"
    if _MAIL.match(data) and b"multipart/related" in data[:2000]:
        return "a web archive (mht)"
    return None


def is_other_xml(data: bytes) -> bool:
    """Whether a file, known to be no web page, is XML: Word 2003, UOF and the like.

    >>> is_other_xml(b'<?xml version="1.0"?><w:wordDocument>')
    True
    """
    return _XML.match(data.lstrip(b"\xef\xbb\xbf")) is not None
