"""What `--at` names: a place in the text, or an id of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from policydoc.model import Figure, Goal, Plan, Section, Target, Task

_LINE = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
_OFFSET = re.compile(r"[0-9]{1,18}")
_NEAREST = 5


class Found(NamedTuple):
    """What stands at a place: a number (with its target, if it is one), else a goal, a task, a section, or the part alone."""

    figure: Figure | None = None
    target: Target | None = None
    goal: Goal | None = None
    task: Task | None = None
    section: Section | None = None
    part: str = ""


def find(plan: Plan, at: str) -> Found | str:
    """What `at` names, or why it names nothing."""
    line = _LINE.fullmatch(at)
    if line is not None:
        return at_line(plan, int(line[1]), int(line[2]))
    if _OFFSET.fullmatch(at):
        return at_offset(plan, int(at))
    return by_id(plan, at) or nothing(plan, at)


def by_id(plan: Plan, name: str) -> Found | None:
    """The target, goal, task, section or part of an id."""
    for target in plan.targets:
        if target.id == name:
            figure = next((found for found in plan.figures if found.target == name), None)
            return Found(figure=figure, target=target, part=target.part or "")
    for goal in plan.goals:
        if goal.id == name:
            return Found(goal=goal, part=name.partition("/")[0])
    task = next((task for task in plan.tasks if task.id == name), None)
    section = next((found for found in sections(plan) if found.id == name), None)
    if task or section:
        return Found(task=task, section=section, part=name.partition("/")[0])
    return Found(part=name) if any(part.id == name for part in plan.parts) else None


def at_line(plan: Plan, line: int, column: int) -> Found | str:
    """What stands at a line and column of the repaired text, both counted from 1."""
    from policydoc.cli.passage import Passages

    starts = [0, *Passages(plan).line_ends]
    if not 1 <= line <= len(starts) or column < 1:
        return f"the text has lines 1 to {len(starts)}, and columns count from 1"
    end = starts[line] if line < len(starts) else len(plan.text.content or "") + 1
    if starts[line - 1] + column > end:
        return f"line {line} has columns 1 to {end - starts[line - 1]}"
    return at_offset(plan, starts[line - 1] + column - 1)


def at_offset(plan: Plan, offset: int) -> Found | str:
    """The number at an offset of `text.content`, else the target or goal around it, else the section."""
    length = len(plan.text.content or "")
    if offset > length:
        return f"the text ends at offset {length}"
    targets = {target.id: target for target in plan.targets}
    part = next((part.id for part in plan.parts if part.span[0] <= offset < part.span[1]), plan.parts[-1].id if plan.parts else "")
    for figure in plan.figures:
        if figure.span[0] <= offset < figure.span[1]:
            return Found(figure=figure, target=targets.get(figure.target or ""), part=part)
    for goal in plan.goals:
        if goal.span[0] <= offset < goal.span[1]:
            return Found(goal=goal, part=part)
    around = [target for target in plan.targets if target.span[0] <= offset < target.span[1]]
    if around:
        name = min(around, key=lambda target: target.span[1] - target.span[0]).id
        return by_id(plan, name) or Found(part=part)
    section = max(
        (found for found in sections(plan) if found.span[0] <= offset < found.span[1]), key=lambda found: found.level, default=None
    )
    task = next((task for task in plan.tasks if section is not None and task.id == section.id), None)
    inner = next((task for task in plan.tasks if task.span[0] <= offset < task.span[1] and task.section != task.id), None)
    return Found(task=inner or task, section=section, part=part)


def sections(plan: Plan) -> Iterator[Section]:
    """All sections in reading order."""
    waiting = [section for part in reversed(plan.parts) for section in reversed(part.sections)]
    while waiting:
        section = waiting.pop()
        yield section
        waiting += reversed(section.sections)


def names(plan: Plan) -> list[str]:
    """Every id that `--at` takes."""
    known = [*(found.id for found in plan.targets), *(found.id for found in plan.goals), *(found.id for found in plan.tasks)]
    return list(dict.fromkeys([*known, *(found.id for found in sections(plan)), *(part.id for part in plan.parts)]))


def nothing(plan: Plan, at: str) -> str:
    """That an id names nothing, and which are near it."""
    from difflib import get_close_matches

    from policydoc.cli.parse import shown

    known = names(plan)
    near = get_close_matches(at[:80], known, n=_NEAREST, cutoff=0.4) or known[:_NEAREST]
    return f"no {shown(at)} in this plan; near it: {', '.join(near) or 'nothing, the plan is empty'}"
