"""错位的 GBK: text whose bytes were paired one byte late, and the channel that made it so.

A line that begins with two ideographic blanks and a full-width character (A1A1 A1A1 A3A8 for 　　（) holds the bytes of 。
(A1A3) across two characters. Whatever cuts at that false 。 leaves a lone A1, shown as ?, the false 。, and a rest that is
read in pairs one byte late: （一）口 becomes ?。ㄒ唬┛. A pair that CP936 does not know vanishes, both bytes of it. The first
ASCII byte ends the run; as the second byte of a character it shows as a letter. Some readers fold full-width ASCII to
half width afterwards, so that A3C8 inside a run shows as the letter H, and A3B8 as a digit that never was in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

MARK = "?。"
"""What stands for the head of a damaged line."""

NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII to half width, as the readers fold it."""

WIDE = {narrow: wide for wide, narrow in NARROW.items()}
"""Half-width ASCII to full width."""

_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LEADS = range(0x81, 0xFF)


@cache
def characters() -> dict[tuple[int, int], str]:
    """The characters of CP936 by lead and trail byte.

    >>> characters()[0xA3, 0xA8], len(characters())
    ('（', 21791)
    """
    table = {}
    for lead in _LEADS:
        for trail in _TRAILS:
            try:
                table[lead, trail] = bytes((lead, trail)).decode("cp936")
            except UnicodeDecodeError:
                continue
    return table


def code(character: str) -> tuple[int, int] | None:
    """Lead and trail byte of a character, or None where CP936 has none.

    >>> [f"{byte:02X}" for byte in code("（")], code("A"), code("🚌")
    (['A3', 'A8'], None, None)
    """
    try:
        written = character.encode("cp936")
    except UnicodeEncodeError:
        return None
    return (written[0], written[1]) if len(written) == 2 else None


def vanishes(lead: int, trail: int) -> bool:
    """Whether a pair of bytes is one that CP936 does not know.

    >>> vanishes(0xFE, 0xA3), vanishes(0xA8, 0xB6)
    (True, False)
    """
    return lead in _LEADS and trail in _TRAILS and (lead, trail) not in characters()


@cache
def gone_behind(first: int) -> frozenset[int]:
    """The leads with which a byte makes a pair that vanishes.

    >>> 0xA3 in gone_behind(0xFE), gone_behind(0xB0)
    (True, frozenset())
    """
    return frozenset(lead for lead in _LEADS if vanishes(first, lead))


@cache
def bridges() -> frozenset[int]:
    """The bytes that can open a vanishing pair whose second byte is a lead: the trails behind which something can be lost.

    >>> 0xFE in bridges(), 0xB0 in bridges()
    (True, False)
    """
    return frozenset(lead for lead in _LEADS if gone_behind(lead))


def misread(line: str) -> str | None:
    """What is shown of a line that begins with a full-width character; None where CP936 cannot write it.

    Full-width ASCII is folded on both sides: compare with `shown.translate(NARROW)`.

    >>> misread("（一）口袋公园建设"), misread("（三）口袋公園建設")
    ('?。ㄒ唬┛诖敖ㄉ', '?。ㄈ┛诖珗@建設')
    """
    try:
        written = line.encode("cp936")[1:]
    except UnicodeEncodeError:
        return None
    table = characters()
    shown = [MARK]
    here = 0
    while here < len(written):
        lead = written[here]
        trail = written[here + 1] if here + 1 < len(written) else 0
        if lead < 0x80:
            shown.append(chr(lead))
            here += 1
        elif trail < 0x40 or trail == 0x7F:
            here += 1
        else:
            shown.append(table.get((lead, trail), ""))
            here += 2
    return "".join(shown).translate(NARROW)


@cache
def bridge(lead: int, trail: int) -> str | None:
    """Two characters, the one of that lead, the other of that trail, whose bytes between vanish; None where there are none.

    >>> bridge(0xC8, 0xA9)[0].encode("cp936")[0] == 0xC8
    True
    """
    table = characters()
    for first in sorted(bridges()):
        if (lead, first) in table:
            for second in _LEADS:
                if vanishes(first, second) and (second, trail) in table:
                    return table[lead, first] + table[second, trail]
    return None


@cache
def landing(first: int, trail: int) -> str | None:
    """A character of that trail whose lead vanishes behind the byte `first`; None where there is none.

    >>> landing(0xA9, 0xB0).encode("cp936")[1] == 0xB0
    True
    """
    table = characters()
    return next((table[lead, trail] for lead in _LEADS if vanishes(first, lead) and (lead, trail) in table), None)


@dataclass(frozen=True, slots=True)
class Unit:
    """One character of a run as a pair of bytes: the trail of one true character and the lead of the next."""

    shown: str
    trail: int
    lead: int

    @property
    def ascii(self) -> int:
        """The byte of an ASCII character, which may be folded full-width ASCII, a trail or itself; 0 for others."""
        return ord(self.shown) if self.shown < "\x7f" else 0


def units(shown: str, longest: int) -> tuple[list[Unit], str]:
    """The characters that can stand in a run, and what stops them: "line", "letter" (its unit is the last), "blank", "wall" or "longest".

    >>> [unit.shown for unit in units("ㄒ唬┡飸魠^改造", 99)[0]], units("ㄒ唬設", 99)[1]
    (['ㄒ', '唬', '┡', '飸', '魠', '^', '改', '造'], 'letter')
    """
    found: list[Unit] = []
    for character in shown:
        if len(found) == longest:
            return found, "longest"
        if character <= " ":
            return found, "blank"
        pair = code(character.translate(WIDE))
        if pair is None:
            return found, "wall"
        found.append(Unit(character, *pair))
        if pair[1] < 0x80:
            return found, "letter"
        if pair[1] == 0x80:
            return found[:-1], "wall"
    return found, "line"
