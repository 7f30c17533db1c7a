"""版头和主体的开头: what stands above the body of a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.addressees import addressed, is_author, is_officer, runs_in, uncoloned, undersigned
from policydoc.parts.clutter import addressed_ahead, buried, headline, repeated
from policydoc.parts.dated_number import dated_number
from policydoc.parts.letter import read_letter
from policydoc.parts.letterhead import is_mark, is_own_number, read_letterhead
from policydoc.parts.masthead import Masthead, read_masthead
from policydoc.parts.number import whole_number
from policydoc.parts.title import Title, read_title, trimmed, without_brackets
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

REACH = 60
"""How many live lines a head may have."""
_SEARCH = 10
_SHORTEST = 5
_COUNTED = pattern(
    r"[0-9][万亿千百余多]{0,3}(?:座|个|公里|千米|米|平方|户|人|名|%|亩|公顷|所|处|台|套|家|元|吨|张|辆|条|场|次|棵|株|口|部)"
)
_WORDLESS = pattern(r"[|\-_=★☆*· \t~]{1,400}")


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


def live_lines(lines: Sequence[Line], first: int, last: int, skipped: frozenset[int], most: int, *, contents: bool = True) -> list[int]:
    """The indices of lines that carry text, furniture and the website's block left out."""
    roles = ("text", "table", "contents") if contents else ("text", "table")
    found: list[int] = []
    for index in range(first, last):
        if index not in skipped and lines[index].role in roles and not _WORDLESS.fullmatch(lines[index].text):
            found.append(index)
            if len(found) >= most:
                break
    return found


def read_head(lines: Sequence[Line], first: int, last: int, skipped: frozenset[int] = frozenset()) -> Head:
    r"""The head of the part that runs from line `first` to `last`.

    >>> from policydoc.layout import lines
    >>> found = lines("云政办发〔2024〕6号\n云泽市2024年便民服务工作要点\n为做好便民服务，制定本要点。")
    >>> head = read_head(found, 0, 3)
    >>> head.numbers, head.title.folded, head.body_first
    ([0], '云泽市2024年便民服务工作要点', 2)
    """
    live = live_lines(lines, first, last, skipped, REACH + 1, contents=False)
    head = Head(last)
    letter = read_letter(lines, live)
    if letter is not None:
        head.letter, head.letterhead, head.body_first = letter.labels, letter.letterhead, letter.purport
        return head
    above = read_letterhead(lines, live, max(skipped, default=0))
    head.marker, head.numbers, head.banners, head.marks, head.adoption = (
        above.marker,
        above.numbers,
        above.banners,
        above.marks,
        above.adoption,
    )
    place = above.place
    if (masthead := read_masthead(lines, live, place)) is not None:
        place = _below_masthead(lines, live, masthead, head)
    place = _title(lines, live, place, head)
    if head.title is None:
        head.title = headline(lines, live[: above.place])
    place = _below_title(lines, live, place, head)
    if place >= len(live) > REACH:
        place = REACH
    head.body_first = live[place] if place < len(live) else last
    return head


def _below_masthead(lines: Sequence[Line], live: Sequence[int], masthead: Masthead, head: Head) -> int:
    head.numbers.append(live[masthead.number])
    if masthead.signed < masthead.place:
        last = live[masthead.place - 1]
        head.undersigned.extend(live[masthead.signed : masthead.place - (not shape.is_signed_date(lines[last].text))])
        head.adoption.append(last)
    return masthead.place


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
    if (found is None or not kind_at_end(found.folded)) and not shape.is_paragraph(first_line):
        for step in range(place + 1, min(place + _SEARCH, len(live))):
            text = lines[live[step]].text
            if lines[live[step]].role != "text" or shape.is_item(text) or len(text) > 100 or shape.is_addressed(text) or "。" in text:
                break
            other = read_title(lines, live, step, len(live))
            if other is not None and kind_at_end(other.folded) and len(other.folded) >= 6:
                found, where = other, step
                break
    if found is None or not kind_at_end(found.folded):
        number = None if head.numbers else buried(lines, live, place)
        if number is not None:
            head.numbers.append(live[number])
            return _title(lines, live, number + 1, head)
    marked = 0 < place == where and live[place - 1] == head.marker and len(first_line) > 1
    if found is None or not (marked or _is_title(found.folded, only=len(live) == 1)):
        return place
    for index in live[place:where]:
        if is_own_number(lines[index].text):
            head.numbers.append(index)
    place = live.index(found.last) + 1
    _numbers_of_title(lines, found, head)
    while (again := repeated(lines, live, place, found)) is not None:
        _between_titles(lines, live[place : live.index(again.pieces[0][0])], head)
        place = live.index(again.last) + 1
        _numbers_of_title(lines, again, head)
        found = again if len(again.folded) >= len(without_brackets(found.folded)) else found
    head.title = found
    return place


def _between_titles(lines: Sequence[Line], between: Sequence[int], head: Head) -> None:
    """Reads the lines between a page's headline and the printed title."""
    for place, index in enumerate(between):
        text = lines[index].text
        if is_own_number(text):
            head.numbers.append(index)
        elif is_mark(text):
            head.marks.append(index)
        elif shape.is_banner(text):
            head.banners.append(index)
        elif end := undersigned(lines, between, place):
            head.undersigned.append(index)
            head.adoption.append(between[end - 1])


def _is_title(folded: str, *, only: bool) -> bool:
    """Whether a line that could be a title is one: it names a kind of text, or orders nothing that is counted; alone, it has 关于."""
    if only:
        return "关于" in folded and kind_at_end(folded) is not None
    return kind_at_end(folded) is not None or (len(folded) >= _SHORTEST and _COUNTED.search(folded) is None)


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
        if text in ("目录", "目次"):
            place += 1
            continue
        if lines[index].role != "text":
            break
        if is_own_number(text) and not shape.is_item(text):
            head.numbers.append(index)
        elif is_mark(text):
            head.marks.append(index)
        elif dated_number(text) is not None:
            head.numbers.append(index)
            head.adoption.append(index)
        elif shape.is_adoption(text) or (head.adoption and is_officer(text)):
            head.adoption.append(index)
        elif end := undersigned(lines, live, place):
            head.undersigned.extend(live[place:end] if shape.is_signed_date(lines[live[end - 1]].text) else live[place : end - 1])
            head.adoption.append(live[end - 1])
            place = end
            continue
        elif head.title is not None and not head.undersigned and is_author(lines, live, place):
            head.undersigned.append(index)
        elif is_organisation(text) and place + 1 < len(live) and is_own_number(lines[live[place + 1]].text):
            head.banners.append(index)
        elif end := addressed(lines, live, place):
            head.recipients = list(live[place:end])
            return end
        elif head.title is not None and not shape.is_adoption(text) and uncoloned(lines, live, place):
            head.recipients = [index]
            return place + 1
        elif runs_in(text, head.title):
            head.recipients = [index]
            return place
        elif shape.is_noise(text):
            pass
        elif ahead := addressed_ahead(lines, live, place + 1) if len(text) <= (60 if head.title else 8) and "。" not in text else 0:
            _between_titles(lines, live[place:ahead], head)
            place = ahead
            continue
        elif not (shape.is_salutation(text) or (len(text) <= 24 and is_officer(text)) or (shape.is_date(text) and head.title)):
            break
        elif shape.is_date(text):
            head.adoption.append(index)
        place += 1
    return place
