"""编码: bytes → characters, strictly or not at all."""

from __future__ import annotations

import codecs

from policydoc.errors import SourceError
from policydoc.text.plausible import plausibility

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the encodings that they announce."""

_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 4000
PLAUSIBLE = 0.5


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the encoding that read all of them strictly.

    >>> decode("新建公厕76座。".encode("gb18030"), "notice.txt")
    ('新建公厕76座。', 'gb18030')
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"{name}: its byte order mark says {encoding}, but byte {error.start} does not fit: save it again as UTF-8"
                ) from None
    stops = ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = None
        stops = f" (UTF-8 stops at byte {error.start})"
    if text is not None and ("\x00" not in text[:_SAMPLE] or (text.count("\x00") < len(text) / 20 and plausibility(text) >= PLAUSIBLE)):
        return text, "utf-8"
    scores: list[tuple[float, str, str]] = []
    for encoding in _CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        scores.append((plausibility(text), encoding, text))
    best = max(scores, key=lambda score: score[0], default=None)
    if best is None or best[0] < PLAUSIBLE:
        raise SourceError(
            f"{name}: no known encoding (UTF-8, GB18030, Big5, UTF-16) reads all of it as Chinese{stops}: save it as text in UTF-8"
        )
    return best[2], best[1]
