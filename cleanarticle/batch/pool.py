"""Worker processes: chunks in, what became of them out, in order, with few of them under way at a time.

Not ``concurrent.futures``: there one worker's death ends all, nobody says which record it had, and the others outlive a
parent that is killed.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType

from cleanarticle.batch.chunks import Chunk
from cleanarticle.batch.options import Options
from cleanarticle.batch.work import Done, Worker, failed
from cleanarticle.errors import BatchError

# Chunks under way for each worker: being cleaned, waiting for their turn, or waiting to be written.
_WINDOW = 4
_READY = "ready"
# Seconds until a process must have loaded what it needs, on however busy a machine.
_START = 300.0


@dataclass
class _Task:
    """A chunk and how far it got. It is cleaned in one go; if its worker dies of it, one record at a time."""

    number: int
    chunk: Chunk
    at: int = 0
    is_single: bool = False
    done: Done = field(default_factory=Done)

    @property
    def is_over(self) -> bool:
        return self.at >= len(self.chunk.items)

    @property
    def end(self) -> int:
        return self.at + 1 if self.is_single else len(self.chunk.items)

    def take(self, done: Done) -> None:
        self.done.add(done)
        self.at = self.end

    def blame(self, reason: str) -> None:
        """Its worker did not survive: try again one by one, or give up the one that it was at."""
        if self.is_single:
            self.take(failed(self.chunk.items[self.at], reason))
        self.is_single = True


class Pool:
    """Worker processes for a run. A context: leaving it ends them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._context = multiprocessing.get_context("spawn")  # forking a process with threads, as pyarrow's, may hang
        self._hands: list[_Hand] = []

    def __enter__(self) -> Pool:
        self._hands = [_Hand(self._context, self._options) for _ in range(self._options.jobs)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            hand.end()

    def map(self, source: Iterator[Chunk]) -> Iterator[tuple[Chunk, Done]]:
        """Clean the chunks; gives them in order.

        Raises:
            BatchError: Workers cannot be started.
        """
        finished: dict[int, _Task] = {}
        taken = given = 0
        following: _Task | None = None
        while True:
            # Read one chunk ahead, so that nobody waits for the disk; but never far ahead of what is written.
            if following is None and taken - given < _WINDOW * len(self._hands):
                chunk = next(source, None)
                if chunk is not None:
                    following = _Task(taken, chunk)
                    taken += 1
            idle = next((hand for hand in self._hands if hand.task is None), None)
            if following and idle:
                idle.give(following)
                following = None
                continue
            if taken == given:
                return
            for task in self._finished(0 if given in finished else None):
                finished[task.number] = task
            while given in finished:
                task = finished.pop(given)
                given += 1
                yield task.chunk, task.done

    def _finished(self, patience: float | None) -> Iterator[_Task]:
        """The tasks that came to their end; waits for one as long as there is patience, None: without an end."""
        busy = [hand for hand in self._hands if hand.task is not None]
        if patience is None:
            patience = max(0.0, min(hand.deadline for hand in busy) - time.monotonic())
        ready = set(wait([hand.line for hand in busy], patience))
        now = time.monotonic()
        for hand in busy:
            task = hand.receive() if hand.line in ready else hand.give_up() if now >= hand.deadline else None
            if task is not None:
                yield task


class _Hand:
    """A worker process as the parent knows it, with the task that it has; a dead one is replaced."""

    def __init__(self, context: multiprocessing.context.SpawnContext, options: Options) -> None:
        self._context = context
        self._options = options
        self.task: _Task | None = None
        self.deadline = 0.0
        self._start()

    def _start(self) -> None:
        self.line, far = self._context.Pipe()
        self._process: SpawnProcess = self._context.Process(target=_serve, args=(far, self._options), daemon=True)
        self._is_ready = False
        with _without_interrupts():
            self._process.start()
        far.close()

    def give(self, task: _Task) -> None:
        """Let it work on a task."""
        self.task = task
        self._go_on()

    def _go_on(self) -> None:
        task = self.task
        assert task is not None
        with suppress(BrokenPipeError, ConnectionResetError):  # it died; receive() will tell
            self.line.send(task.chunk.items[task.at : task.end])
        self.deadline = time.monotonic() + (self._options.timeout if self._is_ready else _START)

    def receive(self) -> _Task | None:
        """Take what it sent, or see that it died; gives its task if that is over."""
        assert self.task is not None
        try:
            word = self.line.recv()
        except (EOFError, ConnectionResetError):
            return self._died()
        if word == _READY:
            self._is_ready = True
            self.deadline = time.monotonic() + self._options.timeout
            return None
        if isinstance(word, str):
            if not self._is_ready:
                raise BatchError(f"worker processes do not start: {word}")
            self.task.blame(word)
        else:
            self.task.take(word)
        return self._next()

    def _next(self) -> _Task | None:
        task = self.task
        assert task is not None
        if not task.is_over:
            self._go_on()
            return None
        self.task = None
        return task

    def _died(self) -> _Task | None:
        self._process.join()
        code = self._process.exitcode or 0
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
        if not self._is_ready:
            raise BatchError(f"worker processes do not start: the first {how}; fewer may do: -j 1")
        hint = ", perhaps for want of memory" if -code == getattr(signal, "SIGKILL", 9) else ""
        return self._replace(f"the worker process {how}{hint}, twice with this record")

    def give_up(self) -> _Task | None:
        """It takes too long."""
        if not self._is_ready:
            raise BatchError(f"worker processes do not start within {_START:g} s; fewer may do: -j 1")
        self._process.kill()
        self._process.join()
        return self._replace(f"took longer than {self._options.timeout:g} s; --timeout sets the limit")

    def _replace(self, reason: str) -> _Task | None:
        assert self.task is not None
        self.line.close()
        self.task.blame(reason)
        self._start()
        return self._next()

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.line.close()


class _without_interrupts:  # noqa: N801
    """A context in which SIGINT waits. A process that is started in it never gets one: Ctrl-C is the parent's."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *error: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)


def _serve(line: Connection, options: Options) -> None:
    """What a worker process runs: until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    logging.disable()  # what trafilatura says of a page goes nowhere; what fails goes into the error file
    with suppress(EOFError, OSError):
        try:
            work = Worker(options)
        except Exception as error:
            line.send(f"{type(error).__name__}: {error}")
            return
        line.send(_READY)
        while True:
            items = line.recv()
            try:
                answer: Done | str = work(items)
            except Exception as error:
                answer = f"{type(error).__name__}: {error}"
            line.send(answer)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
