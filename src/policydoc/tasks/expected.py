"""目标的期限: the period of targets that a section of aims lists, stated in its heading or in its first paragraph.

1. 主要预期目标是：… has the year of the heading above (2026年工作安排).
2. Where a paragraph of 发展目标 begins with 到2025年, the paragraphs below it without a date mean the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.dates import Deadline
from policydoc.rules.patterns import pattern
from policydoc.tasks import entries
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.layout import Line
    from policydoc.outline.nodes import Node
    from policydoc.tasks.scope import Scope

Entry = dict[str, Any]
_LISTED = pattern(r"(?:预期|总体|发展|年度|工作)[^,。;:0-9]{0,6}目标[^,。;:0-9]{0,12}(?:是|为)?:")
_OPENS = 3
"""Characters before a date that still opens its paragraph: a blank number, a quotation mark."""
_YEAR = pattern(r"(?<![0-9-])(?P<year>20[0-9]{2})年(?![0-9至到-])")


def is_expected(text: str, place: int) -> bool:
    """Whether a number stands in the list behind 主要预期目标是：

    >>> text = "主要预期目标是:生产总值增长5%;财政收入增长6%。改造公厕12座。"
    >>> [is_expected(text, text.index(number)) for number in ("5%", "6%", "12")]
    [True, True, False]
    """
    return "目标" in text and _LISTED.search(text, text.rfind("。", 0, place) + 1, place) is not None


def year_above(scope: Scope, node: Node | None) -> list[Entry]:
    """The whole year that the nearest heading above names, as an inherited deadline; none where no heading names one."""
    for section in (node, *node.ancestors) if node is not None else ():
        line = scope.lines[section.section.line]
        match = _YEAR.search(line.text, section.section.start, section.section.heading_end)
        if match is not None:
            year = int(match["year"])
            whole = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
            due = Deadline(match.start(), match.end(), "during", *whole, "year", None, None)
            return [{**entries.deadline(scope.content, line, due), "inherited_from": section.id}]
    return []


def remember(scope: Scope, node: Node | None, line: Line, timed: Sequence[Deadline]) -> None:
    """Keeps the year that opens a paragraph of a section of aims, for the paragraphs below it."""
    if node is None or not timed or node.title is None or "目标" not in fold(node.title):
        return
    start = node.section.heading_end if scope.lines[node.section.line] is line else 0
    due = timed[0]
    if due.kind in ("by", "during") and due.precision in ("year", "plan") and due.start <= start + _OPENS:
        scope.periods[node.id] = {**entries.deadline(scope.content, line, due), "inherited_from": node.id}


def period_above(scope: Scope, node: Node | None) -> list[Entry]:
    """The period that an earlier paragraph of the section of aims set, as an inherited deadline."""
    return [scope.periods[node.id]] if node is not None and node.id in scope.periods else []
