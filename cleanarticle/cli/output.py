"""Where output goes: standard output, or files that appear whole or not at all; always in UTF-8."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cleanarticle.cli.show import one_line

Write = Callable[[str], None]


class OutputError(Exception):
    """Output could not be written: ``name`` says which, ``error`` why."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(name, error)
        self.name = name
        self.error = error


def complain(name: str, what: str | Exception) -> None:
    """Say in one line on standard error what is wrong with a file."""
    if isinstance(what, OSError) and what.strerror:
        what = what.strerror
    # Without a terminal or a reader there is nobody to tell; the exit code still does.
    with suppress(OSError, AttributeError):
        print(one_line(f"cleanarticle: {name}: {what}" if name else f"cleanarticle: {what}"), file=sys.stderr)


@contextmanager
def opened(path: Path | None) -> Iterator[Write]:
    """What writes to a file, or to standard output where there is none; raises OutputError if that fails."""
    try:
        if path is None:
            yield _write_stdout
            _flush_stdout()
        elif path.exists() and not path.is_file():
            # A device or a pipe, such as /dev/null: to be written to, never to be replaced.
            with path.open("wb") as file:
                yield lambda text: _write(file.write, text)
        else:
            with _replacing(path) as write:
                yield write
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("standard output" if path is None else str(path), error) from error


def save(path: Path, text: str) -> None:
    """Write one file, and the folders above it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(path.parent), error) from error
    with opened(path) as write:
        write(text)


def discard_stdout() -> None:
    """Let what is in standard output's buffer go nowhere, or Python would fail on it again when it exits."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _replacing(path: Path) -> Iterator[Write]:
    """Write beside the file and take its place at the end: nobody ever reads half a file."""
    path = path.resolve()  # a link stays a link
    beside = path.with_name(f".cleanarticle-{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as file:
            yield lambda text: _write(file.write, text)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _write_stdout(text: str) -> None:
    if sys.stdout is None:
        raise OSError("it is closed")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a caller put something of its own there, such as StringIO
        sys.stdout.write(text)
    else:
        _write(buffer.write, text)


def _flush_stdout() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _write(write: Callable[[bytes], int], text: str) -> None:
    # A lone surrogate is no UTF-8. Its escape is, and in JSON it is even the right one.
    write(text.encode("utf-8", "backslashreplace"))
