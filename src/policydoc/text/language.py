"""语言: how likely a character is behind others, by the words of a lexicon and by the clean lines of the notice itself.

Words: a text is a row of words; all ways to divide it are held at once, each by the beginning of a word that is not yet
over (`Live`). Memory: what stood behind the last one to four characters in the clean lines, the longer the better. Both
know Simplified characters in half width; which form of a character is written is weighed apart, by the script.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from policydoc.text.fold import fold
from policydoc.text.lexicon import UNKNOWN, lexicon
from policydoc.text.script import script

Live = tuple[tuple[str, float], ...]
"""Beginnings of words that are not over, with their weights; the empty one stands for a word that is yet to begin."""

START: Live = (("", 1.0),)
_DIGITS = frozenset("0123456789")
_DIGIT, _COUNTED_ON, _LETTER = 0.003, 0.06, 3e-5
_TRUST = (16.0, 6.0, 2.5, 1.2)
"""How many sightings what is known without the memory is worth, by the length of what stands before."""
_MOST = 60_000
"""Characters of the clean lines that are remembered."""
_INNER, _CLOSING = frozenset(",、。;:·"), frozenset(")”》")
_NOT_BEHIND_INNER, _NOT_BEHIND_CLOSING = _INNER | frozenset("\n(“《"), frozenset("\n(“《")
_MISPLACED = 1e-4
"""How much less a mark counts where none stands: at the head of a line, behind an opening one, the inner ones behind each other."""
_RARE = 3e-7
_MARKS = frozenset("，。、；：（）“”《》·")
_FOREIGN = 0.0005


@cache
def plain() -> dict[str, float]:
    """How often a Simplified character stands in text.

    >>> plain()["的"] > plain()["厕"]
    True
    """
    lines = (Path(__file__).parent / "data" / "characters.txt").read_text(encoding="utf-8").splitlines()
    return {character: math.exp(-int(head) / 8) for head, signs in (line.split(" ") for line in lines[1:]) for character in signs}


class Sign(NamedTuple):
    """A character that may stand somewhere: its shadow, how usual its form is, and the byte that matters there."""

    character: str
    shadow: str
    usual: float
    byte: int


class Language:
    r"""What the characters of one notice are likely to be.

    >>> language = Language("新建口袋公园3个\n新建公厕2座")
    >>> language.text("口袋公园") > language.text("口待公园")
    True
    """

    def __init__(self, clean: str) -> None:
        words = lexicon()
        self.begun, self.inner = words.begun, words.inner
        self.script = script(clean)
        self._signs = Counter(clean)
        shadow = fold(clean)[:_MOST]
        self.known = len(shadow)
        self.shadows = Counter(shadow)
        self.grams: dict[str, int] = {}
        grams: Counter[str] = Counter()
        for length in range(2, 6):
            grams.update(shadow[place : place + length] for place in range(len(shadow) - length + 1))
        totals: Counter[str] = Counter()
        for gram, count in grams.items():
            totals[gram[:-1]] += count
        self.grams, self.totals = dict(grams), dict(totals)
        self.signs: dict[str, tuple[str, float]] = {}

    def sign(self, character: str) -> tuple[str, float]:
        """A character's shadow, and how usual this form of it is in the script of the notice."""
        known = self.signs.get(character)
        if known is None:
            shadow = fold(character)
            known = self.signs[character] = (shadow, self._usual(character, shadow))
        return known

    def _usual(self, character: str, shadow: str) -> float:
        if not "\u4e00" <= character <= "\u9fff":
            return 1.0
        forms = dict(lexicon().forms.get(shadow, ()))
        hans = 1.0 if character == shadow else _FOREIGN
        hant = forms.get(character, 0.02 if character == shadow else 0.01) if forms else 1.0
        share = {"Hans": hans, "Hant": hant, "mixed": (hans + hant) / 2}[self.script]
        seen = self.shadows[shadow]
        return (self._signs[character] + 4 * share) / (seen + 4) if seen else share

    def contexts(self, before: str) -> list[tuple[str, int, float]]:
        """What the memory has of the last characters: the beginnings of its grams, their counts, the trust."""
        found = []
        for length, trust in enumerate(_TRUST, 1):
            key = before[-length:]
            count = self.totals.get(key)
            if not count or len(key) < length:
                break
            found.append((key, count, trust))
        return found

    def chance(self, live: Live, contexts: list[tuple[str, int, float]], shadow: str, before: str) -> float:
        """The chance of a folded character behind others."""
        if shadow in _DIGITS:
            chance = _COUNTED_ON if before[-1:] in _DIGITS else _DIGIT
        else:
            begun = self.begun
            chance = UNKNOWN
            for word, weight in live:
                known = begun.get(word + shadow)
                if known:
                    chance += weight * known
            if shadow < "\x7f" and shadow.isalpha():
                chance += _LETTER
        for key, count, trust in contexts:
            chance = (self.grams.get(key + shadow, 0) + trust * chance) / (count + trust)
        return chance * _MISPLACED if self.misplaced(shadow, before[-1:]) else chance

    @staticmethod
    def misplaced(shadow: str, before: str) -> bool:
        r"""Whether a mark stands where none does.

        >>> [Language.misplaced(*pair) for pair in (("、", "\n"), ("。", "、"), ("”", "。"), (")", "("))]
        [True, True, False, True]
        """
        return (shadow in _INNER and before in _NOT_BEHIND_INNER) or (shadow in _CLOSING and before in _NOT_BEHIND_CLOSING)

    def weighed(
        self, live: Live, contexts: list[tuple[str, int, float]], signs: Iterable[Sign], least: float, before: str
    ) -> list[tuple[float, Sign]]:
        """The likeliest of many characters behind others, none of them a digit or a letter, with their logarithms.

        >>> language = Language("新建口袋公园3个")
        >>> [sign.character for _, sign in language.weighed(START, [], [Sign("袋", "袋", 1.0, 0), Sign("蠺", "蠺", 1.0, 0)], -15.0, "口")]
        ['袋']
        """
        found = []
        begun, grams, log = self.begun.get, self.grams, math.log
        marked = before[-1:] in _NOT_BEHIND_INNER
        floor = math.exp(least) if least < 0 else 1.0
        for sign in signs:
            shadow = sign[1]
            chance = UNKNOWN
            for word, weight in live:
                known = begun(word + shadow)
                if known:
                    chance += weight * known
            for key, count, trust in contexts:
                chance = (grams.get(key + shadow, 0) + trust * chance) / (count + trust)
            chance *= sign[2]
            if marked and self.misplaced(shadow, before[-1:]):
                chance *= _MISPLACED
            if chance >= floor:
                found.append((log(chance), sign))
        return found

    def extended(self, live: Live, shadow: str) -> Live:
        """The beginnings of words behind one more character."""
        found: list[tuple[str, float]] = []
        over = total = 0.0
        begun, inner = self.begun, self.inner
        for word, weight in live:
            longer = word + shadow
            known = begun.get(longer)
            if not known:
                continue
            total += weight * known
            whole = inner.get(longer)
            if whole is None:
                over += weight * known
            else:
                over += weight * whole
                found.append((longer, weight))
        if not total:
            return START
        return (("", over / total), *((word, weight / total) for word, weight in found))

    def text(self, text: str, before: str = "\n", *, memory: bool = True) -> float:
        """How likely a text is behind another, as a logarithm; without memory, whatever the notice says elsewhere."""
        live, total = START, 0.0
        for character in text:
            shadow, usual = self.sign(character)
            total += math.log(usual * self.chance(live, self.contexts(before) if memory else [], shadow, before))
            live = self.extended(live, shadow)
            before = (before + shadow)[-4:]
        return total

    def likely(self, character: str) -> float:
        """The chance of a character by itself, in this script; 0 for what is never put in the place of a lost character."""
        if character in _MARKS:
            return 0.01
        if not "\u4e00" <= character <= "\u9fff":
            return 0.0
        shadow, usual = self.sign(character)
        known = usual * (plain().get(shadow, 0.0) + 0.1 * self.shadows[shadow] / (len(self.grams) + 1))
        return known if known >= _RARE else 0.0
