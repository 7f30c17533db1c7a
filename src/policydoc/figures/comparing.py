"""比较: what the words around a number make of it: comparator, denominator (每千人) and base (2020年的).

1. Before the number the words are read from right to left: 不低于 + 每千人 + 6批次.
2. 左右 and 以上 behind the unit are stronger than what stands before it: 达到30%左右, 近20个以上.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.comparators import comparators, leading
from policydoc.rules.kept import compiled
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.rules.table import forms, table
from policydoc.rules.verbs import tails, verb_at

_LONGEST_BASE = 18
_SEPARATES = frozenset(",。;:、!?()[]“”《》\t|")
_NEUTRAL = frozenset("了")
_TEN_AND_MORE = frozenset("百千万亿")


class Scope(NamedTuple):
    """What stands before a number and belongs to it."""

    comparator: str
    before: int
    per: Span | None = None
    base: Span | None = None


@cache
def per_pattern() -> re.Pattern[str]:
    """每 with its number and nouns, up to the end: 每千人, 每人每月, 每万名老年人.

    >>> per_pattern().search("不低于每万名老年人", 0)[0], per_pattern().search("每个乡镇建设")
    ('每万名老年人', None)
    """
    nouns = sorted((form for row in table("per") for form in forms(row)), key=len, reverse=True)
    noun = "|".join(map(re.escape, nouns))
    return compiled(
        rf"(?:平均)?每(?:[0-9]{{1,4}}|[一两二三四五六七八九十百千万]{{1,3}})?(?:名|个|位|所|座)?(?:{noun})(?:每(?:{noun}))?(?:[(](?:\w{{1,6}})[)])?\Z"
    )


def scope(text: str, floor: int, start: int, *, ratio: bool = False) -> Scope:
    """What compares a number, read leftwards from its first character; only a `ratio` (%, 倍) has a base.

    >>> scope("药品抽检量超每万人3.5批次", 0, 9).comparator, scope("办理时限不超过3天", 0, 7).before
    ('gt', 4)
    >>> line = "保有量达到2018年的4倍"
    >>> found = scope(line, 0, 11, ratio=True)
    >>> line[slice(*found.base)], line[: found.before]
    ('2018年的', '保有量达到')
    """
    here = start
    per = base = None
    comparator = "eq"
    last = text[here - 1 : here] if here > floor else ""
    if last == "的":
        if not ratio:
            return Scope(comparator, here)
        base = _base(text, floor, here)
        here = base[0] if base else here
    elif "每" in text[max(floor, here - 12) : here]:
        found = per_pattern().search(text, max(floor, here - 12), here)
        if found:
            per = found.span()
            here = per[0]
    elif last == "上" and text[start] in _TEN_AND_MORE and text[max(floor, here - 2) : here] not in ("以上", "之上"):
        return by("comparator", Scope("ge", start - 1), (start - 1, start))
    known = leading()
    for _ in range(3):
        word = known.before(text, floor, here)
        if word is None and here > floor and text[here - 1] in _NEUTRAL:
            word = known.before(text, floor, here - 1)
        if word is None:
            break
        (form, stays), start_of_word = word
        comparator = by("comparator", form, (start_of_word, here)) if comparator == "eq" else comparator
        if stays:
            break
        here = start_of_word
    return Scope(comparator, here, per, base)


def _base(text: str, floor: int, end: int) -> Span | None:
    """日供气量的 behind 不少于, 2020年的 behind 达到."""
    for place in range(end - 2, max(floor, end - _LONGEST_BASE), -1):
        if text[place] in _SEPARATES:
            return None
        if (comparators("before").before(text, floor, place) or tails().before(text, floor, place)) and end - place >= 3:
            deed = verb_at(text, place, end)
            return None if deed is not None and deed.use == "light" else (place, end)  # 至少完成任务的|六成
    return None


_LANDMARK = pattern(r"大关|红线|(?:新?台阶|门槛|关口)(?![一-鿿])")
_STEPS: Final = frozenset({"count", "place"})


def landmark(text: str, end: int, dimension: str | None) -> int:
    """Where 大关, 台阶 and 门槛 behind a number end: 突破100亿元大关, but 100级台阶.

    >>> landmark("突破100亿元大关", 7, "money"), landmark("新建8个台阶", 4, "count")
    (9, 4)
    """
    mark = _LANDMARK.match(text, end) if text[end : end + 1] in ("大", "新", "台", "门", "关", "红") and dimension not in _STEPS else None
    return mark.end() if mark is not None else end


def behind(text: str, end: int, comparator: str, *, measured: bool) -> tuple[str, int]:
    """The comparator that the words behind a number leave, and where they end; `measured`: a unit stands before `end`.

    >>> behind("30%左右", 3, "ge", measured=True), behind("30场余地", 3, "eq", measured=True)
    (('approx', 5), ('eq', 3))
    """
    found = comparators("after").at(text, end, len(text))
    if found is None:
        return comparator, end
    word, stop = found
    if text[end:stop] in ("余", "多", "许") and (not measured or text[stop : stop + 1] not in ("", ",", "。", ";", "、", ")")):
        return comparator, end
    if word == "approx" or comparator == "eq" or (comparator == "approx" and word in ("ge", "le")):
        return by("comparator", word, (end, stop)), stop
    return comparator, stop
