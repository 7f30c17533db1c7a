"""The document's parts, their section trees, and the blocks that tile the text."""

from __future__ import annotations

from typing import Literal

from policydoc.model.fields import Model, Span
from policydoc.model.header import Header

PartKind = Literal["cover", "main", "enclosure", "attachment"]
OrdinalSource = Literal["printed", "inferred", "repaired"]
OriginUnit = Literal["line", "page", "paragraph", "row"]
BlockRole = Literal["header", "heading", "paragraph", "table", "contents", "furniture", "blank", "unread"]


class Section(Model):
    """层次: one numbered heading or item, or an unnumbered heading."""

    id: str
    """`p2/2.7`: ordinals from the top of the part; u1, u2 … where there is no number, ~2 for a repeated one."""
    level: int
    """1 = top of its part, by nesting."""
    label: str | None
    """结构层次序数 as printed: "（七）"."""
    ordinal: int | None
    ordinal_source: OrdinalSource
    title: str | None
    """The heading's words without label and final stop; null where the whole paragraph is one sentence."""
    span: Span
    """From the heading's first character to the section's last."""
    heading_span: Span
    sections: tuple[Section, ...] = ()


class Part(Model):
    """组成部分: the cover letter, the plan that it issues, an attachment."""

    id: str
    kind: PartKind
    title: str | None
    genre: str | None = None
    """方案, 计划, 要点 …"""
    plan_years: Span | None = None
    """First and last year that the plan covers."""
    span: Span
    header: Header | None = None
    """The inner header of a forwarded (转发) text."""
    sections: tuple[Section, ...] = ()


class Origin(Model):
    """出处: where in the file a block stood."""

    unit: OriginUnit
    """Lines of plain text, pages of a PDF or OFD file, paragraphs of a Word file, rows of a sheet."""
    first: int
    """From 1."""
    last: int
    sheet: str | None = None


class Block(Model):
    """文本块: a stretch of text with one role. Blocks tile the text."""

    span: Span
    role: BlockRole
    part: str | None = None
    section: str | None = None
    origin: Origin | None = None
    """Null where the file has no such places: a web page, a text given as a string without lines."""
