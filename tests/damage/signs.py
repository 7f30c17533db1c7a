"""字符: single characters that look right, or nearly, and are not; and characters that nobody sees."""

from __future__ import annotations

from functools import cache
from random import Random
from unicodedata import normalize

from damage.stretches import Damage, Stretch, by_sign, joined, some

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u202c"
"""Byte order mark, zero-width blanks and joiners, word joiner, soft hyphen, marks of direction."""

C1 = dict(zip("‘’“”—–•", "\x91\x92\x93\x94\x97\x96\x95", strict=True))
"""Signs of Windows-1252 left as control characters."""

GLOSSES = {
    "发": "fā",
    "發": "fā",
    "建": "jiàn",
    "设": "shè",
    "設": "shè",
    "施": "shī",
    "工": "gōng",
    "作": "zuò",
    "改": "gǎi",
    "造": "zào",
    "服": "fú",
    "务": "wù",
    "務": "wù",
    "新": "xīn",
    "增": "zēng",
    "水": "shuǐ",
    "路": "lù",
    "河": "hé",
    "管": "guǎn",
    "理": "lǐ",
    "保": "bǎo",
    "护": "hù",
    "護": "hù",
    "林": "lín",
    "绿": "lǜ",
    "綠": "lǜ",
}
"""Characters with the sound that pages for learners put behind them."""

PRIVATE = {
    "\u9fb4": "\ue81e",
    "\u9fb5": "\ue826",
    "\u9fb6": "\ue82b",
    "\u9fb7": "\ue82c",
    "\u9fb8": "\ue832",
    "\u9fb9": "\ue843",
    "\u9fba": "\ue854",
    "\u9fbb": "\ue864",
    "\u1e3f": "\ue7c7",
    "\u01f9": "\ue7c8",
    "︐": "\ue78d",
    "︒": "\ue78e",
    "︑": "\ue78f",
    "︔": "\ue790",
    "︕": "\ue791",
}
"""Characters of GB 18030 that its version of 2000 kept in the area of private use (GB 18030-2005, appendix)."""


@cache
def lookalikes() -> dict[str, tuple[str, ...]]:
    """Kangxi radicals (U+2F00) and compatibility ideographs (U+F900) by the character that they stand for.

    >>> [f"{ord(sign):04X}" for sign in lookalikes()["文"] + lookalikes()["老"]]
    ['2F42', '2F7C', 'F934']
    """
    found: dict[str, list[str]] = {}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)):
        sign = normalize("NFKC", chr(code))
        if sign != chr(code) and len(sign) == 1:
            found.setdefault(sign, []).append(chr(code))
    return {sign: tuple(codes) for sign, codes in found.items()}


def invisible(text: str, random: Random) -> Damage:
    """不可见字符: one of them here and there, and a byte order mark at the head of lines."""
    chosen = some(random, 0.05)
    stretches: list[Stretch] = []
    for place, sign in enumerate(text):
        if place and (text[place - 1] == "\n" and random.random() < 0.1):
            stretches.append(Stretch("\ufeff", "", True))
        elif place and chosen(sign) and sign != "\n":
            stretches.append(Stretch(random.choice(INVISIBLE), "", True))
        stretches.append(Stretch(sign, sign, False))
    return joined(stretches)


def soft_hyphens(text: str, random: Random) -> Damage:
    """软连字符: between any two Chinese characters, as some converters of books write them."""
    stretches: list[Stretch] = []
    for before, sign in zip(("", *text), text, strict=False):
        if min(before, sign) > "\u2e7f" and random.random() < 0.3:
            stretches.append(Stretch("\u00ad", "", True))
        stretches.append(Stretch(sign, sign, False))
    return joined(stretches)


def control_quotes(text: str, random: Random) -> Damage:
    """Quotes and dashes as control characters."""
    return by_sign(text, C1.get)


def radicals(text: str, random: Random) -> Damage:
    """部首: Kangxi radicals for characters, as PDF files give them."""
    chosen = some(random, 0.8)

    def hurt(sign: str) -> str | None:
        codes = [code for code in lookalikes().get(sign, ()) if code < "\u3000"]
        return codes[0] if codes and chosen(sign) else None

    return by_sign(text, hurt)


def compatibility(text: str, random: Random) -> Damage:
    """兼容汉字: compatibility ideographs for characters."""

    def hurt(sign: str) -> str | None:
        codes = [code for code in lookalikes().get(sign, ()) if code >= "\uf900"]
        return random.choice(codes) if codes else None

    return by_sign(text, hurt)


def private(text: str, random: Random) -> Damage:
    """专用区: characters of GB 18030-2005 at their places of 2000; put into the text first, where a name stands."""
    named = random.choice("\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb")
    stretches: list[Stretch] = []
    for line in text.split("\n"):
        stretches.append(Stretch("\n", "\n", False) if stretches else Stretch("", "", False))
        before, stop, behind = line.partition("，")
        stretches.append(Stretch(before, before, False))
        if stop and random.random() < 0.5:
            stretches += [Stretch("（", "（", False), Stretch(PRIVATE[named], named, True), Stretch("家村）", "家村）", False)]
        stretches.append(Stretch(stop + behind, stop + behind, False))
    return joined(stretches)


def glosses(text: str, random: Random) -> Damage:
    """注音: the sound of a character in brackets behind it."""
    left, right = random.choice(("()", "（）"))
    chosen = some(random, 0.4)
    stretches: list[Stretch] = []
    for sign in text:
        stretches.append(Stretch(sign, sign, False))
        if sign in GLOSSES and chosen(sign):
            stretches.append(Stretch(left + GLOSSES[sign] + right, "", True))
    return joined(stretches)


def doubled_punctuation(text: str, random: Random) -> Damage:
    """叠标点: ，， and 。。 of conversions that were run twice."""
    chosen = some(random, 0.3)
    return by_sign(text, lambda sign: sign * 2 if sign in "，。；：、" and chosen(sign) else None)


def spaced(text: str, random: Random) -> Damage:
    """空格: blanks between the characters of some lines, as PDF files give them (現 將); numbers too (1 3 0 0公里)."""
    stretches: list[Stretch] = []
    for place, line in enumerate(text.split("\n")):
        if place:
            stretches.append(Stretch("\n", "\n", False))
        whole = random.random() < 0.4
        for before, sign in zip(("", *line), line, strict=False):
            both = min(before, sign, key=ord) > "\u2e7f" if before else False
            digits = before.isdecimal() and sign.isdecimal()
            if whole and (both or digits):
                stretches.append(Stretch(" ", "", True))
            stretches.append(Stretch(sign, sign, False))
    return joined(stretches)


def spaced_digits(text: str, random: Random) -> Damage:
    """Blanks inside numbers only: 1 3 0 0公里."""
    chosen = some(random, 0.5)
    stretches: list[Stretch] = []
    within = False
    for before, sign in zip(("", *text), text, strict=False):
        if before.isdecimal() and sign.isdecimal():
            if within:
                stretches.append(Stretch(" ", "", True))
        else:
            within = chosen(sign)
        stretches.append(Stretch(sign, sign, False))
    return joined(stretches)


def angle_quotes(text: str, random: Random) -> Damage:
    """«» for 《》."""
    return by_sign(text, {"《": "«", "》": "»"}.get)


def wide_digits(text: str, random: Random) -> Damage:
    """全角数字: read as digits, and left as they stand: nothing is to be repaired."""
    wide = text.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    return Damage((Stretch(wide, wide, False),))
