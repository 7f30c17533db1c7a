"""计量单位和量词: the longest unit of the table at a place of folded text.

A multiplier is no part of a unit: 3.2万亩 is 32000 and 亩. 千瓦, 千克 and 百分点 are whole words. A unit that begins a longer
noun (面 of 面积, 单 of 单位) is none: the table's column `unless` lists such continuations.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

_MULTIPLIERS = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}


_SCALE = pattern("|".join(_MULTIPLIERS))


class Unit(NamedTuple):
    """计量单位: one row of the units table, or a rate of two rows (元/株)."""

    id: str
    canonical: str
    """The unit as a plan names it: Simplified, without multiplier (公里, 平方米, 元, %)."""
    dimension: str | None
    """One of the contract's dimensions, or None where none fits."""
    symbol: str
    """International symbol where there is one (km, m2, CNY), else the canonical word."""
    ucum: str
    """Code of the Unified Code for Units of Measure; {braces} for what is only counted."""
    qudt: str
    """Name in the QUDT vocabulary, or ""."""
    factor: str
    """How many `base` one unit is, as an exact integer or fraction ("2000/3"), or "" where no such number exists."""
    base: str
    unless: tuple[str, ...]
    """Continuations that make the form a part of another word."""


@cache
def units() -> dict[str, Unit]:
    """Every written form of the table, folded, and its unit.

    >>> units()["千米"].canonical, units()["㎡"].symbol, units()["亩"].factor
    ('公里', 'm2', '2000/3')
    """
    found: dict[str, Unit] = {}
    for row in table("units"):
        unit = Unit(
            row["id"],
            row["canonical"],
            row["dimension"] or None,
            row["symbol"],
            row["ucum"],
            row["qudt"],
            row["factor"],
            row["base"],
            forms(row, "unless"),
        )
        found.update(dict.fromkeys(forms(row), unit))
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths, longest first, of the forms that begin with a character."""
    lengths: dict[str, set[int]] = {}
    for form in units():
        lengths.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def unit_at(folded: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit at a place of folded text and where it ends, or None.

    A second unit in brackets belongs to the first (套(间), 人(次)); two units with a stroke between them are a rate.

    >>> [(unit.canonical, end) for unit, end in filter(None, (unit_at("5个百分点", 1), unit_at("3千克", 1), unit_at("9面积", 1)))]
    [('百分点', 5), ('公斤', 3)]
    >>> unit_at("补助300元/株", 5)[0].canonical, unit_at("2200套(间)", 4)[0].canonical, unit_at("8000人(次)", 4)[0].canonical
    ('元/株', '套', '人次')
    """
    found = _single(folded, position)
    if found is None:
        return None
    unit, end = found
    mark = folded[end : end + 1]
    if mark == "(":
        second = _single(folded, end + 1)
        if second is not None and folded[second[1] : second[1] + 1] == ")":
            inner = folded[end + 1 : second[1]]
            joined = units().get(folded[position:end] + inner) if inner == "次" else None
            return joined or unit, second[1] + 1
    elif mark == "/":
        scale = _SCALE.match(folded, end + 1)
        second = _single(folded, scale.end() if scale else end + 1)
        if second is not None:
            return _rate(unit, second[0], scale[0] if scale else ""), second[1]
    return found


def _single(folded: str, position: int) -> tuple[Unit, int] | None:
    known = units()
    for length in _lengths().get(folded[position : position + 1], ()):
        form = folded[position : position + length]
        end = position + len(form)
        unit = known.get(form)
        if unit is None or (unit.unless and folded.startswith(unit.unless, position)):
            continue
        if form[-1].isascii() and form[-1].isalnum() and folded[end : end + 1].isascii() and folded[end : end + 1].isalnum():
            continue  # the m of 5mm, the G of 5GB
        return unit, end
    return None


@cache
def _rate(unit: Unit, per: Unit, scale: str) -> Unit:
    """Two counts with a stroke between them (个/处) are one count under two names; anything else is a rate (人/亿元)."""
    if unit.dimension == per.dimension == "count" and not scale:
        return unit
    return unit._replace(
        id=f"{unit.id}_per_{per.id}" + (f"_{_MULTIPLIERS[scale]}" if scale else ""),
        canonical=f"{unit.canonical}/{scale}{per.canonical}",
        dimension=unit.dimension if unit.dimension == "money" else None,
        symbol=f"{unit.symbol}/{scale}{per.symbol}",
        ucum=f"{unit.ucum}/{per.ucum}" if unit.ucum and per.ucum and not scale else "",
        qudt="",
        factor="",
        base="",
        unless=(),
    )


def unit_named(form: str) -> Unit | None:
    """The unit that a folded form names, without multiplier.

    >>> unit_named("个工作日").canonical, unit_named("万元")
    ('工作日', None)
    """
    return units().get(form)


_DIGITS = Context(prec=15)
"""As many digits as a JSON number keeps."""


@cache
def _factor(written: str) -> tuple[Decimal, Decimal]:
    """Numerator and denominator."""
    above, _, below = written.partition("/")
    return Decimal(above), Decimal(below or 1)


def in_base(value: Decimal | None, unit: Unit | None) -> Decimal | None:
    """An amount in the base unit of its unit, exact where a decimal can be, else to 15 digits; None where the table has no factor.

    >>> in_base(Decimal(3), unit_named("公里")), in_base(Decimal("1.5"), unit_named("亩")), in_base(Decimal(35), unit_named("%"))
    (Decimal('3000'), Decimal('1000'), Decimal('0.35'))
    >>> in_base(Decimal(1), unit_named("亩")), in_base(Decimal(3), unit_named("座")), in_base(None, unit_named("公里"))
    (Decimal('666.666666666667'), None, None)
    """
    if value is None or unit is None or not unit.factor:
        return None
    above, below = _factor(unit.factor)
    base = _DIGITS.divide(value * above, below)
    whole = base.to_integral_value()
    return whole if base == whole else base.normalize()


def scaled_unit(form: str) -> tuple[int, Unit] | None:
    """Multiplier and unit of a column title or caption (单位：万元).

    >>> [(times, unit.canonical) for times, unit in filter(None, map(scaled_unit, ("万元", "千米", "亿千瓦时", "辆", "所谓")))]
    [(10000, '元'), (1, '公里'), (100000000, '千瓦时'), (1, '辆')]
    """
    unit = _whole(form)
    if unit is not None:
        return 1, unit
    for word, times in _MULTIPLIERS.items():
        if form.startswith(word):
            unit = _whole(form[len(word) :])
            return None if unit is None else (times, unit)
    return None


def _whole(form: str) -> Unit | None:
    found = unit_at(form, 0)
    return found[0] if found is not None and found[1] == len(form) else None
