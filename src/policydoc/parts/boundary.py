"""部分的界线: where enclosures and attachments begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.announcement import announcement_at
from policydoc.parts.closing import closes
from policydoc.parts.head import Head
from policydoc.parts.names import enclosed_names, is_named, is_whole, named_lines
from policydoc.parts.opening import next_notice, titled, untitled
from policydoc.parts.part import Kind
from policydoc.parts.title import essence, issues
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_LONGEST = 120
_COVER_BODY = 14
_MOST_ANNOUNCED = 60
_BODY_HANDS_ON = pattern(r"(?:现将|现予|现|检送)[^。]{0,200}(?:印发|转发|下发|下达|发给|公布|发布|印送)")


@dataclass(slots=True)
class _Reading:
    lines: Sequence[Line]
    live: list[int]
    covering: bool
    names: list[str]
    announced: list[str] = field(default_factory=list)
    own_title: str = ""
    used: set[str] = field(default_factory=set)
    """Names of enclosures that were found."""
    enclosed: int = 0
    dated: bool = False
    """Whether a date line stands between the last start and here."""
    starts: list[tuple[int, Kind]] = field(default_factory=list)

    @property
    def known(self) -> list[str]:
        """The names of enclosures and of announced attachments."""
        return [*self.names, *self.announced]


def boundaries(lines: Sequence[Line], head: Head, live: list[int]) -> tuple[list[tuple[int, Kind]], bool]:
    """The first lines and kinds of the parts behind the first one, and whether the first one hands on other texts.

    `live` holds the live lines behind the head of the first part.
    """
    title = head.title.folded if head.title else None
    letter = bool(head.letter)
    opening = [index for index in live[:_COVER_BODY] if lines[index].role == "text"]
    handing = any(_BODY_HANDS_ON.search(lines[index].text[:400]) for index in opening[:4])
    untitled_letter = title is None and bool(head.recipients)
    covering = issues(title or "") or letter or (handing and (untitled_letter or (title or "").endswith(("令", "公告", "决定"))))
    names = enclosed_names(title, lines, opening if covering or handing else [])
    reading = _Reading(lines, live, covering, names, own_title=essence(title or ""))
    place = 0
    while place < len(live):
        place = _step(reading, place)
    return reading.starts, covering


def _step(reading: _Reading, place: int) -> int:
    """Looks at one live line; gives the place of the next to look at."""
    line = reading.lines[reading.live[place]]
    text = line.text
    if line.role != "text" or len(text) > _LONGEST:
        return place + 1
    if text[0] == "附":
        listed = announcement_at(reading.lines, reading.live, place)
        if listed is not None:
            reading.announced = [*reading.announced, *listed.folded(reading.lines)][-_MOST_ANNOUNCED:]
            return listed.end
        if shape.is_marker(text):
            return _marked(reading, place)
        if (
            shape.titled_marker(text) is not None
            and place + 1 < len(reading.live)
            and (reading.dated or _is_announced(reading, text) or _closes_above(reading, place))
        ):
            title = text[shape.titled_marker(text) or 0 :]
            _start(reading, place, _attached(reading, title))
            return place + 1
    if shape.is_date(text) or shape.is_signed_date(text):
        reading.dated = reading.dated or closes(reading.lines, reading.live, place, alone=False)
        return place + 1
    if shape.is_imprint(text):
        return _behind_imprint(reading, place)
    if reading.dated and _is_number(text) and (further := _further(reading, place)) is not None:
        return _start_notice(reading, place, further)
    return _titled(reading, place)


def _further(reading: _Reading, place: int) -> str | None:
    """The title of a further notice, unless the one before hands it on."""
    if any(verb in reading.own_title for verb in ("转发", "批转", "转批")):
        return None
    title = next_notice(reading.lines, reading.live, place)
    return None if title is None or is_named(title, reading.known) else title


def _start_notice(reading: _Reading, place: int, title: str) -> int:
    """Begins a further notice: what the one before it named counts no more."""
    reading.covering, reading.own_title, reading.enclosed = issues(title), essence(title), 0
    reading.names, reading.announced = enclosed_names(title, [], []), []
    _start(reading, place, "cover" if reading.covering else "main")
    return place + 1


def _behind_imprint(reading: _Reading, place: int) -> int:
    """The place behind 抄送 and the lines that go on with it."""
    for step in range(place + 1, min(place + 8, len(reading.live))):
        text = reading.lines[reading.live[step]].text
        if shape.is_imprint(text):
            return step
        if "," not in text or kind_at_end(text):
            break
    return place + 1


def _start(reading: _Reading, place: int, kind: Kind) -> None:
    reading.starts.append((reading.live[place], kind))
    reading.dated = False
    if kind == "enclosure":
        reading.enclosed += 1


def _attached(reading: _Reading, title: str) -> Kind:
    """What a text under a mark 附件 is: an enclosure where the cover hands it on."""
    several = any("等" in name for name in reading.names)
    if reading.covering and (not reading.enclosed or several or is_named(title, reading.names)):
        return "enclosure"
    return "attachment"


def _is_announced(reading: _Reading, text: str) -> bool:
    title = text[shape.titled_marker(text) or 0 :]
    return is_named(title, reading.announced) or is_named(title, reading.names)


def _closes_above(reading: _Reading, place: int) -> bool:
    """Whether 附件1：标题 stands behind a finished paragraph and names a kind of text."""
    text = reading.lines[reading.live[place]].text
    above = reading.lines[reading.live[place - 1]] if place else None
    ended = above is not None and (above.role == "table" or above.text[-1:] in "。.)")
    return ended and kind_at_end(text) is not None and text[:3] != "附件:"


def _marked(reading: _Reading, place: int) -> int:
    """附件N alone on its line: the title follows, unless nothing does."""
    if place + 1 >= len(reading.live):
        return place + 1
    joined, count = named_lines(reading.lines, reading.live, place + 1, reading.known)
    reading.used.add(essence(joined))
    _start(reading, place, _attached(reading, joined))
    return place + 1 + max(count, 1)


def _titled(reading: _Reading, place: int) -> int:
    """A line that may be the title of an enclosure or attachment."""
    text = reading.lines[reading.live[place]].text
    known = reading.known
    if known and shape.could_be_title(text) and text[0] != "(" and essence(text) != reading.own_title:
        joined, count = named_lines(reading.lines, reading.live, place, known)
        if (
            is_named(joined, reading.names)
            and len(essence(joined)) >= 6
            and is_whole(joined, reading.names)
            and essence(joined) not in reading.used
        ):
            reading.used.add(essence(joined))
            reading.names = [*reading.names, *enclosed_names(joined, [], [])][-_MOST_ANNOUNCED:]
            if not _in_head(reading, place):
                _start(reading, _back(reading, place), "enclosure")
            return place + count
        if reading.dated and is_named(joined, reading.announced):
            _start(reading, place, _attached(reading, joined))
            return place + count
    if reading.covering and not reading.enclosed and _opens(reading, place):
        _start(reading, place, "enclosure")
        return place + 1
    if (
        not reading.covering
        and reading.dated
        and _opens(reading, place)
        and shape.could_be_title(text)
        and kind_at_end(text)
        and len(text) >= 8
    ):
        _start(reading, place, "attachment")
    return place + 1


def _is_number(text: str) -> bool:
    """发文字号 as a whole line; 12期 may be a cell of a table and opens nothing."""
    return shape.is_number(text) and not text.endswith("期")


def _in_head(reading: _Reading, place: int) -> bool:
    """Whether only number, banner, mark and offices stand between the last start and here: the part has begun already."""
    if not reading.starts:
        return False
    first = reading.starts[-1][0]
    for step in range(place - 1, max(-1, place - 8), -1):
        index = reading.live[step]
        text = reading.lines[index].text
        if not (_is_number(text) or shape.is_banner(text) or shape.is_marker(text) or is_organisation(text)):
            return False
        if index == first:
            return True
    return False


def _back(reading: _Reading, place: int) -> int:
    """The place of a number, banner or mark right above a title."""
    while place and (
        _is_number(reading.lines[reading.live[place - 1]].text)
        or shape.is_banner(reading.lines[reading.live[place - 1]].text)
        or shape.is_marker(reading.lines[reading.live[place - 1]].text)
    ):
        if reading.starts and reading.live[place - 1] <= reading.starts[-1][0]:
            break
        place -= 1
    return place


def _opens(reading: _Reading, place: int) -> bool:
    """Whether a line behind the date of a cover opens the enclosed text: a number, a banner or a title with text below it."""
    lines, live = reading.lines, reading.live
    text = lines[live[place]].text
    below = [lines[live[step]] for step in range(place + 1, min(place + 12, len(live)))]
    if not any(len(line.text) > 40 or shape.is_item(line.text) or line.role == "table" for line in below):
        return False
    if reading.dated:
        return _is_number(text) or shape.is_banner(text) or titled(lines, live, place) or untitled(lines, live, place)
    above = lines[live[place - 1]].text if place else ""
    kind = kind_at_end(text)
    return place < _COVER_BODY and kind is not None and shape.could_be_title(text) and len(text) >= 8 and above[-1:] in "。.)"
