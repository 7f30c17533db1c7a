"""分句: sentences and clauses of a folded line, brackets and quotations kept whole."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.patterns import pattern

_MARK = pattern(r"[(\[)\]“”《》:。;!?\t|]|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),|(?<![!-~])\.(?![!-~])")
_SENTENCE: Final = frozenset("。;!?.\t|")
_PAIRED: Final = "()[]“”《》"
_PLAIN: Final = frozenset(":。;!?\t|,.")
LONGEST_BRACKET: Final = 400
LONGEST_QUOTE: Final = 60
REACH: Final = 160
"""How far the words of a number may stand from it."""


class Place(NamedTuple):
    """Where a number stands: the content of its bracket, its clause, its sentence."""

    bracket: Span | None
    clause: Span
    sentence: Span


class Clauses:
    """Where the sentences and clauses of one line end: one pass over its marks, then each place is looked up.

    >>> clauses = Clauses("新建公厕3座(其中北溪区2座,青岭县1座),改造5座。")
    >>> clauses.text[slice(*clauses.clause(4))], clauses.text[slice(*clauses.clause(11))]
    ('新建公厕3座(其中北溪区2座,青岭县1座)', '其中北溪区2座')
    >>> clauses.bracket(11), clauses.bracket(4)
    ((7, 20), None)
    """

    __slots__ = ("_atoms", "_brackets", "_clauses", "_owners", "_sentences", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        pairs, marks = _pairs(text)
        self._atoms: list[int] = [0]
        """Where the stretches between two marks begin; each lies in one bracket, clause and sentence."""
        self._owners: list[tuple[int, int, int]] = []
        """Of each stretch, its bracket, clause and sentence."""
        self._brackets: list[Span | None] = [None]
        self._clauses: list[Span] = []
        self._sentences: list[Span] = []
        self._cut(text, pairs, marks)

    @staticmethod
    @lru_cache(maxsize=16)  # several readers ask for the same line, one after the other
    def of(text: str) -> Clauses:
        """The clauses of a line.

        >>> Clauses.of("新建3座,改造5座").clause(6)
        (5, 9)
        """
        return Clauses(text)

    def _cut(self, text: str, pairs: dict[int, int], marks: list[int]) -> None:
        if not pairs:
            self._part(text, marks)
            return
        clauses, sentences = [[0, 0]], [[0, 0]]
        clause = sentence = bracket = 0
        stack: list[tuple[int, int, int, int]] = []
        for place in marks:
            self._owners.append((bracket, clause, sentence))
            self._atoms.append(place + 1)
            mark = text[place]
            if place in pairs:
                stack.append((pairs[place], bracket, clause, sentence))
                bracket, clause, sentence = len(self._brackets), len(clauses), len(sentences)
                self._brackets.append((place + 1, pairs[place]))
                clauses.append([place + 1, pairs[place]])
                sentences.append([place + 1, pairs[place]])
            elif stack and stack[-1][0] == place:
                clauses[clause][1] = sentences[sentence][1] = place
                _, bracket, clause, sentence = stack.pop()
            else:
                clauses[clause][1] = place
                clause = len(clauses)
                clauses.append([place + 1, 0])
                if mark in _SENTENCE:
                    sentences[sentence][1] = place
                    sentence = len(sentences)
                    sentences.append([place + 1, 0])
        self._owners.append((bracket, clause, sentence))
        clauses[clause][1] = sentences[sentence][1] = len(text)
        self._clauses = [(start, end) for start, end in clauses]
        self._sentences = [(start, end) for start, end in sentences]

    def _part(self, text: str, marks: list[int]) -> None:
        """Cut a line without brackets."""
        owners, clauses, sentences = self._owners, self._clauses, self._sentences
        begin = start = 0
        for place in marks:
            owners.append((0, len(clauses), len(sentences)))
            clauses.append((begin, place))
            begin = place + 1
            if text[place] in _SENTENCE:
                sentences.append((start, place))
                start = begin
        owners.append((0, len(clauses), len(sentences)))
        clauses.append((begin, len(text)))
        sentences.append((start, len(text)))
        self._atoms += [place + 1 for place in marks]

    def _owner(self, place: int) -> tuple[int, int, int]:
        return self._owners[min(bisect_right(self._atoms, place), len(self._owners)) - 1]

    def place(self, place: int) -> Place:
        """Bracket, clause and sentence of a place at once."""
        bracket, clause, sentence = self._owner(place)
        return Place(self._brackets[bracket], self._clauses[clause], self._sentences[sentence])

    def bracket(self, place: int) -> Span | None:
        """The content of the innermost round or square bracket around a place."""
        return self._brackets[self._owner(place)[0]]

    def clause(self, place: int) -> Span:
        """The clause around a place, without its final mark."""
        return self._clauses[self._owner(place)[1]]

    def sentence(self, place: int) -> Span:
        """The sentence around a place, without its final mark."""
        return self._sentences[self._owner(place)[2]]


def _pairs(text: str) -> tuple[dict[int, int], list[int]]:
    """The brackets that close within reach, and the marks that cut: not those inside a quotation or a title."""
    if not any(map(text.__contains__, _PAIRED)):
        return {}, [match.start() for match in _MARK.finditer(text)]
    opened: list[int] = []
    pairs: dict[int, int] = {}
    marks: list[int] = []
    silent = -1
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if place < silent:
            continue
        if mark in _PLAIN:
            marks.append(place)
        elif mark in "“《":
            close = text.find("”" if mark == "“" else "》", place, place + LONGEST_QUOTE)
            silent = max(silent, close)
        elif mark in "([":
            opened.append(place)
            marks.append(place)
        elif mark in ")]":
            if opened and place - opened[-1] <= LONGEST_BRACKET:
                pairs[opened.pop()] = place
                marks.append(place)
            else:
                opened.clear()
    if not pairs:
        return pairs, [place for place in marks if text[place] not in "(["] if "(" in text or "[" in text else marks
    closing = set(pairs.values())
    return pairs, [place for place in marks if text[place] not in "([)]" or place in pairs or place in closing]


def near(clause: Span, place: int) -> Span:
    """A clause as far as the words of a number at a place may reach.

    >>> near((0, 1000), 500)
    (340, 660)
    """
    return max(clause[0], place - REACH), min(clause[1], place + REACH)
