"""Targets (a number to be reached), goals (a commitment without one) and every other number of the text."""

from __future__ import annotations

from typing import Literal

from policydoc.model.fields import Model, Number, Span
from policydoc.model.task import Deadline

TargetKind = Literal["target", "milestone", "part", "facet"]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Dimension = Literal[
    "count",
    "place",
    "person",
    "person_time",
    "household",
    "length",
    "area",
    "volume",
    "mass",
    "energy",
    "capacity",
    "money",
    "ratio",
    "time",
    "data",
    "concentration",
]
Change = Literal["output", "level", "rise_to", "rise_by", "fall_to", "fall_by", "keep"]
Commitment = Literal["firm", "strive", "in_principle", "planned", "encourage"]
Binding = Literal["binding", "expected"]
GoalKind = Literal["coverage", "eliminate", "deferred"]
FigureKind = Literal[
    "target",
    "milestone",
    "part",
    "facet",
    "baseline",
    "achievement",
    "declared_count",
    "threshold",
    "standard",
    "rate",
    "funding",
    "date",
    "reference",
    "ordinal",
    "name",
    "score",
    "contact",
    "unknown",
]


class Quantity(Model):
    """数量: number, multiplier and unit as written; of a range the whole range."""

    text: str
    span: Span


class Baseline(Model):
    """基数: the value or period that a target is measured against (由…提高到, 比2020年)."""

    value: Number | None = None
    unit: str | None = None
    period: str | None = None
    text: str
    span: Span


class Target(Model):
    """目标: a number to be reached or delivered in the plan period."""

    id: str
    task: str | None
    """Id of its task; null where the number stands outside any task."""
    section: str | None
    part: str | None
    kind: TargetKind
    of: str | None = None
    """Id of the target that a part (其中), milestone or facet (涉及, 惠及) belongs to."""
    text: str
    """The clause that carries it."""
    span: Span
    quantity: Quantity
    action: str | None
    """动作 as written: 建成, 新建改造."""
    action_span: Span | None
    object: str | None
    """对象 as written: 安置房."""
    object_span: Span | None
    comparator: Comparator
    value: Number | None
    """The number with its multiplier applied; null for a range."""
    low: Number | None = None
    high: Number | None = None
    unit: str | None
    """计量单位, canonical and Simplified; as written (Simplified) where the table does not know it."""
    unit_text: str | None
    """As written, with its multiplier: 萬平方米."""
    dimension: Dimension | None
    base_value: Number | None = None
    """`value` in the base unit of `unit`: 3.2公里 is 3200, 15亩 10000, 35% 0.35; null for a range and where no factor is fixed."""
    base_unit: str | None = None
    """基本单位 of `base_value`: `m`, `m2`, `m3`, `kg`, `W`, `J`, `s`, `1`, `CNY` …, UCUM codes; pint reads `m2` as `m**2`, `V.A` as `V*A`."""
    change: Change
    per: str | None = None
    """每县, 每千人口 …"""
    baseline: Baseline | None = None
    commitment: Commitment | None = None
    binding: Binding | None = None
    deadlines: tuple[Deadline, ...] = ()


class Goal(Model):
    """无数值目标: 应保尽保 (coverage), 清零 (eliminate), 以上级下达为准 (deferred)."""

    id: str
    task: str | None
    section: str | None
    kind: GoalKind
    text: str
    span: Span


class Figure(Model):
    """数字: one number of the text and what it is."""

    text: str
    span: Span
    kind: FigureKind
    target: str | None = None
    """Id of the target that it carries."""
