"""日期时限: the dates and periods of a line that set a time limit.

By a day: 9月底前, 到2025年, 年末. During a period: 2024年, 一季度, 全年, where something is ordered behind it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydoc.dates.expressions import Expression
from policydoc.dates.limits import Deadline
from policydoc.dates.surroundings import Surroundings, is_reference, orders
from policydoc.dates.vocabulary import milestone
from policydoc.rules.verbs import verb_at

_BEFORE = re.compile(r"[之以]?前(?![期提后往沿置列茅瞻景款端身述年来几])夕?")
_WITHIN = re.compile(r"期间|以内|之内|内(?![部外容])")
_UNTIL = re.compile(r"(?:(?<![达得回高长加大降少升提])到|(?<![甚以乃及直])至|截[至止]到?)\Z")
_LABEL = re.compile(r"(?:时限|期限|时间|节点|进度|年限|周期|工期)(?:要求|安排)?:\Z")
_DATELINE = re.compile(r"(?:日期|时间|印发|发布|公布|签发):?[\t|]*\Z")
_LISTED = frozenset("、和及与")
_RELATIVE = ("当年", "次年", "翌年")
_QUOTA = re.compile(r"全年[^,。;]{0,4}?完成[^,。;]{1,40}任务")
"""全年完成30户改造任务 gives the year's share, not a day."""
_DONE = re.compile(r"[^。;]{0,24}?(?:已(?![有列纳批])|了[0-9]|以来)")
_TOLD = re.compile(r",[^。;]{0,24}?(?:印发|出台|召开|获批|荣获|被[评列授])|,[^。;]{0,30}?(?:已(?![有列纳批])|了[0-9])")


@dataclass(frozen=True, slots=True)
class _Reader:
    line: Surroundings
    year: int | None
    issued_on: datetime.date | None

    def past(self, last: datetime.date) -> bool:
        """Whether a day lies before the plan year."""
        plan = self.year or (self.issued_on.year if self.issued_on else None)
        return plan is not None and last.year < plan

    def due(self, expression: Expression) -> Deadline | None:
        """The deadline that an expression sets, if it sets one."""
        text, last = self.line.text, expression.last
        lead = _UNTIL.search(text, max(0, expression.start - 3), expression.start)
        close = _BEFORE.match(text, expression.end)
        within = _WITHIN.match(text, expression.end)
        start = lead.start() if lead else expression.start
        end = close.end() if close else within.end() if within else expression.end
        after = self.line.after(end)
        if expression.earlier or expression.season or is_reference(self.line.before(start), after, firm=close is not None):
            return None
        if last and self.past(last) and not (close and self._slip(expression, last, after)):
            return None
        if lead and lead[0].startswith("截") and (_DONE.match(text, end) or (last and self.issued_on and last <= self.issued_on)):
            return None
        if not (lead or close or expression.edge == "底"):
            return self._during(expression, start, end, after)
        if expression.precision == "day" and not close and (last is None or _fills(self.line, start, end) == "line"):
            return None
        strict = self._strictly(expression) if close else None
        return Deadline(start, end, "by", None, strict or last, expression.precision, None, "E002" if close and _loose(expression) else None)

    def _slip(self, expression: Expression, last: datetime.date, after: str) -> bool:
        """Whether a past date is ordered all the same: last year's number in this year's plan."""
        plan = self.year or (self.issued_on.year if self.issued_on else 0)
        return expression.dated and last.year == plan - 1 and (verb_at(after, 0, len(after)) is not None or milestone().match(after) is not None)

    def _strictly(self, expression: Expression) -> datetime.date | None:
        """9月前 is strictly the end of August, unless that lies behind us."""
        if not _loose(expression) or expression.first is None or expression.first == datetime.date.min:
            return None
        strict = expression.first - datetime.timedelta(days=1)
        return None if self.past(strict) or (self.issued_on and strict < self.issued_on) else strict

    def _during(self, expression: Expression, start: int, end: int, after: str) -> Deadline | None:
        """The deadline that a period sets: it fills its place, or something is ordered behind it."""
        text = self.line.text
        filled = _fills(self.line, start, end)
        mark = text[end : end + 1]
        vague = (text.startswith(_RELATIVE, start) and expression.whole and end == expression.end) or _QUOTA.match(text, start)
        vague = vague or (expression.precision == "plan" and text[end - 1] in "五”划")
        whole = expression.whole and not expression.ranged and expression.dated
        if filled:
            wanted = filled == "label" or (filled == "cell" and not text.startswith(("今年", "当年", "本年"), start))
            wanted = wanted or (filled == "bracket" and not expression.whole) or (filled == "line" and not expression.dated)
        elif mark and mark in ",:" and not after:
            wanted = expression.precision != "day" and not _TOLD.match(text, end)
        else:
            wanted = orders(after) if expression.precision != "day" else milestone().match(after) is not None
            wanted = wanted or (not whole and milestone().match(after) is not None) or (whole and text[start].isascii() and self.line.opens(start, end))
        if not wanted or vague or _DONE.match(after):
            return None
        if self.issued_on and expression.last and expression.last < self.issued_on:
            return None
        return Deadline(start, end, "during", expression.first, expression.last, expression.precision)


def _loose(expression: Expression) -> bool:
    """Whether 前 behind it may mean its first day or its last: 9月前, 二季度前, 2025年前."""
    return not expression.edge and not expression.partial and expression.precision in ("month", "quarter", "half", "year") and not expression.ranged


def _fills(line: Surroundings, start: int, end: int) -> str:
    """What a date fills: a table's "cell", a "bracket", the place behind a "label" or in a "dateline", the whole "line", or ""."""
    text = line.text
    if line.before(start) or line.after(end):
        return ""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _LABEL.search(text, max(0, start - 12), start):
        return "label"
    if _DATELINE.search(text, max(0, start - 8), start):
        return "dateline"
    if before in ("\t", "|") or after in ("\t", "|"):
        return "cell"
    if before == "(" and after in (")", ""):
        return "bracket"
    return "line" if not before and after in ("", "。") else ""


def dated(
    line: Surroundings, found: Sequence[Expression], year: int | None, issued_on: datetime.date | None
) -> Iterator[Deadline]:
    """The deadlines among the dates of a line; of a list (2024年、2025年) all are what the last is.

    >>> from policydoc.dates.expressions import expressions
    >>> line = Surroundings("2024年、2025年分别新建公厕3座、5座,比2023年多2座")
    >>> [str(due.last) for due in dated(line, expressions(line.text, 2024, None, []), 2024, None)]
    ['2024-12-31', '2025-12-31']
    """
    reader = _Reader(line, year, issued_on)
    accepted: list[Deadline] = []
    following: Expression | None = None
    taken = False
    for expression in reversed(found):
        due = None
        linked = following is not None and following.start - expression.end == 1 and line.text[expression.end] in _LISTED
        if not line.named(expression.start, expression.end):
            due = reader.due(expression)
            if due is None and linked and taken and expression.last and not expression.earlier and not reader.past(expression.last):
                kind = "by" if expression.edge == "底" else "during"
                first = None if expression.edge == "底" else expression.first
                due = Deadline(expression.start, expression.end, kind, first, expression.last, expression.precision)
        if due is not None:
            accepted.append(due)
        following, taken = expression, due is not None
    return reversed(accepted)
