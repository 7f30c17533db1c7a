"""数据库: the tables of an archive in one SQLite file, into which the rows of a shard go whole or not at all.

A shard has its own range of row numbers, so that what it had before is replaced.
"""

from __future__ import annotations

import os
import sqlite3
from typing import Final

from policydoc.archive.columns import TABLES, VERSION
from policydoc.archive.sinks import create
from policydoc.archive.task import DATABASE, piece_path

BITS: Final = 32
"""Row numbers of one shard."""
_INDEXED: Final = {"documents": ("document",), "tasks": ("key",), "targets": ("document",)}


class Database:
    """The file `archive.sqlite` of an archive."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._db = sqlite3.connect(f"{out}/{DATABASE}", isolation_level=None)
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute(f"PRAGMA user_version = {int(VERSION.partition('.')[0])}")
        self._db.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            self._db.execute(create(table))
        self._db.execute("COMMIT")

    def take(self, shard: int) -> None:
        """Replace a shard's rows by those of its piece. The piece is left to whoever records the shard as done."""
        self._db.execute("ATTACH ? AS piece", (piece_path(self._out, shard),))
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for table in TABLES:
                    self._db.execute(f'DELETE FROM main."{table}" WHERE rowid BETWEEN ? AND ?', _range(shard))
                    columns = ", ".join(f'"{column.name}"' for column in TABLES[table])
                    self._db.execute(
                        f'INSERT INTO main."{table}" (rowid, {columns}) SELECT ? + rowid, {columns} FROM piece."{table}"', (shard << BITS,)
                    )
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        finally:
            self._db.execute("DETACH piece")

    def index(self) -> None:
        """Make the indexes that people ask by, once all rows are there."""
        for table, columns in _INDEXED.items():
            for column in columns:
                self._db.execute(f'CREATE INDEX IF NOT EXISTS "{table}_{column}" ON "{table}" ("{column}")')

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def has_shards(out: str) -> bool:
    """Whether the database is there."""
    return os.path.exists(f"{out}/{DATABASE}")


def _range(shard: int) -> tuple[int, int]:
    return shard << BITS, (shard + 1 << BITS) - 1
