"""词: how likely a character stands behind another, by the two-character words of a dictionary and by the notice itself.

Scripts are folded: one dictionary serves Simplified and Traditional. The dictionary is jieba's (MIT), read as a file,
and only when a damaged line asks for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from policydoc.text.fold import fold, fold_table
from policydoc.text.gbk import bridges, characters
from policydoc.text.script import script

_ENTRY = re.compile(r"^([\u4e00-\u9fff]{1,2}) ([0-9]+)", re.MULTILINE)
_PUNCTUATION = dict(zip("，。、；：（）“”《》·—", (0.05, 0.04, 0.03, *[0.004] * 4, *[0.003] * 4, 0.0005, 0.0005), strict=True))
"""How often a mark stands in a notice."""

_PLAIN, _WORD, _MEMORY = 0.3, 0.45, 0.25
"""Weights of the character alone, the dictionary and the notice."""

_FOREIGN = {"Hans": (1.0, 0.001), "Hant": (0.05, 1.0), "mixed": (1.0, 1.0)}
"""Script of the notice: how much less a Simplified and a Traditional character of two-form pairs counts."""

_LEADS_TRIED, _TRAILS_TRIED = 10, 30
_RARE = 2e-7


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


class Words:
    """What the characters of one notice are likely to be."""

    def __init__(self, clean: str) -> None:
        self._script = script(clean)
        self._seen: set[str] = set()
        self._single: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()
        self._followers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._chances: dict[str, float] = {}
        self._plain: dict[str, float] = {}
        self._rows: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self.remember(clean)

    def remember(self, text: str) -> None:
        """Clean text of the notice is added to its memory."""
        self._seen.update(text)
        shadow = fold(text)
        self._single.update(shadow)
        pairs = [shadow[place : place + 2] for place in range(len(shadow) - 1)]
        self._pairs.update(pairs)
        for pair in pairs:
            self._followers[pair[0]][pair[1]] = None
        self._chances.clear()
        self._plain.clear()
        self._rows.clear()

    def knows(self, text: str) -> bool:
        """Whether every two characters of a text stand side by side in the clean notice."""
        shadow = fold(text)
        return all(shadow[place : place + 2] in self._pairs for place in range(len(shadow) - 1))

    def plain(self, character: str) -> float:
        """The chance of a character by itself."""
        known = self._plain.get(character)
        if known is None:
            known = self._plain[character] = self._alone(character)
        return known

    def _alone(self, character: str) -> float:
        if character in _PUNCTUATION:
            return _PUNCTUATION[character]
        if not "\u4e00" <= character <= "\u9fff":
            return 1e-6 if character.isascii() else 1e-8
        single, _, _, total = _dictionary()
        shadow = fold(character)
        memory = self._single[shadow] / (self._single.total() or 1)
        return self._usual(character, shadow) * (0.8 * (single[shadow] + 0.02) / total + 0.2 * memory)

    def _usual(self, character: str, shadow: str) -> float:
        """How usual the form of a character is in the script of the notice."""
        if character in self._seen:
            return 1.0
        simplified, traditional = _FOREIGN[self._script]
        if shadow != character:
            return traditional
        return simplified if character in _traditional() else 1.0

    def chance(self, character: str, before: str) -> float:
        """The chance of a character behind another."""
        key = before + character
        known = self._chances.get(key)
        if known is None:
            known = self._chances[key] = self._behind(character, before)
        return known

    def _behind(self, character: str, before: str) -> float:
        single, words, _, _ = _dictionary()
        shadow, pair = fold(character), fold(before + character)
        chance = _PLAIN * self.plain(character)
        usual = self._usual(character, shadow)
        if single[pair[0]]:
            chance += usual * _WORD * words.get(pair, 0) / single[pair[0]]
        if self._single[pair[0]]:
            chance += usual * _MEMORY * self._pairs[pair] / (self._single[pair[0]] + 1)
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

    def _usual_ones(self, row: list[tuple[int, str | None]], most: int) -> list[tuple[int, str]]:
        known = [(byte, character) for byte, character in row if character and self._wordlike(character)]
        return sorted(known, key=lambda entry: -self.plain(entry[1]))[:most]

    def _wordlike(self, character: str) -> bool:
        """A digit or a letter is never put in the place of a lost character."""
        return character in _PUNCTUATION or ("\u4e00" <= character <= "\u9fff" and self.plain(character) > _RARE)

    def followers(self, character: str) -> list[str]:
        """The characters that stand behind a character in a word or in the notice, in every form."""
        shadow = fold(character)
        found = dict.fromkeys([*_dictionary()[2].get(shadow, ""), *self._followers.get(shadow, ())])
        if self._script == "Hans":
            return list(found)
        return [form for each in found for form in (each, *_traditional().get(each, ""))]
