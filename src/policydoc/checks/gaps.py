"""缺项: a task without the 责任单位 or 时限 that nearly all of its siblings state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic

_FEWEST: Final = 5
_SHARE: Final = 0.8
_ASKED: Final = (("responsibilities", "unit in charge (责任单位)"), ("deadlines", "deadline (完成时限)"))


def check_gaps(found: Found) -> Iterator[Entry]:
    """D006: what at least four of five siblings state themselves and this one does not, not even from above."""
    above = {node.id: node.parent.id if node.parent else node.id.partition("/")[0] for tree in found.trees for node in tree}
    families: dict[str, list[Entry]] = {}
    for task in found.reading.tasks:
        table, row, _ = task["id"].rpartition(".r")
        home = table if row and "/t" in table else above.get(task["section"]) if task["section"] == task["id"] else None
        if home is not None:
            families.setdefault(home, []).append(task)
    days = sorted(figure["span"][0] for figure in found.reading.figures if figure["kind"] == "date")

    def dated(task: Entry) -> bool:
        """Whether any date stands in it, read as a deadline or not."""
        return bisect_left(days, task["span"][0]) < bisect_left(days, task["span"][1])

    for tasks in families.values():
        if len(tasks) < _FEWEST:
            continue
        for field, words in _ASKED:
            lacking = [task for task in tasks if not task[field] and task["targets"] and not (field == "deadlines" and dated(task))]
            stating = sum(any(entry["inherited_from"] is None for entry in task[field]) for task in tasks)
            if lacking and stating >= _SHARE * len(tasks):
                for task in lacking:
                    start, end = task["span"]
                    stop = min(end, start + len(task["label"] or "") + len(task["title"] or ""))
                    yield diagnostic("D006", (start, stop if stop > start else end), what=words, stating=stating, siblings=len(tasks))
