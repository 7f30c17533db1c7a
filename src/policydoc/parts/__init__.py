"""parts: lines → cover letter, enclosed plan, attachments.

1. Parts cover all lines in order; the first of the next is the last of this one.
2. Title, number and recipients stand before a part's body, attachment list, signature, date and imprint behind it.
3. The website's block belongs to the head of the first part.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts.boundary import boundaries
from policydoc.parts.head import Head, live_lines, read_head
from policydoc.parts.management import only_manages
from policydoc.parts.part import Kind, Part
from policydoc.parts.rows import Rows, rows
from policydoc.parts.shape import is_item
from policydoc.parts.site import site_block
from policydoc.parts.tail import read_tail
from policydoc.parts.years import plan_years
from policydoc.rules.kinds import kind_at_end

__all__ = ["Part", "parts"]


def parts(content: str, lines: Sequence[Line], taken: Rows | None = None) -> list[Part]:
    r"""组成部分 of a notice, in reading order; `taken` are the rows of its lines, where the caller has them.

    >>> from policydoc.layout import lines
    >>> text = "云泽市民政局关于印发《云泽市2024年助餐方案》的通知\n请抓好落实。\n2024年3月5日\n云泽市2024年助餐方案\n新建助餐点8个。"
    >>> [(part.kind, part.title, part.plan_years) for part in parts(text, lines(text))]
    [('cover', '云泽市民政局关于印发《云泽市2024年助餐方案》的通知', (2024, 2024)), ('enclosure', '云泽市2024年助餐方案', (2024, 2024))]
    """
    taken = taken or rows(lines)
    read = taken.rows
    site = site_block(read)
    head = read_head(read, 0, len(read), site.lines)
    live = live_lines(read, head.body_first, len(read), site.lines, len(read))
    starts, covering = boundaries(read, head, live)
    firsts = [0, *(first for first, _ in starts)]
    lasts = [*firsts[1:], len(read)]
    kinds: list[Kind] = [_first_kind(read, head, covering, starts, lasts[0]), *(kind for _, kind in starts)]
    return [_part(content, taken, kind, first, last, site.lines) for kind, first, last in zip(kinds, firsts, lasts, strict=True)]


def _first_kind(lines: Sequence[Line], head: Head, covering: bool, starts: Sequence[tuple[int, Kind]], last: int) -> Kind:
    if head.marker is not None:
        return "attachment"
    if any(kind == "enclosure" for _, kind in starts):
        return "cover"
    numbered = any(is_item(lines[index].text) for index in range(head.body_first, last) if lines[index].role == "text")
    letter = covering and head.title is not None and (not numbered or only_manages(lines, head.body_first, last))
    return "cover" if letter else "main"


def _part(content: str, taken: Rows, kind: Kind, first: int, last: int, skipped: frozenset[int]) -> Part:
    read = taken.rows
    head = read_head(read, first, last, skipped)
    tail = read_tail(read, head.body_first, last, skipped)
    title = head.title
    folded = title.folded if title else ""
    found = kind_at_end(folded) if folded else None
    lines = [taken.line_of(row) for row in (first, last, head.body_first)]
    lines.append(taken.end_of(max(head.body_first, tail.body_last)))
    return Part(
        kind,
        lines[0],
        lines[1],
        max(lines[0], min(lines[2], lines[1])),
        max(lines[0], min(lines[3], lines[1])),
        title.written(content, read) if title else None,
        title.spans(read) if title else (),
        found.name if found else None,
        plan_years(folded) if folded else None,
    )
