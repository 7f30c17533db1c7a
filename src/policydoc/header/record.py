"""The fields of one header while they are collected."""

from __future__ import annotations

import datetime
from typing import Any

Span = tuple[int, int]
_LISTS = ("joint_numbers", "issuers", "recipients", "copied_to", "annotations", "subject_terms", "attachments_announced")
_SINGLE = (
    "document_number",
    "title",
    "document_kind",
    "issued_on",
    "printed_by",
    "printed_on",
    "signatory",
    "urgency",
    "classification",
    "disclosure",
    "copy_number",
    "metadata",
)


class Record:
    """公文要素 as found so far; what was not found is None or an empty list.

    >>> record = Record()
    >>> record.add("issuers", "云泽市民政局", (20, 26))
    >>> record.header()["issuers"], record.header()["spans"]
    (['云泽市民政局'], {'issuers': [(20, 26)]})
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = dict.fromkeys(_SINGLE) | {name: [] for name in _LISTS}
        self.spans: dict[str, Any] = {}
        self.impossible: list[tuple[Span, str]] = []
        """Dates that no calendar has: span and words."""

    def put(self, name: str, value: Any, span: Span | None, *, written: str = "") -> None:
        """Fills a single field; a date that is None goes to `impossible`."""
        if value is None:
            if span is not None and written:
                self.impossible.append((span, written))
            return
        self.values[name] = value
        if span is not None:
            self.spans[name] = span

    def add(self, name: str, value: Any, span: Span) -> None:
        """Adds to a list field."""
        self.values[name].append(value)
        self.spans.setdefault(name, []).append(span)

    @property
    def issued_on(self) -> datetime.date | None:
        """成文日期."""
        found: datetime.date | None = self.values["issued_on"]
        return found

    def header(self) -> dict[str, Any]:
        """The header in the shape of the contract."""
        return {**self.values, "spans": dict(self.spans)}
