"""Ray Data: `python with_ray.py notices.parquet OUT`."""

import sys

import pyarrow as pa
import ray

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema


def plans(notices: pa.Table) -> pa.Table:
    """The plans of a block of notices."""
    return pa.Table.from_batches(parse_batches(notices.to_batches()), schema=plans_schema())


packed, out = sys.argv[1:]
notices = ray.data.read_parquet(packed, override_num_blocks=16)
notices.map_batches(plans, batch_format="pyarrow", batch_size=256).write_parquet(out)
