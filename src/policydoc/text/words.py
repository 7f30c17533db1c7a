"""词: how likely a character stands behind another, by the two-character words of a dictionary and by the notice itself.

Scripts are folded: one dictionary serves Simplified and Traditional. The dictionary is jieba's (MIT), read as a file,
and only when a damaged line asks for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from operator import add
from pathlib import Path

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.text.fold import fold, fold_table
from policydoc.text.gbk import NARROW, bridges, characters, code, gone_behind
from policydoc.text.script import script

_ENTRY = pattern(r"^([\u4e00-\u9fff]{1,2}) ([0-9]+)", re.MULTILINE)
_PUNCTUATION = dict(zip("，。、；：（）“”《》·—", (0.05, 0.04, 0.03, *[0.004] * 4, *[0.003] * 4, 0.0005, 0.0005), strict=True))
_INSIDE = frozenset("，。、；：）”》,.;:)")
_ODD_START = 1e-4
"""Marks that begin no line, and how much less they count there."""
_PUNCTUATION |= {mark.translate(NARROW): chance for mark, chance in _PUNCTUATION.items()}
"""How often a mark stands in a notice."""

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_DIGIT, _COUNTED_ON, _MEASURED, _ASCII, _SYMBOL, _RARE = 0.008, 0.06, 0.004, 2e-5, 1e-8, 2e-7
"""How often a digit, one behind a digit, a measure behind a digit, other ASCII and a symbol stand in a notice.

Chinese characters below the last number are not tried in a gap.
"""

_PLAIN, _WORD, _MEMORY = 0.3, 0.45, 0.25
"""Weights of the character alone, the dictionary and the notice."""

_FOREIGN = {"Hans": (1.0, 0.001), "Hant": (0.05, 1.0), "mixed": (1.0, 1.0)}
"""Script of the notice: how much less a Simplified and a Traditional character of two-form pairs counts."""

_LEADS_TRIED, _TRAILS_TRIED, _CONTINUED = 10, 30, 12


@cache
def _dictionary() -> tuple[Counter[str], dict[str, int], dict[str, str], int]:
    """Counts of characters and of two-character words, the characters that follow each, and the sum of all counts."""
    spec = find_spec("jieba")
    path = Path(spec.origin).with_name("dict.txt") if spec and spec.origin else None
    entries = _ENTRY.findall(path.read_text(encoding="utf-8")) if path and path.exists() else []
    words = {word: int(count) for word, count in entries}
    single: Counter[str] = Counter()
    followers: defaultdict[str, str] = defaultdict(str)
    for word, count in words.items():
        for character in word:
            single[character] += count
        if len(word) == 2:
            followers[word[0]] += word[1]
    return single, words, followers, single.total() or 1


@cache
def _traditional() -> dict[str, str]:
    """Simplified character to its Traditional forms."""
    forms: defaultdict[str, str] = defaultdict(str)
    for old, new in fold_table().items():
        if 0x4E00 <= old < 0xA000 and 0x4E00 <= new < 0xA000:
            forms[chr(new)] += chr(old)
    return forms


@cache
def _measures() -> frozenset[str]:
    """The characters with which a measure word or a date goes on behind a digit."""
    return frozenset(form[0] for row in table("units") for form in forms(row)) | frozenset("年月日时点分秒号%.,、。-~")


class Words:
    """What the characters of one notice are likely to be.

    >>> words = Words("新建口袋公园3个")
    >>> words.chance("袋", "口") > words.chance("得", "口"), words.knows("口袋"), words.knows("袋口")
    (True, True, False)
    """

    def __init__(self, clean: str) -> None:
        self._script = script(clean)
        self._seen = set(clean)
        shadow = fold(clean)
        self._single = Counter(shadow)
        self._all = len(shadow) or 1
        self._pairs = Counter(map(add, shadow, shadow[1:]))
        self._followers: defaultdict[str, str] = defaultdict(str)
        for pair in self._pairs:
            self._followers[pair[0]] += pair[1]
        self._words = _dictionary()[1]
        self._forms: dict[str, tuple[str, float, float]] = {}
        self._weights: dict[str, tuple[str, float, float]] = {}
        self._rows: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self._landings: dict[tuple[int, int], list[str]] = {}
        self._continued: dict[str, list[tuple[str, int, float]]] = {}

    def knows(self, text: str) -> bool:
        """Whether every two characters of a text stand side by side in the clean notice."""
        shadow = fold(text)
        return all(shadow[place : place + 2] in self._pairs for place in range(len(shadow) - 1))

    def plain(self, character: str) -> float:
        """The chance of a character by itself."""
        return self._form(character)[2]

    def _form(self, character: str) -> tuple[str, float, float]:
        """A character's shadow, how usual the form is in the script of the notice, and its chance by itself."""
        known = self._forms.get(character)
        if known is None:
            shadow = fold(character)
            usual = self._usual(character, shadow)
            known = self._forms[character] = (shadow, usual, self._alone(character, shadow) * usual)
        return known

    def _alone(self, character: str, shadow: str) -> float:
        if character in _PUNCTUATION:
            return _PUNCTUATION[character]
        if not "\u4e00" <= character <= "\u9fff":
            return _DIGIT if character in _DIGITS else _ASCII if character.isascii() else _SYMBOL
        single, _, _, total = _dictionary()
        return 0.8 * (single.get(shadow, 0) + 0.02) / total + 0.2 * self._single[shadow] / self._all

    def _usual(self, character: str, shadow: str) -> float:
        if character in self._seen:
            return 1.0
        simplified, traditional = _FOREIGN[self._script]
        if shadow != character:
            return traditional
        return simplified if character in _traditional() else 1.0

    def _weight(self, before: str) -> tuple[str, float, float]:
        """A character's shadow, and the weights of a count in the dictionary and of one in the notice behind it."""
        known = self._weights.get(before)
        if known is None:
            shadow = fold(before)
            count = _dictionary()[0].get(shadow, 0)
            known = self._weights[before] = (shadow, _WORD / count if count else 0.0, _MEMORY / (self._single[shadow] + 1))
        return known

    def chance(self, character: str, before: str) -> float:
        """The chance of a character behind another, or by itself behind nothing."""
        if character in _DIGITS and before in _DIGITS:
            return _COUNTED_ON
        shadow, usual, alone = self._form(character)
        first, word, memory = self._weight(before)
        pair = first + shadow
        words = self._words
        chance = _PLAIN * alone
        if not before:
            return chance * (_ODD_START if character in _INSIDE else 1.0)
        if first in _DIGITS:
            chance = chance / 4 + (_MEASURED if shadow in _measures() else 0.0)
        if pair in words:
            chance += usual * word * words[pair]
        if pair in self._pairs:
            chance += usual * memory * self._pairs[pair]
        return chance

    def of_lead(self, lead: int) -> list[tuple[int, str]]:
        """The most usual characters of a lead behind which bytes can vanish, each with its trail."""
        key = ("lead", lead)
        if key not in self._rows:
            self._rows[key] = self._usual_ones([(trail, characters().get((lead, trail))) for trail in sorted(bridges())], _LEADS_TRIED)
        return self._rows[key]

    def of_trail(self, trail: int) -> list[tuple[int, str]]:
        """The most usual characters of a trail, each with its lead."""
        key = ("trail", trail)
        if key not in self._rows:
            self._rows[key] = self._usual_ones([(lead, characters().get((lead, trail))) for lead in range(0x81, 0xFF)], _TRAILS_TRIED)
        return self._rows[key]

    def behind_gap(self, middle: int, trail: int) -> list[str]:
        """The characters of a trail whose lead vanishes behind the byte `middle`, the most usual first."""
        key = (middle, trail)
        if key not in self._landings:
            gone = gone_behind(middle)
            self._landings[key] = [character for lead, character in self.of_trail(trail) if lead in gone]
        return self._landings[key]

    def continued(self, first: str, middle: int) -> list[tuple[str, int, float]]:
        """The characters that may follow `first` (of trail `middle`) in a gap: each with its trail and its chance, the likeliest first."""
        if first not in self._continued:
            found = []
            gone = gone_behind(middle)
            for character in self._followers_of(first):
                pair = code(character)
                if pair and pair[0] in gone and pair[1] in bridges():
                    found.append((character, pair[1], self.chance(character, first)))
            self._continued[first] = sorted(found, key=lambda entry: (-entry[2], entry[0]))[:_CONTINUED]
        return self._continued[first]

    def _followers_of(self, character: str) -> list[str]:
        """The characters that stand behind a character in a word or in the notice, in every form."""
        shadow = fold(character)
        found = dict.fromkeys([*_dictionary()[2].get(shadow, ""), *self._followers.get(shadow, ())])
        if self._script == "Hans":
            return list(found)
        return [form for each in found for form in (each, *_traditional().get(each, ""))]

    def _usual_ones(self, row: list[tuple[int, str | None]], most: int) -> list[tuple[int, str]]:
        known = [(byte, character) for byte, character in row if character and self._wordlike(character)]
        return sorted(known, key=lambda entry: -self.plain(entry[1]))[:most]

    def _wordlike(self, character: str) -> bool:
        """A digit or a letter is never put in the place of a lost character."""
        return (character in _PUNCTUATION and not character.isascii()) or (
            "\u4e00" <= character <= "\u9fff" and self.plain(character) > _RARE
        )
