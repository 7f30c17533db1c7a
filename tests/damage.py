"""Damage on the way: a text whose GBK bytes are cut at a false 。 and paired one byte late.

Written from bytes, apart from the package: 　　（ is A1A1 A1A1 A3A8, a cut at the A1A3 inside leaves a lone A1 (shown as ?),
the false 。, and the rest of the line one byte out of step. A pair without a character vanishes, both bytes of it.
"""

from __future__ import annotations

import contextlib

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
PUNCTUATION = {ord(wide): narrow for wide, narrow in zip("（），：；！？％", "(),:;!?%", strict=True)}


def shifted(line: str, *, fold: bool = False) -> str:
    """A line that begins with （ as it is shown after the damage."""
    left = line.encode("cp936")
    assert left[:2] == b"\xa3\xa8", line
    left, shown = left[1:], "?。"
    while left:
        pair = left[:2]
        if pair[0] < 0x80:
            shown += chr(pair[0])
            left = left[1:]
        elif len(pair) < 2 or pair[1] < 0x40:
            left = left[1:]
        else:
            with contextlib.suppress(UnicodeDecodeError):
                shown += pair.decode("cp936")
            left = left[2:]
    return shown.translate(HALF) if fold else shown


def damaged(text: str, lines: set[int], *, fold: bool = False) -> str:
    """The text with those of its lines shifted; `fold` turns full-width ASCII to half width, as some readers do afterwards."""
    shown = [
        shifted(line, fold=fold) if number in lines else line.translate(HALF) if fold else line
        for number, line in enumerate(text.split("\n"))
    ]
    return "\n".join(shown)
