"""数字: Arabic, Chinese and mixed numerals, read exactly or not at all (GB/T 15835-2011).

1. A number is read whole or refused; only a fraction without end is rounded, to 15 significant digits.
2. Patterns match on the folded shadow; every pattern and function here takes time linear in its input.
3. Words made of numeral characters (统一, 十分, 三甲) are for the caller to tell from numbers.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact
from typing import Final

from policydoc.errors import NumberError
from policydoc.figures.placevalue import DIGIT_VALUES, LONGEST, NEIGHBOURS, SCALE, SMALL, stranger, whole_number
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

DIGITS: Final = 15
"""Significant digits of a figure: what a double carries without loss."""

_PLAIN: Final = str.maketrans("〇壹贰叁参肆伍陆柒捌玖拾佰仟弌弍弎俩幺", "零一二三三四五六七八九十百千一二三两一")

# 百分之, 百分点, 千瓦, 千米 … begin with a character that is no multiplier there.
_HUNDRED: Final = "百(?!分[之点制百])"
_THOUSAND: Final = "千(?!分[之点]|[瓦克米伏帕焦乏赫卡升])"
_MYRIAD: Final = "万(?!分之)"
_MULTIPLIER: Final = rf"(?:{_HUNDRED}(?![强佳姓货])|{_THOUSAND}|{_MYRIAD}|亿|兆(?=[余多]?(?:元|亿|美元|新台币)))"
_HAN: Final = "〇零一二两三四五六七八九十亿廿卅卌"
_FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾佰仟"

NUMERAL: Final = pattern(
    rf"""
    [0-9百千万半{_HAN}{_FORMAL}]                               # one class first: the scanner skips all else quickly
    (?: (?<=[0-9])
        (?: [0-9]{{0,2}}+ (?:,[0-9]{{3}}(?![0-9]))++           # 1,140
          | [0-9]{{0,2}}+ (?:\ [0-9]{{3}}(?![0-9]))++ (?=[一-鿿%])    # 308 000个, not a row of table cells
          | [0-9]*+ )
        (?:\.[0-9]++)?+
        (?: (?:\ (?=[万亿]))?+ {_MULTIPLIER}{{1,3}}+                # 75.5 万, as a PDF gives it
            (?: 零?+ (?:[0-9],[0-9]{{3}}|[0-9]{{1,4}}+) (?:[百万亿]|{_THOUSAND})++ ){{0,4}}+    # 12亿4,045万, 3万5千
            (?: 零?+ (?:[0-9],[0-9]{{3}}|[0-9]{{3,4}}+) (?![0-9.,%年月日号时点A-Za-z]) )?+          # 1万600, 3万6,000
        )?+
      | (?: (?<=[{_HAN}]) (?<![零〇](?![零〇一二三四五六七八九点])) | (?<={_HUNDRED[0]}){_HUNDRED[1:]} | (?<=千){_THOUSAND[1:]} | (?<=万){_MYRIAD[1:]} )
        (?<!十(?=分(?!钟)))                                    # 十分重要
        (?: [{_HAN}] | {_HUNDRED} | {_THOUSAND} | 千(?=米) | {_MYRIAD} )*+
        (?: 点[〇零一二三四五六七八九]++(?![十刻分]) (?:[百万亿]|{_THOUSAND})*+ )?+
      | (?<=[{_FORMAL}]) (?=[{_FORMAL}零万亿]) [{_FORMAL}零万亿]++                           # 肆佰陆拾, but not the 陆 of 大陆
      | (?<=半) (?<![上下大过前后个年月]半) (?=个|小时)
    )
    """,
    re.VERBOSE,
)
"""The number run of a figure at a position of folded text: 17605, 1,140, 1.2万, 12亿4045万, 三百二十, 百."""

FRACTION: Final = pattern(
    rf"""
    [0-9百千万{_HAN}] (?: (?<=百)分百
      | (?<=一)半(?![年天日月小径山岛程导自夜]) | [0-9百千万{_HAN}]{{0,11}}+ 分之 (?: [0-9]++(?:\.[0-9]++)?+ | (?:[{_HAN}]|{_HUNDRED}|[千万])++ (?:点[〇零一二三四五六七八九]++)?+ ) )
    """,
    re.VERBOSE,
)
"""分数: 三分之二, 百分之七十五, 千分之3.5, 百分百, 一半."""

TENTHS: Final = pattern(
    r"""
    [0-9一二两三四五六七八九十] (?<![0-9.][0-9]) (?: (?<=[0-9]) (?:\.[0-9])?+ )?+ 成
    (?![为立员果功都本效套品年长交活绩熟型片人渝分就份像群体链网规排建形因名不])
    (?: [1-9一二三四五六七八九半] (?![0-9.一二三四五六七八九十百千万亿个户家项件名座人]) )?+
    """,
    re.VERBOSE,
)
"""成数: 三成, 六成五, 3.5成. 三成员 and 一成不变 are none."""

_LABELLING: Final = ("第", "附件", "附表", "附图", "专栏", "见表", "见图", "如图", "如表", ".")
_GROUPED: Final = pattern(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})++(?![0-9,])")
_SPACED: Final = pattern(r"(?<![0-9.,])[0-9]{1,3}(?:\s[0-9]{3})++(?![0-9,/]|\s[0-9])|(?<=[0-9])\s(?=[万亿])")
_WHOLE: Final = {"百分百": (Decimal(100), "%"), "一半": (Decimal("0.5"), None)}
_TORN: Final = pattern(r"[0-9]\s++[0-9]")
_QUICK: Final = pattern(r"([0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(\.[0-9]++)?(?: (?=[万亿]))?([百千]?[万亿]?|万亿)")
_SHIFT: Final = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_ARABIC: Final = pattern(r"[0-9]*+(?:\.[0-9]++)?+")


def numeral_at(folded: str, position: int, text: str | None = None) -> int:
    """Where the number run at a position ends; the position itself where there is none.

    A full-width comma of the unfolded `text` parts thousands too (1，140户), but ends the number of a label (第3，200户).

    >>> numeral_at("共1,140户", 1, "共1，140户"), numeral_at("第3,200户", 1, "第3，200户"), numeral_at("各户", 0)
    (6, 2, 0)
    """
    match = NUMERAL.match(folded, position)
    if match is None:
        return position
    labelled = text is not None and text[position].isascii() and (not position or folded.endswith(_LABELLING, 0, position))
    comma = text.find("，", position, match.end()) if text is not None and labelled else -1
    return match.end() if comma < 0 else comma


def amount(folded: str) -> Decimal | None:
    """The amount of one number run of folded text, or None where it is vague, malformed or longer than 15 significant digits.

    >>> amount("17605"), amount("1,140"), amount("1.4万亿"), amount("12亿4045万"), amount("三百二十"), amount("三四十")
    (Decimal('17605'), Decimal('1140'), Decimal('1400000000000'), Decimal('1240450000'), Decimal('320'), None)
    """
    if len(folded) <= DIGITS and (plain := _QUICK.fullmatch(folded)):  # most figures; the grammar takes three times as long
        whole, point, multiplier = plain.groups("")
        shift, point = _SHIFT[multiplier], point[1:].rstrip("0")
        whole = whole.replace(",", "") + point[:shift].ljust(shift, "0")
        return Decimal(f"{whole}.{point[shift:]}" if point[shift:] else whole)
    if len(folded) > LONGEST:
        return None
    try:
        value = _number(_close_up(folded[1:] if folded[:1] == "-" else folded))
    except NumberError:
        return None
    if len("".join(map(str, value.as_tuple().digits)).strip("0")) > DIGITS:
        return None
    return value.copy_negate() if value and folded[0] == "-" else value


def fraction(folded: str) -> tuple[Decimal, str | None] | None:
    """The amount of a fraction and its unit: % for 百分之, ‰ for 千分之, else none.

    >>> fraction("百分之七十五"), fraction("千分之3.5"), fraction("三分之二")
    ((Decimal('75'), '%'), (Decimal('3.5'), '‰'), (Decimal('0.666666666666667'), None))
    """
    below, _, above = folded.partition("分之")
    upper, lower = amount(above), amount(below)
    if upper is None or not lower:
        return _WHOLE.get(folded)
    unit = {"百": "%", "千": "‰"}.get(below)
    return (upper, unit) if unit else (_ratio(Decimal(0), upper, lower), None)


def tenths(folded: str) -> Decimal | None:
    """The percentage that 成数 stands for.

    >>> tenths("三成"), tenths("六成五"), tenths("3.5成"), tenths("七成半")
    (Decimal('30'), Decimal('65'), Decimal('35'), Decimal('75'))
    """
    whole, word, part = folded.partition("成")
    tens, ones = amount(whole), Decimal(5) if part == "半" else amount(part or "0")
    return _plain(tens * 10 + ones) if word and tens is not None and ones is not None else None


def between(folded: str) -> tuple[Decimal, Decimal] | None:
    """概数: the two amounts that neighbouring digits stand between, or None where there are none such.

    >>> between("两三"), between("三四十"), between("一百二三十"), between("三十四")
    ((Decimal('2'), Decimal('3')), (Decimal('30'), Decimal('40')), (Decimal('120'), Decimal('130')), None)
    """
    pairs = list(NEIGHBOURS.finditer(folded[: LONGEST + 1]))
    if len(pairs) != 1:
        return None
    start, end = pairs[0].span()
    low, high = amount(folded[: start + 1] + folded[end:]), amount(folded[:start] + folded[end - 1 :])
    return (low, high) if low is not None and high is not None and low < high else None


def read_number(text: str) -> Decimal:
    """The one exact number that a text is, without unit, up to 100 digits; anything else raises `NumberError`.

    >>> read_number("一千零五十"), read_number("３万５千"), read_number("百分之5"), read_number("负壹佰贰拾万")
    (Decimal('1050'), Decimal('35000'), Decimal('0.05'), Decimal('-1200000'))
    >>> read_number("100余")
    Traceback (most recent call last):
    policydoc.errors.NumberError: '100余' is not one exact number: 余 makes it vague; give the number without it
    """
    try:
        return _signed(text.strip())
    except NumberError as error:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        raise NumberError(f"{shown!r} is not one exact number: {error}") from None


def _signed(text: str) -> Decimal:
    if not text:
        raise NumberError("the text is empty; give a number such as 1050, 1.2万 or 一千零五十")
    if len(text) > 5 * LONGEST:
        raise NumberError(f"it has {len(text)} characters; give a number of at most {LONGEST} digits")
    folded = _close_up(fold(text))
    if _TORN.search(folded):
        raise NumberError("a blank parts its digits and they are no groups of three; remove it or give one number at a time")
    folded = "".join(folded.split())
    value = _unsigned(folded[1:] if folded[0] in "-负+" else folded)
    return value.copy_negate() if value and folded[0] in "-负" else value


def _close_up(text: str) -> str:
    """Groups of three digits, and digits and multiplier, without the blank between them."""
    return _SPACED.sub(lambda match: "".join(match[0].split()), text)


def _unsigned(folded: str) -> Decimal:
    """A number or a fraction: 3/2, 三分之二, 3又一千分之23, 一又十分一."""
    whole, also, rest = folded.rpartition("又")
    for bar in ("/", "分之", "分") if also else ("/", "分之"):
        left, found, right = rest.partition(bar)
        if found:
            upper, lower = (left, right) if bar == "/" else (right, left)
            if not upper or not lower or (also and not whole):
                raise NumberError(f"a part of the fraction is missing around {bar}; give both, as 三分之二 or 2/3")
            divisor = _number(lower)
            if not divisor:
                raise NumberError("the denominator is zero; correct it")
            return _ratio(_number(whole) if also else Decimal(0), _number(upper), divisor)
    return _number(folded)


def _ratio(whole: Decimal, upper: Decimal, lower: Decimal) -> Decimal:
    """`whole + upper / lower`, exact where the decimal ends, else to 15 significant digits."""
    context = Context(prec=2 * LONGEST + 50, rounding=ROUND_HALF_EVEN, traps=[])
    value = context.add(whole, context.divide(upper, lower))
    if not context.flags[Inexact]:
        return _plain(value)
    if whole.adjusted() >= DIGITS:
        raise NumberError(f"the decimal has no end and its whole part more than {DIGITS} digits; give whole part and fraction apart")
    return Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[]).plus(value)


def _plain(value: Decimal) -> Decimal:
    """Without exponent, and without decimals where they are zero: 1.20E+4 is 12000."""
    digits = f"{value:f}"
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


def _number(folded: str) -> Decimal:
    """An Arabic, Chinese or mixed number without sign, blanks or fraction bar."""
    if "," in folded:
        folded = _GROUPED.sub(lambda match: match[0].replace(",", ""), folded)
    if sum(character in "0123456789" for character in folded) > LONGEST:
        raise NumberError(f"it has more than {LONGEST} digits; give a number of at most {LONGEST}")
    if folded and _ARABIC.fullmatch(folded):
        return _plain(Decimal(folded))
    text = folded.translate(_PLAIN)
    if text[:1] == "半" and text[1:] in ("", "百", "千", "万", "亿"):
        return _plain(Decimal(whole_number(text[1:]) if text[1:] else 1) * Decimal("0.5"))
    left, _, right = text.replace("点", ".").partition(".")
    if len(left) == len(text):
        return Decimal(whole_number(text))
    tail = right.lstrip("0123456789") if right[:1].isascii() else right.lstrip("零一二三四五六七八九")
    decimals = "".join(str(DIGIT_VALUES.get(digit, digit)) for digit in right[: len(right) - len(tail)])
    if not decimals or (not left and "点" in text) or len(decimals) > LONGEST:
        raise NumberError("the decimal point wants digits on both sides, at most 100; complete it, as 零点五 or 0.5")
    if tail and (set(tail) - SMALL.keys() - SCALE.keys() or tail[0] == "十"):
        raise NumberError(stranger(tail))
    exponent = len(str(whole_number(tail))) - 1 if tail else 0
    return _plain(Decimal(f"{whole_number(left) if left else 0}.{decimals}E{exponent}"))
