"""余数: what a number is that no deed and no indicator claims; and measure words that the table does not know."""

from __future__ import annotations

import re
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.targets.statement import Statement

_WORD = re.compile(r"(?:(?![〇零一二两三四五六七八九十百千万亿半每各的])[一-鿿]){1,4}(?=[,。;、:()]|\Z)")
_LISTED_END: Final = frozenset(("", ",", "。", ";", "、", "(", ")", "|", "\t", *"123456789"))
_NO_NOUN_END: Final = frozenset("由从含的被与和共在前后于以内为有是近")
_NO_NOUN_HEAD: Final = frozenset("第由从含被在以含其该此这有未不")
_NO_MEASURE: Final = (
    "年",
    "月",
    "日",
    "时",
    "号",
    "级",
    "类",
    "第",
    "至",
    "到",
    "大",
    "的",
    "以",
    "及",
    "和",
    "与",
    "等",
    "是",
    "为",
    "在",
    "分",
    "岁",
    "约",
    "预",
    "左",
    "余",
    "多",
)


def unknown_unit(text: str, quantity: Quantity) -> str:
    """The one to four characters between a number and a mark that must be its measure word: 3畈.

    >>> from policydoc.figures.quantities import quantities
    >>> [unknown_unit(line, quantities(line)[0]) for line in ("新建公园3畈。", "新建3大公园。")]
    ['畈', '']
    """
    match = _WORD.match(text, quantity.end) if quantity.after == quantity.end else None
    return match[0] if match is not None and not match[0].startswith(_NO_MEASURE) else ""


def is_listed_amount(text: str, quantity: Quantity, what: Span | None) -> bool:
    """Whether a noun and its number make an item of a list of orders without a verb: 老旧小区11个.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_listed_amount(line, quantities(line)[0], (0, 4)) for line in ("老旧小区11个。", "骨干队伍12名集中办公。", "老旧小区两个。")]
    [True, False, False]
    """
    if what is None or what[0] >= quantity.start or what[1] - what[0] < 3 or not text[quantity.start].isascii():
        return False
    if quantity.dimension in (None, "ratio", "time", "money") or text[what[1] - 1] in _NO_NOUN_END or text[what[0]] in _NO_NOUN_HEAD:
        return False
    if text[what[0]].isdigit():
        return False
    return text[quantity.after : quantity.after + 1] in _LISTED_END


def is_index(text: str, quantity: Quantity, action: Span | None) -> bool:
    """Whether a number without unit is a level by its verb: 系数提高到0.56."""
    return action is not None and 0 <= quantity.before - action[1] <= 1 and text[quantity.after : quantity.after + 1] in _LISTED_END


def is_multitude(text: str, quantity: Quantity) -> bool:
    """Whether a number without unit counts people or things in 万 or 亿: 120万农村人口.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_multitude(line, quantities(line)[0]) for line in ("120万农村人口", "12万,", "3农村人口")]
    [True, False, False]
    """
    following = text[quantity.end : quantity.end + 1]
    return text[quantity.number_end - 1] in "万亿" and "一" <= following <= "鿿" and not text.startswith(_NO_MEASURE, quantity.end)


def residual_kind(statement: Statement, *, wanted: bool) -> str:
    """The kind of an open number that is no target; "unknown" only where nothing tells."""
    quantity = statement.quantity
    if quantity.unit is None or quantity.problem:
        return "unknown"
    if quantity.comparator != "eq":
        return "threshold"
    if quantity.dimension == "money":
        return "funding"
    if quantity.dimension not in ("count", "place", "person", "household", "person_time"):
        return "standard"
    return "unknown" if wanted and statement.end - statement.start > 0 else "standard"
