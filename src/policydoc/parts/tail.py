"""主体的结尾和版记: what stands below the body of a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.announcement import Announcement, announcement_at
from policydoc.rules.agencies import is_organisation
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.patterns import pattern

REACH = 60
"""How many live lines a tail may have."""
_TRIES = 4
_CLOSING = pattern(r"特此|此致|此复|以上|妥否|请予|敬礼|附件")
_SHORT_NAME = pattern(r"[\u3400-\u9fff]{2,12}")
_PLAIN_NAME = pattern(r"[\u3400-\u9fff·“”()、-]{4,40}")


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
    live = [index for index in range(first, last) if index not in skipped and lines[index].role in ("text", "table", "contents")]
    tail = Tail(last)
    place = _dated(lines, live, tail)
    if place is None:
        place = _undated(lines, live, tail)
    place = _announced(lines, live, place, tail)
    tail.body_last = live[place] if place < len(live) else last
    return tail


def _below_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may stand below the date."""
    text = lines[index].text
    if lines[index].role != "text":
        return False
    return (
        shape.is_annotation(text)
        or shape.is_imprint(text)
        or shape.is_seal(text)
        or shape.is_date(text)
        or label_pattern("letter").match(text) is not None
        or label_pattern("metadata").match(text) is not None
        or (text[0] == "(" and text[-1] == ")" and len(text) <= 120)
    )


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
            return _signatures(lines, live, place, tail)
        tried += 1
        if tried >= _TRIES:
            break
    return None


def closes(lines: Sequence[Line], live: Sequence[int], place: int, *, alone: bool = True) -> bool:
    """Whether a date line is the date of a document: signed, or right below a sentence; `alone`: nothing but a tail follows."""
    line = lines[live[place]]
    signed = shape.is_signed_date(line.text)
    if not signed and place:
        above = lines[live[place - 1]]
        signed = is_organisation(above.text) or shape.person_name(above.text) is not None or shape.is_seal(above.text)
        signed = signed or _signed_aside(lines, live, place - 1, place) or _bare_name(lines, live, place - 1, place)
        sentence = above.role == "text" and above.text[-1:] in "。.)!》" and len(above.text) >= 6
        if not (signed or sentence or any(lines[live[step]].text.startswith("附") for step in range(max(0, place - 12), place))):
            return False
    if not alone:
        return True
    if len(live) - place > REACH:
        return False
    step = place + 1
    while step < len(live):
        text = lines[live[step]].text
        listed = announcement_at(lines, live, step) if text[0] == "附" else None
        if listed is not None:
            step = listed.end
            continue
        tail_like = _below_date(lines, live[step]) or _continues_imprint(lines, live, step)
        if not tail_like and (not signed or shape.is_item(text) or len(text) > 300 or lines[live[step]].role == "table"):
            return False
        step += 1
    return True


def _bare_name(lines: Sequence[Line], live: Sequence[int], step: int, place: int) -> bool:
    """Whether a few characters stand alone between the last sentence and the date: an office whose name no table knows (市防指)."""
    if step != place - 1 or step < 1 or _SHORT_NAME.fullmatch(lines[live[step]].text) is None:
        return False
    above = lines[live[step - 1]]
    return above.role == "text" and len(above.text) >= 6 and above.text[-1] in "。;)"


def _collect_below(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> None:
    imprint = False
    for step, index in enumerate(live[place:], place):
        text = lines[index].text
        if text[0] == "附" and tail.announced is None:
            tail.announced = announcement_at(lines, live, step)
        if imprint or shape.is_imprint(text) or label_pattern("letter").match(text):
            imprint = True
            tail.imprint.append(index)
        elif shape.is_annotation(text) or (text[0] == "(" and text[-1] == ")" and len(text) <= 120 and not shape.is_seal(text)):
            tail.annotations.append(index)
        elif shape.person_name(text):
            tail.persons.append(index)


def _signatures(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> int:
    """Collects the signature lines right above `live[place]`; the place of the first."""
    start = place
    for step in range(place - 1, max(-1, place - 16), -1):
        line = lines[live[step]]
        text = line.text
        if line.role != "text":
            break
        if shape.is_seal(text):
            start = step
        elif shape.person_name(text):
            tail.persons.insert(0, live[step])
            start = step
        elif is_organisation(text) or _signed_aside(lines, live, step, place) or _bare_name(lines, live, step, place):
            tail.signatures.insert(0, live[step])
            start = step
        else:
            break
    return start


def _signed_aside(lines: Sequence[Line], live: Sequence[int], step: int, date: int) -> bool:
    """A name with an ending that the table does not know: right above the date, set aside like it, below a whole sentence."""
    line = lines[live[step]]
    if step != date - 1 or line.indent < 8 or not _PLAIN_NAME.fullmatch(line.text) or _CLOSING.match(line.text) or shape.is_item(line.text):
        return False
    above = lines[live[step - 1]] if step else None
    return above is not None and above.text[-1:] in "。.)" and not shape.is_date(above.text)


def _undated(lines: Sequence[Line], live: Sequence[int], tail: Tail) -> int:
    """Reads a tail without a date: imprint and annotations, and a signature right above them or at the very end."""
    start = len(live)
    for place in range(len(live) - 1, max(-1, len(live) - REACH), -1):
        if not _below_date(lines, live[place]) and not _continues_imprint(lines, live, place):
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


def _continues_imprint(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """A further line of 抄送: organisations only, with an imprint line above it."""
    for step in range(place - 1, max(-1, place - 8), -1):
        if lines[live[step]].role != "text":
            return False
        text = lines[live[step]].text
        if shape.is_imprint(text):
            return all(
                len(lines[live[between]].text) <= 200 and not shape.is_item(lines[live[between]].text)
                for between in range(step + 1, place + 1)
            )
        if len(text) > 200 or shape.is_item(text):
            return False
    return False


def _announced(lines: Sequence[Line], live: Sequence[int], place: int, tail: Tail) -> int:
    """附件说明 right above the signature, or right below the date."""
    for step in range(place - 1, max(-1, place - 24), -1):
        text = lines[live[step]].text
        if text.startswith("附"):
            found = announcement_at(lines, live, step)
            if found is not None and found.end >= place and tail.announced is None:
                tail.announced = found
                return step
        if len(text) > 120 and not text.startswith("附"):
            break
    return place
