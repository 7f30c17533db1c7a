"""字体: Simplified, Traditional or mixed characters."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Literal

from policydoc.text.fold import fold_table

_HAN = 0x3400
SHARE = 0.1
"""Above this share of the other script a text is mixed."""


@cache
def _simplified() -> frozenset[int]:
    """The code points that Traditional characters are folded to; some are Traditional too."""
    return frozenset(new for old, new in fold_table().items() if old >= _HAN <= new)


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
    table, simplified = fold_table(), _simplified()
    traditional = {
        character for character in set(text) if ord(character) not in simplified and ord(character) >= _HAN <= table.get(ord(character), 0)
    }
    if not traditional:
        return "Hans"  # nothing to be weighed: most texts
    counts = Counter(text)
    old = sum(counts[character] for character in traditional)
    new = sum(count for character, count in counts.items() if ord(character) in simplified and not _in_big5(character))
    if old <= SHARE * (old + new):
        return "Hans"
    return "Hant" if new <= SHARE * (old + new) else "mixed"
