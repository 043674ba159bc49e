"""A source: one thing to read, as a folder, an archive or a command line gives it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

from extractor.archive.entry import Entry
from extractor.archive.readers.limits import HEAD_BYTES, MAX_MEMBER_BYTES
from extractor.archive.readers.stream import Stream
from extractor.errors import ArticleError


class Rows(NamedTuple):
    """Rows of a file that is read in parts.

    Attributes:
        first: the number of the first one in the file, from 1.
        n: how many there are.
    """

    first: int
    n: int


@dataclass(frozen=True, slots=True)
class Source:
    """Something opened that holds an article, or many.

    Attributes:
        place: where it stands, as in `Entry`.
        name: what its format may be told by: the name of the file or member.
        stream: its bytes; read once, before the next source is asked for.
        path: the file itself, for formats that are not read forward; None inside archives.
        charset: the encoding that whoever served it declared.
        url: its address, where known from outside.
        nesting: how many archives it lies in.
        is_unpacked: it came out of a compressed file, so that no second one is taken.
        rows: the rows that are read, where it is a part of a file; None for all. The stream of
            lines has those alone.
    """

    place: str
    name: str
    stream: Stream
    path: Path | None = None
    charset: str | None = None
    url: str | None = None
    nesting: int = 0
    is_unpacked: bool = False
    rows: Rows | None = None

    @property
    def suffix(self) -> str:
        """The last suffix of the name, in lower case, with its dot."""
        return PurePosixPath(self.name.lower()).suffix

    @property
    def stem(self) -> str:
        """The name without its last suffix: what an article is called."""
        return PurePosixPath(self.name).stem or "article"

    def read(self, *, max_bytes: int = MAX_MEMBER_BYTES) -> bytes:
        """Read all of it.

        Raises:
            ArticleError: it is larger than that.
        """
        parts = []
        n_left = max_bytes + 1
        while n_left and (part := self.stream.read(min(n_left, 1 << 20))):
            parts.append(part)
            n_left -= len(part)
        if not n_left:
            raise ArticleError(f"larger than {max_bytes:,} bytes, the limit for what is read whole")
        return b"".join(parts)

    def buffered(self) -> io.BufferedReader:
        """Return its bytes with a buffer, to be read by lines."""
        return io.BufferedReader(self.stream, HEAD_BYTES)

    def seekable(self) -> io.BufferedReader | io.BytesIO:
        """Return its bytes to be read in any order: the file, or what is in memory.

        Raises:
            ArticleError: it lies in no file and is too large for memory.
            OSError: the file cannot be opened.
        """
        return io.BytesIO(self.read()) if self.path is None else self.path.open("rb")


Found: TypeAlias = Iterator[Entry | Source]
"""What a reader of a format gives: entries, and sources that wait for their own reader."""
