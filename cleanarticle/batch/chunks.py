"""Records in bundles: the unit that goes to a worker, comes back, and is written.

Where one chunk ends and the next begins hangs on the records alone, never on the number of workers or on when a run was
interrupted: so the output is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from cleanarticle.batch.formats import read
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import Raw
from cleanarticle.batch.shards import Shard

_RECORDS = 64
_BYTES = 1_000_000


class Place(NamedTuple):
    """A place in the inputs: so many files are done, and so many records of the next one."""

    shards: int = 0
    records: int = 0


BEGINNING = Place()


class Item(NamedTuple):
    """A raw record, the file that it is from, and that file's format."""

    file: str
    format: str
    raw: Raw


@dataclass(frozen=True)
class Chunk:
    """Some records that follow each other.

    Attributes:
        items: The records.
        end: The place after the last of them.
        position: How many bytes of all inputs on disk were read with them.
    """

    items: list[Item]
    end: Place
    position: int


def chunks(shards: Iterator[Shard], options: Options, start: Place = BEGINNING) -> Iterator[Chunk]:
    """The records of all files from a place on, in bundles."""
    items: list[Item] = []
    size = before = 0
    for number, shard in enumerate(shards):
        if number >= start.shards:
            skip = start.records if number == start.shards else 0
            for count, raw in enumerate(islice(read(shard, options), skip, None), skip + 1):
                items.append(Item(shard.name, shard.format, raw))
                size += raw.size
                if len(items) >= _RECORDS or size >= _BYTES:
                    yield Chunk(items, Place(number, count), before + raw.position)
                    items, size = [], 0
        before += shard.size
    if items:
        yield Chunk(items, Place(number + 1), before)
