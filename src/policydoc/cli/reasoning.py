"""The reasons of the rules as lines for people: step, plain sentence, id of the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from policydoc.cli.passage import joined
from policydoc.cli.wording import number
from policydoc.rules.reasons import Reason, reasons
from policydoc.rules.table import forms, table

if TYPE_CHECKING:
    from policydoc.cli.whereabouts import Found
    from policydoc.layout import Line
    from policydoc.model import Deadline, Section, Target
    from policydoc.rules.reasons import Account
    from policydoc.targets import Statement

_TABLES = {"comparator": "comparators", "word_before": "figure_kinds", "word_behind": "figure_kinds"}
"""Rules that look words up, and their tables."""


class Step(NamedTuple):
    """One line of the reasoning."""

    name: str
    words: str
    rule: str = ""


def of_number(content: str, line: Line, statement: Statement) -> Iterator[Step]:
    """How a number was read and what the rules made of it, in the order in which they decided."""

    def quoted(span: tuple[int, int]) -> str:
        return "".join(content[place] for place in line.at[slice(*span)])

    quantity = statement.quantity
    words = quoted((quantity.start, quantity.end))
    if quantity.dated:
        yield Step("figure", f"“{words}” is a date.")
    elif not quantity.read:
        yield Step("figure", f"“{words}” was not read: {quantity.problem or 'no amount'}.")
    else:
        known = [each for each in (quantity.value, quantity.low, quantity.high) if each is not None]
        unit = quantity.unit
        source = f"{unit.canonical} (units: {unit.id}, {unit.dimension or 'no dimension'})" if unit else quantity.unknown_unit or "none"
        yield Step("figure", f"“{words}”: amount {' to '.join(map(number, known))}, unit {source}.")
    for reason in statement.reasons:
        yield sentence(reason, quoted)
    yield from read_as(statement, quoted)


def sentence(reason: Reason, quoted: object) -> Step:
    """A reason as its table says it; `quoted` gives the words of a span."""
    row = reasons()[reason.rule]
    words = quoted(reason.words) if callable(quoted) and reason.words is not None else ""
    said = row["sentence"].replace("{row}", looked_up(reason.rule, words)).replace("{words}", words)
    return Step(row["step"], said, reason.rule)


def looked_up(rule: str, words: str) -> str:
    """The row of the table in which a rule has found its words.

    >>> looked_up("comparator", "不少于"), looked_up("word_before", "电话")
    ('comparators: not_below', 'figure_kinds: contact_before')
    """
    from policydoc.text.fold import fold

    name, form = _TABLES.get(rule, ""), fold(words)
    row = next((row["id"] for row in table(name) if form in forms(row)), "") if name else ""
    return f"{name}: {row}" if row else name


def read_as(statement: Statement, quoted: object) -> Iterator[Step]:
    """Verb, object and what else a target keeps of its words."""
    if not statement.is_target or not callable(quoted):
        return
    reading, base = statement.reading, statement.baseline
    if reading is not None and reading.action is not None:
        verb = f" (verbs: {reading.verb.group})" if reading.verb is not None else ""
        yield Step("verb", f"{quoted(reading.action)}{verb}, change {reading.change}.")
    elif reading is not None:
        yield Step("verb", f"none of its own, change {reading.change}.")
    if reading is not None and reading.object is not None:
        start = statement.quantity.start
        side = "behind the number" if reading.object[0] >= start else "before the number"
        yield Step("object", f"{quoted(reading.object)}, {side}.")
    if statement.per is not None:
        yield Step("per", f"{quoted(statement.per)}: so much for each.")
    if base is not None:
        yield Step("baseline", f"{quoted(base.words)}.")
    for name, value in (("commitment", statement.commitment), ("binding", statement.binding)):
        if value:
            yield Step(name, f"{value}.")


def of_deadlines(deadlines: Sequence[Deadline]) -> Iterator[Step]:
    """Each deadline, its day, and the section that states it where it is inherited."""
    for found in deadlines:
        day = f" = {found.date}" if found.date else ""
        source = f"inherited from {found.inherited_from}" if found.inherited_from else "stated there"
        yield Step("deadline", f"{joined(found.text)}{day}, {source}.")


def of_target(target: Target) -> Iterator[Step]:
    """Where a target belongs, and its deadlines."""
    if target.of:
        yield Step("belongs", f"to {target.of}.")
    home = f"task {target.task}" if target.task else "no task"
    yield Step("place", f"{home}, section {target.section or 'none'}, part {target.part}.")
    yield from of_deadlines(target.deadlines)


def of_section(account: Account, found: Found) -> Iterator[Step]:
    """How a section is numbered, and why it is a task or not."""
    task, section = found.task, found.section
    if section is not None:
        yield from of_heading(account, section)
    if task is not None or section is not None:
        name = task.id if task is not None else section.id if section is not None else ""
        for about, thing, told in account.kept:
            if about == "section" and getattr(thing, "id", thing) == name:
                for reason in told:
                    yield sentence(reason, None)
    if task is not None:
        for duty in task.responsibilities:
            source = f"inherited from {duty.inherited_from}" if duty.inherited_from else "stated there"
            yield Step("duty", f"{duty.role} {joined('、'.join(duty.units))}, {source}.")
        yield from of_deadlines(task.deadlines)


def of_heading(account: Account, section: Section) -> Iterator[Step]:
    """Label, family, ordinal and level of a section."""
    nodes = (thing for about, thing, _ in account.kept if about == "section" and not isinstance(thing, str))
    family = next((f" (family {node.section.family})" for node in nodes if node.id == section.id), "")
    if section.ordinal is None:
        yield Step("number", "none: its words alone make it a heading.")
    else:
        yield Step("number", f"{joined(section.label or '')}{family}: {section.ordinal}, {section.ordinal_source}.")
    above = section.id.rpartition(".")[0]
    yield Step("level", f"{section.level}" + (f", below {above}." if above else ", the highest of its part."))


def of_part(account: Account, part: str) -> Iterator[Step]:
    """Whether a part orders work."""
    for about, thing, told in account.kept:
        if about == "part" and thing == part:
            for reason in told:
                yield sentence(reason, None)
