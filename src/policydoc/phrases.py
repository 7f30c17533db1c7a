"""语句: targets and deadlines of a text that is no whole notice: a sentence, a cell of a table, a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydoc import layout
from policydoc.dates import date_spans, deadlines
from policydoc.model import Deadline, Target
from policydoc.rules.patterns import pattern
from policydoc.source import refuse_halves
from policydoc.targets import statements
from policydoc.targets.clauses import Clauses
from policydoc.targets.entries import target
from policydoc.targets.timing import own
from policydoc.tasks import entries

if TYPE_CHECKING:
    from policydoc.layout import Line


_LABEL = pattern(r"(?<=[;。:])(?:[0-9]{1,2}[.、]|[(][0-9]{1,2}[)])(?=[一-鿿])")


def find_targets(text: str, year: int | None = None) -> list[Target]:
    """目标: the numeric targets of a text with the deadlines stated beside them, in reading order; `year` is the plan's.

    >>> [(found.action, found.object, found.value, found.unit) for found in find_targets("新建公厕12座，改造5座。")]
    [('新建', '公厕', Decimal('12'), '座'), ('改造', '公厕', Decimal('5'), '座')]
    >>> found = find_targets("2024年底前，森林覆盖率由41%提高到42%以上。", 2024)[0]
    >>> found.comparator, found.change, found.baseline.value, str(found.deadlines[0].date)
    ('ge', 'rise_to', Decimal('41'), '2024-12-31')
    """
    refuse_halves(text, "the text")
    found: list[Target] = []
    for line in layout.lines(text):
        if line.text:
            found += _targets(text, line, year, len(found))
    return found


def _targets(text: str, line: Line, year: int | None, known: int) -> Iterator[Target]:
    """The targets of one line; their ids count on from those `known`."""
    stated = statements(line.text, line.written(text), dates=date_spans(line.text), skip=_labels(line.text), year=year)
    ranks = [rank for rank, statement in enumerate(stated) if statement.is_target]
    if not ranks:
        return
    names = {rank: f"#{number}" for number, rank in enumerate(ranks, known + 1)}
    timed = deadlines(line.text, year)
    clauses = Clauses.of(line.text) if timed else None
    for rank in ranks:
        statement = stated[rank]
        entry = target(text, line, statement, names[rank], names.get(statement.of) if statement.of is not None else None)
        if clauses is not None:
            entry["deadlines"] = [entries.deadline(text, line, due) for due in own(line.text, statement, timed, clauses)]
        yield Target.model_validate(entry)


def _labels(text: str) -> list[tuple[int, int]]:
    """Numbers of items inside a line: ;2.改造公园3个."""
    return [match.span() for match in _LABEL.finditer(text)]


def find_deadlines(text: str, year: int | None = None) -> list[Deadline]:
    """完成时限: the deadlines of a text in reading order, resolved against the plan's year.

    >>> [(found.text, str(found.date), found.stage) for found in find_deadlines("9月底前基本完成，12月底前全部完成。", 2024)]
    [('9月底前', '2024-09-30', '基本完成'), ('12月底前', '2024-12-31', '全部完成')]
    """
    refuse_halves(text, "the text")
    return [
        Deadline.model_validate(entries.deadline(text, line, due))
        for line in layout.lines(text)
        if line.text
        for due in deadlines(line.text, year)
    ]
