"""Daft: `python with_daft.py notices.parquet OUT`."""

import sys

import daft
import pyarrow as pa

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema

ROW = daft.DataType.from_arrow_type(pa.struct(list(plans_schema())))


@daft.func.batch(return_dtype=ROW, use_process=True, batch_size=256)
def plans(name: daft.Series, content: daft.Series) -> pa.Array:
    """The plans of some notices."""
    given = pa.RecordBatch.from_arrays([name.to_arrow(), content.to_arrow()], names=["name", "content"])
    return pa.Table.from_batches(parse_batches([given])).to_struct_array().combine_chunks()


packed, out = sys.argv[1:]
notices = daft.read_parquet(packed).into_batches(256)
notices.select(plans(notices["name"], notices["content"]).unnest()).write_parquet(out)
