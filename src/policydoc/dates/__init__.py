"""dates: folded text → calendar dates and deadlines.

1. A date that does not exist in the calendar is no date.
2. A past date is no deadline; a period ends on its last day.
"""

from __future__ import annotations

from policydoc.dates.deadlines import Deadline, deadlines
from policydoc.dates.expressions import date_spans

__all__ = ["Deadline", "date_spans", "deadlines"]
