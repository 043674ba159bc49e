"""Pieces: the sources cut into what one machine reads at a time, always in the same way.

A piece is a few files, or a stretch of a large one: lines of JSONL, row groups of Parquet. The
places of articles are those that a reader of the whole file gives.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractor.archive.cluster.stretches import Stretch, stretches
from extractor.archive.readers.files import STANDARD_INPUT, check_extras, expanded, files
from extractor.errors import ArticleError, UsageError

PIECE_BYTES = 64 << 20


@dataclass(frozen=True)
class Piece:
    """What one machine reads at a time.

    Attributes:
        stretches: what it consists of, in order.
    """

    stretches: tuple[Stretch, ...]

    @property
    def n_bytes(self) -> int:
        """How many bytes it has."""
        return sum(stretch.n_bytes for stretch in self.stretches)

    @classmethod
    def of_json(cls, value: Iterable[Any]) -> "Piece":
        """Read a piece as `to_json` writes it."""
        return cls(tuple(Stretch(**stretch) for stretch in value))

    def to_json(self) -> list[dict[str, Any]]:
        """Return it as JSON."""
        return [asdict(stretch) for stretch in self.stretches]


def cut(sources: Iterable[str], *, piece_bytes: int = PIECE_BYTES) -> list[Piece]:
    """Cut sources into pieces.

    Args:
        sources: files, folders and patterns on storage that all machines see at the same paths.
        piece_bytes: about how large a piece is to be.

    Raises:
        UsageError: there is nothing, it cannot be read, or what it needs is not installed.
    """
    sources = tuple(sources)
    if STANDARD_INPUT in sources:
        raise UsageError("-: standard input is not on shared storage; give files")
    paths = [os.path.abspath(path) for path in expanded(sources)]  # noqa: PTH100  Path keeps `..`
    check_extras(paths)
    pieces: list[Piece] = []
    gathered: list[Stretch] = []
    for stretch in _all(paths, piece_bytes):
        gathered.append(stretch)
        if sum(each.n_bytes for each in gathered) >= piece_bytes:
            pieces.append(Piece(tuple(gathered)))
            gathered = []
    return [*pieces, Piece(tuple(gathered))] if gathered else pieces


def _all(paths: Iterable[str], piece_bytes: int) -> Iterator[Stretch]:
    for path in paths:
        for file in files(path):
            if isinstance(file.failure, OSError):
                raise UsageError(f"{file.path}: cannot be read ({file.failure.strerror})")
            if not isinstance(file.failure, ArticleError):
                yield from stretches(Path(file.path), piece_bytes)
