"""Ray Data: a dataset in, the dataset with the columns of ``cleanarticle.records`` added out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleanarticle.integrations.arrow import ROWS, BatchCleaner

if TYPE_CHECKING:
    from ray.data import Dataset


def clean(dataset: Dataset, batches: BatchCleaner | None = None, **options: Any) -> Dataset:  # noqa: ANN401 -- Ray's
    """Add the columns to a dataset: lazily, by ``map_batches``, in tasks.

    Args:
        dataset: Holds a column of texts or pages.
        batches: Says which, and how they are cleaned; the column ``text`` if not given.
        options: Other arguments of ``map_batches``, such as ``concurrency=8`` or ``batch_size=256``.

    A column that is missing or in the way raises a ColumnError in the tasks, when the dataset is read: Ray knows no
    schema before.
    """
    options = {"batch_size": ROWS, "batch_format": "pyarrow"} | options
    return dataset.map_batches((batches or BatchCleaner()).clean_table, **options)
