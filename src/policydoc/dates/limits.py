"""时限: one time limit of a folded line."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from policydoc.dates.points import Precision

Kind = Literal["by", "during", "recurring", "ongoing", "event", "unspecified"]


class Deadline(NamedTuple):
    """完成时限 of a folded line: a period resolves to its last day.

    >>> Deadline(0, 4, "by", None, datetime.date(2024, 9, 30), "month").last.isoformat()
    '2024-09-30'
    """

    start: int
    end: int
    kind: Kind
    first: datetime.date | None = None
    """First day of the period that is named."""
    last: datetime.date | None = None
    """Last day, or None where the words name none."""
    precision: Precision = "day"
    stage: str | None = None
    """阶段: 基本完成, 开工 …, folded."""
    note: str | None = None
    """Code of the diagnostic that goes with it."""
