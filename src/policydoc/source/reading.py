"""读取结果: what the reader of one format gives."""

from __future__ import annotations

from typing import Any, NamedTuple

from policydoc.source.origin import Origin
from policydoc.text.edits import Edit

SAME = "〃"
"""同上: what readers put into the places of a row that a merged cell of a row above covers."""

MERGED = "merged-cell"
"""The step of the edits that put it in."""


class Reading(NamedTuple):
    """The text of a file as its reader gives it.

    >>> Reading("新建便民驿站8个。", "text/plain", "utf-8").edits
    ()
    """

    text: str
    media_type: str
    encoding: str | None = None
    """The encoding of the characters, where the format leaves it open."""
    edits: tuple[Edit, ...] = ()
    """What the file shows without writing it (numbers of a word processor): edits of `text`."""
    origins: tuple[Origin, ...] | None = None
    """Where the stretches of the text without those edits begin in the file; None where lines of the file are lines of the text."""
    diagnostics: tuple[dict[str, Any], ...] = ()
    """What a clerk should know of the file as such: pages without text, attachments (codes F…); without spans."""
