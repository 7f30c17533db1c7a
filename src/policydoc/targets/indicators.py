"""指标: nouns that name a level (覆盖率, 产值, 人数), and the verbs that bring a level to a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import Tail, tails
from policydoc.targets.adjuncts import strip

_BESIDE = pattern(r"(?<=[到至达为])(?:(?:(?:19|20)[0-9]{2}年|规划期)(?:年?[底末])?的|(?:人|户|亩|村|校|班)均)\Z")


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


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether a noun names a rate, a share, an index: what is measured in per cent.

    >>> is_rate("污水处理率", 0, 5), is_rate("工业产值", 0, 4)
    (True, False)
    """
    found = _nouns().before(text, start, end)
    return found is not None and found[0] == "rate"


class Level(NamedTuple):
    """The verb before a number and the end of the noun that it speaks of."""

    tail: Tail
    span: Span
    noun_end: int


def dated(text: str, start: int, stop: int) -> int:
    """Where the words before a number end without the year or 人均 between verb and number: 增加到|2025年的, 提高到|人均.

    >>> [dated(line, 0, len(line)) for line in ("增加到2025年的", "提高到人均", "2025年的")]
    [3, 3, 6]
    """
    found = _BESIDE.search(text, max(start, stop - 12), stop) if text.endswith(("的", "均"), start, stop) else None
    return found.start() if found is not None and found.start() > start else stop


def level_before(text: str, start: int, stop: int) -> Level | None:
    """达到, 提高到, 年均增长 right before a number, and where the noun before it ends.

    >>> line = "污水处理率力争达到"
    >>> found = level_before(line, 0, len(line))
    >>> line[slice(*found.span)], line[: found.noun_end]
    ('达到', '污水处理率')
    """
    stop = dated(text, start, stop)
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
