"""dates: folded text → calendar dates and deadlines.

1. A date that does not exist in the calendar is no date.
2. A deadline is resolved against the plan year; a period resolves to its last day.
3. A past date is never a deadline.
"""

from __future__ import annotations

from policydoc.dates.calendar import read_date
from policydoc.dates.deadlines import Due, find_due

__all__ = ["Due", "find_due", "read_date"]
