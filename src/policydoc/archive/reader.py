"""读档: the tables and plans of an archive that `policydoc batch` wrote, as Arrow and as models."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from policydoc.archive.arrow import arrow_table, pyarrow, schema
from policydoc.archive.columns import STATUSES, TABLES, VERSION, Status
from policydoc.archive.manifest import FILE, LAYOUT
from policydoc.archive.tables import rows, unread
from policydoc.archive.task import parquet_path, plans_path
from policydoc.errors import ArchiveError

if TYPE_CHECKING:
    import pyarrow as pa

    from policydoc.model import Plan


class _File(NamedTuple):
    """A file of a shard, as the manifest tells it."""

    name: str
    status: Status
    error: str | None
    digest: str | None
    size: int | None
    year: int | None


def read_archive(out: str | os.PathLike[str]) -> Archive:
    """档案: the archive in a folder; what is no archive, or one of another version, raises `ArchiveError`."""
    return Archive(os.fspath(out))


class Archive(Mapping[str, "pa.Table"]):
    """档案: table → Arrow table. A table is read when it is asked for; `batches` gives a large one in pieces.

    An archive whose run was interrupted has the shards that are done. Needs pyarrow, but for `plans`.
    """

    def __init__(self, out: str) -> None:
        self.path = out
        manifest = os.path.join(out, FILE)
        if not os.path.isfile(manifest):
            raise ArchiveError(f"{out}: no archive; name the folder that `policydoc batch -o` wrote")
        self._manifest = f"file:{_quoted(os.path.abspath(manifest))}?mode=ro"
        try:
            known = dict(self._ask("SELECT key, value FROM archive"))
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{manifest}: no manifest of policydoc ({error}); run `policydoc batch` again") from None
        if (known.get("layout"), str(known.get("tables")).partition(".")[0]) != (LAYOUT, VERSION.partition(".")[0]):
            raise ArchiveError(
                f"{out}: an archive of layout {known.get('layout')} and tables {known.get('tables')}, this policydoc reads {LAYOUT} and "
                f"{VERSION}: read it with the policydoc that wrote it, or run `policydoc batch` again"
            )

    def __getitem__(self, table: str) -> pa.Table:
        """The whole table."""
        if table not in TABLES:
            raise KeyError(table)
        return pyarrow().Table.from_batches(self.batches(table), schema=schema(table))

    def __iter__(self) -> Iterator[str]:
        """The names of the tables."""
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def __repr__(self) -> str:
        return f"Archive({self.path!r})"

    def batches(self, table: str) -> Iterator[pa.RecordBatch]:
        """The table in pieces, shard by shard: from Parquet where a shard has it, else from its plans."""
        for shard, formats in self._shards():
            if "parquet" in formats:
                yield from _parquet(parquet_path(self.path, table, shard), table)
            else:
                found = [row for file, plan in self._read(shard) for row in _rows(file, plan)[table]]
                yield from arrow_table(table, found).to_batches()

    def plans(self) -> Iterator[Plan]:
        """The plans, in the order of the shards; files that were not read have none."""
        for shard, _ in self._shards():
            yield from self._stored(shard)

    def _ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self._manifest, uri=True)
        try:
            return connection.execute(question, values).fetchall()
        finally:
            connection.close()

    def _shards(self) -> Iterator[tuple[int, list[str]]]:
        """Shards that are done, and the formats that they have."""
        for shard, formats in self._ask("SELECT id, formats FROM shards WHERE done ORDER BY id"):
            yield shard, formats.split()

    def _read(self, shard: int) -> Iterator[tuple[_File, Plan | None]]:
        """The files of a shard and the plans of those that were read; copies of one file share theirs."""
        plans = {plan.source.sha256: plan for plan in self._stored(shard)}
        question = "SELECT name, status, error, read_digest, bytes, year FROM files WHERE shard = ? AND status IS NOT NULL ORDER BY path"
        for values in self._ask(question, shard):
            file = _File(*values)
            if file.status != "read":
                yield file, None
            elif file.digest in plans:
                yield file, plans[file.digest]
            else:
                raise ArchiveError(f"{plans_path(self.path, shard)}: the plan of {file.name} is missing; run `policydoc batch` again")

    def _stored(self, shard: int) -> Iterator[Plan]:
        from policydoc.model import Plan

        with open(plans_path(self.path, shard), "rb") as lines:
            yield from map(Plan.model_validate_json, lines)


def _rows(file: _File, plan: Plan | None) -> dict[str, list[dict[str, object]]]:
    if plan is not None:
        return rows(plan, file.name, year=file.year)
    status = file.status if file.status in STATUSES else "fault"
    return unread(file.name, status, file.error or "", sha256=file.digest, size=file.size, year=file.year)


def _parquet(path: str, table: str) -> Iterator[pa.RecordBatch]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches():
            yield pyarrow().RecordBatch.from_arrays(batch.select(schema(table).names).columns, schema=schema(table))


def _quoted(path: str) -> str:
    from urllib.request import pathname2url

    return pathname2url(path)
