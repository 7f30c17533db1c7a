"""责任单位: who leads, who is responsible, who supports, as a folded line states it.

1. 牵头 leads; 责任, 主办 and X负责 are responsible; 配合, 参与 and 协办 support.
2. Under 列第一位者为牵头单位 the first of several leads and the rest are responsible; a sole unit is responsible.
3. A line states duties after a label (责任单位:…), in a bracket ((X牵头,Y配合)) or, where it has neither, in its words (由X负责).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from policydoc.model.fields import Span
from policydoc.model.task import DutyRole
from policydoc.rules.patterns import pattern
from policydoc.tasks.assignments import Group, bracket_groups, sentence_groups, value_groups
from policydoc.tasks.labels import labels

_FIRST = pattern(
    r"(?:列|排|位列|名列|列在|排在|列于|排名|排序|位居)(?:在)?(?:第一|首位|首|第1|最前|前)(?:位|名|个|面|列)?(?:者|的|单位|部门|机关|责任|承办|主办|承担|主要){0,4}"
    r"(?:,)?(?:均|即)?(?:为|是|系|作为)[^,。;]{0,4}牵头"
    r"|(?:首位|第一位|第一个|第一家|第一名|第一|首个|首家|首列|前列|第1位|第1个)(?:的)?(?:责任|承办|主办|承担|主要)?(?:单位|部门|者|的|机关|名|位){0,4}(?:均|即)?(?:为|是|系|作为)[^,。;]{0,4}牵头"
    r"|牵头(?:责任)?(?:单位|部门)(?:为|是|系)?(?:列|排)(?:在)?(?:第一|首)"
)
_PLACES = ("第一", "首", "第1", "最前", "前列", "在前", "排前", "靠前")
_BRACKET = pattern(r"[()\[\]]")
_GATE = pattern(r"单位|部门|机关|机构|处室|科室|股室|主体|政策局|牵头|负责|配合|责任|主办|协办|[局委厅办署府]")


class Duty(NamedTuple):
    """The units of one role, as one place of a folded line names them."""

    role: DutyRole
    units: tuple[Span, ...]
    start: int
    end: int


def first_leads(text: str) -> bool:
    """Whether a folded line says that the first of the listed units leads.

    >>> first_leads("(列第一位者为牵头单位,下同)"), first_leads("(责任单位:云泽市教育局)")
    (True, False)
    """
    return _states_rule(text)


def _states_rule(text: str) -> bool:
    return "牵头" in text and any(word in text for word in _PLACES) and _FIRST.search(text) is not None


def duties(text: str, *, first_leads: bool = False) -> list[Duty]:
    """The duties that a folded line states, in order; `first_leads` where the document says so of its lists.

    >>> [(duty.role, [text[a:b] for a, b in duty.units]) for text in ["(市民政局牵头,市财政局、各街道配合)"] for duty in duties(text)]
    [('lead', ['市民政局']), ('support', ['市财政局', '各街道'])]
    """
    if _GATE.search(text) is None:
        return []
    rule = first_leads or _states_rule(text)
    brackets = _brackets(text)
    starts = [start for start, _ in brackets]
    stated = labels(text)
    depth = _depth(text) if len(stated) > 1 else None
    found: list[tuple[int, Group]] = []
    labelled: set[int] = set()
    for place, label in enumerate(stated):
        if label.role is None:
            continue
        home = bisect_right(starts, label.start) - 1
        home = home if home >= 0 and label.start < brackets[home][1] else -1
        labelled.add(home)
        following = (other.start for other in stated[place + 1 : place + 9] if depth is None or depth(other.start) <= depth(label.end))
        limit = next(following, stated[place + 9].start if place + 9 < len(stated) else len(text))
        found += [(home, group) for group in value_groups(text, label, limit)]
    for home, (start, end) in enumerate(brackets):
        if home not in labelled:
            found += [(home, group) for group in bracket_groups(text, start, end)]
    if not found:
        found = [(-1, group) for group in sentence_groups(text)]
    return settled(found, rule)


def _brackets(text: str) -> list[Span]:
    """The outermost brackets: where each opens and where it closes."""
    found: list[Span] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.start()))
    return found


def _depth(text: str) -> Callable[[int], int]:
    """How many brackets are open before a place."""
    marks = [(match.start(), 1 if match[0] in "([" else -1) for match in _BRACKET.finditer(text)]
    places, depths = [place for place, _ in marks], [0, *accumulate(step for _, step in marks)]
    return lambda place: depths[bisect_left(places, place)]


def settled(found: Sequence[tuple[int, Group]], rule: bool) -> list[Duty]:
    """The duties of groups, each with the bracket or list it stands in; under the rule of the first, the first of several leads.

    >>> [duty.role for duty in settled([(0, Group("responsible", ((0, 4), (5, 9)), 0, 9))], True)]
    ['lead', 'responsible']
    """
    led = {home for home, group in found if group.role == "lead"}
    out: list[Duty] = []
    for home, group in sorted(found, key=lambda item: item[1].start):
        units = group.units
        if rule and group.role == "responsible" and len(units) > 1 and home not in led:
            out.append(Duty("lead", units[:1], group.start, units[0][1]))
            out.append(Duty("responsible", units[1:], units[1][0], group.end))
        else:
            out.append(Duty(group.role, units, group.start, group.end))
    return out
