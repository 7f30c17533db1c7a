"""列值为目标: the numbers of a line that its table makes targets, with unit, object, baseline and year from other cells."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.rules.units import scaled_unit
from policydoc.rules.verbs import verb_at
from policydoc.targets.reading import Reading
from policydoc.targets.statement import Baseline

if TYPE_CHECKING:
    from policydoc.figures.quantity import Quantity
    from policydoc.layout import Line
    from policydoc.targets import Statement
    from policydoc.tasks.amounts import Amount
    from policydoc.tasks.rows import Place

Entry = dict[str, Any]


def settle(text: str, statements: Sequence[Statement], given: Sequence[Amount]) -> dict[int, Amount]:
    """Make the numbers of given cells targets, and tell which of the statements they are."""
    found: dict[int, Amount] = {}
    for amount in given:
        rank = _rank(statements, amount.cell)
        if rank is None or rank in found or not statements[rank].quantity.read:
            continue
        statement = statements[rank]
        line, start, end = amount.of
        own = line == amount.cell[0]
        statement.turn(amount.kind, "column")
        statement.of = None
        statement.quantity = measured(statement.quantity, amount.unit)
        verb = verb_at(text, start, end) if own and amount.deed else None
        begin = start + len(verb.form) if verb is not None and len(verb.form) + 1 < end - start else start
        statement.reading = Reading((start, begin) if begin > start else None, (begin, end) if own else None, amount.change)
        statement.start, statement.end = amount.cell[1:]
        statement.binding = amount.binding
        base = _rank(statements, amount.base) if amount.base is not None else None
        if base is not None and amount.base is not None and statements[base].quantity.read:
            statements[base].turn("baseline", "base_column")
            statement.baseline = Baseline(measured(statements[base].quantity, amount.unit), amount.base[1:], None)
        found[rank] = amount
    goals = {amount.of: rank for rank, amount in found.items() if amount.kind == "target"}
    for rank, amount in found.items():
        if amount.kind == "milestone":
            statements[rank].of = goals.get(amount.of)
    return found


def _rank(statements: Sequence[Statement], cell: Place) -> int | None:
    _, start, end = cell
    return next((rank for rank, found in enumerate(statements) if start <= found.quantity.start < end), None)


def measured(quantity: Quantity, words: str) -> Quantity:
    """The quantity in a unit that stands elsewhere, unless it has one of its own: 12000 under 万元 is 120000000 元.

    >>> from policydoc.figures.quantities import quantities
    >>> found = measured(quantities("12000")[0], "万元")
    >>> str(found.value), found.unit_name
    ('120000000', '元')
    """
    scaled = scaled_unit(words) if words and quantity.unit is None and not quantity.unknown_unit else None
    if scaled is None:
        return quantity
    scale, unit = scaled
    value, low, high = (None if each is None else each * scale for each in (quantity.value, quantity.low, quantity.high))
    return quantity._replace(value=value, low=low, high=high, unit=unit)


def complete(entry: Entry, amount: Amount, content: str, lines: Sequence[Line]) -> None:
    """Give a target what stands in the title of its column: its object, its year, the year of its baseline."""
    line, start, end = amount.of
    if entry["object"] is None and start < end:
        entry["object_span"] = span = lines[line].span(start, end)
        entry["object"] = content[slice(*span)]
    if entry["baseline"] is not None and amount.base_title is not None:
        line, start, end = amount.base_title
        entry["baseline"]["period"] = content[slice(*lines[line].span(start, end))]
    if amount.title is not None and amount.year is not None:
        line, start, end = amount.title
        place = lines[line].text.find(str(amount.year), start, end)
        stop = place + 5 if lines[line].text.startswith("年", place + 4) else place + 4
        if place >= 0:
            span = lines[line].span(place, stop)
            entry["deadlines"] = (
                [*entry["deadlines"], _year(content[slice(*span)], span, amount.year)] if not entry["deadlines"] else entry["deadlines"]
            )


def _year(text: str, span: tuple[int, int], year: int) -> Entry:
    last = datetime.date(year, 12, 31)
    return {
        "text": text,
        "span": span,
        "kind": "by",
        "start": None,
        "date": last,
        "precision": "year",
        "stage": None,
        "inherited_from": None,
    }
