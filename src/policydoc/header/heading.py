"""公文要素 of a notice, ready for the model."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple


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
