"""The folder of a run on shared storage: what lies where, and which partitions are done."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from extractor.archive.cluster.totals import Totals

LEDGER = "ledger.db"
FAILURES = "failures.jsonl"
_TOTALS = "totals.json"


class Folder:
    """A run's folder.

    Args:
        path: where it is; the same on every machine.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def plan(self) -> Path:
        """What the run is, as JSON."""
        return self.path / "run.json"

    @property
    def failures(self) -> Path:
        """What failed and what could not be read, as JSON lines."""
        return self.path / FAILURES

    @property
    def partitions(self) -> Path:
        """Where the partitions are, a folder each."""
        return self.path / "partitions"

    @property
    def drafts(self) -> Path:
        """Where partitions are written; beside the others, so that who reads those sees no draft."""
        return self.path / "drafts"

    def shuffled(self, piece: int) -> Path:
        """The articles of a piece of the sources, those of a partition beside each other."""
        return self.path / "shuffled" / f"{piece:06}.jsonl"

    def journals(self, partition: int) -> Path:
        """What was asked and answered while a partition is not done."""
        return self.path / "journals" / f"{partition:06}"

    def partition(self, number: int) -> Path:
        """A partition that is done: Parquet files, ledger, failures, totals."""
        return self.partitions / f"{number:06}"

    def is_done(self, number: int) -> bool:
        """Tell whether a partition is there."""
        return self.partition(number).is_dir()

    def totals(self, number: int) -> Totals:
        """Return what a partition that is done came to."""
        text = (self.partition(number) / _TOTALS).read_text("utf-8")
        return Totals.of_json(json.loads(text))

    def publish(self, draft: Path, totals: Totals) -> None:
        """Make a partition's draft the partition, unless somebody else was faster.

        All of it is on the disk before the journals go: a power cut leaves the one or the other.

        Args:
            draft: a folder that `draft` named, with all that belongs into it but the totals.
            totals: what it came to.
        """
        try:
            (draft / _TOTALS).write_text(json.dumps(totals.to_json()), "utf-8")
            force(*draft.iterdir(), draft)
            draft.rename(self.partition(totals.partition))
            force(self.partitions)
        except OSError:
            if not self.is_done(totals.partition):
                raise
            shutil.rmtree(draft, ignore_errors=True)  # taken for lost, the articles are there, once
        shutil.rmtree(self.journals(totals.partition), ignore_errors=True)

    def draft(self, number: int, worker: str) -> Path:
        """Make a folder to write a partition into, which no other worker has."""
        draft = self.drafts / f"{number:06}-{worker}"
        draft.mkdir(parents=True)
        return draft

    def sweep(self) -> None:
        """Remove what workers that are gone have left half-written.

        Drafts are moved away first: one who was not gone would publish what is left of its draft.
        """
        if self.drafts.is_dir():
            swept = self.path / "swept"
            swept.mkdir(exist_ok=True)
            self.drafts.rename(swept / str(time.time_ns()))
        shutil.rmtree(self.path / "swept", ignore_errors=True)
        for partial in self.shuffled(0).parent.glob(".*"):
            partial.unlink(missing_ok=True)

    def gather_failures(self, n_partitions: int) -> int:
        """Write the failures of all partitions that are done into one file; return how many."""
        n_failures = 0
        partial = self.failures.with_name(f".{FAILURES}")
        with partial.open("w", encoding="utf-8") as file:
            for line in self._failures(n_partitions):
                file.write(line)
                n_failures += 1
        partial.replace(self.failures)
        return n_failures

    def _failures(self, n_partitions: int) -> Iterator[str]:
        for number in filter(self.is_done, range(n_partitions)):
            with (self.partition(number) / FAILURES).open(encoding="utf-8") as file:
                yield from file


def told(error: OSError, folder: Path) -> str:
    """Say in one line what shared storage cannot do.

    Args:
        error: what it says; some errors name no file.
        folder: the run's folder.
    """
    return (
        f"{error.filename or folder}: {error.strerror or error}; what is done is safe: run the same "
        "command again when that is mended"
    )


def force(*paths: Path) -> None:
    """Have files, or which names a folder has, on the disk before going on.

    Raises:
        OSError: they cannot be read, or the disk is full.
    """
    for path in paths:
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
