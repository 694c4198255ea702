"""One module a format: ``read`` gives its records raw, in the main process; ``story`` parses one, in a worker.

Reading does as little as it can, since one process reads for all workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from cleanarticle.batch.formats import csv, files, jsonl, parquet, warc
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story
from cleanarticle.batch.shards import Shard

_READ: Mapping[str, Callable[[Shard, Options], Iterator[Raw]]] = MappingProxyType(
    {"jsonl": jsonl.read, "csv": csv.read, "parquet": parquet.read, "warc": warc.read, "files": files.read}
)
_STORY: Mapping[str, Callable[[Any, Options], Story]] = MappingProxyType(
    {"jsonl": jsonl.story, "csv": csv.story, "parquet": parquet.story, "warc": warc.story, "files": files.story}
)


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The records of an input file. Where it breaks off, the last one says why and is ``final``."""
    number = 0
    try:
        for raw in _READ[shard.format](shard, options):
            number = raw.number
            yield raw
    except BrokenInputError as error:
        yield Raw(number + 1, flaw=str(error), final=True)
    except OSError as error:
        yield Raw(number + 1, flaw=error.strerror or str(error), final=True)


def story(format: str, payload: Any, options: Options) -> Story:  # noqa: ANN401
    """What a raw record holds; raises UnfitError where it cannot be cleaned."""
    return _STORY[format](payload, options)
