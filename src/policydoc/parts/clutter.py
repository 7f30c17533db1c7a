"""网页杂项: what a page prints between the pieces of a head: its headline before the printed title, scraps before the recipients."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.addressees import addressed
from policydoc.parts.number import whole_number
from policydoc.parts.opening import next_notice
from policydoc.parts.title import Title, essence, read_title, without_brackets
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_AHEAD = 12
_BURIED = 30
_SCRAPS = 8
_SCRAP = 40
_HALF_TITLE = 8
_SHORTEST = 8
_YEARLY = pattern(r"(?:19|20)[0-9]{2}年")
_OFFICELESS = ("关于", "转发", "印发", "批转")


def _may_stand_between(line: Line) -> bool:
    """Whether a line is no text of the notice's body."""
    text = line.text
    return line.role == "text" and not shape.is_item(text) and not (len(text) > _SCRAP and "。" in text)


def repeated(lines: Sequence[Line], live: Sequence[int], place: int, title: Title) -> Title | None:
    r"""The same title once more, within reach behind a page's headline; None where it is not printed again.

    >>> from policydoc.layout import lines
    >>> found = lines("云泽市民政局关于做好助餐工作的通知\n下载地址\n云泽市民政局\n\n云泽市民政局关于做好助餐工作的通知")
    >>> title = read_title(found, [0, 1, 2, 4], 0, 4)
    >>> repeated(found, [0, 1, 2, 4], 1, title).pieces
    ((4, 0, 17),)
    """
    kind = kind_at_end(title.folded)
    if kind is None:
        return None
    for step in range(place, min(place + _AHEAD, len(live))):
        line = lines[live[step]]
        if not _may_stand_between(line) or addressed(lines, live, step):
            return None
        again = read_title(lines, live, step, len(live))
        if again is not None and _is_same(essence(title.folded), essence(again.folded)):
            return again
        if again is not None and essence(without_brackets(again.folded)) == essence(without_brackets(title.folded)):
            return again
    return None


def _is_same(first: str, again: str) -> bool:
    """Whether a title is the one before it, with or without the office in front."""
    longer, shorter = (first, again) if len(first) >= len(again) else (again, first)
    return longer == shorter or (len(shorter) >= _HALF_TITLE and longer.endswith(shorter) and shorter.startswith(_OFFICELESS))


def addressed_ahead(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    r"""The place of 主送机关 that stand behind a few scraps of the page; 0 where none do.

    >>> from policydoc.layout import lines
    >>> found = lines("相关办事指南\n\n各县（区）人民政府：")
    >>> addressed_ahead(found, [0, 2], 0)
    1
    """
    for step in range(place, min(place + _SCRAPS, len(live))):
        line = lines[live[step]]
        if addressed(lines, live, step):
            return step
        if line.role != "text" or len(line.text) > _SCRAP or "。" in line.text or shape.is_item(line.text) or shape.is_marker(line.text):
            return 0
    return 0


def buried(lines: Sequence[Line], live: Sequence[int], place: int) -> int | None:
    r"""The place of a document number that stands below other lines of a page and opens a whole notice, or is one of Hong Kong or Macau.

    >>> from policydoc.layout import lines
    >>> found = lines("本站整理了多篇文件。\n\n云民发〔2024〕7号\n云泽市民政局关于做好助餐工作的通知\n各县：")
    >>> buried(found, [0, 2, 3, 4], 0)
    1
    """
    for step in range(place, min(place + _BURIED, len(live))):
        line = lines[live[step]]
        if line.role != "text" or shape.is_item(line.text):
            return None
        number = whole_number(line.text)
        if number is None:
            continue
        if number.form == "slashed" or (number.form == "bracketed" and next_notice(lines, live, step) is not None):
            return step
    return None


def headline(lines: Sequence[Line], above: Sequence[int]) -> Title | None:
    r"""The yearly headline above a website's block, where no title is printed below it.

    >>> from policydoc.layout import lines
    >>> headline(lines("首页\n云泽市2024年为民办实事项目公布"), [0, 1]).folded
    '云泽市2024年为民办实事项目公布'
    """
    for place, index in enumerate(above):
        if lines[index].role == "text" and len(lines[index].text) >= _SHORTEST and _YEARLY.search(lines[index].text):
            found = read_title(lines, above, place, place + 1)
            if found is not None:
                return found
    return None
