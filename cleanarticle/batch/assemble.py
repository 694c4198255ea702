"""From the appended bytes to the output file. JSON Lines are it already; Parquet wants row groups and a footer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleanarticle.batch.encode import empty, schema
from cleanarticle.batch.extras import pyarrow
from cleanarticle.batch.options import Options

# A row group is held in memory, when it is written and when it is read.
_ROWS = 20_000
_BYTES = 32_000_000


def assemble(part: Path, whole: Path, options: Options) -> Path:
    """Make the output of what was appended; gives the file that is to take the output's name, on disk in full."""
    if options.form != "parquet":
        if not part.stat().st_size:
            part.write_bytes(empty(options))
        return part
    pa = pyarrow("writing Parquet")
    from pyarrow import parquet

    wanted = schema(options)
    with pa.OSFile(str(part)) as source, whole.open("wb") as file:
        with parquet.ParquetWriter(file, wanted, compression="zstd") as writer:
            for batches in _groups(_batches(pa, source, wanted)):
                writer.write_table(pa.Table.from_batches(batches, wanted).combine_chunks())
        file.flush()
        os.fsync(file.fileno())
    return whole


def _batches(pa: Any, source: Any, wanted: Any) -> Iterator[Any]:  # noqa: ANN401
    """The batches that the workers made, one message after the other."""
    size = source.size()
    while source.tell() < size:
        yield pa.ipc.read_record_batch(pa.ipc.read_message(source), wanted)


def _groups(batches: Iterator[Any]) -> Iterator[list[Any]]:
    """Batches in runs that make good row groups."""
    group: list[Any] = []
    rows = size = 0
    for batch in batches:
        group.append(batch)
        rows += batch.num_rows
        size += batch.nbytes
        if rows >= _ROWS or size >= _BYTES:
            yield group
            group, rows, size = [], 0, 0
    if group:
        yield group
