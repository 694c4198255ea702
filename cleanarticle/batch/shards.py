"""The input files of a run: found lazily and always in the same order, whatever their number."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleanarticle.errors import BatchError

# Format -> the suffixes that mean it; compression is told from the content.
FORMATS = {
    "jsonl": (".jsonl", ".ndjson", ".json"),
    "csv": (".csv", ".tsv"),
    "parquet": (".parquet", ".pq"),
    "warc": (".warc",),
    "files": (".txt", ".md", ".html", ".htm", ".xhtml", ".shtml"),
}
_BY_SUFFIX = {suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes}
_COMPRESSED = frozenset({".gz", ".zst"})


@dataclass(frozen=True)
class Shard:
    """An input file.

    Attributes:
        name: What output and messages call it.
        path: Where it is; None for standard input.
        format: One of ``FORMATS``.
        size: Its bytes on disk; 0 where that is not known.
    """

    name: str
    path: Path | None
    format: str
    size: int


def format_of(path: Path) -> str | None:
    """The format that a file's name tells, or None."""
    suffix = path.suffix.lower()
    if suffix in _COMPRESSED:
        inner = _BY_SUFFIX.get(Path(path.stem).suffix.lower())
        return None if inner in ("files", "parquet") else inner
    return _BY_SUFFIX.get(suffix)


def find(inputs: Sequence[str], given: str | None, without: Collection[Path] = ()) -> Iterator[Shard]:
    """The input files, folders spread out, in order.

    Args:
        inputs: Files, folders, ``"-"``.
        given: The format of all of them; None: told by their names.
        without: Files and folders that are the run's own, and no input wherever they lie.

    Raises:
        BatchError: An input is not there, has a format that its name does not tell, or is the output.
    """
    own = {path.resolve() for path in without}
    for name in inputs:
        path = Path(name)
        if name == "-":
            yield Shard("-", None, given or "jsonl", 0)
        elif path.is_dir():
            yield from _below(path, given, own)
        elif not path.exists():
            raise BatchError(f"{name}: no such file or folder")
        elif path.resolve() in own:
            raise BatchError(f"{name} is the output; give it another name with -o")
        else:
            form = given or format_of(path)
            if form is None:
                raise BatchError(f"{name}: its name does not tell what it is; say it: --format {'|'.join(FORMATS)}")
            yield Shard(name, path, form, path.stat().st_size)


def _below(folder: Path, given: str | None, own: Collection[Path]) -> Iterator[Shard]:
    found = False
    for path in _walk(folder, own):
        form = given or format_of(path)
        if form is not None:
            found = True
            yield Shard(str(path), path, form, path.stat().st_size)
    if not found:
        raise BatchError(f"{folder}: no file in this folder whose name tells that it is an input")


def _walk(folder: Path, own: Collection[Path]) -> Iterator[Path]:
    """The files below a folder. Holds the names of one folder a level in memory, never those of all."""
    try:
        with os.scandir(folder) as entries:
            # Links to folders are not followed: they may lead round in a circle.
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_file()) for entry in entries)
    except OSError as error:
        raise BatchError(f"{folder}: {error.strerror}") from error
    for name, is_folder, is_file in names:
        path = folder / name
        if own and path.resolve() in own:
            continue
        if is_folder:
            yield from _walk(path, own)
        elif is_file:
            yield path


@dataclass(frozen=True)
class Census:
    """All inputs at one moment: how much they are, and a digest of their names, sizes and times."""

    files: int
    size: int
    digest: str


def census(shards: Iterator[Shard]) -> Census:
    """Count the inputs and take their digest."""
    digest = hashlib.sha256()
    files = size = 0
    for shard in shards:
        time = shard.path.stat().st_mtime_ns if shard.path else 0
        digest.update(repr((shard.name, shard.format, shard.size, time)).encode("utf-8", "surrogateescape"))
        files += 1
        size += shard.size
    return Census(files, size, digest.hexdigest())
