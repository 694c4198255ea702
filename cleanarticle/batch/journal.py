"""The journal of a run: up to where its output is good. After a crash at any moment, the last whole line is true.

The first line says what the run is; each further one a place in the inputs, how long output and error file are there,
and what was counted since the line before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from cleanarticle.batch.chunks import BEGINNING, Place
from cleanarticle.batch.tally import Tally
from cleanarticle.errors import BatchError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """How far a run is.

    Attributes:
        place: Where it goes on.
        output: The length of the unfinished output in bytes.
        errors: That of the error file.
        tally: What was counted.
        is_over: Whether all inputs are done.
    """

    place: Place = BEGINNING
    output: int = 0
    errors: int = 0
    tally: Tally = field(default_factory=Tally)
    is_over: bool = False


class Journal:
    """A journal that is written to; no other run can open it until it is closed."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("a+b", buffering=0)
        if fcntl:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._file.close()
                raise BatchError(f"{path.parent}: another run is at work there") from None

    def begin(self, run: Mapping[str, Any]) -> None:
        """Start a new one: what the run is."""
        self._file.truncate(0)
        self._write({"journal": _FORMAT, **run})

    def add(self, entry: Entry) -> None:
        """Say how far the run is; ``tally`` counts from the entry before. What it speaks of must be on disk."""
        self._write({**vars(entry), "tally": entry.tally.to_dict()})

    def _write(self, line: Mapping[str, Any]) -> None:
        write_all(self._file, json.dumps(line).encode() + b"\n")
        os.fsync(self._file.fileno())

    def last(self) -> tuple[dict[str, Any], Entry]:
        """What the run is, and how far; a line that is not whole, the last, is cut off."""
        self._file.seek(0)
        run: dict[str, Any] = {}
        last, tally, good = Entry(), Tally(), 0
        with open(self._file.fileno(), "rb", closefd=False) as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                data = json.loads(line)
                good += len(line)
                if not run:
                    run = data
                    continue
                tally.add(Tally.from_dict(data["tally"]))
                last = Entry(**{**data, "place": Place(*data["place"]), "tally": tally})
        self._file.truncate(good)
        if run.get("journal", _FORMAT) != _FORMAT:
            raise BatchError("the interrupted run is from another version of cleanarticle; --force starts anew")
        return run, last

    def close(self) -> None:
        """Close it, and let another run in."""
        self._file.close()


def write_all(file: IO[bytes], data: bytes) -> None:
    """Write all of it to an unbuffered file, which may take it in parts."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
