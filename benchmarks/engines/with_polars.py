"""Polars, one process: `python with_polars.py notices.parquet OUT`."""

import sys
from pathlib import Path

import polars
import pyarrow as pa

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema

packed, out = sys.argv[1:]
Path(out).mkdir()
notices = polars.read_parquet(packed).to_arrow()
plans = polars.from_arrow(pa.Table.from_batches(parse_batches(notices.to_batches(max_chunksize=256)), schema=plans_schema()))
plans.write_parquet(f"{out}/plans.parquet")
