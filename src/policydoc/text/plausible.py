"""像样: how much a text looks like Chinese, by the characters that are usual in it."""

from __future__ import annotations

from functools import lru_cache

from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_SAMPLE = 4000
_EXPECTED = pattern(r"[，。、；：（）《》“”0-9\s的一是和年工作实施建设政府市县国人民通知关于印发]")
_STRANGE = pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\u0100-\u1fff\u3100-\u318f]")
_FOREIGN = pattern(r"[^\x00-\x7f]")


@lru_cache(maxsize=20_000)
def is_common(character: str) -> bool:
    """Whether a character of the folded shadow is one of the 3,755 of GB 2312 level 1, or ASCII, or usual punctuation.

    >>> is_common("建"), is_common("，"), is_common("鏂")
    (True, True, False)
    """
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
    usual = sum(map(is_common, fold(sample)))
    return (usual + 0.2 * len(_EXPECTED.findall(sample)) - 2 * len(_STRANGE.findall(sample))) / len(sample)
