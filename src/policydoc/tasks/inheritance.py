"""继承: duties and deadlines that stand above a task and hold for it.

1. What a task states itself comes first; of what stands above it the nearest counts.
2. A deadline holds for all only where its sentence speaks of the work as a whole: 力争9月底前基本完成.
3. Whatever is inherited names the section that states it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.outline.nodes import Node

Entry = dict[str, Any]
Stated = tuple[Entry, Node | None]
"""A duty or a deadline, and the section that states it; none where it stands before all sections."""


def inherit_duties(task: Entry, above: Sequence[Node], stated: Sequence[Stated]) -> None:
    """A task without duties has those of the nearest of the sections above it."""
    if task["responsibilities"]:
        return
    for section in above:
        found = [{**duty, "inherited_from": section.id} for duty, home in stated if home is section]
        if found:
            task["responsibilities"] = found
            return


def inherit_deadlines(task: Entry, above: Sequence[Node], stated: Sequence[Stated], part: str, frames: frozenset[str]) -> None:
    """A task without a date of its own has the dates of the nearest of the sections above it, else those of the whole plan."""
    if any(deadline["date"] for deadline in task["deadlines"]):
        return
    for section in above:
        found = [{**deadline, "inherited_from": section.id} for deadline, home in stated if home is section]
        if found:
            task["deadlines"] += found
            return
    task["deadlines"] += [
        {**deadline, "inherited_from": home.id if home else part} for deadline, home in stated if home is None or home.id in frames
    ]


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
