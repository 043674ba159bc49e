"""A journal: what a partition's requests were and what was replied, appended to on shared storage.

Each worker appends to a file of its own, a line for each change of an attempt, forced to the disk
before the next step is taken. So nothing has to be locked, two machines that both take themselves
for a partition's only worker cannot harm each other's file, and half a line is all that can be lost.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from extractor.archive import storage
from extractor.archive.attempts import as_stored, stored_text
from extractor.archive.cluster.totals import Spent
from extractor.archive.storage import LedgerError, reported, transaction

_NOT_RESTORED = frozenset({"id", "number", "violations", "cost_usd"})
"""Columns of an attempt that this ledger gives itself, or that are found when it is read again."""


class Journal:
    """A worker's file.

    Args:
        folder: the partition's journals; made where it is missing.
        worker: the worker's name, which no other one has; in their order the files are read.

    Raises:
        OSError: the file cannot be made.
    """

    def __init__(self, folder: Path, worker: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / f"{worker}.jsonl").open("ab")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __call__(self, attempt: Mapping[str, Any]) -> None:
        """Append an attempt as it is now.

        Raises:
            LedgerError: it cannot be written; no further request may be made.
        """
        row = dict(attempt)
        if row["reply"] is not None:
            row["reply"] = stored_text(row["reply"])
        try:
            self._file.write(json.dumps(row).encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise LedgerError(f"{self._file.name}: cannot be written ({error})") from error


def attempts(folder: Path) -> Iterator[dict[str, Any]]:
    """Give every attempt that workers have noted, as they noted it last, in their order.

    Whoever publishes the partition meanwhile removes them: look for it after reading, not before.
    """
    for path in sorted(folder.glob("*.jsonl")):
        latest: dict[int, dict[str, Any]] = {}
        try:
            noted = path.read_bytes()
        except FileNotFoundError:
            continue
        for line in noted.splitlines():
            try:
                row = json.loads(line)
            except ValueError:  # its machine was lost in the middle
                continue
            latest[row["id"]] = row
        yield from latest.values()


def spent(folder: Path) -> Spent:
    """Return what a partition's requests may have cost at most."""
    total = Spent()
    for row in attempts(folder):
        usd, n_tokens = row["spent_usd"], row["spent_tokens"]
        is_known = usd is not None
        total += Spent(
            Decimal(usd) if is_known else Decimal(0), n_tokens, 0 if is_known else n_tokens
        )
    return total


def restore(folder: Path, ledger: Path) -> None:
    """Write what the journals hold into a ledger that has the partition's jobs and nothing else.

    The jobs have the numbers that they had for the other workers, as the same articles were taken
    in, in the same order. A request without a reply may be made again; what it cost stays counted.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with (
        closing(storage.open_to_write(ledger)) as connection,
        reported(ledger),
        transaction(connection),
    ):
        for row in attempts(folder):
            kept = {name: value for name, value in row.items() if name not in _NOT_RESTORED}
            if row["reply"] is None:
                kept["is_current"] = 0
            else:
                kept["reply"] = as_stored(row["reply"])
            names, marks = ", ".join(kept), ", ".join("?" * len(kept))
            connection.execute(
                f"INSERT INTO attempts ({names}) VALUES ({marks})",  # noqa: S608  our own names
                tuple(kept.values()),
            )
