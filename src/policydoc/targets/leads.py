"""总领: what stands before a colon and holds for the list behind it: 培育龙头企业:国家级1家、省级6家."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.targets.adjuncts import skip
from policydoc.targets.chains import chain_at
from policydoc.targets.objects import noun_before
from policydoc.targets.reading import Reading

_RANK = pattern(r"(?:国家|省|市|县|区|州|乡镇|镇|乡|村|部|地市?)(?:级|属|本级)(?:以上)?\Z")
_LONGEST: Final = 30
_DEEDS: Final = frozenset({"", "noun"})


def led(text: str, clause: Span, reading: Reading | None) -> Reading | None:
    """The reading of a number with nothing but a rank beside it, in a list behind a colon.

    >>> line = "培育龙头企业:国家级1家"
    >>> found = led(line, (7, 12), Reading(None, (7, 10), "output"))
    >>> line[slice(*found.action)], line[slice(*found.object)]
    ('培育', '龙头企业')
    """
    colon = clause[0] - 1
    if reading is None or reading.action is not None or reading.object is None or colon < 3 or text[colon] != ":":
        return reading
    if _RANK.fullmatch(text, *reading.object) is None:
        return reading
    start = max(text.rfind(mark, max(0, colon - _LONGEST), colon) for mark in ",。;:)") + 1
    place = skip(text, start, colon, {}).place
    chain = chain_at(text, place, colon)
    if chain is None or chain.verb.use not in _DEEDS or chain.verb.change != "output":
        return reading
    what = noun_before(text, chain.end, colon)
    return by("led", Reading(chain.span, what, "output", chain.verb)) if what is not None else reading
