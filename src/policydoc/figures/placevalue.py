"""位值: whole numbers of digits and multiplier words, 一千零五十 as well as 3万5千.

Chinese writes the place of a digit as a word behind it; 十百千 rise within a section, 万亿兆 part the sections. What is
vague (三四十), out of order (一百千) or not consumed is refused, never guessed.
"""

from __future__ import annotations

import re
from typing import Final

from policydoc.errors import NumberError
from policydoc.rules.patterns import pattern

LONGEST: Final = 100
"""Digits that `read_number` reads."""

DIGIT_VALUES: Final = {"零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2}
SMALL: Final = {"十": 10, "百": 100, "千": 1000}
SCALE: Final = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TENS: Final = {"廿": 2, "卅": 3, "卌": 4}
_STACKED: Final = frozenset({(10**4, 10**4), (10**4, 10**8), (10**4, 10**12), (10**8, 10**8)})
"""Scale words that may stand side by side: 万万, 万亿, 万兆, 亿亿."""
_VAGUE: Final = frozenset("余多来几数上近约超逾许左右")
_TOKEN: Final = pattern(r"[0-9]++|.", re.DOTALL)
NEIGHBOURS: Final = pattern(
    r"(?<![一二两三四五六七八九])(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?![〇零一二两三四五六七八九])"
)
"""Digits side by side that stand for either: 两三, 三四(十), 三五."""
_TOO_LARGE: Final = "the part before {} is larger than the place it stands in; give one number"


def whole_number(text: str) -> int:
    """A whole number of digits and multiplier words, from left to right; whatever is not consumed is refused."""
    if not text:
        raise NumberError("a part of the number is missing; complete it")
    if text.isascii() and text.isdigit():
        return int(text)
    if all(character in DIGIT_VALUES for character in text):
        return _digits(text)
    groups: list[tuple[int, int]] = []  # (scale, value), falling scales: 三亿五万 is [(亿, 3亿), (万, 5万)]
    section = unit = stack = 0  # of the thousands now being read; `unit` is its last multiplier; `stack` counts 万亿 as two
    pending: str | None = None  # a digit or Arabic run that waits for its multiplier
    zero = False
    for token in _TOKEN.findall(text):
        if token == "零":
            if pending or zero or not (unit or groups):
                raise NumberError("零 stands where no digit is left out; write 一千零五十")
            zero = True
        elif token in DIGIT_VALUES or (token.isascii() and token.isdigit()):
            if pending:
                raise NumberError(f"{pending}{token} may mean {pending} or {token}; give one number")
            pending = token
        elif token in SMALL or token in _TENS:
            weight = SMALL.get(token, 10)
            if (unit and weight >= unit) or (token in _TENS and pending):
                raise NumberError(f"{token} is out of order; multipliers fall from 千 to 十")
            if pending is None and weight > 10 and not zero and (unit or groups):
                raise NumberError(f"{token} has no digit before it; write 一{token}")
            count = _TENS.get(token) or (1 if pending is None else _count(pending))
            if (unit and count * weight >= unit) or (count > 9 and weight == 10):
                raise NumberError(f"{pending}{token} is larger than the place it stands in; give one number")
            section, unit, pending, zero = section + count * weight, weight, None, False
        elif token in SCALE:
            scale = SCALE[token]
            if not unit and pending is None:
                if not groups and not zero:
                    groups.append((scale, scale))
                    stack = 1
                elif stack == 1 and not zero and (groups[-1][0], scale) in _STACKED:
                    last, value = groups.pop()
                    if groups and value * scale >= groups[-1][0]:
                        raise NumberError(_TOO_LARGE.format(token))
                    groups.append((last * scale, value * scale))
                    stack = 2
                else:
                    raise NumberError(f"{token} has no digit before it; give a number such as 三万亿")
            else:
                if groups and scale > groups[-1][0] and pending and not unit and not zero:
                    raise NumberError(f"{pending}{token} is ambiguous after a multiplier; write all places, as 三万五千亿")
                value = section + _tail(pending, unit, zero)
                if groups and value >= groups[-1][0]:
                    raise NumberError(_TOO_LARGE.format(token))
                while groups and groups[-1][0] < scale:
                    value += groups.pop()[1]
                value *= scale
                if groups and value >= groups[-1][0]:
                    raise NumberError(_TOO_LARGE.format(token))
                groups.append((scale, value))
                stack = 1
            section, unit, pending, zero = 0, 0, None, False
        else:
            raise NumberError(stranger(token))
    if zero and pending is None:
        raise NumberError("it ends in 零; complete it")
    last = groups[-1][0] if groups else 0
    if stack == 2 and pending and not unit and not zero:
        raise NumberError(f"{pending} after two multipliers is ambiguous; write its place")
    section += _tail(pending, unit or last, zero)
    if last and section >= last:
        raise NumberError("its last part is larger than the place it stands in; give one number")
    return sum(value for _, value in groups) + section


def _tail(pending: str | None, unit: int, zero: bool) -> int:
    """The last digit of a section: 五 of 二十五 and 一百零五 is 5, of 四百五 and 三万五 a tenth of the multiplier before it."""
    if pending is None:
        return 0
    if pending.isascii():
        if unit > 10 and len(pending) == 1 and not zero:
            raise NumberError(f"{pending} after a multiplier is ambiguous; write its place, as 3万5千")
        if unit and int(pending) >= unit:
            raise NumberError(f"{pending} is larger than the place it stands in; give one number at a time")
        return int(pending)
    return DIGIT_VALUES[pending] * (1 if zero or unit <= 10 else unit // 10)


def _count(token: str) -> int:
    return int(token) if token.isascii() else DIGIT_VALUES[token]


def _digits(text: str) -> int:
    """Digits one after the other: 一七二零. Two neighbours (三四, 三五) are a vague number."""
    if len(text) > LONGEST:
        raise NumberError(f"it has more than {LONGEST} digits; give a number of at most {LONGEST}")
    if len(text) == 2 and NEIGHBOURS.fullmatch(text):
        raise NumberError(f"{text} may mean {text[0]} or {text[1]}; give one number")
    return int("".join(str(DIGIT_VALUES[digit]) for digit in text))


def stranger(text: str) -> str:
    """Why a character that is no part of a number is refused."""
    if text[0] in _VAGUE:
        return f"{text[0]} makes it vague; give the number without it"
    if text[0] in "eE^":
        return "exponents are not read; write the digits out"
    return f"{text[0]!r} is no part of a number; give the number alone, without unit or words"
