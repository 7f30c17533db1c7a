"""版头和主体的开头: what stands above the body of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.number import leading_number, whole_number
from policydoc.parts.title import Title, essence, read_title, trimmed
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_of, label_pattern

REACH = 60
"""How many live lines a head may have."""
_SEARCH = 10
_LETTERHEAD = re.compile(r".{2,40}(?:函|书函|令|公告|开会通知单|开会通知)")
_OFFICER = re.compile(r"[^。:]{0,24}(?:省长|市长|县长|区长|州长|旗长|主席|主任|院长|检察长)[\u3400-\u9fff·]{2,4}")
_GO_ON = re.compile(r"(?=[^,、]{1,60}[,、])[^。;:!?]{2,200}")


@dataclass(slots=True)
class Head:
    """The elements above the body, as indices of lines."""

    body_first: int
    marker: int | None = None
    title: Title | None = None
    numbers: list[int] = field(default_factory=list)
    banners: list[int] = field(default_factory=list)
    adoption: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)
    undersigned: list[int] = field(default_factory=list)
    """署名 right under the title, with the date below it."""
    marks: list[int] = field(default_factory=list)
    """份号, 密级, 紧急程度, 签发人."""
    letter: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of a Taiwan letter: id of the label → line and offset behind the colon."""
    letterhead: int | None = None


def _is_mark(text: str) -> bool:
    return shape.is_copy_number(text) or shape.is_classification(text) or shape.is_urgency(text) or label_pattern("head").match(text) is not None


def _is_number(text: str) -> bool:
    if shape.is_number(text):
        return True
    pieces = re.split(r"[ 、;,\t]|(?<=号)(?=[\u3400-\u9fff]{2,12}\[)", text)
    if 2 <= len(pieces) <= 6 and len(text) <= 160:
        return all(whole_number(piece) or label_pattern("head").match(piece) for piece in pieces if piece)
    number = leading_number(text)
    return number is not None and label_pattern("head").match(text, number.end) is not None


def _banner_number(text: str) -> bool:
    place = text.find("文件")
    return place > 1 and len(text) <= 90 and is_organisation(text[:place]) and whole_number(text[place + 2 :]) is not None


def live_lines(lines: Sequence[Line], first: int, last: int, skipped: frozenset[int], most: int) -> list[int]:
    """The indices of lines that carry text, furniture and the website's block left out."""
    found: list[int] = []
    for index in range(first, last):
        if index not in skipped and lines[index].role in ("text", "table", "contents"):
            found.append(index)
            if len(found) >= most:
                break
    return found


def read_head(lines: Sequence[Line], first: int, last: int, skipped: frozenset[int] = frozenset()) -> Head:
    """The head of the part that runs from line `first` to `last`.

    >>> from policydoc.layout import lines
    >>> found = lines("云政办发〔2024〕6号\\n云泽市2024年便民服务工作要点\\n为做好便民服务，制定本要点。")
    >>> head = read_head(found, 0, 3)
    >>> head.numbers, head.title.folded, head.body_first
    ([0], '云泽市2024年便民服务工作要点', 2)
    """
    live = live_lines(lines, first, last, skipped, REACH)
    head = Head(last)
    letter = _letter(lines, live, head)
    if letter is not None:
        head.body_first = letter
        return head
    place = _above_title(lines, live, head, max(skipped, default=0))
    place = _title(lines, live, place, head)
    place = _below_title(lines, live, place, head)
    head.body_first = live[place] if place < len(live) else last
    return head


def _letter(lines: Sequence[Line], live: Sequence[int], head: Head) -> int | None:
    """函 of Taiwan: labelled lines down to 主旨; where the body begins."""
    pattern, ids = label_pattern("letter"), label_forms("letter")
    found: dict[str, tuple[int, int]] = {}
    begin: int | None = None
    for index in live[:40]:
        text = lines[index].text
        starts = {piece for piece in _piece_starts(lines[index])}
        for match in pattern.finditer(text):
            if match.start() in starts:
                found.setdefault(ids[label_of(match)], (index, match.end()))
                if ids[label_of(match)] == "purport" and begin is None:
                    begin = index
    if begin is None or not found.keys() & {"addressee", "letter_number", "letter_date", "file_number"}:
        return None
    head.letter = found
    for index in live:
        if index >= begin:
            break
        if _LETTERHEAD.fullmatch(lines[index].text) and not pattern.match(lines[index].text):
            head.letterhead = index
            break
    return begin


def _piece_starts(line: Line) -> list[int]:
    """The folded offsets at which the physical pieces of a line begin."""
    found, place = [], 0
    for start, _ in line.pieces or ((line.start, line.end),):
        while place < len(line.at) and line.at[place] < start:
            place += 1
        found.append(place)
    return found


def _above_title(lines: Sequence[Line], live: Sequence[int], head: Head, site_end: int) -> int:
    """Reads what stands above the title; above the website's block, whatever is no title is the website's too."""
    place = 0
    while place < len(live):
        index = live[place]
        text = lines[index].text
        if index < site_end and not _is_kept(lines, live, place):
            place += 1
            continue
        if lines[index].role == "table":
            break
        if shape.is_marker(text) and head.marker is None:
            head.marker = index
        elif _is_mark(text):
            head.marks.append(index)
        elif _banner_number(text) or _is_number(text):
            head.numbers.append(index)
            if _banner_number(text):
                head.banners.append(index)
        elif shape.is_banner(text):
            head.banners.append(index)
        elif is_organisation(text) and (end := _joint_banner(lines, live, place)):
            head.banners.extend(live[place:end])
            place = end
            continue
        elif shape.is_adoption(text) and text[0] == "(" and place < 3 and head.title is None:
            head.adoption.append(index)
        else:
            break
        place += 1
    return place


def _is_kept(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """Whether a line above the website's block is of the document: its number, or a whole title."""
    line = lines[live[place]]
    if line.role != "text":
        return False
    if _is_number(line.text) or shape.is_banner(line.text):
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


def _title(lines: Sequence[Line], live: Sequence[int], place: int, head: Head) -> int:
    """Reads the title at or shortly below `place`; a title that ends with a kind is preferred to a first short line."""
    if place >= len(live) or lines[live[place]].role != "text":
        return place
    first_line = lines[live[place]].text
    if shape.titled_marker(first_line) is not None and head.marker is None:
        return _marked_title(lines, live, place, head)
    if (order := _order(lines, live, place, head)) is not None:
        head.title = order
        return place
    found, where = read_title(lines, live, place, len(live)), place
    if found is None or not kind_at_end(found.folded):
        for step in range(place + 1, min(place + _SEARCH, len(live))):
            text = lines[live[step]].text
            if lines[live[step]].role != "text" or shape.is_item(text) or len(text) > 100 or shape.is_addressed(text) or "。" in text:
                break
            other = read_title(lines, live, step, len(live))
            if other is not None and kind_at_end(other.folded) and len(other.folded) >= 6:
                found, where = other, step
                break
    if found is None:
        return place
    for index in live[place:where]:
        if _is_number(lines[index].text):
            head.numbers.append(index)
    place = live.index(found.last) + 1
    _numbers_of_title(lines, found, head)
    again = read_title(lines, live, place, len(live)) if place < len(live) and lines[live[place]].role == "text" else None
    if again is not None and essence(again.folded) == essence(found.folded):
        found, place = again, live.index(again.last) + 1
        _numbers_of_title(lines, found, head)
    head.title = found
    return place


def _order(lines: Sequence[Line], live: Sequence[int], place: int, head: Head) -> Title | None:
    """令 and 公告 whose only title is in their number: 云泽市人民政府令第305号."""
    number = whole_number(lines[head.numbers[-1]].text) if head.numbers else None
    if number is None or number.form != "issue" or lines[head.numbers[-1]].text[: number.code_end][-1:] not in ("令", "告"):
        return None
    below = read_title(lines, live, place, len(live))
    if below is not None and (kind := kind_at_end(below.folded)) is not None and kind.status == "statutory":
        return None
    index = head.numbers[-1]
    return Title(((index, number.start, number.code_end),), lines[index].text[number.start : number.code_end])


def _marked_title(lines: Sequence[Line], live: Sequence[int], place: int, head: Head) -> int:
    """附件1：标题 in one line."""
    index = live[place]
    text = lines[index].text
    start = shape.titled_marker(text) or 0
    head.marker = index
    head.title = Title(((index, start, len(text)),), text[start:])
    return place + 1


def _numbers_of_title(lines: Sequence[Line], title: Title, head: Head) -> None:
    for index, _, _ in title.pieces:
        text = lines[index].text
        if trimmed(text) != (0, len(text)) and index not in head.numbers:
            head.numbers.append(index)


def _below_title(lines: Sequence[Line], live: Sequence[int], place: int, head: Head) -> int:
    while place < len(live):
        index = live[place]
        text = lines[index].text
        if lines[index].role == "contents" or text in ("目录", "目次"):
            place += 1
            continue
        if lines[index].role != "text":
            break
        if _is_number(text) and not shape.is_item(text):
            head.numbers.append(index)
        elif _is_mark(text):
            head.marks.append(index)
        elif shape.is_adoption(text) or (head.adoption and _OFFICER.fullmatch(text)):
            head.adoption.append(index)
        elif end := _undersigned(lines, live, place):
            head.undersigned.extend(live[place : end - 1] if shape.is_date(lines[live[end - 1]].text) else live[place:end])
            head.adoption.append(live[end - 1])
            place = end
            continue
        elif end := _addressed(lines, live, place):
            head.recipients = list(live[place:end])
            return end
        elif _runs_in(text, head):
            head.recipients = [index]
            return place
        elif shape.is_noise(text):
            pass
        elif not (shape.is_salutation(text) or (_OFFICER.fullmatch(text) and len(text) <= 24) or (shape.is_date(text) and head.title)):
            break
        elif shape.is_date(text):
            head.adoption.append(index)
        place += 1
    return place


def _runs_in(text: str, head: Head) -> bool:
    """主送机关 with the first paragraph behind them in one line, under a notice's title."""
    colon = text.find(":", 0, 200)
    kind = kind_at_end(head.title.folded) if head.title else None
    return colon > 2 and kind is not None and kind.status == "statutory" and text.startswith("各") and shape.is_addressed(text[: colon + 1])


def _undersigned(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    """Where 署名 and date under a title end; 0 where none stand here."""
    for step in range(place, min(place + 5, len(live))):
        text = lines[live[step]].text
        if step > place and shape.is_date(text):
            return step + 1
        if step == place and shape.is_signed_date(text):
            return step + 1
        if not is_organisation(text):
            return 0
    return 0


def _addressed(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    """Where 主送机关 that begin at `place` end; 0 where none do."""
    text = ""
    for step in range(place, min(place + 6, len(live))):
        line = lines[live[step]]
        if line.role != "text":
            return 0
        text += line.text
        if shape.is_addressed(text):
            return step + 1
        if not _GO_ON.fullmatch(line.text) or shape.is_item(line.text):
            return 0
    return 0
