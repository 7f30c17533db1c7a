"""checks: what the rooms found, side by side → what does not fit together.

1. A check reads no text anew that a room has read; it compares.
2. One finding for one fact: its span is where a clerk would look, `related` leads to the other side.
3. Silence where the document leaves it open: 等, 约, 其余, a list that is kept elsewhere.
"""

from __future__ import annotations

from policydoc.checks.attachments import check_attachments
from policydoc.checks.bare import check_bare
from policydoc.checks.changes import check_changes
from policydoc.checks.counts import check_counts
from policydoc.checks.dates import check_dates
from policydoc.checks.document_numbers import check_document_numbers
from policydoc.checks.duplicates import check_duplicates
from policydoc.checks.elements import check_elements
from policydoc.checks.enclosures import check_enclosures
from policydoc.checks.fitness import check_fitness
from policydoc.checks.found import Entry, Found
from policydoc.checks.gaps import check_gaps
from policydoc.checks.issuers import check_issuers
from policydoc.checks.ladders import check_ladders
from policydoc.checks.lost import check_lost
from policydoc.checks.scripts import check_scripts
from policydoc.checks.silences import check_silences
from policydoc.checks.sums import check_sums
from policydoc.checks.years import check_years

__all__ = ["Found", "findings"]

_CHECKS = (
    check_elements,
    check_dates,
    check_years,
    check_document_numbers,
    check_issuers,
    check_enclosures,
    check_attachments,
    check_silences,
    check_counts,
    check_duplicates,
    check_gaps,
    check_sums,
    check_changes,
    check_ladders,
    check_fitness,
    check_bare,
    check_lost,
    check_scripts,
)


def findings(found: Found) -> list[Entry]:
    """Everything that the checks have to say about a document, check by check."""
    return [finding for check in _CHECKS for finding in check(found)]
