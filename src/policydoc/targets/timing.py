"""目标时限: which of a line's deadlines belong to which of its targets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from policydoc.dates.deadlines import Deadline
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.targets.clauses import Clauses
from policydoc.targets.statement import Statement

_TURNS = ("到", "至", "力争", "截至", "20", "今年", "本年", "全年", "年内", "“十", "二〇", "期末")
_AMOUNT = pattern(r"[0-9][0-9.]*")
_COUNTED = pattern(r"[0-9][0-9.]*[^0-9,、。;:()]{1,8}\Z")
_SENTENCE = pattern(r"[。;]")
_TITLE: Final = 24
"""A title may end in 。 before the first sentence."""
_REACHED: Final = ("达", "提", "降", "增", "升", "为")
_NEAR: Final = 6
_LOOKED_AT: Final = 200
"""Deadlines before a sentence, the nearest first: more stand in no paragraph."""
_START = attrgetter("start")
_DONE = pattern(r"(?:全部|全面|基本)?(?:完成|完工|竣工|建成|投用|交付|到位|建成投用|投入使用|竣工验收)(?:任务|建设|建设任务|施工)?")
_WHEN: Final = frozenset({"", "于", "在", "并于", "确保", "力争", "确保在", "力争在"})
_OPENS = frozenset(",:;。.)”\t|")


def own(line: str, statement: Statement, deadlines: Sequence[Deadline], clauses: Clauses, floor: int = 0) -> list[Deadline]:
    """The deadlines of one statement: of its sentence, before it or else behind it; or the year that a sentence before it set.

    `floor` is where the item begins in which the statement stands: what an earlier item of the line says does not count.
    """
    if not deadlines:
        return []
    start, end = clauses.sentence(statement.quantity.start)
    number = statement.quantity.start
    every = deadlines
    last = bisect_left(every, end, key=_START)
    deadlines = every[bisect_left(every, start, key=_START) : last]
    aside = {deadline: place for deadline in deadlines if (place := _counted(line, deadline)) >= 0}
    noted = [deadline for deadline, place in aside.items() if statement.quantity.start <= place < statement.quantity.end]
    if noted:
        return by("due_bracket", noted)
    before = [
        deadline
        for deadline in deadlines
        if start <= deadline.start
        and deadline.end <= number
        and deadline not in aside
        and (deadline.kind != "recurring" or clauses.clause(deadline.start)[1] >= number)
    ]
    later = bool(before) and deadlines[-1].start >= statement.quantity.end
    closing = _closing(line, clauses, statement.quantity.end, deadlines, end) if later else None
    if closing is not None and clauses.clause(before[-1].start)[1] < statement.place.clause[0] and closing not in aside:
        return by("due_behind", [closing], (closing.start, closing.end))
    if before:
        run = [before[-1]]
        while len(run) < len(before) and _together(line, before[-len(run) - 1], run[0]):
            run.insert(0, before[-len(run) - 1])
        return by("due_before", _paired(line, run, number), (run[0].start, run[-1].end))
    behind: list[Deadline] = []
    for deadline in deadlines:
        if statement.quantity.end <= deadline.start < end and deadline.kind in ("by", "during", "event") and deadline not in aside:
            if _AMOUNT.search(line, deadline.end, clauses.clause(deadline.start)[1]) is not None:
                break  # of another number
            behind.append(deadline)
    if behind:
        return by("due_behind", behind, (behind[0].start, behind[-1].end))
    for deadline in every[max(bisect_left(every, floor, key=_START), last - _LOOKED_AT) : last][::-1]:
        if deadline.end <= start and _sets_period(line, deadline) and (_opens_list(line, deadline) or _opens(line, floor, deadline.start)):
            return by("due_period", [deadline], (deadline.start, deadline.end))
    return []


def _closing(line: str, clauses: Clauses, place: int, deadlines: Sequence[Deadline], end: int) -> Deadline | None:
    """The date of a clause that only says when what stands before it is done: 清淤沟渠3公里,由水利局负责,8月底前完成."""
    for deadline in deadlines:
        if place <= deadline.start < end and deadline.kind == "by":
            clause = clauses.clause(deadline.start)
            alone = _DONE.fullmatch(line, deadline.end, clause[1]) is not None and line[clause[0] : deadline.start] in _WHEN
            return deadline if alone and _AMOUNT.search(line, place, clause[0]) is None else None
    return None


def _counted(line: str, deadline: Deadline) -> int:
    """Where the amount stands that a bracket right behind it dates: 公厕8座(6月底前)、公园2个(9月底前); -1 for any other date."""
    if line[deadline.start - 1 : deadline.start] != "(" or not line.startswith((")、", ")和", ")及", "),"), deadline.end):
        return -1
    counted = _COUNTED.search(line, max(0, deadline.start - 16), deadline.start - 1)
    return counted.start() if counted else -1


def _paired(line: str, dates: list[Deadline], number: int) -> list[Deadline]:
    """2023年、2024年分别建成10个、20个: the n-th number has the n-th date."""
    word = line.find("分别", dates[-1].end, min(number, dates[-1].end + _NEAR)) if len(dates) > 1 else -1
    if word < 0:
        return dates
    rank = len(_AMOUNT.findall(line, word, number))
    return [dates[rank]] if rank < len(dates) else dates


def _opens_list(line: str, deadline: Deadline) -> bool:
    """Whether a date opens the list behind a colon: 目标是:到2025年,…, but no row of years: 比例:2024年达到10%,2025年…."""
    lead = line[deadline.start - 1 : deadline.start] == ":"
    return lead and (line[deadline.end : deadline.end + 1] in (",", ":") or not line.startswith("20", deadline.start))


def _opens(line: str, floor: int, start: int) -> bool:
    """Whether a date stands in the first sentence of its item, a title aside."""
    if line[start - 1 : start] == ";":
        return False  # 到2025年,…;到2030年,…
    if line[start - 1 : start] in ("\t", "|"):
        return True  # a cell of its own
    return _SENTENCE.search(line, floor + _TITLE, max(floor + _TITLE, start - 1)) is None


def _sets_period(line: str, deadline: Deadline) -> bool:
    """Whether a deadline opens a clause with the year that holds for the sentences behind it: 到2025年,…. 今年主要目标是:全年….

    >>> from policydoc.dates import deadlines
    >>> line = "到2025年,森林覆盖率达到40%。新增造林3万亩。"
    >>> [_sets_period(line, due) for due in deadlines(line, 2024, None)]
    [True]
    """
    if deadline.kind not in ("by", "during") or deadline.precision not in ("year", "plan"):
        return False
    lead = line[deadline.start - 1 : deadline.start]
    row = lead == "," and line[deadline.end : deadline.end + 1] not in (",", ":")
    if (row or (lead == ":" and line.startswith(_REACHED, deadline.end))) and line.startswith("20", deadline.start):
        return False  # 2024年达到30%,2025年达到40%
    return line.startswith(_TURNS, deadline.start) and (deadline.start == 0 or line[deadline.start - 1] in _OPENS)


def _together(line: str, deadline: Deadline, last: Deadline) -> bool:
    """Whether two deadlines stand in one clause: 2024年、2025年."""
    return deadline is last or not set(line[deadline.end : last.start]) - set("、和及,至")
