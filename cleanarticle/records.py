"""A result as one flat record: the columns that batch runs and data frames share, declared once.

``COLUMNS`` are in every record; ``REMOVALS`` is added on request. What is not known is None, or an empty list.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cleanarticle.result import Result

if TYPE_CHECKING:
    import pyarrow

Type = Literal["string", "strings", "share", "removals"]


class Column(NamedTuple):
    """A column of the records.

    Attributes:
        name: Its name.
        type: ``string``, ``strings`` (a list of them), ``share`` (a number, 0 to 1), or ``removals`` (a list of
            objects with the fields of a ``Removal``).
        meaning: What it holds.
    """

    name: str
    type: Type
    meaning: str


COLUMNS: tuple[Column, ...] = (
    Column("clean_text", "string", "the article without its residue; never None"),
    Column("title", "string", "the story's headline"),
    Column("description", "string", "its standfirst or summary"),
    Column("authors", "strings", "who wrote it, in order"),
    Column("published", "string", "when it came out: ISO 8601 where the date can be read, else as it was written"),
    Column("modified", "string", "when it was last changed, likewise"),
    Column("agency", "string", "the news agency it is from"),
    Column("site_name", "string", "the publication"),
    Column("section", "string", "the part of the publication, such as Sports"),
    Column("url", "string", "the address that was given, else the page's own word"),
    Column("lang", "string", "the language as the caller or the page says it"),
    Column("captions", "strings", "captions that were taken out of the text"),
    Column("tags", "strings", "topics and keywords"),
    Column("sources", "strings", "where each of these was read, such as ``published: json-ld``"),
    Column("removed_share", "share", "the share of the source text's characters that was taken out"),
)
# Putting each removal's text back at its start gives the source text again, so that is no column of its own.
REMOVALS = Column("removals", "removals", "what was taken out and why, in order")


def columns(removals: bool = False) -> tuple[Column, ...]:
    """The columns of a record, in order."""
    return (*COLUMNS, REMOVALS) if removals else COLUMNS


def record_of(result: Result, removals: bool = False) -> dict[str, Any]:
    """A result as a record: plain strings, numbers, lists and dicts under the names of ``columns(removals)``."""
    known = asdict(result.metadata)
    known["sources"] = [f"{name}: {source}" for name, source in result.metadata.sources]
    size = len(result.source_text)
    record: dict[str, Any] = {}
    for column in COLUMNS:
        if column.type == "strings":
            record[column.name] = list(known[column.name])
        elif column.type == "string":
            record[column.name] = known.get(column.name) or None
    record["clean_text"] = result.text
    record["removed_share"] = round(1 - len(result.text) / size, 4) if size else 0.0
    if removals:
        record[REMOVALS.name] = [asdict(removal) for removal in result.removed]
    return record


def arrow_schema(removals: bool = False) -> pyarrow.Schema:
    """The columns as an Arrow schema; raises ModuleNotFoundError where pyarrow is not installed."""
    import pyarrow as pa

    removal = pa.struct(
        [
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("kind", pa.string()),
            ("confidence", pa.float64()),
            ("heuristic", pa.string()),
            ("reason", pa.string()),
            ("text", pa.string()),
            ("path", pa.string()),
        ]
    )
    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "share": pa.float64(),
        "removals": pa.list_(removal),
    }
    return pa.schema([(column.name, types[column.type]) for column in columns(removals)])
