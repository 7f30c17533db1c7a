"""字体: Simplified, Traditional or mixed characters."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Literal

from policydoc.text.fold import fold_table

SHARE = 0.1
"""Above this share of the other script a text is mixed."""


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that are folded away, and what they are folded to: Traditional, Simplified (some of them Traditional too)."""
    table = {old: new for old, new in fold_table().items() if old >= 0x3400 and new >= 0x3400}
    simplified = {chr(new) for new in table.values()}
    traditional = {chr(old) for old in table} - simplified
    return frozenset(traditional), frozenset(simplified)


def _in_big5(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def script(text: str) -> Literal["Hans", "Hant", "mixed"]:
    """The script of a text. It says nothing about where the text comes from.

    >>> script("建设公厕76座"), script("建設公廁76座")
    ('Hans', 'Hant')
    """
    traditional, simplified = _telling()
    counts = Counter(text)
    old = sum(counts[character] for character in counts.keys() & traditional)
    new = sum(counts[character] for character in counts.keys() & simplified if not _in_big5(character))
    if old <= SHARE * (old + new):
        return "Hans"
    return "Hant" if new <= SHARE * (old + new) else "mixed"
