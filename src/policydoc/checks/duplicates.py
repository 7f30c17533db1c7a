"""重复: a task that stands twice in a part, or in two attachments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.outline.nodes import Node

_SHORTEST: Final = 4
_TELLING: Final = 8
"""A title of so many characters names one matter, in whichever section it stands."""
_COUNTED: Final = frozenset({"count", "place", "person", "household", "length", "area"})
_OWNER = pattern(r"(?:[省市县区旗镇乡村州盟局委办厅]|街道|办事处|中心|集团|公司|牵头|负责)(?:[(][^()]{0,20}[)])?$")
"""Headings of lists that each concern somebody else: the same work in two districts is no repetition."""
_NUMBER = pattern(r"^[|(]{0,2}[0-9]{1,3}[|).、]{0,2}")
Promise = tuple[str, str, object, str]


def check_duplicates(found: Found) -> Iterator[Entry]:
    """D004: the same title under one heading, or the same promise twice in a part; D005: tasks that another part has too."""
    owned: dict[str, bool] = {}
    homes = {node.id: _Home(node, owned) for tree in found.trees for node in tree}
    promises = _promises(found)
    titles = {task["id"]: "".join(fold(task["title"]).split()) if task["title"] else "" for task in found.reading.tasks}
    twice: set[str] = set()
    seen: dict[str, dict[object, Entry]] = {}
    for task in found.reading.tasks:
        known = seen.setdefault(task["part"], {})
        if "/t" in task["id"]:
            keys = _cells(task)
        else:
            keys = _keys(titles[task["id"]], promises.get(task["id"], frozenset()), homes.get(task["section"]), task)
        first = next((known[key] for key in keys if key in known), None)
        if first is not None:
            twice.add(task["id"])
            if "~" not in task["id"].rpartition(".")[2] or titles[first["id"]] != titles[task["id"]]:  # else O003 says so
                yield diagnostic("D004", _place(task), [_place(first)], title=task["title"] or task["text"][:20])
        for key in keys:
            known.setdefault(key, task)
    yield from _across(found, titles, promises, twice)


class _Home:
    """Where a task stands: the heading above it, and the place or organisation whose list that is (一、北溪区)."""

    def __init__(self, node: Node, owned: dict[str, bool]) -> None:
        """`owned` keeps what was found of the sections above: every section below one asks again."""
        self.above = node.parent.id if node.parent else ""
        self.owner = next((above.id for above in node.ancestors if _is_owner(above, owned)), "")


def _is_owner(node: Node, owned: dict[str, bool]) -> bool:
    if node.id not in owned:
        owned[node.id] = bool(node.title) and _OWNER.search("".join(fold(node.title or "").split())) is not None
    return owned[node.id]


def _keys(title: str, promised: frozenset[Promise], home: _Home | None, task: Entry) -> list[object]:
    """What a later task must not have in common with this one."""
    above = home.above if home and task["section"] == task["id"] else task["section"]
    owner = home.owner if home else ""
    keys: list[object] = [("promise", owner, *promise) for promise in sorted(promised, key=str)]
    if len(title) >= _SHORTEST:
        keys.append(("title", title, above))
    return keys


def _cells(task: Entry) -> list[object]:
    """All cells of a row but its number: rows of one title differ in the others (place, unit)."""
    cells = _NUMBER.sub("", "".join(fold(task["text"]).split()))
    return [("row", cells)] if len(cells) >= _TELLING else []


def _promises(found: Found) -> dict[str, frozenset[Promise]]:
    """What the targets of a task promise: verb, object, number and unit, where they say what is counted."""
    told: dict[str, set[Promise]] = {}
    for target in found.reading.targets:
        if target["kind"] != "target" or not target["task"] or target["value"] is None or target["value"] < 2 or target["per"]:
            continue
        if target["dimension"] not in _COUNTED or target["change"] != "output" or not target["action"] or not target["object"]:
            continue
        what = fold(target["object"])
        if len(what) >= _SHORTEST:
            told.setdefault(target["task"], set()).add((fold(target["action"]), what, target["value"], target["unit"]))
    return {task: frozenset(promised) for task, promised in told.items()}


def _across(found: Found, titles: dict[str, str], promises: dict[str, frozenset[Promise]], twice: set[str]) -> Iterator[Entry]:
    """One finding for each part that repeats tasks of an earlier one."""
    known: dict[object, Entry] = {}
    repeats: dict[tuple[str, str], list[tuple[Entry, Entry]]] = {}
    for task in found.reading.tasks:
        keys: list[object] = [*promises.get(task["id"], ())]
        if len(titles[task["id"]]) >= _TELLING:
            keys.append(titles[task["id"]])
        first = next((known[key] for key in keys if key in known and known[key]["part"] != task["part"]), None)
        if first is not None and task["id"] not in twice:
            repeats.setdefault((first["part"], task["part"]), []).append((first, task))
        for key in keys:
            known.setdefault(key, task)
    for pairs in repeats.values():
        related = [_place(task) for pair in pairs for task in pair][: 2 * len(pairs)]
        span = _place(pairs[0][1])
        title = pairs[0][1]["title"] or pairs[0][1]["text"][:20]
        yield diagnostic("D005", span, [place for place in related if place != span], count=len(pairs), title=title)


def _place(task: Entry) -> tuple[int, int]:
    """The first words of a task: label and title."""
    start, end = task["span"]
    return start, min(end, start + len(task["label"] or "") + len(task["title"] or "") or end)
