"""编号格式: the numbers of automatic lists as Word writes them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_THOUSANDS = ((1000, "千"), (100, "百"), (10, "十"))
_FORMAL = {"simplified": ("零壹贰叁肆伍陆柒捌玖", "仟佰拾"), "traditional": ("零壹貳參肆伍陸柒捌玖", "仟佰拾")}
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PARENS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_STOPS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_HAN_CIRCLES = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST = 9999


def circled(number: int) -> str:
    """A number in a circle, a plain one where Unicode has no such sign.

    >>> circled(3), circled(21), circled(60)
    ('③', '㉑', '60')
    """
    return _sign(_CIRCLES)(number)


def counting(number: int) -> str:
    """Chinese numerals with 千, 百 and 十.

    >>> counting(10), counting(21), counting(110), counting(1005)
    ('十', '二十一', '一百一十', '一千零五')
    """
    text, zero = "", False
    for size, unit in _THOUSANDS:
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if zero else "") + ("" if size == 10 and digit == 1 and not text else _DIGITS[digit]) + unit
            zero = False
        else:
            zero = bool(text)
    return text + ("零" if zero and number else "") + (_DIGITS[number] if number or not text else "")


def _formal(kind: str) -> Callable[[int], str]:
    digits, units = _FORMAL[kind]
    table = str.maketrans("〇一二三四五六七八九千百十", digits + units)

    def written(number: int) -> str:
        text = counting(number).translate(table)
        return digits[1] + text if text.startswith(units[2]) else text

    return written


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counting_or_digits(number: int) -> str:
    return counting(number) if number < 100 else _digital(number)


def _letters(number: int) -> str:
    """A to Z, then AA, BB and so on, as Word counts."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1) if number and times < 10 else str(number)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        text += sign * times
    return text


def _sign(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda number: _PARENS[number - 1] if 1 <= number <= 20 else f"({number})",
    "decimalEnclosedFullstop": lambda number: _STOPS[number - 1] if 1 <= number <= 20 else f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": lambda number: str(number) + ("th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _counting_or_digits,
    "chineseCountingThousand": counting,
    "taiwaneseCounting": _counting_or_digits,
    "taiwaneseCountingThousand": counting,
    "japaneseCounting": counting,
    "koreanDigital2": _digital,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _formal("simplified"),
    "ideographLegalTraditional": _formal("traditional"),
    "ideographEnclosedCircle": _sign(_HAN_CIRCLES),
    "ideographTraditional": _sign(_STEMS),
    "ideographZodiac": _sign(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}


def numeral(number: int, kind: str, pattern: str = "") -> str:
    """A number in one of Word's formats; an unknown one and a number beyond 9999 are written in digits.

    >>> [numeral(12, kind) for kind in ("chineseCounting", "ideographDigital", "decimalEnclosedCircle", "upperRoman", "lowerLetter")]
    ['十二', '一二', '⑫', 'XII', 'l']
    >>> numeral(7, "custom", "001, 002, 003, ...")
    '007'
    """
    if not 0 <= number <= _LARGEST:
        return str(number)
    if kind == "custom":
        return str(number).zfill(min(len(pattern.partition(",")[0].strip()), 8))
    written = _FORMATS.get(kind)
    return written(number) if written else str(number)
