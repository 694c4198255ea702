"""Parquet, by pyarrow: a column or several of each row, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleanarticle.batch.extras import pyarrow
from cleanarticle.batch.formats.fields import check, story_of
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story, too_large
from cleanarticle.batch.shards import Shard
from cleanarticle.errors import BatchError

_ROWS = 64


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The rows, as dicts of the columns that are wanted."""
    if shard.path is None:
        raise BrokenInputError("Parquet is not read from standard input")
    try:
        pa = pyarrow(f"reading {shard.name}")
        from pyarrow import parquet
    except BatchError as error:
        raise BrokenInputError(str(error)) from None
    try:
        # A few pages at a time: with pre_buffer a whole row group would be held.
        with parquet.ParquetFile(shard.path, pre_buffer=False) as file:
            columns = list(file.schema_arrow.names)
            check(options.fields, columns)
            yield from _raws(file, _wanted(options, columns), shard.size, options.max_record_size)
    except (pa.ArrowException, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise BrokenInputError(f"cannot be read as Parquet ({reason})") from error


def story(payload: dict[str, Any], options: Options) -> Story:
    """The story of a row."""
    return story_of(payload, options)


def _wanted(options: Options, columns: list[str]) -> list[str]:
    fields = options.fields
    names = {name for name, _ in fields.sources} | {*fields.named, "url", "title"}
    return [column for column in columns if column in names or any(name.startswith(column + ".") for name in names)]


def _raws(file: Any, columns: list[str], size: int, limit: int) -> Iterator[Raw]:  # noqa: ANN401
    total = file.metadata.num_rows
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            length = sum(len(value) for value in row.values() if isinstance(value, (str, bytes)))
            position = size * number // total
            if length > limit:
                yield Raw(number, position=position, flaw=too_large(limit))
            else:
                yield Raw(number, row, length, position)
