"""一次运行: from the sources to the tables: find, compare with the manifest, read what is new, record, report."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import islice
from typing import IO, TYPE_CHECKING, Final, Protocol

from policydoc.archive.database import Database, has_shards
from policydoc.archive.findings import Finding, findings
from policydoc.archive.manifest import Manifest
from policydoc.archive.pool import Pool
from policydoc.archive.premises import Premises
from policydoc.archive.settings import FORMATS, Format, Settings
from policydoc.archive.sources import Search
from policydoc.archive.task import Outcome, Task, parquet_path, piece_path, plans_path
from policydoc.errors import ArchiveError
from policydoc.source.formats import LIBRARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGE: Final = 500_000
"""Files from which an archive has larger shards."""
SHARD, LARGE_SHARD = 256, 2000
SHARD_BYTES: Final = 16 << 20


class Watch(Protocol):
    """看守: is told how a run gets on."""

    def found(self, files: int) -> None:
        """So many files have been found so far."""

    def begun(self, total: int, done: int) -> None:
        """So many files are named, of which so many are done already."""

    def at(self, files: int, failed: int) -> None:
        """So many are read, so many of these not."""


class Engine(Protocol):
    """引擎: whatever reads tasks, in any order, and gives their outcomes once their outputs stand."""

    replaced: int

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """(task, outcomes) as they become done."""


class Run:
    """一次运行. `work` does it; what it has found out stays in the manifest for the report."""

    def __init__(self, settings: Settings, watch: Watch, listed: IO[bytes] | None = None) -> None:
        self.settings = settings
        self.watch = watch
        self.search = Search(settings.include, settings.exclude, settings.out)
        self._listed = listed
        self.total = self.read = self.failed = self.known = self.replaced = 0
        self.stopped = False
        self.formats: tuple[Format, ...] = ()

    def work(self) -> Manifest:
        """Read what is to be read; the manifest then tells everything, and is the caller's to close."""
        self.search.check(self.settings.sources)
        premises = Premises(self.settings)
        try:
            manifest = Manifest(self.settings.out)
            try:
                self._work(manifest)
            except BaseException:
                manifest.close()
                raise
            if not self.stopped:
                premises.finish()
            return manifest
        except sqlite3.Error as error:
            raise ArchiveError(
                f"{self.settings.out}: {error}; what is done is kept: make room or mend the folder, then give the same command again"
            ) from None
        finally:
            premises.leave()

    def _work(self, manifest: Manifest) -> None:
        settings, started = self.settings, reading(self.settings)
        self.total = total = manifest.register(self._files())
        if settings.again:
            manifest.retry()
        for extra, library in LIBRARIES.items():
            if find_spec(library) is not None:
                manifest.retry(f"%pip install 'policydoc[{extra}]'%")
        size = settings.shard_files or max(1, min(LARGE_SHARD if total > LARGE else SHARD, -(-total // (8 * settings.jobs))))
        manifest.assign(size, SHARD_BYTES)
        had = set(manifest.formats())
        self.formats = tuple(name for name in FORMATS if name == "jsonl" or name in settings.formats or name in had)
        missing(manifest, settings.out, self.formats)
        shards = manifest.pending(started, self.formats)
        self.known = total - manifest.stale(started)
        self.watch.begun(total, self.known)
        if shards:
            self._read(manifest, shards, started)

    def _files(self) -> Iterator[Finding]:
        for number, found in enumerate(islice(findings(self.search, self.settings.sources, self._listed), self.settings.limit), 1):
            yield found
            if number % 100 == 0:
                self.watch.found(number)

    def _read(self, manifest: Manifest, shards: Sequence[int], started: str) -> None:
        with ExitStack() as stack:
            database = Database(self.settings.out) if "sqlite" in self.formats else None
            if database is not None:
                stack.callback(database.close)
            engine = self._engine(manifest)
            finished = engine.run(self._tasks(manifest, shards, started))
            stack.callback(getattr(finished, "close", int))  # whatever ends this ends the workers
            for task, outcomes in finished:
                if database is not None:
                    database.take(task.shard)
                manifest.finish(task.shard, outcomes, started, self.formats)
                if database is not None:
                    os.unlink(piece_path(self.settings.out, task.shard))
                fresh = [outcome for entry, outcome in zip(task.entries, outcomes, strict=True) if entry.stale]
                self.read += len(fresh)
                self.failed += sum(outcome.status != "read" for outcome in fresh)
                self.watch.at(self.known + self.read, self.failed)
                if self.failed and self.settings.fail_fast:
                    self.stopped = True
                    return
            self.replaced = engine.replaced
            if database is not None:
                database.index()

    def _engine(self, manifest: Manifest) -> Engine:
        if self.settings.engine == "ray":
            from policydoc.archive.engines import RayPool

            return RayPool(self.settings.jobs, lambda task: halves(manifest, task))
        return Pool(self.settings.jobs, lambda task: halves(manifest, task), self._get_on)

    def _get_on(self, under_way: int) -> None:
        """Files of shards that are not done count as soon as they are read."""
        self.watch.at(min(self.total, self.known + self.read + under_way), self.failed)

    def _tasks(self, manifest: Manifest, shards: Sequence[int], started: str) -> Iterator[Task]:
        settings = self.settings
        for shard in shards:
            manifest.begin(shard)
            entries = manifest.entries(shard, started)
            yield Task(
                shard,
                entries,
                settings.out,
                self.formats,
                version(),
                settings.year_from,
                manifest.donors(shard),
                settings.seconds,
                settings.megabytes,
            )


def halves(manifest: Manifest, task: Task) -> tuple[Task, Task]:
    """A shard in two: the second half becomes one of its own."""
    middle = len(task.entries) // 2
    first, second = task.entries[:middle], task.entries[middle:]
    new = manifest.split([entry.path for entry in second])
    return task._replace(entries=first), task._replace(shard=new, entries=second)


def version() -> str:
    """The version of parser and rules."""
    from policydoc.rules.digest import digest
    from policydoc.version import __version__

    return f"{__version__} {digest()}"


def reading(settings: Settings) -> str:
    """What the rows of a file depend on, beside the file."""
    return f"{version()} {settings.year_from}"


def missing(manifest: Manifest, out: str, formats: Sequence[Format]) -> None:
    """Let shards whose outputs are gone be done again."""
    from policydoc.archive.columns import TABLES

    lost = "sqlite" in formats and not has_shards(out)
    for shard, done in manifest.shards():
        if not done:
            continue
        paths = [plans_path(out, shard)]
        paths += [parquet_path(out, table, shard) for table in TABLES] if "parquet" in formats else []
        if lost or not all(map(os.path.exists, paths)):
            manifest.begin(shard)


class Quiet:
    """Nobody watches."""

    def found(self, files: int) -> None:
        """Nothing."""

    def begun(self, total: int, done: int) -> None:
        """Nothing."""

    def at(self, files: int, failed: int) -> None:
        """Nothing."""
