"""分配: what a number holds for each of: 每个乡镇建设1个, 每县1处, 各2座."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.comparators import comparators
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import bare_verbs, verb_at
from policydoc.targets.adjuncts import adjunct_at
from policydoc.targets.indicators import is_indicator
from policydoc.targets.reading import Reading

_EACH = pattern(r"(?:平均)?每(?:[0-9]{1,4}|[一两二三四五六七八九十百千万]{1,3})?(?:个|名|位|所|座)?")
_BRACKET = pattern(r"[(][^()]{1,12}[)]")
_LONGEST: Final = 10
_HEADS = pattern(r"(?:平均)?每[百千万十]{1,2}(?:名|个|位)?[人户老学儿残从就农常]")
_OWNED: Final = ("注册", "执业", "持证")
_HOLDS: Final = frozenset({"拥有"})
_BOUNDS: Final = frozenset({"ge", "gt", "le", "lt"})
_AT = pattern(
    r"""
    (?<![存现所自潜实处属位用对高低少多大小由关]) [在于]
    (?: [全我][省市州县区旗] | (?:[0-9]{1,4}[个所家座条][^,。;:、在于]{1,6}[、和及与]){1,3} )?
    \Z""",
    re.VERBOSE,
)
_NAMED = pattern(r"(?:^|[,。;:)])(?:[^,。;:在]{0,8})在[^,。;:在]{2,60}\Z")
"""在青岭、北溪等8个县|建设基地6万亩."""
_REACH: Final = 24
_FAR: Final = 72
_BREAK = pattern(r"[,。;:、和及与]")
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
    heads: int | None = None
    for end in range(head.end() + 1, min(stop, head.end() + _LONGEST) + 1):
        if _nouns().before(text, head.end(), end) is None or text.endswith("密度", start, end):
            continue
        heads = end if heads is None and text.endswith("人口", start, end) else heads
        bracket = _BRACKET.match(text, end, stop)
        last = bracket.end() if bracket else end
        if (
            last == stop
            or verb_at(text, last, stop)
            or adjunct_at(text, last, stop)
            or bare_verbs().at(text, last, stop)
            or comparators("before").at(text, last, stop)
            or text[last] in "每均,"
            or text.startswith(_OWNED, last)
        ):
            return start, heads or last  # 每万人口|全科医生2名
    return None


def spread_over(text: str, quantity: Quantity, following: Quantity) -> bool:
    """在12个村新建广场15个: how many places the counted are spread over.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("在12个村新建广场15个", "对12个村实施改造15个")
    >>> [spread_over(line, *quantities(line)[:2]) for line in lines]
    [True, False]
    """
    if not quantity.counts or following.dimension in (None, "ratio", "time"):
        return False
    at = _AT.search(text, max(0, quantity.before - _REACH), quantity.before) is not None
    listed = text[quantity.before - 1 : quantity.before] == "等" or quantity.dimension == "place"
    if not at and (not listed or _NAMED.search(text, max(0, quantity.before - _FAR), quantity.before) is None):
        return False
    if quantity.comparator != "eq" or _BREAK.search(text, quantity.after, following.before):
        return False
    for place in range(quantity.after + (quantity.dimension != "place"), min(following.before, quantity.after + _LONGEST)):
        verb = verb_at(text, place, following.before)
        if verb is not None:
            return verb.change == "output" and place + len(verb.form) < following.before
    return False


def multiplies(text: str, quantity: Quantity, following: Quantity) -> bool:
    """在11个市各建设1所: how many places have so many each.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "在11个市各建设1所"
    >>> multiplies(line, *quantities(line)[:2])
    True
    """
    gap = text[quantity.after : following.before]
    return "各" in gap[1:] and quantity.counts and _BREAK.search(gap) is None


def rated(text: str, per: Span | None, reading: Reading | None, quantity: Quantity) -> Reading | None:
    """A reading without what it is for each of as its object: 每个乡镇|不少于5万元; of so many heads it is a level: 每千人拥有45张.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "每个乡镇不少于5万元"
    >>> rated(line, (0, 4), Reading(None, (0, 4), "output"), quantities(line)[0]).object
    """
    if per is None or reading is None:
        return reading
    if reading.object is not None and reading.object[0] < per[1] and reading.object[1] > per[0]:
        if reading.object[1] > per[1] or is_indicator(text, *reading.object):
            return reading  # 每千人口拥有托位数: a part of the name
        bound = quantity.comparator in _BOUNDS
        bare = bound and reading.action is None
        reading = reading._replace(object=None, level=reading.level or bare, change="level" if bare else reading.change)
    if _HEADS.match(text, per[0]) is None or reading.change != "output":
        return reading
    if reading.verb is None and reading.object is not None and reading.object[1] <= quantity.start:
        return reading._replace(change="level", level=True)
    return reading._replace(change="level") if reading.verb is not None and reading.verb.form in _HOLDS else reading


def each_before(text: str, quantity: Quantity) -> Span | None:
    """各 before a number: 各2座."""
    place = quantity.before - 1
    return (place, place + 1) if place >= 0 and text[place] == "各" else None
