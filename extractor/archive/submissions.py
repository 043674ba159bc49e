"""The ledger's submissions: files of requests for a provider's batch interface, noted before each step.

    writing ──▶ uploading ──▶ creating ──▶ open ──▶ ended
       │ the file is being written: nothing was sent, it is forgotten with its process
       └─ from here on the provider may have it: whoever takes the ledger up looks there first

Their requests are attempts like all others; one without an answer keeps its job in the batch.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from extractor.archive.budget import Spending
from extractor.archive.storage import as_json, clean, forced, now, reported, transaction
from extractor.exchange import Purpose
from extractor.usage import Usage

State = Literal["writing", "uploading", "creating", "open", "ended"]

RELEASED = "Released"
"""The kind of fault of a request that was taken out of its batch."""

IS_IN_BATCH = (
    "EXISTS (SELECT 1 FROM attempts WHERE job = jobs.id"
    " AND submission IS NOT NULL AND answered_at IS NULL)"
)
"""Whether a request of a job is on its way in a provider's batch."""


@dataclass(frozen=True)
class Submission:
    """A file of requests, and the batch that is made of it.

    Attributes:
        id: its number in the ledger.
        run: what it is called at the provider: in the file's name and in the batch's metadata.
        model: who is asked.
        service: host and port of the provider where it was submitted.
        way: how it was asked, as JSON.
        state: how far it has come.
        n_requests: how many requests it holds.
        file: what the provider calls the file; None where it has none yet.
        batch: what the provider calls the batch, likewise.
        status: what the provider last said of the batch.
        n_completed: how many requests it had answered then.
        n_failed: how many had failed.
        recipe: the number of the recipe that its requests are of.
        begun_at: when it was begun, ISO 8601 in UTC.
    """

    id: int
    run: str
    model: str
    service: str
    way: Mapping[str, Any]
    state: State
    n_requests: int
    file: str | None
    batch: str | None
    status: str | None
    n_completed: int
    n_failed: int
    recipe: int
    begun_at: str


@dataclass(frozen=True)
class Awaited:
    """A request of a submission.

    Attributes:
        id: the attempt's number in the ledger.
        job: whose it is.
        purpose: what was asked for.
        request_sha256: the hash of what was asked.
        worst: what it may cost at most.
        is_answered: whether its result has been kept, or it is not waited for any more.
        is_released: whether it was taken out of its batch, and nothing has come of it since.
    """

    id: int
    job: int
    purpose: Purpose
    request_sha256: str
    worst: Spending
    is_answered: bool
    is_released: bool = False


class Submissions:
    """The table of submissions, and what the attempts say of their requests.

    Args:
        path: the ledger's file, for messages.
        connection: the ledger.
        recipe: whose submissions are meant; None for those of all recipes.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, recipe: int | None = None
    ) -> None:
        self._path = path
        self._connection = connection
        self._recipe = recipe

    def begin(self, run: str, *, model: str, service: str, way: Mapping[str, Any]) -> Submission:
        """Note that a file is begun."""
        with reported(self._path):
            cursor = self._connection.execute(
                "INSERT INTO submissions (recipe, run, model, service, way, state, begun_at)"
                " VALUES (?, ?, ?, ?, ?, 'writing', ?)",
                (self._recipe, run, model, service, as_json(way), now()),
            )
        return self.get(int(cursor.lastrowid or 0))

    def seal(self, submission: Submission, *, n_requests: int) -> Submission:
        """Note that a file is whole and about to be uploaded."""
        return self._step(submission, "state = 'uploading', n_requests = ?", n_requests)

    def uploaded(self, submission: Submission, *, file: str) -> Submission:
        """Note that the provider has the file, and is about to be told to make a batch of it."""
        return self._step(submission, "state = 'creating', file = ?", file)

    def created(self, submission: Submission, *, batch: str) -> Submission:
        """Note that there is a batch."""
        return self._step(submission, "state = 'open', batch = ?", batch)

    def looked(
        self, submission: Submission, *, status: str, n_completed: int, n_failed: int
    ) -> Submission:
        """Note what the provider says of the batch."""
        with reported(self._path):
            self._connection.execute(
                "UPDATE submissions SET status = ?, n_completed = ?, n_failed = ? WHERE id = ?",
                (clean(status), n_completed, n_failed, submission.id),
            )
        return self.get(submission.id)

    def end(self, submission: Submission, *, reason: str | None = None) -> None:
        """Note that all that there is of a batch's results has been kept."""
        self._step(submission, "state = 'ended', ended_at = ?, reason = ?", now(), clean(reason))

    def forget(self, submission: Submission) -> None:
        """Take a file back that the provider does not have: its requests were never made."""
        with reported(self._path), transaction(self._connection):
            _forget(self._connection, "id = ?", submission.id)

    def release(self, submission: Submission, *, reason: str) -> None:
        """End a batch of which nothing was run: its requests wait as if they had not been made."""
        with reported(self._path), transaction(self._connection):
            self._connection.execute(
                "UPDATE attempts SET is_current = 0, answered_at = ?, fault = ?, usage = ?,"
                " fault_kind = 'TransientError', spent_usd = '0', spent_tokens = 0"
                " WHERE submission = ? AND answered_at IS NULL",
                (now(), clean(reason), as_json(Usage(0, 0, 0, 0).to_json()), submission.id),
            )
            self._connection.execute(
                "UPDATE submissions SET state = 'ended', ended_at = ?, reason = ? WHERE id = ?",
                (now(), clean(reason), submission.id),
            )

    def get(self, number: int) -> Submission:
        """Return the submission of a number."""
        (found,) = self._select("id = ?", number)
        return found

    def unfinished(self) -> list[Submission]:
        """Return those that have not ended, in their order."""
        return self._select("state != 'ended'")

    def runs(self) -> set[str]:
        """Return what those are called that have not ended, with whatever recipe."""
        with reported(self._path):
            rows = self._connection.execute("SELECT run FROM submissions WHERE state != 'ended'")
            return {run for (run,) in rows}

    def awaited(self, submission: Submission, attempt: int) -> Awaited | None:
        """Return a request of a submission; None where it has no such request."""
        return next(self._awaited("submission = ? AND id = ?", submission.id, attempt), None)

    def unanswered(self, submission: Submission) -> Iterator[Awaited]:
        """Give a submission's requests that have no result, in the order of the file's lines."""
        return self._awaited("submission = ? AND answered_at IS NULL", submission.id)

    def at_line(self, submission: Submission, line: int) -> Awaited | None:
        """Return the request in a line of a submission's file, counted from 1."""
        query = "submission = ? ORDER BY id LIMIT 1 OFFSET ?"
        return next(self._awaited(query, submission.id, line - 1), None)

    def n_answered(self, submission: Submission) -> int:
        """Return how many of a submission's requests have got a reply."""
        with reported(self._path):
            (count,) = self._connection.execute(
                "SELECT count(*) FROM attempts WHERE submission = ? AND reply IS NOT NULL",
                (submission.id,),
            ).fetchone()
        return int(count)

    def missed(self, submission: Submission, awaited: Awaited) -> list[Usage]:
        """Return what was taken by earlier batches that gave a request no reply, one for each."""
        with reported(self._path):
            rows = self._connection.execute(
                "SELECT usage FROM attempts WHERE job = ? AND model = ? AND request_sha256 = ?"
                " AND is_current AND submission IS NOT NULL AND answered_at IS NOT NULL"
                " AND reply IS NULL AND id != ?",
                (awaited.job, submission.model, awaited.request_sha256, awaited.id),
            ).fetchall()
        return [Usage.of(json.loads(usage)) for (usage,) in rows]

    def worst(self) -> Spending:
        """Return what all requests without a result may cost at most, in whatever batch."""
        with reported(self._path):
            rows = self._connection.execute(
                "SELECT spent_usd, sum(spent_tokens), count(*) FROM attempts"
                " WHERE submission IS NOT NULL AND answered_at IS NULL GROUP BY 1"
            ).fetchall()
        usd = sum((Decimal(text) * count for text, _, count in rows if text), Decimal(0))
        return Spending(usd, sum(n_tokens for _, n_tokens, _ in rows))

    def _awaited(self, condition: str, *values: int) -> Iterator[Awaited]:
        with reported(self._path):
            rows = self._connection.execute(
                "SELECT id, job, purpose, request_sha256, spent_usd, spent_tokens,"  # noqa: S608
                f" answered_at IS NOT NULL, fault_kind IS '{RELEASED}' AND reply IS NULL"
                f" FROM attempts WHERE {condition}",
                values,
            ).fetchall()
        for id_, job, purpose, sha256, usd, n_tokens, is_answered, is_released in rows:
            worst = Spending(None if usd is None else Decimal(usd), n_tokens)
            yield Awaited(id_, job, purpose, sha256, worst, bool(is_answered), bool(is_released))

    def _select(self, condition: str, *values: int) -> list[Submission]:
        with reported(self._path):
            rows: Sequence[Sequence[Any]] = self._connection.execute(
                "SELECT id, run, model, service, way, state, n_requests, file, batch, status,"  # noqa: S608
                f" n_completed, n_failed, recipe, begun_at FROM submissions WHERE {condition}"
                " AND coalesce(recipe = ?, 1) ORDER BY id",
                (*values, self._recipe),
            ).fetchall()
        return [
            Submission(id_, run, model, service, json.loads(way), *rest)
            for id_, run, model, service, way, *rest in map(tuple, rows)
        ]

    def _step(self, submission: Submission, assignments: str, *values: Any) -> Submission:
        """Note a step before it is taken; it is on the disk when this returns."""
        with reported(self._path), forced(self._connection):
            self._connection.execute(
                f"UPDATE submissions SET {assignments} WHERE id = ?",  # noqa: S608
                (*values, submission.id),
            )
        return self.get(submission.id)


def forget_unsent(connection: sqlite3.Connection) -> None:
    """Take back the files that nobody writes any more; nothing of them was sent."""
    _forget(connection, "state = 'writing'")


def _forget(connection: sqlite3.Connection, condition: str, *values: int) -> None:
    connection.execute(
        f"DELETE FROM attempts WHERE submission IN (SELECT id FROM submissions WHERE {condition})",  # noqa: S608
        values,
    )
    connection.execute(f"DELETE FROM submissions WHERE {condition}", values)  # noqa: S608
