"""分项: the parts of a total (其中城区3个、乡镇5个) add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.checks.precision import half, plain
from policydoc.figures.quantity import COUNTING
from policydoc.rules.diagnostics import diagnostic

_OPEN: Final = ("等", "其余", "其他", "包括", "包含", "重点", "主要", "另", "约", "左右", "近", "余")
"""Words that say that not all parts are named, or that numbers are rough."""
_MOST: Final = Decimal("0.8")
"""Parts that add up to less are examples: 突破300万户，其中公司90万户."""
_JOINTS: Final = ("、", "和", "及", "与")


def check_sums(found: Found) -> Iterator[Entry]:
    """N004: parts in the unit of their total that come to another number."""
    parts: dict[str, list[Entry]] = {}
    wholes = {}
    for target in found.reading.targets:
        if target["kind"] == "part" and target["of"] is not None:
            parts.setdefault(target["of"], []).append(target)
        else:
            wholes[target["id"]] = target
    for name, members in parts.items():
        if name in wholes and len(members) > 1:
            for whole, group in _groups(found, wholes[name], members):
                yield from _compared(found, whole, group)


def _groups(found: Found, whole: Entry, members: Sequence[Entry]) -> list[tuple[Entry, list[Entry]]]:
    """Totals with their own parts: what a bracket behind a part divides is that part."""
    groups: list[tuple[Entry, list[Entry]]] = [(whole, [])]
    open_groups = [groups[0]]
    for before, member in zip([None, *members], members, strict=False):
        between = found.words(before["quantity"]["span"][1], member["quantity"]["span"][0]) if before is not None else ""
        if ")" in between and len(open_groups) > 1:
            open_groups.pop()
        elif before is not None and (between.startswith(("(", ",其中")) or "(其中" in between):
            groups.append((before, []))
            open_groups.append(groups[-1])
        open_groups[-1][1].append(member)
    return groups


def _compared(found: Found, whole: Entry, group: Sequence[Entry]) -> Iterator[Entry]:
    total = whole["value"]
    if total is None or len(group) < 2 or whole["comparator"] != "eq":
        return
    if any(part["unit"] != whole["unit"] or part["value"] is None or part["comparator"] != "eq" for part in group):
        return
    if whole["per"] or any(part["per"] or part["change"] != group[0]["change"] for part in group):
        return
    words = found.words(whole["quantity"]["span"][1], group[-1]["quantity"]["span"][0])
    if any(word in words for word in _OPEN):
        return
    added = sum((part["value"] for part in group), Decimal(0))
    allowed = sum((half(part["quantity"]["text"], part["value"]) for part in (whole, *group)), Decimal(0))
    if abs(added - total) <= allowed or (total and added / total == (added / total).to_integral_value()):
        return
    if added < total and (added < total * _MOST or not _listed(found, group)):
        return
    span = whole["quantity"]["span"]
    yield diagnostic("N004", span, [part["quantity"]["span"] for part in group], sum=plain(added), total=plain(total))


def _listed(found: Found, group: Sequence[Entry]) -> bool:
    """Whether the parts are one list of things counted (城区3个、乡镇4个), which names them all; of an amount the text may name some."""
    if group[0]["dimension"] not in COUNTING:
        return False
    places = [part["quantity"]["span"] for part in group]
    return all(found.words(end, start)[:1] in _JOINTS for (_, end), (start, _) in pairwise(places))
