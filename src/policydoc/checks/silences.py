"""空白: what a plan usually has and this one has not."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic


def check_silences(found: Found) -> Iterator[Entry]:
    """O001: no numbered item; D002: no task; N001: no target."""
    if not any(found.trees):
        yield diagnostic("O001")
    if not found.reading.tasks:
        yield diagnostic("D002")
    if not found.reading.targets:
        yield diagnostic("N001")
