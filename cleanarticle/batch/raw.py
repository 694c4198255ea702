"""A record before it is cleaned: raw, as it was read, and parsed, as a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class BrokenInputError(Exception):
    """An input file cannot be read, or not to its end; says why. What was read before is good."""


class UnfitError(Exception):
    """A record cannot be cleaned; says why."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as it was read.

    Attributes:
        number: Its place in its file, from 1; for lines that of the line.
        payload: What its format's ``story`` parses.
        size: About how many bytes that is.
        position: How many bytes of the file were read with it, 0 to the file's size; for the progress bar.
        flaw: Why there is nothing to parse; empty where there is.
        final: Whether the flaw is the file's, and this is where it breaks off.
        skipped: Whether it is nothing that anybody wants cleaned, such as the picture in a WARC file.
    """

    number: int = 0
    payload: Any = None
    size: int = 0
    position: int = 0
    flaw: str = ""
    final: bool = False
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What a record holds.

    Attributes:
        source: The text, or the page as str or bytes.
        is_page: Which of them it is.
        url: Where it is from.
        title: Its title, for a text.
        lang: Its language.
        carried: Fields that go into the output as they are.
    """

    source: str | bytes
    is_page: bool
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    carried: dict[str, Any] = field(default_factory=dict)


def too_large(limit: int) -> str:
    """The flaw of a record over the limit."""
    return f"larger than {limit:,} bytes; --max-record-size sets the limit"
