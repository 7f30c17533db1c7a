"""汉字数字: the Chinese numerals of years, months, days and serials."""

from __future__ import annotations

_DIGITS = {
    character: value
    for value, characters in enumerate(("〇零○Oo0", "一元正", "二", "三", "四", "五", "六", "七", "八", "九"))
    for character in characters
}
_WEIGHTS = {"十": 10, "廿": 20, "百": 100, "千": 1000}


def han_number(text: str) -> int:
    """The number that a Chinese numeral below ten thousand writes, digit by digit or with 十, 百, 千; never an error.

    >>> han_number("七百二十一"), han_number("十二"), han_number("二〇二四"), han_number("一百零三")
    (721, 12, 2024, 103)
    """
    if not any(character in _WEIGHTS for character in text):
        value = 0
        for character in text:
            value = value * 10 + (_DIGITS[character] if character in _DIGITS else int(character) if character in "123456789" else 0)
        return value
    value, pending = 0, 0
    for character in text:
        if character in _WEIGHTS:
            value += _WEIGHTS[character] * (pending or 1)
            pending = 0
        else:
            pending = _DIGITS.get(character, 0)
    return value + pending
