"""格式指令: the property modifiers (Prl) of a Word binary file, as [MS-DOC] 2.2.5 and 2.6 have them."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

DELETED = 0x0800
"""sprmCFRMarkDel: the characters were deleted while changes were tracked."""
INSERTED = 0x0801
"""sprmCFRMark: the characters were put in while changes were tracked."""
HIDDEN = 0x083C
"""sprmCFVanish"""
SYMBOL = 0x6A09
RAISING = 0x2A48
"""Superscript (1) or subscript (2)."""
"""sprmCSymbol: a character of a font of symbols."""
LEVEL = 0x260A
"""sprmPIlvl"""
LIST = 0x460B
"""sprmPIlfo"""
OLD_LIST = 0xC63E
"""sprmPAnld: automatic numbers as Word 6 had them."""
IN_TABLE = 0x2416
ROW_END = 0x2417
INNER_CELL = 0x244B
INNER_ROW_END = 0x244C
COLUMNS = 0xD608
"""sprmTDefTable: the edges of a row's cells."""
MERGED = 0xD62B
"""sprmTVertMerge: a cell and whether it goes on the cell above."""
ELSEWHERE = (0x6645, 0x6646, 0x646B)
"""sprmPHugePapx, sprmPTableProps: more modifiers stand in the stream Data."""
_TABS = 0xC615
_CELL = 20
"""Bytes of what is said of a cell (TC80)."""
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand, by the three highest bits of its code; 0: the operand tells."""


def modifiers(prls: bytes) -> Iterator[tuple[int, bytes]]:
    r"""The codes and operands of a run of modifiers; one that is cut off ends the run.

    >>> [(hex(code), operand) for code, operand in modifiers(bytes((0x0A, 0x26, 1, 0x0B, 0x46, 2, 0)))]
    [('0x260a', b'\x01'), ('0x460b', b'\x02\x00')]
    """
    here, whole = 0, len(prls)
    while here + 3 <= whole:
        code = prls[here] | prls[here + 1] << 8
        here += 2
        size = _SIZES[code >> 13] or _told(code, prls, here)
        if here + size > whole:
            return
        yield code, prls[here : here + size]
        here += size


def _told(code: int, prls: bytes, here: int) -> int:
    """The size of an operand that tells its own."""
    if code == COLUMNS:
        return prls[here] + (prls[here + 1] << 8 if here + 1 < len(prls) else 0) + 1
    if code == _TABS and prls[here] == 255 and here + 1 < len(prls):
        added = here + 2 + 4 * prls[here + 1]
        return 2 + 4 * prls[here + 1] + 1 + (3 * prls[added] if added < len(prls) else 0)
    return 1 + prls[here]


def edges(operand: bytes) -> tuple[int, ...]:
    """The left edges of a row's cells and the right edge of the last, in twentieths of a point, from sprmTDefTable.

    >>> edges(bytes((7, 0, 1, 0, 0, 0x10, 0)))
    (0, 16)
    """
    count = operand[2] if len(operand) > 2 else 0
    if not 0 < count <= 63 or len(operand) < 3 + 2 * (count + 1):
        return ()
    return unpack_from(f"<{count + 1}h", operand, 3)


def merged(operand: bytes) -> frozenset[int]:
    """The cells of a row that go on the cells above them, from sprmTDefTable."""
    count = operand[2] if len(operand) > 2 else 0
    first = 3 + 2 * (count + 1)
    return frozenset(cell for cell in range(min(count, (len(operand) - first) // _CELL)) if operand[first + _CELL * cell] >> 5 & 3 == 1)
