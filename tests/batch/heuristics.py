"""Heuristics that misbehave, for the worker processes of a run."""

import os
import signal
import time


def die(document):
    """Dies as one does whom the system takes for want of memory."""
    if "DIE" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


def die_once(document):
    """Dies the first time only: the file named in the text says whether it did."""
    for line in document.text.splitlines():
        if line.startswith("DIE ONCE "):
            try:
                os.close(os.open(line.removeprefix("DIE ONCE "), os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return ()
            os.kill(os.getpid(), signal.SIGKILL)
    return ()


def hang(document):
    """Never comes to an end."""
    while "HANG" in document.text:
        time.sleep(0.01)
    return ()


def fail(document):
    """Raises: its findings are left out, the article is not."""
    if "FAIL" in document.text:
        raise RuntimeError("no")
    return ()


def exhaust(document):
    """Raises what is no mistake of a heuristic."""
    if "EXHAUST" in document.text:
        raise KeyboardInterrupt
    return ()
