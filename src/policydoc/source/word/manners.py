"""段落格式、字符格式: what a Word binary file says of its paragraphs and of stretches of its characters; [MS-DOC] 2.9.33, 2.9.174."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import NamedTuple

from policydoc.source.word import sprm
from policydoc.source.word.symbols import symbol

_PAGE = 512
_FONT_HEAD = 39
"""Bytes of what is said of a font (FFN) before its name."""
_DEEPEST = 3
"""Modifiers that lead to others, in a row."""
_NO_LIST = 0xF801
"""From here on sprmPIlfo names no list."""


class Manner(NamedTuple):
    """What is read of the format of a paragraph; `list` and `level` are None where its style tells."""

    style: int = 0
    list: int | None = None
    level: int | None = None
    in_table: bool = False
    row_end: bool = False
    inner_cell: bool = False
    inner_row_end: bool = False
    edges: tuple[int, ...] = ()
    below: frozenset[int] = frozenset()
    """Of the mark of a row: the cells that go on the cells above them."""
    old_list: bool = False
    """Whether it has a number as Word 6 had them."""


class Run(NamedTuple):
    """Characters that are not shown, or one that a sign of a font of symbols stands for, by their place in the file."""

    start: int
    end: int
    shown: str
    unseen: bool = False
    """Whether they are hidden, rather than deleted."""
    raised: bool = False
    """Whether they are shown, but raised."""


def modified(manner: Manner, prls: bytes, elsewhere: bytes = b"", depth: int = 0) -> Manner:
    """A format behind a run of modifiers; `elsewhere` is the stream Data, where long runs stand.

    >>> modified(Manner(3), bytes((0x0A, 0x26, 1, 0x0B, 0x46, 2, 0)))[:3]
    (3, 2, 1)
    """
    for code, operand in sprm.modifiers(prls):
        if code == sprm.IN_TABLE:
            manner = manner._replace(in_table=operand != b"\0")
        elif code == sprm.ROW_END:
            manner = manner._replace(row_end=operand != b"\0")
        elif code == sprm.INNER_CELL:
            manner = manner._replace(inner_cell=operand != b"\0")
        elif code == sprm.INNER_ROW_END:
            manner = manner._replace(inner_row_end=operand != b"\0")
        elif code == sprm.COLUMNS:
            manner = manner._replace(edges=sprm.edges(operand), below=sprm.merged(operand))
        elif code == sprm.MERGED and len(operand) > 2:
            manner = manner._replace(below=manner.below - {operand[1]} | ({operand[1]} if operand[2] == 1 else frozenset()))
        elif code == sprm.LIST:
            number = operand[0] | operand[1] << 8
            manner = manner._replace(list=number if number < _NO_LIST else 0)
        elif code == sprm.LEVEL:
            manner = manner._replace(level=min(operand[0], 8))
        elif code == sprm.OLD_LIST:
            manner = manner._replace(old_list=len(operand) > 1 and operand[1] != 0xFF)
        elif code in sprm.ELSEWHERE and depth < _DEEPEST:
            place = unpack_from("<I", operand)[0]
            size = unpack_from("<H", elsewhere, place)[0] if place + 2 <= len(elsewhere) else 0
            manner = modified(manner, elsewhere[place + 2 : place + 2 + size], elsewhere, depth + 1)
    return manner


def is_hidden(prls: bytes) -> bool:
    """Whether modifiers of characters say that these were deleted or are hidden.

    >>> is_hidden(bytes((0x00, 0x08, 1))), is_hidden(bytes((0x3C, 0x08, 0)))
    (True, False)
    """
    return not {sprm.DELETED, sprm.HIDDEN}.isdisjoint(_switched_on(prls))


def _switched_on(prls: bytes) -> set[int]:
    """Which of deleted, inserted and hidden the modifiers of characters say."""
    told = {code: operand[0] in (1, 0x81) for code, operand in sprm.modifiers(prls) if code in (sprm.DELETED, sprm.INSERTED, sprm.HIDDEN)}
    return {code for code, on in told.items() if on}


def read_fonts(part: bytes) -> tuple[str, ...]:
    """The names of the fonts of a file (SttbfFfn)."""
    found: list[str] = []
    here = 4
    while here < len(part):
        size = part[here] + 1
        name = part[here + 1 + _FONT_HEAD : here + size]
        found.append(name[: len(name) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0])
        here += size
    return tuple(found)


def _sign(prls: bytes, fonts: Sequence[str]) -> str:
    """The sign that modifiers put in the place of a character; empty where they put none."""
    for code, operand in sprm.modifiers(prls):
        if code == sprm.SYMBOL:
            font, place = unpack_from("<HH", operand)
            return symbol(fonts[font] if font < len(fonts) else "", f"{place:X}")
    return ""


class Pages:
    """The pages of formats that one part of the table stream names (PlcBteChpx, PlcBtePapx)."""

    def __init__(self, part: bytes, main: bytes) -> None:
        self.main = main
        count = max(0, min((len(part) - 4) // 8, len(main) // _PAGE))
        self.starts = unpack_from(f"<{count}I", part)
        whole = max(0, (len(part) - 4) // 8)
        self.numbers = unpack_from(f"<{count}I", part, 4 * (whole + 1))

    def entries(self, number: int, width: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        """The offsets at which the stretches of a page begin and end, where on the page their modifiers stand, and the page's place."""
        place = (number & 0x3F_FFFF) * _PAGE
        if place + _PAGE > len(self.main):
            return (), (), place
        count = min(self.main[place + _PAGE - 1], (_PAGE - 5) // (4 + width))
        bounds = unpack_from(f"<{count + 1}I", self.main, place)
        first = place + 4 * (count + 1)
        return bounds, tuple(2 * self.main[first + width * entry] for entry in range(count)), place


class Characters(Pages):
    """What is said of characters."""

    def __init__(self, part: bytes, main: bytes) -> None:
        super().__init__(part, main)
        self.changes = 0
        """Runs that were deleted or put in while changes were tracked."""

    def runs(self, fonts: Sequence[str]) -> Iterator[Run]:
        """The runs that are not shown as they stand, in the order of the file."""
        for number in self.numbers:
            bounds, entries, place = self.entries(number, 1)
            for rank, entry in enumerate(entries):
                if not entry:
                    continue
                size = self.main[place + entry]
                prls = self.main[place + entry + 1 : place + min(entry + 1 + size, _PAGE)]
                told = _switched_on(prls)
                self.changes += bool(told & {sprm.DELETED, sprm.INSERTED})
                hidden = bool(told & {sprm.DELETED, sprm.HIDDEN})
                sign = "" if hidden else _sign(prls, fonts)
                raised = not hidden and not sign and (sprm.RAISING, b"\1") in sprm.modifiers(prls)
                if hidden or sign or raised:
                    yield Run(bounds[rank], bounds[rank + 1], sign, hidden and sprm.DELETED not in told, raised)


class Paragraphs(Pages):
    """What is said of paragraphs."""

    def __init__(self, part: bytes, main: bytes, elsewhere: bytes) -> None:
        super().__init__(part, main)
        self.elsewhere = elsewhere
        self._known: dict[int, tuple[tuple[int, ...], tuple[int, ...], int]] = {}
        self._manners: dict[int, Manner] = {}

    def at(self, offset: int) -> Manner:
        """The format of the paragraph whose mark stands at an offset of the file."""
        rank = bisect_right(self.starts, offset) - 1
        if rank < 0:
            return Manner()
        number = self.numbers[rank]
        if number not in self._known:
            self._known[number] = self.entries(number, 13)
        bounds, entries, place = self._known[number]
        entry = bisect_right(bounds, offset) - 1
        if not 0 <= entry < len(entries) or not entries[entry]:
            return Manner()
        where = place + entries[entry]
        if where not in self._manners:
            self._manners[where] = self._read(where, place + _PAGE)
        return self._manners[where]

    def further(self, manner: Manner, prls: bytes) -> Manner:
        """A format behind what the piece of its mark says of all its characters."""
        return modified(manner, prls, self.elsewhere)

    def _read(self, where: int, end: int) -> Manner:
        size = 2 * self.main[where] - 1
        where += 1
        if size < 0:
            size = 2 * self.main[where]
            where += 1
        stretch = self.main[where : min(where + size, end)]
        if len(stretch) < 2:
            return Manner()
        return modified(Manner(stretch[0] | stretch[1] << 8), stretch[2:], self.elsewhere)
