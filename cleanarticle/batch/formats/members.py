"""The bytes of a WARC file: one run of them, or, in a .warc.gz, gzip members that stand each for itself.

What is broken in one member ends with it: the next is found by its mark. So a damaged record costs no other.
"""

from __future__ import annotations

import re
import zlib
from abc import ABC, abstractmethod
from typing import IO

from cleanarticle.batch.raw import BrokenInputError
from cleanarticle.batch.streams import Stream

_BLOCK = 1 << 16
_MOST = 1 << 18
_MEMBER = b"\x1f\x8b\x08"
_GZIP = 16 + zlib.MAX_WBITS
# So many bytes of a member are enough to see how its content begins.
_PROBE = 512
# The first line of a record, also where the one before was cut off amid a line.
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_LONGEST = len(b"WARC/1.1\r\n")
_CUT_OFF = "the compressed file is cut off"


def members(file: IO[bytes], name: str) -> Members:
    """What reads a WARC file."""
    stream = Stream(file, name)
    return _GzipMembers(file) if stream.is_gzip else _OneMember(stream)


class Members(ABC):
    """Bytes with a place to which recovery goes back. All methods may raise BrokenInputError: damaged, or cut off."""

    def __init__(self) -> None:
        self._held = bytearray()  # from the mark on
        self._at = 0

    @abstractmethod
    def _more(self) -> bytes:
        """Some more bytes of this member; none at its end."""

    @abstractmethod
    def advance(self) -> bool:
        """Be where bytes are left, in the next member if need be; False at the end of the file."""

    @abstractmethod
    def recover(self) -> bool:
        """Go on at the next record that begins after where ``hold`` was; False where there is none."""

    @property
    @abstractmethod
    def position(self) -> int:
        """How many bytes of the file on disk were read."""

    def hold(self) -> None:
        """A record begins: this is where recovery goes back to."""
        del self._held[: self._at]
        self._at = 0

    def peek(self, size: int) -> bytes:
        """The next bytes of this member, fewer at its end, without going on."""
        while len(self._held) - self._at < size and (data := self._more()):
            self._held += data
        return bytes(self._held[self._at : self._at + size])

    def skip_blank(self) -> bool:
        """Pass over line breaks; whether anything is left in this member."""
        while (byte := self.peek(1)) and byte in b"\r\n":
            self._at += 1
        return bool(byte)

    def exactly(self, size: int) -> bytes:
        """So many bytes; raises BrokenInputError where there are fewer."""
        data = self.peek(size)
        if len(data) < size:
            raise BrokenInputError(f"it is cut off: {len(data):,} bytes of {size:,}")
        self._at += size
        return data

    def pass_over(self, size: int) -> None:
        """Go on by so many bytes without holding them; raises BrokenInputError where there are fewer."""
        while size > 0:
            held = self.peek(min(size, _BLOCK))
            if not held:
                raise BrokenInputError(f"it is cut off: {size:,} bytes are missing")
            size -= len(held)
            self._at += len(held)
            if self._at > _MOST:
                self.hold()

    def head(self, limit: int) -> bytes:
        """The lines up to an empty one, with it, in so many bytes; raises BrokenInputError where none is empty."""
        size = 256
        while True:
            data = self.peek(size)
            ends = [data.find(end) + len(end) for end in (b"\r\n\r\n", b"\n\n") if end in data]
            if ends:
                return self.exactly(min(ends))
            if len(data) < size or size > limit:
                raise BrokenInputError("its header does not end")
            size *= 2

    def _find_record(self) -> bool:
        """Go to the next record of this member that begins after where ``hold`` was."""
        self._at = 1
        while True:
            found = _RECORD.search(self._held, self._at)
            if found:
                self._at = found.start()
                return True
            del self._held[: 1 - _LONGEST]
            self._at = 0
            data = self._more()
            if not data:
                return False
            self._held += data


class _OneMember(Members):
    """A plain file, or one that is compressed otherwise than by members."""

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream

    def _more(self) -> bytes:
        return self._stream.read(_MOST)

    def advance(self) -> bool:
        return self.skip_blank()

    def recover(self) -> bool:
        try:
            return self._find_record()
        except BrokenInputError:
            return False

    @property
    def position(self) -> int:
        return self._stream.position


class _GzipMembers(Members):
    """A gzip file, member by member."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._raw = b""
        self._read = 0  # bytes of the file, those in _raw included
        self._start = 0  # of the member, in the file
        self._member: zlib._Decompress | None = None

    @property
    def position(self) -> int:
        return self._read - len(self._raw)

    def _fill(self) -> bool:
        if not self._raw:
            self._raw = self._file.read(_BLOCK)
            self._read += len(self._raw)
        return bool(self._raw)

    def _more(self) -> bytes:
        member = self._member
        while member and not member.eof:
            try:
                data = member.decompress(self._raw, _MOST)
            except zlib.error as error:
                raise BrokenInputError(f"the compressed data is damaged ({error})") from None
            self._raw = member.unused_data if member.eof else member.unconsumed_tail
            if data:
                return data
            if not member.eof and not self._fill():
                raise BrokenInputError(_CUT_OFF)
        return b""

    def advance(self) -> bool:
        while not self.skip_blank():
            if not self._next():
                return False
        return True

    def _next(self) -> bool:
        """Begin the next member; False at the end of the file."""
        self._raw = self._raw.lstrip(b"\0")  # padding
        while len(self._raw) < len(_MEMBER):
            data = self._file.read(_BLOCK)
            if not data:
                break
            self._read += len(data)
            self._raw += data
        if not self._raw:
            return False
        self._begin(self.position)
        if not self._raw.startswith(_MEMBER):
            self._member = None
            raise BrokenInputError("what follows is no gzip member")
        return True

    def _begin(self, start: int) -> None:
        self._start = start
        self._member = zlib.decompressobj(_GZIP)
        self._held.clear()
        self._at = 0

    def recover(self) -> bool:
        try:
            if self._find_record():
                return True
        except BrokenInputError:
            pass
        if self._member is not None and self._member.eof:
            # The member is whole, so the next one begins where it ends.
            try:
                return self._next() and self.advance()
            except BrokenInputError:
                pass
        return self._find_member()

    def _find_member(self) -> bool:
        """Go to the next member after the beginning of this one that begins with a record."""
        if self._file.seekable():
            # Damage may have been noticed only after what was read into the next member.
            self._file.seek(self._start + 1)
            self._read = self._start + 1
            self._raw = b""
        while True:
            data = self._file.read(_MOST)
            self._read += len(data)
            self._raw += data
            at = self._raw.find(_MEMBER)
            while at >= 0 and (len(self._raw) - at >= _PROBE or not data):
                if _is_record(self._raw[at : at + _PROBE]):
                    self._raw = self._raw[at:]
                    self._begin(self.position)
                    return True
                at = self._raw.find(_MEMBER, at + 1)
            if not data:
                return False
            self._raw = self._raw[at:] if at >= 0 else self._raw[-len(_MEMBER) :]


def _is_record(data: bytes) -> bool:
    try:
        return bool(_RECORD.match(zlib.decompressobj(_GZIP).decompress(data, _LONGEST)))
    except zlib.error:
        return False
