"""主体的结尾和版记: what stands below the body of a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.announcement import Announcement, announcement_at
from policydoc.parts.closing import POST, REACH, bare_name, below_date, closes, continues_imprint, signed_aside
from policydoc.parts.head import live_lines
from policydoc.rules.agencies import is_organisation
from policydoc.rules.labels import label_forms, label_of, label_pattern

_TRIES = 4


@dataclass(slots=True)
class Tail:
    """The elements below the body, as indices of lines."""

    body_last: int
    signatures: list[int] = field(default_factory=list)
    date: int | None = None
    annotations: list[int] = field(default_factory=list)
    imprint: list[int] = field(default_factory=list)
    persons: list[int] = field(default_factory=list)
    announced: Announcement | None = None


def read_tail(lines: Sequence[Line], first: int, last: int, skipped: frozenset[int] = frozenset()) -> Tail:
    r"""The tail of the part whose body and tail are lines `first` to `last`.

    >>> from policydoc.layout import lines
    >>> found = lines("请抓好落实。\n云泽市民政局\n2024年3月5日\n（此件公开发布）")
    >>> tail = read_tail(found, 0, 4)
    >>> tail.body_last, tail.signatures, tail.date, tail.annotations
    (1, [1], 2, [3])
    """
    live = live_lines(lines, first, last, skipped, len(lines))
    tail = Tail(last)
    place = _dated(lines, live, tail)
    if place is None:
        place = _undated(lines, live, tail)
    place = _announced(lines, live, place, tail)
    tail.body_last = live[place] if place < len(live) else last
    return tail


def _dated(lines: Sequence[Line], live: Sequence[int], tail: Tail) -> int | None:
    """Reads the tail from the last date that closes the text; where it begins, or None without such a date."""
    floor = max(0, len(live) - REACH)
    tried = 0
    for place in range(len(live) - 1, floor - 1, -1):
        line = lines[live[place]]
        if line.role != "text" or not (shape.is_date(line.text) or shape.is_signed_date(line.text)):
            continue
        if closes(lines, live, place):
            _collect_below(lines, live, place + 1, tail)
            tail.date = live[place]
            if shape.is_signed_date(line.text):
                tail.signatures = [live[place]]
            start = _signatures(lines, live, place, tail)
            if not tail.signatures and place + 1 < len(live) and is_organisation(lines[live[place + 1]].text):
                tail.signatures = [live[place + 1]]
            return start
        tried += 1
        if tried >= _TRIES:
            break
    return None


def _collect_below(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> None:
    imprint = False
    for step, index in enumerate(live[place:], place):
        text = lines[index].text
        if text[0] == "附" and tail.announced is None:
            tail.announced = announcement_at(lines, live, step)
        if tail.annotations and not imprint and _is_open(lines, tail.annotations) and len(text) <= 60:
            tail.annotations.append(index)
            continue
        if imprint or shape.is_imprint(text) or label_pattern("letter").match(text):
            imprint = True
            tail.imprint.append(index)
        elif shape.is_annotation(text) or (text[0] == "(" and text[-1] == ")" and len(text) <= 120 and not shape.is_seal(text)):
            tail.annotations.append(index)
        elif shape.person_name(text):
            tail.persons.append(index)


def _is_open(lines: Sequence[Line], annotations: Sequence[int]) -> bool:
    """Whether the last 附注 goes on: its bracket is open, over at most four lines."""
    text = "".join(lines[index].text for index in annotations[-4:])
    return text.count("(") > text.count(")")


def _signatures(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> int:
    """Collects the signature lines right above `live[place]`; the place of the first."""
    start = place
    for step in range(place - 1, max(-1, place - 16), -1):
        line = lines[live[step]]
        text = line.text
        if line.role != "text":
            break
        if shape.is_seal(text) or POST.fullmatch(text):
            start = step
        elif shape.person_name(text):
            tail.persons.insert(0, live[step])
            start = step
        elif is_organisation(text) or signed_aside(lines, live, step, place) or bare_name(lines, live, step, place):
            tail.signatures.insert(0, live[step])
            start = step
        else:
            break
    return start


def _undated(lines: Sequence[Line], live: Sequence[int], tail: Tail) -> int:
    """Reads a tail without a date: imprint and annotations, and a signature right above them or at the very end."""
    start = len(live)
    for place in range(len(live) - 1, max(-1, len(live) - REACH), -1):
        if not below_date(lines, live[place]) and not continues_imprint(lines, live, place):
            break
        start = place
    while start < len(live) and label_pattern("metadata").match(lines[live[start]].text) and not shape.is_imprint(lines[live[start]].text):
        start += 1
    if start < len(live) and not any(
        shape.is_imprint(lines[index].text) or shape.is_annotation(lines[index].text) or _is_copies(lines[index].text)
        for index in live[start:]
    ):
        start = len(live)
    _collect_below(lines, live, start, tail)
    signed = _signatures(lines, live, start, tail)
    above = lines[live[signed - 1]].text[-1:] if 0 < signed <= len(live) else ""
    if above not in "。.)!" or not above:
        tail.signatures.clear()
        tail.persons.clear()
        return start
    return signed


def _is_copies(text: str) -> bool:
    match = label_pattern("letter").match(text)
    return match is not None and label_forms("letter")[label_of(match)] in ("originals", "copies")


def _announced(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> int:
    """附件说明 right above the signature, or right below the date; its first line is the topmost of those that begin with 附."""
    start = place
    for step in range(place - 1, max(-1, place - 24), -1):
        text = lines[live[step]].text
        if text.startswith("附"):
            found = announcement_at(lines, live, step)
            if found is not None and found.end >= place and (tail.announced is None or start < place):
                tail.announced, start = found, step
                continue
        if start < place or (len(text) > 120 and not text.startswith("附")):
            break
    return start
