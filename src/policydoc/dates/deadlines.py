"""完成时限: what a sentence sets as time limit for the thing it orders.

1. A period resolves to its last day: 9月底前 is 30 September.
2. Past dates, baselines, thresholds and dates of documents are no deadlines.
3. What names no last day (尽快, 每月, 汛期前, 三年内) keeps its words and has none.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from policydoc.dates.dated import dated
from policydoc.dates.expressions import expressions
from policydoc.dates.limits import Deadline
from policydoc.dates.occasions import occasions
from policydoc.dates.points import points
from policydoc.dates.recurrence import durations, open_times, recurring
from policydoc.dates.surroundings import Surroundings
from policydoc.dates.vocabulary import milestone

__all__ = ["Deadline", "deadlines"]


def deadlines(text: str, year: int | None = None, issued_on: datetime.date | None = None) -> list[Deadline]:
    """The deadlines of a folded line, in order: resolved against the plan year, else the year of issue.

    >>> [(due.stage, str(due.last)) for due in deadlines("确保6月底前基本完成,11月底前全面完工", 2024)]
    [('基本完成', '2024-06-30'), ('全面完工', '2024-11-30')]
    >>> [due.kind for due in deadlines("截至2023年底已建成8处,每月5日前报送进度", 2024)]
    ['recurring']
    """
    line = Surroundings(text)
    found = expressions(text, year, issued_on, line.breaks) if points(text) else []
    stated = [
        *recurring(line, year, issued_on),
        *open_times(line, year or (issued_on.year if issued_on else None)),
        *durations(line, issued_on),
        *occasions(line, found, year, issued_on),
        *dated(line, found, year, issued_on),
    ]
    return _staged(line, _apart(line, stated))


def _apart(line: Surroundings, stated: Sequence[Deadline]) -> list[Deadline]:
    """In order and without overlaps: of two that overlap the longer stands; 每年 and the date behind it are one, 年内持续推进 too."""
    kept: list[Deadline] = []
    for due in sorted(stated, key=lambda due: (due.start, due.start - due.end)):
        if kept and kept[-1].kind == "recurring" and due.kind in ("by", "during", "event") and _continues(line.text, kept[-1], due):
            kept[-1] = kept[-1]._replace(end=due.end, last=due.last if due.start <= kept[-1].end else kept[-1].last)
            continue
        if kept and due.kind == "ongoing" and due.start == kept[-1].end and kept[-1].kind == "during" and kept[-1].precision == "year":
            kept[-1] = kept[-1]._replace(end=due.end, kind="ongoing")
            continue
        if kept and due.start < kept[-1].end:
            if due.end - due.start > kept[-1].end - kept[-1].start:
                kept[-1] = due
            continue
        kept.append(due)
    return kept


def _continues(text: str, recurring: Deadline, due: Deadline) -> bool:
    """Whether a date belongs to 每年 before it: 每年上半年, 每年3月、9月."""
    if due.start <= recurring.end:
        return due.end > recurring.end
    return due.start == recurring.end + 1 and text[recurring.end] in "、和及" and text[recurring.end - 1] in "月日前底末"


def _staged(line: Surroundings, stated: Sequence[Deadline]) -> list[Deadline]:
    """Each with its milestone. A bare year before a smaller period of the same clause only says whose month it is."""
    result: list[Deadline] = []
    for index, due in enumerate(stated):
        after = line.after(due.end)
        following = stated[index + 1] if index + 1 < len(stated) else None
        if following is not None and following.start < due.end + len(after):
            if due.kind == "during" and due.precision == "year" and following.last and following.precision != "year":
                continue
            after = after[: following.start - due.end]
        if due.kind in ("by", "during", "event"):
            due = _at_stage(due, after)
        result.append(due)
    return result


def _at_stage(due: Deadline, after: str) -> Deadline:
    """With the milestone right behind the date, or at the end of its clause. 一季度启动 says when a thing begins, not by when it is done."""
    match = milestone().search(after)
    if match is None or (match.start() > 0 and len(after) - match.end() > 3):
        return due
    begins = due.kind == "during" and due.precision not in ("year", "plan") and match[0] == after and match["begin"] is not None
    return due._replace(stage=match[0], last=None if begins else due.last)
