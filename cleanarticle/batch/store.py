"""The unfinished output of a run: the folder OUT.part, and how it becomes OUT.

What is appended is on disk before the journal speaks of it; what the journal does not speak of is cut off when the run
goes on. OUT itself appears at the very end, whole.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from cleanarticle.batch.assemble import assemble
from cleanarticle.batch.chunks import Place
from cleanarticle.batch.journal import Entry, Journal, write_all
from cleanarticle.batch.options import Options
from cleanarticle.batch.tally import Tally
from cleanarticle.batch.work import Done
from cleanarticle.errors import BatchError

# What a crash may cost: seconds of work, done again when the run goes on. Each commit waits for the disk.
_SECONDS = 1.0


class Paths:
    """Where a run keeps what."""

    def __init__(self, options: Options) -> None:
        self.output = options.output
        self.errors = options.errors_path
        self.folder = self.output.with_name(f"{self.output.name}.part")
        self.part = self.folder / "output"
        self.whole = self.folder / "whole"
        self.journal = self.folder / "journal.jsonl"
        self.errors_part = self.errors.with_name(f"{self.errors.name}.part")

    @property
    def is_finished(self) -> bool:
        """Whether the output is there, and no run that was interrupted."""
        return self.output.exists() and not self.journal.exists()

    def clear(self) -> None:
        """Take the folder away; the journal last, since it says what the rest is."""
        for path in (self.part, self.whole, self.journal):
            path.unlink(missing_ok=True)
        if self.folder.exists():
            self.folder.rmdir()

    @property
    def all(self) -> tuple[Path, ...]:
        """All that the run makes: no input, should it lie in an input folder."""
        return (self.output, self.errors, self.folder, self.errors_part)


class Store:
    """The unfinished output of a run that is at work.

    Attributes:
        tally: What was counted from the beginning, interruptions or not.
        place: Where in the inputs to go on.
    """

    def __init__(self, paths: Paths, options: Options, journal: Journal, last: Entry) -> None:
        self._paths = paths
        self._options = options
        self._journal = journal
        self._is_over = last.is_over
        self.place: Place = last.place
        self.tally: Tally = last.tally
        self._since = Tally()
        self._time = time.monotonic()
        self._output: IO[bytes] | None = None
        self._errors: IO[bytes] | None = None
        if not last.is_over:
            self._output = _opened(paths.part, last.output)
            self._errors = _opened(paths.errors_part, last.errors)

    @classmethod
    def begin(cls, options: Options, run: Mapping[str, Any], force: bool) -> Store:
        """Start a run; raises BatchError where there is an output, or an interrupted run, and no ``force``."""
        paths = Paths(options)
        if paths.output.is_dir():
            raise BatchError(f"{paths.output} is a folder; -o names a file")
        if not force:
            if paths.journal.exists():
                raise BatchError(f"{paths.folder}: a run was interrupted; --resume goes on, --force starts anew")
            for path in (paths.output, paths.errors):
                if path.exists():
                    raise BatchError(f"{path} exists; --force writes it anew")
        paths.output.parent.mkdir(parents=True, exist_ok=True)
        paths.errors.parent.mkdir(parents=True, exist_ok=True)
        paths.folder.mkdir(exist_ok=True)
        journal = Journal(paths.journal)
        try:
            # Nothing of an older run may be taken for this one's: its journal goes first.
            journal.begin(run)
            for path in (paths.part, paths.whole, paths.errors_part):
                path.unlink(missing_ok=True)
            _sync_folder(paths.folder)
            return cls(paths, options, journal, Entry())
        except BaseException:
            journal.close()
            raise

    @classmethod
    def resume(cls, options: Options, run: Mapping[str, Any]) -> Store | None:
        """Go on with a run; None where none was interrupted; raises BatchError where it was another one."""
        paths = Paths(options)
        if not paths.journal.exists():
            return None
        journal = Journal(paths.journal)
        try:
            told, last = journal.last()
            if told:
                _compare(told, run)
            else:  # interrupted before anything was done
                journal.begin(run)
            return cls(paths, options, journal, last)
        except BaseException:
            journal.close()
            raise

    @property
    def is_over(self) -> bool:
        """Whether all inputs are done, and only the output is to be finished."""
        return self._is_over

    def append(self, done: Done, place: Place) -> None:
        """Append what became of a chunk, which ends at a place."""
        assert self._output is not None
        assert self._errors is not None
        write_all(self._output, done.output)
        write_all(self._errors, done.errors)
        self.place = place
        self.tally.add(done.tally)
        self._since.add(done.tally)
        if time.monotonic() - self._time >= _SECONDS:
            self.commit()

    def commit(self, is_over: bool = False) -> None:
        """Make good what was appended: on disk, and in the journal."""
        assert self._output is not None
        assert self._errors is not None
        os.fsync(self._output.fileno())
        os.fsync(self._errors.fileno())
        self._journal.add(Entry(self.place, self._output.tell(), self._errors.tell(), self._since, is_over))
        self._since = Tally()
        self._time = time.monotonic()

    def finish(self) -> None:
        """Make the output of what was appended. Each step can be done twice, should there be a crash."""
        paths = self._paths
        if not self._is_over:
            self.commit(is_over=True)
            self._is_over = True
            self._close_files()
        if paths.errors_part.exists():
            if paths.errors_part.stat().st_size:
                paths.errors_part.replace(paths.errors)
            else:
                paths.errors.unlink(missing_ok=True)  # an older run's
                paths.errors_part.unlink()
        if paths.part.exists():
            assemble(paths.part, paths.whole, self._options).replace(paths.output)
        _sync_folder(paths.output.parent)
        self.close()
        paths.clear()

    def close(self) -> None:
        """Let go of the files; what was committed stays."""
        self._close_files()
        self._journal.close()

    def _close_files(self) -> None:
        for file in (self._output, self._errors):
            if file:
                file.close()


def _opened(path: Path, length: int) -> IO[bytes]:
    """A file to append to, cut to the length that is good."""
    file: IO[bytes] = path.open("r+b" if path.exists() else "x+b", buffering=0)
    if file.seek(0, os.SEEK_END) < length:
        file.close()
        raise BatchError(f"{path} is shorter than its journal says: the disk lost some; --force starts anew")
    file.truncate(length)
    file.seek(length)
    return file


def _compare(told: Mapping[str, Any], run: Mapping[str, Any]) -> None:
    """Raise BatchError where a run is not the one that was interrupted."""
    for name, value in run.items():
        before = told.get(name)
        if before == value:
            continue
        if name == "census":
            what = "an input has another name, size or time than it had"
        elif isinstance(value, dict) and isinstance(before, dict):
            inner = next(key for key in value if value[key] != before.get(key))
            what = f"{inner} was {before.get(inner)!r} and is {value[inner]!r}"
        else:
            what = f"{name} was {before!r} and is {value!r}"
        raise BatchError(f"--resume: not the run that was interrupted: {what}; go back to that, or --force starts anew")


def _sync_folder(path: Path) -> None:
    """Bring to disk that a file has its name."""
    with suppress(OSError):  # not every system lets a folder be opened
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
