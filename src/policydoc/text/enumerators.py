"""编号: the label of a damaged line, expected from its neighbours and verified on its bytes.

Only labels of the form （一） begin with a full-width bracket, and many of them look alike once damaged: （十）, （十二） and
（十六） leave the same traces. Which one it is, the numbering says: the labels before and after, clean or damaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from policydoc.rules.patterns import pattern
from policydoc.text.channel import Channel
from policydoc.text.gbk import NARROW
from policydoc.text.nodes import GAP, STEP

_HAN = "一二三四五六七八九十"
_LAST = 60
_LONGEST = 12
"""Characters that a label is shown as at most."""
_CLEAN = pattern(rf"[ \t\u3000]*[（(]([{_HAN}]{{1,3}})[）)]")
_CHAPTER = pattern(rf"[ \t\u3000]*([{_HAN}]{{1,3}})、")
_ABOVE = pattern(rf"[ \t\u3000#]*(?:第[{_HAN}百零0-9]{{1,5}}[编編篇章节節部]|[{_HAN}]{{1,3}}、|附[件錄录])")


@dataclass(frozen=True, slots=True)
class Head:
    """A label that what is shown may begin with: how many characters it took, and the state of the bytes behind it."""

    label: str
    units: int
    state: int
    seen: int
    """How many pairs of the label are shown."""
    whole: bool = False
    """Whether all of them are."""


ITEM, CHAPTER = "（一）", "一、"
"""The forms of labels that are looked for."""

Rank = int | Mapping[int, Head]
"""A line of the numbering: a printed ordinal, 0 for a heading above, or the labels that a damaged line may have."""

_KEPT = 24

_NONE = -9
"""The last ordinal where there was none yet."""

_State = tuple[int, bool]
"""The last ordinal, and whether a heading above has come since: the numbering may begin again or go on."""

_SKIP, _SKIP_WHOLE, _JUMP, _RESTART, _START, _UNSEEN, _ACROSS = 1.0, 3.0, 2.5, 1.0, 0.6, 1.5, 0.2
"""Prices: no label (though all bytes of one are shown), a jump, a new beginning, a beginning, a label of which no byte is shown, going on."""


def numeral(number: int) -> str:
    """A number below 100 as a label has it.

    >>> numeral(7), numeral(10), numeral(21)
    ('七', '十', '二十一')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens - 1]) + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")


@cache
def _labels(form: str) -> dict[int, tuple[str, bytes]]:
    """Labels of a form and their bytes behind the first."""
    found = {}
    for number in range(1, _LAST + 1):
        label = form.replace("一", numeral(number))
        found[number] = (label, label.encode("cp936")[1:])
    return found


def heads(shown: str, channel: Channel, form: str = ITEM) -> dict[int, Head]:
    """The labels of a form that the channel turns into the beginning of what is shown, by ordinal.

    >>> {number: head.whole for number, head in heads("ㄊ┖Y查", Channel()).items()}
    {6: False, 10: False, 12: False, 13: False, 16: False, 60: False}
    """
    return _heads(shown[:_LONGEST], channel, form)


@lru_cache(maxsize=4096)
def _heads(shown: str, channel: Channel, form: str) -> dict[int, Head]:
    found: dict[int, Head] = {}
    for number, (label, written) in _labels(form).items():
        head = _head(shown, label, written, channel)
        if head is not None:
            found[number] = head
    return found


def _head(shown: str, label: str, written: bytes, channel: Channel) -> Head | None:
    gap, width = channel.gap
    here = place = seen = pairs = 0
    while here < len(written) - 1:
        character = channel.decoded.get((written[here], written[here + 1]))
        pairs += 1
        if character is None:
            if not shown.startswith(gap, place):
                return None
            place += len(gap)
        elif character:
            if shown[place : place + 1].translate(NARROW) != character.translate(NARROW):
                return None
            place += 1
            seen += 1
        here += width if character is None else 2
    if here == len(written):
        return Head(label, place, STEP, seen, whole=seen == pairs)
    lead, trail = channel.pairs.get(shown[place : place + 1], (0, 0))
    if lead == written[-1] and trail > 0x80:
        return Head(label, place + 1, trail, seen + 1, whole=seen == pairs)
    if gap and not shown.startswith(gap, place):
        return None
    return Head(label, place + len(gap), GAP + written[-1] if width == 2 else STEP, seen)


def rank(line: str) -> int | None:
    """What a clean line is in the numbering: its ordinal, 0 for a heading above （一）, None for a line without label.

    >>> rank("（七）公厕改造工程。"), rank("二、主要任务"), rank("改造公厕76座。")
    (7, 0, None)
    """
    match = _CLEAN.match(line)
    if match is None:
        return 0 if _ABOVE.match(line) else None
    return _numbers().get(match[1])


def chapter(line: str) -> int | None:
    """The ordinal of a clean line with a label of the form 一、, None for any other.

    >>> chapter("二、主要任务"), chapter("（二）主要任务")
    (2, None)
    """
    match = _CHAPTER.match(line)
    return _numbers().get(match[1]) if match else None


@cache
def _numbers() -> dict[str, int]:
    return {numeral(number): number for number in range(1, 100)}


def expected(ranks: Sequence[Rank]) -> list[Head | None]:
    """For each line of the numbering, if it is a damaged one, the label that the numbering and its bytes agree on.

    The cheapest way through all lines is taken; a label on it stands if one of its neighbours counts on with it or if
    all its bytes are shown.

    >>> [head and head.label for head in expected([9, heads("ㄊ┖Y查", Channel()), 11])]
    [None, '（十）', None]
    """
    costs: dict[_State, float] = {(_NONE, True): 0.0}
    back: list[dict[_State, tuple[_State, int]]] = []
    for each in ranks:
        found: dict[_State, tuple[float, _State, int]] = {}
        for before, cost in costs.items():
            for state, number, price in _ways(each, before):
                if state not in found or cost + price < found[state][0]:
                    found[state] = (cost + price, before, number)
        cheapest = sorted(found, key=lambda state: (found[state][0], state))[:_KEPT]
        costs = {state: found[state][0] for state in cheapest}
        back.append({state: (before, number) for state, (_, before, number) in found.items()})
    state = min(costs, key=lambda key: (costs[key], key))
    chosen: list[tuple[int, int]] = []
    for ways in reversed(back):
        state, number = ways[state]
        chosen.append((state[0], number))
    return _accepted(ranks, chosen[::-1])


def _ways(each: Rank, before: _State) -> Iterator[tuple[_State, int, float]]:
    """From one state over a line: the state behind it, the ordinal that the line has (or -1), and the price."""
    last, _ = before
    if each == 0:
        yield (last, True), -1, 0.0
    elif isinstance(each, int):
        yield (each, False), each, 0.0 if last == _NONE else _price(each, before)
    else:
        yield before, -1, 0.0 if not each else _SKIP_WHOLE if any(head.whole for head in each.values()) else _SKIP
        for number, head in each.items():
            yield (number, False), number, _price(number, before) + (0.0 if head.seen else _UNSEEN)


def _price(number: int, before: _State) -> float:
    """What it costs to count on with a number: nothing for the next one, or for the first below a heading."""
    last, opened = before
    if opened and number == 1:
        return 0.0
    if number == last + 1:
        return _ACROSS if opened else 0.0
    return _RESTART if number == 1 else _START if last == _NONE else _JUMP


def _accepted(ranks: Sequence[Rank], chosen: Sequence[tuple[int, int]]) -> list[Head | None]:
    """The labels of the cheapest way that a neighbour or their own bytes bear out."""
    following = -1
    found: list[Head | None] = []
    for each, (last, number) in zip(reversed(ranks), reversed(chosen), strict=True):
        head = None if isinstance(each, int) else each.get(number)
        if head is not None and not (head.whole or number == last + 1 or following == number + 1):
            head = None
        found.append(head)
        if number >= 0:
            following = number
    return found[::-1]
