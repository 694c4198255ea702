"""Batch runs: files of records in, one file of clean records out, in order, on all cores, resumable.

``run(options)`` is the whole of it. The way of a record: ``formats`` reads it as raw bytes or a row, ``chunks`` bundles
it with its neighbours, a process of ``pool`` lets ``work`` parse, clean and encode it, and ``store`` appends what comes
back to the unfinished output, with ``journal`` saying how far that is good.
"""

from __future__ import annotations

from cleanarticle.batch.options import Fields, Options
from cleanarticle.batch.run import run

__all__ = ["Fields", "Options", "run"]
