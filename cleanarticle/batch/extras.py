"""Optional packages: imported when they are needed, and named in one line where they are missing."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from cleanarticle.errors import BatchError


def wanted(module: str, what: str, package: str, extra: str) -> Any:  # noqa: ANN401
    """Import a module; without it, raises BatchError, which says what wants it and how to get it."""
    try:
        return import_module(module)
    except ImportError:
        raise BatchError(f"{what} wants {package}: pip install 'cleanarticle[{extra}]'") from None


def zstd(what: str) -> Any:  # noqa: ANN401
    """The standard library's ``compression.zstd``, or its backport before Python 3.14.

    Not ``zstandard``: that ends in silence where a file is cut off, and this raises EOFError.
    """
    name = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    return wanted(name, what, "backports.zstd", "batch")


def pyarrow(what: str) -> Any:  # noqa: ANN401
    """pyarrow, for Parquet."""
    return wanted("pyarrow", what, "pyarrow", "arrow")
