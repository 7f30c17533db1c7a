"""余数: what a number is that no deed, no indicator and no rule of its kind has claimed: told by what touches it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by

_YEAR = pattern(r"(?:19[4-9]|20[0-6])[0-9](?=年代?|[、和至-]|[(]|[一二两三四五]年|度)")
_DECADE = pattern(r"年代|世纪")
_PLAN = pattern(r"(?:一|二|三|四|五|六|七|八|九|十|十[一-五])五(?=[”\"' ]|计划|规划|期间|时期|末|[前后]|以来)")
_MARKED: Final = frozenset("“”\"'‘’")
_RATIO_SIGNS: Final = frozenset(":∶比÷×/")
_HOTLINE = pattern(r"(?:1[12][0-9]{1,3}|9[0-9]{4})\Z")
_LINES = pattern(r"[^,。;]{0,14}(?:热线|平台|专线|电话|举报)")
_LETTERS = pattern(r"[^A-Za-z\n]{0,3}[A-Za-z]{4}")
_SINGLE: Final = frozenset({"一个", "一种", "一条", "一座", "一家"})
_ROW = pattern(r"预期性|约束性|倡导性|指导性|基期|目标值")
_MOST_ROWS: Final = 200
_HAN = pattern(r"[一-鿿#]")
_NOUN = pattern(r"(?!以[上下内]|左右|的[,。;])[一-鿿《“(]{2}")
_ENDS: Final = frozenset(("", ",", "。", ";", "、", ")", "\t", "|"))
_REACH: Final = 24


class Surroundings(NamedTuple):
    """What sort of line a number stands in."""

    tabular: bool
    """Cells with tabulators or bars between them."""
    indicators: bool
    """A row of a table of indicators, as the text of a page has it: 预期性, 约束性."""

    @classmethod
    def of(cls, text: str) -> Surroundings:
        """Look once at a line.

        >>> Surroundings.of("绿化率 40 约束性")
        Surroundings(tabular=False, indicators=True)
        """
        return cls("\t" in text or "|" in text, _ROW.search(text) is not None)


def residue(text: str, quantity: Quantity, clause: Span, line: Surroundings) -> str:
    r"""The kind of a left-over number; "unknown" where nothing tells.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("青岭、北溪等12个县城", "1978、1979两年", "云泽三一机械", "东原镇\t4127", "信贷收支(320)", "8处")
    >>> [residue(line, quantities(line)[0], (0, len(line)), Surroundings.of(line)) for line in lines]
    ['declared_count', 'date', 'name', 'achievement', 'reference', 'unknown']
    """
    start, end = quantity.start, quantity.end
    run = text[start : quantity.number_end]
    before, behind = text[start - 1 : start], text[end : end + 1]
    if quantity.unit is None:
        return _bare(text, quantity, run, before, behind, line)
    if start == 0 and line.indicators and _is_rank(run, quantity):
        return by("left_rank", "ordinal")  # 2人均地区生产总值
    if before in _RATIO_SIGNS or behind in "∶÷×":
        return by("left_ratio", "standard" if before or behind else "unknown")
    if text[start:end] in _SINGLE:
        return by("left_single", "name")
    if quantity.comparator != "eq":
        return by("left_bound", "threshold")
    if not quantity.counts:
        return by("left_unknown", "unknown")
    listed = "、" in text[max(clause[0], start - _REACH) : start] or before == "等"
    if (listed and behind not in _ENDS) or behind == ":":
        return by("left_count", "declared_count")  # 东原镇2个:柳湾村、石桥村
    return by("left_count", "declared_count") if _NOUN.match(text, end) or line.tabular else by("left_unknown", "unknown")


def _bare(text: str, quantity: Quantity, run: str, before: str, behind: str, line: Surroundings) -> str:
    """Of a number without unit."""
    start, end = quantity.start, quantity.end
    if _DECADE.match(text, end) or _PLAN.match(text, start) or (len(run) == 4 and _YEAR.match(text, start)):
        return by("left_year", "date")
    if run.isascii() and _HOTLINE.match(run) and _LINES.match(text, end):
        return by("left_hotline", "contact")
    if (before in _MARKED and before) or (behind in _MARKED and behind):
        return by("left_quoted", "name")
    if before and behind and before in "([<" and behind in ")]>":
        return by("left_bracketed", "reference" if quantity.value is not None and quantity.value >= _MOST_ROWS else "ordinal")
    if (before and before in _RATIO_SIGNS) or (behind and behind in "∶:÷×"):
        return by("left_ratio", "standard")
    if _is_rank(run, quantity) and (start == 0 or (text[start - 1] == "\t" and start < 2)):
        return by("left_rank", "ordinal")
    if quantity.problem:
        return by("left_unknown", "unknown")
    if quantity.comparator != "eq":
        return by("left_bound", "threshold")
    if line.tabular:
        return by("left_cell", "achievement")  # a cell of a table that orders nothing
    if line.indicators:
        return by("left_row", "baseline")
    if run[-1] in "万亿" and _HAN.match(text, end):
        return by("left_count", "declared_count")  # 120万农村人口
    if _LETTERS.match(text, end) or _HAN.match(text, end):
        return by("left_letters", "name")
    return by("left_unknown", "unknown")


def _is_rank(run: str, quantity: Quantity) -> bool:
    """Whether a number may be that of a row."""
    return run.isascii() and run.isdigit() and quantity.value is not None and Decimal(0) < quantity.value < _MOST_ROWS
