"""附注 and other brackets that stand alone on a line: a damaged one is known by its bytes or by its closing bracket."""

from __future__ import annotations

from functools import cache

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.text.gbk import MARK, NARROW, misread
from policydoc.text.pieces import Piece

_NUMBER = pattern(r"[0-9][^()（）\r\n]{0,60}[)）]")


@cache
def _shown() -> dict[str, str]:
    """What is shown of each formula once it is damaged, and the formula."""
    found: dict[str, str] = {}
    for row in table("formulae"):
        for form in (*forms(row), *forms(row, "traditional")):
            for line in (f"（{form}）", f"（{form}）。"):
                found.setdefault(misread(line) or "", line)
    return found


def formula(shown: str) -> tuple[Piece, ...] | None:
    """The bracket of which this is shown behind the mark: a formula that the channel turns into exactly this, or one before a number.

    A digit ends a run at once. What is lost before 1） is the bracket that 1） closes.

    >>> formula("ù思_發布）")[0].read, formula("1）新建泵站")[0].read, formula("ㄒ唬┛")
    ('（此件公開', '（', None)
    """
    line = _shown().get(MARK + shown.translate(NARROW))
    if line is not None:
        kept = 0
        while shown[-kept - 1 :][:1].translate(NARROW) == line[-kept - 1].translate(NARROW):
            kept += 1
        return (Piece(MARK + shown[: len(shown) - kept], line[: len(line) - kept], "probable"),)
    return (Piece(MARK, "（", "probable"),) if _NUMBER.match(shown) else None
