"""篇首: how a text that stands behind another one begins: with a title, without one, or as a notice of its own."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.title import read_title
from policydoc.rules.agencies import tail_of
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_FIRST = pattern(r"(?:一、|第一[章条编])")
_PURPOSE = pattern(r"制定本|特制定|提出如下|结合.{0,12}实际")
_NEAR = 12
_PARAGRAPH = 30


def titled(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    r"""Whether the lines at a place are a title rather than a list of offices or a scrap.

    >>> from policydoc.layout import lines
    >>> titled(lines("云泽市2024年便民服务实施方案\n为做好服务，制定本方案。"), [0, 1], 0)
    True
    """
    title = read_title(lines, live, place, min(place + 8, len(live)))
    if title is None:
        return False
    return kind_at_end(title.folded) is not None or (len(title.folded) >= 6 and "," not in title.folded and tail_of(title.folded) is None)


def untitled(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    r"""Whether an enclosed text begins without a title: its preamble, or its first heading, and headings below it.

    >>> from policydoc.layout import lines
    >>> untitled(lines("为做好便民服务工作，制定本方案。\n一、目标\n新建便民驿站8个。"), [0, 1, 2], 0)
    True
    """
    text = lines[live[place]].text
    purpose = _PURPOSE.search(text) is not None and len(text) >= 12 and text[-1] in "。:"
    paragraph = len(text) >= _PARAGRAPH and text[-1] in "。:"
    if not (purpose or paragraph or _FIRST.match(text)):
        return False
    items = sum(shape.is_item(lines[live[step]].text) for step in range(place, min(place + _NEAR, len(live))))
    return items >= (1 if purpose else 2)


def next_notice(lines: Sequence[Line], live: Sequence[int], place: int) -> str | None:
    r"""The folded title of a notice that begins with its number at a place (two notices in one file); None where none does.

    >>> from policydoc.layout import lines
    >>> next_notice(lines("云政办发〔2024〕8号\n云泽市人民政府关于做好助餐工作的通知\n各县："), [0, 1, 2], 0)
    '云泽市人民政府关于做好助餐工作的通知'
    """
    below = place + 1
    title = read_title(lines, live, below, min(below + 6, len(live))) if below < len(live) else None
    kind = kind_at_end(title.folded) if title else None
    if title is None or kind is None or "关于" not in title.folded or kind.status != "statutory":
        return None
    return title.folded
