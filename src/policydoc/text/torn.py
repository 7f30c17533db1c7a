"""残字: what characters of UTF-8 can have been that lost bytes to the wrong decoder.

The decoder that lost them tells which bytes they were: Windows-1252 does not know five, GBK does not know some pairs, nor a byte
that ASCII follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from policydoc.text.fold import fold
from policydoc.text.plausible import is_common

Channel = Literal["latin", "gbk"]

_LEADS = (0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF)
_TRAILS = range(0x80, 0xC0)
_UNKNOWN_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_MARKS = "，。、；：（）“”《》—·％"
_LONGEST = 7


def count(torn: str) -> int:
    r"""How many characters the remains are of, by their first bytes and by the marks for lost bytes.

    >>> count("å\x85"), count("\u0100\x91"), count("æº\u0100å\x8c")
    (1, 1, 2)
    >>> count("å\x85??")
    2
    """
    known = sum(sign not in "\u0100?" for sign in torn)
    lost = next((size for size in (2, 1) if (known + size * (len(torn) - known)) % 3 == 0), 0)
    leads = sum("\xe1" <= sign <= "\xef" for sign in torn)
    return max(1, leads, (known + lost * (len(torn) - known)) // 3 if lost else 0)


@lru_cache(maxsize=20_000)
def candidates(torn: str, channel: Channel) -> tuple[str, ...]:
    r"""Every text of usual characters that the decoder would have shown as these remains; no digit is among them.

    >>> candidates("å\x91", "latin"), len(candidates("æ\x96\u0100", "gbk"))
    (('卑', '发', '向', '坑', '呐'), 23)
    """
    return tuple(dict.fromkeys(_candidates(torn, channel)))


def _candidates(torn: str, channel: Channel) -> Iterator[str]:
    """Every text of usual characters that the decoder would have shown as these remains."""
    marks = [place for place, sign in enumerate(torn) if sign in "\u0100?"]
    known = [ord(sign) for sign in torn if sign not in "\u0100?"]
    if len(known) > _LONGEST or (marks and marks[-1] - marks[0] >= len(marks)):
        return
    places: Iterable[int] = [marks[0]] if marks else range(len(known) + 1)
    for place in places:
        for lost in (1, 2):
            if (len(known) + lost) % 3:
                continue
            yield from _filled(known[:place], known[place:], lost, channel)


def _filled(head: list[int], tail: list[int], lost: int, channel: Channel) -> Iterator[str]:
    whole = [*head, *([0] * lost), *tail]
    for place, byte in enumerate(whole):
        if byte and (byte >= 0xE1) != (place % 3 == 0):
            return
    for bytes_ in _losses(len(head), lost, tail[0] if tail else 0, channel):
        whole[len(head) : len(head) + lost] = bytes_
        try:
            text = bytes(whole).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if all(map(_is_usual, text)):
            yield text


def _losses(place: int, lost: int, behind: int, channel: Channel) -> Iterator[tuple[int, ...]]:
    """The bytes that the decoder can have lost at a place of a sequence, before a byte or before ASCII (0)."""
    kinds = [_LEADS if (place + each) % 3 == 0 else _TRAILS for each in range(lost)]
    if channel == "latin":
        yield from product(*[[byte for byte in kind if byte in _UNKNOWN_1252] for kind in kinds])
    elif lost == 2:
        yield from ((one, other) for one, other in product(*kinds) if (one, other) in unknown_pairs())
    else:
        yield from ((byte,) for byte in kinds[0] if not behind or byte == 0x80 or (byte, behind) in unknown_pairs())


@cache
def unknown_pairs() -> frozenset[tuple[int, int]]:
    """The pairs of UTF-8 bytes that CP936 does not know.

    >>> (0xAC, 0xE5) in unknown_pairs(), (0xE5, 0x85) in unknown_pairs()
    (True, False)
    """
    found = set()
    for pair in product((*_TRAILS, *_LEADS), repeat=2):
        try:
            bytes(pair).decode("gbk")
        except UnicodeDecodeError:
            found.add(pair)
    return frozenset(found)


@cache
def _is_usual(sign: str) -> bool:
    return sign in _MARKS or ("\u4e00" <= sign <= "\u9fff" and is_common(fold(sign)))
