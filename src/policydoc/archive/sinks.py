"""出口: where the rows and plans of a shard go. Each writes beside its final place; the shard puts all in place together."""

from __future__ import annotations

import datetime
import json
import os
import sqlite3
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Protocol

from policydoc.archive.columns import TABLES, Kind
from policydoc.archive.task import Task, parquet_path, piece_path, plans_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pyarrow.parquet as pq

Row = dict[str, Any]

GROUP: Final = 128
"""Files whose rows make a row group of Parquet: what a worker keeps in memory."""
SQL_TYPES: Final[dict[Kind, str]] = {"text": "TEXT", "integer": "INTEGER", "decimal": "NUMERIC", "date": "DATE", "texts": "TEXT"}


class Sink(Protocol):
    """出口: takes what became of each file, and is closed or given up."""

    def add(self, tables: Mapping[str, Sequence[Row]], plan: bytes) -> None:
        """The rows of one file and its plan as a line without its end, empty where there is none."""

    def flush(self) -> None:
        """Write out what waits: `GROUP` files have been added."""

    def close(self) -> list[tuple[str, str]]:
        """Finish writing; (written, final name) of each file."""

    def abandon(self) -> None:
        """Leave nothing behind."""


class PlansSink:
    """JSON Lines: whole plans, one on a line."""

    def __init__(self, task: Task) -> None:
        self._name = plans_path(task.out, task.shard)
        self._written = temporary(self._name)
        self._file = open(self._written, "wb")  # noqa: SIM115  # closed below

    def add(self, tables: Mapping[str, Sequence[Row]], plan: bytes) -> None:  # noqa: ARG002  # a sink of plans
        """A line, where there is a plan."""
        if plan:
            self._file.write(plan + b"\n")

    def flush(self) -> None:
        """Nothing waits for long."""

    def close(self) -> list[tuple[str, str]]:
        """One file."""
        self._file.close()
        return [(self._written, self._name)]

    def abandon(self) -> None:
        """Remove it."""
        self._file.close()
        remove(self._written)


class ParquetSink:
    """Parquet: one file for each table, compressed, a row group for each `GROUP` files."""

    def __init__(self, task: Task) -> None:
        import pyarrow.parquet as pq

        from policydoc.archive.arrow import schema

        self._waiting: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._names = {table: parquet_path(task.out, table, task.shard) for table in TABLES}
        self._writers: dict[str, pq.ParquetWriter] = {
            table: pq.ParquetWriter(temporary(name), schema(table), compression="zstd") for table, name in self._names.items()
        }

    def add(self, tables: Mapping[str, Sequence[Row]], plan: bytes) -> None:  # noqa: ARG002  # a sink of rows
        """Rows, which wait."""
        for table, rows in tables.items():
            self._waiting[table] += rows

    def flush(self) -> None:
        """A row group of each table."""
        from policydoc.archive.arrow import arrow_table

        for table, rows in self._waiting.items():
            if rows:
                self._writers[table].write_table(arrow_table(table, rows))
            rows.clear()

    def close(self) -> list[tuple[str, str]]:
        """One file for each table, also for an empty one."""
        self.flush()
        for writer in self._writers.values():
            writer.close()
        return [(temporary(name), name) for name in self._names.values()]

    def abandon(self) -> None:
        """Remove them."""
        for table, writer in self._writers.items():
            with suppress(Exception):  # pyarrow says once more what the disk said
                writer.close()
            remove(temporary(self._names[table]))


class PieceSink:
    """SQLite: the shard's rows as a database of their own, from which the archive's takes them."""

    def __init__(self, task: Task) -> None:
        self._name = piece_path(task.out, task.shard)
        self._written = temporary(self._name)
        remove(self._written)
        self._db = sqlite3.connect(self._written, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
        self._into: dict[str, tuple[str, Callable[[Row], list[Any]]]] = {}
        for table in TABLES:
            self._db.execute(create(table))
            marks = ", ".join("?" * len(TABLES[table]))
            self._into[table] = (f'INSERT INTO "{table}" VALUES ({marks})', _values(table))

    def add(self, tables: Mapping[str, Sequence[Row]], plan: bytes) -> None:  # noqa: ARG002  # a sink of rows
        """Rows, at once."""
        for table, rows in tables.items():
            insert, values = self._into[table]
            self._db.executemany(insert, map(values, rows))

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> list[tuple[str, str]]:
        """One file, for the work folder."""
        self._db.execute("COMMIT")
        self._db.close()
        return [(self._written, self._name)]

    def abandon(self) -> None:
        """Remove it."""
        self._db.close()
        remove(self._written)


def create(table: str, schema: str = "main") -> str:
    """The SQL that makes a table.

    >>> create("goals")[:60]
    'CREATE TABLE IF NOT EXISTS main."goals" ("name" TEXT NOT NUL'
    """
    columns = (f'"{column.name}" {SQL_TYPES[column.kind]}{"" if column.nullable else " NOT NULL"}' for column in TABLES[table])
    return f'CREATE TABLE IF NOT EXISTS {schema}."{table}" ({", ".join(columns)})'


def _values(table: str) -> Callable[[Row], list[Any]]:
    names = [column.name for column in TABLES[table]]
    plain = all(column.kind in ("text", "integer") for column in TABLES[table])
    if plain:
        return lambda row: [row[name] for name in names]
    return lambda row: [stored(row[name]) for name in names]


def stored(value: Any) -> Any:
    """A value as SQLite keeps it: dates as ISO text, lists as JSON, numbers exact where SQLite can hold them so.

    >>> stored(Decimal("12000")), stored(Decimal("1.2")), stored(datetime.date(2024, 3, 5)), stored(["各县区", "市政府各部门"])
    (12000, 1.2, '2024-03-05', '["各县区", "市政府各部门"]')
    """
    if value is None or value.__class__ is str or value.__class__ is int:
        return value
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < 2**63
        return int(value) if whole else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def temporary(name: str) -> str:
    """The name under which this process writes a file until it is whole."""
    return f"{name}.{os.getpid()}.tmp"


def remove(path: str) -> None:
    """Remove a file that may not be there."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


SINKS: Final[dict[str, Callable[[Task], Sink]]] = {"parquet": ParquetSink, "sqlite": PieceSink}
"""What a format needs beside the plans, which are always written."""
