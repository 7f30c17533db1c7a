"""无单位: a number of a task that counts nothing: 改造公厕12，."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_DIGITS = pattern(r"[1-9][0-9]{0,8}(?:\.[0-9]{1,4})?\Z")
_END = pattern(r"(?:[,。;)]|、(?![0-9]))(?![0-9A-Za-z])|\Z")
_BEFORE = pattern(r"[\u3400-\u9fff][\u3400-\u9fff](?<![为第与和及至到])\Z")


def check_bare(found: Found) -> Iterator[Entry]:
    """N016: Arabic digits in a task behind a noun and before a mark, with no measure word; none that another finding speaks of."""
    tasks = sorted(task["span"] for task in found.reading.tasks)
    starts = [start for start, _ in tasks]
    told = {finding["span"] for finding in found.reading.diagnostics}
    for figure in found.reading.figures:
        if figure["kind"] not in ("unknown", "target") or tuple(figure["span"]) in told:
            continue
        start, end = figure["span"]
        rank = bisect_right(starts, start) - 1
        if rank < 0 or end > tasks[rank][1] or not _DIGITS.match("".join(fold(figure["text"]).split())):
            continue
        behind = found.words(end, end + 4)
        if _END.match(behind) and _BEFORE.search(found.words(max(0, start - 6), start)):
            yield diagnostic("N016", (start, end), number=figure["text"])
