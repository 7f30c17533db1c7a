"""公文要素 of a notice, ready for the model."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

Span = tuple[int, int]


class Heading(NamedTuple):
    """The header of the first document, inner headers of forwarded ones, and what follows from them."""

    header: dict[str, Any]
    inner: dict[int, dict[str, Any]]
    """Index of the part → the header of a forwarded (转发) text."""
    year: int | None
    """The year that dates without one belong to."""
    issued_on: datetime.date | None
    citations: list[dict[str, Any]]
    diagnostics: list[dict[str, Any]]
    enclosed: Sequence[str]
    """印发对象: the folded names that the cover gives to what it hands on."""
    impossible: Sequence[tuple[Span, str]]
    """Dates that no calendar has: place and words."""
