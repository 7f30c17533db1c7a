"""分工所在: where a part states duties, and for which sections.

1. A line that is only a label (责任单位：) speaks of the units on the next line.
2. 以上任务由市住建局牵头 behind the items of a section, and units on a line of their own behind its last item where no other
   item has any, answer for the whole section.
3. A heading that is a unit, or its work (市教育局牵头工作（5项）, 市民政局), answers for what stands below it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.layout.line import joined
from policydoc.outline.nodes import Node
from policydoc.rules.patterns import pattern
from policydoc.tasks.duties import Duty, duties
from policydoc.tasks.labels import labels
from policydoc.tasks.organisations import is_generic, is_organisation, is_sentence, units
from policydoc.tasks.places import Places

LONGEST = 200
"""Characters of the longest line of units below a label that stands alone."""
_WHOLE = pattern(
    r"[(\[]?(?:以上|上述|前述)(?:各|全部|所有)?[0-9一二三四五六七八九十两]{0,3}(?:项|个|条)?(?:重点|具体)?(?:工作|任务|项目|事项|措施|内容|实事|工程|目标)"
)
_DEED = pattern(
    r"(?:成立|组建|建立|设立|设置|健全|完善|加强|发挥|强化|明确|压实|优化|改革|撤销|合并|调整|整合|支持|推动|推进|建设|打造|做强|做实)"
)
_AUTHORITY = pattern(r"(?:[局委厅办署处部]|委员会|办公[室厅]|管委会|办事处|[省市县区州旗盟镇乡](?:人民)?政府)\Z")
_BREAK = pattern(r"[。;!?)\]]")
_WORK = pattern(
    r"(?P<role>牵头|负责|主办|承办|承担|主抓)?(?:落实|实施|推进|办理|完成)?的?(?:重点|主要|年度|具体|有关)?(?:工作|任务|事项|项目|实事)?(?:清单)?"
    r"(?:[(\[][^()\[\]]{0,12}[)\]])?[。.:]?\Z"
)


class Stated(NamedTuple):
    """A duty, its line, its place in the content, and the section it answers for where that is not the place's own."""

    place: int
    line: Line
    duty: Duty
    whole: Node | None = None


def stated(lines: Sequence[Line], body: Sequence[int], places: Places, nodes: Sequence[Node], *, first_leads: bool) -> list[Stated]:
    r"""The duties that the lines of a part state, in order.

    >>> from policydoc.layout import lines
    >>> rows = lines("责任单位：\n市教育局、市财政局")
    >>> [(found.duty.role, len(found.duty.units)) for found in stated(rows, [0, 1], Places([]), [], first_leads=False)]
    [('responsible', 2)]
    """
    heads = {node.section.line for node in nodes}
    found: list[Stated] = []
    done = -1
    for rank, index in enumerate(body):
        line = lines[index]
        if rank == done or not line.text:
            continue
        below = _below(lines, body, rank, heads)
        if below:
            done = below
            line = joined(line, lines[body[below]])
        for duty in duties(line.text, first_leads=first_leads):
            place = line.span(duty.start, duty.end)[0]
            found.append(Stated(place, line, duty, whole(line, duty.start, index, places)))
    found += [Stated(line.span(duty.start, duty.end)[0], line, duty) for line, duty in _headings(lines, nodes, found)]
    return sorted(_closing(lines, found, places), key=lambda one: one.place)


def _below(lines: Sequence[Line], body: Sequence[int], rank: int, heads: set[int]) -> int:
    """The rank of the line with the units of a label that ends a line; 0 where none is."""
    text = lines[body[rank]].text
    if not text.endswith(":") or rank + 1 >= len(body):
        return 0
    told = labels(text)
    following = lines[body[rank + 1]]
    if not told or told[-1].role is None or told[-1].end != len(text) or body[rank + 1] in heads:
        return 0
    alike = following.role == lines[body[rank]].role == "text"
    return rank + 1 if alike and 0 < len(following.text) <= LONGEST and not labels(following.text) else 0


def whole(line: Line, place: int, index: int, places: Places) -> Node | None:
    """The section whose items 以上任务 before a place speaks of: the words stand on a line of their own behind the last of them."""
    if "上" not in line.text[:60] and "述" not in line.text[:60]:
        return None
    start = max((match.end() for match in _BREAK.finditer(line.text, 0, place)), default=0)
    if _WHOLE.match(line.text) is None and _WHOLE.match(line.text, start) is None:
        return None
    node = places.node_at(line.at[0])
    return node.parent if node is not None and node.section.line != index and not node.section.children else None


def _headings(lines: Sequence[Line], nodes: Sequence[Node], found: Sequence[Stated]) -> Iterator[tuple[Line, Duty]]:
    """The duties of headings that are a unit or the work of one."""
    taken = sorted(one.place for one in found)
    for node in nodes:
        span, line = node.section.title, lines[node.section.line]
        if span is None or not 2 <= span[1] - span[0] <= 40:
            continue
        if bisect_right(taken, line.span(*span)[1]) > bisect_right(taken, node.start - 1):
            continue
        duty = headed(line.text, *span)
        if duty is not None:
            yield line, duty


def headed(text: str, start: int, end: int) -> Duty | None:
    """The duty of a heading that names units and nothing but their work.

    >>> [headed(text, 0, len(text)) is None for text in ("市教育局(5项)", "市教育局负责的重点工作", "加强教育", "市教育局改革")]
    [False, False, True, True]
    """
    verb = _WORK.search(text, start + 2, end)
    if verb is None or _DEED.match(text, start):
        return None
    named = units(text, start, verb.start())
    words = [text[unit.start : unit.end] for unit in named]
    if not named or named[0].start != start or named[-1].end != verb.start():
        return None
    if not all(is_organisation(word) and not is_generic(word) and not is_sentence(word) for word in words):
        return None
    if not verb["role"] and not all(_AUTHORITY.search(word) for word in words):
        return None
    return Duty("lead" if verb["role"] == "牵头" else "responsible", tuple((unit.start, unit.end) for unit in named), start, verb.end())


def _closing(lines: Sequence[Line], found: Sequence[Stated], places: Places) -> list[Stated]:
    """Units on a line of their own behind the last item of a section are the section's, where no other item there has some.

    A part that has such lines behind other items too says with them what each item needs.
    """
    homes = [places.node_at(one.place) for one in found]
    answered: dict[str, set[str]] = defaultdict(set)
    loose: set[str] = set()
    """Items of which some units stand in their own words."""
    for one, node in zip(found, homes, strict=True):
        if one.whole is None and node is not None and node.parent is not None and not node.section.children:
            answered[node.parent.id].add(node.id)
            if lines[node.section.line].start == one.line.start:
                loose.add(node.id)
            elif node.section is not node.parent.section.children[-1]:
                return list(found)
    return [
        one._replace(whole=node.parent)
        if one.whole is None
        and node is not None
        and node.parent is not None
        and len(node.parent.section.children) > 1
        and answered[node.parent.id] == {node.id}
        and node.id not in loose
        else one
        for one, node in zip(found, homes, strict=True)
    ]
