"""cli: the command line → an exit code.

1. The answer goes to standard output in UTF-8 whatever the locale, everything said about it to standard error.
2. 0 done, 1 the answer is no, 2 wrong usage, 3 the source could not be read (or the answer not be written), 70 a fault of
   policydoc, 130 interrupted.
3. No traceback, ever; POLICYDOC_DEBUG=1 shows the one of a fault.
4. Whatever a command does not need is not imported.
5. Nothing that stands in a notice steers the terminal.
"""

from __future__ import annotations

import sys

DONE, NO, USAGE, UNREAD, FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130


def main(argv: list[str] | None = None) -> int:
    """Run one command (`argv` without the program's name) and give its exit code.

    Without `argv` it is a process of its own: what it leaves behind is not worth looking through for rubbish, least of all at its end.
    """
    if argv is not None:
        return guarded(argv)
    import gc

    gc.set_threshold(100_000, 50, 1000)
    try:
        return guarded(None)
    finally:
        if "policydoc.rules.kept" in sys.modules:
            from policydoc.rules.kept import keep

            keep()
        gc.freeze()


def guarded(argv: list[str] | None) -> int:
    """Run one command; whatever goes wrong is a line on standard error and an exit code."""
    from policydoc.cli.output import drop_output, say
    from policydoc.errors import PolicydocError, SourceError

    try:
        return run(argv)
    except BrokenPipeError:  # the reader, `head` say, has what it wanted
        drop_output()
        return DONE
    except KeyboardInterrupt:
        drop_output()
        return INTERRUPTED
    except (SourceError, OSError) as problem:
        if isinstance(problem, OSError):
            drop_output()  # a full disk would fail again at exit
        say(f"policydoc: {plain(problem)}")
        for note in getattr(problem, "__notes__", ()):  # what an archive holds
            say(f"  {note}")
        return UNREAD
    except (PolicydocError, Exception) as fault:  # the last line of defence: a user never sees a traceback
        report(fault)
        return FAULT


def run(argv: list[str] | None) -> int:
    """The command named by the arguments, its output flushed so that a closed pipe shows here."""
    from policydoc.cli.arguments import parser

    try:
        arguments = parser().parse_args(argv)
        code = int(arguments.run(arguments))
    except SystemExit as stop:  # argparse: 0 after --help and --version, 2 after wrong usage
        code = stop.code if isinstance(stop.code, int) else USAGE
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def plain(problem: BaseException) -> str:
    """What went wrong in one line.

    >>> plain(FileNotFoundError(2, "No such file or directory", "notice.txt"))
    'notice.txt: No such file or directory'
    """
    if isinstance(problem, OSError) and problem.strerror:
        return f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror
    return " ".join(str(problem).split()) or type(problem).__name__


def report(fault: BaseException) -> None:
    """One line that says it is our bug and how to report it."""
    import os

    from policydoc.cli.output import say

    if os.environ.get("POLICYDOC_DEBUG") == "1":
        import traceback

        for line in traceback.format_exception(fault):
            say(line.rstrip())
    say(
        f"policydoc: internal error ({type(fault).__name__}: {plain(fault)}): a fault of policydoc, not of the notice; "
        "please report it with the notice and what `policydoc --version` prints (POLICYDOC_DEBUG=1 shows the trace)"
    )
