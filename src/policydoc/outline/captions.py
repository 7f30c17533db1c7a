"""无序号标题: headings without a number, only where the layout shows them clearly.

1. 主旨： 說明： 辦法： of a Taiwan letter.
2. Short lines that each stand before a list numbered from 1 again, or before the next items of one that counts on.
3. 总则 and 附则 among articles without chapters, 附则 behind the last chapter.
4. In a part without numbers: short lines between paragraphs, three or more; two where they are set in bold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policydoc.outline.markers import Marker
from policydoc.rules.patterns import pattern

if TYPE_CHECKING:
    from policydoc.layout import Line

Leads = Mapping[int, Sequence[Marker]]
_LETTER = pattern(r"(主旨|说明|办法|拟办|公告事项|依据)[::]")
_MARKS = pattern(r"[,。;:!?.|…\t]")
_STOPS = pattern(r"[。;:!?.|…\t]|,[^,]{0,20},|,\Z")
_TIMES = pattern(r"[0-9(\[]|附件|附表|注\Z")
_ENDED = "。;:!?)”"
_CHAPTERS = frozenset({"named_编", "named_篇", "named_章"})
_INSIDE = frozenset({"point", "need", "said", "spoken", "circled", "paren", "half"})
"""Families of lists inside paragraphs: a part that has only these is a part without numbers."""
_RULES = frozenset({"总则", "分则", "附则"})
LONGEST = 25
PARAGRAPH = 40
BOLD = 2
"""The characters of ** on either side."""


def captions(lines: Sequence[Line], first: int, last: int, leads: Leads) -> dict[int, tuple[int, int]]:
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
    if any(found[0].family not in _INSIDE for found in leads.values()):
        found = _before_lists(body, short, leads) or _before_items(lines, body, short, leads)
        found = found or _among_articles(lines, body, leads)
    else:
        found = _between(lines, body, short, leads)
    return {index: (len(lines[index].text), len(lines[index].text)) for index in found}


def _is_short(line: Line, marks: re.Pattern[str] = _MARKS) -> bool:
    text = line.text
    return line.role == "text" and 2 <= len(text) <= LONGEST and not marks.search(text) and not _TIMES.match(text)


def _is_bold(line: Line) -> bool:
    """Whether ** stands on either side of the words."""
    return line.at[0] - line.start - line.indent == BOLD and line.end - line.at[-1] - 1 >= BOLD


def _before_lists(body: Sequence[int], short: Sequence[int], leads: Leads) -> list[int]:
    """The short lines before each list, where every list of the part's first style begins after one."""
    family = next((found[0].family for _, found in sorted(leads.items())), "")
    starts = {index for index, found in leads.items() if found[0].family == family and found[0].ordinal == 1 and not found[0].doubtful}
    found = [body[rank] for rank in short if rank + 1 < len(body) and body[rank + 1] in starts]
    return found if len(found) >= 2 and len(found) == len(starts) else []


def _before_items(lines: Sequence[Line], body: Sequence[int], short: Sequence[int], leads: Leads) -> list[int]:
    """The short lines before items that count from 1 through the whole part, where the first of them stands behind one, too."""
    family = next((found[0].family for _, found in sorted(leads.items())), "")
    items = [index for index in body if index in leads and leads[index][0].family == family]
    if [leads[index][0].ordinal for index in items] != list(range(1, len(items) + 1)):
        return []
    known = set(items)
    found = [rank for rank in short if rank + 1 < len(body) and body[rank + 1] in known]
    if not 2 <= len(found) < len(items) or body[found[0] + 1] != items[0]:
        return []
    return [body[rank] for rank in found] if all(lines[body[rank - 1]].text[-1] in _ENDED for rank in found[1:]) else []


def _among_articles(lines: Sequence[Line], body: Sequence[int], leads: Leads) -> list[int]:
    """总则, 附则: headings of rules, where chapters have no numbers or the last has none."""
    articles = [index for index, found in leads.items() if found[0].family == "named_条"]
    chapters = [index for index, found in leads.items() if found[0].family in _CHAPTERS]
    if not articles:
        return []
    found = [index for index in body if lines[index].text in _RULES and index < max(articles)]
    return [index for index in found if not chapters or (lines[index].text == "附则" and index > max(chapters))]


def _between(lines: Sequence[Line], body: Sequence[int], short: Sequence[int], leads: Leads) -> list[int]:
    """The short lines between paragraphs."""
    bold = [body[rank] for rank in short if _is_bold(lines[body[rank]]) and rank + 1 < len(body)]
    if len(bold) >= 2:
        return bold
    found = [body[rank] for rank in range(len(body)) if body[rank] not in leads and _between_paragraphs(lines, body, rank)]
    return found if len(found) >= 3 else []


def _between_paragraphs(lines: Sequence[Line], body: Sequence[int], rank: int) -> bool:
    """Whether a line stands behind the end of a sentence and before a paragraph."""
    if rank + 1 >= len(body) or not _is_short(lines[body[rank]], _STOPS):
        return False
    after = lines[body[rank + 1]]
    before = lines[body[rank - 1]].text if rank else "。"
    return after.role == "text" and before[-1] in "。;:!" and len(after.text) >= PARAGRAPH and "。" in after.text
