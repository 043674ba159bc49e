"""A file of requests, written line by line within the provider's limits."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extractor.archive.storage import LedgerError


@dataclass(frozen=True)
class FileLimits:
    """What a provider takes in one file.

    Attributes:
        n_lines: requests.
        n_bytes: bytes.

    Source: OpenAI's guide "Batch API", 50,000 requests and 200 MB.
    """

    n_lines: int = 50_000
    n_bytes: int = 200_000_000


class RequestFile:
    """A file that is being written; it is made with its first line.

    Args:
        path: where it lies; its folder is made where it is missing.
        limits: what it may hold.
    """

    def __init__(self, path: Path, limits: FileLimits) -> None:
        self.path = path
        self.n_lines = 0
        self._n_bytes = 0
        self._limits = limits
        with on_disk(path.parent):
            path.parent.mkdir(exist_ok=True)
            self._file = path.open("wb")

    def has_room(self, n_bytes: int) -> bool:
        """Tell whether a line of so many bytes goes in; the first one always does."""
        return self.n_lines == 0 or (
            self.n_lines < self._limits.n_lines and self._n_bytes + n_bytes <= self._limits.n_bytes
        )

    def write(self, line: bytes) -> None:
        """Write a line."""
        with on_disk(self.path):
            self._file.write(line)
        self.n_lines += 1
        self._n_bytes += len(line)

    def close(self) -> None:
        """Have it on the disk, whole, and close it."""
        with on_disk(self.path):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Say in one line what cannot be done with a file or a folder.

    Raises:
        LedgerError: a full disk, a file where the folder should be, no permission.
    """
    try:
        yield
    except OSError as error:
        raise LedgerError(
            f"{path}: cannot be written ({error.strerror}); what is in the ledger is safe: run the "
            "same command again when that is mended"
        ) from error
