"""候选: the true characters that bytes allow, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from policydoc.text.channel import Channel
from policydoc.text.gbk import characters
from policydoc.text.language import Language, Sign

_OPENING, _ANY, _OF_LEAD, _CLOSING, _MIDDLE = 60, 80, 14, 14, 220
_Row = list[tuple[float, str, int]]


class Candidates:
    """The characters that can have a lead or a trail, for one channel and one language; rows are made once.

    >>> candidates = Candidates(Channel(), Language("新建口袋公园"))
    >>> "口" in candidates.of_lead(0xBF), "园" in [sign.character for sign in candidates.of_trail(0xB0)]
    (True, True)
    """

    def __init__(self, channel: Channel, language: Language) -> None:
        self.channel = channel
        self._language = language
        self._by_lead: defaultdict[int, _Row] = defaultdict(list)
        self._by_trail: defaultdict[int, _Row] = defaultdict(list)
        for (lead, trail), character in characters().items():
            if likely := language.likely(character):
                self._by_lead[lead].append((-likely, character, trail))
                self._by_trail[trail].append((-likely, character, lead))
        for rows in (self._by_lead, self._by_trail):
            for row in rows.values():
                row.sort()
        self._made: dict[tuple[str, int, int], list[Sign]] = {}

    def _signs(self, row: Iterable[tuple[float, str, int]]) -> list[Sign]:
        return [Sign(character, *self._language.sign(character), byte) for _, character, byte in row]

    def of_lead(self, lead: int) -> list[str]:
        """The usual characters of a lead."""
        return [character for _, character, _ in self._by_lead[lead][:_OF_LEAD]]

    def of_trail(self, trail: int) -> list[Sign]:
        """The usual characters of a trail, with their leads."""
        return self._signs(self._by_trail[trail])

    def opening(self, lead: int) -> list[Sign]:
        """The characters of a lead behind which a gap can open, with their trails; of any lead for 0."""
        key = ("opening", lead, 0)
        if key not in self._made:
            behind = self.channel.behind
            if lead:
                found = [entry for entry in self._by_lead[lead] if entry[2] in behind][:_OPENING]
            else:
                found = sorted((entry[0], entry[1], trail) for trail in behind for entry in self._by_trail[trail])[:_ANY]
            self._made[key] = self._signs(found)
        return self._made[key]

    def landing(self, first: int, trail: int) -> list[Sign]:
        """The characters of a trail whose lead is gone behind a byte."""
        key = ("landing", first, trail)
        if key not in self._made:
            gone = self.channel.behind.get(first, frozenset())
            self._made[key] = self._signs(entry for entry in self._by_trail[trail] if entry[2] in gone)
        return self._made[key]

    def middle(self, first: int) -> list[Sign]:
        """The characters whose lead is gone behind a byte and whose trail opens another gap, with their trails."""
        key = ("middle", first, 0)
        if key not in self._made:
            behind = self.channel.behind
            gone = behind.get(first, frozenset())
            self._made[key] = self._signs(sorted(entry for lead in gone for entry in self._by_lead[lead] if entry[2] in behind)[:_MIDDLE])
        return self._made[key]

    def closing(self, first: int) -> list[Sign]:
        """The characters whose lead is gone behind a byte, whatever their trail."""
        key = ("closing", first, 0)
        if key not in self._made:
            gone = self.channel.behind.get(first, frozenset())
            self._made[key] = self._signs(sorted(entry for lead in gone for entry in self._by_lead[lead][:4])[:_CLOSING])
        return self._made[key]
