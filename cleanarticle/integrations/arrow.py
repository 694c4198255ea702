"""Arrow: a record batch in, the same batch with the columns of ``cleanarticle.records`` added out.

This is what the adapters for Spark, Ray and datasets call, and what Polars and pandas can be given through Arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cleanarticle.cleaner import Cleaner
from cleanarticle.errors import ColumnError
from cleanarticle.records import arrow_schema, record_of

if TYPE_CHECKING:
    import pyarrow as pa

# The column that says why a row could not be cleaned.
ERROR = "clean_error"
# Rows that are cleaned before they are handed on: what a worker holds besides its input is the records of so many.
ROWS = 1024
_GIVEN = ("url", "title", "lang")
_TEXT = ("string", "large_string", "string_view", "null")
_PAGE = (*_TEXT, "binary", "large_binary", "binary_view")


@dataclass(frozen=True, kw_only=True)
class BatchCleaner:
    """Cleans record batches and tables: keeps their columns and rows as they are, and adds columns to them.

    Added are the columns of ``cleanarticle.records`` and ``clean_error``. A row whose source is null gets null in all
    of them. A row that cannot be cleaned gets null, and its reason in ``clean_error``; it never costs its batch. The
    column named as ``url``, ``title`` or ``lang`` is not added a second time where it bears that very name.

    Frozen and picklable, so that engines can send it to their workers.

    Attributes:
        text: The column of texts.
        html: A column of pages, strings or bytes; where named, the pages are cleaned and ``text`` is not read.
        url: A column that says where each article is from.
        title: A column of known titles, for texts.
        lang: A column of languages, as codes such as ``"de"``.
        cleaner: What cleans.
        removals: Add the column ``removals`` too: what was taken out and why.
        prefix: Stands before the name of each added column.

    Raises:
        ValueError: ``html`` and ``title`` are both given.
    """

    text: str = "text"
    html: str | None = None
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    cleaner: Cleaner = field(default_factory=Cleaner)
    removals: bool = False
    prefix: str = ""

    def __post_init__(self) -> None:
        if self.html is not None and self.title is not None:
            raise ValueError("title is for texts, a page says its own title; leave out title or html")

    def __call__(self, data: Any) -> Any:  # noqa: ANN401 -- a record batch for a record batch, a table for a table
        """Clean a record batch or a table."""
        return self.clean(data) if _is_batch(data) else self.clean_table(data)

    def clean(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch with the added columns; its schema is ``schema(batch.schema)``.

        Raises:
            ColumnError: A column that is asked for is missing or holds no text, or the name of an added one is taken.
        """
        import pyarrow as pa

        added = self.added(batch.schema)
        columns = {role: batch.column(name) for role, name in self._sources().items()}
        rows = [self._row({role: column[at] for role, column in columns.items()}) for at in range(batch.num_rows)]
        names = [name.removeprefix(self.prefix) for name in added.names]
        arrays = [_array([row.get(name) for row in rows], one.type) for name, one in zip(names, added, strict=True)]
        return pa.RecordBatch.from_arrays([*batch.columns, *arrays], schema=self.schema(batch.schema))

    def clean_table(self, table: pa.Table) -> pa.Table:
        """The table with the added columns, in chunks of at most ``ROWS`` rows; raises as ``clean`` does."""
        import pyarrow as pa

        return pa.Table.from_batches(self.each(table.to_batches()), schema=self.schema(table.schema))

    def each(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Clean batch after batch; a large one comes out as several of at most ``ROWS`` rows."""
        for batch in batches:
            for start in range(0, max(batch.num_rows, 1), ROWS):
                yield self.clean(batch.slice(start, ROWS))

    def schema(self, given: pa.Schema) -> pa.Schema:
        """The schema of what comes out where batches of the schema ``given`` go in; raises as ``clean`` does."""
        import pyarrow as pa

        return pa.schema([*given, *self.added(given)], metadata=given.metadata)

    def added(self, given: pa.Schema) -> pa.Schema:
        """The columns that are added to batches of the schema ``given``; raises as ``clean`` does."""
        import pyarrow as pa

        for role, name in self._sources().items():
            _check(given, name, _PAGE if role == "html" else _TEXT)
        own = {role for role in _GIVEN if getattr(self, role) == self.prefix + role}
        fields = [*arrow_schema(self.removals), pa.field(ERROR, pa.string())]
        fields = [one.with_name(self.prefix + one.name) for one in fields if one.name not in own]
        if taken := [one.name for one in fields if one.name in given.names]:
            raise ColumnError(
                f"the input has a column {', '.join(taken)} already: rename or drop it, or choose a prefix for what is "
                "added, such as prefix='article_'"
            )
        return pa.schema(fields)

    def _sources(self) -> dict[str, str]:
        """The columns that are read, by what they are to the cleaner."""
        source = {"text": self.text} if self.html is None else {"html": self.html}
        return source | {role: getattr(self, role) for role in _GIVEN if getattr(self, role) is not None}

    def _row(self, row: Mapping[str, pa.Scalar]) -> dict[str, Any]:
        """The record of a row: empty where it has no source, an error alone where it cannot be cleaned."""
        try:
            given = {role: scalar.as_py() for role, scalar in row.items()}
            text, html = given.pop("text", None), given.pop("html", None)
            if html is not None:
                return record_of(self.cleaner.analyze_html(html, **given), self.removals)
            if text is not None:
                return record_of(self.cleaner.analyze(text, **given), self.removals)
        except Exception as error:
            return {ERROR: " ".join(f"{type(error).__name__}: {error}".split())}
        return {}


def _is_batch(data: Any) -> bool:  # noqa: ANN401
    import pyarrow as pa

    return isinstance(data, pa.RecordBatch)


def _check(given: pa.Schema, name: str, types: Sequence[str]) -> None:
    """Raise unless a schema has the column once and of one of the types, dictionary-encoded or not."""
    import pyarrow as pa

    found = given.get_all_field_indices(name)
    if len(found) != 1:
        what = "no column" if not found else f"{len(found)} columns"
        raise ColumnError(f"the input has {what} {name!r}; it has: {', '.join(given.names)}")
    kind = given.field(found[0]).type
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    if str(plain) not in types:
        raise ColumnError(f"column {name!r} has type {kind}; cast it to one of: {', '.join(types)}")


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """An array of a column's values. Arrow is UTF-8: a lone surrogate that a page spelt out becomes U+FFFD."""
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array(_encodable(values), kind)


def _encodable(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return value
