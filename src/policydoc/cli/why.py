"""`policydoc why`: which rules made a number a target or not, a section a task or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from policydoc.cli.reasoning import Step
    from policydoc.cli.whereabouts import Found
    from policydoc.layout import Line
    from policydoc.model import Plan
    from policydoc.rules.reasons import Account
    from policydoc.targets import Statement

HOW = """\
policydoc why: name a place with --at:
  --at 345          an offset into text.content
  --at 12:8         line and column of the text, from 1
  --at p1/1.2#1     a target; a goal (p1/1.2!1), a task or a section (p1/1.2), a part (p1)
`policydoc show FILE --targets` lists the targets, `policydoc parse FILE` has the offsets of all numbers under "figures"."""
_STEP = 11


def run(arguments: argparse.Namespace) -> int:
    """Parse with an ear for the rules, find the place, tell."""
    from policydoc.cli import DONE, USAGE
    from policydoc.cli.output import say, write
    from policydoc.cli.terminal import columns

    if arguments.at is None:
        for line in HOW.splitlines():
            say(line)
        return USAGE
    from policydoc.cli.parse import read
    from policydoc.cli.whereabouts import find
    from policydoc.rules.reasons import listening

    with listening() as account:
        plan = read(arguments.file)
    if '"schema_version"' in (plan.text.content or "")[:200]:
        say("policydoc: why reads the notice itself, not the plan of it: a plan does not say which rules made it")
        return USAGE
    found = find(plan, arguments.at)
    if isinstance(found, str):
        say(f"policydoc: {found}")
        return USAGE
    write("".join(line + "\n" for line in answer(plan, account, found, columns())).encode("utf-8", "replace"))
    return DONE


def answer(plan: Plan, account: Account, found: Found, room: int) -> Iterator[str]:
    """The lines of the answer: what it is, its words with carets, the steps."""
    from policydoc.cli import reasoning

    content = plan.text.content or ""
    steps: list[Step] = []
    if found.figure is not None or found.target is not None:
        span = found.figure.span if found.figure is not None else found.target.quantity.span if found.target is not None else (0, 0)
        kind = found.target.kind if found.target is not None else found.figure.kind if found.figure is not None else ""
        yield titled(plan, found.target.id if found.target is not None else "number", kind, span, room)
        told = number_at(account, span)
        if told is not None:
            line, statement = told
            yield from sentence(content, line, statement, room)
            steps += reasoning.of_number(content, line, statement)
        if found.target is not None:
            steps += reasoning.of_target(found.target)
    elif found.goal is not None:
        yield titled(plan, found.goal.id, f"goal, {found.goal.kind}", found.goal.span, room)
        yield from marked(content, found.goal.span, room)
        steps.append(
            reasoning.Step("goal", "A commitment without a number, in words of the table goals, in no report and no title.", "goals")
        )
    elif found.task is not None or found.section is not None:
        item = found.task or found.section
        if item is not None:
            yield titled(plan, item.id, "task" if found.task is not None else "section, no task", item.span, room)
            yield from marked(content, (item.span[0], min(item.span[1], item.span[0] + len(item.label or "") or 1)), room)
        steps += reasoning.of_section(account, found)
    else:
        yield f"part {found.part}: no number, no goal and no section stands there" if found.part else "nothing stands there"
    if found.figure is None or found.target is None:
        steps += reasoning.of_part(account, found.part)
    for step in steps:
        yield from laid_out(step, room)


def number_at(account: Account, span: tuple[int, int]) -> tuple[Line, Statement] | None:
    """The line and the statement of the number at a span of the content."""
    for about, thing, _ in account.kept:
        if about == "number":
            line, statement = thing
            if line.span(statement.quantity.start, statement.quantity.end) == span:
                return line, statement
    return None


def titled(plan: Plan, name: str, kind: str, span: tuple[int, int], room: int) -> str:
    """What is spoken of and where it stands."""
    from policydoc.cli.cell import cut_cell, ink
    from policydoc.cli.passage import Passages

    place = f"line {Passages(plan).line(span[0])}, offset {span[0]}"
    return "".join(piece.text for piece in cut_cell(ink(f"{name}: {kind} ({place})"), room))


def sentence(content: str, line: Line, statement: Statement, room: int) -> Iterator[str]:
    """The sentence of a number, the number marked."""
    from policydoc.cli.carets import underlined

    quantity, (start, stop) = statement.quantity, statement.place.sentence
    start, stop = min(start, quantity.start), max(stop, quantity.end)
    stop += line.text[stop : stop + 1] in ("。", ";")
    chars = [content[place] for place in line.at[start:stop]]
    yield from ("  " + row for row in underlined(chars, (quantity.start - start, quantity.end - start), room - 2))


def marked(content: str, span: tuple[int, int], room: int) -> Iterator[str]:
    """The line of the text around a span, the span marked."""
    from policydoc.cli.carets import underlined

    start = content.rfind("\n", 0, span[0]) + 1
    end = content.find("\n", span[0])
    stop = end if end >= 0 else len(content)
    yield from ("  " + row for row in underlined(content[start:stop], (span[0] - start, min(span[1], stop) - start), room - 2))


def laid_out(step: Step, room: int) -> Iterator[str]:
    """A step on as many lines as it needs: its name, its words, the id of its rule."""
    from policydoc.cli.carets import plain
    from policydoc.cli.terminal import wrap

    words = "".join(plain(step.words)) + (f" [{step.rule}]" if step.rule else "")
    for rank, row in enumerate(wrap(words, room - _STEP - 2, most=20)):
        yield f"  {(step.name if not rank else '').ljust(_STEP)}{row}".rstrip()
