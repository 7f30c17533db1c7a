"""年份: the years of title, number, date and 索引号 tell one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_INDEXED = pattern(r"/(?P<year>(?:19|20)[0-9]{2})-")
_PLANS: Final = frozenset({"方案", "计划", "要点", "规划", "安排", "清单", "任务", "实事", "分工", "行动"})
_AHEAD: Final = 1
"""A plan is drawn up in its year or in the one before."""


def check_years(found: Found) -> Iterator[Entry]:
    """H003: the number's year is not the date's; H007: a plan whose years are over or far off; H018: filed before it was written."""
    number, issued_on = found.values["document_number"], found.heading.issued_on
    if issued_on is None:
        return
    where = found.spans("issued_on")
    if number and number["year"] and number["year"] != issued_on.year:
        yield diagnostic("H003", number["span"], where, year=number["year"], issued_on=issued_on)
    for part in found.parts:
        years = part.plan_years
        if years is None or part.kind == "attachment" or part.genre not in _PLANS or not part.title_spans:
            continue
        if years[1] < issued_on.year or years[0] > issued_on.year + _AHEAD:
            plan = str(years[0]) if years[0] == years[1] else f"{years[0]} to {years[1]}"
            yield diagnostic("H007", part.title_spans[0], where, plan=plan, issued_on=issued_on)
            break
    index = _INDEXED.search(fold(found.site.get("index_number") or ""))
    if index is not None and int(index["year"]) < issued_on.year:
        yield diagnostic("H018", found.span("metadata.index_number"), where, year=index["year"], issued_on=issued_on)
