"""单个文件网页 (mht): a page that a program saved with its pictures in one file, as mail has it (RFC 2557) → the text of its document.

Offices export notices so, under names that end with .doc as well. Only the page is read; what it links to is not.
"""

from __future__ import annotations

import binascii
import re

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.limits import ENTRIES
from policydoc.source.reading import Reading

MEDIA_TYPE = "multipart/related"
_BOUNDARY = pattern(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_HEAD_END = pattern(rb"\r?\n\r?\n")
_PAGE = pattern(rb"^content-type\s*:\s*text/html", re.IGNORECASE | re.MULTILINE)
_CODING = pattern(rb"^content-transfer-encoding\s*:\s*([a-z0-9-]{1,20})", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 16 * 1024


def read_mht(data: bytes, shown: str) -> Reading:
    r"""The text of the page in a web archive; one without a page raises `SourceError`.

    >>> page = "<p>新建公厕76座。</p>".encode()
    >>> head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    >>> read_mht(head + page + b"\n--x--", "notice.mht").text
    '新建公厕76座。'
    """
    from policydoc.source.web.html import read_html

    head = _HEAD_END.search(data, 0, _LONGEST_HEAD)
    found = _BOUNDARY.search(data, 0, head.start()) if head else None
    if found is None:
        raise SourceError(f"{shown}: a web archive (mht) without its boundary; open it in a browser and save it again")
    for part in data.split(b"--" + (found[1] or found[2]), ENTRIES)[1:]:
        end = _HEAD_END.search(part, 0, _LONGEST_HEAD)
        if end is not None and _PAGE.search(part, 0, end.start()):
            coding = _CODING.search(part, 0, end.start())
            text, encoding = read_html(_decoded(part[end.end() :], coding[1].lower() if coding else b""), shown)
            return Reading(text, MEDIA_TYPE, encoding)
    raise SourceError(f"{shown}: a web archive (mht) without a page; open it in a browser and save it as HTML")


def _decoded(body: bytes, coding: bytes) -> bytes:
    """The bytes of a part as its coding has them."""
    if coding == b"quoted-printable":
        return binascii.a2b_qp(body)
    if coding == b"base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body
