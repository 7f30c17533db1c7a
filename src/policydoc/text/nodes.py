"""格点: the places of a trellis, and what is added to them.

A node stands before a shown character. It knows whether the bytes are in step there, or which byte waits for its partner, and
the last characters that were read; ways that agree in these meet in one node and keep their arcs, so that in the end every
reading has its share.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import nlargest

from policydoc.rules.patterns import pattern
from policydoc.text.language import Language, Live, Sign

STEP, OVER = 0, -1
GAP, ANY, CUT = 0x100, 0x1000, 0x2000
"""State of a node: in step; over; a lead that waits for its trail (its byte); from GAP on the first byte of a gap; any lead; behind
the ? of a cut at a false 。, whose second byte is the lead of what follows."""

WIDTH = 10.0
"""How far behind the best node another may be, in nats."""
_NODES = 20
_FIVE_DIGITS = -20.0
"""What it costs to stand before a year as a digit."""
_COUNTED = -2.5
"""What it costs to be a numeral where bytes are gone."""
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿")
_YEAR = pattern(r"(?:19|20)[0-9]{2}年")

Contexts = list[tuple[str, int, float]]


@dataclass(slots=True, eq=False)
class Arc:
    """A way into a node: from where, what was read, and how likely that was."""

    source: Node
    read: str
    log: float


@dataclass(slots=True, eq=False)
class Node:
    """A place in a trellis: the state of the bytes, what stands before, the words that are not over, the best score."""

    state: int
    before: str
    live: Live
    score: float
    contexts: Contexts
    arcs: list[Arc] = field(default_factory=list)


Level = dict[tuple[int, str], Node]


class Net:
    """What a trellis is knotted with: nodes that meet, levels that are thinned, characters that are weighed and counted."""

    def __init__(self, shown: str, language: Language) -> None:
        self.shown = shown
        self.trials = 0
        """Characters weighed so far."""
        self._language = language

    def put(self, into: Level, source: Node, state: int, read: str, log: float, live: Live, before: str) -> None:
        """An arc into the node of that state and those last characters."""
        key = (state, before[-3:])
        score = source.score + log
        node = into.get(key)
        if node is None:
            node = into[key] = Node(state, before[-4:], live, score, [])
        elif score > node.score:
            node.score, node.live, node.before = score, live, before[-4:]
        node.arcs.append(Arc(source, read, log))

    def thinned(self, level: Level) -> Level:
        """The best nodes of a level."""
        best = max(node.score for node in level.values()) - WIDTH
        kept = nlargest(_NODES, (entry for entry in level.items() if entry[1].score >= best), key=lambda entry: entry[1].score)
        for _, node in kept:
            node.contexts = self._language.contexts(node.before)
        return dict(kept)

    def weigh(self, live: Live, contexts: Contexts, character: str, before: str) -> float:
        """How likely a character is behind others, as a logarithm."""
        self.trials += 1
        shadow, usual = self._language.sign(character)
        return math.log(usual * self._language.chance(live, contexts, shadow, before))

    def fifth(self, place: int) -> float:
        """What it costs to take a character for a digit before the four of a year."""
        return _FIVE_DIGITS if "0" <= self.shown[place] <= "9" and _YEAR.match(self.shown, place + 1) else 0.0

    def read(self, into: Level, node: Node, state: int, read: str, more: float = 0.0) -> None:
        """Characters that are read behind a node, the last of them weighed as the others."""
        language = self._language
        live, before, contexts, log = node.live, node.before, node.contexts, more
        for character in read:
            log += self.weigh(live, contexts, character, before)
            shadow = language.sign(character)[0]
            live = language.extended(live, shadow)
            before = (before + shadow)[-4:]
            contexts = language.contexts(before)
        self.put(into, node, state, read, log, live, before)

    def weighed(
        self, live: Live, contexts: Contexts, signs: list[Sign], score: float, least: float, before: str
    ) -> list[tuple[float, Sign]]:
        """Characters that may stand in a gap, added to a score; those that fall below the least are left out."""
        self.trials += len(signs)
        found = self._language.weighed(live, contexts, signs, least - score, before)
        return [(score + log + (_COUNTED if sign.character in _NUMERALS else 0.0), sign) for log, sign in found]
