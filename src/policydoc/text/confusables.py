"""形近: letters among the digits of a number (2O24年, l2月, 1OO00元), as recognition of scanned pages gives them.

Such a number is never put right: a wrong one is worse than none. It is reported, and nobody counts with it.
"""

from __future__ import annotations

from typing import Any

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at
from policydoc.text.edits import Repaired
from policydoc.text.fold import fold

_NUMBER = pattern(
    r"(?<![0-9A-Za-z.%&#=/_\\:])(?=[0-9OoIlSB.,]{0,14}[0-9])(?=[0-9.,]{0,14}[OoIlSB])[0-9OoIlSB](?:[0-9OoIlSB]|[.,](?=[0-9OoIlSB])){1,14}(?![0-9A-Za-z])"
)
_LIKELY = pattern(r"[OoIlSBＯｏＩｌＳＢ](?:(?=[0-9０-９])|(?<=[0-9０-９].))")
_NAMES = pattern(r"O2O|[IO]{1,3}|[SB][0-9]{3}|[0-9]{1,2}[SB]|[0-9]+[lI]")
"""O2O平台, S308省道, 4S店, 10l: such names and measures are."""
_DATED = frozenset("年月日号%万亿千余多")
_LINES = frozenset("号线层座栋区级类")
"""S1号线, B2层: names too."""
_MOST = 200


def confused(text: str) -> Repaired | None:
    """The numbers of a text that hold a letter: a diagnostic for each.

    >>> found = confused("2O24年l2月底前新建公厕1O座，改造O2O平台和S308省道、4S店")
    >>> [text["message"][:10] for text in found.diagnostics] if found else []
    ['“2O24” is ', '“l2” is a ', '“1O” is a ']
    """
    found: list[dict[str, Any]] = []
    read = 0
    for likely in _LIKELY.finditer(text):
        if likely.start() < read:
            continue
        start = text.rfind("\n", 0, likely.start()) + 1
        read = text.find("\n", start) % (len(text) + 1)
        shadow = fold(text[start:read])
        for match in _NUMBER.finditer(shadow):
            if len(found) < _MOST and _is_number(shadow, *match.span()):
                span = (start + match.start(), start + match.end())
                found.append(diagnostic("T024", span, written=text[slice(*span)]))
    return Repaired(text, (), found) if found else None


def _is_number(shadow: str, start: int, end: int) -> bool:
    """Whether something is counted behind digits and letters that are no name."""
    after = end + (shadow[end : end + 1] == " ")
    counted = shadow[after : after + 1] in _DATED or unit_at(shadow, after) is not None
    return counted and not _NAMES.fullmatch(shadow, start, end) and not (shadow[start] in "SB" and shadow[after : after + 1] in _LINES)
