"""The elements of a notice's head and tail (GB/T 9704-2012, 党政机关公文处理工作条例)."""

from __future__ import annotations

import datetime
from typing import Literal

from policydoc.model.fields import Model, Span

Disclosure = Literal["open", "on_request", "partial", "closed"]


class DocumentNumber(Model):
    """发文字号: agency code, year and serial, as 国办发〔2024〕7号."""

    text: str
    """Normalised: 〔〕 around the year, no spaces, 号 at the end."""
    written: str
    """As printed."""
    agency_code: str
    """机关代字."""
    year: int | None
    serial: int
    span: Span


class Metadata(Model):
    """网站信息: the key-value block that a government site prints around the text."""

    index_number: str | None = None
    """索引号."""
    subject_category: str | None = None
    """主题分类."""
    document_number: str | None = None
    """发文字号 as the site gives it."""
    title: str | None = None
    """标题 as the site gives it."""
    issuer: str | None = None
    """发文机关 as the site gives it."""
    issued_on: datetime.date | None = None
    """成文日期."""
    published_on: datetime.date | None = None
    """发布日期."""
    effective_on: datetime.date | None = None
    """生效日期, 施行日期."""
    expires_on: datetime.date | None = None
    """失效日期, 废止日期."""
    validity: str | None = None
    """有效性."""
    subject_terms: str | None = None
    """主题词."""
    publisher: str | None = None
    """信息来源."""
    disclosure: str | None = None
    """公开方式."""


class Header(Model):
    """公文要素: absent elements are null, lists that were looked for and not found are empty."""

    document_number: DocumentNumber | None = None
    """发文字号."""
    joint_numbers: tuple[DocumentNumber, ...] = ()
    """联合发文字号: the further numbers of a joint issue."""
    title: str | None = None
    """标题, its lines joined."""
    document_kind: str | None = None
    """文种: one of the fifteen statutory kinds, or 方案, 报告, 规划, 办法 … where the document itself is one."""
    issuers: tuple[str, ...] = ()
    """发文机关: the signature, else the metadata, else the title's prefix."""
    recipients: tuple[str, ...] = ()
    """主送机关."""
    issued_on: datetime.date | None = None
    """成文日期."""
    printed_by: str | None = None
    """印发机关."""
    printed_on: datetime.date | None = None
    """印发日期."""
    copied_to: tuple[str, ...] = ()
    """抄送机关."""
    signatory: str | None = None
    """签发人."""
    urgency: str | None = None
    """紧急程度."""
    classification: str | None = None
    """密级和保密期限."""
    annotations: tuple[str, ...] = ()
    """附注, without its brackets."""
    disclosure: Disclosure | None = None
    """公开属性, read from the annotations."""
    copy_number: str | None = None
    """份号."""
    subject_terms: tuple[str, ...] = ()
    """主题词 (before 2012)."""
    attachments_announced: tuple[str, ...] = ()
    """附件说明."""
    metadata: Metadata | None = None
    """网站信息, where the page printed such a block."""
    spans: dict[str, Span | tuple[Span, ...]] = {}
    """Where each field stands; a list field has a list of spans."""
