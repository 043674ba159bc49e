"""Stretches: a file, or rows of a large one, to be read apart from the others."""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extractor.archive.entry import Entry
from extractor.archive.readers.encodings import chinese_encoding, wide_encoding
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.files import File, read_file
from extractor.archive.readers.formats import format_of
from extractor.archive.readers.reading import entries
from extractor.archive.readers.source import Rows, Source
from extractor.archive.readers.stream import Stream
from extractor.errors import ArticleError

_STEP_BYTES = 1 << 20


@dataclass(frozen=True)
class Stretch:
    """A file, or rows of one.

    Attributes:
        path: the file.
        n_bytes: how many bytes it has; of Parquet's row groups, about.
        start: where it begins in the file.
        first_row: the number of its first row, from 1.
        n_rows: how many rows it has; None for the whole file.
    """

    path: str
    n_bytes: int
    start: int = 0
    first_row: int = 1
    n_rows: int | None = None

    def read(self, fields: Fields) -> Iterator[Entry]:
        """Give its entries, as a reader of the whole file gives them."""
        if self.n_rows is None:
            yield from read_file(File(self.path), fields)
            return
        path = Path(self.path)
        rows = Rows(self.first_row, self.n_rows)
        with path.open("rb", buffering=0) as file:
            is_parquet = self.start == 0 and path.suffix == ".parquet"
            stream = Stream(file if is_parquet else _Part(file, self.start, self.n_bytes))
            yield from entries(Source(self.path, path.name, stream, path, rows=rows), fields)


def stretches(path: Path, n_bytes: int) -> Iterator[Stretch]:
    """Cut a file into stretches of about so many bytes, where its format can be cut.

    Raises:
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    whole = Stretch(str(path), size)
    if size <= 2 * n_bytes:
        yield whole
    elif path.suffix == ".parquet":
        yield from _row_groups(whole, n_bytes)
    elif _is_cut_at_lines(path):
        yield from _lines(whole, n_bytes)
    else:
        yield whole


def _is_cut_at_lines(path: Path) -> bool:
    """Tell whether a file is JSONL in UTF-8; that of others shows at its beginning only."""
    if path.suffix not in (".jsonl", ".ndjson"):
        return False
    with path.open("rb", buffering=0) as file, suppress(ArticleError):
        source = Source(str(path), path.name, Stream(file), path)
        head = source.stream.head()
        is_utf8 = wide_encoding(head) is None and chinese_encoding(head) is None
        return is_utf8 and format_of(source, Fields()) == "jsonl"
    return False


def _lines(whole: Stretch, n_bytes: int) -> Iterator[Stretch]:
    """Cut at the ends of lines, which are counted on the way."""
    start, row = 0, 1
    with Path(whole.path).open("rb") as file:
        while start < whole.n_bytes:
            n_lines, n_left = 0, n_bytes
            while n_left and (some := file.read(min(n_left, _STEP_BYTES))):
                n_lines += some.count(b"\n")
                n_left -= len(some)
            n_lines += file.readline().count(b"\n")
            end = file.tell()
            yield Stretch(whole.path, end - start, start, row, max(n_lines, 1))
            start, row = end, row + n_lines


def _row_groups(whole: Stretch, n_bytes: int) -> Iterator[Stretch]:
    """Cut between row groups; a file that is broken is left whole, for its reader to say so."""
    import duckdb

    query = (
        "SELECT row_group_id, any_value(row_group_num_rows), sum(total_compressed_size)"
        " FROM parquet_metadata(?) GROUP BY 1 ORDER BY 1"
    )
    with closing(duckdb.connect()) as database:
        try:
            groups = database.execute(query, [whole.path]).fetchall()
        except duckdb.Error:
            groups = []
    row, n_rows, size = 1, 0, 0
    for _, n_rows_of_group, size_of_group in groups:
        n_rows += n_rows_of_group
        size += int(size_of_group)
        if size >= n_bytes:
            yield Stretch(whole.path, size, 0, row, n_rows)
            row, n_rows, size = row + n_rows, 0, 0
    if n_rows:
        yield Stretch(whole.path, size, 0, row, n_rows)
    elif not groups:
        yield whole


class _Part:
    """A part of a file, as something to read."""

    def __init__(self, file: BinaryIO, start: int, n_bytes: int) -> None:
        file.seek(start, os.SEEK_SET)
        self._file = file
        self._n_left = n_bytes

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes."""
        some = self._file.read(min(size, self._n_left)) or b""
        self._n_left -= len(some)
        return some
