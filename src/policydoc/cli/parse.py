"""`policydoc parse`: one notice in, its plan out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from policydoc.model import Plan

LONGEST_QUOTE = 40


def run(arguments: argparse.Namespace) -> int:
    """Parse, write, say what a clerk should look at."""
    from policydoc.cli import DONE, NO, USAGE
    from policydoc.cli.output import say, write

    path: str = arguments.file
    if overwrites(arguments.output, path):
        say(f"policydoc: -o {arguments.output} would overwrite the notice: name another file")
        return USAGE
    plan = read(path, arguments.encoding)
    from policydoc.export import plan_json

    write(plan_json(plan, indent=arguments.indent, text=arguments.text), arguments.output)
    if not arguments.quiet:
        for line in report(plan, "<stdin>" if path == "-" else path):
            say(line)
    wrong = any(found.severity == "error" for found in plan.diagnostics)
    return NO if arguments.strict and wrong else DONE


def read(path: str, encoding: str | None = None) -> Plan:
    """The plan of a file, or of standard input's bytes."""
    import sys
    from pathlib import Path

    from policydoc import parse

    known = {"encoding": encoding} if encoding else {}
    if path != "-":
        return parse(Path(path), **known)
    if sys.stdin is None:
        raise OSError(9, "standard input is closed: name a file, or pipe a notice in")
    return parse(sys.stdin.buffer, **known)


def overwrites(output: str, source: str) -> bool:
    """Whether both names are of one file, or the source lies in an archive that the output would overwrite."""
    import os

    if "!/" in source and not os.path.lexists(source):
        from policydoc.source.zipped.shelf import archive_of

        source = archive_of(source) or source
    return output != "-" and os.path.isfile(source) and os.path.exists(output) and os.path.samefile(output, source)


def report(plan: Plan, name: str) -> Iterator[str]:
    """`notice.txt:13: warning T002: message «quote»`, one line for each diagnostic; lines are those of the repaired text."""
    from bisect import bisect_right
    from re import finditer

    content = plan.text.content or ""
    starts = [0, *(end.end() for end in finditer(r"\r\n|[\r\n\f\v\x85\u2028\u2029]", content))]
    for found in plan.diagnostics:
        place = name if found.span is None else f"{name}:{bisect_right(starts, found.span[0])}"
        quote = f" «{shown(content[slice(*found.span)])}»" if found.span and found.span[0] < found.span[1] else ""
        yield f"{place}: {found.severity} {found.code}: {shown(found.message, None)}{quote}"


def shown(text: str, longest: int | None = LONGEST_QUOTE) -> str:
    r"""A text for one line of a terminal: no line ends, nothing that steers the terminal, and not too long.

    >>> shown("第一行\n第二行\x1b[2J")
    '第一行 第二行·[2J'
    """
    if longest is not None and len(text) > longest:
        text = text[:longest] + "…"
    return "".join(c if c.isprintable() else " " if c.isspace() else "·" for c in text)
