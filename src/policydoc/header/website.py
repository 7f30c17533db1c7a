"""网站信息: the pairs of the website's block as metadata."""

from __future__ import annotations

import datetime
from typing import Any

from policydoc.parts.dateline import date_at
from policydoc.parts.site import Site
from policydoc.text.fold import fold

_DATES = frozenset({"issued_on", "published_on", "effective_on", "expires_on"})
_KEPT = frozenset(
    {"index_number", "subject_category", "document_number", "title", "issuer", "validity", "subject_terms", "publisher", "disclosure"}
)
Span = tuple[int, int]


def metadata(content: str, site: Site) -> tuple[dict[str, Any] | None, dict[str, Span], list[Span]]:
    r"""The metadata, where each value stands, and the spans of dates that no calendar has.

    >>> from policydoc.layout import lines
    >>> from policydoc.parts.site import site_block
    >>> text = "索 引 号：000123456/2024-00012\n发布日期：2024年2月10日"
    >>> metadata(text, site_block(lines(text)))[0]
    {'index_number': '000123456/2024-00012', 'published_on': datetime.date(2024, 2, 10)}
    """
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    impossible: list[Span] = []
    for pair in site.pairs:
        text = content[slice(*pair.span)].strip()
        if not text or pair.id in values:
            continue
        if pair.id in _DATES:
            found = date_at(fold("".join(text.split()) if len(text) < 24 and ":" not in fold(text) else text))
            date: datetime.date | None = found.date if found else None
            if found and date is None:
                impossible.append(pair.span)
            if date is not None:
                values[pair.id] = date
                spans[f"metadata.{pair.id}"] = pair.span
        elif pair.id in _KEPT:
            values[pair.id] = " ".join(text.split())
            spans[f"metadata.{pair.id}"] = pair.span
    return (values if site.pairs else None), spans, impossible
