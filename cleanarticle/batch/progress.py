"""The line on a terminal that says how a run goes: records, rate, time left, share removed. Elsewhere it is silent."""

from __future__ import annotations

import os
import time
from typing import TextIO

from cleanarticle.batch.tally import Tally

_SECONDS = 0.2
_BAR = 20


class Progress:
    """A watcher that draws on a terminal, and says on any stream which inputs are broken."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._is_terminal = stream is not None and stream.isatty()
        self._size = 0
        self._before = 0
        self._first: int | None = None
        self._began = self._drawn = time.monotonic()

    def begin(self, size: int, tally: Tally) -> None:
        """The run begins."""
        self._size = size
        self._before = tally.records
        self._began = time.monotonic()
        if self._before:
            self.say(f"goes on after {self._before:,} records")

    def update(self, position: int, tally: Tally) -> None:
        """The run went on."""
        now = time.monotonic()
        if self._first is None:
            # After an interruption what was done before is passed over at once; it says nothing of the rate.
            self._first = position if self._before else 0
        if self._is_terminal and now - self._drawn >= _SECONDS:
            self._drawn = now
            self._draw(line(self._size, self._first, position, tally, tally.records - self._before, now - self._began))

    def broken(self, file: str, reason: str) -> None:
        """An input is broken."""
        self.say(f"{file}: {reason}")

    def say(self, message: str) -> None:
        """Say something in a line of its own."""
        self.clear()
        if self._stream is not None:
            printable = "".join(char if char.isprintable() else " " for char in message)
            print(f"cleanarticle: {printable}", file=self._stream, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        self._draw("")

    def _draw(self, text: str) -> None:
        if self._stream is not None and self._is_terminal:
            try:
                width = os.get_terminal_size(self._stream.fileno()).columns
            except OSError:
                width = 0
            self._stream.write(f"\r{text[: (width or 80) - 1]}\x1b[K")
            self._stream.flush()


def line(size: int, first: int, position: int, tally: Tally, records: int, seconds: float) -> str:
    """The line.

    Args:
        size: Bytes of all inputs; 0 if that is not known.
        first: How many of them were read when the rate began to count.
        position: How many are read.
        tally: What was counted.
        records: The records since the rate began to count.
        seconds: How long that is.
    """
    parts = []
    if size:
        share = min(1.0, position / size)
        parts.append(f"{share:4.0%} [{'#' * round(share * _BAR):<{_BAR}}]")
    parts.append(f"{tally.records:,} records")
    if seconds > 0:
        parts.append(f"{records / seconds:,.0f}/s")
    if position > first and position < size:
        parts.append(f"{_clock((size - position) * seconds / (position - first))} left")
    parts.append(f"{tally.share:.1%} removed")
    if tally.failed:
        parts.append(f"{tally.failed:,} failed")
    return "  ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
