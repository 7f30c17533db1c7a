"""Tasks: what is ordered, who answers for it, and by when."""

from __future__ import annotations

import datetime
from typing import Literal

from policydoc.model.fields import Model, Span

DutyRole = Literal["lead", "responsible", "support"]
DeadlineKind = Literal["by", "during", "recurring", "ongoing", "event", "unspecified"]
Precision = Literal["day", "month", "quarter", "half", "year", "plan"]


class Deadline(Model):
    """完成时限: a period resolves to its last day."""

    text: str
    span: Span
    kind: DeadlineKind
    start: datetime.date | None = None
    date: datetime.date | None = None
    """The last day, or null where the text names none."""
    precision: Precision = "day"
    stage: str | None = None
    """阶段: 基本完成, 开工 …"""
    inherited_from: str | None = None
    """Id of the section that states it, where that is not the task itself."""


class Responsibility(Model):
    """责任单位: the units of one role, as one place of the text names them."""

    role: DutyRole
    """牵头 lead, 责任 responsible, 配合 support."""
    units: tuple[str, ...]
    text: str
    span: Span
    inherited_from: str | None = None


class Task(Model):
    """任务: the lowest numbered item, paragraph or table row that orders something."""

    id: str
    key: str
    """Digest of the theme without years and 工程, 项目, 行动, 任务: matches the same theme in another year's plan."""
    part: str
    section: str | None
    path: tuple[str, ...]
    """Labels from the top of the part."""
    label: str | None
    ordinal: int | None
    title: str | None
    text: str
    span: Span
    responsibilities: tuple[Responsibility, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
