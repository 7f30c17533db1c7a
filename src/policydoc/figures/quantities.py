"""数量: every number of a line with its multiplier, range, unit and the words that compare it.

1. One pass over the line, each number once; a number without a sure reading keeps its place and has no value.
2. Chinese numerals that are parts of words (统一, 一批, 两癌) are no numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from policydoc.figures.comparing import Scope, behind, landmark, scope
from policydoc.figures.compound import compound_at
from policydoc.figures.elided import share_units
from policydoc.figures.numerals import FRACTION, TENTHS, amount, between, fraction, numeral_at, tenths
from policydoc.figures.quantity import Quantity, Span
from policydoc.figures.ranges import dangling, range_at
from policydoc.figures.torn import torn_at
from policydoc.figures.wording import is_article, is_listed_name, is_vague, word_at
from policydoc.rules.patterns import pattern
from policydoc.rules.units import Unit, unit_at, unit_named

_START = pattern(r"[0-9〇零一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟翻]")
_DOUBLING = pattern(r"翻(?:(?P<times>[一两二三四1-4])?番|倍)")
_DOUBLED: Final = {"两": 4, "二": 4, "2": 4, "三": 8, "3": 8, "四": 16, "4": 16}
_MULTIPLIER = pattern(r"[百千万亿]++\Z")
_EXPONENT = pattern(r"[eE][+-]?[0-9]++")
_TORN_FRACTION = ("百分之", "千分之", "万分之")
_NEGATIVE_AFTER: Final = frozenset("长幅率为到速,(值降")
_HAN_DIGITS: Final = frozenset("〇零一二两三四五六七八九")
_RATIOS: Final = frozenset({"%", "倍", "‰"})


def quantities(text: str, written: str | None = None, dates: Sequence[Span] = (), skip: Sequence[Span] = ()) -> list[Quantity]:
    """Every number of a folded line, in order; a date is one number, and what stands in `skip` (labels) is none.

    `written` is the line before folding, of the same length.

    >>> [(q.value, q.unit_name, q.comparator) for q in quantities("新建公厕76座,面积不低于1.2万平方米")]
    [(Decimal('76'), '座', 'eq'), (Decimal('12000'), '平方米', 'ge')]
    >>> [(q.low, q.high, q.unit_name) for q in quantities("建设2至3个中心")]
    [(Decimal('2'), Decimal('3'), '个')]
    """
    found: list[Quantity] = []
    here = floor = rank = 0
    while (match := _START.search(text, here)) is not None:
        start = match.start()
        label = next((end for first, end in skip if first <= start < end), 0) if skip else 0
        if label:
            here = label
            continue
        while rank < len(dates) and dates[rank][1] <= start:
            rank += 1
        if rank < len(dates) and dates[rank][0] <= start:
            found.append(_date(*dates[rank]))
            here = dates[rank][1]
            continue
        quantity, here = _at(text, start, floor, written)
        if rank < len(dates) and here > dates[rank][0]:  # 4,113年11月底: the digits behind the comma are the date's
            quantity, here = _at(text[: dates[rank][0]], start, floor, written)
        if quantity is not None:
            found.append(quantity)
            floor = floor if text.endswith("每", 0, start) else here  # 每千人 stays open for the number behind it
    return share_units(text, found) if len(found) > 1 else found


def _date(start: int, end: int) -> Quantity:
    return Quantity(start, end, end, None, None, None, None, end, "eq", start, end, dated=True)


def _at(text: str, start: int, floor: int, written: str | None) -> tuple[Quantity | None, int]:
    """The number at a numeral character, or None, and where to look on."""
    first = text[start]
    if "0" <= first <= "9":
        return _arabic(text, start, floor, written)
    word = 0 if text.endswith("第", 0, start) else word_at(text, start)
    if word:
        return None, word
    if first == "翻":
        doubling = _DOUBLING.match(text, start)
        if doubling is None:
            return None, start + 1
        times = Decimal(_DOUBLED.get(doubling["times"] or "", 2))
        return _unitary(text, start, doubling.end(), floor, times, unit_named("倍"))._replace(doubling=True), doubling.end()
    near = text[start + 1 : start + 13]
    for rule, likely in ((FRACTION, "分" in near or near[:1] == "半"), (TENTHS, near[:1] == "成")):
        match = rule.match(text, start) if likely else None
        if match is not None and match.end() - start > 1:
            return _special(text, start, match.end(), floor)
    if text.startswith(_TORN_FRACTION, start):
        return _unread(text, start, start + 3, floor, "the fraction has no numerator"), start + 3
    return _han(text, start, floor, written)


def _special(text: str, start: int, end: int, floor: int) -> tuple[Quantity | None, int]:
    """三分之二, 百分之五, 六成."""
    run = text[start:end]
    if "成" in run:
        percent = tenths(run)
        return (_unitary(text, start, end, floor, percent, unit_named("%")), end) if percent is not None else (None, start + 1)
    share = fraction(run)
    if share is None:
        return _unread(text, start, end, floor, f"“{run[:20]}” has no one reading"), end
    return _unitary(text, start, end, floor, share[0], unit_named(share[1]) if share[1] else None), end


def _unitary(text: str, start: int, end: int, floor: int, value: Decimal, unit: Unit | None) -> Quantity:
    """A number that holds its unit."""
    return _scoped(text, start, end, end, end, scope(text, floor, start, ratio=True), unit, value=value)


def _unread(text: str, start: int, end: int, floor: int, problem: str) -> Quantity:
    unit = unit_at(text, end)
    stop = unit[1] if unit else end
    return _scoped(text, start, stop, end, end, scope(text, floor, start), unit[0] if unit else None)._replace(problem=problem)


def _arabic(text: str, start: int, floor: int, written: str | None) -> tuple[Quantity | None, int]:
    torn = torn_at(text, start)
    if torn is not None:
        whole = _measured(text, start, torn.end, floor, torn.value, written) if torn.value is not None else None
        return _after(whole or _unread(text, start, torn.end, floor, "blanks part its digits"))
    end = numeral_at(text, start, written)
    if text.startswith("000", start):
        return _after(_unread(text, start, end, floor, "it begins with 000"))
    if (
        start > floor
        and text[start - 1] == "-"
        and text[end : end + 1] != "-"
        and (start - 1 == floor or text[start - 2] in _NEGATIVE_AFTER)
    ):
        start -= 1
    if text[end : end + 1] in ("e", "E") and (exponent := _EXPONENT.match(text, end)) is not None:
        return _unread(text, start, exponent.end(), floor, "exponents are not read"), exponent.end()
    value = amount(text[start:end])
    if value is None:
        problem = "more than 15 significant digits" if end - start > 15 else f"“{text[start:end][:20]}” has no one reading"
        return _after(_unread(text, start, end, floor, problem))
    return _after(_measured(text, start, end, floor, value, written))


def _han(text: str, start: int, floor: int, written: str | None) -> tuple[Quantity | None, int]:
    end = numeral_at(text, start, written)
    if end == start:
        return None, start + 1
    run = text[start:end]
    if not run.strip("〇零"):
        return None, end  # ○○○ for a name
    ordinal = text.endswith("第", 0, start)
    problem = is_vague(text, start, end)
    if problem:
        return _after(_unread(text, start, end + (text[end : end + 1] == "几"), floor, problem))
    value = amount(run)
    pair = between(run) if value is None else None
    if value is None and pair is None:
        plain = all(character in _HAN_DIGITS for character in run)
        return (None, end) if plain or len(run) == 1 else _after(_unread(text, start, end, floor, f"“{run[:20]}” has no one reading"))
    if value is None and pair is not None:
        unit = unit_at(text, end)
        if unit is None:
            return None, end
        found = _scoped(text, start, unit[1], end, end, scope(text, floor, start), unit[0], low=pair[0], high=pair[1])
        return _after(found._replace(comparator="range") if found.comparator == "eq" else found)
    if value is None:
        return None, end
    quantity = _measured(text, start, end, floor, value, written)
    if is_listed_name(text, start, quantity.end):
        return None, quantity.end
    if quantity.unit is None:
        keeps = ordinal or len(run) > 1 or quantity.number_end > end or text.startswith("大", end) or quantity.comparator != "eq"
        return _after(quantity) if keeps else (None, end)
    if run == "一" and not ordinal and quantity.comparator == "eq" and quantity.counts and is_article(text, start, quantity.unit.canonical):
        return None, quantity.end
    return _after(quantity)


def _after(quantity: Quantity) -> tuple[Quantity, int]:
    return quantity, max(quantity.number_end, quantity.end)


def _measured(text: str, start: int, end: int, floor: int, value: Decimal, written: str | None) -> Quantity:
    """A number with what follows it: the other end of a range, 余 or 多, the unit."""
    compound = compound_at(text, start, end, value)
    if compound is not None:
        ratio = compound.unit is not None and compound.unit.canonical in _RATIOS
        words, last = scope(text, floor, start, ratio=ratio), compound.number_end
        quantity = _scoped(text, start, compound.end, last, last, words, compound.unit, value=compound.value)
        return quantity._replace(comparator="approx") if compound.rough and quantity.comparator == "eq" else quantity
    problem = dangling(text, start, end)
    number_end = end
    following = text[end : end + 1]
    if following in ("余", "多") or text.startswith("有余", end):
        stop = end + (2 if following == "有" else 1)
        unit = unit_at(text, stop)
        number_end = stop if unit is not None else end
        joined = None
    else:
        unit = unit_at(text, end + 1 if following == " " else end)
        joined = None if problem else range_at(text, start, end, value, unit, written)
    if joined is not None:
        words = scope(text, floor, start)
        _, after = behind(text, joined.end, "range", measured=True)
        return Quantity(
            start,
            joined.end,
            joined.number_end,
            None,
            joined.low,
            joined.high,
            joined.unit,
            _unit_start(text, start, joined.number_end),
            "range",
            words.before,
            after,
            words.per,
        )
    stop = unit[1] if unit else number_end
    known = unit[0] if unit else None
    ratio = known is not None and known.canonical in _RATIOS
    quantity = _scoped(text, start, stop, number_end, end, scope(text, floor, start, ratio=ratio), known, value=value)
    if number_end > end and quantity.comparator == "eq":
        quantity = quantity._replace(comparator="approx")
    return quantity._replace(problem=problem, value=None) if problem else quantity


def _unit_start(text: str, start: int, end: int) -> int:
    """Where multiplier and unit begin."""
    tail = _MULTIPLIER.search(text, start, end) if text[end - 1] in "百千万亿" else None
    return tail.start() if tail and tail.start() > start else end


def _scoped(
    text: str,
    start: int,
    end: int,
    number_end: int,
    run_end: int,
    words: Scope,
    unit: Unit | None,
    *,
    value: Decimal | None = None,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Quantity:
    """A quantity with its comparing words on both sides."""
    comparator, after = behind(text, end, words.comparator, measured=unit is not None)
    after = landmark(text, after, unit.dimension if unit is not None else None)
    unit_start = _unit_start(text, start, run_end) if unit is not None and end > number_end else end
    return Quantity(start, end, number_end, value, low, high, unit, unit_start, comparator, words.before, after, words.per, words.base)
