"""一去不返: damage that nothing can bring back. A reader says where and how often; it never writes over it."""

from __future__ import annotations

from random import Random

from damage.encodings import misread, whole
from damage.stretches import Damage, Stretch, by_sign, joined, some

CONFUSED = {"0": "O", "1": "l", "5": "S", "8": "B"}
"""Digits and the letters that recognition of scanned pages takes them for."""


def _replaced(line: str, encoding: str) -> str:
    return line.encode(encoding).decode("utf-8", "replace")


def replacement(text: str, random: Random) -> Damage:
    """GBK read as UTF-8: U+FFFD for almost everything."""
    return misread(text, lambda line: _replaced(line, "gb18030"), whole)


def replaced_signs(text: str, random: Random) -> Damage:
    """U+FFFD for a character here and there."""
    chosen = some(random, 0.02)
    return by_sign(text, lambda sign: "\ufffd" if sign > "\u2e7f" and chosen(sign) else None)


def kun_jin_kao(text: str, random: Random) -> Damage:
    """锟斤拷: U+FFFD written as UTF-8 and read as GBK, in some lines."""

    def seen(line: str) -> str:
        data = _replaced(line, "gb18030").encode()
        return data.decode("gbk", "ignore")

    return misread(text, seen, some(random, 0.3))


def uninitialised(text: str, random: Random) -> Damage:
    """烫烫烫, 屯屯屯: memory that nobody wrote (CC and CD bytes) between the lines."""
    stretches: list[Stretch] = []
    for line in text.split("\n"):
        stretches.append(Stretch("\n", "\n", False) if stretches else Stretch("", "", False))
        stretches.append(Stretch(line, line, False))
        if line and random.random() < 0.2:
            junk = random.choice("烫屯") * random.randrange(3, 12)
            stretches.append(Stretch(junk, "", True))
    return joined(stretches)


def lost_digits(text: str, random: Random) -> Damage:
    """丢数字: numbers that a page set in a style of their own are gone (新增床位张), or their first digits (约.7公里)."""
    chosen = some(random, 0.4)
    stretches: list[Stretch] = []
    gone = False
    for before, sign in zip(("", *text), text, strict=False):
        if sign.isdecimal() and not (before.isdecimal() or before == "."):
            gone = chosen(sign)
        if sign.isdecimal() and gone:
            stretches.append(Stretch("", sign, True))
            continue
        if sign != ".":
            gone = False
        stretches.append(Stretch(sign, sign, False))
    return joined(stretches)


def question_marks(text: str, random: Random) -> Damage:
    """生僻字: a character that the program did not know is ? (朱?基)."""
    chosen = some(random, 0.01)
    return by_sign(text, lambda sign: "?" if "\u4e00" <= sign <= "\u9fff" and chosen(sign) else None)


def confused_digits(text: str, random: Random) -> Damage:
    """形近: letters for digits in numbers (2O24, l2月, 1OO00)."""
    chosen = some(random, 0.3)
    stretches: list[Stretch] = []
    for place, sign in enumerate(text):
        beside = text[place - 1 : place].isdecimal() or text[place + 1 : place + 2].isdecimal()
        shown = CONFUSED[sign] if sign in CONFUSED and beside and chosen(sign) else sign
        stretches.append(Stretch(shown, sign, shown != sign))
    return joined(stretches)


def wholly_lost(text: str, random: Random) -> Damage:
    """Every character outside ASCII is ?, as a program without Chinese writes it."""
    return misread(text, lambda line: line.encode("ascii", "replace").decode(), whole)
