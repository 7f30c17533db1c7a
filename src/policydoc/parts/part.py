"""组成部分: one part of a file, as line indices."""

from __future__ import annotations

from typing import Literal, NamedTuple

Span = tuple[int, int]
Kind = Literal["cover", "main", "enclosure", "attachment"]


class Part(NamedTuple):
    """组成部分: a cover letter, a main text, an enclosed plan or an attachment; indices are half-open."""

    kind: Kind
    first: int
    last: int
    body_first: int
    """The body begins behind number, title, 题注 and recipients."""
    body_last: int
    """It ends before the list of attachments, signature, date, 附注 and imprint."""
    title: str | None
    title_spans: tuple[Span, ...]
    genre: str | None
    plan_years: tuple[int, int] | None
