"""PySpark: a data frame in, the data frame with the columns of ``cleanarticle.records`` added out.

Wants ``cleanarticle[spark]`` on the driver, and on the workers cleanarticle and pyarrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleanarticle.integrations.arrow import ERROR, BatchCleaner

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

# The host of an address, without the "www." before it.
_HOST = r"^\s*[a-z][a-z0-9+.-]*://(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)"


def clean(frame: DataFrame, batches: BatchCleaner | None = None) -> DataFrame:
    """Add the columns to a data frame: lazily, by ``mapInArrow``, without a shuffle, rows and partitions as they are.

    Args:
        frame: Holds a column of texts or pages.
        batches: Says which, and how they are cleaned; the column ``text`` if not given.

    Raises:
        ColumnError: A column that is asked for is missing or holds no text, or the name of an added one is taken.
    """
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
    from pyspark.sql.types import StructType

    batches = batches or BatchCleaner()
    added = from_arrow_schema(batches.added(to_arrow_schema(frame.schema)))
    return frame.mapInArrow(batches.each, StructType([*frame.schema.fields, *added.fields]))


def by_site(frame: DataFrame, *, url: str = "url", prefix: str = "") -> DataFrame:
    """Count a cleaned data frame by site, largest first.

    The columns: ``site`` (the host of ``url``, empty where there is none), ``records``, ``cleaned``, ``failed`` (rows
    with ``clean_error``), and ``removed_share``, the mean share of a text that went.
    """
    from pyspark.sql import functions as f

    def at(name: str) -> Column:
        return f.col(f"`{prefix}{name}`")

    site = f.coalesce(f.regexp_extract(f.lower(f.col(f"`{url}`")), _HOST, 1), f.lit(""))
    counts = frame.groupBy(site.alias("site")).agg(
        f.count(f.lit(1)).alias("records"),
        f.count(at("clean_text")).alias("cleaned"),
        f.count(at(ERROR)).alias("failed"),
        f.avg(at("removed_share")).alias("removed_share"),
    )
    return counts.orderBy(f.desc("records"), "site")
