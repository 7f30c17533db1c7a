"""修复记录: what was changed in a decoded text, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Certainty = Literal["certain", "probable"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: `inserted` stands at `start` to `end` of the content where the decoded text had `removed`."""

    step: str
    start: int
    end: int
    removed: str
    inserted: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text: its edits are in order and do not overlap; without edits `content` is the decoded text itself."""

    content: str
    edits: tuple[Edit, ...]
    diagnostics: list[dict[str, Any]]


def undo(content: str, edits: Iterable[Edit]) -> str:
    """The decoded text: every edit taken back.

    >>> undo("（二）公厕", [Edit("gbk-realign", 0, 3, "?。ǘ", "（二）", "probable")])
    '?。ǘ公厕'
    """
    pieces: list[str] = []
    here = 0
    for edit in edits:
        pieces += (content[here : edit.start], edit.removed)
        here = edit.end
    return "".join((*pieces, content[here:]))
