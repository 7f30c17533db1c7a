"""网页声明的编码: the charset that a page declares, believed as far as its bytes bear it out."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern
from policydoc.source.decoding import BOMS, decode
from policydoc.text.plausible import plausibility

REACH = 8192
"""Bytes from the start in which a declaration counts."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_SUPERSETS = {
    "gb18030": ("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "ms936", "windows-936", "gb_2312-80", "gb2312-80", "euc-cn"),
    "big5hkscs": ("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5", "big5-eten", "cn-big5"),
    "utf-8": ("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode"),
}
_ENCODINGS = {name: encoding for encoding, names in _SUPERSETS.items() for name in names}
_ASCII = pattern(r"[\x00-\x7f]++")
_BELIEF = 0.25


def declared(data: bytes) -> str | None:
    """The encoding that a page says it has, widened to the one that writers of that name use (GB2312 → GB18030).

    >>> declared(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    'gb18030'
    """
    found = _DECLARED.search(data, 0, REACH)
    return _ENCODINGS.get(found[1].decode("ascii").lower()) if found else None


def decode_page(data: bytes, name: str) -> tuple[str, str]:
    """The text of a page's bytes and its encoding: byte order mark, else the declared one where it reads Chinese, else the likeliest.

    >>> decode_page('<meta charset="gbk"><p>云泽市新建公厕76座。'.encode("utf-8"), "page.html")[1]
    'utf-8'
    """
    if data.startswith(tuple(mark for mark, _ in BOMS)) or b"\x00" in data[:REACH]:
        return decode(data, name)
    said = declared(data)
    readings: list[tuple[float, str, str]] = []
    for encoding in dict.fromkeys((said or "utf-8", "utf-8", "gb18030", "big5hkscs")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.isascii():
            return text, encoding
        readings.append((plausibility(_ASCII.sub("", text)) + (_BELIEF if encoding == said else 0), encoding, text))
    if not readings:
        return decode(data, name)
    _, encoding, text = max(readings, key=lambda reading: reading[0])
    return text, encoding
