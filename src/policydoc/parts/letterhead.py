"""版头: what stands above a title: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, or 附件N."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.marks import marks
from policydoc.parts.number import leading_number, whole_number
from policydoc.parts.title import read_title
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_pattern
from policydoc.rules.patterns import pattern

_MARKS = pattern(r"[ 、;,\t]")
_BETWEEN = pattern(r"[ 、;,\t]|/(?=[\u3400-\u9fff])|(?<=号)(?=[\u3400-\u9fff]{2,12}\[)")
_ASIDE = pattern(r"[(][^()0-9]{1,8}[)]|[A-C]")


@dataclass(slots=True)
class Letterhead:
    """The elements above the title, as indices of lines, and the place of the first line behind them."""

    place: int = 0
    marker: int | None = None
    numbers: list[int] = field(default_factory=list)
    banners: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    adoption: list[int] = field(default_factory=list)


def is_mark(text: str) -> bool:
    """份号, 密级, 紧急程度 or 签发人 as a whole line.

    >>> is_mark("特急"), is_mark("签发人:某某"), is_mark("云泽市民政局")
    (True, True, False)
    """
    return label_pattern("head").match(text) is not None or any(mark.name != "number" for mark in marks(text))


def is_own_number(text: str) -> bool:
    """Whether a line is one or more document numbers, 签发人 beside them allowed.

    >>> is_own_number("云民发[2024]7号云财社[2024]12号"), is_own_number("云政[2024]3号签发人:某某"), is_own_number("特急")
    (True, True, False)
    """
    if shape.is_number(text):
        return True
    pieces = (_BETWEEN if "号" in text else _MARKS).split(text)
    if 2 <= len(pieces) <= 6 and len(text) <= 160:
        return all(whole_number(piece) or label_pattern("head").match(piece) for piece in pieces if piece)
    number = leading_number(text)
    if number is not None and (label_pattern("head").match(text, number.end) or _ASIDE.fullmatch(text, number.end)):
        return True
    return any(mark.name == "number" for mark in marks(text))


def _banner_number(text: str) -> bool:
    place = text.find("文件")
    return place > 1 and len(text) <= 90 and is_organisation(text[:place]) and whole_number(text[place + 2 :]) is not None


def read_letterhead(lines: Sequence[Line], live: Sequence[int], site_end: int) -> Letterhead:
    r"""The letterhead of a part; above the website's block (before line `site_end`), what is no title is the website's too.

    >>> from policydoc.layout import lines
    >>> found = lines("特急\n云泽市人民政府文件\n云政发〔2024〕6号\n云泽市人民政府关于做好便民服务工作的通知")
    >>> letterhead = read_letterhead(found, [0, 1, 2, 3], 0)
    >>> letterhead.marks, letterhead.banners, letterhead.numbers, letterhead.place
    ([0], [1], [2], 3)
    """
    found = Letterhead()
    place = 0
    while place < len(live):
        index = live[place]
        text = lines[index].text
        if index < site_end and not _is_kept(lines, live, place):
            place += 1
            continue
        if lines[index].role == "table":
            break
        if shape.is_marker(text) and found.marker is None:
            found.marker = index
        elif _banner_number(text) or is_own_number(text):
            found.numbers.append(index)
            if _banner_number(text):
                found.banners.append(index)
        elif is_mark(text):
            found.marks.append(index)
        elif shape.is_banner(text):
            found.banners.append(index)
        elif is_organisation(text) and (end := _joint_banner(lines, live, place)):
            found.banners.extend(live[place:end])
            place = end
            continue
        elif shape.is_adoption(text) and text[0] == "(" and place < 3:
            found.adoption.append(index)
        else:
            break
        place += 1
    found.place = place
    return found


def _is_kept(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """Whether a line above the website's block is of the document: its number, or a whole title."""
    line = lines[live[place]]
    if line.role != "text":
        return False
    if is_own_number(line.text) or shape.is_banner(line.text):
        return True
    title = read_title(lines, live, place, len(live)) if len(line.text) >= 6 else None
    return title is not None and kind_at_end(title.folded) is not None


def _joint_banner(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    """Where a banner of several organisations ends: names, then 文件; 0 where it is none."""
    for step in range(place + 1, min(place + 7, len(live))):
        text = lines[live[step]].text
        if shape.is_banner(text):
            return step + 1
        if not is_organisation(text):
            return 0
    return 0
