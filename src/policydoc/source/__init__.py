"""source: bytes → decoded text and where it came from.

1. Decoded strictly, or refused with one line that says what, where and what to do.
2. The characters are those of the file, line ends included.
"""

from __future__ import annotations

from policydoc.source.document import Document, read

__all__ = ["Document", "read"]
