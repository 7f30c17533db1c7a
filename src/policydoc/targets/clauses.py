"""分句: sentences and clauses of a folded line, brackets and quotations kept whole."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_OPEN, _CLOSE = "([《“", ")]》”"
_SENTENCE = "。;!?"
_CLAUSE = ",:。;!?\t|"
LONGEST_BRACKET = 400


@dataclass(frozen=True)
class Clauses:
    """Where the sentences and clauses of one line end.

    >>> clauses = Clauses("新建公厕3座(其中北溪区2座,青岭县1座),改造5座。")
    >>> clauses.text[slice(*clauses.clause(4))], clauses.text[slice(*clauses.clause(11))]
    ('新建公厕3座(其中北溪区2座,青岭县1座)', '其中北溪区2座')
    """

    text: str

    @cached_property
    def _marks(self) -> tuple[list[int], list[int], list[tuple[int, int]]]:
        """Sentence ends and clause ends outside brackets, and the brackets with their content."""
        text = self.text
        sentences: list[int] = []
        clauses: list[int] = []
        brackets: list[tuple[int, int]] = []
        stack: list[int] = []
        quote = -1
        for place, mark in enumerate(text):
            if mark in "([":
                stack.append(place)
            elif mark in ")]":
                if stack:
                    brackets.append((stack.pop() + 1, place))
            elif mark == "“":
                quote = place
            elif mark == "”":
                quote = -1
            elif mark in _CLAUSE or (mark == "." and self._stop(place)):
                if quote >= 0 and place - quote < 60 and "”" in text[place : place + 60]:
                    continue
                clauses.append(place)
                if mark in _SENTENCE or mark in ".\t|":
                    sentences.append(place)
        brackets.sort()
        return sentences, clauses, brackets

    def _stop(self, place: int) -> bool:
        """Whether a point ends a sentence: it stands for a lost 。"""
        before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
        return not before.isascii() and not (after.isascii() and after.isalnum())

    def bracket(self, place: int) -> tuple[int, int] | None:
        """The content of the innermost round or square bracket around a place."""
        brackets = self._marks[2]
        index = bisect_right(brackets, (place, len(self.text))) - 1
        for start, end in reversed(brackets[max(0, index - 8) : index + 1]):
            if start <= place < end and end - start <= LONGEST_BRACKET:
                return start, end
        return None

    def _between(self, ends: list[int], place: int) -> tuple[int, int]:
        bracket = self.bracket(place)
        low, high = bracket or (0, len(self.text))
        start, end = low, high
        index = bisect_right(ends, place)
        for mark in reversed(ends[:index]):
            if mark < low:
                break
            if self.bracket(mark) == bracket:
                start = mark + 1
                break
        for mark in ends[index:]:
            if mark >= high:
                break
            if self.bracket(mark) == bracket:
                end = mark
                break
        return start, end

    def clause(self, place: int) -> tuple[int, int]:
        """The clause around a place, without its final mark."""
        return self._between(self._marks[1], place)

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a place, without its final mark."""
        return self._between(self._marks[0], place)
