"""DuckDB, one process: `python with_duckdb.py notices.parquet OUT`."""

import sys
from pathlib import Path

import duckdb
import pyarrow as pa

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema

packed, out = sys.argv[1:]
Path(out).mkdir()
notices = duckdb.connect().read_parquet(packed).to_arrow_reader(256)
plans = pa.RecordBatchReader.from_batches(plans_schema(), parse_batches(notices))
duckdb.connect().sql("SELECT * FROM plans").write_parquet(f"{out}/plans.parquet")
