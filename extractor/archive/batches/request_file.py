"""A file of requests, written line by line within the provider's limits."""

from dataclasses import dataclass
from pathlib import Path


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
        path.parent.mkdir(exist_ok=True)
        self._file = path.open("wb")

    def has_room(self, n_bytes: int) -> bool:
        """Tell whether a line of so many bytes goes in; the first one always does."""
        return self.n_lines == 0 or (
            self.n_lines < self._limits.n_lines and self._n_bytes + n_bytes <= self._limits.n_bytes
        )

    def write(self, line: bytes) -> None:
        """Write a line."""
        self._file.write(line)
        self.n_lines += 1
        self._n_bytes += len(line)

    def close(self) -> None:
        """Write what is still in memory, and close it."""
        self._file.close()
