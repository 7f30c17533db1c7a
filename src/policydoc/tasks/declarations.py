"""申报数: how many tasks the document says it has, kept for the checks to compare."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from policydoc.dates.han import han_number
from policydoc.figures.declared import is_sorting
from policydoc.rules.patterns import pattern
from policydoc.tasks.scope import Declared

if TYPE_CHECKING:
    from policydoc.targets import Statement
    from policydoc.targets.clauses import Clauses
    from policydoc.tasks.scope import Scope

ITEMS: Final = ("项", "件", "条")
"""Measure words of what is to be done; 方面 and 类 count what sorts it."""
_DONE = pattern(r"已|完成了|办结|去年|上年|以来|累计|兑现|(?:全面|全部|圆满|顺利|如期|基本|均)完成")
_YEAR = pattern(r"(?<![0-9])(?:(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2})(?=年)")
_HEARD = pattern(r"征集|收集|收到|听取|意见|建议|提案|议案|问题|隐患|案件|线索")
"""What was heard or found, not what is to be done."""
_TASKS = pattern(
    r"""
    大?[^,。;:、()的]{0,10}?(?:实事|任务|工程|举措|措施|工作|项目|事项|行动|内容|要点|政策|好事|大事)
    | [,。;:、)(] | $
    | (?:类|个?方面|大)?[0-9一二三四五六七八九十]
    | (?:类|个?方面)""",
    re.VERBOSE,
)
"""Behind the count: what is done, or nothing more; 三项制度改革, 两条底线 count something else."""
_LOCAL = pattern(r"(?:以下|下列|上述|前述|这|该|其中)[^,。;:、]{0,3}\Z")
"""以下三项工作: in the middle of a text a list in the same paragraph, or the one above."""
_BESIDE: Final = 12
_SENTENCE: Final = 120
"""How far the words of its sentence tell of which year a count is."""


def declare(scope: Scope, index: int, statement: Statement, clauses: Clauses) -> None:
    """Keeps a declared count that stands above the first task or in a heading; last year's count is none."""
    quantity, line = statement.quantity, scope.lines[index]
    unit = quantity.unit_name or ""
    if quantity.value is None or (unit not in ITEMS and not is_sorting(line.text, quantity)):
        return
    if _HEARD.search(line.text, max(0, quantity.start - _BESIDE), quantity.end + _BESIDE) or not _TASKS.match(line.text, quantity.end):
        return
    span = line.span(quantity.start, quantity.end)
    kind = scope.kind_at(span[0])
    if scope.places.task_at(span[0]) is not None or kind == "past" or _is_past(scope, line.text, quantity.start, clauses):
        return
    heads = scope.heads.get(index, ())
    rank = bisect_right(heads, quantity.start, key=lambda node: node.section.start)
    heading = heads[rank - 1] if rank and quantity.start < heads[rank - 1].section.heading_end else None
    node = heading or scope.places.node_at(span[0])
    local = _LOCAL.search(line.text, max(0, quantity.start - _BESIDE), quantity.start)
    if local and heading is None and node is not None and kind != "frame":
        return
    scope.reading.declared.append(Declared(int(quantity.value), span, unit, scope.name, node, heading is not None))


def _is_past(scope: Scope, text: str, place: int, clauses: Clauses) -> bool:
    start, end = clauses.sentence(place)
    words = text[max(start, place - _SENTENCE) : min(end, place + _SENTENCE)]
    if _DONE.search(words):
        return True
    return scope.first_year is not None and any(han_number(year) < scope.first_year for year in _YEAR.findall(words))
