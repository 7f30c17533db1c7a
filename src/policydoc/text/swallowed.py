"""吞数: where a decoder took the digit behind a character that it could not finish for its second byte: 绗?绔? for 第1章.

Only the first byte of a pair is of the character; shown is one ?, and the digit is gone, or the first of several. Other decoders
take one byte and show the same ?: no number behind it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.rules.patterns import pattern
from policydoc.text.mending import LOST, Mended
from policydoc.text.sequences import Run

_CUT = pattern(r"[\xe1-\xef][\x80-\xbf]\?")
_SINGLE = 0x80
"""The one byte that begins no pair: it is lost alone, and takes nothing with it."""
_NUMBER = pattern(r"[0-9][0-9.,]{0,20}")


def swallowed(text: str, run: Run, ends: Sequence[int], readings: Sequence[Mended]) -> Iterator[tuple[int, int]]:
    """The places of a run where something stood, without length, and the numbers that may lack their first digit.

    `ends` are the places in the text behind the tokens of the run.

    >>> from policydoc.text.sequences import Token
    >>> run = [Token("torn", 0, 3, "ç¬?"), Token("whole", 3, 6, "章")]
    >>> list(swallowed("绗?绔", run, [2, 3], [Mended("第", ())]))
    [(2, 2)]
    """
    torn = iter(readings)
    for place, token in enumerate(run):
        if token.kind != "torn":
            continue
        read = next(torn).text
        if LOST in read or not _CUT.fullmatch(token.text) or read.encode()[-1] == _SINGLE:
            continue
        number = _NUMBER.match(text, ends[place])
        if number:
            yield number.span()
        elif place + 1 < len(run) and run[place + 1].kind != "ascii":
            yield ends[place], ends[place]
