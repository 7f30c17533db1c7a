"""语句: one line of a part → its figures, targets, deadlines and goals, each in its task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policydoc.dates import date_spans, deadlines
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import heard, witness
from policydoc.targets import goals, statements
from policydoc.targets.clauses import Clauses
from policydoc.targets.entries import figure, findings, target
from policydoc.targets.timing import own
from policydoc.tasks import entries
from policydoc.tasks.declarations import declare
from policydoc.tasks.defaults import is_labelled, states_default, whole_plan, words_behind
from policydoc.tasks.expected import is_expected, period_above, remember, year_above
from policydoc.tasks.reports import in_report
from policydoc.tasks.stated import whole

if TYPE_CHECKING:
    from policydoc.dates import Deadline
    from policydoc.figures.quantity import Span
    from policydoc.layout import Line
    from policydoc.outline.nodes import Node
    from policydoc.targets import Statement
    from policydoc.tasks.amounts import Amount
    from policydoc.tasks.lists import Listed
    from policydoc.tasks.scope import Scope

Entry = dict[str, Any]
_ADDRESSED = pattern(r"请?各(?:[省市县区州旗盟镇乡地级]|有关|相关|责任|牵头|成员|部门|单位)")
_REPORTS = pattern(r"报送|上报|报告|备案|反馈|报[省市县区州]|报[^,。;]{0,12}(?:备案|办公室|委|局|厅)")
UNTOLD = ("unknown", "standard", "ordinal")
"""Kinds of numbers of which their own words say little."""
_ITEM = pattern(r"(?:\A|(?<=[|\t;。 ]))([(]?[1-9][0-9]?(?:[)]|[.、](?![0-9])))(?=[^|\t])")
"""The number of an item in a list inside a cell."""
_PAGE = pattern(r"[-·.~_|/,第页共()0-9 ]{1,20}")
"""The line of a page's number."""
_COPY = pattern(r"(?:份号|编号|№|[Nn][Oo]\.?)?:?0[0-9]{5,7}")
"""份号: the line of a copy's number."""
_YEARLY = pattern(r"每年|逐年|每年度|历年")
_BESIDE = 12


def read_line(scope: Scope, index: int, *, wanted: bool) -> None:
    """Everything that one line says; where it orders nothing (a letter, a rule, a review) its figures alone."""
    line = scope.lines[index]
    kind = scope.kind_at(line.at[0]) or in_report(scope, line)
    wanted = wanted and kind != "past"
    dates = date_spans(line.text)
    found, given = _statements(scope, index, dates, past=kind == "past", wanted=wanted and kind != "standing" and index not in scope.notes)
    timed = _deadlines(scope, index) if wanted else []
    clauses = Clauses.of(line.text)
    homes = {rank: scope.home(line.at[statement.quantity.start], "#") for rank, statement in enumerate(found) if statement.is_target}
    names = {rank: name for rank, (_, _, name) in homes.items()}
    if timed:
        remember(scope, scope.places.node_at(line.at[timed[0].start]), line, timed)
    for rank, statement in enumerate(found):
        if rank in homes:
            times = own(line.text, statement, timed, clauses, scope.item_start(index, statement.quantity.start))
            statement.reasons += heard()
            whole = names.get(statement.of) if statement.of is not None else None
            _target(scope, line, statement, homes[rank], whole, times, undated=not timed)
            if rank in given:
                _complete(scope, given[rank])
        if statement.kind == "declared_count":
            declare(scope, index, statement, clauses)
        scope.reading.figures.append(figure(scope.content, line, statement, names.get(rank)))
        witness("number", (line, statement), reasons=statement.reasons)
    scope.reading.diagnostics += findings(line, found)
    setting = _setting(line, timed, clauses) if timed and kind != "support" else frozenset()
    for deadline in timed:
        _deadline(scope, index, deadline, sets_all=deadline.start in setting)
    if wanted:
        _goals(scope, index, dates)


def _complete(scope: Scope, amount: Amount) -> None:
    """The last target with what its column says."""
    from policydoc.tasks.valued import complete  # most notices have no table

    complete(scope.targets[-1], amount, scope.content, scope.lines)


def _statements(scope: Scope, index: int, dates: Sequence[Span], *, past: bool, wanted: bool) -> tuple[list[Statement], dict[int, Amount]]:
    """The numbers of a line; in cells that order nothing they are what their column says."""
    line, row = scope.lines[index], scope.rows.get(index)
    skip = [node.section.label for node in scope.heads.get(index, ()) if node.section.label]
    if row is not None and row.order.label is not None:
        skip.append(row.order.label[1:])
    if line.role == "table":
        skip += [match.span(1) for match in _ITEM.finditer(line.text)]
    found = statements(line.text, line.written(scope.content), dates=dates, skip=skip, past=past, wanted=wanted, year=scope.first_year)
    for statement in found if scope.unread else ():
        if scope.doubts(line.span(statement.quantity.start, statement.quantity.end)):
            statement.turn("unknown", "damaged")
            statement.of = None
    if line.role == "furniture" and _PAGE.fullmatch(line.text):
        for statement in found:
            statement.turn("ordinal", "page_number")
    if _COPY.fullmatch(line.text):
        for statement in found:
            statement.turn("reference", "copy_number")
    if row is not None:
        for statement in found:
            silent = row.silent(index, statement.quantity.start)
            if silent is not None and (statement.is_target or (statement.kind in UNTOLD and silent != "unknown")):
                statement.turn(silent, "silent_cell")
                statement.of = None
        _steps(row, index, found)
    if not wanted or index not in scope.amounts:
        return found, {}
    from policydoc.tasks.valued import settle

    return found, settle(line.text, found, scope.amounts[index])


def _steps(row: Listed, index: int, found: Sequence[Statement]) -> None:
    """What the cells of a schedule count (一季度: 开工3个) are steps towards the row's own amount in that unit."""
    goals: dict[str | None, int] = {}
    for rank, statement in enumerate(found):
        role = row.role(index, statement.quantity.start)
        if statement.kind != "target":
            continue
        if role in ("item", "content"):
            goals.setdefault(statement.quantity.unit_name, rank)
        elif role == "schedule" and statement.quantity.unit_name in goals:
            statement.turn("milestone", "cell_schedule")
            statement.of = goals[statement.quantity.unit_name]


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
    scope: Scope,
    line: Line,
    statement: Statement,
    home: tuple[Node | None, Entry | None, str],
    of: str | None,
    times: Sequence[Deadline],
    *,
    undated: bool,
) -> None:
    node, task, name = home
    entry = target(scope.content, line, statement, name, of)
    entry["task"] = task["id"] if task else None
    entry["section"] = node.id if node else None
    entry["part"] = scope.name
    entry["deadlines"] = [entries.deadline(scope.content, line, found) for found in times]
    if not times and node is not None:
        expected = is_expected(line.text, statement.quantity.start)
        entry["deadlines"] = year_above(scope, node) if expected else period_above(scope, node) if undated else []
    scope.targets.append(entry)
    if task:
        task["targets"].append(name)


def _setting(line: Line, timed: Sequence[Deadline], clauses: Clauses) -> frozenset[int]:
    """Where the deadlines start that speak of the work as a whole."""
    sentences: dict[tuple[int, int], list[Deadline]] = {}
    for found in timed:
        sentences.setdefault(clauses.sentence(found.start), []).append(found)
    return frozenset(
        found.start
        for (_, end), same in sentences.items()
        for found in whole_plan(same)
        if found.last and (states_default(words_behind(line.text, found, end)) or is_labelled(line.text, found))
    )


def _deadline(scope: Scope, index: int, found: Deadline, *, sets_all: bool) -> None:
    """A deadline of the task where it stands; above or behind the tasks one for all of them, where it speaks of them all."""
    line = scope.lines[index]
    span = line.span(found.start, found.end)
    if scope.doubts((span[0], span[1] + 1)):
        return  # a date beside digits that nobody is sure of
    if found.note:
        scope.reading.diagnostics.append(diagnostic("E002", span, date=found.last) if found.note == "E002" else diagnostic("E003", span))
    yearly = _YEARLY.search(line.text, max(0, found.start - _BESIDE), found.start)
    if found.kind == "by" and found.last and scope.issued_on and found.last < scope.issued_on and yearly is None:
        scope.reading.diagnostics.append(diagnostic("E001", span, deadline=found.last, issued_on=scope.issued_on))
    above = whole(line, found.start, index, scope.places)
    task = scope.places.tasks.get(above.id) if above else scope.places.task_at(span[0])
    entry = entries.deadline(scope.content, line, found)
    if task is not None:
        if not _closes(scope, index, task, found):
            task["deadlines"].append(entry)
    elif sets_all or above is not None:
        scope.stated_deadlines.append((entry, above or scope.places.node_at(span[0])))


def _closes(scope: Scope, index: int, task: Entry, found: Deadline) -> bool:
    """Whether a deadline stands in the last words of a part, which tell everybody when to report: 各地要于1月15日前报省政府备案."""
    line = scope.lines[index]
    last = scope.tree[-1] if scope.tree else None
    if last is None or task["id"] != last.id or last.parent is None or last.section.line == index:
        return False
    return _ADDRESSED.match(line.text) is not None and _REPORTS.search(line.text, found.end, found.end + 40) is not None


def _goals(scope: Scope, index: int, dates: Sequence[Span]) -> None:
    """The goals of a line outside of its headings and of cells that order nothing."""
    line, row = scope.lines[index], scope.rows.get(index)
    titles = [(node.section.start, node.section.heading_end) for node in scope.heads.get(index, ()) if node.title]
    for goal in goals(line.text, dates=dates, year=scope.first_year):
        titled = any(start <= goal.start < end for start, end in titles)
        if titled or (row is not None and row.silent(index, goal.start) is not None):
            continue
        node, task, name = scope.home(line.at[goal.start], "!")
        entry = entries.goal(scope.content, line, goal, name, task["id"] if task else None, node.id if node else None)
        scope.reading.goals.append(entry)
        if task:
            task["goals"].append(name)
