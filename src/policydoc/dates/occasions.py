"""事件: 汛期前, 国庆节前. An event of the calendar has a day, any other only its name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from policydoc.dates.calendar import day
from policydoc.dates.expressions import Expression
from policydoc.dates.limits import Deadline
from policydoc.dates.surroundings import Surroundings, is_reference
from policydoc.dates.vocabulary import event, may_name_event, phrases


def occasions(line: Surroundings, found: Sequence[Expression], year: int | None, issued_on: datetime.date | None) -> Iterator[Deadline]:
    """The deadlines by events of a line, with the year that stands before them.

    >>> [(str(due.last), due.note) for due in occasions(Surroundings("国庆节前开放,汛期前加固"), (), 2024, None)]
    [('2024-09-30', None), ('None', 'E003')]
    """
    if not may_name_event(line.text):
        return
    ends = {expression.end: expression for expression in found}
    plan = year or (issued_on.year if issued_on else None)
    for match in event().finditer(line.text):
        start, end = match.span()
        if line.named(start, end) or is_reference(line.before(start), line.after(end), firm=True):
            continue
        given = plan
        before = ends.get(start)
        if before is not None:
            start = before.start
            given = before.first.year if before.first else plan
            if before.earlier or (given and year and given < year):
                continue
        last = _eve(phrases()[match["event"]].day, given, named=before is not None) if given and not match["over"] else None
        yield Deadline(start, end, "event", None, last, "day", None, None if last else "E003")


def _eve(fixed: tuple[int, int] | None, year: int, *, named: bool) -> datetime.date | None:
    """The day before a fixed day; 元旦 alone is the one that ends the year."""
    if fixed is None:
        return None
    found = day(year + 1 if fixed == (1, 1) and not named else year, *fixed)
    return found - datetime.timedelta(days=1) if found and found > datetime.date.min else None
