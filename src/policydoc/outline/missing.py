"""缺号: an item that lost its number, told by its neighbours and by its shape.

Where exactly one number is missing between two items, and exactly one line between them is set like the items around
it, that line is the item.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from policydoc.outline.section import Draft
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern

if TYPE_CHECKING:
    from policydoc.layout import Line

Shape = Literal["head", "run", "plain"]
LONGEST_HEAD = 30
FEWEST_PARAGRAPHS = 3
"""So many items of one paragraph each show that a paragraph is an item."""
FARTHEST = 200
"""So many lines are searched for the item."""
_STOP = pattern(r"[。:]")
_NO_ITEM = pattern(r"[(\[|\-.·]|[^,。;:]{0,8}(?:单位|部门|领导|责任人|联系人|时限|时间|主体|机关|其中)[:)\]]|注:|附件")


class Gap(NamedTuple):
    """A number is missing before a draft: the places of the draft and of the finding that says so."""

    draft: int
    finding: int


def shape(text: str, start: int) -> Shape:
    """How an item is set: a heading alone on its line, words that run into the text, or plain sentences.

    >>> shape("一、总体要求", 2), shape("1.公厕改造。新建3座。", 2), shape("1.新建公厕3座,改造公园2个。", 2)
    ('head', 'run', 'plain')
    """
    if len(text) - start <= LONGEST_HEAD and text[-1] not in "。;:,!?":
        return "head"
    stop = _STOP.search(text, start, min(len(text), start + LONGEST_HEAD))
    return "run" if stop is not None and stop.end() < len(text) else "plain"


def fill(lines: Sequence[Line], drafts: list[Draft], findings: list[dict[str, Any]], gaps: Sequence[Gap]) -> None:
    r"""Puts the items that lost their numbers between the drafts and says so where a gap was reported.

    >>> from policydoc.layout import lines
    >>> from policydoc.outline.tree import outline
    >>> read = outline(lines("一、公厕。新建3座。\n二、公园。新建2个。\n道路。整修5公里。\n四、泵站。更新1座。"), 0, 4)
    >>> [(item.ordinal, item.ordinal_source) for item in read.sections][2], read.diagnostics[0]["code"]
    ((3, 'inferred'), 'O008')
    """
    for gap in reversed(gaps):
        behind = drafts[gap.draft]
        before = _sibling(drafts, gap.draft)
        if before is None or behind.ordinal is None or behind.inline or _comes(drafts, gap.draft, behind.ordinal - 1):
            continue
        found = _item(lines, drafts, before, gap.draft)
        if found is None:
            continue
        line, place = found
        ordinal = behind.ordinal - 1
        drafts.insert(place, Draft(line, 0, 0, ordinal, "inferred", behind.family, False, behind.depth))
        findings[gap.finding] = diagnostic("O008", lines[line].span(0, len(lines[line].text)), ordinal=ordinal)


def _sibling(drafts: Sequence[Draft], rank: int) -> int | None:
    """The place of the item before, where exactly one number is missing between the two."""
    behind = drafts[rank]
    for place in range(rank - 1, max(-1, rank - FARTHEST), -1):
        draft = drafts[place]
        if draft.depth > behind.depth:
            continue
        same = draft.depth == behind.depth and draft.family == behind.family and not draft.inline
        return place if same and draft.ordinal is not None and draft.ordinal + 2 == behind.ordinal else None
    return None


def _comes(drafts: Sequence[Draft], rank: int, ordinal: int) -> bool:
    """Whether the missing number comes later at the same level: the two only changed places."""
    behind = drafts[rank]
    for draft in drafts[rank + 1 : rank + FARTHEST]:
        if draft.depth < behind.depth:
            return False
        if draft.depth == behind.depth and draft.family == behind.family and draft.ordinal == ordinal:
            return True
    return False


def _paragraphs(lines: Sequence[Line], drafts: Sequence[Draft], rank: int) -> int:
    """How many items of the level, but for the missing one, are one paragraph each; 0 if one of them is not."""
    behind = drafts[rank]
    count, following = 1, -1
    for draft in reversed(drafts[max(0, rank - FARTHEST) : rank]):
        if draft.inline:
            continue
        if draft.depth < behind.depth:
            break
        if draft.depth > behind.depth or draft.family != behind.family:
            return 0
        if following >= 0 and any(line.role == "text" and line.text for line in lines[draft.line + 1 : following]):
            return 0
        count, following = count + 1, draft.line
    return count


def _item(lines: Sequence[Line], drafts: Sequence[Draft], before: int, rank: int) -> tuple[int, int] | None:
    """The line that must be the item, and its place among the drafts."""
    first, last = drafts[before], drafts[rank]
    if last.line - first.line > FARTHEST or last.line == first.line:
        return None
    kind = shape(lines[first.line].text, first.words)
    if kind == "plain" or kind != shape(lines[last.line].text, last.words):
        return None
    started = {draft.line for draft in drafts[before : rank + 1]}
    free = [index for index in range(first.line + 1, last.line) if lines[index].role == "text" and lines[index].text]
    lone = [index for index in free if index not in started and not _NO_ITEM.match(lines[index].text)]
    found = [index for index in lone if shape(lines[index].text, 0) == kind]
    if kind == "run" and (len(free) > 1 or _paragraphs(lines, drafts, rank) < FEWEST_PARAGRAPHS):
        return None
    if kind == "head":  # something stands below a heading, and the one before it has something below, too
        found = [index for index in found if index != free[0] and index != free[-1]]
    if len(found) != 1:
        return None
    place = next((place for place in range(before + 1, rank) if drafts[place].line > found[0]), rank)
    return found[0], place
