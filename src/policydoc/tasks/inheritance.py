"""继承: duties and deadlines that stand above a task and hold for it.

1. What a task states itself comes first; of what stands above it the nearest counts.
2. A deadline holds for all only where its sentence speaks of the work as a whole: 10月底前全部办结.
3. Whatever is inherited names the section that states it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.outline.nodes import Node

Entry = dict[str, Any]
Stated = tuple[Entry, Node | None]
"""A duty or a deadline, and the section that states it; none where it stands before all sections."""


class Above:
    """What the sections of a part state, found from a task below them.

    `frames` are the sections that speak of the whole plan (主要目标); `part` is the id that stands for what precedes all sections.
    """

    def __init__(self, stated: Iterable[Stated], part: str, frames: frozenset[str] = frozenset()) -> None:
        self._by_section: dict[str, list[Entry]] = {}
        self._whole: list[tuple[int, str]] = []
        for entry, home in stated:
            name = home.id if home else part
            if name not in self._by_section and (home is None or name in frames):
                self._whole.append((home.start if home else -1, name))
            self._by_section.setdefault(name, []).append({**entry, "inherited_from": name})
        self._whole.sort()

    def nearest(self, sections: Iterable[Node]) -> list[Entry]:
        """What the nearest of some sections states that states anything."""
        return next((self._by_section[section.id] for section in sections if section.id in self._by_section), [])

    def whole(self, place: int) -> list[Entry]:
        """What the last frame before a place states; before all frames, what the first does."""
        index = bisect_right(self._whole, (place, "\uffff")) - 1
        return self._by_section[self._whole[max(index, 0)][1]] if self._whole else []


def inherit(task: Entry, sections: Sequence[Node], duties: Above, deadlines: Above) -> None:
    """A task without duties has those of the nearest section above it; one without a date the dates there, else the whole plan's."""
    if not task["responsibilities"]:
        task["responsibilities"] = list(duties.nearest(sections))
    if not any(deadline["date"] for deadline in task["deadlines"]):
        task["deadlines"] += deadlines.nearest(sections) or deadlines.whole(task["span"][0])


def pass_on(targets: Sequence[Entry], tasks: dict[str, Entry]) -> None:
    """A target without a deadline has those of its task, but for those that its sentence gives to another target."""
    claimed = {(target["task"], deadline["span"]) for target in targets for deadline in target["deadlines"]}
    free: dict[str, list[Entry]] = {}
    for target in targets:
        task = tasks.get(target["task"] or "")
        if task is None or target["deadlines"]:
            continue
        if task["id"] not in free:
            home = task["section"] or task["part"]
            free[task["id"]] = [
                {**deadline, "inherited_from": deadline["inherited_from"] or home}
                for deadline in task["deadlines"]
                if (task["id"], deadline["span"]) not in claimed
            ]
        target["deadlines"] = free[task["id"]]
