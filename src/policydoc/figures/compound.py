"""复合数词: what stands between a number and its unit or behind it and changes its value: 3000多万, 3个亿, 四年半."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from policydoc.figures.numerals import amount
from policydoc.rules.patterns import pattern
from policydoc.rules.units import Unit, unit_at, unit_named

_MORE = pattern(r"(?:余|多|几|来)(?P<scale>[百千]?[万亿]{1,2})(?![一-鿿]{0,2}工程)")
_PIECES = pattern(r"个(?P<rough>[多余]?)(?P<scale>[万亿])(?=[,。;:、)”]|以上|以下|以内|左右|的|资金|投资|人民币|\Z)")
_MONEY = pattern(r"投|资|款|税|产值|收入|营收|利润|额|融|支|费|债|GDP|生产总值|增加值|财政")
_SCALES: Final = frozenset("百千万亿")
_CONTEXT: Final = 14
_HALF = pattern(
    r"(?:(?P<unit>年|天|周|小时|学期|星期|倍|公里|里|亩|斤)半(?![径程山岛导自成数途封年价天球脱机干湿月日])"
    r"|个半(?=个?(?:小时|工作日|百分点|学期|星期|学时|月)))"
)


class Compound(NamedTuple):
    """The whole value, where number and unit end, and whether it is rough."""

    value: Decimal
    number_end: int
    unit: Unit | None
    end: int
    rough: bool = False


def compound_at(text: str, start: int, end: int, value: Decimal) -> Compound | None:
    """What the words behind the number at [start, end) make of it, or None where they make nothing.

    >>> found = compound_at("培训3000多万人", 2, 6, Decimal(3000))
    >>> found.value, found.unit.canonical, found.rough
    (Decimal('30000000'), '人', True)
    >>> found = compound_at("投资3个亿。", 2, 3, Decimal(3))
    >>> found.value, found.unit.canonical
    (Decimal('300000000'), '元')
    >>> compound_at("四年半", 0, 1, Decimal(4)).value, compound_at("培育3个亿元企业", 2, 3, Decimal(3))
    (Decimal('4.5'), None)
    """
    following = text[end : end + 1]
    if following in ("余", "多", "几", "来"):
        more = _MORE.match(text, end) if text[end + 1 : end + 2] in _SCALES else None
        whole = amount(text[start:end] + more["scale"]) if more is not None else None
        if more is None or whole is None:
            return None
        unit = unit_at(text, more.end())
        return Compound(whole, more.end(), unit[0] if unit else None, unit[1] if unit else more.end(), rough=True)
    pieces = _PIECES.match(text, end) if following == "个" else None
    if pieces is not None:
        whole = value * (10**8 if pieces["scale"] == "亿" else 10**4)
        money = _MONEY.search(text, max(0, start - _CONTEXT), start) is not None
        return Compound(whole, pieces.end(), unit_named("元") if money else None, pieces.end(), rough=pieces["rough"] != "")
    half = _HALF.match(text, end) if "半" in text[end : end + 3] else None
    if half is None:
        return None
    unit = unit_at(text, end) if half["unit"] else unit_at(text, half.end())
    if unit is None:
        return None
    return Compound(value + Decimal("0.5"), end, unit[0], half.end() if half["unit"] else unit[1])
