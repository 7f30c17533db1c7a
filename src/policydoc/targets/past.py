"""既往成绩: numbers that report what was done; a plan's numbers stand beside them in reviews and preambles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.cues import cue_pattern
from policydoc.targets.clauses import Clauses

_DONE_BEHIND: Final = ("已", "的目标任务已", "全部办结", "全部完成", "全面完成", "均已", "如期完成", "顺利完成", "圆满")
_REACH: Final = 16
_COMPARED: Final = ("比", "较", "与", "由", "从", "以", "在", "同", "超", "到", "至", "过", "于")


class Past:
    """Which places of a line lie in a report; asked sentence by sentence.

    >>> line = "已建成驿站8处。力争建成驿站9处。"
    >>> past = Past(line, Clauses(line), (), None)
    >>> past.holds(7, 8), past.holds(16, 17)
    (True, False)
    """

    def __init__(self, text: str, clauses: Clauses, dates: Sequence[Span], year: int | None) -> None:
        self.text, self.clauses = text, clauses
        self.done = cue_pattern("past", "role", "past")
        self.future = cue_pattern("past", "role", "future")
        self.years = [span for span in dates if self._is_past(span, year)] if year else []
        self._sentences: dict[Span, list[tuple[int, bool]]] = {}

    def _is_past(self, span: Span, year: int | None) -> bool:
        """Whether a date names a year before the plan's: 2023年,…, not 比2023年."""
        start = span[0]
        digits = self.text[start : start + 4]
        if year is None or len(digits) < 4 or not digits.isascii() or not digits.isdigit() or not 1900 < int(digits) < year:
            return False
        other = self.text[start + 4 : span[1]]
        return not self.text.endswith(_COMPARED, 0, start) and not any(character in "-~至到" for character in other)

    def _turns(self, sentence: Span) -> list[tuple[int, bool]]:
        """Where a sentence turns to the past (True) and to the future (False), in order."""
        known = self._sentences.get(sentence)
        if known is None:
            start, end = sentence
            known = [(match.end(), True) for match in self.done.finditer(self.text, start, end)]
            known += [(last, True) for first, last in self.years if start <= first < end and first - start <= _REACH]
            if known:
                known += [(match.end(), False) for match in self.future.finditer(self.text, start, end)]
                known.sort()
            self._sentences[sentence] = known
        return known

    def holds(self, start: int, after: int) -> bool:
        """Whether the number at [start, after) reports what was reached already."""
        turns = self._turns(self.clauses.sentence(start))
        rank = bisect_right(turns, (start, True))
        if rank and turns[rank - 1][1]:
            return True
        if self.text.startswith(_DONE_BEHIND, after):
            return True
        return rank < len(turns) and turns[rank][1] and turns[rank][0] <= self.clauses.clause(start)[1]  # 12个项目已竣工
