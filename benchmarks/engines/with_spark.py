"""Spark: `spark-submit with_spark.py notices.parquet OUT`."""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from policydoc.archive import parse_batches
from policydoc.archive.arrow import plans_schema

packed, out = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
notices = spark.read.parquet(packed).repartition(spark.sparkContext.defaultParallelism * 4)
plans = notices.mapInArrow(parse_batches, from_arrow_schema(plans_schema()))
plans.write.parquet(out)
