"""Notices of a folder as one Parquet file, `name` and `content`: `python pack.py FOLDER notices.parquet`."""

import sys
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

folder, packed = Path(sys.argv[1]), sys.argv[2]
schema = pa.schema([("name", pa.string()), ("content", pa.binary())])
paths = sorted(path for path in folder.rglob("*") if path.is_file())
with parquet.ParquetWriter(packed, schema, compression="zstd") as writer:
    for start in range(0, len(paths), 256):
        some = paths[start : start + 256]
        names = [path.relative_to(folder).as_posix() for path in some]
        writer.write_batch(pa.RecordBatch.from_arrays([pa.array(names), pa.array([path.read_bytes() for path in some])], schema=schema))
