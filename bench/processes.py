"""CPU time and memory of a process and all it started, on Linux: on a shared machine a wall clock tells too little."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_TICK = os.sysconf("SC_CLK_TCK")


class Process(NamedTuple):
    """A process: its command, the CPU seconds of it and of its children that ended, and its largest memory in MB."""

    command: str
    cpu: float
    peak: float


def tree(root: int | None = None) -> Iterator[Process]:
    """The processes that live under a process, itself among them."""
    stats = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stats[int(folder.name)] = _stat(folder)
            except OSError:  # it has ended meanwhile
                continue
    wanted = {root or os.getpid()}
    while more := {pid for pid, (parent, _) in stats.items() if parent in wanted} - wanted:
        wanted |= more
    yield from (stats[pid][1] for pid in sorted(wanted & stats.keys()))


def peak() -> float:
    """The most memory that this process has had so far, in MB."""
    return _status(Path("/proc/self"), "VmHWM")


class Clock:
    """Wall time and CPU time of the process tree since it was made; a process that is still running must be alive."""

    def __init__(self) -> None:
        self._wall = time.perf_counter()
        self._cpu = cpu()

    def read(self) -> tuple[float, float]:
        """Wall and CPU seconds since then."""
        return time.perf_counter() - self._wall, cpu() - self._cpu


def cpu() -> float:
    """The CPU seconds that the process tree has used, in all."""
    return sum(process.cpu for process in tree())


def _stat(folder: Path) -> tuple[int, Process]:
    name, _, rest = (folder / "stat").read_text("utf8", "replace").rpartition(")")
    fields = rest.split()
    used = sum(map(int, fields[11:15])) / _TICK  # utime, stime, and those of children that were waited for
    return int(fields[1]), Process(name.partition("(")[2], used, _status(folder, "VmHWM"))


def _status(folder: Path, field: str) -> float:
    for line in (folder / "status").read_text("utf8", "replace").splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    return 0.0  # a kernel's thread, or one that is ending
