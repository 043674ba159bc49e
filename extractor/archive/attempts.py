"""The ledger's attempts: each request is noted before it is sent, each reply before it is read.

So a job that was cut short is taken up again by giving its dialogue the replies that are kept, and
what may have been spent is known even of a request that was in flight when the process was killed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.archive.storage import as_json, clean, is_text, now, reported
from extractor.exchange import Reply, Request
from extractor.prices import usd_text
from extractor.usage import Usage


@dataclass(frozen=True)
class KeptAttempt:
    """An attempt that the ledger has.

    Attributes:
        id: its number in the ledger.
        key: model and hash of the request.
        reply: the reply; None where there was none.
        fault: why there was none; None where nobody knows, as the process was killed.
        kind: the name of the exception that the fault was.
        usage: what a fault took, as far as known.
    """

    id: int
    key: tuple[str, str]
    reply: Reply | None
    fault: str | None
    kind: str | None
    usage: Usage


Journal = Callable[[Mapping[str, Any]], None]
"""Called with an attempt's row whenever it has changed, before the next step is taken."""


class Attempts:
    """The table of attempts.

    Args:
        path: the ledger's file, for messages.
        connection: the ledger, open to write.

    Attributes:
        journal: who else is told of each request and reply; None for nobody.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.journal: Journal | None = None
        self._path = path
        self._connection = connection

    def ask(
        self,
        job: int,
        model: str,
        request: Request,
        *,
        risk: tuple[Decimal | None, int],
        submission: int | None = None,
    ) -> int:
        """Note that a request is about to be sent, and return the attempt's number.

        Args:
            job: whose request it is.
            model: who is asked.
            request: the request.
            risk: the US dollars and tokens that it may cost at most.
            submission: the file for a provider's batch interface that it goes into.
        """
        with reported(self._path):
            cursor = self._connection.execute(
                "INSERT INTO attempts (job, model, purpose, turn, shows, request_sha256, asked_at,"
                " spent_usd, spent_tokens, submission) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    job,
                    model,
                    request.purpose,
                    request.number,
                    None if request.shows is None else as_json(list(request.shows)),
                    request.sha256,
                    now(),
                    _money(risk[0]),
                    risk[1],
                    submission,
                ),
            )
        attempt = int(cursor.lastrowid or 0)
        self._tell(attempt)
        return attempt

    def risk(self, attempt: int, usd: Decimal | None, n_tokens: int) -> None:
        """Note what an attempt may cost at most, with one more try that is about to be made."""
        with reported(self._path):
            self._connection.execute(
                "UPDATE attempts SET spent_usd = ?, spent_tokens = ? WHERE id = ?",
                (_money(usd), n_tokens, attempt),
            )
        self._tell(attempt)

    def keep(self, attempt: int, reply: Reply, *, spent: tuple[Decimal | None, int]) -> None:
        """Keep a reply, before anything is done with it.

        Args:
            attempt: whose it is.
            reply: the reply.
            spent: the US dollars and tokens that the attempt may have cost at most.
        """
        with reported(self._path):
            self._connection.execute(
                "UPDATE attempts SET answered_at = ?, reply = ?, finish = ?, usage = ?,"
                " seconds = ?, tries = ?, served_by = ?, service = ?, spent_usd = ?,"
                " spent_tokens = ? WHERE id = ?",
                (
                    now(),
                    as_stored(reply.text),
                    reply.finish,
                    as_json(reply.usage.to_json()),
                    round(reply.seconds, 3),
                    reply.tries,
                    clean(reply.served_by),
                    reply.service,
                    _money(spent[0]),
                    spent[1],
                    attempt,
                ),
            )
        self._tell(attempt)

    def miss(
        self, attempt: int, fault: BaseException, usage: Usage, *, spent: tuple[Decimal | None, int]
    ) -> None:
        """Note that a request got no reply, and why.

        Args:
            attempt: whose request it is.
            fault: what was raised.
            usage: what its tries took, as far as known.
            spent: the US dollars and tokens that the attempt may have cost at most.
        """
        with reported(self._path):
            self._connection.execute(
                "UPDATE attempts SET answered_at = ?, fault = ?, fault_kind = ?, usage = ?,"
                " spent_usd = ?, spent_tokens = ? WHERE id = ?",
                (
                    now(),
                    clean(str(fault)),
                    type(fault).__name__,
                    as_json(usage.to_json()),
                    _money(spent[0]),
                    spent[1],
                    attempt,
                ),
            )
        self._tell(attempt)

    def kept(self, job: int) -> list[KeptAttempt]:
        """Return a job's attempts that have an end, in their order."""
        with reported(self._path):
            rows = self._connection.execute(
                "SELECT id, model, request_sha256, reply, finish, fault, fault_kind, usage,"
                " seconds, tries, served_by, service, submission FROM attempts"
                " WHERE job = ? AND is_current AND answered_at IS NOT NULL ORDER BY id",
                (job,),
            ).fetchall()
        return [_kept(row) for row in rows]

    def forget_faults(self, job: int) -> None:
        """Let what got no reply be asked again; what it may have cost stays counted."""
        with reported(self._path):
            self._connection.execute(
                "UPDATE attempts SET is_current = 0 WHERE job = ? AND reply IS NULL", (job,)
            )

    def set_aside(self, attempt: int) -> None:
        """Let an attempt count for nothing but for what it has spent."""
        with reported(self._path):
            self._connection.execute("UPDATE attempts SET is_current = 0 WHERE id = ?", (attempt,))

    def take_up(self, attempt: int) -> bool:
        """Let a late reply count, where the same has not been asked again since; tell whether it does."""
        with reported(self._path):
            taken = self._connection.execute(
                "UPDATE attempts SET is_current = 1 WHERE id = ? AND NOT EXISTS"
                " (SELECT 1 FROM attempts AS later WHERE later.job = attempts.job"
                "  AND later.model = attempts.model AND later.id > attempts.id"
                "  AND later.request_sha256 = attempts.request_sha256)",
                (attempt,),
            )
        return bool(taken.rowcount)

    def complete(self, job: int, attempts: Sequence[Mapping[str, Any]]) -> None:
        """Note which of the attempts led to an extraction, and what was found wrong with each.

        Runs inside the transaction that keeps the extraction.

        Args:
            job: the job.
            attempts: those of the envelope; one that the ledger does not have yet is added.
        """
        known: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for id_, model, sha256 in self._connection.execute(
            "SELECT id, model, request_sha256 FROM attempts"
            " WHERE job = ? AND is_current AND reply IS NOT NULL ORDER BY id DESC",
            (job,),
        ):
            known[model, sha256].append(id_)
        for attempt in attempts:
            rows = known[attempt["model"], attempt["request_sha256"]]
            id_ = rows.pop() if rows else self._add(job, attempt)
            self._connection.execute(
                "UPDATE attempts SET number = ?, violations = ?, cost_usd = ? WHERE id = ?",
                (attempt["number"], as_json(attempt["violations"]), attempt["cost_usd"], id_),
            )

    def spent(self) -> tuple[Decimal, int]:
        """Return the US dollars and tokens that all attempts may have cost at most.

        Those of unknown price are in the tokens alone; `unpriced_tokens` are theirs.
        """
        with reported(self._path):
            rows = self._connection.execute(
                "SELECT spent_usd, count(*) FROM attempts WHERE spent_usd IS NOT NULL GROUP BY 1"
            )
            usd = sum((Decimal(text) * count for text, count in rows), Decimal(0))
            (tokens,) = self._connection.execute(
                "SELECT coalesce(sum(spent_tokens), 0) FROM attempts"
            ).fetchone()
        return usd, int(tokens)

    def unpriced_tokens(self) -> int:
        """Return the tokens that were spent at an unknown price."""
        with reported(self._path):
            (tokens,) = self._connection.execute(
                "SELECT coalesce(sum(spent_tokens), 0) FROM attempts WHERE spent_usd IS NULL"
            ).fetchone()
        return int(tokens)

    def _tell(self, attempt: int) -> None:
        if self.journal is None:
            return
        with reported(self._path), closing(self._connection.cursor()) as cursor:
            cursor.execute("SELECT * FROM attempts WHERE id = ?", (attempt,))
            names = [column[0] for column in cursor.description]
            row = dict(zip(names, cursor.fetchone(), strict=True))
        self.journal(row)

    def _add(self, job: int, attempt: Mapping[str, Any]) -> int:
        """Add an attempt that was made elsewhere: in another process, by rules."""
        cursor = self._connection.execute(
            "INSERT INTO attempts (job, model, purpose, turn, shows, request_sha256, asked_at,"
            " answered_at, reply, finish, usage, seconds, tries, served_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                job,
                attempt["model"],
                attempt["purpose"],
                attempt["turn"],
                attempt["shows"] and as_json(attempt["shows"]),
                attempt["request_sha256"],
                moment := now(),
                moment,
                as_stored(attempt["reply"]),
                attempt["finish"],
                as_json(attempt["usage"]),
                attempt["seconds"],
                attempt["tries"],
                clean(attempt["served_by"]),
            ),
        )
        return int(cursor.lastrowid or 0)


def stored_text(value: str | bytes) -> str:
    """Return a reply as it was, byte for byte."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def as_stored(text: str) -> str | bytes:
    """Return a reply as SQLite takes it; one with half surrogate pairs as bytes."""
    return text if is_text(text) else text.encode("utf-8", "surrogatepass")


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else usd_text(amount)


def _kept(row: Sequence[Any]) -> KeptAttempt:
    (id_, model, sha256, text, finish, fault, kind, usage, *how) = row
    (seconds, tries, served, service, submission) = how
    took = Usage.of(json.loads(usage))
    reply = None
    if finish is not None:
        reply = Reply(
            text=stored_text(text),
            finish=finish,
            usage=took,
            seconds=seconds,
            tries=tries,
            served_by=served,
            service=service,
            is_batched=submission is not None,
        )
    return KeptAttempt(id_, (model, sha256), reply, fault, kind, took)
