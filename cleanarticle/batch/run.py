"""A batch run from beginning to end, and what it tells while it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Protocol

from cleanarticle.batch import encode
from cleanarticle.batch.chunks import chunks
from cleanarticle.batch.options import Options
from cleanarticle.batch.pool import Pool
from cleanarticle.batch.shards import Shard, census, find
from cleanarticle.batch.store import Paths, Store
from cleanarticle.batch.tally import Tally
from cleanarticle.errors import BatchError
from cleanarticle.heuristics.base import name_of


class Watcher(Protocol):
    """Whoever wants to know how a run goes."""

    def begin(self, size: int, tally: Tally) -> None:
        """It begins: the bytes of all inputs, and what was counted before an interruption."""

    def update(self, position: int, tally: Tally) -> None:
        """It went on: bytes of the inputs that were read, and what was counted."""

    def broken(self, file: str, reason: str) -> None:
        """An input could not be read, or not to its end."""


def run(options: Options, watcher: Watcher, *, resume: bool = False, force: bool = False) -> Tally | None:
    """Clean all records of the inputs into the output.

    Args:
        options: What to do.
        watcher: Who is told how it goes.
        resume: Go on where an interrupted run was; start where there is none; do nothing where it is all done.
        force: Write an output anew that exists.

    Returns:
        What was counted; None where ``resume`` found the output finished.

    Raises:
        BatchError: It cannot start, or cannot go on; what is done is kept, and ``resume`` goes on from there.
    """
    encode.check(options)
    if resume and "-" in options.inputs:
        raise BatchError("--resume: standard input cannot be read again from its beginning; give files")
    paths = Paths(options)
    try:
        if resume and paths.is_finished:
            paths.clear()
            return None
        counted = census(_shards(options))
        asked = json.loads(json.dumps({"options": options.decisive(), "census": asdict(counted)}, default=name_of))
        store = Store.resume(options, asked) if resume else None
        store = store or Store.begin(options, asked, force)
    except OSError as error:
        raise BatchError(f"{error.filename or paths.output}: {error.strerror}") from error
    try:
        watcher.begin(counted.size, store.tally)
        _work(options, store, watcher)
        store.finish()
    except OSError as error:
        where = error.filename or paths.folder
        raise BatchError(f"{where}: {error.strerror}; what is done is kept, --resume goes on") from error
    finally:
        store.close()
    return store.tally


def _shards(options: Options) -> Iterator[Shard]:
    return find(options.inputs, options.format, Paths(options).all)


def _work(options: Options, store: Store, watcher: Watcher) -> None:
    if store.is_over:
        return
    # However this ends, nothing more is committed: an interruption may come amid an append, and then only what the
    # journal says is whole. It costs a second of work.
    with Pool(options) as pool:
        for chunk, done in pool.map(chunks(_shards(options), options, store.place)):
            for file, reason in done.broken:
                watcher.broken(file, reason)
            store.append(done, chunk.end)
            watcher.update(chunk.position, store.tally)
