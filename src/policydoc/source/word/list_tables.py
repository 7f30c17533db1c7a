"""列表表: the automatic lists of a Word binary file (PlfLst, PlfLfo); [MS-DOC] 2.9.131, 2.9.147, 2.9.150."""

from __future__ import annotations

import struct
from struct import unpack_from

from policydoc.source.word.numbering import LEVELS, Definition, Instance, Level, Lists

_HEAD, _LEVEL_HEAD, _OVERRIDE = 28, 28, 16
_MOST = 10_000
"""Lists of a file."""
_KINDS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex", "chicago",
    "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal",
    "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet",
    "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle",
    "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
"""How a number is written, by its code (MSONFC, [MS-OSHARED] 2.2.1.3), under the names of ISO/IEC 29500."""
_DASHED, _NONE = 0x39, 0xFF


def kind_of(code: int) -> str:
    """The name of a way of writing numbers.

    >>> kind_of(0x25), kind_of(0x12), kind_of(0xFF)
    ('chineseCounting', 'decimalEnclosedCircle', 'none')
    """
    return _KINDS[code] if code < len(_KINDS) else "numberInDash" if code == _DASHED else "none" if code == _NONE else "decimal"


def read_list_tables(table: bytes, lists: tuple[int, int], overrides: bytes) -> Lists:
    """The lists of a file; `lists` is where PlfLst stands in the table stream and where it ends, `overrides` is PlfLfo.

    Definitions are called by their lsid, lists by their place in PlfLfo, from 1. What is cut off is left out.
    """
    found = Lists()
    start, end = lists
    try:
        if end - start > 2:
            _definitions(table, start, end, found)
        if len(overrides) > 4:
            _instances(overrides, found)
    except (struct.error, IndexError):
        pass
    return found


def _definitions(table: bytes, start: int, here: int, found: Lists) -> None:
    count = min(unpack_from("<H", table, start)[0], _MOST)
    for number in range(count):
        head = start + 2 + _HEAD * number
        definition = found.definitions[str(unpack_from("<i", table, head)[0])] = Definition()
        for level in range(1 if table[head + 26] & 1 else LEVELS):
            definition.levels[level], here = _level(table, here)


def _level(table: bytes, here: int) -> tuple[Level, int]:
    """The level (LVL) at a place and the place behind it."""
    start, code, flags = unpack_from("<iBB", table, here)
    places = table[here + 6 : here + 15]
    follow, restart = table[here + 15], table[here + 26]
    here += _LEVEL_HEAD + table[here + 24] + table[here + 25]
    size = unpack_from("<H", table, here)[0]
    signs = unpack_from(f"<{size}H", table, here + 2)
    text = "".join(f"%{sign + 1}" if place + 1 in places and sign < LEVELS else chr(sign) for place, sign in enumerate(signs))
    level = Level(start, kind_of(code), "", text, restart if flags & 8 else None, bool(flags & 4), follow == 2)
    return level, here + 2 + 2 * size


def _instances(overrides: bytes, found: Lists) -> None:
    count = min(unpack_from("<I", overrides)[0], _MOST)
    here = 4 + _OVERRIDE * count
    for number in range(count):
        lsid, _, _, changed = unpack_from("<iIIB", overrides, 4 + _OVERRIDE * number)
        found.instances[str(number + 1)] = Instance(str(lsid))
    for number in range(count):
        changed = overrides[4 + _OVERRIDE * number + 12]
        instance = found.instances[str(number + 1)]
        here += 4
        for _ in range(changed):
            start, flags = unpack_from("<iI", overrides, here)
            level = flags & 0xF
            here += 8
            if flags & 0x20:
                instance.levels[level], here = _level(overrides, here)
            if flags & 0x10:
                instance.starts[level] = instance.levels[level].start if flags & 0x20 else start
