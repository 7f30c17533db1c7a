"""数量: what looks like a number of an item and is an amount, a version or a day: 1.5亿元, 2.0版, 5.12地震."""

from __future__ import annotations

from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

DECIMAL = pattern(r"([0-9]{1,2})\.([1-9][0-9]?)(?![0-9.])")
_VERSION = pattern(r"[0-9]{1,2}\.0")
_DAY = pattern(
    r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]?[0-9])[”\"]?(?:特?大?地震|[特重]大|事故|事件|惨案|案件|专案|暴雨|洪灾|火灾|矿难|纪念|胜利|讲话|批示)"
)
_MEASURED = frozenset({"length", "area", "volume", "mass", "energy", "money", "ratio", "time", "concentration"})
"""Dimensions of what comes in fractions."""
_DATED = tuple("月年日")
_MANY = ("万", "亿", "千", "百", "%")


def is_measured(text: str, end: int) -> bool:
    """Whether what ends here is an amount: 1.5亿元, 2.3公里; not 1.5G网络, 4.8月底 or 3.5个 (nothing is half counted).

    >>> is_measured("1.5亿元用于公路", 3), is_measured("1.5G网络建设", 3), is_measured("4.8月底前", 3)
    (True, False, False)
    """
    if text.startswith(_MANY, end):
        return True
    unit = unit_at(text, end)
    return unit is not None and unit[0].dimension in _MEASURED and not text.startswith(_DATED, end)


def is_amount(text: str, start: int = 0) -> bool:
    """Whether a decimal number, a version or a memorial day stands here, and no number of an item.

    >>> is_amount("2.3万户居民"), is_amount("2.0版上线"), is_amount("5.12地震灾区"), is_amount("3.2025年底前")
    (True, True, True, False)
    """
    decimal = DECIMAL.match(text, start)
    if _VERSION.match(text, start) or _DAY.match(text, start):
        return True
    return decimal is not None and is_measured(text, decimal.end())
