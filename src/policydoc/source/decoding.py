"""编码: bytes → characters, strictly or not at all."""

from __future__ import annotations

import codecs

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

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
_EXPECTED = pattern(r"[，。、；：（）《》“”0-9\s的一是和年工作实施建设政府市县国人民通知关于印发]")
_STRANGE = pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\u0100-\u1fff\u3100-\u318f]")
_FOREIGN = pattern(r"[^\x00-\x7f]")
PLAUSIBLE = 0.5


def _is_common(character: str) -> bool:
    """Whether a character's Simplified form is one of the 3,755 of GB 2312 level 1, or ASCII, or usual punctuation."""
    if character.isascii():
        return True
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3)


def plausibility(text: str) -> float:
    """How much a decoded text looks like Chinese or plain ASCII: the share of usual characters, less the strange ones.

    >>> plausibility("新建公厕76座。") > 0.9 > plausibility("鏂板缓鍏帟") + 0.3
    True
    """
    foreign = _FOREIGN.search(text)
    start = foreign.start() if foreign else 0  # a head of ASCII (a letterhead, a page's styles) says nothing
    sample = text[start : start + _SAMPLE]
    if not sample:
        return 0.0
    usual = sum(map(_is_common, fold(sample)))
    return (usual + 0.2 * len(_EXPECTED.findall(sample)) - 2 * len(_STRANGE.findall(sample))) / len(sample)


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
