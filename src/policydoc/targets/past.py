"""既往成绩: numbers that report what was done; a plan's numbers stand beside them in reviews and preambles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.cues import cue_pattern
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.rules.verbs import verb_at
from policydoc.targets.adjuncts import skip
from policydoc.targets.clauses import Clauses, Place
from policydoc.targets.reviews import done_verbs, looks_ahead, reviewed

_DONE_BEHIND: Final = ("已", "的目标任务已", "全部办结", "全部完成", "全面完成", "均已", "如期完成", "顺利完成", "圆满")
_ALREADY: Final = ("已", "已经", "了")
_SCARCE: Final = ("仅", "仅有", "仅为", "只有")
"""仅12个: what is there, and too little."""
_REACH: Final = 16
_SHOWN: Final = 4
"""Characters up to the end of a word of the past that a reason quotes."""
_HEAD: Final = 4
_WEAK: Final = frozenset({"全年", "目标", "继续", "预期", "年内", "底前", "末前"})
"""Words of the future that a report holds as well: 高于12%的目标."""
_THIS_YEAR: Final = frozenset({"今年", "本年度", "年内"})
_LAST_YEAR: Final = ("去年", "上年", "前年", "上一年", "上年度", "上一年度")
"""去年全年: no word of the future."""
_SURE: Final = frozenset({"力争", "争取", "确保", "奋力", "努力", "底前", "末前", "到年底", "至年底", "下一步", "明年", "将", "要"})
_AT_LEAST: Final = ("至少", "最少", "不低于", "不少于", "必须", "须", "应")
"""至少完成全年任务的六成: an order."""
_BY: Final = ("到", "至")
_UNTIL_WORDS: Final = ("截至", "截止")
_STANDING: Final = ("现有", "原有")
_COUNTED = pattern(r"[0-9两三四五六七八九十百千万][个座处条家所栋台片块](?:以上)?\Z")
"""拆除5个|现有收费站: which ones are meant, no report."""
_REPUBLIC: Final = 1911
_YEAR = pattern(r"(?:19|20)[0-9]{2}(?![0-9])|(?:1[01]|9)[0-9](?=年)")
_FIVE_YEARS = pattern(r"“?(十[一二三四五]?五|九五)”?")
_LAST_YEARS: Final = {"九五": 2000, "十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
_ARABIC: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_COMPARED: Final = (*"比较与由从以在同超到至过于按照自对将为", "根据", "依据", "落实", "结合")
_PARTLY = pattern(r"季度|半年|月")
"""一季度…同比: what is compared with a part of the year is known already."""
_REPORTED = pattern(r"已|完成了|实现了")
_UNTIL = pattern(r"到?(20[0-9]{2})年(底|末|12月)?")
_OPENING = pattern(
    r"(?:^|(?<=[。;\t|]))[^,。;:0-9]{0,3}?(?:(?:去年|上一?年度?|过去的?[一两三四五]?年)(?=[,:全我])|[经据](?:初步|不完全)?(?:核算|统计|测算)(?=[,:]))"
)
"""去年: at the head of a paragraph."""
_REPORTS = pattern(r"[,:]|[全我本]|累计|共|实现|完成|建成|GDP|地区|一般公共|规[上模]|固定资产|城镇|农村居民")
"""2023年全县…, but 2023年启动的项目."""
_SO_FAR = pattern(r"[0-9年月日底末初上下旬,]{0,12}+")
"""截至今年3月底, 截至8月底,今年: this year as far as it is over."""
_SPAN_OF_YEARS = pattern(r"20[0-9]{2}(?:年)?(?:-|至|到|~)(20[0-9]{2})年?,?(?=[^的])")


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(cue_pattern("past", "role", role) for role in ("past", "compared", "closing", "progress", "future"))


class Past:
    """Which places of a line lie in a report; asked sentence by sentence.

    >>> line = "已建成驿站8处。力争建成驿站9处。"
    >>> clauses = Clauses(line)
    >>> past = Past(line, clauses, (), None)
    >>> [past.holds(start, start + 2, clauses.place(start)) for start in (6, 15)]
    [True, False]
    """

    def __init__(self, text: str, clauses: Clauses, dates: Sequence[Span], year: int | None) -> None:
        self.text, self.clauses, self.year = text, clauses, year
        self.done, self.compared, self.closing, self.progress, self.future = _cues()
        self.years = [(span, past) for span in dates if (past := self._is_past(span, year)) is not None] if year else []
        self._sentences: dict[Span, list[tuple[int, bool]]] = {}
        self._carried = self._carry()

    def _carry(self) -> list[Span]:
        """Where a past year at the head of a sentence holds on over the sentences behind it, until a word of the future."""
        opened = "去" in self.text or "上" in self.text or "经" in self.text or "据" in self.text
        heads = [match.end() for match in _OPENING.finditer(self.text)] if opened else []
        heads += reviewed(self.text, self.future)
        if not heads and not self.years:
            return []
        for (first, last), past in self.years:
            sentence = self.clauses.sentence(first)
            clause = self.clauses.clause(first)
            opens = first - sentence[0] <= _HEAD and self.text[last - 1 : last] == "年" and self.clauses.bracket(first) is None
            if past and opens and _REPORTS.match(self.text, last) and self.text.find("的", last, clause[1]) < 0:
                heads.append(last)
        ahead = [first for (first, _), past in self.years if not past]
        carried: list[Span] = []
        for head in sorted(heads):
            if carried and head < carried[-1][1]:
                continue
            rank = bisect_left(ahead, head)
            limit = ahead[rank] if rank < len(ahead) else len(self.text)
            ahead_of = self.future.finditer(self.text, head, limit)
            words = (match.start() for match in ahead_of if match[0] not in _WEAK and looks_ahead(self.text, match, head))
            end = next(words, limit)
            carried.append((head, end))
        return carried

    def _is_carried(self, start: int) -> bool:
        rank = bisect_right(self._carried, (start, len(self.text))) - 1
        return rank >= 0 and start < self._carried[rank][1]

    def _is_past(self, span: Span, year: int | None) -> bool | None:
        """Whether a date names a year before the plan's (2023年,…) or one of it; None where it does neither: 比2023年."""
        plan = _FIVE_YEARS.match(self.text, *span)
        if plan is not None and year is not None:
            return _LAST_YEARS[plan[1]] < year
        number = _YEAR.match(self.text[span[0] : span[0] + 5].translate(_ARABIC))
        if year is None or number is None:
            return None
        first = int(number[0]) + (_REPUBLIC if len(number[0]) < 4 else 0)
        if self.text.endswith(_COMPARED, 0, span[0]) and not self._is_span_passed(span[0], year):
            return False if first >= year and self.text.endswith(_BY, 0, span[0]) and not self._reports_until(span[0]) else None
        span_of_years = _SPAN_OF_YEARS.match(self.text, span[0])
        if span_of_years is not None and self.clauses.sentence(span[0])[0] >= span[0] - 1:
            return True if int(span_of_years[1]) < year else None  # 2018年至2022年,全市累计…
        if first < 1950 or any(character in "-~至到" for character in self.text[span[0] + number.end() : span[1]]):
            return None
        return first < year

    def _is_span_passed(self, place: int, year: int) -> bool:
        """从2012年到2021年,…: years that are all over."""
        found = _SPAN_OF_YEARS.match(self.text, place) if self.text.endswith("从", 0, place) else None
        return found is not None and int(found[1]) < year

    def promised(self, place: Place, stop: int) -> bool:
        """Whether a word of the future stands in the sentence before a number: 确保完成任务的80%."""
        bound = any(word in self.text[max(place.clause[0], stop - _REACH) : stop] for word in _AT_LEAST)
        return bound or any(match[0] in _SURE for match in self.future.finditer(self.text, place.sentence[0], stop))

    def _turns(self, sentence: Span) -> list[tuple[int, bool]]:
        """Where a sentence turns to the past (True) and to the future (False), in order."""
        known = self._sentences.get(sentence)
        if known is None:
            start, end = sentence
            known = []
            so_far = start
            for match in self.done.finditer(self.text, start, end):
                if self._is_due(match.end()) and match[0] in _UNTIL_WORDS:
                    continue
                if match[0] in _STANDING and _COUNTED.search(self.text, max(start, match.start() - 3), match.start()):
                    continue
                if match[0] in _UNTIL_WORDS and (until := _SO_FAR.match(self.text, match.end())):
                    so_far = until.end()
                known.append((match.end(), True))
                clause = self.clauses.clause(match.start())
                described = self.text.find("的", match.end(), clause[1])
                if described > 0 and _ordered(self.text, clause[0], match.start()):
                    known.append((described, False))  # 优化已建成驿站的服务,…: only describes
            known += [(place, True) for place in done_verbs(self.text, start, end)]
            compared = self._compared(start, end)
            if compared is not None:
                known.append((compared, True))
            years = [(last, past, first) for (first, last), past in self.years if start <= first < end]
            known += [(last, True) for last, past, first in years if past and (first - start <= _REACH or self._heads_clause(first, last))]
            closes = self._closes(start, end)
            if closes:
                known.append((start, True))
            over = {last for last, past, _ in years if past}
            if known:
                known += [
                    (match.end(), False)
                    for match in self.future.finditer(self.text, start, end)
                    if ((match.start() > so_far and not closes) or match[0] not in _THIS_YEAR)
                    and (
                        match[0] != "全年" or (match.start() - 1 not in over and not self.text.endswith(_LAST_YEAR, 0, match.start()))
                    )  # 2013年,全年实现
                ]
                known += [(last, False) for last, past, _ in years if not past]
                known.sort()
            self._sentences[sentence] = known
        return known

    def _heads_clause(self, first: int, last: int) -> bool:
        """本县有耕地3万亩,2022年农业产值…: a year that is over at the head of a clause."""
        return (
            self.text[first - 1 : first] == ","
            and self.text[last - 1 : last] in ("年", "度", "末", "底")
            and self.text[last : last + 1] != "的"
        )

    def _closes(self, start: int, end: int) -> bool:
        """Whether a sentence ends in words of a report: …,为发展提供了支撑; …,完成年度任务的62%, where nothing is promised."""
        if self.closing.search(self.text, start, end) is not None:
            return True
        if self.progress.search(self.text, start, end) is None:
            return False
        return not any(match[0] in _SURE for match in self.future.finditer(self.text, start, end))

    def _compared(self, start: int, end: int) -> int | None:
        """From where 同比 reports: with 已, or of a part of the year, where no word of the future stands before it."""
        match = self.compared.search(self.text, start, end)
        if match is None:
            return None
        ahead = {word[0] for word in self.future.finditer(self.text, start, match.start())}
        part = _PARTLY.search(self.text, start, match.start())
        if part is not None and not ahead - _THIS_YEAR:
            return part.end()  # 今年一季度
        return start if not ahead and _REPORTED.search(self.text, start, end) is not None else None

    def _reports_until(self, place: int) -> bool:
        return self.text.endswith(_UNTIL_WORDS, 0, place)

    def _is_due(self, place: int) -> bool:
        """截至2025年底: a date to come is a deadline."""
        due = _UNTIL.match(self.text, place)
        if due is None or self.year is None:
            return False
        return int(due[1]) > self.year or (int(due[1]) == self.year and due[2] is not None)

    def holds(self, start: int, after: int, place: Place) -> bool:
        """Whether the number at [start, after) reports what was reached already."""
        turns = self._turns(place.sentence)
        rank = bisect_right(turns, (start, True))
        if rank and turns[rank - 1][1]:
            turn = turns[rank - 1][0]
            return (
                by("past_word", True, (max(place.sentence[0], turn - _SHOWN), turn))
                if turn > place.sentence[0]
                else by("past_report", True)
            )
        if not rank and self._carried and self._is_carried(start):
            return by("past_carried", True)
        if self.text.startswith(_DONE_BEHIND, after) or self.text.endswith(_SCARCE, 0, start):
            return by("past_beside", True)
        if self.text[start - 1 : start] == "了" and self.text[start - 2 : start - 1] not in ("为", "除"):
            return by("past_beside", True)  # 新建了3座
        later = rank < len(turns) and turns[rank][1] and turns[rank][0] <= place.clause[1]
        behind = later and self.text.endswith(_ALREADY, 0, turns[rank][0])  # 12个项目已竣工
        return by("past_behind", True, (after, turns[rank][0])) if behind else False


def _ordered(text: str, start: int, stop: int) -> bool:
    """Whether an order stands at the head of a clause, before a place in it."""
    place = skip(text, start, stop, {}).place
    return place < stop and (text[place] in "对将把" or verb_at(text, place, stop) is not None)
