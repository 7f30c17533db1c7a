"""批: documents in Arrow record batches → their plans in Arrow record batches, for any engine that speaks Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from policydoc.archive.arrow import columns, nested, plans_schema, pyarrow
from policydoc.archive.columns import NESTED
from policydoc.archive.parsing import Parsed, parsed
from policydoc.archive.years import path_year
from policydoc.errors import PolicydocError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

ROWS: Final = 256
BYTES: Final = 64 * 1024 * 1024
"""A batch that is given has at most so many rows, and ends with the plan that makes it longer than so many bytes of JSON."""


def parse_batches(batches: Iterable[pa.RecordBatch], *, year_from: Literal["title", "path"] = "title") -> Iterator[pa.RecordBatch]:
    r"""批解析: batches with the columns `name` (string) and `content` (binary) → batches of `plans_schema()`, row for row.

    Pure and in order: the same documents give the same rows however they are cut into batches. A document that cannot be
    read is one row with its `status` and `error`; only batches without the two columns raise. Memory is that of one batch.

    >>> import pyarrow as pa
    >>> text = "云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。"
    >>> given = pa.RecordBatch.from_pydict({"name": ["a.txt", "b.txt"], "content": [text.encode(), b""]})
    >>> [batch.select(["name", "status", "target_count"]).to_pylist() for batch in parse_batches([given])]
    [[{'name': 'a.txt', 'status': 'read', 'target_count': 1}, {'name': 'b.txt', 'status': 'refused', 'target_count': None}]]
    """
    for batch in batches:
        yield from map(_batch, _groups(batch, year_from == "path"))


def _groups(batch: pa.RecordBatch, by_path: bool) -> Iterator[list[Parsed]]:
    """What became of the documents of a batch, in groups that make one batch each."""
    group: list[Parsed] = []
    size = 0
    for name, content in _documents(batch):
        group.append(parsed(name, content, year=path_year(name) if by_path else None))
        size += len(group[-1].plan or b"")
        if len(group) >= ROWS or size >= BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _documents(batch: pa.RecordBatch) -> Iterator[tuple[str, bytes | str | None]]:
    """Names and contents; each is made a Python object when its turn comes."""
    missing = {"name", "content"} - set(batch.schema.names)
    if missing:
        raise PolicydocError(
            f"the batch has no column {' and no column '.join(sorted(missing))}: give the columns name (string) and content (binary)"
        )
    for name, content in zip(batch.column("name"), batch.column("content"), strict=True):
        told: Any = name.as_py()
        yield "" if told is None else str(told), content.as_py()


def _batch(found: list[Parsed]) -> pa.RecordBatch:
    """The record batch of some documents."""
    arrays = columns("documents", [one.tables["documents"][0] for one in found])
    arrays += [nested(table, [one.tables[table] for one in found]) for table in NESTED]
    plans = [None if one.plan is None else one.plan.decode().removesuffix("\n") for one in found]
    arrays.append(pyarrow().array(plans, type=pyarrow().string()))
    return pyarrow().RecordBatch.from_arrays(arrays, schema=plans_schema())
