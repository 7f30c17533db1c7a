"""单元格格式: the value of a cell as its number format shows it (ISO/IEC 29500-1, 18.8.30 numFmt): 85%, 12,000.50, 2025年6月1日."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.source.word.numerals import counting

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 47: "mm:ss",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""The formats that a file names by number alone, as the Chinese edition shows them."""

_TOKEN = pattern(
    r"\"[^\"]*\"?|\\.|_.|\*.|\[[^\]]*\]?|(?i:am/pm|上午/下午|a/p)|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?|[aA]{3,4}|(?i:general)|[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+|[%‰]|[eE][+-][0#]+|@|.",
    16,
)
_DATE_PARTS = frozenset("ymdhsa")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "一二三四五六日"
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_LAST = 2958466
"""The first number behind the year 9999."""
_LONGEST = 200


class Section(NamedTuple):
    """One part of a number format: its tokens, whether it writes a date, and whether in Chinese numerals."""

    tokens: tuple[str, ...]
    is_date: bool
    han: bool


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a format: for positive numbers, negative ones, zero and text.

    >>> [section.is_date for section in sections('0.0%;-0.0%')], sections('yyyy"年"m"月"')[0].is_date
    ([False, False], True)
    """
    found: list[list[str]] = [[]]
    for match in _TOKEN.finditer(code[:_LONGEST]):
        if match[0] == ";":
            found.append([])
        else:
            found[-1].append(match[0])
    return tuple(Section(tuple(tokens), any(map(_is_date_part, tokens)), "[DBNum1]" in tokens) for tokens in found)


def _is_date_part(token: str) -> bool:
    lower = token.lower()
    if lower.startswith("[") and lower.strip("[]") and set(lower.strip("[]")) <= {"h"} | {"m"} | {"s"}:
        return True
    return lower[:1] in _DATE_PARTS and lower != "a/p" and set(lower.rstrip(".0")) <= _DATE_PARTS and len(set(lower.rstrip(".0"))) == 1


def displayed(value: str, code: str, *, from_1904: bool = False) -> str:
    """A number as a format shows it; what no rule of a format reads is shown plain.

    >>> displayed("0.85", "0%"), displayed("12000", "General"), displayed("12000.5", "#,##0.00"), displayed("0.1", "0.00")
    ('85%', '12000', '12,000.50', '0.10')
    >>> displayed("45809", 'yyyy"年"m"月"d"日"'), displayed("45809", "yyyy/m/d"), displayed("8", '0"座"')
    ('2025年6月1日', '2025/6/1', '8座')
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return value
    parts = sections(code)
    place = 0
    if len(parts) > 1 and number < 0:
        place, number = 1, -number
    elif len(parts) > 2 and number == 0:
        place = 2
    section = parts[place]
    if not section.tokens and len(parts) > 1:
        return ""  # the format hides such numbers
    if section.is_date:
        return _date(number, section, from_1904) or plain(number)
    if any(token[:1] in "eE/?" or token.startswith(("[>", "[<", "[=")) for token in section.tokens):
        return plain(number)
    return _number(number, section)


def plain(number: Decimal) -> str:
    """A number without format, to the fifteen digits that a spreadsheet keeps.

    >>> plain(Decimal("0.30000000000000004")), plain(Decimal("12000.0")), plain(Decimal("1E+3"))
    ('0.3', '12000', '1000')
    """
    text = format(Decimal(f"{number:.15g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(number: Decimal, section: Section) -> str:
    digits = next((token for token in section.tokens if token[:1] in "0#?." and token.strip("?,")), "")
    if not digits:
        words = [_literal(token) if token.lower() not in ("general", "@") else plain(number) for token in section.tokens]
        return "".join(words).strip() or plain(number)
    signs = section.tokens.count("%")
    whole, _, rest = digits.partition(".")
    scaled = number.scaleb(2 * signs)
    thousands = whole.rstrip(",")
    scaled = scaled.scaleb(-3 * (len(whole) - len(thousands)))
    shown = scaled.quantize(Decimal(1).scaleb(-len(rest)), ROUND_HALF_UP) if abs(scaled) < Decimal(10) ** 20 else scaled
    text = f"{shown:,f}" if "," in thousands else f"{shown:f}"
    least = len(rest.rstrip("#?"))
    while "." in text and text[-1] == "0" and len(text) - text.index(".") - 1 > least:
        text = text[:-1]
    text = text.rstrip(".")
    zeros = thousands.replace(",", "").count("0")
    if zeros > 1 and "," not in thousands:
        sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
        head, dot, tail = text.partition(".")
        text = sign + head.zfill(zeros) + dot + tail
    made = [text if token is digits else "%" if token == "%" else _literal(token) for token in section.tokens]
    first = section.tokens.index(digits)
    made[first + 1 :] = [
        "" if token[:1] in "0#?." else piece for token, piece in zip(section.tokens[first + 1 :], made[first + 1 :], strict=True)
    ]
    return "".join(made).strip()


def _literal(token: str) -> str:
    """What a token writes as it is."""
    if token.startswith('"'):
        return token.strip('"')
    if token.startswith("\\"):
        return token[1:]
    if token.startswith("["):
        return token[2:].partition("-")[0].rstrip("]") if token.startswith("[$") else ""  # a currency
    return "" if token[:1] in ("_", "*") or token[:1] in "0#?@" else token


def _date(number: Decimal, section: Section, from_1904: bool) -> str | None:
    if not 0 <= number < _LAST:
        return None
    if not from_1904 and number < 60:
        number += 1  # the spreadsheet counts a 29 February 1900
    seconds = int((number * 86400).to_integral_value(ROUND_HALF_UP))
    try:
        moment = (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(seconds=seconds)
    except OverflowError:
        return None
    out: list[str] = []
    clock = False
    noon = any("/" in token and token.lower()[:1] in "a上" for token in section.tokens)
    for place, token in enumerate(section.tokens):
        lower = token.lower()
        if not _is_date_part(token) or lower.startswith("["):
            out.append(
                "午".join(("上" if moment.hour < 12 else "下", "")) if noon and "/" in token and lower[:1] in "a上" else _literal(token)
            )
            continue
        following = next((each.lower() for each in section.tokens[place + 1 :] if _is_date_part(each)), "")
        minute = lower[0] == "m" and (clock or following[:1] == "s")
        out.append(_part(moment, lower, minute=minute, noon=noon, han=section.han))
        clock = lower[0] == "h" or (clock and lower[0] not in "yd")
    return "".join(out).strip()


def _part(moment: datetime.datetime, token: str, *, minute: bool, noon: bool, han: bool) -> str:
    """One part of a date."""
    kind, wide = token[0], len(token) >= 2
    if kind == "y":
        year = str(moment.year) if len(token) > 2 else f"{moment.year % 100:02d}"
        return "".join(counting(int(digit)) for digit in year) if han else year
    if kind == "a":
        return ("星期" if len(token) > 3 else "") + _WEEKDAYS[moment.weekday()]
    if kind == "m" and not minute and len(token) > 2:
        return _MONTHS[moment.month - 1]
    if kind == "d" and len(token) > 2:
        return "星期" + _WEEKDAYS[moment.weekday()]
    hour = (moment.hour % 12 or 12) if noon else moment.hour
    number = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}[kind]
    return counting(number) if han else f"{number:02d}" if wide else str(number)
