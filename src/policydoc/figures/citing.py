"""引述数: numbers by which something else is named: meetings (第47次常务会议), articles (第十七条), footnotes ([1]), copies that go along."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.rules.patterns import pattern

_MEETING = pattern(
    r"次(?:[^,。;、:0-9第]{0,12}?(?:会议|例会|全会|大会|年会|联席会)|[^,。;、:0-9第]{0,6}会(?=审议|讨论|研究|通过|决定|同意|[,。;)]))"
)
_ARTICLE = pattern(r"条(?=[规的之、,。;:)”第款和及至或与]|\Z)|款(?=[规的之、,。;:)第和及至或与]|\Z)")
_FOOTNOTES: Final = 100
_COPIES = pattern(r"(?:检附|检送|检具|检陈|随函|附送|附上|附具|另附|提交|呈报|报送|填报|填写)[^,。;0-9]{0,20}\Z")
_MOST_COPIES: Final = 20
_LONGEST: Final = 26


def cited_kind(text: str, quantity: Quantity) -> str:
    """reference, name or "" by what touches a number.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("县政府第31次常务会议审议", "依照《条例》第十九条规定", "第三批试点", "面积12亩[2],", "检附申请书2份", "小(1)型水库")
    >>> [cited_kind(line, quantities(line)[-1]) for line in lines]
    ['reference', 'reference', '', 'reference', 'reference', 'name']
    """
    start, end = quantity.start, quantity.number_end
    before = text[start - 1 : start]
    if before == "第":
        if _MEETING.match(text, end) or (start > 1 and _ARTICLE.match(text, end)):
            return "reference"
    elif before in ("[", "(") and quantity.unit is None and quantity.value is not None and quantity.value < _FOOTNOTES:
        if before == "[" and text.startswith("]", end):
            return "reference"
        if text.startswith(")型", end):
            return "name"
    elif quantity.unit_name == "份" and quantity.comparator == "eq" and quantity.value is not None and quantity.value <= _MOST_COPIES:
        return "reference" if _COPIES.search(text, max(0, start - _LONGEST), start) else ""
    return ""
