"""`policydoc repair`: the text of a notice with its damage repaired, or what was changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from policydoc.repairing import Repaired


def run(arguments: argparse.Namespace) -> int:
    """Repair, write the text or the report of it, say how much was changed."""
    from policydoc.cli import DONE, NO, USAGE
    from policydoc.cli.output import say, write
    from policydoc.cli.parse import overwrites

    path: str = arguments.file
    told = arguments.report or arguments.explain or arguments.json
    if overwrites(arguments.output, path):
        say(f"policydoc: -o {arguments.output} would overwrite the notice: name another file")
        return USAGE
    repaired = read(path, arguments.encoding)
    if not told or arguments.output != "-":
        write(text_of(repaired, file=arguments.output != "-"), arguments.output)
    if told:
        write(report_of(repaired, arguments))
    if not arguments.quiet and not told:
        say(summary(repaired, "<stdin>" if path == "-" else path))
    return NO if arguments.strict and unread(repaired) else DONE


def read(path: str, encoding: str | None) -> Repaired:
    """The repaired text of a file, or of standard input's bytes."""
    import sys
    from pathlib import Path

    from policydoc import repair

    if path != "-":
        return repair(Path(path), encoding=encoding)
    if sys.stdin is None:
        raise OSError(9, "standard input is closed: name a file, or pipe a notice in")
    return repair(sys.stdin.buffer, encoding=encoding)


def text_of(repaired: Repaired, *, file: bool) -> bytes:
    """The repaired text in UTF-8; on a terminal nothing in it steers the terminal."""
    import sys

    content = repaired.content
    if not file and sys.stdout is not None and sys.stdout.isatty():
        content = steady(content)
    return content.encode("utf-8", "replace")


def steady(content: str) -> str:
    r"""A text for a terminal: its lines, and a dot for each sign that would steer it.

    >>> steady("新建公厕\x1b[2J\n8座")
    '新建公厕·[2J\n8座'
    """
    return "".join(sign if sign.isprintable() or sign in "\n\t\u3000" else " " if sign.isspace() else "·" for sign in content)


def report_of(repaired: Repaired, arguments: argparse.Namespace) -> bytes:
    """The report that was asked for."""
    if arguments.json:
        from policydoc.export.repair import repair_json

        return repair_json(repaired)
    from policydoc.cli.changes import report
    from policydoc.cli.terminal import columns

    return "".join(line + "\n" for line in report(repaired, columns(), explain=arguments.explain)).encode("utf-8", "replace")


def summary(repaired: Repaired, name: str) -> str:
    """`notice.txt: 12 changes (9 certain, 3 probable), 2 findings`.

    >>> from policydoc import repair
    >>> summary(repair("新建公厕8座。"), "notice.txt")
    'notice.txt: nothing was changed'
    """
    certain = sum(edit.certainty == "certain" for edit in repaired.edits)
    probable = len(repaired.edits) - certain
    parts = [
        f"{counted(len(repaired.edits), 'change')} ({certain} certain, {probable} probable)" if repaired.edits else "nothing was changed"
    ]
    if repaired.diagnostics:
        parts.append(counted(len(repaired.diagnostics), "finding"))
    hint = "; --report lists them" if repaired.edits or repaired.diagnostics else ""
    return f"{name}: {', '.join(parts)}{hint}"


def counted(count: int, noun: str) -> str:
    """So many of something.

    >>> counted(1, "change"), counted(2, "finding")
    ('1 change', '2 findings')
    """
    return f"{count} {noun}" + ("" if count == 1 else "s")


def unread(repaired: Repaired) -> bool:
    """Whether something of the text is lost or in doubt: a warning or an error stands."""
    return any(found.severity != "info" for found in repaired.diagnostics)
