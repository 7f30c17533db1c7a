"""形同字: code points that look like a Chinese character or a sign and are another one.

Kangxi radicals and compatibility ideographs of PDF files, letters of formulae, characters of private use that a standard or a
font has given a meaning.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.text.changes import Change, changed, told
from policydoc.text.edits import Repaired

_LIKE = pattern(r"[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f\U0001d400-\U0001d7ff\ue000-\uf8ff]")
_KANA = pattern(r"[\u3041-\u30ff]")
_ALONE = pattern(r"(?<=[\u3400-\u9fff0-9○〇])[ニロカハエー](?![\u3041-\u30ffA-Za-z])")
_SHAPES = dict(zip("ニロカハエー", "二口力八工一", strict=True))


@cache
def readings() -> dict[str, str]:
    r"""What the code points stand for that one table or another tells.

    >>> readings()["⽂"], readings()["⻓"], readings()["\uf934"], readings()["\ue81e"]
    ('文', '长', '老', '龴')
    """
    found = {form: row["reading"] for row in table("lookalikes") for form in forms(row)}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20), *range(0x1D400, 0x1D800)):
        sign = normalize("NFKC", chr(code))
        if sign != chr(code) and len(sign) == 1:
            found[chr(code)] = sign
    for place, code in enumerate(range(0xE815, 0xE865)):
        trail = 0x50 + place
        sign = bytes((0xFE, trail + (trail >= 0x7F))).decode("gb18030")
        if not "\ue000" <= sign <= "\uf8ff":
            found[chr(code)] = sign
    return found


def read_lookalikes(text: str) -> Repaired | None:
    """The text with characters in the place of what only looks like them.

    >>> done = read_lookalikes("⽼旧⼩区改造，⻓期坚持")
    >>> done.content if done else ""
    '老旧小区改造，长期坚持'
    """
    known = readings()
    changes = [Change(*match.span(), known[match[0]]) for match in _LIKE.finditer(text) if match[0] in known]
    return told(changed(text, "lookalikes", changes), "T016", "code points that only look like characters")


def read_kana(text: str) -> Repaired | None:
    """二〇ニ四年: a syllable of Japanese alone among Chinese characters is the character of its shape.

    >>> done = read_kana("二〇ニ四年，人ロ较多的镇")
    >>> done.content if done else ""
    '二〇二四年，人口较多的镇'
    """
    found = list(_ALONE.finditer(text))
    if not found or len(_KANA.findall(text)) != len(found):
        return None
    changes = [Change(*match.span(), _SHAPES[match[0]], "probable") for match in found]
    return told(changed(text, "lookalikes", changes), "T016", "syllables of Japanese")
