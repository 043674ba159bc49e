"""The pages of an archive's articles: many of them are made in several processes at once."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from extractor.archive.processes import begin_processes, result_of
from extractor.errors import UsageError
from extractor.extraction import Extraction
from extractor.report.page import InArchive, page
from extractor.whole_file import write_whole

MANY = 200
"""From how many pages on it is worth to start processes."""
_AHEAD = 8
"""How many pages wait for each process at most."""


class Pages:
    """Makes pages, each written whole; the block ends its processes.

    Args:
        n_processes: how many to use; 1 is this one.

    Attributes:
        n_made: how many pages there are or will be.
    """

    def __init__(self, n_processes: int) -> None:
        self.n_made = 0
        self._n_processes = n_processes
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def make(self, path: Path, extraction: Extraction, archive: InArchive) -> None:
        """Write a page, now or a little later; what goes wrong may be told with a later one.

        Raises:
            OSError: a page cannot be written.
            UsageError: a process was ended from outside.
        """
        self.n_made += 1
        if self._n_processes == 1 or self.n_made <= MANY:
            _make(path, extraction, archive)
            return
        with _told():
            self._pool = self._pool or begin_processes(self._n_processes)
            self._waiting.append(self._pool.submit(_make, path, extraction, archive))
            self._wait(at_most=_AHEAD * self._n_processes)

    def finish(self) -> None:
        """Wait until all pages are there.

        Raises:
            OSError: a page cannot be written.
            UsageError: a process was ended from outside.
        """
        with _told():
            self._wait(at_most=0)

    def _wait(self, *, at_most: int) -> None:
        while self._pool is not None and len(self._waiting) > at_most:
            result_of(self._pool, self._waiting.popleft())


@contextmanager
def _told() -> Iterator[None]:
    """Say in one line that a process was ended from outside."""
    try:
        yield
    except BrokenProcessPool as error:
        raise UsageError("a process that makes pages was ended from outside; run again") from error


def _make(path: Path, extraction: Extraction, archive: InArchive) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, page(extraction, archive=archive))
