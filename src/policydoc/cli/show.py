"""`policydoc show`: a notice or its plan, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.cli.passage import Passages
    from policydoc.model import Plan

VIEWS = ("header", "outline", "tasks", "targets", "problems")
"""In the order in which they are printed."""


def run(arguments: argparse.Namespace) -> int:
    """Read, print the views that were asked for, answer."""
    from policydoc.cli import DONE, NO, USAGE
    from policydoc.cli.output import say, write
    from policydoc.cli.parse import overwrites
    from policydoc.cli.plan_file import read_plan

    path: str = arguments.file
    views = [view for view in VIEWS if view in (arguments.views or ())]
    if arguments.csv and views not in ([], ["targets"]):
        say("policydoc: --csv writes the targets alone: leave the other views out")
        return USAGE
    if overwrites(arguments.output, path):
        say(f"policydoc: -o {arguments.output} would overwrite {path}: name another file")
        return USAGE
    plan = read_plan(path, arguments.encoding)
    if arguments.csv:
        from policydoc.cli.sheet import sheet

        answer = sheet(plan)
    else:
        from policydoc.cli.terminal import columns, wants_colour

        file = arguments.output != "-"
        answer = shown_plan(plan, views, columns(file=file), colour=wants_colour(arguments.colour, file=file))
    write(answer, arguments.output)
    wrong = any(found.severity == "error" for found in plan.diagnostics)
    return NO if arguments.strict and wrong else DONE


def shown_plan(plan: Plan, views: list[str], room: int, *, colour: bool) -> bytes:
    """The views as the bytes of a terminal; without a view the header, the outline and a line of counts."""
    from policydoc.cli.cell import written
    from policydoc.cli.passage import Passages

    passages = Passages(plan)
    lines: list[str] = []
    for view in views or ["header", "outline", "totals"]:
        if lines:
            lines.append("")
        titled = bool(views) and "header" not in views
        lines += (written(cell, room, colour=colour) for cell in view_of(view, plan, passages, room, titled=titled))
    return "".join(line + "\n" for line in lines).encode()


def view_of(view: str, plan: Plan, passages: Passages, room: int, *, titled: bool) -> Iterator[Cell]:
    """The lines of one view; each is loaded when it is asked for."""
    if view == "header":
        from policydoc.cli.heading import heading

        return heading(plan.header, room)
    if view == "outline":
        from policydoc.cli.tree import outline

        return outline(plan, passages, room, titled=titled)
    if view == "totals":
        return totals(plan, room)
    if view == "problems":
        from policydoc.cli.problems import problems

        return problems(plan, passages, room)
    from policydoc.cli import listing

    return listing.tasks(plan, passages, room) if view == "tasks" else listing.targets(plan, passages, room)


def totals(plan: Plan, room: int) -> Iterator[Cell]:
    """How many of everything, and how many findings of each severity; a second line where one is too short."""
    from policydoc.cli.cell import cell_width, ink
    from policydoc.cli.problems import SEVERITIES, counted
    from policydoc.cli.tree import below

    sections = sum(1 for part in plan.parts for _ in below(part.sections))
    numbers = (
        (len(plan.parts), "part"),
        (sections, "section"),
        (len(plan.tasks), "task"),
        (len(plan.targets), "target"),
        (len(plan.goals), "goal"),
        (len(plan.figures), "figure"),
    )
    items = [(*ink(str(count), "count"), *ink(f" {name}" + ("s" if count != 1 else ""))) for count, name in numbers]
    severities = [found.severity for found in plan.diagnostics]
    items += [ink(counted(severities.count(name), name), name) for name in SEVERITIES if name in severities]
    items.append(ink("--problems shows them" if severities else "no problems", "dim"))
    line: Cell = ()
    for item in items:
        if line and cell_width(line) + 3 + cell_width(item) > room:
            yield line
            line = ()
        line = (*line, *(ink(" · ", "dim") if line else ()), *item)
    yield line
