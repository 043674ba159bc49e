"""A stream: bytes read once, forward, with a head to look at and a check on how many they become."""

import io
from collections.abc import Callable
from typing import Protocol

from extractor.archive.readers.limits import (
    FREE_UNPACKED_BYTES,
    HEAD_BYTES,
    MAX_UNPACKING_RATIO,
)
from extractor.errors import ArticleError


class Readable(Protocol):
    """What a stream reads from: a file, a member of an archive."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most so many bytes, none at the end."""


class Stream(io.RawIOBase):
    """Bytes of something opened.

    A failure while reading comes after the bytes before it: what a truncated file holds is read.

    Args:
        file: what is read.
        check: called with the number of bytes read so far; raises where they are too many.
    """

    def __init__(self, file: Readable, *, check: Callable[[int], None] | None = None) -> None:
        super().__init__()
        # A read1 gives what there is; read goes on until it has all, and loses it on a failure.
        self._read_some: Callable[[int], bytes | None] = getattr(file, "read1", file.read)
        self._check = check
        self._n_bytes = 0
        self._n_given = 0
        self._ahead = b""
        self._failure: Exception | None = None

    @property
    def n_bytes(self) -> int:
        """How many bytes were read from below so far."""
        return self._n_bytes

    def head(self) -> bytes:
        """Return the first bytes, up to `HEAD_BYTES`, without taking them; before any reading.

        Raises:
            OSError, EOFError, ArticleError: not even one byte can be read.
        """
        while len(self._ahead) < HEAD_BYTES and self._failure is None:
            try:
                some = self._next(HEAD_BYTES - len(self._ahead))
            except Exception as error:
                if not self._ahead:
                    raise
                self._failure = error
                break
            if not some:
                break
            self._ahead += some
        return self._ahead

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def tell(self) -> int:
        """Return how many bytes were given."""
        return self._n_given

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """Fill a buffer with some bytes; 0 at the end.

        Raises:
            Exception: what reading from below raised.
        """
        size = len(buffer)
        if self._ahead:
            some, self._ahead = self._ahead[:size], self._ahead[size:]
        elif self._failure is not None:
            raise self._failure
        else:
            some = self._next(size)
        buffer[: len(some)] = some
        self._n_given += len(some)
        return len(some)

    def _next(self, size: int) -> bytes:
        some = self._read_some(size) or b""
        self._n_bytes += len(some)
        if self._check is not None:
            self._check(self._n_bytes)
        return some


def check_ratio(n_unpacked: int, n_packed: int) -> None:
    """Refuse what unpacks to far more than it took.

    Raises:
        ArticleError: it unpacks to more than `MAX_UNPACKING_RATIO` times its bytes.
    """
    if n_unpacked > FREE_UNPACKED_BYTES and n_unpacked > MAX_UNPACKING_RATIO * n_packed:
        raise ArticleError(
            f"unpacks to more than {MAX_UNPACKING_RATIO} times its size, as only a bomb does"
        )
