"""No engine, one process: `python with_pyarrow.py notices.parquet OUT`."""

import sys

from pyarrow import dataset, parquet

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema

packed, out = sys.argv[1:]
notices = parquet.ParquetFile(packed).iter_batches(batch_size=256)
dataset.write_dataset(parse_batches(notices), out, schema=plans_schema(), format="parquet")
