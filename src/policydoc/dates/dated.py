"""日期时限: the dates and periods of a line that set a time limit.

By a day: 9月底前, 到2025年, 年末. During a period: 2024年, 一季度, 全年, where something is ordered behind it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydoc.dates.expressions import Expression
from policydoc.dates.limits import Deadline
from policydoc.dates.surroundings import Surroundings, aims, has_amount, is_reference, orders
from policydoc.dates.vocabulary import milestone
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import verb_at

_BEFORE = pattern(
    r"(?:\([^()]{1,6}\))?(?:(?:上午|下午|中午|晚上?)?(?:[0-9]{1,2}|零|二十四)(?::[0-9]{2}|[时点](?:[0-9]{1,2}分|整|半)?))?"
    r"(?:或?[之以]?前(?![期后往沿置列茅瞻景款端身述年来几]|提(?![供交升高出前])|[一二两三四五六半0-9]+(?:年|个月|项|名|位|批))夕?|止(?![步血痛损付]))"
)
_WITHIN = pattern(r"期间|以内|之内|内(?![部外容])")
_UNTIL = pattern(r"(?:(?<![达得回高长加大降少升提])到|(?<![甚以乃及直])至|截[至止]到?|不[迟晚]于|截止(?:日期|时间|日)[:为是])\Z")
_LABEL = pattern(
    r"(?:时限|期限|(?<!报名|会议|活动|公示|开放|培训|考试|办公|服务|营业|受理)时间|节点|进度|年限|周期|工期)(?:要求|安排)?(?:[:为]|\]:?)\Z"
)
_START_LABEL = pattern(r"(?:开工|启动|开始|动工|起始)(?:时间|日期|年月?):\Z")
_DATELINE = pattern(r"(?:日期|时间|印发|发布|公布|签发):?[\t|]*\Z")
_LISTED = frozenset("、和及与")
_RELATIVE = ("当年", "次年", "翌年")
_AHEAD = pattern(r"[^。;]{0,30}?(?:要|应|须|力争|确保|争取|全部|全面|不低于|不少于|控制在)")
_QUOTA = pattern(r"全年[^,。;]{0,4}?完成[^,。;]{1,40}任务")
"""全年完成30户改造任务 gives the year's share, not a day."""
_SHARE = pattern(r"(?:为|达到?)?[0-9]+(?:\.[0-9]+)?[万亿]?(?![0-9年月日.万亿])[^0-9,、。;:年月日]{1,2}?(?:[、(和及与]|\Z)")
"""其中2024年100张、2025年80张: the share of a year."""
_SHARED = pattern(r"(?:\A|\A其中|、|[和及])\Z")
_DONE = pattern(r"[^。;]{0,24}?(?:已(?![有列纳批])|了[0-9]|以来)")
_COMPARED = pattern(r"[^。;]{0,40}?同[期比]")
_TOLD = pattern(r",是|,[^。;]{0,24}?(?:印发|出台|召开|获批|荣获|被[评列授])|,[^。;]{0,30}?(?:已(?![有列纳批])|了[0-9])")


class _Reader(NamedTuple):
    line: Surroundings
    year: int | None
    issued_on: datetime.date | None

    def past(self, last: datetime.date) -> bool:
        """Whether a day lies before the plan year."""
        issued = self.issued_on.year if self.issued_on else None
        plan = issued if self.year is None or (issued and issued < self.year - 1) else self.year
        return plan is not None and last.year < plan

    def due(self, expression: Expression) -> Deadline | None:
        """The deadline that an expression sets, if it sets one."""
        text, last = self.line.text, expression.last
        lead = _UNTIL.search(text, max(0, expression.start - 6), expression.start)
        close = _BEFORE.match(text, expression.end)
        within = _WITHIN.match(text, expression.end)
        start = lead.start() if lead else expression.start
        end = close.end() if close else within.end() if within else expression.end
        after = self.line.after(end)
        if (
            expression.earlier
            or expression.season
            or is_reference(self.line.before(start), after, firm=close is not None, ranged=expression.ranged)
        ):
            return None
        if last and self.past(last) and not (close and self._slip(expression, last, after)):
            return None
        if lead and lead[0].startswith("截") and (_DONE.match(text, end) or (last and self.issued_on and last <= self.issued_on)):
            return None
        if lead and lead[0] in ("截至", "截止") and not (expression.whole or close or _AHEAD.match(text, end)):
            return None
        if not (lead or close or expression.edge == "底"):
            return self._during(expression, start, end, after)
        if (
            expression.precision == "day"
            and not close
            and not (lead and lead[0][-1] in ":为是")
            and _fills(self.line, start, end) == "line"
        ):
            return None
        strictly = close is not None and "或" not in close[0]  # 2025年或之前 has 2025 in it
        strict = self._strictly(expression) if strictly else None
        return Deadline(
            start, end, "by", None, strict or last, expression.precision, None, "E002" if strictly and _loose(expression) else None
        )

    def _slip(self, expression: Expression, last: datetime.date, after: str) -> bool:
        """Whether a past date is ordered all the same: last year's number in this year's plan."""
        plan = self.year or (self.issued_on.year if self.issued_on else 0)
        return (
            expression.dated
            and last.year == plan - 1
            and (verb_at(after, 0, len(after)) is not None or milestone().match(after) is not None)
        )

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
        mark = text[end + len(after) : end + len(after) + 1]
        if filled:
            wanted = _stands_alone(filled, expression)
        elif self.year and text[start].isdigit() and expression.whole and _SHARE.match(after) and _SHARED.search(self.line.before(start)):
            wanted = True
        elif mark and mark in ",:" and (not after or aims(after + mark)):
            wanted = (expression.precision != "day" or expression.ranged) and not _TOLD.match(text, end)
        else:
            wanted = self._ordered(expression, start, end, after)
        if not wanted or self._vague(expression, start, end, after) or _DONE.match(after):
            return None
        if not expression.whole and _COMPARED.match(text, end):
            return None
        if self.issued_on and expression.last and expression.last < self.issued_on:
            return None
        last = None if _START_LABEL.search(text, max(0, start - 8), start) else expression.last
        return Deadline(start, end, "during", expression.first, last, expression.precision)

    def _vague(self, expression: Expression, start: int, end: int, after: str) -> bool:
        """Whether a year is only a manner of speaking: 当年新增, 预计全年, 全年完成30户任务, “十四五”规划."""
        text = self.line.text
        if not expression.whole:
            return False
        if text.startswith("全年", start) and (after.startswith("预计") or text.endswith("预计", 0, start) or _QUOTA.match(text, start)):
            return True
        if expression.precision == "plan" and text[end - 1] in "五”划":
            return True
        return text.startswith(_RELATIVE, start) and end == expression.end

    def _ordered(self, expression: Expression, start: int, end: int, after: str) -> bool:
        """Whether something is ordered behind a period in its clause, or for a year at the head of its sentence further on."""
        text = self.line.text
        if expression.precision == "day" and not expression.ranged:
            return milestone().match(after) is not None
        if not (expression.whole and expression.dated and not expression.ranged):
            return orders(after) or milestone().match(after) is not None
        before = text[start - 1 : start]
        firm = text[end - 1] != "度" or has_amount(after) or before in ("于", "在")
        ahead = expression.last is not None and (self.year is None or expression.last.year > self.year)
        return (
            (firm and orders(after))
            or (ahead and before == "于" and not after.startswith("的"))
            or (text[start].isascii() and self.line.opens(start, end))
        )


def _loose(expression: Expression) -> bool:
    """Whether 前 behind it may mean its first day or its last: 9月前, 二季度前, 2025年前."""
    return (
        not expression.edge
        and not expression.partial
        and expression.precision in ("month", "quarter", "half", "year")
        and not expression.ranged
    )


def _stands_alone(filled: str, expression: Expression) -> bool:
    """Whether a period that fills its place is a deadline there: behind 完成时限, in a cell; a bare year not in a bracket, a date not on a line."""
    if filled == "bracket":
        return not expression.whole
    if filled == "line":
        return not expression.dated
    return filled in ("label", "cell")


def _fills(line: Surroundings, start: int, end: int) -> str:
    """What a date fills: a table's "cell", a "bracket", the place behind a "label" or in a "dateline", the whole "line", or ""."""
    text = line.text
    if line.after(end):
        return ""
    if _LABEL.search(text, max(0, start - 12), start):
        return "label"
    if line.before(start):
        return ""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _DATELINE.search(text, max(0, start - 8), start):
        return "dateline"
    if before in ("\t", "|") or after in ("\t", "|"):
        return "cell"
    if (before == "(" and after in (")", "")) or (before in (";", ",") and after == ")"):
        return "bracket"
    return "line" if not before and after in ("", "。") else ""


def dated(line: Surroundings, found: Sequence[Expression], year: int | None, issued_on: datetime.date | None) -> Iterator[Deadline]:
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
                due = Deadline(expression.start, expression.end, "during", expression.first, expression.last, expression.precision)
                due = due if expression.edge != "底" else due._replace(kind="by", first=None)
        if due is not None:
            accepted.append(due)
        following, taken = expression, due is not None
    return _alike(line.text, accepted[::-1])


def _alike(text: str, stated: Sequence[Deadline]) -> Iterator[Deadline]:
    """到2024年、2025年: the second is a day too."""
    before: Deadline | None = None
    for due in stated:
        if (
            before is not None
            and before.kind == "by"
            and due.kind == "during"
            and due.start == before.end + 1
            and text[before.end] in _LISTED
        ):
            due = due._replace(kind="by", first=None)
        yield due
        before = due
