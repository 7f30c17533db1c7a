"""补字: torn characters of a run read by the words around them, the likeliest readings side by side from the first to the last.

What is read so is probable at best. Where no reading stands out, U+FFFD says that a character is gone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policydoc.rules.table import forms, table
from policydoc.text.language import START, Language, Live
from policydoc.text.sequences import Run
from policydoc.text.torn import Channel, candidates, count

LOST = "\ufffd"
SURE = 0.9
"""The share of one reading among all that the bytes allow, from which it is taken."""
LINE_END = "\n"
_ENDING = {"。": -0.5, "；": -2.0, "：": -2.0, "）": -2.5, "”": -4.0, "》": -4.0, "，": -8.0, "、": -8.0, "（": -9.0, "“": -9.0, "《": -9.0}
_INSIDE = -3.0
"""How likely a line ends behind a mark, and behind anything else, as logarithms."""
_PUNCTUATION = dict(zip("，。、；：（）“”《》", (0.05, 0.03, 0.03, *[0.004] * 8), strict=True))
"""How often a mark stands in a notice, at least."""
_NEVER = 1e-12
_TRIED = 40
_BEAM = 12
_BEHIND = 4
"""Whole characters behind a torn one that have a say in it."""
_FAINT = 0.001


class Mended(NamedTuple):
    """What a torn token is read as, and what else it can be."""

    text: str
    alternatives: tuple[str, ...]


class _Path(NamedTuple):
    """One way to read a run so far: how likely, the torn ones read and not yet settled, and what the language remembers."""

    log: float
    read: tuple[str, ...]
    before: str
    live: Live


@cache
def _counted() -> dict[str, float]:
    """How likely a measure word or a part of a date begins behind a digit."""
    return {**dict.fromkeys((form[0] for row in table("units") for form in forms(row)), 0.01), "年": 0.1, "月": 0.1, "日": 0.08}


def mended(run: Run, language: Language, channel: Channel, before: str = LINE_END) -> list[Mended]:
    r"""The torn tokens of a run in order, read.

    >>> from policydoc.text.sequences import Token
    >>> run = [Token("whole", 0, 6, "实施"), Token("torn", 6, 8, "æ\x96"), Token("whole", 8, 11, "案")]
    >>> mended(run, Language("实施方案"), "gbk")[0].text
    '方'
    """
    found: list[Mended] = []
    paths = [_Path(0.0, (), before[-4:], START)]
    waiting = behind = 0
    for token in run:
        if token.kind == "torn":
            ways = sorted(candidates(token.text, channel), key=lambda way: -_alone(way, language))[:_TRIED]
            ways = ways or [LOST * count(token.text)]
            longer = [_read(path, way, language)._replace(read=(*path.read, way)) for path in paths for way in ways]
            paths = sorted(longer, key=lambda path: -path.log)[:_BEAM]
            waiting, behind = waiting + 1, 0
            continue
        for sign in token.text:
            paths = [_read(path, sign, language) for path in paths]
            behind += 1
            if behind == _BEHIND and waiting:
                found += _settled(paths, waiting)
                paths = [max(paths, key=lambda path: path.log)._replace(read=())]
                waiting = 0
    return [*found, *_settled(paths, waiting)]


def unread(run: Run) -> list[Mended]:
    r"""The torn tokens of a run, U+FFFD for each character.

    >>> from policydoc.text.sequences import Token
    >>> unread([Token("torn", 0, 2, "æ\x96")])[0].text
    '�'
    """
    return [Mended(LOST * count(token.text), ()) for token in run if token.kind == "torn"]


def _alone(text: str, language: Language) -> float:
    return math.prod(language.likely(sign) for sign in text)


def _read(path: _Path, text: str, language: Language) -> _Path:
    """A path behind some more text."""
    log, before, live = path.log, path.before, path.live
    for sign in text:
        if sign in (LOST, LINE_END):
            log += _ENDING.get(before[-1:], _INSIDE) if sign == LINE_END else 0.0
            before, live = LINE_END, START
            continue
        shadow, usual = language.sign(sign)
        chance = usual * language.chance(live, language.contexts(before), shadow, before)
        if sign in _PUNCTUATION:
            chance = max(chance, _PUNCTUATION[sign])
        elif before[-1:].isdecimal():
            chance = max(chance, usual * _counted().get(shadow, 0.0))
        log += math.log(chance or _NEVER)
        live = language.extended(live, shadow)
        before = (before + shadow)[-4:]
    return _Path(log, path.read, before, live)


def _settled(paths: Sequence[_Path], number: int) -> Iterator[Mended]:
    """The torn ones of the paths by the share that each reading has of all."""
    most = max(path.log for path in paths)
    weights = [math.exp(path.log - most) for path in paths]
    total = sum(weights)
    for place in range(number):
        shares: dict[str, float] = {}
        for path, weight in zip(paths, weights, strict=True):
            shares[path.read[place]] = shares.get(path.read[place], 0.0) + weight / total
        ranked = sorted(shares, key=lambda way: -shares[way])
        best = ranked[0]
        if shares[best] < SURE:
            alike = [way for way in ranked if len(way) == len(best)]
            best = "".join(sign if sum(shares[way] for way in alike if way[at] == sign) >= SURE else LOST for at, sign in enumerate(best))
        yield Mended(best, tuple(way for way in ranked if way != best and shares[way] > _FAINT)[:3])
