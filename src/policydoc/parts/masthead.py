"""报头 of a briefing: its name, 期号, office and date stand above a title that is another (政务督查, 工作简报, 会议纪要)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.addressees import undersigned
from policydoc.parts.number import whole_number
from policydoc.parts.title import read_title
from policydoc.rules.kinds import kind_at_end

_NAME_LINES = 2
_LONGEST_NAME = 24


class Masthead(NamedTuple):
    """The places of its lines: 期号, the office with its date, and the first line below."""

    number: int
    signed: int
    place: int


def read_masthead(lines: Sequence[Line], live: Sequence[int], place: int) -> Masthead | None:
    r"""The masthead at a place, or None where no 期号 follows a name, or no title of its own follows the masthead.

    >>> from policydoc.layout import lines
    >>> found = lines("云泽政务督查\n第20期\n云泽市人民政府督查室　2024年3月5日\n关于驿站建设进展情况的通报\n各县：")
    >>> read_masthead(found, range(5), 0)
    Masthead(number=1, signed=2, place=3)
    """
    number = next((step for step in range(place, min(place + _NAME_LINES + 1, len(live))) if _is_issue(lines[live[step]].text)), None)
    if number is None or any(not _is_name(lines[live[step]].text) for step in range(place, number)):
        return None
    below = undersigned(lines, live, number + 1) or number + 1
    if below >= len(live):
        return None
    title = read_title(lines, live, below, len(live))
    kind = kind_at_end(title.folded) if title else None
    if title is None or kind is None or not ("关于" in title.folded or kind.status == "statutory"):
        return None
    return Masthead(number, number + 1, below)


def _is_issue(text: str) -> bool:
    number = whole_number(text) if len(text) <= 30 else None
    return number is not None and number.form == "period"


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and text[-1] not in "。;:," and not shape.is_item(text)
