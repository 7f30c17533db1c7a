"""起止: where the sections of a part end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydoc.outline.section import Draft
from policydoc.rules.patterns import pattern

if TYPE_CHECKING:
    from policydoc.layout import Line

FEWEST_ITEMS = 3
"""So many items show how the list is set."""
_LABELLED = pattern(r"[(\[]?[^,。;:]{2,12}:|[(\[]")


def ends(lines: Sequence[Line], first: int, last: int, drafts: Sequence[Draft]) -> None:
    """Gives every section its end: before the next of its level or a higher one; an inline item ends with its paragraph."""
    before: list[tuple[int, int]] = []
    place = (first, 0)
    for index in range(first, last):
        before.append(place)
        line = lines[index]
        if line.role in ("text", "table") and line.text:
            place = (index, len(line.text))
    before.append(place)
    still_open: list[Draft] = []
    for draft in drafts:
        while still_open:
            latest = still_open[-1]
            if latest.depth < draft.depth and not (latest.inline and latest.line != draft.line):
                break
            latest.end = _end(lines, latest, (draft.line, draft.start), before[draft.line - first])
            still_open.pop()
        still_open.append(draft)
    for draft in still_open:
        draft.end = _end(lines, draft, (last, 0), before[last - first])


def close(lines: Sequence[Line], siblings: Sequence[Draft]) -> None:
    """结语: where every item is one paragraph, so is the last: what stands behind it speaks for all of them.

    A line of units or times (责任单位：…) still belongs to the item above it.
    """
    lists = [siblings]
    while lists:
        items = lists.pop()
        lists += [item.children for item in items if item.children]
        if len(items) < FEWEST_ITEMS or any(item.children or item.inline for item in items):
            continue
        last = items[-1]
        single = all(item.end[0] == item.line and lines[item.line].text[-1] in "。;)" for item in items[:-1])
        if single and last.end[0] > last.line and lines[last.line].text[-1] in "。;)" and not _LABELLED.match(_next(lines, last.line)):
            last.end = (last.line, len(lines[last.line].text))


def _next(lines: Sequence[Line], index: int) -> str:
    """The next line that is not blank."""
    return next((line.text for line in lines[index + 1 :] if line.text), "")


def _end(lines: Sequence[Line], draft: Draft, following: tuple[int, int], before: tuple[int, int]) -> tuple[int, int]:
    if following[0] == draft.line:
        end = following
    elif draft.inline:
        end = (draft.line, len(lines[draft.line].text))
    else:
        end = before if not following[1] else following
    return max(end, (draft.line, max(draft.words, draft.start + 1)))
