"""清单: which files an archive holds, by which version they were read, where they stand, and what became of them.

A SQLite file of its own: a change is made whole or not at all, and waits until it is on the disk. A shard is recorded as done
only when its outputs are; whatever is not recorded is done again.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from policydoc.archive.columns import VERSION
from policydoc.archive.task import Entry, Outcome
from policydoc.errors import ArchiveError

if TYPE_CHECKING:
    from policydoc.archive.columns import Status
    from policydoc.archive.settings import Format

FILE: Final = "manifest.sqlite"
LAYOUT: Final = "1"
"""Of the manifest and the folder; another one is refused."""

_DISK = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
"""What says nothing against the file."""

_SCHEMA = """
CREATE TABLE archive (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE files (
    path BLOB PRIMARY KEY, name TEXT NOT NULL, bytes INTEGER, digest TEXT, problem TEXT, run INTEGER NOT NULL, shard INTEGER,
    status TEXT, error TEXT, read_digest TEXT, reading TEXT, seconds REAL,
    year INTEGER, issuer TEXT, tasks INTEGER, targets INTEGER, goals INTEGER
);
CREATE INDEX files_of_shard ON files (shard);
CREATE INDEX files_of_digest ON files (digest);
CREATE TABLE shards (id INTEGER PRIMARY KEY, done INTEGER NOT NULL DEFAULT 0, reading TEXT, formats TEXT NOT NULL DEFAULT '');
CREATE TABLE codes (shard INTEGER NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (shard, code)) WITHOUT ROWID;
"""
_STALE = "(status IS NULL OR reading IS NOT :reading OR read_digest IS NOT digest OR (digest IS NULL AND error IS NOT problem))"


class Manifest:
    """清单文件: one connection to the manifest of `out`; it is made where there is none."""

    def __init__(self, out: str) -> None:
        self.path = f"{out}/{FILE}"
        self._db = sqlite3.connect(self.path, isolation_level=None)
        try:
            self._db.execute("PRAGMA synchronous = FULL")
            if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:  # new, or killed while it was made
                self._db.executescript(f"BEGIN;{_SCHEMA}")
                self._db.executemany("INSERT INTO archive VALUES (?, ?)", [("layout", LAYOUT), ("tables", VERSION), ("run", "0")])
                self._db.execute("COMMIT")
            known = dict(self._db.execute("SELECT key, value FROM archive"))
        except sqlite3.DatabaseError as error:
            self._db.close()
            if error.sqlite_errorcode & 0xFF in _DISK:
                raise
            raise ArchiveError(
                f"{self.path}: no manifest of policydoc ({error}); name a new folder with -o, or start anew with --no-resume"
            ) from None
        if (known.get("layout"), known.get("tables", "").partition(".")[0]) != (LAYOUT, VERSION.partition(".")[0]):
            self._db.close()
            raise ArchiveError(
                f"{out}: an archive of layout {known.get('layout')} and tables {known.get('tables')}, this policydoc writes {LAYOUT} and {VERSION}: "
                "name a new folder with -o, start anew with --no-resume, or go on with the policydoc that began it"
            )
        self.run = int(known["run"])

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def register(self, files: Iterable[tuple[str, str, str | None, int | None, str | None]]) -> int:
        """Write down the files of a new run, (path, name, digest, size, problem) each; how many they are."""
        self.run += 1
        count = 0
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.execute("UPDATE archive SET value = ? WHERE key = 'run'", (str(self.run),))
            for path, name, digest, size, problem in files:
                self._db.execute(
                    "INSERT INTO files (path, name, digest, bytes, problem, run) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE "
                    "SET digest = excluded.digest, bytes = excluded.bytes, problem = excluded.problem, run = excluded.run",
                    (os.fsencode(path), name, digest, size, problem, self.run),
                )
                count += 1
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        return self._count("run = ?", self.run) if count else 0

    def assign(self, most_files: int, most_bytes: int) -> None:
        """Give each file that has no shard one: in the order of the paths, copies of one file together."""
        last = self._db.execute("SELECT coalesce(max(id), 0) FROM shards").fetchone()[0]
        shard, files, size = last, most_files, 0
        self._db.execute("BEGIN IMMEDIATE")
        try:
            rows = self._db.execute(  # sorted, so all of it is known before the first row comes
                "SELECT path, bytes FROM (SELECT path, bytes, min(path) OVER (PARTITION BY coalesce(digest, path)) AS first FROM files "
                "WHERE shard IS NULL) ORDER BY first, path"
            )
            for path, length in rows:
                if files >= most_files or size + (length or 0) > most_bytes:
                    shard, files, size = shard + 1, 0, 0
                    self._db.execute("INSERT INTO shards (id) VALUES (?)", (shard,))
                self._db.execute("UPDATE files SET shard = ? WHERE path = ?", (shard, path))
                files, size = files + 1, size + (length or 0)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def retry(self, words: str = "%") -> None:
        """Forget what became of the files of this run that were not read, or of those whose error is like some words."""
        self._db.execute(
            "UPDATE files SET status = NULL WHERE run = ? AND status <> 'read' AND coalesce(error, '') LIKE ?", (self.run, words)
        )

    def stale(self, reading: str) -> int:
        """How many files of this run are to be read: new ones, changed ones, those read by another version."""
        return self._count(f"run = :run AND {_STALE}", run=self.run, reading=reading)

    def pending(self, reading: str, formats: Sequence[Format]) -> list[int]:
        """The shards that are to be (re)done: with files to be read, with outputs that are missing, or not recorded as done.

        A shard of files that are not named this time is done again only for outputs that it lacks, from the plans that it has.
        """
        wanted = set(formats)
        found = []
        rows = self._db.execute(
            f"SELECT id, done, formats, reading IS :reading, EXISTS (SELECT 1 FROM files WHERE shard = id AND run = :run AND {_STALE}), "
            "EXISTS (SELECT 1 FROM files WHERE shard = id AND run = :run) FROM shards ORDER BY id",
            {"reading": reading, "run": self.run},
        )
        for shard, done, written, current, stale, asked in rows:
            lacking = not wanted <= set(written.split())
            if (asked and (not done or stale or lacking)) or (not asked and current and (lacking or not done)):
                found.append(shard)
        return found

    def entries(self, shard: int, reading: str) -> tuple[Entry, ...]:
        """The files of a shard by path, copies of one file together; those that failed before and are unchanged have their verdict."""
        rows = self._db.execute(
            f"SELECT path, name, digest, bytes, problem, status, error, {_STALE}, run <> :run FROM files "
            "WHERE shard = :shard AND (run = :run OR status IS NOT NULL) "
            "ORDER BY min(path) OVER (PARTITION BY coalesce(digest, path)), path",
            {"shard": shard, "reading": reading, "run": self.run},
        )
        found = []
        for path, name, digest, size, problem, status, error, stale, kept in rows:
            verdict: tuple[Status, str] | None = None
            if problem is not None:
                verdict = "refused", problem
            elif status != "read" and (kept or not stale):
                verdict = status, error
            found.append(Entry(os.fsdecode(path), name, digest, size, verdict, bool(kept), bool(stale and not kept)))
        return tuple(found)

    def donors(self, shard: int) -> tuple[int, ...]:
        """Other shards that hold a read copy of one of its files."""
        rows = self._db.execute(
            "SELECT DISTINCT other.shard FROM files AS mine JOIN files AS other ON other.read_digest = mine.digest "
            "WHERE mine.shard = ? AND other.shard <> mine.shard AND other.status = 'read' LIMIT 64",
            (shard,),
        )
        return tuple(row[0] for row in rows)

    def begin(self, shard: int) -> None:
        """A shard is being redone: until `finish` its outputs are not to be relied on."""
        self._db.execute("UPDATE shards SET done = 0 WHERE id = ?", (shard,))

    def split(self, paths: Sequence[str]) -> int:
        """Move some files to a new shard."""
        self._db.execute("BEGIN IMMEDIATE")
        new = int(self._db.execute("SELECT max(id) + 1 FROM shards").fetchone()[0])
        self._db.execute("INSERT INTO shards (id) VALUES (?)", (new,))
        self._db.executemany("UPDATE files SET shard = ? WHERE path = ?", [(new, os.fsencode(path)) for path in paths])
        self._db.execute("COMMIT")
        return new

    def finish(self, shard: int, outcomes: Sequence[Outcome], reading: str, formats: Sequence[Format]) -> None:
        """A shard's outputs stand: write down what became of its files."""
        codes = Counter(code for outcome in outcomes for code in outcome.codes)
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(
                "UPDATE files SET status = ?, error = ?, digest = ?, read_digest = ?, bytes = ?, reading = ?, seconds = ?, year = ?, issuer = ?, tasks = ?, "
                "targets = ?, goals = ? WHERE path = ? AND run = ?",
                [
                    (
                        *(o.status, o.error, o.digest, o.digest, o.size, reading, o.seconds, o.year, o.issuer, o.tasks, o.targets, o.goals),
                        *(os.fsencode(o.path), self.run),
                    )
                    for o in outcomes
                ],
            )
            self._db.execute("DELETE FROM codes WHERE shard = ?", (shard,))
            self._db.executemany("INSERT INTO codes VALUES (?, ?, ?)", [(shard, code, count) for code, count in codes.items()])
            self._db.execute("UPDATE shards SET done = 1, reading = ?, formats = ? WHERE id = ?", (reading, " ".join(formats), shard))
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def formats(self) -> list[str]:
        """The formats that all shards have so far, or some of them."""
        return sorted({name for (names,) in self._db.execute("SELECT DISTINCT formats FROM shards") for name in names.split()})

    def shards(self) -> list[tuple[int, bool]]:
        """Every shard and whether it is done."""
        return [(shard, bool(done)) for shard, done in self._db.execute("SELECT id, done FROM shards ORDER BY id")]

    def select(self, question: str, *values: object) -> Iterator[tuple[object, ...]]:
        """The rows that answer a question, for the report."""
        yield from self._db.execute(question, values)

    def _count(self, condition: str, *values: object, **named: object) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM files WHERE {condition}", named or values).fetchone()[0])
