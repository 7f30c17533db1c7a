"""符号: signs that a Word file writes as places of a symbol font, and the signs that an EQ field draws."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern
from policydoc.source.word.numerals import circled

UNKNOWN = "\ufffd"
"""A sign that is not known keeps its place."""

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA3: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + place: circled(place + 1) for place in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA3: "□", 0xA4: "■"}
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xD6: "√", 0xD7: "·", 0xDE: "⇒", 0xE5: "∑",
    **dict(zip(map(ord, "abgdezhqiklmnxoprstufcyw"), "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
    **dict(zip(map(ord, "ABGDEZHQIKLMNXOPRSTUFCYW"), "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True)),
    **{code: chr(code) for code in (*range(0x30, 0x3A), *map(ord, " !%&()+,./:;<=>?[]{|}"))},
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_OVER = pattern(r"\\o(?:\\a[clr]|\\ad)?\((?P<under>.{1,80})[,，](?P<over>.{1,40})\)\s*\Z", re.IGNORECASE)
_RAISED = pattern(r"\\s\\(?:up|do)\s?[0-9]{0,2}\(([^()]{0,40})\)", re.IGNORECASE)
_FRACTION = pattern(r"\\f\(\s*([^(),，]{1,20})[,，]\s*([^(),，]{1,20})\)", re.IGNORECASE)
_SYMBOL_FIELD = pattern(r"symbol\s+(0x[0-9a-f]{1,4}|[0-9]{1,5})(?:\s+\\f\s*\"?([^\"\\]{1,40}))?", re.IGNORECASE)
_RINGS = frozenset("○〇◯ＯO")


def symbol(font: str, code: str) -> str:
    r"""The sign at a place of a font (hexadecimal); a place of another font is a character of Unicode.

    >>> symbol("Wingdings", "F0FE"), symbol("Symbol", "F0B3"), symbol("宋体", "2460"), symbol("Webdings", "F041")
    ('☑', '≥', '①', '\ufffd')
    """
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    signs = _FONTS.get(font.lower())
    if signs is not None:
        return signs.get(place & 0xFF if 0xF000 <= place <= 0xF0FF else place, UNKNOWN)
    return chr(place) if 0x20 <= place < 0xD800 or 0xF900 <= place <= 0xFFEF else UNKNOWN


def drawn(instruction: str) -> str:
    r"""What the instruction of a field without a result draws: 带圈字符, fractions, signs; nothing for other fields.

    >>> drawn(r" eq \o\ac(○,3) "), drawn(r"EQ \f(1,2)"), drawn(r"SYMBOL 254 \f Wingdings \s 12"), drawn(" PAGE ")
    ('③', '1/2', '☑', '')
    """
    words = instruction.strip()[:200]
    kind = words[:7].lower()
    if kind.startswith("symbol "):
        found = _SYMBOL_FIELD.match(words)
        code = int(found[1], 16 if found[1].startswith("0x") else 10) if found else 0
        return symbol((found[2] or "").strip(), f"{code:X}") if found else UNKNOWN
    if not kind.startswith("eq "):
        return ""
    fraction = _FRACTION.search(words)
    if fraction:
        return f"{fraction[1].strip()}/{fraction[2].strip()}"
    over = _OVER.search(words)
    if over is None:
        return UNKNOWN
    first, second = (_RAISED.sub(r"\1", over[name]).strip() for name in ("under", "over"))
    inner = second if first in _RINGS else first if second in _RINGS else ""
    return circled(int(inner)) if inner.isascii() and inner.isdigit() else inner or second
