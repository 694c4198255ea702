"""An HTTP response as a WARC file holds it: whether it is a page, and the page."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

from cleanarticle.batch.extras import wanted, zstd
from cleanarticle.batch.raw import UnfitError, too_large
from cleanarticle.errors import BatchError
from cleanarticle.reading.decode import decode

_OK = re.compile(rb"HTTP/\d(?:\.\d)? 200(?!\d)")
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE)
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


def fields(head: bytes) -> dict[str, str]:
    """The headers below the first line, names in lower case; of several of a name the first."""
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _halves(response: bytes) -> tuple[bytes, bytes]:
    """The head and the body of a response."""
    ends = [(response.find(end), len(end)) for end in (b"\r\n\r\n", b"\n\n")]
    at, width = min(((at, width) for at, width in ends if at >= 0), default=(len(response), 0))
    return response[:at], response[at + width :]


def is_page(response: bytes) -> bool:
    """Whether a response is HTML of status 200."""
    if not _OK.match(response):
        return False
    kind = fields(_halves(response)[0]).get("content-type", "")
    return kind.partition(";")[0].strip().lower() in _HTML


def body(response: bytes, limit: int) -> str:
    """The page of a response, decoded; raises UnfitError where it cannot be, or is larger than the limit."""
    head, data = _halves(response)
    headers = fields(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        data = _joined(data)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        data = _decompressed(data, coding.strip(), limit)
    charset = _CHARSET.search(headers.get("content-type", ""))
    return decode(data, charset.group(1) if charset else "")


def _joined(data: bytes) -> bytes:
    """A chunked body in one piece. What is not chunked is left: crawlers join the chunks and keep the header."""
    pieces, at = [], 0
    while found := _SIZE.match(data, at):
        size = int(found.group(1), 16)
        pieces.append(data[found.end() : found.end() + size])
        at = found.end() + size
        if not size:
            break
        at += 2 if data.startswith(b"\r\n", at) else 1
    return b"".join(pieces) if pieces else data


def _decompressed(data: bytes, coding: str, limit: int) -> bytes:
    """A body without its coding. A page that has none is left: crawlers undo codings and keep the header."""
    if coding not in ("gzip", "x-gzip", "deflate", "br", "zstd"):
        return data
    try:
        page = _undo(data, coding, limit)
    except BatchError as error:
        raise UnfitError(str(error)) from None
    except Exception as error:  # each module has an error of its own
        if data.lstrip()[:1] == b"<":
            return data
        raise UnfitError(f"its {coding} is damaged ({error})") from None
    if len(page) > limit:
        raise UnfitError(too_large(limit))
    return page


def _undo(data: bytes, coding: str, limit: int) -> bytes:
    if coding in ("br", "zstd"):
        what = f"a page that is compressed with {coding}"
        module = wanted("brotli", what, "brotli", "warc") if coding == "br" else zstd(what)
        page: bytes = module.decompress(data)
        return page
    if coding == "deflate":  # with the header that the standard wants, or without, as some servers send it
        with suppress(zlib.error):
            return zlib.decompressobj().decompress(data, limit + 1)
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, limit + 1)
    # One that is cut off gives what it has: so do browsers.
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, limit + 1)
