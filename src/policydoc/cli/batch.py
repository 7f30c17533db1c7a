"""`policydoc batch`: an archive of notices in, its tables out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from typing import IO

    from policydoc.archive.settings import Settings

FAILED = 4
"""Exit code: finished, but files could not be read."""


def run(arguments: argparse.Namespace) -> int:
    """Read the archive, write tables and report, say how it went."""
    from policydoc.cli import INTERRUPTED, UNREAD, USAGE
    from policydoc.cli.output import say
    from policydoc.errors import ArchiveError, SourceError

    chosen = settings(arguments)
    if chosen is None:
        return USAGE
    try:
        return survey(chosen) if arguments.dry_run else read(chosen, quiet=arguments.quiet)
    except (ArchiveError, SourceError) as problem:
        say(f"policydoc: {problem}")
        return UNREAD
    except KeyboardInterrupt:
        say(f"policydoc: interrupted; what is done is kept in {chosen.out}, the same command goes on")
        return INTERRUPTED


def settings(arguments: argparse.Namespace) -> Settings | None:
    """What was asked for; None, with words, where it cannot be."""
    import os

    from policydoc.archive.settings import FORMATS, Settings
    from policydoc.cli.output import say

    names = [name.strip() for each in arguments.formats or ["jsonl,sqlite"] for name in each.split(",") if name.strip()]
    wrong = [name for name in names if name not in FORMATS]
    if wrong or not names:
        say(f"policydoc: --format {', '.join(wrong) or '(nothing)'}: name one or more of {', '.join(FORMATS)}")
        return None
    for asked, module, words in (("parquet" in names, "pyarrow", "--format parquet"), (arguments.engine == "ray", "ray", "--engine ray")):
        if asked and not has(module):
            say(f"policydoc: {words} needs {module}: pip install 'policydoc[{'arrow' if module == 'pyarrow' else module}]'")
            return None
    if arguments.sources.count("-") > 1:
        say("policydoc: - stands for the list on standard input: name it once")
        return None
    return Settings(
        sources=tuple(arguments.sources),
        out=os.path.normpath(arguments.output),
        formats=tuple(name for name in FORMATS if name in names),
        jobs=arguments.jobs or cores(),
        include=tuple(arguments.include or ()),
        exclude=tuple(arguments.exclude or ()),
        year_from=arguments.year_from,
        resume=arguments.resume,
        again=arguments.retry_failed,
        fail_fast=arguments.fail_fast,
        limit=arguments.limit,
        seconds=arguments.seconds,
        megabytes=arguments.memory,
        engine=arguments.engine,
    )


def has(module: str) -> bool:
    """Whether a package is installed.

    >>> has("json"), has("no_such_package")
    (True, False)
    """
    from importlib.util import find_spec

    return find_spec(module) is not None


def cores() -> int:
    """The cores that this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def listed(chosen: Settings) -> IO[bytes] | None:
    """Standard input, where it is one of the sources."""
    import sys

    return sys.stdin.buffer if "-" in chosen.sources and sys.stdin is not None else None


def read(chosen: Settings, *, quiet: bool) -> int:
    """The run itself."""
    import json
    from time import monotonic

    from policydoc.archive.durable import write_whole
    from policydoc.archive.report import report, summary
    from policydoc.archive.run import Run
    from policydoc.cli import DONE
    from policydoc.cli.output import write
    from policydoc.cli.progress import Progress

    progress = Progress(quiet=quiet)
    begun, spent = monotonic(), cpu()
    archive = Run(chosen, progress, listed(chosen))
    try:
        manifest = archive.work()
    finally:
        progress.close()
    try:
        found: dict[str, Any] = report(manifest, archive, cost(begun, spent))
    finally:
        manifest.close()
    words = summary(found).encode()
    write_whole(f"{chosen.out}/report.json", json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n")
    write_whole(f"{chosen.out}/report.txt", words)
    if not quiet:
        write(plain(words))
    failed = archive.stopped or archive.search.unlisted or any(status != "read" for status in found["statuses"])
    return FAILED if failed else DONE


def plain(words: bytes) -> bytes:
    """A report without anything that steers a terminal: names of files may hold that."""
    return "".join(mark if mark.isprintable() or mark == "\n" else "·" for mark in words.decode()).encode()


def cost(begun: float, spent: float) -> dict[str, float]:
    """What the run took: time by the clock, CPU time, the memory of its largest process."""
    from time import monotonic

    found = {"seconds": round(monotonic() - begun, 3), "cpu_seconds": round(cpu() - spent, 3)}
    try:
        import resource
        import sys
    except ImportError:
        return found
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return found | {"peak_megabytes": round(most / (2**20 if sys.platform == "darwin" else 2**10), 1)}


def cpu() -> float:
    """CPU seconds of this process and of the workers that have ended."""
    import os

    return sum(os.times()[:4])


def survey(chosen: Settings) -> int:
    """Say what would be read, and write nothing."""
    from policydoc.archive.survey import survey as look
    from policydoc.cli import DONE
    from policydoc.cli.output import write

    write(plain(look(chosen, listed(chosen)).encode()))
    return DONE
