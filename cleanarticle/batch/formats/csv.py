"""CSV with a header, in UTF-8, with newlines in quoted fields; its delimiter is what the header has most of."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any

from cleanarticle.batch.formats.fields import check, story_of
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story, too_large
from cleanarticle.batch.shards import Shard
from cleanarticle.batch.streams import Line, Stream, lines, opened, without_mark

_DELIMITERS = ",;\t|"
# The module's own limit on fields is 128 KB; the limit on records stands in for it.
_NO_LIMIT = (1 << 31) - 1


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The rows after the header, as dicts."""
    limit = options.max_record_size
    csv.field_size_limit(_NO_LIMIT)
    with opened(shard) as file:
        stream = Stream(file, shard.name)
        # Of a field that is too long, all that matters is where it ends.
        feed = _Feed(lines(stream, limit, lambda piece: _outline(piece)), limit)
        delimiter = feed.delimiter()
        rows = csv.reader(feed, delimiter=delimiter)
        header = next(rows, [])
        check(options.fields, header)
        for number, (row, flaw) in enumerate(_rows(rows), 1):
            flaw = flaw or feed.flaw(delimiter) or (_uneven(row, header) if row else "")
            if flaw:
                yield Raw(number, position=stream.position, flaw=flaw)
            elif row:
                yield Raw(number, dict(zip(header, row, strict=True)), feed.size, stream.position)
            feed.start()


def story(payload: dict[str, Any], options: Options) -> Story:
    """The story of a row."""
    return story_of(payload, options)


def _rows(rows: Iterator[list[str]]) -> Iterator[tuple[list[str], str]]:
    """The rows; in the place of one that the module cannot parse, why."""
    while True:
        try:
            yield next(rows), ""
        except StopIteration:
            return
        except csv.Error as error:
            what = str(error).partition(" - ")[0]  # after that it speaks to whoever programs it
            yield [], f"invalid CSV: {what}"


def _uneven(row: list[str], header: list[str]) -> str:
    return "" if len(row) == len(header) else f"{len(row)} fields, where the header has {len(header)}"


def _outline(piece: bytes) -> bytes:
    """A piece of CSV in which every run of characters without a meaning of their own is one character."""
    return re.sub(rb'[^",;\t|\r\n]+', b"x", piece)


class _Feed:
    """The lines of the row that is being parsed, handed to the csv module, and what is known of them.

    Attributes:
        size: How many bytes the row has.
    """

    def __init__(self, source: Iterator[Line], limit: int) -> None:
        self._source = source
        self._limit = limit
        self._at_end = False
        self._waiting: str | None = None
        self.start()

    def start(self) -> None:
        """A new row begins."""
        self._lines: list[str] = []
        self._is_valid = True
        self.size = 0

    def delimiter(self) -> str:
        """The delimiter that the first line tells; raises BrokenInputError where there is none."""
        first = next(self._source, None)
        if first is None:
            raise BrokenInputError("is empty and must have a header")
        data = without_mark(first.data)
        try:
            self._waiting = data.decode("utf-8")
        except UnicodeDecodeError:
            raise BrokenInputError("its header is not UTF-8") from None
        header = self._waiting
        return max(_DELIMITERS, key=header.count)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._waiting is not None:
            text, self._waiting = self._waiting, None
            return text
        is_first = not self.size
        for line in self._source:
            self.size += line.size
            if self.size <= self._limit:
                return self._text(line.data)
            self._lines.clear()
            # The module asks for more lines inside quotes only, and only a quote can end that.
            if is_first or b'"' in line.data:
                return self._text(_outline(line.data))
        self._at_end = True
        raise StopIteration

    def _text(self, data: bytes) -> str:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            self._is_valid = False
            text = data.decode("utf-8", "replace")
        self._lines.append(text)
        return text

    def flaw(self, delimiter: str) -> str:
        """What is wrong with the row, apart from its fields; empty where nothing is."""
        if self.size > self._limit:
            return too_large(self._limit)
        if not self._is_valid:
            return "invalid UTF-8"
        if self._at_end and self._is_open(delimiter):
            return "ends inside a quoted field: the file is cut off, or a quote is not closed"
        return ""

    def _is_open(self, delimiter: str) -> bool:
        # The csv module only tells when it is strict, and strict it refuses quotes that everybody accepts.
        try:
            for _ in csv.reader(self._lines, delimiter=delimiter, strict=True):
                pass
        except csv.Error as error:
            return "end of data" in str(error)
        return False
