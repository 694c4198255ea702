"""Hugging Face datasets: a dataset in, the dataset with the columns of ``cleanarticle.records`` added out."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from cleanarticle.integrations.arrow import ROWS, BatchCleaner

if TYPE_CHECKING:
    import pyarrow as pa
    from datasets import Dataset


def clean(dataset: Dataset, batches: BatchCleaner | None = None, **options: Any) -> Dataset:  # noqa: ANN401 -- theirs
    """Add the columns to a dataset, by ``map``; a streamed one (``IterableDataset``) stays lazy.

    What ``map`` cached is found again by the same cleaner of the same version of cleanarticle, and by no other.

    Args:
        dataset: Holds a column of texts or pages.
        batches: Says which, and how they are cleaned; the column ``text`` if not given.
        options: Other arguments of ``map``, such as ``num_proc=8`` or ``batch_size=256``.

    Raises:
        ColumnError: A column that is asked for is missing or holds no text, or the name of an added one is taken.
    """
    given = {"batches": batches or BatchCleaner(), "release": version("cleanarticle")}
    options = {"batch_size": ROWS, "fn_kwargs": given} | options
    return dataset.with_format("arrow").map(_clean, batched=True, **options).with_format(None)


def _clean(table: pa.Table, batches: BatchCleaner, release: str) -> pa.Table:
    """Clean a table; ``release`` is there for the fingerprint of the arguments alone."""
    return batches.clean_table(table)
