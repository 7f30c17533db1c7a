"""Where the plan came from and what was repaired on the way."""

from __future__ import annotations

from typing import Literal

from policydoc.model.fields import Model, Span

Script = Literal["Hans", "Hant", "mixed"]
Certainty = Literal["certain", "probable"]


class Producer(Model):
    """程序: what made this plan."""

    name: str
    version: str
    rules: str
    """Digest of the rule tables in use: two plans with the same version and digest were read by the same rules."""


class Source(Model):
    """来源: the file as it was given."""

    name: str | None
    """File name, or null for text given as a string."""
    sha256: str
    bytes: int
    media_type: str
    encoding: str | None
    """The encoding that decoded the bytes strictly; null for text given as a string."""
    script: Script
    """Simplified, Traditional or mixed characters. It says nothing about jurisdiction."""


class Edit(Model):
    """修复: one recorded repair of the decoded source. Putting `removed` back in place of `inserted` undoes it."""

    step: str
    span: Span
    """Where `inserted` stands in `text.content`."""
    removed: str
    inserted: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()


class Text(Model):
    """文本: the repaired text and the way back to the decoded source."""

    content: str | None
    """The repaired text; null when it was left out on request."""
    edits: tuple[Edit, ...] = ()
