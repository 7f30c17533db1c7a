"""信道: how a decoder shows GBK bytes that are paired out of step: its table and what it does with pairs it does not know.

A pair without a character is a gap. iconv -c shows nothing of it, browsers one U+FFFD, Windows a question mark, and all of
them take both bytes; Python takes the first byte only, and what follows is in step again. A decoder of GB 18030 has a
character for every pair, those of private use among them, which some programs take out afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from policydoc.text.gbk import NARROW, characters

Table = Literal["cp936", "gb18030", "stripped"]
_BYTES = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LEADS = range(0x81, 0xFF)
Pair = tuple[int, int]


@cache
def _decoded(table: Table) -> dict[Pair, str]:
    """What a table has for each pair; nothing for those of private use where they are taken out."""
    if table == "cp936":
        return characters()
    found = {}
    for lead in _LEADS:
        for trail in _BYTES:
            character = bytes((lead, trail)).decode("gb18030")
            found[lead, trail] = "" if table == "stripped" and "\ue000" <= character <= "\uf8ff" else character
    return found


@dataclass(frozen=True)
class Channel:
    """A decoder. Whether full-width ASCII is folded to half width behind it is left open: what is shown may be either."""

    table: Table = "cp936"
    mark: str = ""
    """What is shown of a gap."""
    width: int = 2
    """How many bytes a gap takes."""

    @cached_property
    def decoded(self) -> dict[Pair, str]:
        """What is shown of each pair that is no gap."""
        return _decoded(self.table)

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """The bytes of each character that can be shown, those of full-width ASCII for ASCII.

        >>> [f"{byte:02X}" for byte in Channel().pairs["M"]]
        ['A3', 'CD']
        """
        found = {character: pair for pair, character in self.decoded.items() if character}
        found.update({chr(narrow): found[chr(wide)] for wide, narrow in NARROW.items()})
        return found

    @cached_property
    def behind(self) -> dict[int, frozenset[int]]:
        """For each byte that can open a gap the leads that make one with it.

        >>> 0xA3 in Channel().behind[0xFE], 0xFE in Channel("gb18030").behind
        (True, False)
        """
        found = {}
        for first in _LEADS:
            gone = frozenset(lead for lead in _LEADS if not self.decoded.get((first, lead)))
            if gone:
                found[first] = gone
        return found

    @property
    def gap(self) -> tuple[str, int]:
        """What is shown of a gap, and how many bytes it takes."""
        return ("", 2) if self.table == "stripped" else (self.mark, self.width)

    def shown(self, data: bytes) -> str:
        """What is shown of bytes.

        >>> Channel().shown("（一）口袋公園".encode("gbk")[1:])
        'ㄒ唬┛诖珗@'
        """
        table = self.decoded
        gap, width = self.gap
        found: list[str] = []
        here = 0
        while here < len(data):
            lead = data[here]
            trail = data[here + 1] if here + 1 < len(data) else 0
            if lead < 0x80:
                found.append(chr(lead))
                here += 1
            elif lead in (0x80, 0xFF) or trail < 0x40 or trail in (0x7F, 0xFF):
                found.append(self.mark)
                here += 1
            else:
                character = table.get((lead, trail))
                found.append(gap if character is None else character)
                here += width if character is None else 2
        return "".join(found)


def channels(shown: str) -> list[Channel]:
    """The channels that may have shown damaged lines, by what only some of them can show.

    >>> [channel.gap for channel in channels("ㄒ唬┡飸魠^")]
    [('', 2), ('', 1)]
    """
    if any("\ue000" <= character <= "\uf8ff" for character in shown):
        return [Channel("gb18030", mark, 2) for mark in (["\ufffd"] if "\ufffd" in shown else [""])]
    known = _names("cp936")
    if any(character in _names("gb18030") for character in set(shown) - known if character > "\x7f"):
        return [Channel("stripped", "\ufffd" if "\ufffd" in shown else "", 2)]
    if "\ufffd" in shown:
        return [Channel("cp936", "\ufffd", 2), Channel("cp936", "\ufffd", 1), Channel("stripped", "\ufffd", 2)]
    if "?" in shown:
        return [Channel("cp936", mark, width) for mark, width in (("", 2), ("?", 2), ("", 1))]
    return [Channel("cp936", "", width) for width in (2, 1)]


@cache
def _names(table: Table) -> frozenset[str]:
    return frozenset(character for character in _decoded(table).values() if character)
