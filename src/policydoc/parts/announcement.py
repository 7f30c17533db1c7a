"""附件说明: the list of attachments below the body, and what tells it from the attachments themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.title import essence
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_OPENING = pattern(
    r"附(?:件|表|录)?(?:目录|清单|列表|下载|名称)?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})?(?P<colon>[:.、]?)(?:见附件)?"
)
_YEAR_NEXT = r"(?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))"
_NUMBERED = pattern(
    rf"(?:附件)?(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}}|[(](?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[)])(?:[.、:]{_YEAR_NEXT}|(?![0-9年.、:]))"
)
_HAN_MARK = pattern(r"[一二三四五六七八九十]{1,2}、|[(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)]")
_INNER = pattern(rf"(?<![0-9A-Za-z第])(?:附件)?[0-9]{{1,2}}[.、:]{_YEAR_NEXT}")
_NO_NAME = pattern(r"[(]?略[)]?|无|如文|如主旨|附后|见附件|[(]?附件请.*|另发|另附|[(].{0,40}下载[)]?")
_END = pattern(r"[。;,、]?(?:\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|jpg))?(?:[(]略[)])?[。;]?$", re.IGNORECASE)
_MOST = 30


Piece = tuple[int, int, int]
Name = tuple[Piece, ...]


class Announcement(NamedTuple):
    """附件说明: the names, each as pieces (line, start, end), and where the list stands among the live lines."""

    names: tuple[Name, ...]
    start: int
    end: int

    def folded(self, lines: Sequence[Line]) -> list[str]:
        """The names as folded text."""
        return [_text(lines, name) for name in self.names]


def _text(lines: Sequence[Line], name: Name) -> str:
    return "".join(lines[index].text[start:end] for index, start, end in name)


def _names(text: str, start: int, index: int) -> list[Name]:
    """The names in one line, several of them where numbers divide it."""
    cuts = [match.span() for match in _INNER.finditer(text, start)]
    if not cuts:
        stretches = [(start, len(text))]
    else:
        begins = ([(start, cuts[0][0])] if cuts[0][0] > start else []) + [
            (cut[1], cuts[number + 1][0] if number + 1 < len(cuts) else len(text)) for number, cut in enumerate(cuts)
        ]
        stretches = begins
    found: list[Name] = []
    for low, high in stretches:
        end = _END.search(text[:high])
        high = min(high, end.start()) if end else high
        while low < high and (text[low] in " :.、" or (text[low] == "《" and "》" not in text[low : high - 1])):
            low += 1
        if marked := _HAN_MARK.match(text, low, high):
            low = marked.end()
        if low < high and not _NO_NAME.fullmatch(text[low:high]):
            high -= text[high - 1] == "》" and text.count("《", low, high) < text.count("》", low, high)
            found.append(((index, low, high),))
    return found


def announcement_at(lines: Sequence[Line], live: Sequence[int], place: int) -> Announcement | None:
    r"""The list that begins at `live[place]`, or None where that line is no list: an attachment itself begins there.

    >>> from policydoc.layout import lines
    >>> found = lines("附件：1.任务分工表\n2.项目清单\n云泽市民政局\n2024年3月5日")
    >>> announcement_at(found, [0, 1, 2, 3], 0).folded(found)
    ['任务分工表', '项目清单']
    """
    text = lines[live[place]].text
    match = _OPENING.match(text)
    if (
        match is None
        or lines[live[place]].role != "text"
        or len(text) > 200
        or (match.end() < len(text) and not (match["number"] or match["colon"]))
    ):
        return None
    if match.end() == len(text) and not match["colon"]:
        return None
    names = _names(text, match.end(), live[place])
    end = place + 1
    while end < len(live) and end - place < _MOST:
        line = lines[live[end]]
        following = line.text
        if line.role != "text" or len(following) > 100 or shape.is_marker(following):
            break
        opening = _OPENING.match(following) if following.startswith("附") else None
        if opening and _repeats(lines, following, names):
            break
        numbered = opening or _NUMBERED.match(following)
        if numbered and following[-1] not in "。;" and not _ends(lines, live, end):
            found = _names(following, numbered.end() if opening else 0, live[end])
            if not opening and not found:
                break
            names.extend(found or [])
        elif not names and match.end() == len(text) and shape.could_be_title(following) and not is_organisation(following):
            names.extend(_names(following, 0, live[end]))
        elif names and _wraps(lines, live, end, names):
            names[-1] = (*names[-1], (live[end], 0, len(following)))
        else:
            break
        end += 1
    return Announcement(tuple(names), place, end) if _closed(lines, live, end, names) else None


def _repeats(lines: Sequence[Line], text: str, names: Sequence[Name]) -> bool:
    """Whether a line is the mark and title of an attachment that the list has named: the attachment itself begins."""
    start = shape.titled_marker(text)
    return start is not None and any(essence(_text(lines, name)) == essence(text[start:]) for name in names)


def _wraps(lines: Sequence[Line], live: Sequence[int], end: int, names: Sequence[Name]) -> bool:
    """Whether a line goes on with the last name: that one has no kind yet, and a tail line follows."""
    last, text = _text(lines, names[-1]), lines[live[end]].text
    if is_organisation(text) or text[-1] in "。;:,、" or len(text) > 40 or not kind_at_end(last + text):
        return False
    if not _ends(lines, live, end + 1) and not _NUMBERED.match(lines[live[end + 1]].text):
        return False
    return len(text) <= 6 or (kind_at_end(last) is None and shape.could_be_title(text))


def _ends(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """Whether a line can follow the list: signature, date, annotation, imprint, an attachment's own mark, or nothing."""
    if place >= len(live):
        return True
    if lines[live[place]].role != "text":
        return False
    text = lines[live[place]].text
    return (
        shape.is_marker(text)
        or shape.is_date(text)
        or shape.is_signed_date(text)
        or shape.is_annotation(text)
        or shape.is_imprint(text)
        or shape.is_seal(text)
        or shape.person_name(text) is not None
        or (is_organisation(text) and (place + 1 >= len(live) or lines[live[place + 1]].text[-1:] not in "。;"))
    )


def _closed(lines: Sequence[Line], live: Sequence[int], end: int, names: Sequence[Name]) -> bool:
    if _ends(lines, live, end):
        return True
    if _repeats(lines, lines[live[end]].text, names):
        return True
    text = essence(lines[live[end]].text)
    return any(essence(_text(lines, name)) == text for name in names)
