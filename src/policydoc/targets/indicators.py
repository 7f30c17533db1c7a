"""指标: nouns that name a level (覆盖率, 产值, 人数), and the verbs that bring a level to a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.verbs import Tail, tails
from policydoc.targets.adjuncts import strip

_BEFORE_TAIL = ("数", "量")


@cache
def _nouns() -> Lexicon[str]:
    return lexicon("indicators", lambda row, _: row["id"])


def is_indicator(text: str, start: int, end: int) -> bool:
    """Whether a noun names a level that a number measures.

    >>> is_indicator("污水处理率", 0, 5), is_indicator("农村公路", 0, 4)
    (True, False)
    """
    if text.endswith(")", start, end) and (opening := text.rfind("(", start, end)) > start:
        end = opening
    return _nouns().before(text, start, end) is not None


class Level(NamedTuple):
    """The verb before a number and the end of the noun that it speaks of."""

    tail: Tail
    span: Span
    noun_end: int


def level_before(text: str, start: int, stop: int) -> Level | None:
    """达到, 提高到, 年均增长 right before a number, and where the noun before it ends.

    >>> line = "污水处理率力争达到"
    >>> found = level_before(line, 0, len(line))
    >>> line[slice(*found.span)], line[: found.noun_end]
    ('达到', '污水处理率')
    """
    end = stop
    found = tails().before(text, start, end)
    if found is None:
        end = strip(text, start, stop)
        found = tails().before(text, start, end) if end < stop else None
        if found is None:
            return None
    tail, first = found
    if tail.form == "为" and first == start:
        return None
    return Level(tail, (first, end), strip(text, start, first))
