"""网页的样子: whether bytes are a web page, told before anything else of it is read."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern

_NEAR_START = 4096
_START = pattern(
    rb"\s*(?:<!--.{0,2000}?-->\s*){0,4}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,4}"
    rb"<(?:!doctype\s+html|(?:html|head|body|frameset|meta|title|base|link|style|script|div|section|article|main|header|form|center|table|tbody|tr|td"
    rb"|p|h[1-6]|ul|ol|li|dl|dt|span|font|strong|em|b|a|br|hr|img|pre|blockquote|iframe|nav)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_FRAME = pattern(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = pattern(rb"<[a-z!/]", re.IGNORECASE)


def is_page(data: bytes, name: str | None) -> bool:
    """Whether bytes are a page: told by their start, or by the name where there is any tag. Markdown may begin with a tag.

    >>> is_page(b"<!DOCTYPE html><p>x", None), is_page("便民驿站".encode(), "a.html"), is_page(b'<p align="center">', "README.md")
    (True, False, False)
    """
    if b"<" not in data:
        return False
    start = data[:_NEAR_START].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    suffix = (name or "").lower().rpartition(".")[2]
    if suffix in ("html", "htm", "shtml", "xhtml", "jhtml") and _TAG.search(data.replace(b"\x00", b"")):
        return True
    if suffix in ("md", "markdown"):
        return re.match(rb"\s*<(?:!doctype\s+html|html)\b", start, re.IGNORECASE) is not None
    return _START.match(start) is not None or _FRAME.search(start, 0, 1024) is not None
