"""source: bytes → decoded text and where it came from.

1. Decoded strictly, or refused with one line that says what, where and what to do.
2. The characters of plain text and Markdown are those of the file, line ends included.
3. A web page gives its document: metadata as lines, title, body; nothing of the site around it. See `html`.
"""

from __future__ import annotations

from policydoc.source.document import Document, read, refuse_halves

__all__ = ["Document", "read", "refuse_halves"]
