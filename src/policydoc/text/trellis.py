"""格网: the ways to read a stretch of a line, in step or out of step, weighed side by side.

Level `n` stands before the n-th shown character. A step from one level to the next reads a character in step, joins a waiting lead
to its trail, or opens a gap and lands behind it. The number of nodes and the number of trials are bounded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from heapq import nlargest
from operator import itemgetter

from policydoc.text.candidates import Candidates
from policydoc.text.gbk import characters
from policydoc.text.language import START, Language, Live, Sign
from policydoc.text.nodes import ANY, CUT, GAP, OVER, STEP, WIDTH, Arc, Level, Net, Node

_OPEN, _ROUNDS = 24, 2
_TRIED, _LONGER, _WAVE, _LANDED = 12, 16, 40, 80
"""Gaps that are kept open, how often they are made longer; how many of them, by how many characters; nodes behind them."""
_GAPPED = 0.9
"""What a gap is worth, in nats: the words that are not known make longer readings look rarer than they are."""
_MARKED, _TRAILING = 4.0, -1.0
"""What a mark before a run is worth, and what it costs that a mark stands for a lead alone."""
_CUT, _STRANGE = -3.0, -7.0
"""What it costs to be cut at a false 。, and to show folded ASCII in a notice that keeps full width."""
_MARKS = frozenset("?\ufffd")
_CALM = 3

_Pair = tuple[int, int] | None
_Open = tuple[float, Node, str, str, Live, int]
"""A gap that is open: its score, the node that it began at, what was read since, what stands before, the words, the byte."""


class Trellis(Net):
    """The nodes of one line, level by level: level `n` stands before the n-th shown character."""

    def __init__(
        self, shown: str, language: Language, candidates: Candidates, starts: Mapping[int, float], budget: int, *, folded: bool
    ) -> None:
        super().__init__(shown, language)
        self.levels: list[Level] = [{}]
        self._budget = budget
        self._candidates = candidates
        self._channel = candidates.channel
        self._starts = starts
        self._wide = 0.0 if folded else _STRANGE

    def begin(self, state: int, before: str = "\n", log: float = 0.0) -> None:
        """A node to begin with."""
        live = START
        for shadow in before[-6:]:
            live = self._language.extended(live, shadow)
        self.levels[0][state, before[-3:]] = Node(state, before[-4:], live, log, self._language.contexts(before))

    def run(self) -> bool:
        """Every level, or as many as there are nodes out of step; False where the budget or every way ends before."""
        last = max(self._starts, default=-1)
        calm = 0
        for place in range(len(self.shown)):
            self._advance(place)
            if not self.levels[-1]:
                self.levels.pop()
                return False
            if self.trials > self._budget:
                return False
            nodes = self.levels[-1].values()
            calm = calm + 1 if all(node.state == STEP for node in nodes) else 0
            if calm > _CALM and place > last:
                return True
        self._close()
        return True

    def _advance(self, place: int) -> None:
        shown = self.shown[place]
        pair = self._channel.pairs.get(shown)
        ascii_ = ord(shown) if shown < "\x7f" else 0
        level = self.levels[-1]
        into: Level = {}
        opened: list[_Open] = []
        for node in list(level.values()):
            if node.state == STEP:
                self._keep(into, node, shown, place)
                if shown == "?" and self.shown[place + 1 : place + 2] == "。":
                    self._cut(into, node)
                if place in self._starts:
                    self._start(into, node, place, pair, opened)
            elif node.state == CUT:
                self.put(into, node, 0xA3, "", 0.0, node.live, node.before)
            elif GAP <= node.state < ANY:
                opened.append((node.score, node, "", node.before, node.live, node.state - GAP))
            else:
                self._join(into, node, pair, ascii_)
                self._gap(into, node, place, pair, opened)
        if opened:
            self._land(into, opened, place, pair)
        self.levels.append(self.thinned(into) if into else {})

    def _keep(self, into: Level, node: Node, shown: str, place: int) -> None:
        """A character in step."""
        language = self._language
        log = self.weigh(node.live, node.contexts, shown, node.before)
        log += self.fifth(place)
        shadow = language.sign(shown)[0]
        self.put(into, node, STEP, shown, log, language.extended(node.live, shadow), node.before + shadow)

    def _start(self, into: Level, node: Node, place: int, pair: _Pair, opened: list[_Open]) -> None:
        """A byte is lost before this character, which is then a trail and a lead, or two leads."""
        shown, log = self.shown[place], self._starts[place]
        waiting = Node(ANY, node.before, node.live, node.score + log, node.contexts, [Arc(node, "", log)])
        if shown in _MARKS:
            self.put(into, node, ANY, "", log + _MARKED, node.live, node.before)
            return
        self._join(into, waiting, pair, 0)
        self._gap(into, waiting, place, pair, opened)
        if pair and pair[1] > 0x80:
            for character in self._candidates.of_lead(pair[0]):
                self.read(into, node, pair[1], character, log)

    def _cut(self, into: Level, node: Node) -> None:
        """A character of the trail A1 before one of the lead A3: a false 。 stands across them, and was cut out."""
        for sign in self._candidates.of_trail(0xA1):
            self.read(into, node, CUT, sign.character, _CUT)

    def _join(self, into: Level, node: Node, pair: _Pair, ascii_: int) -> None:
        """The waiting lead finds its trail in this character."""
        table = characters()
        wide = self._wide if ascii_ else 0.0
        if pair:
            state = pair[1] if pair[1] > 0x80 else STEP
            tail = "" if pair[1] > 0x80 else chr(pair[1])
            if node.state == ANY:
                for sign in self._candidates.of_trail(pair[0]):
                    self.read(into, node, state, sign.character + tail, wide)
            elif character := table.get((node.state, pair[0]), ""):
                self.read(into, node, state, character + tail, wide)
        if ascii_ >= 0x40 and node.state != ANY and (character := table.get((node.state, ascii_), "")):
            self.read(into, node, STEP, character)

    def _gap(self, into: Level, node: Node, place: int, pair: _Pair, opened: list[_Open]) -> None:
        """The waiting lead had its trail in a gap before this character, or in one that this character marks."""
        mark, width = self._channel.gap
        shown = self.shown[place]
        ascii_ = ord(shown) if shown < "\x7f" else 0
        if ascii_ and (ascii_ < 0x40) and not self._channel.mark and node.state != ANY:
            for character in self._candidates.of_lead(node.state):
                self.read(into, node, STEP, character + shown, self.fifth(place))
        if shown == self._channel.mark and node.state != ANY:
            for character in self._candidates.of_lead(node.state):
                self.read(into, node, STEP, character, _TRAILING)
        if mark and shown != mark:
            return
        signs = self._candidates.opening(0 if node.state == ANY else node.state)
        for score, sign in self.weighed(node.live, node.contexts, signs, node.score + _GAPPED, -math.inf, node.before):
            character, shadow, _, trail = sign
            log = score - node.score
            if width == 1:
                if pair and not mark and pair[0] in self._channel.behind.get(trail, ()):
                    self.read(into, node, STEP, character + shown, _GAPPED)
                elif mark:
                    self.put(into, node, STEP, character, log, self._language.extended(node.live, shadow), node.before + shadow)
            elif mark:
                self.put(into, node, GAP + trail, character, log, self._language.extended(node.live, shadow), node.before + shadow)
            else:
                opened.append((node.score + log, node, character, node.before + shadow, self._language.extended(node.live, shadow), trail))

    def _land(self, into: Level, opened: list[_Open], place: int, pair: _Pair) -> None:
        """Open gaps end in this character's trail, some of them behind further gaps."""
        language, candidates = self._language, self._candidates
        least = max((node.score for node in into.values()), default=-math.inf) - WIDTH
        opened = self._widened(nlargest(_OPEN, (each for each in opened if each[0] >= least), key=itemgetter(0)), least)
        shown = self.shown[place]
        ascii_ = ord(shown) if shown < "\x7f" else 0
        ways: list[tuple[int, int, str, float]] = []
        if pair:
            wide = self._wide if ascii_ else 0.0
            ways.append((pair[0], pair[1], "", wide) if pair[1] > 0x80 else (pair[0], STEP, chr(pair[1]), wide))
        if ascii_ >= 0x40:
            ways.append((ascii_, STEP, "", 0.0))
        found: list[tuple[float, _Open, Sign, int, str]] = []
        for each in opened:
            score, _, _, before, live, first = each
            contexts = language.contexts(before)
            for trail, state, tail, wide in ways:
                for total, sign in self.weighed(live, contexts, candidates.landing(first, trail), score + wide, least, before):
                    found.append((total, each, sign, state, tail))
            if 0 < ascii_ < 0x40:
                for total, sign in self.weighed(live, contexts, candidates.closing(first), score + self.fifth(place), least, before):
                    found.append((total, each, sign, STEP, shown))
        for total, (_, node, read, before, live, _), sign, state, tail in nlargest(_LANDED, found, key=itemgetter(0)):
            live, before = language.extended(live, sign.shadow), (before + sign.shadow)[-4:]
            if tail:
                total += self.weigh(live, language.contexts(before), tail, before)
                shadow = language.sign(tail)[0]
                live, before = language.extended(live, shadow), before + shadow
            self.put(into, node, state, read + sign.character + tail, total - node.score, live, before)

    def _widened(self, opened: list[_Open], least: float) -> list[_Open]:
        """Open gaps, and those with a second or third gap right behind them."""
        language, candidates = self._language, self._candidates
        wave = opened
        if self._channel.gap[0]:
            return opened
        for _ in range(_ROUNDS):
            longer: list[_Open] = []
            for score, node, read, before, live, first in wave[:_TRIED]:
                tried = self.weighed(live, language.contexts(before), candidates.middle(first), score + _GAPPED, least, before)
                for total, sign in nlargest(_LONGER, tried, key=itemgetter(0)):
                    shadow = sign.shadow
                    longer.append((total, node, read + sign.character, before + shadow, language.extended(live, shadow), sign.byte))
            wave = nlargest(_WAVE, longer, key=itemgetter(0))
            opened = opened + wave
        return opened

    def _close(self) -> None:
        """The end of the line: a lead that waits has lost its trail."""
        into: Level = {}
        for node in self.levels[-1].values():
            if node.state == STEP:
                self.put(into, node, OVER, "", 0.0, node.live, node.before)
            elif GAP <= node.state < ANY:
                for sign in self._candidates.closing(node.state - GAP):
                    self.read(into, node, OVER, sign.character)
            elif node.state < GAP:
                for character in self._candidates.of_lead(node.state):
                    self.read(into, node, OVER, character)
        self.levels.append(into)
