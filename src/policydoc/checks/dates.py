"""日期先后: drafted, printed, published, in force, out of force: in this order."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic


def check_dates(found: Found) -> Iterator[Entry]:
    """H006: a day that no calendar has, or two dates in the wrong order; H008: in force before it was issued."""
    for span, written in found.heading.impossible:
        yield diagnostic("H006", span, reason=f"the calendar has no “{written}”")
    site, issued_on, printed_on = found.site, found.heading.issued_on, found.values["printed_on"]
    where = found.spans("issued_on")
    if issued_on and printed_on and printed_on < issued_on:
        reason = f"printed on {printed_on}, before it was issued on {issued_on}"
        yield diagnostic("H006", found.span("printed_on"), where, reason=reason)
    published_on = site.get("published_on")
    if issued_on and published_on and published_on < issued_on:
        reason = f"published on {published_on}, before it was issued on {issued_on}"
        yield diagnostic("H006", found.span("metadata.published_on"), where, reason=reason)
    effective_on, expires_on = site.get("effective_on"), site.get("expires_on")
    if effective_on and expires_on and expires_on <= effective_on:
        reason = f"out of force on {expires_on}, but in force from {effective_on}"
        yield diagnostic("H006", found.span("metadata.expires_on"), found.spans("metadata.effective_on"), reason=reason)
    if issued_on and effective_on and effective_on < issued_on:
        yield diagnostic("H008", found.span("metadata.effective_on"), where, effective_on=effective_on, issued_on=issued_on)
