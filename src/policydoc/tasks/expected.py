"""预期目标: the year's targets that a report lists behind 主要预期目标是：; the year stands in the heading above (2026年工作安排)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from policydoc.dates import Deadline
from policydoc.rules.patterns import pattern
from policydoc.tasks import entries

if TYPE_CHECKING:
    from policydoc.outline.nodes import Node
    from policydoc.tasks.scope import Scope

Entry = dict[str, Any]
_LISTED = pattern(r"(?:预期|总体|发展|年度|工作)[^,。;:0-9]{0,6}目标[^,。;:0-9]{0,12}(?:是|为)?:")
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
