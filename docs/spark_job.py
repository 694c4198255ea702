"""Clean a Parquet data set on Spark: Parquet in, Parquet out, and counts by site at the end. Copy it and change it.

    spark-submit docs/spark_job.py IN OUT --url url
    spark-submit docs/spark_job.py IN OUT --html html --url url --removals

IN and OUT are whatever Spark reads and writes: a folder, ``s3a://...``, ``hdfs://...``. OUT must not be there yet.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from cleanarticle.integrations import spark
from cleanarticle.integrations.arrow import BatchCleaner


def main() -> None:
    """Read, clean, write, count."""
    parser = argparse.ArgumentParser(description="Clean the articles of a Parquet data set on Spark.")
    parser.add_argument("source", metavar="IN")
    parser.add_argument("target", metavar="OUT")
    parser.add_argument("--text", default="text", help="the column of texts (default: %(default)s)")
    parser.add_argument("--html", help="the column of pages, strings or bytes; cleaned instead of texts")
    parser.add_argument("--url", help="the column of addresses; without it there are no counts by site")
    parser.add_argument("--prefix", default="", help="stands before the names of the added columns")
    parser.add_argument("--removals", action="store_true", help="add what was taken out, and why")
    parser.add_argument("--sites", type=int, default=20, help="how many sites to print (default: %(default)s)")
    args = parser.parse_args()
    batches = BatchCleaner(text=args.text, html=args.html, url=args.url, removals=args.removals, prefix=args.prefix)

    session = SparkSession.builder.appName("cleanarticle").getOrCreate()
    # Spark hands a worker 10,000 rows at once by default: of pages, that is gigabytes.
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 200 if args.html else 1000)
    frame = session.read.parquet(args.source)
    spark.clean(frame, batches).write.parquet(args.target)

    # Counted from what was written: counting the cleaned frame itself would clean everything once more.
    cleaned = session.read.parquet(args.target)
    if args.url is None:
        print(f"{cleaned.count()} records")
    else:
        spark.by_site(cleaned, url=args.url, prefix=args.prefix).show(args.sites, truncate=False)
    session.stop()


if __name__ == "__main__":
    main()
