"""分配: what a number holds for each of: 每个乡镇建设1个, 每县1处, 各2座."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.comparators import comparators
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.verbs import verb_at
from policydoc.targets.adjuncts import adjunct_at

_EACH = re.compile(r"(?:平均)?每(?:[0-9]{1,4}|[一两二三四五六七八九十百千万]{1,3})?(?:个|名|位|所|座)?")
_BRACKET = re.compile(r"[(][^()]{1,12}[)]")
_LONGEST: Final = 10
_SUBJECT: Final = 8
"""全县|每个行政村: what may stand before 每."""


@cache
def _nouns() -> Lexicon[str]:
    return lexicon("per", lambda row, _: row["id"])


def each_at(text: str, start: int, stop: int) -> Span | None:
    """每 with its noun near the head of a stretch, where a verb, an adverb or a comparator follows.

    >>> [line[slice(*each_at(line, 0, len(line)))] for line in ("每个重点林业县至少建立", "每个乡镇(街道)建成", "每个服务区不少于")]
    ['每个重点林业县', '每个乡镇(街道)', '每个服务区']
    """
    head = _EACH.search(text, start, min(stop, start + _SUBJECT))
    if head is None:
        return None
    start = head.start()
    for end in range(head.end() + 1, min(stop, head.end() + _LONGEST) + 1):
        if _nouns().before(text, head.end(), end) is None:
            continue
        bracket = _BRACKET.match(text, end, stop)
        last = bracket.end() if bracket else end
        if (
            last == stop
            or verb_at(text, last, stop)
            or adjunct_at(text, last, stop)
            or comparators("before").at(text, last, stop)
            or text[last] in "每均,"
        ):
            return start, last
    return None


def each_before(text: str, quantity: Quantity) -> Span | None:
    """各 before a number: 各2座."""
    place = quantity.before - 1
    return (place, place + 1) if place >= 0 and text[place] == "各" else None
