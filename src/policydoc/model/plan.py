"""The whole answer: one plan."""

from __future__ import annotations

from typing import Literal

from policydoc.model.fields import Model, Span
from policydoc.model.header import Header
from policydoc.model.part import Block, Part
from policydoc.model.source import Producer, Source, Text
from policydoc.model.target import Figure, Goal, Target
from policydoc.model.task import Task

Severity = Literal["info", "warning", "error"]
Blame = Literal["draft", "file", "parser"]


class Citation(Model):
    """引用: another document named by its number or 《title》."""

    title: str | None
    document_number: str | None
    text: str
    span: Span


class Diagnostic(Model):
    """诊断: what a clerk should look at. `policydoc explain CODE` tells more."""

    code: str
    severity: Severity
    blame: Blame
    """Who can mend it: the drafter, whoever handled the file, or this parser."""
    message: str
    span: Span | None = None
    related: tuple[Span, ...] = ()


class Plan(Model):
    """计划: everything that was read from one notice, contract 1.0."""

    schema_version: Literal["1.0"]
    id: str
    """16 hex digits; the same for the same document however its file was copied."""
    producer: Producer
    source: Source
    text: Text
    header: Header
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    goals: tuple[Goal, ...]
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]
    diagnostics: tuple[Diagnostic, ...]
