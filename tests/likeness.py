"""比对: what two plans of one notice must have in common, whatever the files were, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policydoc import Plan

KINDS = ("header", "outline", "tasks", "targets")
_NO_WORDS = ("spans", "span")


def facts(plan: Plan) -> dict[str, Any]:
    """Header, outline, tasks and targets, without places and without blanks."""
    tree = plan.model_dump(mode="json")
    return {
        "header": {"id": tree["id"], **_plain(tree["header"])},
        "outline": [(part["kind"], _plain(part["title"]), list(_sections(part["sections"]))) for part in tree["parts"]],
        "tasks": [_task(task) for task in tree["tasks"]],
        "targets": [_target(target) for target in tree["targets"]],
    }


def _sections(sections: list[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    for section in sections:
        yield section["id"], section["level"], _plain(section["label"]), section["ordinal"], _plain(section["title"])
        yield from _sections(section["sections"])


def _task(task: dict[str, Any]) -> dict[str, Any]:
    duties = [(duty["role"], _plain(duty["units"])) for duty in task["responsibilities"]]
    names = ("id", "key", "label", "ordinal", "title", "targets", "goals")
    return {name: _plain(task[name]) for name in names} | {"duties": duties, "deadlines": _deadlines(task)}


def _target(target: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "task", "kind", "of", "action", "object", "comparator", "value", "low", "high", "unit", "change", "per", "commitment")
    return {name: _plain(target[name]) for name in names} | {"deadlines": _deadlines(target)}


def _deadlines(found: dict[str, Any]) -> list[tuple[object, ...]]:
    return [(due["kind"], due["start"], due["date"], due["stage"]) for due in found["deadlines"]]


def _plain(found: Any) -> Any:
    """Without blanks, and without what says where it stands."""
    if isinstance(found, str):
        return "".join(found.split())
    if isinstance(found, list):
        return [_plain(item) for item in found]
    if isinstance(found, dict):
        return {name: _plain(value) for name, value in found.items() if name not in _NO_WORDS and name != "written"}
    return found


def differences(one: Any, other: Any, place: str = "") -> Iterator[str]:
    """Where two sets of facts differ: the place, then both."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in one.keys() | other.keys():
            yield from differences(one.get(name), other.get(name), f"{place}.{name}" if place else name)
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        for rank, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{place}[{rank}]")
    elif one != other:
        if isinstance(one, list) and isinstance(other, list):
            yield f"{place}: {len(one)} and {len(other)}"
        else:
            yield f"{place}: {one!r} and {other!r}"
