"""不变式: what must hold of every plan before it leaves the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policydoc.errors import InvariantError

if TYPE_CHECKING:
    from policydoc.model import Plan, Section


def check(plan: Plan, decoded: str) -> None:
    """Blocks tile the text (no character is lost), quotes equal their spans, edits lead back to the source, ids are unique and lead somewhere."""
    content = plan.text.content or ""
    here = 0
    for block in plan.blocks:
        _hold(block.span[0] == here < block.span[1], "blocks tile the text", block.span)
        here = block.span[1]
    _hold(here == len(content), "blocks reach the end of the text", (here, len(content)))
    pieces, here = [], 0
    for edit in plan.text.edits:
        _hold(here <= edit.span[0] and content[slice(*edit.span)] == edit.inserted, "edits are in order and quote the text", edit.span)
        pieces += [content[here : edit.span[0]], edit.removed]
        here = edit.span[1]
    _hold("".join([*pieces, content[here:]]) == decoded, "undoing the edits gives the decoded source", (0, len(content)))
    quoted: list[Any] = [*plan.targets, *plan.goals, *plan.figures, *plan.citations, *plan.tasks]
    quoted += [target.quantity for target in plan.targets]
    quoted += [target.baseline for target in plan.targets if target.baseline]
    quoted += [deadline for target in plan.targets for deadline in target.deadlines]
    quoted += [value for task in plan.tasks for value in (*task.deadlines, *task.responsibilities)]
    for value in quoted:
        if content[slice(*value.span)] != value.text:  # thousands of them: no call for each
            _hold(False, "a quote equals its span", value.span)
    for target in plan.targets:
        for words, span in ((target.action, target.action_span), (target.object, target.object_span)):
            _hold(span is None or _is_from(words or "", content[slice(*span)]), "verb and object are the words of their spans", target.span)
    _ids(plan)


def _is_from(words: str, written: str) -> bool:
    r"""Whether words are what is written, in order, from its first character to its last, without what their line leaves out.

    >>> _is_from("改造老旧小区", "改造老\n- 2 -\n旧小区"), _is_from("改造小区", "小区改造")
    (True, False)
    """
    if words == written:
        return True
    characters = iter(written)
    return words[:1] == written[:1] and words[-1:] == written[-1:] and all(sign in characters for sign in words if sign != " ")


def _ids(plan: Plan) -> None:
    sections = {section.id for part in plan.parts for section in _walk(part.sections)}
    count = sum(1 for part in plan.parts for _ in _walk(part.sections))
    _hold(len(sections) == count, "section ids are unique", None)
    tasks, targets, goals = ({entry.id for entry in entries} for entries in (plan.tasks, plan.targets, plan.goals))
    _hold(len(tasks) == len(plan.tasks) and len(targets) == len(plan.targets) and len(goals) == len(plan.goals), "ids are unique", None)
    for target in plan.targets:
        _hold(target.task is None or target.task in tasks, "a target's task exists", target.span)
        _hold(target.of is None or target.of in targets, "the target that a part belongs to exists", target.span)
        _hold(target.section is None or target.section in sections, "a target's section exists", target.span)
    for task in plan.tasks:
        _hold(set(task.targets) <= targets and set(task.goals) <= goals, "a task's targets and goals exist", task.span)


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.sections)


def _hold(held: bool, promise: str, where: object) -> None:
    if not held:
        raise InvariantError(f"a promise of the parser is broken: {promise} (at {where}); please report it with the file that shows it")
