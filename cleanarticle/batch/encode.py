"""Output records as bytes that can be appended: a JSON line each, compressed or not, or an Arrow batch."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from cleanarticle.batch.extras import pyarrow, zstd
from cleanarticle.batch.options import Options
from cleanarticle.errors import BatchError
from cleanarticle.records import arrow_schema, columns

Encode = Callable[[Sequence[dict[str, Any]], Options], bytes]

_SURROGATE = re.compile("[\ud800-\udfff]")
# Where a record comes from, before its columns.
PLACE = ("file", "record")


def encode(rows: Sequence[dict[str, Any]], options: Options) -> bytes:
    """The rows as they are appended to the unfinished output; what stands alone there stands in it whole."""
    return _ENCODERS[options.form](rows, options) if rows else b""


def empty(options: Options) -> bytes:
    """A whole output without a record, for all forms but Parquet: a file of no bytes is no .gz and no .zst."""
    return _ENCODERS[options.form]((), options)


def check(options: Options) -> None:
    """Raise BatchError where the output cannot be made: by its name, a missing package, or a column twice."""
    names = [*PLACE, *options.fields.carry, *(column.name for column in columns(options.removals))]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise BatchError(f"--carry {','.join(twice)}: the output has a column of that name")
    if options.form == "parquet":
        pyarrow(f"writing {options.output}")
    elif options.form == "jsonl.zst":
        zstd(f"writing {options.output}")


def line(row: Mapping[str, Any]) -> bytes:
    """A row as a line of JSON."""
    # A lone surrogate is no UTF-8. Its escape is, and in JSON it is even the right one.
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _jsonl(rows: Sequence[dict[str, Any]], options: Options) -> bytes:
    return b"".join(map(line, rows))


def _gzip(rows: Sequence[dict[str, Any]], options: Options) -> bytes:
    return gzip.compress(_jsonl(rows, options), 6, mtime=0)  # without a time the same is the same


def _zstd(rows: Sequence[dict[str, Any]], options: Options) -> bytes:
    compressed: bytes = zstd("writing .zst").compress(_jsonl(rows, options))
    return compressed


def _arrow(rows: Sequence[dict[str, Any]], options: Options) -> bytes:
    pa = pyarrow("writing Parquet")
    rows = [{**row, **{name: _as_string(row[name]) for name in options.fields.carry}} for row in rows]
    try:
        batch = pa.RecordBatch.from_pylist(rows, schema=schema(options))
    except UnicodeEncodeError:
        batch = pa.RecordBatch.from_pylist(_without_surrogates(rows), schema=schema(options))
    serialized: bytes = batch.serialize().to_pybytes()
    return serialized


def schema(options: Options) -> Any:  # noqa: ANN401
    """The Arrow schema of the output; what is carried are strings, and what was no string is JSON."""
    pa = pyarrow("writing Parquet")
    place = [pa.field("file", pa.string()), pa.field("record", pa.int64())]
    carried = [pa.field(name, pa.string()) for name in options.fields.carry]
    return pa.schema([*place, *carried, *arrow_schema(options.removals)])


def _as_string(value: Any) -> str | None:  # noqa: ANN401
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    return [_without_surrogates(item) for item in value] if isinstance(value, list) else value


_ENCODERS: Mapping[str, Encode] = MappingProxyType(
    {"jsonl": _jsonl, "jsonl.gz": _gzip, "jsonl.zst": _zstd, "parquet": _arrow}
)
