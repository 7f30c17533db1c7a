"""申报数: how many projects, measures or sides a text says it has (20项民生工程, 三大任务): no number to be reached."""

from __future__ import annotations

from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern

_UNITS: Final = frozenset({"项", "件", "条", "类", "个", "方面", "场", "点", "种", "大类", "张"})
_MOST = 500
_FEW: Final = frozenset({"一", "两", "二", "三", "四", "五"})
"""两个市场: so few of something abstract are its names."""
_LONGEST = 12
_NOT_COUNTS: Final = ("率", "化", "上", "量", "面积", "里程")
_ADJECTIVES: Final = 4
_SIDES: Final = ("方面", "领域", "类")
"""深度融合方面6项: how many of a kind there are."""
_ENDS: Final = frozenset(("", "。", ",", ";", ":", ")"))
_BREAKS: Final = _ENDS | frozenset("、和与及的两二三四五”")
_BUILT: Final = ("新建", "改造", "建成", "扩建", "改建")
_QUOTED = pattern(r"[“\"][^“”\"]{1,20}[”\"]")
_SORTED = pattern(r"[0-9一二三四五六七八九十](?:大类|大项|类|方面|个方面)\Z")
_SORTING = pattern(r"(?:大类|大项|类|个?方面)[0-9一二三四五六七八九十百]{1,4}[项个件条种]")
"""十大类26项, 5个方面79项: both numbers declare."""


@cache
def _words(role: str) -> Lexicon[str]:
    return lexicon("declared", lambda row, _: row["id"], lambda row: row["role"] == role)


def _noun(text: str, start: int) -> bool:
    """Whether 重点 民生 工程 stands at a place."""
    stop = min(len(text), start + _LONGEST)
    for _ in range(_ADJECTIVES):
        quoted = _QUOTED.match(text, start)
        if quoted is not None:
            start, stop = quoted.end(), min(len(text), quoted.end() + _LONGEST)
        noun = _words("noun").at(text, start, stop)
        if noun is not None and not text.startswith(_NOT_COUNTS, noun[1]):
            return True
        adjective = _words("adjective").at(text, start, stop)
        if adjective is None:
            return False
        start = adjective[1]
    return False


def is_declared(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a number says how many there are rather than how many to build.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_declared(line, quantities(line)[0], (0, len(line))) for line in ("实施20项民生工程", "建设20个驿站", "三大任务")]
    [True, False, True]
    """
    if quantity.value is None or quantity.value > _MOST or quantity.comparator != "eq" or quantity.dimension not in (None, "count"):
        return False
    unit = quantity.unit
    start, end = quantity.start, quantity.number_end
    if unit is None:
        return text.startswith("大", end) or (_noun(text, end) and not text[start].isascii())
    if unit.canonical not in _UNITS:
        return False
    if text.startswith("(", start - 1) and text.startswith(")", quantity.end):
        return True
    if text.endswith(_SIDES, clause[0], start) and text[quantity.end : quantity.end + 1] in _ENDS:
        return True
    if _SORTED.search(text, max(0, start - 8), start) or _SORTING.match(text, end):
        return True
    always = _words("always").at(text, quantity.end, len(text))
    if always is not None and text[always[1] : always[1] + 1] in _ENDS:
        return True
    if text[start:end] in _FEW and not text.endswith(_BUILT, clause[0], start):
        abstract = _words("abstract").at(text, quantity.end + text.startswith("大", quantity.end), len(text))
        if abstract is not None and text[abstract[1] : abstract[1] + 1] in _BREAKS:
            return True
    if not _noun(text, quantity.end):
        return False
    lead = text[clause[0] : start]
    return not lead or not text[start].isascii() or _words("declarer").before(text, clause[0], start) is not None or lead[-1] in "年、"
