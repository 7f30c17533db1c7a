"""错位的 GBK: lines whose bytes lost one, or were cut at a false 。, and were paired out of step from there on.

Written from bytes. A decoder takes ASCII singly and everything else in pairs; what it does with a pair that its table
does not know is the gap. A lead before a digit, a blank or a line end has no trail and is a gap by itself. The run is over
where a pair begins with the first byte of a true character again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

from damage.stretches import Damage, Stretch, by_line, some

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII to half width, as some readers fold it after decoding."""

Table = Literal["cp936", "gb18030", "stripped"]
Gap = Literal["pair", "byte", "mark", "mark-byte", "question"]
TABLES: tuple[Table, ...] = ("cp936", "gb18030", "stripped")
GAPS: dict[Gap, tuple[str, int]] = {
    "pair": ("", 2),  # a decoder that goes on in steps of two
    "byte": ("", 1),  # Python, errors="ignore"
    "mark": ("\ufffd", 2),  # browsers
    "mark-byte": ("\ufffd", 1),  # Python, errors="replace"
    "question": ("?", 2),  # Windows and many programs that write what they could not read as ?
}
"""What is shown of a pair without a character, and how many bytes of it are gone."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A decoder: its table, what it does with gaps, and whether it folds full-width ASCII afterwards."""

    table: Table = "cp936"
    gap: Gap = "pair"
    fold: bool = False

    @property
    def encoding(self) -> str:
        """The encoding in which the bytes were written."""
        return "cp936" if self.table == "cp936" else "gb18030"

    @property
    def name(self) -> str:
        """Its name in a list.

        >>> Reader(fold=True).name
        'cp936/pair/fold'
        """
        return f"{self.table}/{self.gap}" + ("/fold" if self.fold else "")

    def folded(self, text: str) -> str:
        """A text as this reader folds it."""
        return text.translate(HALF) if self.fold else text


READERS = tuple(Reader(table, gap, fold) for table in TABLES for gap in GAPS for fold in (False, True))


@cache
def pair(table: Table, lead: int, trail: int) -> str | None:
    """The character of two bytes; the table "stripped" knows those of private use, and leaves nothing of them.

    >>> pair("cp936", 0xA9, 0x8F), pair("gb18030", 0xA9, 0x8F), pair("stripped", 0xAA, 0xA1)
    (None, '⿵', '')
    """
    try:
        character = bytes((lead, trail)).decode("cp936" if table == "cp936" else "gb18030")
    except UnicodeDecodeError:
        return None
    return "" if table == "stripped" and "\ue000" <= character <= "\uf8ff" else character


def decoded(data: bytes, reader: Reader) -> Iterator[tuple[str, int]]:
    """What is shown, and how many bytes each sign of it took.

    >>> "".join(shown for shown, _ in decoded("（一）口袋公园".encode("gbk")[1:], Reader()))
    'ㄒ唬┛诖'
    """
    mark, width = GAPS[reader.gap]
    here = 0
    while here < len(data):
        lead, trail = data[here], data[here + 1] if here + 1 < len(data) else 0
        if lead < 0x80:
            yield chr(lead), 1
            here += 1
            continue
        if reader.table != "cp936" and 0x30 <= trail <= 0x39:
            try:
                yield data[here : here + 4].decode("gb18030"), 4
            except UnicodeDecodeError:
                yield mark, 1
                here += 1
            else:
                here += 4
            continue
        if lead in (0x80, 0xFF) or trail < 0x40 or trail in (0x7F, 0xFF):
            yield mark, 1
            here += 1
            continue
        shown = pair(reader.table, lead, trail)
        taken = width if shown is None else 2
        yield mark if shown is None else shown, taken
        here += taken


def encoded(text: str, reader: Reader) -> list[bytes] | None:
    """The bytes of each character, or None where the encoding cannot write one of them."""
    try:
        return [sign.encode(reader.encoding) for sign in text]
    except UnicodeEncodeError:
        return None


def out_of_step(text: str, lost: int, head: str, reader: Reader) -> list[Stretch] | None:
    """A text without its first `lost` bytes, shown behind `head`: the run as one hurt stretch, and what is sound behind it."""
    bytes_of = encoded(text, reader)
    if bytes_of is None:
        return None
    ends = {0: 0}
    """Where characters begin, in bytes → in characters."""
    place = 0
    for rank, each in enumerate(bytes_of, 1):
        place += len(each)
        ends[place] = rank
    shown, here = head, lost
    run = None
    for sign, taken in decoded(b"".join(bytes_of)[lost:], reader):
        if here in ends and here:
            run = ends[here]
            break
        shown += sign
        here += taken
    if run is None:
        run = len(text)
    hurt = Stretch(reader.folded(shown), reader.folded(text[:run]), True)
    return [hurt, Stretch(reader.folded(text[run:]), reader.folded(text[run:]), False)]


def false_stops(line: str, reader: Reader) -> list[int]:
    """The places behind which the bytes of 。 stand across two characters: 小， is D0A1 A3AC.

    >>> false_stops("范围小，费用省，办得快。", Reader())
    [2, 6]
    """
    bytes_of = encoded(line, reader) or []
    return [place for place in range(len(bytes_of) - 1) if bytes_of[place][-1:] == b"\xa1" and bytes_of[place + 1][:1] == b"\xa3"]


def cut_line(line: str, reader: Reader) -> list[Stretch] | None:
    """A line that begins with a full-width sign, behind ideographic blanks: the last of them leaves ?, then the false 。.

    Blanks that the line has stay: those that were cut are of the page, not of its text.

    >>> [stretch.shown for stretch in cut_line("　（一）口袋公園8个", Reader())]
    ['　', '?。ㄒ唬┛诖珗@', '8个']
    """
    head = line.lstrip(" \u3000")
    blanks = line[: len(line) - len(head)]
    bytes_of = encoded(head[:1], reader)
    if not bytes_of or bytes_of[0][:1] != b"\xa3":
        return None
    made = out_of_step(head, 1, "?。", reader)
    return made and [Stretch(blanks, blanks, False), *made]


def cut_inside(line: str, reader: Reader, random: Random) -> list[Stretch] | None:
    """A line cut at a false 。 somewhere inside: the lead before it is shown as ?."""
    places = false_stops(line, reader)
    if not places:
        return None
    place = random.choice(places)
    first, rest = line[:place], line[place:]
    made = out_of_step(rest, 3, "?。", reader)
    return made and [Stretch(reader.folded(first), reader.folded(first), False), *made]


def first_byte_lost(line: str, reader: Reader, *, mark: bool) -> list[Stretch] | None:
    """A line without its first byte, ? in its place or nothing."""
    return out_of_step(line, 1, "?" if mark else "", reader) if line[:1] > "\x7f" else None


def byte_lost(line: str, reader: Reader, random: Random, *, mark: bool = False) -> list[Stretch] | None:
    """A line without one of its bytes, the first or the second of some character inside."""
    places = [place for place, sign in enumerate(line) if place and sign > "\x7f"]
    bytes_of = encoded(line, reader)
    if not places or bytes_of is None:
        return None
    place = random.choice(places)
    first, rest = line[:place], line[place:]
    if random.random() < 0.5 or len(bytes_of[place]) != 2:
        made = out_of_step(rest, 1, "?" if mark else "", reader)
    else:
        made = trail_lost(rest, "?" if mark else "", reader)
    return made and [Stretch(reader.folded(first), reader.folded(first), False), *made]


def trail_lost(text: str, mark: str, reader: Reader) -> list[Stretch] | None:
    """A text without the second byte of its first character: the first one is paired with what follows, or is shown as a mark."""
    if mark:  # the lost byte is written as ?: a lead with a trail below 0x40 is a gap
        return [Stretch(GAPS[reader.gap][0] + mark, text[:1], True), Stretch(reader.folded(text[1:]), reader.folded(text[1:]), False)]
    bytes_of = encoded(text, reader)
    if bytes_of is None:
        return None
    lead, rest = bytes_of[0][:1], bytes_of[1:]
    ends, place = {}, 1
    for rank, each in enumerate(rest, 1):
        ends[place] = rank
        place += len(each)
    ends[place] = len(text)
    shown, here, run = "", 0, len(text)
    for sign, taken in decoded(lead + b"".join(rest), reader):
        if here in ends:
            run = ends[here]
            break
        shown += sign
        here += taken
    hurt = Stretch(reader.folded(shown), reader.folded(text[:run]), True)
    return [hurt, Stretch(reader.folded(text[run:]), reader.folded(text[run:]), False)]


def misaligned(kind: str, reader: Reader, text: str, random: Random, share: float = 0.4) -> Damage:
    """A text with that kind of damage on a share of the lines that can have it; all of it is folded where the reader folds."""
    chosen = some(random, share)

    def hurt(line: str) -> list[Stretch] | None:
        made = None
        if line and chosen(line):
            match kind:
                case "cut":
                    made = cut_line(line, reader)
                case "cut-inside":
                    made = cut_inside(line, reader, random)
                case "first-marked":
                    made = first_byte_lost(line, reader, mark=True)
                case "first":
                    made = first_byte_lost(line, reader, mark=False)
                case "inside":
                    made = byte_lost(line, reader, random)
                case _:
                    raise ValueError(kind)
        return made or [Stretch(reader.folded(line), reader.folded(line), False)]

    return by_line(text, hurt, lambda _: True)


KINDS = {
    "cut": "the head of a line cut at a false 。: ?。 and a run",
    "cut-inside": "a line cut at a false 。 inside (小，省，病：)",
    "first-marked": "the first byte of a line shown as ?",
    "first": "the first byte of a line lost",
    "inside": "a byte lost somewhere in a line",
}
"""Where lines fall out of step."""


def shifted(line: str, *, fold: bool = False) -> str:
    """A line that begins with （ as it is shown after the damage."""
    made = cut_line(line, Reader(fold=fold))
    assert made is not None, line
    return "".join(stretch.shown for stretch in made)


def damaged(text: str, lines: set[int], *, fold: bool = False) -> str:
    """The text with those of its lines shifted; `fold` turns full-width ASCII to half width, as some readers do afterwards."""
    return "\n".join(
        shifted(line, fold=fold) if number in lines else line.translate(HALF) if fold else line
        for number, line in enumerate(text.split("\n"))
    )
