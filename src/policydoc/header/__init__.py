"""header: head and tail of the parts → 公文要素.

1. Every value is a stretch of the text and has a span; absent is None, a list that was looked for and not found is empty.
2. The signature counts before the website's block, that before the title's prefix.
3. No year is guessed: title, preamble, number, date or publication name it, or there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.header.citations import read_citations
from policydoc.header.fields import read_fields
from policydoc.header.heading import Heading
from policydoc.header.imprint import read_imprint
from policydoc.header.year import plan_year
from policydoc.layout import Line
from policydoc.parts import Part
from policydoc.parts.head import Head, read_head
from policydoc.parts.names import enclosed_names
from policydoc.parts.rows import Rows, rows
from policydoc.parts.site import site_block
from policydoc.parts.tail import Tail, read_tail

__all__ = ["Heading", "headings"]


def headings(content: str, lines: Sequence[Line], parts: Sequence[Part], taken: Rows | None = None) -> Heading:
    r"""公文要素 of the notice whose parts these are; `taken` are the rows of its lines, where the caller has them.

    >>> from policydoc.layout import lines
    >>> from policydoc.parts import parts
    >>> text = "云政办发〔2024〕6号\n云泽市人民政府办公室关于做好助餐工作的通知\n各县人民政府：\n请抓好落实。\n云泽市人民政府办公室\n2024年3月5日"
    >>> found = headings(text, lines(text), parts(text, lines(text)))
    >>> found.header["document_number"]["text"], found.header["recipients"], found.issued_on.isoformat(), found.year
    ('云政办发〔2024〕6号', ['各县人民政府'], '2024-03-05', 2024)
    """
    taken = taken or rows(lines)
    read = taken.rows
    site = site_block(read)
    ends = [(taken.first_of(part.first), taken.first_of(part.last)) for part in parts]
    heads = [read_head(read, first, last, site.lines) for first, last in ends]
    tails = [read_tail(read, head.body_first, last, site.lines) for head, (_, last) in zip(heads, ends, strict=True)]
    titles = [head.title.folded if head.title else "" for head in heads]
    record, findings = read_fields(content, read, heads[0], tails[0], site)
    for tail in tails[1:]:
        if tail.imprint and not record.values["printed_on"]:
            read_imprint(content, read, tail.imprint, record)
    inner = {
        index: found
        for index, part in enumerate(parts)
        if index and part.kind != "attachment" and (found := _inner(content, read, heads[index], tails[index], titles[0])) is not None
    }
    number = record.values["document_number"]
    published = (record.values["metadata"] or {}).get("published_on")
    opening = [index for index in range(heads[0].body_first, ends[0][1]) if read[index].role == "text"]
    names = enclosed_names(titles[0] or None, read, opening)
    numbers = [number["text"]] if number else []
    numbers += [other["text"] for other in record.values["joint_numbers"]]
    return Heading(
        record.header(),
        inner,
        plan_year(lines, parts, titles, number["year"] if number else None, record.issued_on, record.values["printed_on"], published),
        record.issued_on,
        read_citations(content, lines, [(part.body_first, part.body_last) for part in parts], [*filter(None, titles)], numbers),
        findings,
        names,
        record.impossible,
    )


def _inner(content: str, lines: Sequence[Line], head: Head, tail: Tail, cover: str) -> dict[str, Any] | None:
    """The header of a forwarded text: one that has a number or recipients of its own, or that a 转发 notice hands on."""
    signed = tail.date is not None or head.undersigned
    if not (head.numbers or head.recipients or (signed and any(verb in cover for verb in ("转发", "批转")))):
        return None
    record, _ = read_fields(content, lines, head, tail, None)
    return record.header()
