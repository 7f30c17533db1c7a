"""诊断: what a clerk should look at, by severity and code: the places with their lines and quotes, the advice once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydoc.cli.cell import Piece, ink
from policydoc.cli.passage import joined
from policydoc.cli.table import Column, Row, table
from policydoc.cli.terminal import wrap
from policydoc.rules.diagnostics import diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.cli.passage import Passages
    from policydoc.model import Diagnostic, Plan

SEVERITIES = ("error", "warning", "info")
INDENT = 6
PLACES = (Column(floor=9, most=16), Column(floor=8, most=40, yields=1), Column(floor=12, yields=2))


def counted(count: int, severity: str) -> str:
    """So many findings of a severity.

    >>> counted(1, "error"), counted(2, "warning"), counted(3, "info")
    ('1 error', '2 warnings', '3 infos')
    """
    return f"{count} {severity}" + ("s" if count > 1 else "")


def problems(plan: Plan, passages: Passages, room: int) -> Iterator[Cell]:
    """The groups, errors first."""
    first = True
    for severity in SEVERITIES:
        groups: dict[str, list[Diagnostic]] = {}
        for found in plan.diagnostics:
            if found.severity == severity:
                groups.setdefault(found.code, []).append(found)
        if groups:
            if not first:
                yield ()
            first = False
            yield ink(counted(sum(map(len, groups.values())), severity), f"bold {severity}")
        for code in sorted(groups):
            yield from group(code, groups[code], passages, room)
    if first:
        yield ink("no problems", "dim")
    else:
        yield ()
        yield ink("`policydoc explain CODE` says what a code means and shows an example.", "dim")


def group(code: str, places: list[Diagnostic], passages: Passages, room: int) -> Iterator[Cell]:
    """One code: its title and count, its places, and what to do."""
    row = diagnostics().get(code, {})
    yield (
        *ink(code, places[0].severity),
        *ink("  " + row.get("title", "a finding of another version of policydoc"), "bold"),
        *ink(f"  {len(places)}", "count"),
    )
    indent: Cell = (Piece(" " * INDENT),)
    rows = [Row(place(found, row.get("message", ""), passages)) for found in places]
    for line in table(PLACES, rows, room - INDENT):
        yield (*indent, *line)
    for advice in wrap(row.get("advice", ""), room - INDENT, most=6):
        yield (*indent, *ink(advice, "dim"))


def place(found: Diagnostic, message: str, passages: Passages) -> tuple[Cell, ...]:
    """Line, quote, and what the message says about this place and no other."""
    where = (
        "whole text"
        if found.span is None
        else f"character {found.span[0]}"
        if passages.content is None
        else f"line {passages.line(found.span[0])}"
    )
    said = detail(joined(found.message), message)
    quote = passages.quote(found.span, 80) if found.span is not None and found.span[1] > found.span[0] else ""
    quoted = quote and f"“{quote}”" not in said
    return ink(where), ink(f"«{quote}»" if quoted else ""), ink(said)


def detail(said: str, message: str) -> str:
    """The clause of a message from which on it differs from place to place; nothing where it does not.

    >>> detail("It was damaged; it was read as “（一）”.", "It was damaged; it was read as “{read}”.")
    'it was read as “（一）”.'
    >>> detail("No task was found.", "No task was found.")
    ''
    """
    if message and "{" not in message:
        return ""
    same = message.partition("{")[0]
    start = max(same.rfind("; "), same.rfind(": "), same.rfind(". ")) + 2
    return said[start:] if start > 1 and said.startswith(same) else said
