"""读一份: reads the files of a shard and puts its outputs in place, all together, in whatever process this runs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import process_time
from typing import TYPE_CHECKING, Any

from policydoc.archive.durable import put_in_place
from policydoc.archive.journal import Journal
from policydoc.archive.parsing import Parsed, parsed
from policydoc.archive.sinks import GROUP, SINKS, PlansSink, Sink
from policydoc.archive.tables import rows, unread
from policydoc.archive.task import Entry, Outcome, Task, journal_path, plans_path
from policydoc.archive.years import path_year
from policydoc.errors import SourceError
from policydoc.source.limits import LARGEST
from policydoc.source.zipped.shelf import SEPARATOR, Shelf, archive_of

if TYPE_CHECKING:
    from policydoc.archive.columns import Status

WRITING = -1
"""Told in place of a file's number while rows of many files go out."""

_SHELF = Shelf()
"""Archives that this process has open: the next member is often beside the last."""
_DIGEST = re.compile(rb'"sha256":"([0-9a-f]{64})"')
_PRODUCER = re.compile(rb'"producer":\{"name":"policydoc","version":"([^"]*)","rules":"([^"]*)"\}')
_HEAD = 4096

Tell = Callable[[int], None]


def read_shard(task: Task, tell: Tell) -> list[Outcome]:
    """读一份: reads, writes, syncs, renames. Before each file its number is told, `WRITING` before rows of many files go out.

    A file's fault is in its outcome; what is raised (OSError, sqlite3.Error) means that the outputs cannot be written.
    """
    known = dict(_plans(task)) if task.donors or os.path.exists(plans_path(task.out, task.shard)) else {}
    journal = Journal(journal_path(task.out, task.shard), task.version)
    sinks: list[Sink] = []
    try:
        sinks.append(PlansSink(task))
        sinks += [SINKS[name](task) for name in task.formats if name in SINKS]
        outcomes = []
        reader = _Reader(task, known)
        for number, entry in enumerate(task.entries):
            tell(number)
            kept = journal.take(entry) if entry.verdict is None else None
            if kept is not None:
                outcome, plan = kept
                tables = _tables_of(entry, outcome, plan, task)
            else:
                outcome, tables, plan = reader.read(entry)
                if entry.verdict is None:
                    journal.add(entry, outcome, plan)
            for sink in sinks:
                sink.add(tables, plan)
            outcomes.append(outcome)
            if len(outcomes) % GROUP == 0:
                tell(WRITING)
                for sink in sinks:
                    sink.flush()
        tell(WRITING)
        put_in_place([pair for sink in sinks for pair in sink.close()])
    except BaseException:
        for sink in sinks:
            with suppress(OSError):
                sink.abandon()
        with suppress(OSError):
            journal.close()
        raise
    journal.close(remove=True)
    return outcomes


class _Reader:
    """Reads files; copies of one file are parsed once."""

    def __init__(self, task: Task, known: dict[str, tuple[str, int, int]]) -> None:
        self._task = task
        self._known = known
        self._last: tuple[str | None, bytes] = (None, b"")

    def read(self, entry: Entry) -> tuple[Outcome, dict[str, list[dict[str, Any]]], bytes]:
        """What became of a file, its rows and its plan."""
        start = process_time()
        if entry.verdict is not None:
            status, error = entry.verdict
            outcome = Outcome(entry.path, status, error, entry.digest, entry.size, 0.0)
            return outcome, _tables_of(entry, outcome, b"", self._task), b""
        plan = self._copy(entry)
        found = _again(plan, entry, self._task) if plan else self._parsed(entry)
        line = (found.plan or b"").rstrip(b"\n")
        row = found.tables["documents"][0]
        if line:
            self._last = (row["sha256"], line)
        digest, size = row["sha256"], row["bytes"]
        if size is not None and size > LARGEST:  # it was not read to its end
            digest, size = entry.digest, entry.size
            row |= {"sha256": digest, "bytes": size}
        return (
            Outcome(
                entry.path,
                found.status,
                row["error"],
                digest,
                size,
                round(process_time() - start, 6),
                row["year"],
                (row["issuers"] or [None])[0],
                row["task_count"] or 0,
                row["target_count"] or 0,
                row["goal_count"] or 0,
                tuple(diagnostic["code"] for diagnostic in found.tables["diagnostics"]),
            ),
            found.tables,
            line,
        )

    def _copy(self, entry: Entry) -> bytes:
        """The plan of the same bytes, if it has been read by this version under a name of the same kind."""
        if entry.digest is None:
            return b""
        line = self._last[1] if self._last[0] == entry.digest else b""
        if not line and entry.digest in self._known:
            path, start, length = self._known[entry.digest]
            with open(path, "rb") as file:
                file.seek(start)
                line = file.read(length).rstrip(b"\n")
        return line if line and _ending(line) == os.path.splitext(entry.name)[1].lower() else b""

    def _parsed(self, entry: Entry) -> Parsed:
        year = path_year(entry.name) if self._task.year_from == "path" else None
        try:
            content = _content(entry.path)
        except SourceError as error:
            tables = unread(entry.name, "refused", str(error), sha256=None, size=None, year=year)
            return Parsed("refused", tables, None)
        return parsed(entry.name, content, year=year)


def _content(path: str) -> bytes:
    """The bytes of a file, a few more than the most that is read of one; those of a member of an archive."""
    if SEPARATOR in path and archive_of(path) is not None:
        try:
            return _SHELF.content(path)
        except SourceError as error:
            raise SourceError(str(error).removeprefix(f"{path}: ")) from None
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror or error}); it could be read when the run began") from None


def _again(line: bytes, entry: Entry, task: Task) -> Parsed:
    """The rows of a plan that was read before, under the name of this file."""
    from policydoc.export import plan_json
    from policydoc.model import Plan

    plan = Plan.model_validate_json(line)
    short = entry.name.rpartition("/")[2]
    printable = os.path.basename(entry.path).encode("utf-8", "replace").decode()
    if plan.source.name not in (short, printable):
        plan = plan.model_copy(update={"source": plan.source.model_copy(update={"name": short})})
        line = plan_json(plan)
    return Parsed("read", rows(plan, entry.name, year=path_year(entry.name) if task.year_from == "path" else None), line)


def _tables_of(entry: Entry, outcome: Outcome, plan: bytes, task: Task) -> dict[str, list[dict[str, Any]]]:
    """The rows of a file whose outcome is known."""
    if plan:
        return _again(plan, entry, task).tables
    year = path_year(entry.name) if task.year_from == "path" else None
    status: Status = outcome.status
    return unread(entry.name, status, outcome.error or "", sha256=outcome.digest, size=outcome.size, year=year)


def _plans(task: Task) -> Iterator[tuple[str, tuple[str, int, int]]]:
    """Digest → path, start and length of each plan that may be taken over: from this shard's last outputs, and from its donors'."""
    wanted = {entry.digest for entry in task.entries}
    kept = {entry.digest for entry in task.entries if entry.kept}
    for shard in (*task.donors, task.shard):
        path = plans_path(task.out, shard)
        if not os.path.exists(path):
            continue
        start = 0
        with open(path, "rb") as file:
            for line in file:
                digest, producer = _DIGEST.search(line, 0, _HEAD), _PRODUCER.search(line, 0, _HEAD)
                name = digest[1].decode() if digest else ""
                if name in wanted and producer and (b" ".join(producer.groups()).decode() == task.version or name in kept):
                    yield name, (path, start, len(line))
                start += len(line)


def _ending(line: bytes) -> str:
    """The ending of the file that a plan names."""
    import json

    found = re.search(rb'"source":\{"name":("(?:[^"\\]|\\.)*")', line[:_HEAD])
    return os.path.splitext(json.loads(found[1]))[1].lower() if found else ""
