"""语句: one line of a part → its figures, targets, deadlines and goals, each in its task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.dates import date_spans, deadlines
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.targets import goals, statements
from policydoc.targets.clauses import Clauses
from policydoc.targets.entries import figure, findings, target
from policydoc.targets.timing import own
from policydoc.tasks import entries
from policydoc.tasks.defaults import states_default, whole_plan, words_behind

if TYPE_CHECKING:
    from policydoc.dates import Deadline
    from policydoc.layout import Line
    from policydoc.outline.nodes import Node
    from policydoc.targets import Statement
    from policydoc.tasks.scope import Scope

Entry = dict[str, Any]
_DONE = pattern(r"已|完成了|办结|去年|上年|以来|累计")
_YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)")


def read_line(scope: Scope, index: int, *, wanted: bool) -> None:
    """Everything that one line says; where it orders nothing (a letter, a rule, a review) its figures alone."""
    line = scope.lines[index]
    kind = scope.kind_at(line.at[0])
    wanted = wanted and kind != "past"
    found = _statements(scope, index, past=kind == "past", wanted=wanted)
    timed = _deadlines(scope, index) if wanted else []
    clauses = Clauses.of(line.text)
    homes = {rank: scope.home(line.at[statement.quantity.start], "#") for rank, statement in enumerate(found) if statement.is_target}
    names = {rank: name for rank, (_, _, name) in homes.items()}
    for rank, statement in enumerate(found):
        if rank in homes:
            times = own(line.text, statement, timed, clauses, scope.item_start(index, statement.quantity.start))
            _target(scope, line, statement, homes[rank], names.get(statement.of) if statement.of is not None else None, times)
        _declared(scope, index, statement, clauses)
        scope.reading.figures.append(figure(scope.content, line, statement, names.get(rank)))
    scope.reading.diagnostics += findings(line, found)
    setting = _setting(line, timed, clauses) if timed and kind != "support" else frozenset()
    for deadline in timed:
        _deadline(scope, line, deadline, sets_all=deadline.start in setting)
    if wanted:
        _goals(scope, index)


def _statements(scope: Scope, index: int, *, past: bool, wanted: bool) -> list[Statement]:
    """The numbers of a line; in cells that order nothing they are what their column says."""
    line, row = scope.lines[index], scope.rows.get(index)
    skip = [node.section.label for node in scope.heads.get(index, ()) if node.section.label]
    if row is not None and row.order.label is not None:
        skip.append(row.order.label[1:])
    written = "".join(map(scope.content.__getitem__, line.at)) if len(line.at) == len(line.text) else None
    found = statements(line.text, written, dates=date_spans(line.text), skip=skip, past=past, wanted=wanted, year=scope.first_year)
    for statement in found if scope.unread else ():
        start, end = line.span(statement.quantity.start, statement.quantity.end)
        if any(start < last and first < end for first, last in scope.unread):
            statement.kind, statement.of = "unknown", None
    if row is not None:
        for statement in found:
            silent = row.silent(index, statement.quantity.start)
            if silent is not None and statement.is_target:
                statement.kind, statement.of = silent, None
    return found


def _deadlines(scope: Scope, index: int) -> list[Deadline]:
    """The deadlines of a line. What recurs (每年12月底前报告) has many days in a plan, and therefore no date."""
    line, row = scope.lines[index], scope.rows.get(index)
    found = deadlines(line.text, scope.year, scope.issued_on)
    found = [due._replace(last=None) if due.kind == "recurring" else due for due in found]
    if row is None:
        return found
    from policydoc.tasks.rows import cell_deadlines  # a row of a table: its room is loaded already

    told = [due for due in found if any(where == index and start <= due.start < end for where, start, end in row.order.reads)]
    times = [cell for cell in row.order.times if cell[0] == index]
    return sorted(
        [*told, *(due for cell in times for due in cell_deadlines(scope.lines, cell, scope.year, scope.issued_on))],
        key=lambda due: due.start,
    )


def _target(
    scope: Scope, line: Line, statement: Statement, home: tuple[Node | None, Entry | None, str], of: str | None, times: Sequence[Deadline]
) -> None:
    node, task, name = home
    entry = target(scope.content, line, statement, name, of)
    entry["task"] = task["id"] if task else None
    entry["section"] = node.id if node else None
    entry["part"] = scope.name
    entry["deadlines"] = [entries.deadline(scope.content, line, found) for found in times]
    scope.targets.append(entry)
    if task:
        task["targets"].append(name)


def _declared(scope: Scope, index: int, statement: Statement, clauses: Clauses) -> None:
    """How many tasks the document says it has, in the words before the first of them or in a heading; last year's count is none."""
    quantity, line = statement.quantity, scope.lines[index]
    if statement.kind != "declared_count" or quantity.value is None or quantity.unit_name not in ("项", "件"):
        return
    span = line.span(quantity.start, quantity.end)
    words = line.text[slice(*clauses.sentence(quantity.start))]
    years = [int(year) for year in _YEAR.findall(words)]
    past = _DONE.search(words) is not None or (scope.first_year is not None and any(year < scope.first_year for year in years))
    if scope.places.task_at(span[0]) is None and not past:
        heading = next((node for node in scope.heads.get(index, ()) if quantity.start < node.section.heading_end), None)
        scope.reading.declared.append((int(quantity.value), span, heading))


def _setting(line: Line, timed: Sequence[Deadline], clauses: Clauses) -> frozenset[int]:
    """Where the deadlines start that speak of the work as a whole."""
    sentences: dict[tuple[int, int], list[Deadline]] = {}
    for found in timed:
        sentences.setdefault(clauses.sentence(found.start), []).append(found)
    return frozenset(
        found.start
        for (_, end), same in sentences.items()
        for found in whole_plan(same)
        if found.last and states_default(words_behind(line.text, found, end))
    )


def _deadline(scope: Scope, line: Line, found: Deadline, *, sets_all: bool) -> None:
    """A deadline of the task where it stands; above the tasks one for all of them, where it speaks of them all."""
    span = line.span(found.start, found.end)
    if found.note:
        scope.reading.diagnostics.append(diagnostic("E002", span, date=found.last) if found.note == "E002" else diagnostic("E003", span))
    if found.kind == "by" and found.last and scope.issued_on and found.last < scope.issued_on:
        scope.reading.diagnostics.append(diagnostic("E001", span, deadline=found.last, issued_on=scope.issued_on))
    task = scope.places.task_at(span[0])
    entry = entries.deadline(scope.content, line, found)
    if task is not None:
        task["deadlines"].append(entry)
    elif sets_all:
        scope.stated_deadlines.append((entry, scope.places.node_at(span[0])))


def _goals(scope: Scope, index: int) -> None:
    """The goals of a line outside of its headings and of cells that order nothing."""
    line, row = scope.lines[index], scope.rows.get(index)
    titles = [(node.section.start, node.section.heading_end) for node in scope.heads.get(index, ()) if node.title]
    for goal in goals(line.text, dates=date_spans(line.text), year=scope.first_year):
        titled = any(start <= goal.start < end for start, end in titles)
        if titled or (row is not None and row.silent(index, goal.start) is not None):
            continue
        node, task, name = scope.home(line.at[goal.start], "!")
        entry = entries.goal(scope.content, line, goal, name, task["id"] if task else None, node.id if node else None)
        scope.reading.goals.append(entry)
        if task:
            task["goals"].append(name)
