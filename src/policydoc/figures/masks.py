"""遮蔽: stretches of a line whose numbers are names, references or contacts: 《…》, “…”, 〔2024〕7号, telephone numbers, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from policydoc.rules.patterns import pattern

_TITLE = pattern(r"《[^《》]{0,120}》")
_QUOTE = pattern(r"“[^“”]{1,40}”")
_NUMBER = pattern(r"[(\[](?:19|20)[0-9]{2}[)\]][-第]{0,2}[0-9]{1,5}号?|[0-9A-Z]{8,20}/(?:19|20)[0-9]{2}-[0-9]{3,6}")
_ADDRESS = pattern(r"(?:https?:|www\.)[!-~]{1,200}|[A-Za-z0-9_.]{1,40}@[A-Za-z0-9_.]{1,40}")
_PHONE = pattern(
    r"(?<![0-9])(?:[(]0[0-9]{1,3}[)]|0[0-9]{2,3}-)[0-9]{3,8}(?:-[0-9]{1,8})?|(?<![0-9.])1[3-9][0-9]{9}(?![0-9])|(?<![0-9.-])0[0-9]{9,11}(?![0-9])"
)
_CLOCK = pattern(r"(?<![0-9])[0-2]?[0-9]:[0-5][0-9](?:前|:[0-5][0-9])?")
_PROPORTION = pattern(r"(?<![0-9])[0-9]{1,4}(?:\.[0-9])?:[0-9]{1,4}(?:\.[0-9])?(?![0-9])")
_CODE = pattern(r"(?<![A-Za-z0-9])[A-Z]{2,8}(?:/[A-Z]{1,2})?[ .]?[0-9][0-9A-Z.\-]*+(?=[^0-9A-Za-z万亿千个座台套处项家户人名次辆%]|\Z)")
_SUM = pattern(r"(?<![0-9])[0-9]{1,3}(?:[A-Z]|[一-鿿]{0,2})?(?:[+×x*][0-9A-Z一-鿿]{1,4}){1,6}")
_CAPITALS = pattern(r"[A-Z]{2}")
_DIGITS = pattern(r"[0-9](?:[0-9]{6}|[0-9]-[0-9]|[0-9]{0,2}[)][0-9]|:[0-9])")
"""What stands in every telephone number, time of day and proportion."""
_OF_DIGITS: Final = ((_PHONE, "contact"), (_CLOCK, "date"), (_PROPORTION, "standard"))
_MASKS: Final = (
    (("《",), _TITLE, "reference"),
    (("“",), _QUOTE, "name"),
    (("[19", "[20", "(19", "(20", "/20"), _NUMBER, "reference"),
    (("http", "www", "@"), _ADDRESS, "contact"),
    (("+", "×", "x", "*"), _SUM, "name"),
)
"""What must stand in a line for the pattern to be worth trying, the pattern, and the kind of the numbers inside."""


class Masks:
    """The masked stretches of one line.

    >>> line = "按照《三年计划》(云政发[2024]7号)建设“四好农村路”,电话0999-5612345"
    >>> [Masks(line).kind(line.index(mark)) for mark in ("三", "7", "四", "0999", "建")]
    ['reference', 'reference', 'name', 'contact', '']
    """

    __slots__ = ("_ends", "_kinds", "_starts")

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[str] = []
        rules: list[tuple[re.Pattern[str], str]] = []
        for signs, rule, kind in _MASKS:
            for sign in signs:
                if sign in text:
                    rules.append((rule, kind))
                    break
        if _DIGITS.search(text):
            rules += _OF_DIGITS
        if _CAPITALS.search(text):
            rules.append((_CODE, "name"))
        if not rules:
            return
        found = [(*match.span(), kind) for rule, kind in rules for match in rule.finditer(text)]
        for start, end, kind in sorted(found):
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)
                self._kinds.append(kind)

    def kind(self, place: int) -> str:
        """What a number at a place is by the stretch around it; "" outside of all."""
        if not self._starts:
            return ""
        index = bisect_right(self._starts, place) - 1
        return self._kinds[index] if index >= 0 and place < self._ends[index] else ""
