"""dates: folded text → calendar dates.

1. A date that does not exist in the calendar is no date.
"""

from __future__ import annotations

from policydoc.dates.calendar import read_date

__all__ = ["read_date"]
