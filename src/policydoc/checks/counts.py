"""申报数核对: the counts that a document declares (实施20项民生工程, 一、就业（8项）) beside what was counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from policydoc.checks.found import Entry, Found, Span
from policydoc.dates.han import han_number
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.tasks.declarations import ITEMS
from policydoc.tasks.selection import kind_of
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.outline.nodes import Node
    from policydoc.parts import Part
    from policydoc.tasks.scope import Declared

_REPORTS: Final = frozenset({"报告", "总结", "通报", "汇报"})
"""What they count is done, or stands in another document."""
_LISTS: Final = frozenset({"方案", "计划", "要点", "安排", "清单", "分工", "任务", "实事"})
_NEAR: Final = 0.6
"""A notice on the assessment of 10件民生实事 has five items of its own."""
_IDLE: Final = frozenset({"frame", "support", "past", "rules"})
_SUPERIOR = pattern(r"(?:国家|国务院|中央|上级|省|自治区)(?!级)[^,。;:]{0,16}\Z")
_CITY = pattern(r"[市州盟](?:委|政府|人民政府|委、市政府)[^,。;:]{0,12}\Z")
_COUNT = pattern(r"([0-9]{1,4}|[一二两三四五六七八九十百]{1,5})(项|件|条)\Z")
_LEAD: Final = 24


def check_counts(found: Found) -> Iterator[Entry]:
    """D001: a declared number that is found at no level; D003: the numbers of the sections together are not that of the whole."""
    reading = found.reading
    if not reading.tasks:
        return
    tally = _Tally(found)
    sums = list(_sections(found))
    yield from sums
    wrong = {tuple(finding["span"]) for finding in sums}
    same: dict[tuple[int, int, str, str], list[Span]] = {}
    for declared in reading.declared:
        if declared.span not in wrong and (declared.heading or _counts_here(found, declared)):
            counted = tally.other_than(declared)
            if counted and _close(found, declared, counted):
                home = declared.node.id if declared.node is not None and declared.heading else ""
                same.setdefault((declared.number, counted, declared.unit, home), []).append(declared.span)
    for (number, counted, *_), spans in same.items():
        yield diagnostic("D001", spans[0], spans[1:], declared=number, counted=counted)


def _counts_here(found: Found, declared: Declared) -> bool:
    """Whether a count speaks of what follows: not of a superior's list, not in a report or in a letter whose list is kept elsewhere."""
    part = _part(found, declared)
    if part.genre in _REPORTS:
        return False
    following = sum(other.kind in ("enclosure", "attachment") for other in found.parts)
    if part.kind in ("cover", "main") and (found.heading.enclosed or found.values["attachments_announced"]) and not following:
        return False
    start = declared.span[0]
    title = found.values["title"] or ""
    if "省" in title[:12] or "自治区" in title[:12] or "自治區" in title[:12]:
        return True
    lead = found.words(max(0, start - _LEAD), start)
    below = any(word in title[:12] for word in "县區区旗镇鄉乡縣鎮")
    return _SUPERIOR.search(lead) is None and not (below and _CITY.search(lead))


def _close(found: Found, declared: Declared, counted: int) -> bool:
    """Whether two numbers are near enough to be of one list, or the declared one heads it."""
    if declared.heading or _part(found, declared).genre in _LISTS:
        return True
    return min(declared.number, counted) >= _NEAR * max(declared.number, counted)


def _part(found: Found, declared: Declared) -> Part:
    return found.parts[int(declared.part[1:]) - 1]  # parts are p1, p2 …


class _Tally:
    """How many tasks and sections there are at each level, in the whole and within a section."""

    def __init__(self, found: Found) -> None:
        self.tasks = sorted(found.reading.tasks, key=lambda task: task["span"])
        self.places = [task["span"][0] for task in self.tasks]
        self.nodes = [node for tree in found.trees for node in tree]
        self.starts = [node.start for node in self.nodes]
        idle = {node.id for node in self.nodes if kind_of(node) in _IDLE}
        self.idle = idle
        self.whole = _levels(self.tasks, self.nodes, idle)
        self.whole[0].update(Counter(task["part"] for task in self.tasks).values())
        self.sorts, self.sorted = _sorts(self.tasks, self.nodes)
        self.figures = sorted(
            (figure["span"][0], han_number(match[1].replace("两", "二")), match[2])
            for figure in found.reading.figures
            if figure["kind"] == "declared_count" and (match := _COUNT.match("".join(fold(figure["text"]).split())))
        )
        self.rows = [task for task in self.tasks if "/t" in task["id"]]
        self.groups = sorted(declared.span[0] for declared in found.reading.declared)
        self.known: dict[str, tuple[set[int], int]] = {}

    def within(self, node: Node) -> tuple[set[int], int]:
        """The same below one section."""
        found = self.known.get(node.id)
        if found is None:
            tasks = self.tasks[bisect_left(self.places, node.start) : bisect_left(self.places, node.end)]
            nodes = self.nodes[bisect_left(self.starts, node.start) + 1 : bisect_left(self.starts, node.end)]
            found = self.known[node.id] = _levels(tasks, nodes, self.idle) if tasks or nodes else self.whole
        return found

    def other_than(self, declared: Declared) -> int:
        """What was counted where the declared number is found at no level; 0 where it is, or where nothing can be said."""
        if declared.unit not in ITEMS:
            return 0 if not self.sorts or declared.number in self.sorts else self.sorted
        known, counted = self.within(declared.node) if declared.node is not None else self.whole
        if declared.number in known or (not declared.heading and declared.number in self.whole[0]):
            return 0
        if declared.node is None and self.rows:
            counted = self._behind(declared)
        counted = self._stated(declared) or counted
        return 0 if counted == declared.number else counted

    def _stated(self, declared: Declared) -> int:
        """What the counts below a heading add up to."""
        if declared.node is None:
            return 0
        low = bisect_right(self.figures, (declared.span[1], 0, ""))
        high = bisect_left(self.figures, (declared.node.end, 0, ""))
        return sum(number for _, number, unit in self.figures[low:high] if unit == declared.unit)

    def _behind(self, declared: Declared) -> int:
        """How many tasks stand behind a number, before the next one: 二 教育卫生（3项） over three rows of a table."""
        rank = bisect_right(self.groups, declared.span[0])
        stop = bisect_left(self.places, self.groups[rank]) if rank < len(self.groups) else len(self.places)
        return stop - bisect_left(self.places, declared.span[0])


def _sorts(tasks: Sequence[Entry], nodes: Sequence[Node]) -> tuple[set[int], int]:
    """How many headings sort the tasks, at each level; nothing where rows or items stand side by side."""
    if any("/t" in task["id"] for task in tasks):
        return set(), 0
    above: dict[str, None] = {}
    for task in tasks:
        path = task["section"] or ""
        if task["section"] == task["id"]:
            path = path.rpartition(".")[0]
        while path:
            above[path] = None
            path = path.rpartition(".")[0]
    if not above:
        return set(), 0
    found = set(Counter(path.count(".") for path in above).values())
    found.update(Counter(path.rpartition(".")[0] for path in above).values())
    found.add(sum(node.parent is None for node in nodes))
    return found, sum("." not in path for path in above)


def _levels(tasks: Sequence[Entry], nodes: Sequence[Node], idle: set[str]) -> tuple[set[int], int]:
    """Every number that a count may mean, and the one to tell a clerk."""
    ordering = [task for task in tasks if task["section"] not in idle]
    known: set[int] = {len(tasks), len(ordering)}
    for keys in _ways(nodes):
        known.update(Counter(keys).values())
    known.update(Counter(task["id"].rpartition(".r")[0] for task in tasks if "/t" in task["id"]).values())
    tops = Counter(_top(task["section"] or task["id"]) for task in ordering)
    known.update(tops.values())
    known.add(len(tops))
    return known, len(ordering) or len(tasks) or sum(node.parent is nodes[0].parent for node in nodes)


def _ways(nodes: Sequence[Node]) -> Iterator[list[Any]]:
    yield [node.section.family for node in nodes]
    yield [node.parent.id if node.parent else "" for node in nodes]
    yield [len(node.path) for node in nodes]
    yield [(node.id.partition("/")[0], len(node.path)) for node in nodes]
    yield [(node.parent.id if node.parent else "", node.section.family) for node in nodes]


def _top(section: str) -> str:
    part, _, path = section.partition("/")
    return f"{part}/{path.partition('.')[0]}"


def _sections(found: Found) -> Iterator[Entry]:
    """A total beside headings of one level that all declare their own number."""
    groups: dict[tuple[str, str, str], list[Declared]] = {}
    totals: dict[str, list[Declared]] = {}
    for declared in found.reading.declared:
        if declared.heading and declared.node is not None:
            above = declared.node.parent.id if declared.node.parent else ""
            groups.setdefault((declared.part, above, declared.unit), []).append(declared)
        elif _counts_here(found, declared):
            totals.setdefault(declared.unit, []).append(declared)
    children = Counter(
        (name, node.parent.id if node.parent else "")
        for name, tree in zip(found.names, found.trees, strict=True)
        for node in tree
        if kind_of(node) not in _IDLE
    )
    for (part, above, unit), members in groups.items():
        sections = {member.node.id for member in members if member.node is not None}
        if len(members) < 2 or len(sections) < len(members) or len(sections) < children[part, above]:
            continue
        added = sum(member.number for member in members)
        whole = [total for total in totals.get(unit, ()) if total.number > max(member.number for member in members)]
        if whole and all(total.number != added for total in whole):
            yield diagnostic("D003", whole[0].span, [member.span for member in members], declared=whole[0].number, sum=added)
