"""指定编码: bytes read in the encoding that somebody names, strictly or not at all."""

from __future__ import annotations

import codecs

from policydoc.errors import SourceError

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""What writers of that name use."""


def transcoded(data: bytes, encoding: str, shown: str) -> tuple[bytes, str]:
    """The bytes as UTF-8 behind a byte order mark, and the encoding that read them.

    >>> transcoded("新建公厕".encode("gbk"), "GB2312", "notice.txt")[1]
    'gb18030'
    """
    try:
        name = codecs.lookup(encoding).name
        name = _WIDER.get(name, name)
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise SourceError(f"{shown}: byte {error.start} does not fit {name}: name another encoding, or none to have it found") from None
    except (LookupError, ValueError):
        raise SourceError(f"{shown}: no encoding is called {encoding!r}: name utf-8, gb18030, big5 or utf-16, say") from None
    return codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"), name
