"""核对: what does not fit together in a header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.header.record import Record
from policydoc.parts import Part
from policydoc.parts.announcement import Announcement
from policydoc.parts.names import is_named
from policydoc.rules.diagnostics import diagnostic
from policydoc.text.fold import fold

Finding = dict[str, Any]


def check_header(record: Record) -> list[Finding]:
    """H001, H003, H006 of one header."""
    found: list[Finding] = []
    values, spans = record.values, record.spans
    if not any(values[name] for name in ("title", "document_number", "issuers", "issued_on", "recipients", "printed_by", "printed_on")):
        found.append(diagnostic("H001"))
    number, issued_on, printed_on = values["document_number"], record.issued_on, values["printed_on"]
    if number and number["year"] and issued_on and number["year"] != issued_on.year:
        related = [spans["issued_on"]] if "issued_on" in spans else []
        found.append(diagnostic("H003", number["span"], related, year=number["year"], issued_on=issued_on))
    found.extend(diagnostic("H006", span, reason=f"the calendar has no “{written}”") for span, written in record.impossible)
    if issued_on and printed_on and printed_on < issued_on:
        related = [spans["issued_on"]] if "issued_on" in spans else []
        found.append(
            diagnostic("H006", spans["printed_on"], related, reason=f"printed on {printed_on}, before it was issued on {issued_on}")
        )
    return found


def check_enclosures(parts: Sequence[Part], titles: Sequence[str], names: Sequence[str]) -> list[Finding]:
    """H004: an enclosed text that no name of the cover fits."""
    if not names or not parts or parts[0].kind != "cover":
        return []
    enclosed = [(part, title) for part, title in zip(parts, titles, strict=True) if part.kind == "enclosure" and title]
    if any(is_named(title, names) for _, title in enclosed) or not enclosed or any("等" in name for name in names):
        return []
    part, _ = enclosed[0]
    return [diagnostic("H004", part.title_spans[0], parts[0].title_spans, announced=names[0], enclosed=part.title)]


def check_attachments(announced: Announcement | None, record: Record, parts: Sequence[Part], titles: Sequence[str]) -> list[Finding]:
    """H005: an attachment that is announced and does not follow."""
    if announced is None:
        return []
    following = [title for part, title in zip(parts[1:], titles[1:], strict=True) if title]
    count = sum(part.kind in ("attachment", "enclosure") for part in parts[1:])
    spans = record.spans.get("attachments_announced", [])
    return [
        diagnostic("H005", span, title=name)
        for number, (name, span) in enumerate(zip(record.values["attachments_announced"], spans, strict=True), 1)
        if not is_named(fold(name), following) and count < number
    ]
