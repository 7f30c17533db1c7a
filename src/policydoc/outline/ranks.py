"""层次: the official order of the families of markers: 一、 above （一） above 1. above （1）."""

from __future__ import annotations

_RANKS = {
    "caption": -1, "named_编": 0, "named_部分": 1, "named_篇": 1, "named_章": 2, "named_节": 3, "named_条": 5, "column": 7, "big": 2,
    "roman": 4, "han": 4, "paren_han": 6, "digit": 7, "decimal_2": 8, "decimal_3": 9, "decimal_4": 10, "stem": 11, "paren": 11, "half": 12,
    "letter": 12, "letter_small": 12, "letter_paren": 12, "letter_paren_small": 12, "letter_half": 12, "letter_half_small": 12,
    "circled": 13, "said": 14, "spoken": 14, "point": 14, "need": 14,
}  # fmt: skip
SPOKEN = frozenset({"said", "spoken", "point", "need", "stem", *(name for name in _RANKS if name.startswith("letter"))})
"""Families that count only in runs: a lone 一是 or A. is no heading."""


def rank(family: str) -> int:
    """The place of a family in the official order; the higher the deeper.

    >>> rank("han") < rank("paren_han") < rank("digit") < rank("paren") < rank("circled")
    True
    """
    return _RANKS.get(family, 6)
