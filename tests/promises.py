"""What every plan promises, whatever the notice: checked on the corpus and on made-up texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import BaseModel

from policydoc.model import Deadline, DocumentNumber, Edit, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.model import Section


def models(value: object) -> Iterator[BaseModel]:
    """Every model inside a value, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from models(item)


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections in reading order."""
    for section in sections:
        yield section
        yield from walk(section.sections)


def undone(plan: Plan) -> str:
    """The decoded source: every edit taken back."""
    pieces, here = [], 0
    for edit in plan.text.edits:
        pieces += [plan.text.content[here : edit.span[0]], edit.removed]
        here = edit.span[1]
    return "".join(pieces) + plan.text.content[here:]


def check(plan: Plan) -> None:
    """All promises."""
    check_tiling(plan)
    check_spans(plan)
    check_edits(plan)
    check_ids(plan)
    check_sections(plan)
    check_round_trip(plan)


def check_tiling(plan: Plan) -> None:
    """Blocks tile the text without gap, overlap or empty block."""
    here = 0
    for block in plan.blocks:
        assert block.span[0] == here < block.span[1], block
        here = block.span[1]
    assert here == len(plan.text.content)


def check_spans(plan: Plan) -> None:
    """Spans lie in the text, and a text beside a span is what stands there."""
    content = plan.text.content
    for model in models(plan):
        for name in type(model).model_fields:
            if name in {"span", "heading_span", "action_span", "object_span"} and getattr(model, name) is not None:
                start, end = getattr(model, name)
                assert 0 <= start <= end <= len(content), model
        if isinstance(model, DocumentNumber):
            assert content[slice(*model.span)] == model.written
        elif isinstance(model, Edit):
            assert content[slice(*model.span)] == model.inserted
        elif "text" in type(model).model_fields and "span" in type(model).model_fields:
            assert content[slice(*model.span)] == model.text, model
    for found in plan.header.spans.values():
        for start, end in [found] if found and isinstance(found[0], int) else found:
            assert 0 <= start <= end <= len(content)
    for found in plan.diagnostics:
        assert all(0 <= start <= end <= len(content) for start, end in found.related)


def check_edits(plan: Plan) -> None:
    """Edits are in order, do not overlap, and each changes something."""
    here = 0
    for edit in plan.text.edits:
        assert here <= edit.span[0], edit
        assert edit.removed != edit.inserted, edit
        here = edit.span[1]


def check_ids(plan: Plan) -> None:
    """Ids are unique, and every reference leads somewhere."""
    parts = [part.id for part in plan.parts]
    sections = [section.id for part in plan.parts for section in walk(part.sections)]
    tasks = [task.id for task in plan.tasks]
    targets = [target.id for target in plan.targets]
    goals = [goal.id for goal in plan.goals]
    for ids in (parts, sections, tasks, targets, goals):
        assert [name for name, count in Counter(ids).items() if count > 1] == []
    known = {
        "part": {None, *parts},
        "section": {None, *sections},
        "task": {None, *tasks},
        "of": {None, *targets},
        "target": {None, *targets},
    }
    for model in models(plan):
        for name, ids in known.items():
            if name in type(model).model_fields:
                assert getattr(model, name) in ids, model
        if isinstance(model, Deadline) or "inherited_from" in type(model).model_fields:
            assert model.inherited_from in {None, *sections, *parts}, model
    for task in plan.tasks:
        assert set(task.targets) <= set(targets), task
        assert set(task.goals) <= set(goals), task
    joined = {target.id: target.task for target in plan.targets if target.task} | {goal.id: goal.task for goal in plan.goals if goal.task}
    assert {name: task.id for task in plan.tasks for name in (*task.targets, *task.goals)} == joined
    starts = [task.span[0] for task in plan.tasks]
    assert starts == sorted(starts), "tasks are in reading order"


def check_sections(plan: Plan) -> None:
    """A section lies in its part and in the section above it, one level below."""
    for part in plan.parts:
        stack = [(section, part.span, 1) for section in part.sections]
        while stack:
            section, (start, end), level = stack.pop()
            assert start <= section.span[0] <= section.span[1] <= end, section
            assert section.span[0] == section.heading_span[0], section
            assert section.level == level, section
            stack += [(inner, section.span, level + 1) for inner in section.sections]


def check_round_trip(plan: Plan) -> None:
    """A plan survives the way through JSON, to the byte."""
    written = plan.model_dump_json()
    again = Plan.model_validate_json(written)
    assert again == plan
    assert again.model_dump_json() == written
