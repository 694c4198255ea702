"""From a record with named fields to a story: which field is the text or the page, and what is told with it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from cleanarticle.batch.options import Fields, Options
from cleanarticle.batch.raw import BrokenInputError, Story, UnfitError
from cleanarticle.reading.content import decode

# How many names an error lists.
_LISTED = 12


def story_of(record: Mapping[str, Any], options: Options) -> Story:
    """The story of a record; raises UnfitError where there is none in the fields that are to hold it."""
    fields = options.fields
    source, is_page = _source(record, fields)
    return Story(
        source,
        is_page,
        url=_string(record, fields.url or "url"),
        title=_string(record, fields.title or "title"),
        lang=(_string(record, fields.lang) if fields.lang else None) or options.lang,
        carried={name: plain(value_of(record, name)) for name in fields.carry},
    )


def _source(record: Mapping[str, Any], fields: Fields) -> tuple[str | bytes, bool]:
    for name, is_page in fields.sources:
        value = value_of(record, name)
        if value is None:
            continue
        if isinstance(value, bytes):
            return (value if is_page else decode(value)), is_page
        if not isinstance(value, str):
            raise UnfitError(f"field {name!r} is no text but {type(value).__name__}")
        return value, is_page
    raise UnfitError(missing(fields, record, "field"))


def value_of(record: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401
    """A field's value: by its name as it is, else inside objects at the name's dots; None where it is not there."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _string(record: Mapping[str, Any], name: str) -> str | None:
    value = value_of(record, name)
    return value if isinstance(value, str) and value else None


def missing(fields: Fields, there: Collection[str], what: str) -> str:
    """What to say where none of the fields is there that are to hold the text or the page."""
    wanted = " or ".join(repr(name) for name, _ in fields.sources)
    names = list(there)
    has = ", ".join(map(repr, names[:_LISTED])) + (", …" if len(names) > _LISTED else "") if names else "none"
    return f"no {what} {wanted}; it has: {has}; --text-field or --html-field names another"


def check(fields: Fields, columns: Collection[str]) -> None:
    """Raise BrokenInputError where a table lacks the columns that hold the text or the page, or one that was named."""
    if not any(_has(columns, name) for name, _ in fields.sources):
        raise BrokenInputError(missing(fields, columns, "column"))
    for name in fields.named:
        if not _has(columns, name):
            raise BrokenInputError(f"no column {name!r}; it has: {', '.join(map(repr, list(columns)[:_LISTED]))}")


def _has(columns: Collection[str], name: str) -> bool:
    return name in columns or name.partition(".")[0] in columns


def plain(value: Any) -> Any:  # noqa: ANN401
    """A value as JSON can hold it: what has no place there as its string, what is no number as None."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return decode(value) if isinstance(value, bytes) else str(value)
