"""The folded shadow: the same text in Simplified characters and half width, code point for code point.

Rules match on the shadow and quote from the text: an offset in one is an offset in the other. What would change the
length (㎡, ①, ⒈) is not folded; the grammar reads it.
"""

from __future__ import annotations

from functools import cache

from policydoc.rules.table import DATA

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII, U+FF01 to U+FF5E."""

_PUNCTUATION = str.maketrans(
    "、。·•‧\u3000\u00a0\u2002\u2003\u2009\u202f"
    "〔〕﹝﹞【】〖〗﹙﹚「」『』﹁﹂﹃﹄＂«»〈〉‹›"
    "‐‑‒–—―−ー─━﹣～〜∼﹏"
    "﹪﹕︰∶﹐﹑﹔﹖﹗․\ufffd○◯◦"
    "│┃║┆┇┊┋┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬═┄┅┈┉"
    "⼀⼆⼈⼋⼗⼤⼩⼯⼒⼝⼟⼥⼦⼭⽂⽇⽉⽊⽔⽕⽤⽣⽬⽴⾦⾯⾼",
    "、。···      "
    '[][][][]()“”‘’“”‘’"《》《》《》'
    "-----------~~~~"
    "%:::,、;?!..〇〇〇"
    "||||||||||||||||||||||||||||||||||-----"
    "一二人八十大小工力口土女子山文日月木水火用生目立金面高",
)  # fmt: skip


@cache
def fold_table() -> dict[int, int]:
    """Code point to code point: script, width, brackets, quotes, dashes, blanks."""
    lines = (DATA / "fold.txt").read_text(encoding="utf-8").splitlines()
    table = {ord(old): ord(new) for old, new in zip(lines[1], lines[2], strict=True)}
    table.update(_WIDE)
    table.update(_PUNCTUATION)
    return table


def fold(text: str) -> str:
    """The shadow of a text; `len(fold(text)) == len(text)`, always.

    >>> fold("建設公廁７６座，《實施方案》〔2024〕")
    '建设公厕76座,《实施方案》[2024]'
    """
    return text.translate(fold_table())
