"""The arguments of every command; `policydoc COMMAND --help` prints them."""

from __future__ import annotations

import argparse

from policydoc import __version__
from policydoc.cli import batch, explain, parse, repair, schema, show, why

EXIT_CODES = """\
exit codes:
  0   done
  1   the answer is no: with --strict, a diagnostic of severity error stands (of `repair`, a warning too)
  2   wrong usage
  3   the source could not be read, or the answer not be written
  4   batch: finished, but some files could not be read; the report says which and why
  70  a fault of policydoc
  130 interrupted
"""
WIDEST_INDENT = 16
ENCODING = "the encoding of the file, where it is known better than it shows (utf-8, gb18030, big5, utf-16 and others)"


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = argparse.ArgumentParser(
        prog="policydoc",
        description="Read Chinese government notices and give their plans: header, sections, tasks and every numeric target.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"policydoc {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_parse(commands)
    add_show(commands)
    add_why(commands)
    add_repair(commands)
    add_batch(commands)
    add_schema(commands)
    add_explain(commands)
    return whole


def add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc parse`."""
    command = commands.add_parser(
        "parse",
        help="print the plan of one notice as JSON",
        description="Print the plan of one notice as JSON; what a clerk should look at goes to standard error, one line each.",
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help="the notice, or one in a zip archive (a.zip!/b.doc); - reads standard input")
    command.add_argument("-o", metavar="FILE", dest="output", default="-", help="write there, all at once or not at all")
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--indent", metavar="N", type=indent, default="2", help="spaces for each level of the JSON (default: 2)")
    shape.add_argument("--compact", action="store_const", dest="indent", const=None, help="the JSON on one line")
    command.add_argument("--encoding", metavar="NAME", help=ENCODING)
    command.add_argument("--no-text", action="store_false", dest="text", help="leave text.content null")
    command.add_argument("--strict", action="store_true", help="exit with 1 when a diagnostic of severity error stands")
    command.add_argument("--quiet", action="store_true", help="say nothing about diagnostics")
    command.set_defaults(run=parse.run)


def add_show(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc show`."""
    command = commands.add_parser(
        "show",
        help="show a notice or its plan for people to read",
        description="Show the header of a notice, its outline with tasks, targets, deadlines and duties, and how many of everything; "
        "or the views that are asked for. Lines are cut to the width of the terminal (or of COLUMNS).",
        allow_abbrev=False,
    )
    command.add_argument(
        "file",
        metavar="FILE",
        help="a notice, one in a zip archive (a.zip!/b.doc), or a plan that `policydoc parse` wrote; - reads standard input",
    )
    for view, words in (
        ("header", "the header"),
        ("outline", "the parts and their sections, with what lies in each"),
        ("tasks", "the tasks with deadline and duty"),
        ("targets", "the targets below their tasks: action, object, amount"),
        ("problems", "the diagnostics, by severity and code, with places and advice"),
    ):
        command.add_argument(f"--{view}", action="append_const", dest="views", const=view, help=f"only this view: {words}")
    command.add_argument("--encoding", metavar="NAME", help=ENCODING)
    command.add_argument("--csv", action="store_true", help="the targets as CSV for a spreadsheet, one row each")
    command.add_argument("-o", metavar="FILE", dest="output", default="-", help="write there, all at once or not at all")
    command.add_argument("--strict", action="store_true", help="exit with 1 when a diagnostic of severity error stands")
    command.add_argument(
        "--colour",
        "--color",
        metavar="WHEN",
        dest="colour",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto (a terminal, unless NO_COLOR is set), always or never",
    )
    command.set_defaults(run=show.run)


def add_why(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc why`."""
    command = commands.add_parser(
        "why",
        help="say which rules made a number a target or not, a section a task or not",
        description="Say how the rules came to their answer at one place of a notice: the sentence with the words marked, then rule after "
        "rule in the order in which they decided, each with its id (a row of rules/data/reasons.tsv).",
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help="the notice, or one in a zip archive (a.zip!/b.doc); - reads standard input")
    command.add_argument(
        "--at",
        metavar="PLACE",
        help="an offset into text.content, LINE:COLUMN from 1, or the id of a target, goal, task, section or part",
    )
    command.set_defaults(run=why.run)


def add_repair(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc repair`."""
    command = commands.add_parser(
        "repair",
        help="print the text of a notice with its damage repaired",
        description="Print the text of a notice, of a web page or of another format as plain text, with what was damaged on the way repaired "
        "as far as that is sure; or say what was changed. A number is never made up, and every change can be undone.",
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help="the notice; - reads standard input")
    command.add_argument("-o", metavar="FILE", dest="output", default="-", help="write the text there, all at once or not at all")
    command.add_argument("--report", action="store_true", help="list the changes and findings: place, before, after, certainty")
    command.add_argument("--explain", action="store_true", help="the report with the bytes behind each change")
    command.add_argument("--json", action="store_true", help="the text, its changes and findings as JSON")
    command.add_argument("--encoding", metavar="NAME", help=ENCODING)
    command.add_argument("--strict", action="store_true", help="exit with 1 when something stays lost or in doubt (a warning or an error)")
    command.add_argument("--quiet", action="store_true", help="say nothing about how much was changed")
    command.set_defaults(run=repair.run)


def add_batch(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc batch`."""
    command = commands.add_parser(
        "batch",
        help="read an archive of notices into tables",
        description="Read files, folders and lists of files into tables of documents, tasks, targets, goals, responsibilities, deadlines and "
        "diagnostics, and the plans themselves. It may be stopped at any moment: the same command goes on, and reads what is new or changed.",
        allow_abbrev=False,
    )
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, a folder, a zip archive, a pattern (quote it: '2024/**/*.txt'), or - for a list on standard input",
    )
    command.add_argument("-o", metavar="OUT", dest="output", required=True, help="the folder of the tables, new or of an earlier run")
    command.add_argument(
        "--format",
        metavar="NAMES",
        dest="formats",
        action="append",
        help="jsonl (always written), sqlite, parquet; several with commas (default: jsonl,sqlite)",
    )
    command.add_argument("--jobs", metavar="N", type=positive, help="files that are read at the same time (default: one for each core)")
    command.add_argument("--engine", choices=("local", "ray"), default="local", help="where: on this machine (default) or on a Ray cluster")
    command.add_argument(
        "--include",
        metavar="PATTERN",
        action="append",
        help="files of a folder or archive to read (default: by their ending those of every format that is read)",
    )
    command.add_argument(
        "--exclude", metavar="PATTERN", action="append", help="files and folders to leave alone; with a / the whole path counts"
    )
    command.add_argument(
        "--year-from", choices=("title", "path"), default="title", help="the year to file under: the plan's own (default) or the folder's"
    )
    command.add_argument(
        "--resume", action=argparse.BooleanOptionalAction, default=None, help="go on (default where OUT is an archive), or start anew"
    )
    command.add_argument("--retry-failed", action="store_true", help="read again what could not be read in an earlier run")
    command.add_argument("--fail-fast", action="store_true", help="stop soon after the first file that cannot be read")
    command.add_argument("--limit", metavar="N", type=positive, help="the first N files only")
    command.add_argument("--dry-run", action="store_true", help="say what would be read, and write nothing")
    command.add_argument(
        "--seconds",
        metavar="S",
        type=positive,
        default=60,
        help="CPU time that one file may take (default: 60; four times that by the clock)",
    )
    command.add_argument("--memory", metavar="MB", type=positive, default=2048, help="memory that one worker may take (default: 2048)")
    command.add_argument("--quiet", action="store_true", help="say nothing but problems")
    command.set_defaults(run=batch.run)


def add_schema(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc schema`."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of the plan",
        description="Print the JSON Schema (draft 2020-12) of what `policydoc parse` writes.",
        allow_abbrev=False,
    )
    command.set_defaults(run=schema.run)


def add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`policydoc explain`."""
    command = commands.add_parser(
        "explain",
        help="say what a diagnostic means and what to do",
        description="Say what a diagnostic means, who can mend it and what to do; without a code, list all.",
        allow_abbrev=False,
    )
    command.add_argument("code", metavar="CODE", nargs="?", help="the code of a diagnostic, T002 say")
    command.set_defaults(run=explain.run)


def indent(text: str) -> int:
    """A number of spaces.

    >>> indent("4")
    4
    """
    if not text.isdecimal() or int(text) > WIDEST_INDENT:
        msg = f"{text!r} is not a number of spaces from 0 to {WIDEST_INDENT}"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def positive(text: str) -> int:
    """A whole number from 1.

    >>> positive("4")
    4
    """
    if not text.isdecimal() or not 0 < int(text[:12]) == int(text):
        msg = f"{text!r} is no whole number from 1"
        raise argparse.ArgumentTypeError(msg)
    return int(text)
