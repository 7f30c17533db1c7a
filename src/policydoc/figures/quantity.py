"""数量: one number of a line with its multiplier, range, unit and the words that compare it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from policydoc.rules.units import Unit

Span = tuple[int, int]
OPEN: Final = "open"
"""The kind of a number of which the targets room decides."""


class Quantity(NamedTuple):
    """数量: one number, or one range, with its unit. All offsets are into the folded line."""

    start: int
    end: int
    """Number, multiplier and unit as written."""
    number_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    unit_start: int
    """Where the unit as written begins, its multiplier included; `end` where there is none."""
    comparator: str
    before: int
    """Where the words between verb and number begin: comparator (不低于), denominator (每千人), base (2020年的)."""
    after: int
    """Where the comparing words behind the unit end."""
    per: Span | None = None
    """每千人 right before the number."""
    base: Span | None = None
    """2020年的 before 3倍: what it is a multiple of."""
    unknown_unit: str = ""
    """A measure word that the table does not know."""
    problem: str = ""
    """Why the number was not read."""
    doubling: bool = False
    """翻番."""
    dated: bool = False
    """The whole of a date: 2024年9月底前."""

    @property
    def read(self) -> bool:
        """Whether there is a value."""
        return self.value is not None or (self.low is not None and self.high is not None)

    @property
    def unit_name(self) -> str | None:
        """The canonical unit."""
        return self.unit.canonical if self.unit else self.unknown_unit or None

    @property
    def dimension(self) -> str | None:
        """The unit's dimension."""
        return self.unit.dimension if self.unit else None

    @property
    def counts(self) -> bool:
        """Whether it counts things, places, people or households rather than measuring them."""
        return self.unit is not None and self.unit.dimension in COUNTING


COUNTING = frozenset({"count", "place", "person", "household", "person_time"})
