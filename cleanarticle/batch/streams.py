"""The bytes of an input file: plain, gzip or Zstandard, told by how they begin; and their lines, none too long."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

from cleanarticle.batch.extras import zstd
from cleanarticle.batch.raw import BrokenInputError
from cleanarticle.batch.shards import Shard
from cleanarticle.errors import BatchError

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BLOCK = 1 << 18


class Stream:
    """A file's bytes, decompressed. ``read`` raises BrokenInputError where they are damaged or cut off."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._inner: Any = file
        self._errors: tuple[type[Exception], ...] = (OSError,)
        head = file.peek(4)[:4] if isinstance(file, io.BufferedReader) else b""
        self.is_gzip = head.startswith(_GZIP)
        if self.is_gzip:
            self._inner = gzip.GzipFile(fileobj=file, mode="rb")
            self._errors = (OSError, zlib.error, EOFError)
        elif head == _ZSTD:
            try:
                module = zstd(f"reading {name}")
            except BatchError as error:
                raise BrokenInputError(str(error)) from None
            self._inner = module.ZstdFile(file)
            self._errors = (OSError, module.ZstdError, EOFError)

    def read(self, size: int) -> bytes:
        """At most so many bytes, and none at the end."""
        try:
            # Not read(): that would lose what it has where the next bytes are damaged.
            data: bytes = self._inner.read1(size)
        except self._errors as error:
            raise BrokenInputError(_broken(error)) from error
        return data

    @property
    def position(self) -> int:
        """How many bytes of the file on disk were read."""
        try:
            return self._file.tell()
        except OSError:  # a pipe
            return 0


def _broken(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the compressed file is cut off; what came before was read"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}; what came before was read"
    return f"the compressed file is damaged ({error}); what came before was read"


@contextmanager
def opened(shard: Shard) -> Iterator[IO[bytes]]:
    """The file on disk, or standard input."""
    if shard.path is None:
        if sys.stdin is None:
            raise BrokenInputError("there is no standard input")
        yield sys.stdin.buffer
    else:
        with shard.path.open("rb") as file:
            yield file


class Line(NamedTuple):
    """A line with its newline.

    Attributes:
        data: Its bytes; of a line over the limit its beginning, and what was to be kept of the rest.
        size: How many bytes it has.
        position: How many bytes of the file on disk were read with it.
    """

    data: bytes
    size: int
    position: int


def lines(stream: Stream, limit: int, keep: Callable[[bytes], bytes] | None = None) -> Iterator[Line]:
    """The lines of a stream, in memory that the limit bounds, however long they are.

    Args:
        stream: What to read.
        limit: How many bytes of a line are certainly kept.
        keep: What to keep of each piece beyond them; None: nothing.
    """
    pieces: list[bytes] = []
    size = 0
    while block := stream.read(_BLOCK):
        position = stream.position
        for piece in io.BytesIO(block):  # a line ends with a newline alone, never with a carriage return
            if size <= limit:
                pieces.append(piece)
            elif keep:
                pieces.append(keep(piece))
            size += len(piece)
            if piece.endswith(b"\n"):
                yield Line(b"".join(pieces) if len(pieces) > 1 else piece, size, position)
                pieces, size = [], 0
    if size:
        yield Line(b"".join(pieces), size, stream.position)


def without_mark(first: bytes) -> bytes:
    """The first line of a UTF-8 text without its byte order mark; raises BrokenInputError where it is UTF-16."""
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BrokenInputError("is UTF-16 and must be UTF-8; iconv -f utf-16 -t utf-8 makes that of it")
    return first.removeprefix(codecs.BOM_UTF8)
