"""目标条目: the statements of a line as the contract's targets and figures, quoted from the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from policydoc.layout import Line
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.units import in_base
from policydoc.targets.claims import persons
from policydoc.targets.statement import Statement

Entry = dict[str, Any]


def target(content: str, line: Line, statement: Statement, name: str, of: str | None) -> Entry:
    """The entry of one statement; place and deadlines are filled in by whoever knows the sections."""
    quantity, reading = statement.quantity, statement.reading
    span = line.span(statement.start, statement.end)
    written = line.span(quantity.start, quantity.end)
    action = line.span(*reading.action) if reading and reading.action else None
    what = line.span(*reading.object) if reading and reading.object else None
    unit_text = content[slice(*line.span(quantity.unit_start, quantity.end))] if quantity.unit_start < quantity.end else None
    base = in_base(quantity.value, quantity.unit)
    return {
        "id": name,
        "task": None,
        "section": None,
        "part": None,
        "kind": statement.kind,
        "of": of,
        "text": content[slice(*span)],
        "span": span,
        "quantity": {"text": content[slice(*written)], "span": written},
        "action": _words(content, line, reading.action if reading else None),
        "action_span": action,
        "object": _words(content, line, reading.object if reading else None),
        "object_span": what,
        "comparator": quantity.comparator,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit_name,
        "unit_text": unit_text,
        "dimension": _dimension(line, statement),
        "base_value": base,
        "base_unit": quantity.unit.base if base is not None and quantity.unit is not None else None,
        "change": reading.change if reading else "output",
        "per": content[slice(*line.span(*statement.per))] if statement.per else None,
        "baseline": _baseline(content, line, statement),
        "commitment": statement.commitment,
        "binding": statement.binding,
        "deadlines": (),
    }


def _words(content: str, line: Line, span: tuple[int, int] | None) -> str | None:
    """Verb or object as the content writes it, without what the line leaves out of it: a line end, a page number, a blank between Han."""
    if span is None:
        return None
    if isinstance(line.at, range):
        return content[slice(*line.span(*span))]
    first = line.at[span[0]]
    written: list[str] = []
    for offset in range(*span):
        place = line.at[offset]
        if line.text[offset] == " ":
            written.append(" ")
        elif place > first or offset == span[0]:  # what the layout puts between two cells has the place of a neighbour
            written.append(content[place])
        first = max(first, place)
    return "".join(written)


def _dimension(line: Line, statement: Statement) -> str | None:
    """The unit's dimension; a person counted in 个 is a person."""
    quantity, reading = statement.quantity, statement.reading
    if quantity.unit is not None and quantity.unit.canonical in ("个", "名") and reading is not None and reading.object is not None:
        words = line.text[slice(*reading.object)].rstrip("”等")
        if persons().before(words, 0, len(words)) is not None:
            return "person"
    return quantity.dimension


def _baseline(content: str, line: Line, statement: Statement) -> Entry | None:
    if statement.baseline is None:
        return None
    quantity, period = statement.baseline.quantity, statement.baseline.period
    span = line.span(*statement.baseline.words)
    return {
        "value": quantity.value if quantity else None,
        "unit": quantity.unit_name if quantity else None,
        "period": content[slice(*line.span(*period))] if period else None,
        "text": content[slice(*span)],
        "span": span,
    }


def figure(content: str, line: Line, statement: Statement, name: str | None) -> Entry:
    """The figure of one number."""
    span = line.span(statement.quantity.start, statement.quantity.end)
    return {"text": content[slice(*span)], "span": span, "kind": statement.kind, "target": name}


def findings(line: Line, statements: Sequence[Statement]) -> Iterator[Entry]:
    """What a clerk should look at in the numbers of one line."""
    for statement in statements:
        quantity = statement.quantity
        span = line.span(quantity.start, quantity.end)
        if quantity.problem and statement.kind not in ("date", "reference", "contact", "name", "ordinal"):
            yield diagnostic("N002", span, reason=quantity.problem)
        if _is_torn(line.text, statement):
            yield diagnostic("N007", span, reading="it was read as two numbers")
        if statement.is_target and quantity.unknown_unit:
            yield diagnostic("N003", span, unit=quantity.unknown_unit)
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            yield diagnostic("N006", span, low=quantity.low, high=quantity.high)
        if statement.kind == "unknown" and quantity.unit is not None and not quantity.problem:
            yield diagnostic("N008", span)
        if "N005" in statement.notes:
            yield diagnostic("N005", span, objects=statement.counts[0], values=statement.counts[1])


def _is_torn(text: str, statement: Statement) -> bool:
    """12,34人: digits, a comma and digits that are no groups of three."""
    end = statement.quantity.end
    if statement.quantity.unit is not None or statement.kind not in ("unknown", "target") or text[end : end + 1] != ",":
        return False
    return text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit()
