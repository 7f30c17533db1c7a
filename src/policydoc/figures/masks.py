"""遮蔽: stretches of a line whose numbers are names, references or contacts: 《…》, “…”, 〔2024〕7号, telephone numbers, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from policydoc.figures.quantity import Span

_MASK = re.compile(
    r"""
      (?P<title> 《[^《》]{0,120}》 )
    | (?P<quote> “[^“”]{1,24}” )
    | (?P<number> [(\[](?:19|20)[0-9]{2}[)\]][-第]{0,2}[0-9]{1,5}号? )
    | (?P<address> (?:https?:|www\.)[!-~]{1,200} | [A-Za-z0-9_.]{1,40}@[A-Za-z0-9_.]{1,40} )
    | (?P<phone> (?<![0-9])(?: [(]0[0-9]{1,3}[)] | 0[0-9]{2,3}- )[0-9]{3,8}(?:-[0-9]{1,8})? | (?<![0-9.])1[3-9][0-9]{9}(?![0-9]) | (?<![0-9.-])0[0-9]{9,11}(?![0-9]) )
    | (?P<clock> (?<![0-9])[0-2]?[0-9]:[0-5][0-9](?:前|:[0-5][0-9])? )
    | (?P<proportion> (?<![0-9])[0-9]{1,4}(?:\.[0-9])?[::][0-9]{1,4}(?:\.[0-9])?(?![0-9]) )
    | (?P<code> (?<![A-Za-z0-9])[A-Z]{2,8}(?:/[A-Z]{1,2})?[ .]?[0-9][0-9A-Z.\-]*+(?=[^0-9A-Za-z万亿千个座台套处项家户人名次辆%]|\Z) )
    | (?P<sum> (?<![0-9])[0-9]{1,3}(?:[A-Z]|[一-鿿]{0,2})?(?:[+×x*][0-9A-Z一-鿿]{1,4}){1,6} )
    """,
    re.VERBOSE,
)
_GATE = re.compile(r"[《“\[(@+×x*:]|[0-9]{9}|0[0-9]{2,3}-|[A-Z]{2}|www")
_KINDS: Final = {
    "title": "reference",
    "quote": "name",
    "number": "reference",
    "address": "contact",
    "phone": "contact",
    "clock": "date",
    "proportion": "standard",
    "code": "name",
    "sum": "name",
}


class Masks:
    """The masked stretches of one line.

    >>> line = "按照《三年计划》(云政发[2024]7号)建设“四好农村路”,电话0999-5612345"
    >>> [Masks(line).kind(line.index(mark)) for mark in ("三", "7", "四", "0999", "建")]
    ['reference', 'reference', 'name', 'contact', '']
    """

    __slots__ = ("_kinds", "_spans", "_starts")

    def __init__(self, text: str) -> None:
        self._spans: list[Span] = []
        self._kinds: list[str] = []
        if _GATE.search(text) is not None:
            for match in _MASK.finditer(text):
                self._spans.append(match.span())
                self._kinds.append(_KINDS[match.lastgroup or "quote"])
        self._starts = [start for start, _ in self._spans]

    def kind(self, place: int) -> str:
        """What a number at a place is by the stretch around it; "" outside of all."""
        index = bisect_right(self._starts, place) - 1
        return self._kinds[index] if index >= 0 and place < self._spans[index][1] else ""
