"""WARC: responses of status 200 that are HTML, each with its address. Broken records do not cost the others.

Read here and not by warcio or FastWARC: both (1.8 and 2.0) end at the first broken record, and both hand out a record
that is cut off as if it were whole. Speed decides nothing: cleaning a page takes a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleanarticle.batch.formats import http
from cleanarticle.batch.formats.members import Members, members
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story, UnfitError, too_large
from cleanarticle.batch.shards import Shard
from cleanarticle.batch.streams import opened

_VERSION = b"WARC/"
_END = b"\r\n\r\n"
_HTTP = "application/http"
# A header is some hundreds of bytes; a block without an end to its header is none.
_MAX_HEADER = 1 << 16
_SKIP = 1 << 18


class Page(NamedTuple):
    """What goes to a worker: the record's headers, names in lower case, and the response as it was sent."""

    headers: dict[str, str]
    response: bytes


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The records, in order; those that are no pages only as something skipped."""
    with opened(shard) as file:
        source = members(file, shard.name)
        number = 0
        while True:
            number += 1
            try:
                if not source.advance():
                    return
                source.hold()
                yield _record(source, number, options.max_record_size)
            except BrokenInputError as error:
                is_last = not source.recover()
                yield Raw(number, position=source.position, flaw=f"broken WARC record: {error}", final=is_last)
                if is_last:
                    return


def _record(source: Members, number: int, limit: int) -> Raw:
    """The next record; raises BrokenInputError where it is no whole one."""
    headers = _headers(source)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise BrokenInputError("no Content-Length")
    size = int(length)
    is_response = headers.get("warc-type") == "response" and headers.get("content-type", "").startswith(_HTTP)
    is_held = is_response and size <= limit
    block = source.exactly(size) if is_held else b""
    if not is_held:
        source.pass_over(size)
    # Without two line breaks or a record after it the length was wrong. At a member's end its checksum is held, too.
    is_closed = source.peek(len(_END)) == _END
    if source.skip_blank() and not is_closed and source.peek(len(_VERSION)) != _VERSION:
        raise BrokenInputError("it does not end where its Content-Length says")
    position = source.position
    if is_response and not is_held:
        return Raw(number, position=position, flaw=too_large(limit))
    if not is_held or not http.is_page(block):
        return Raw(number, position=position, skipped=True)
    return Raw(number, Page(headers, block), size, position)


def _headers(source: Members) -> dict[str, str]:
    head = source.head(_MAX_HEADER)
    if not head.startswith(_VERSION):
        raise BrokenInputError(f"it begins with {head[:20]!r} and not with {_VERSION.decode()}")
    return http.fields(head)


def story(payload: Page, options: Options) -> Story:
    """The page of a response: decoded as its headers say, with its address."""
    headers, response = payload
    url = headers.get("warc-target-uri", "").strip("<> ")
    page = http.body(response, options.max_record_size)
    carried = {name: headers.get(name.lower()) for name in options.fields.carry}
    if not page:
        raise UnfitError("the response has no body")
    return Story(page, True, url=url or None, lang=options.lang, carried=carried)
