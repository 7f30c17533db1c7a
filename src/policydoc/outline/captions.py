"""无序号标题: headings without a number, only where the layout shows them clearly.

1. 主旨： 說明： 辦法： of a Taiwan letter.
2. Short lines that each stand before a list numbered from 1 again.
3. In a part without numbers: short lines between paragraphs, three or more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policydoc.outline.markers import Marker
from policydoc.rules.patterns import pattern

if TYPE_CHECKING:
    from policydoc.layout import Line

_LETTER = pattern(r"(主旨|说明|办法|拟办|公告事项|依据)[::]")
_MARKS = pattern(r"[,。;:!?.|…\t]")
_TIMES = pattern(r"[0-9(\[]")
LONGEST = 25
PARAGRAPH = 40


def captions(lines: Sequence[Line], first: int, last: int, leads: Mapping[int, Sequence[Marker]]) -> dict[int, tuple[int, int]]:
    r"""Line index → where the words and where the whole of an unnumbered heading end.

    >>> from policydoc.layout import lines
    >>> captions(lines("主旨：檢送計畫1份。\n說明：\n一、依規定辦理。"), 0, 3, {})
    {0: (2, 3), 1: (2, 3)}
    """
    body = [index for index in range(first, last) if lines[index].role in ("text", "table") and lines[index].text]
    letter = {index: match for index in body if lines[index].role == "text" and (match := _LETTER.match(lines[index].text))}
    if any(match[1] == "主旨" for match in letter.values()):
        return {index: (match.end() - 1, match.end()) for index, match in letter.items()}
    short = [rank for rank, index in enumerate(body) if index not in leads and _is_short(lines[index])]
    if leads:
        found = _before_lists(body, short, leads)
    else:
        found = [body[rank] for rank in short if _between_paragraphs(lines, body, rank)]
        found = found if len(found) >= 3 else []
    return {index: (len(lines[index].text), len(lines[index].text)) for index in found}


def _is_short(line: Line) -> bool:
    text = line.text
    return line.role == "text" and 3 <= len(text) <= LONGEST and not _MARKS.search(text) and not _TIMES.match(text)


def _before_lists(body: Sequence[int], short: Sequence[int], leads: Mapping[int, Sequence[Marker]]) -> list[int]:
    """The short lines before each list, where every list of the part's first style begins after one."""
    family = next((found[0].family for _, found in sorted(leads.items())), "")
    starts = {index for index, found in leads.items() if found[0].family == family and found[0].ordinal == 1 and not found[0].doubtful}
    found = [body[rank] for rank in short if rank + 1 < len(body) and body[rank + 1] in starts]
    return found if len(found) >= 2 and len(found) == len(starts) else []


def _between_paragraphs(lines: Sequence[Line], body: Sequence[int], rank: int) -> bool:
    """Whether a line stands behind the end of a sentence and before a paragraph."""
    if rank + 1 >= len(body):
        return False
    after = lines[body[rank + 1]]
    before = lines[body[rank - 1]].text if rank else "。"
    return after.role == "text" and before[-1] in "。;:!" and len(after.text) >= PARAGRAPH and "。" in after.text
