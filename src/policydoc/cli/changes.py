"""The report of a repair: every change and every finding on a line of its own, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydoc.cli.cell import ink, written
from policydoc.cli.parse import shown
from policydoc.cli.table import TITLES, Column, Row, table
from policydoc.cli.terminal import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.model import Diagnostic, Edit
    from policydoc.repairing import Repaired

COLUMNS = (
    Column("place", floor=8, most=12, right=True),
    Column("certainty", floor=8, most=9),
    Column("before", floor=12, most=36),
    Column("after", floor=12, most=36),
    Column("or", floor=6, most=24, yields=1),
    Column("step", floor=8, most=24, yields=2),
)
_NAMED = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))
"""Radicals and compatibility ideographs: they look like the characters that they are not."""


def report(repaired: Repaired, room: int, *, explain: bool = False) -> Iterator[str]:
    """The lines of the report: the changes, with the bytes behind them on request, then the findings.

    >>> from policydoc import repair
    >>> list(report(repair("新建公厕8座。"), 80))
    ['nothing was changed']
    """
    where = Lines(repaired.content)
    if not repaired.edits:
        yield "nothing was changed"
    elif explain:
        from policydoc.cli.evidence import runs

        for run in runs(repaired):
            yield from drawn(table(COLUMNS, [TITLES, *(Row(cells(edit, where)) for edit in run.edits)], room), room)
            yield from run.rows(room)
            yield ""
    else:
        yield from drawn(table(COLUMNS, [TITLES, *(Row(cells(edit, where)) for edit in repaired.edits)], room), room)
    if repaired.diagnostics:
        if not explain or not repaired.edits:
            yield ""
        for found in repaired.diagnostics:
            yield from finding(found, repaired.content, where, room)


def finding(found: Diagnostic, content: str, where: Lines, room: int) -> Iterator[str]:
    """A finding on as many lines as it needs: place, code, severity, message and quote."""
    place = where.place(found.span[0]) if found.span else "all"
    head = f"{place:>8}  {found.code}  {found.severity:<7}  "
    quote = content[slice(*found.span)] if found.span else ""
    words = shown(found.message, None) + (f" «{shown(quote)}»" if quote else "")
    for rank, row in enumerate(wrap(words, room - len(head), most=6)):
        yield (head if not rank else " " * len(head)) + row


def drawn(lines: Iterator[Cell], room: int) -> Iterator[str]:
    """Cells as lines of text."""
    return (written(line, room, colour=False) for line in lines)


def cells(edit: Edit, where: Lines) -> tuple[Cell, ...]:
    """The columns of one change."""
    return (
        ink(where.place(edit.span[0])),
        ink(edit.certainty),
        ink(visible(edit.removed)),
        ink(visible(edit.inserted)),
        ink("  ".join(map(visible, edit.alternatives))),
        ink(edit.step),
    )


class Lines:
    """The lines of a text."""

    def __init__(self, content: str) -> None:
        from re import finditer

        self.starts = [0, *(end.end() for end in finditer(r"\r\n|[\r\n\f\v\x85\u2028\u2029]", content))]

    def place(self, offset: int) -> str:
        r"""Line and column of an offset, from 1.

        >>> Lines("第一行\n第二行").place(5)
        '2:2'
        """
        from bisect import bisect_right

        line = bisect_right(self.starts, offset)
        return f"{line}:{offset - self.starts[line - 1] + 1}"


def visible(text: str) -> str:
    """A text of which everything is seen: blanks as ␣, what has no shape or that of another character with its number.

    >>> visible("口 袋" + chr(0x200B)), visible(chr(0x2F42)), visible("")
    ('口␣袋<U+200B>', '⽂<U+2F42>', '(nothing)')
    """
    return "".join(map(_seen, text)) if text else "(nothing)"


def _seen(sign: str) -> str:
    if sign == " ":
        return "␣"
    if sign == "\n":
        return "↵"
    code = ord(sign)
    if any(first <= code <= last for first, last in _NAMED):
        return f"{sign}<U+{code:04X}>"
    return sign if sign.isprintable() and not sign.isspace() else f"<U+{code:04X}>"
