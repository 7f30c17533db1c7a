"""箭头表: the tables as Arrow. Needs pyarrow (`pip install policydoc[arrow]`), which is loaded when it is first used."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from policydoc.archive.columns import NESTED, TABLES, VERSION, Kind
from policydoc.archive.decimals import PLACES, PRECISION
from policydoc.errors import PolicydocError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

Row = dict[str, Any]

TABLES_VERSION: Final = b"policydoc.tables"
"""Key of a schema's metadata: the version of the tables."""


def pyarrow() -> Any:
    """The module `pyarrow`, or one line that says how to install it."""
    try:
        import pyarrow
    except ImportError as error:
        raise PolicydocError("Arrow tables need pyarrow: pip install 'policydoc[arrow]'") from error
    return pyarrow


@cache
def arrow_type(kind: Kind) -> pa.DataType:
    """The Arrow type of a column's kind.

    >>> arrow_type("decimal")
    Decimal128Type(decimal128(38, 18))
    """
    pa = pyarrow()
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "decimal": pa.decimal128(PRECISION, PLACES),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    return types[kind]


@cache
def schema(table: str) -> pa.Schema:
    """表模式: the fixed schema of a table; its metadata has the version of the tables.

    >>> schema("goals").names
    ['name', 'document', 'id', 'task', 'section', 'kind', 'text', 'span_start', 'span_end']
    """
    fields = [pyarrow().field(column.name, arrow_type(column.kind), nullable=column.nullable) for column in TABLES[table]]
    return pyarrow().schema(fields, metadata={TABLES_VERSION: VERSION})


@cache
def plans_schema() -> pa.Schema:
    """批模式: the fixed schema of what `parse_batches` gives, one row for each document.

    It has the columns of `documents`, the rows of each other table as a list, and `plan`, the whole plan as JSON (null
    where there is none).

    >>> plans_schema().names[-7:]
    ['tasks', 'targets', 'goals', 'responsibilities', 'deadlines', 'diagnostics', 'plan']
    """
    pa = pyarrow()
    lists = [
        pa.field(table, pa.list_(pa.field("item", pa.struct(list(schema(table))), nullable=False)), nullable=False) for table in NESTED
    ]
    fields = [*schema("documents"), *lists, pa.field("plan", pa.string())]
    return pa.schema(fields, metadata={TABLES_VERSION: VERSION})


def columns(table: str, rows: Sequence[Row]) -> list[pa.Array]:
    """The columns of some rows."""
    if not rows:
        return [pyarrow().array([], type=arrow_type(column.kind)) for column in TABLES[table]]
    found = zip(*map(itemgetter(*(column.name for column in TABLES[table])), rows), strict=True)
    return [pyarrow().array(values, type=arrow_type(column.kind)) for column, values in zip(TABLES[table], found, strict=True)]


def arrow_table(table: str, rows: Sequence[Row]) -> pa.Table:
    """箭头表: rows as `policydoc.archive.tables.rows` gives them → an Arrow table of the fixed schema.

    >>> arrow_table("goals", []).num_rows
    0
    """
    return pyarrow().Table.from_arrays(columns(table, rows), schema=schema(table))


def nested(table: str, found: Sequence[Sequence[Row]]) -> pa.Array:
    """The rows that each document has in a table, as lists of structures."""
    pa = pyarrow()
    offsets = [0]
    for rows in found:
        offsets.append(offsets[-1] + len(rows))
    flat = pa.StructArray.from_arrays(columns(table, [row for rows in found for row in rows]), fields=list(schema(table)))
    kind = plans_schema().field(table).type
    return pa.ListArray.from_arrays(pa.array(offsets, type=pa.int32()), flat, type=kind)


def unnested(plans: pa.Table | pa.RecordBatch) -> dict[str, pa.Table]:
    """展开: what `parse_batches` gave → the tables of an archive.

    >>> {name: table.num_rows for name, table in unnested(plans_schema().empty_table()).items()}["documents"]
    0
    """
    pa = pyarrow()
    whole = pa.Table.from_batches([plans]) if isinstance(plans, pa.RecordBatch) else plans
    tables = {"documents": whole.select(schema("documents").names).cast(schema("documents"))}
    for table in NESTED:
        pieces = [piece.flatten() for piece in whole.column(table).chunks]
        batches = [pa.RecordBatch.from_arrays(piece.flatten(), schema=schema(table)) for piece in pieces]
        tables[table] = pa.Table.from_batches(batches, schema=schema(table))
    return tables
