"""The whole way from a notice to its plan, one call for each room."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from policydoc import layout, source, text
from policydoc.assembly import Rooms, plan_tree
from policydoc.checks import Found, findings
from policydoc.header import headings
from policydoc.invariants import check
from policydoc.model import Plan
from policydoc.outline import nodes, outline
from policydoc.parts import parts
from policydoc.parts.rows import rows
from policydoc.tasks import read_parts
from policydoc.text.script import script

UNSURE = ("T024", "T025")
"""Diagnostics of numbers that nobody counts with."""


def parse(notice: str | bytes | Path | IO[bytes] | IO[str], *, name: str | None = None, encoding: str | None = None) -> Plan:
    r"""计划: the plan of one notice. A `str` is text, a `Path` is a file; what cannot be read at all raises `SourceError`.

    `encoding` is the encoding of the bytes where it is known better than it shows.

    >>> plan = parse("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。\n二、公厕改造。改造公厕12座。")
    >>> [(task.title, [target.value for target in plan.targets if target.task == task.id]) for task in plan.tasks]
    [('驿站建设', [Decimal('8')]), ('公厕改造', [Decimal('12')])]
    """
    document = source.read(notice, name, encoding=encoding)
    repaired = text.repair(document.text, document.edits)
    content = repaired.content
    kind = script(content)
    lines = layout.lines(content)
    taken = rows(lines)
    found = parts(content, lines, taken)
    heading = headings(content, lines, found, taken)
    damaged = [(edit.start, edit.end) for edit in repaired.edits if edit.certainty == "probable" or "gbk-realign" in edit.step]
    outlines = [outline(lines, part.body_first, part.body_last, damaged) for part in found]
    names = [f"p{number}" for number, _ in enumerate(found, 1)]
    trees = [nodes(content, lines, part, each.sections) for part, each in zip(names, outlines, strict=True)]
    unread = [finding["span"] for finding in repaired.diagnostics if finding["code"] == "T003"]
    doubtful = [
        *unread,
        *(span for finding in repaired.diagnostics if finding["code"] in UNSURE for span in (finding["span"], *finding["related"])),
    ]
    reading = read_parts(content, lines, list(zip(names, found, trees, strict=True)), (heading.year, heading.issued_on), doubtful)
    checked = findings(Found(content, kind, lines, names, found, trees, heading, reading))
    plan = Plan.model_validate(
        plan_tree(Rooms(document, repaired, kind, lines, names, found, heading, outlines, trees, reading, checked, unread))
    )
    check(plan, document.decoded)
    return plan
