"""The same notice in another layout gives the same plan: header, parts, outline, tasks, duties, deadlines, targets, goals.

Each layout has a bar, the share of findings that are the same over the notices that are tried: all of them by turns, a few for each
layout. What cannot hold is listed with its reason.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

import policydoc
from clerk import plain
from conftest import NOTICES
from layouts import LAYOUTS, SUFFIX, original, suits

TRIED = 7
"""Notices for each layout."""
BAR = 0.99
FIELDS = ("title", "document_kind", "issuers", "recipients", "issued_on", "printed_by", "printed_on", "copied_to", "signatory")
MORE_FIELDS = ("urgency", "classification", "annotations", "attachments_announced", "disclosure", "subject_terms", "document_number")
CANNOT = {
    ("wrapped, flush", "023"): "a sentence that ends at the margin ends its paragraph or not: nothing tells without indent and blank line",
}
"""Twins with another plan, and why."""

Json = dict[str, Any]
Essence = dict[str, Counter[tuple[object, ...]]]


def quoted(plan: Json, claim: Json, name: str) -> str:
    """The words of a claim as the text has them, without what a page printed between them."""
    span = claim[f"{name}_span" if name else "span"]
    if not span:
        return plain(claim[name or "text"])
    start, end = span
    pieces, here = [], start
    for block in plan["blocks"]:
        if block["role"] == "furniture" and block["span"][0] < end and block["span"][1] > here:
            pieces.append(plan["text"]["content"][here : max(here, block["span"][0])])
            here = block["span"][1]
    return plain("".join([*pieces, plan["text"]["content"][here:end]]))


def sections(found: list[Json], path: tuple[object, ...]) -> list[tuple[object, ...]]:
    """Path of ordinals, level and title of every section."""
    out: list[tuple[object, ...]] = []
    for section in found:
        here = (*path, section["ordinal"])
        out += [(here, section["level"], plain(section["title"])), *sections(section["sections"], here)]
    return out


def essence(plan: Json) -> Essence:
    """What twins must say alike."""
    header = {name: plan["header"][name] for name in (*FIELDS, *MORE_FIELDS) if plan["header"][name]}
    if "document_number" in header:
        header["document_number"] = header["document_number"]["text"]
    return {
        "header": Counter((name, *map(plain, value if isinstance(value, (list, tuple)) else [value])) for name, value in header.items()),
        "parts": Counter((part["kind"], plain(part["title"])) for part in plan["parts"]),
        "outline": Counter(each for part in plan["parts"] for each in sections(part["sections"], (part["id"],))),
        "tasks": Counter((task["id"], plain(task["title"])) for task in plan["tasks"]),
        "duties": Counter(
            (task["id"], duty["role"], *map(plain, duty["units"])) for task in plan["tasks"] for duty in task["responsibilities"]
        ),
        "deadlines": Counter((task["id"], due["kind"], due["date"]) for task in plan["tasks"] for due in task["deadlines"]),
        "targets": Counter(
            (
                *(str(target[name]) for name in ("kind", "value", "low", "high", "unit", "comparator")),
                quoted(plan, target, "action"),
                quoted(plan, target, "object"),
            )
            for target in plan["targets"]
        ),
        "goals": Counter((goal["kind"], quoted(plan, goal, "")) for goal in plan["goals"]),
    }


def plan_of(text: str, suffix: str, folder: Any) -> Json:
    """The plan of a text, read as a file where the layout is one of files."""
    if not suffix:
        return policydoc.parse(text).model_dump(mode="json")
    path = folder / f"notice{suffix}"
    path.write_text(text, encoding="utf-8")
    return policydoc.parse(path).model_dump(mode="json")


@cache
def originals() -> tuple[Any, ...]:
    """All notices of the corpus."""
    return tuple(map(original, NOTICES))


@cache
def usual(key: str) -> Essence:
    """What the notice says as it stands."""
    path = next(notice.path for notice in NOTICES if notice.name.startswith(key))
    return essence(policydoc.parse(path).model_dump(mode="json"))


def tried(layout: str) -> list[Any]:
    """The notices that a layout is tried with: a few at equal distances, each layout from another one on."""
    fit = [one for one in originals() if suits(layout, one) and (layout, one.key) not in CANNOT]
    turn = list(LAYOUTS).index(layout)
    step = max(1, len(fit) // TRIED)
    return fit[turn % step :: step]


def differences(layout: str, one: Any, folder: Any) -> tuple[int, int, list[str]]:
    """How many findings are the same, of how many, and those that are not."""
    twin = essence(plan_of(LAYOUTS[layout](one), SUFFIX.get(layout, ""), folder))
    mine = usual(one.key)
    same = sum((mine[name] & twin[name]).total() for name in mine)
    due = sum(max(mine[name].total(), twin[name].total()) for name in mine)
    lost = [f"{one.key} -{name}: {each}" for name in mine for each in mine[name] - twin[name]]
    won = [f"{one.key} +{name}: {each}" for name in mine for each in twin[name] - mine[name]]
    return same, due, lost + won


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout, tmp_path):
    """The plans of the twins say what those of the notices say."""
    counts = [differences(layout, one, tmp_path) for one in tried(layout)]
    same, due = sum(count[0] for count in counts), sum(count[1] for count in counts)

    assert same >= BAR * due, "\n".join(line for count in counts for line in count[2])


@pytest.mark.parametrize(
    ("layout", "key"),
    [pytest.param(*pair, marks=pytest.mark.xfail(reason=reason, strict=True), id="-".join(pair)) for pair, reason in CANNOT.items()],
)
def test_layout_that_cannot_hold(layout, key, tmp_path):
    """What these layouts take away, nobody can tell."""
    one = next(one for one in originals() if one.key == key)

    assert differences(layout, one, tmp_path)[2] == []
