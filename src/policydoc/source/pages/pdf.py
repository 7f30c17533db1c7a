"""PDF: its pages → the lines of their text, read with pypdfium2; ISO 32000-1.

The text is what the characters say that the file shows (ToUnicode and the like); where a font does not tell which character a
glyph is, U+FFFD stands for it. Annotations are no text; a layer of invisible text over a scan is.
"""

from __future__ import annotations

import zlib

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.limits import DRAWN, PAGES, WRITTEN
from policydoc.source.pages.collected import Collected
from policydoc.source.reading import Reading

MEDIA_TYPE = "application/pdf"
_STREAM = pattern(rb"(?<!end)stream\r?\n")
_LARGE = pattern(rb"/(?:Image|EmbeddedFile|Length1|OpenType|CIDFontType0C|Type1C)\b")
_HEAD = 1000
"""Bytes before a stream in which its filters are named."""
_STRING = pattern(rb"\([^()]{1,32767}\)|<[0-9A-Fa-f\s]{2,65535}>")
_SHOWS = pattern(rb"[)>\]]\s{0,4}T[jJ]\b")
_FEWEST_SHOWN = 20
_ESCAPED = pattern(rb"#([0-9A-Fa-f]{2})")
_BEST = 1032
"""Bytes that a packed byte gives at most."""
_LAYERS = 4
"""Times that a stream may be packed."""


def read_pdf(data: bytes, shown: str) -> Reading:
    """The text of a PDF, page by page; one without text, a damaged or an encrypted one raises `SourceError`."""
    import pypdfium2

    from policydoc.source.pages.pdf_page import attachments, read_page

    _refuse_swollen(data, shown)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{shown}: {_refusal(str(error))}") from None
    try:
        count = len(document)
        if not count:
            raise SourceError(f"{shown}: a PDF file without pages; give one with text")
        if count > PAGES:
            raise SourceError(f"{shown}: {count} pages, more than {PAGES}; split it")
        pages = Collected(shown, "a PDF file")
        for number in range(count):
            pages.add(read_page(document, number))
        return pages.reading(MEDIA_TYPE, attachments(document))
    finally:
        document.close()


def _refusal(error: str) -> str:
    """What pdfium's refusal to open a file means."""
    if "assword" in error:
        return "a PDF file encrypted with a password; open it with its password and save it without one"
    if "ecurity" in error:
        return "a PDF file encrypted by a way that is not read; open it in its program and print it to a new PDF"
    return "a damaged PDF file; open it in its program and print it to a new PDF"


def _refuse_swollen(data: bytes, shown: str) -> None:
    """Refuse a file that packs what draws a page so well that it unpacks to more than `DRAWN`; pictures and fonts may be large."""
    here = 0
    while (match := _STREAM.search(data, here)) is not None:
        start, here = match.end(), data.find(b"endstream", match.end())
        here = len(data) if here < 0 else here
        told = data[max(0, match.start() - _HEAD) : match.start()]
        told = _ESCAPED.sub(lambda sign: bytes((int(sign[1], 16),)), told[told.rfind(b"obj") + 1 :])
        layers = told.count(b"FlateDecode")
        if (layers < 2 and here - start < (WRITTEN // _BEST if layers else WRITTEN)) or _LARGE.search(told):
            continue
        packed = data[start:here]
        for _ in range(min(layers, _LAYERS)):
            packed = _unpacked(packed)
            if len(packed) > DRAWN:
                raise SourceError(f"{shown}: a page of more than {DRAWN // 1024 // 1024} MB of drawing; print it to a new PDF")
        if len(packed) > WRITTEN and _is_drawing(packed) and sum(len(string[0]) for string in _STRING.finditer(packed)) > WRITTEN:
            raise SourceError(f"{shown}: a page of more than {WRITTEN // 1024 // 1024} MB of text, as no page has; print it to a new PDF")


def _is_drawing(unpacked: bytes) -> bool:
    """Whether a stream draws text, and often, rather than being data of another kind in which a few bytes look like it."""
    return len(_SHOWS.findall(unpacked)) >= _FEWEST_SHOWN + len(unpacked) // 100_000


def _unpacked(packed: bytes) -> bytes:
    """What a packed stream gives, up to a little more than `DRAWN`; what is damaged gives what stands before the damage."""
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(packed, DRAWN + 1)
    except zlib.error:
        return b""
