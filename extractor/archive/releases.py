"""Releases: articles that are taken out of a provider's batches, which may never end.

What their requests may cost at most stays spent: nobody can tell whether the provider still answers
them. A batch without any other request is ended, and its answers are not collected any more. One
that stays open for others may bring late answers with theirs: what was paid is kept.
"""

import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from extractor.archive.budget import NOTHING, Spending
from extractor.archive.storage import as_json, now
from extractor.archive.submissions import RELEASED
from extractor.usage import UNKNOWN_TRY

_FAULT = "taken out of its batch by retry; the provider may have answered it since, and bill it"


@dataclass(frozen=True)
class Released:
    """What was taken out of batches.

    Attributes:
        batches: what the provider calls each of them, else what we do, and where it is.
        n_requests: how many requests.
        usd: US dollars that the provider may bill for them at most; None where a price is unknown.
        n_tokens: the tokens, likewise.
    """

    batches: tuple[tuple[str, str], ...] = ()
    n_requests: int = 0
    usd: Decimal | None = Decimal(0)
    n_tokens: int = 0


def release(connection: sqlite3.Connection, chosen: str) -> Released:
    """Take jobs out of the batches that they wait for.

    Args:
        connection: the ledger, in a transaction.
        chosen: the name of a table with the jobs' numbers, `id`.
    """
    open_ones = (
        f"job IN (SELECT id FROM {chosen}) AND submission IS NOT NULL AND answered_at IS NULL"  # noqa: S608  our own words
    )
    costs = connection.execute(
        f"SELECT spent_usd, spent_tokens FROM attempts WHERE {open_ones}"  # noqa: S608  our own words
    ).fetchall()
    batches = connection.execute(
        "SELECT id, coalesce(batch, run), service FROM submissions WHERE id IN"  # noqa: S608
        f" (SELECT submission FROM attempts WHERE {open_ones}) ORDER BY id"
    ).fetchall()
    connection.execute(
        "UPDATE attempts SET is_current = 0, answered_at = ?, fault = ?, usage = ?,"  # noqa: S608
        f" fault_kind = '{RELEASED}' WHERE {open_ones}",
        (now(), _FAULT, as_json(UNKNOWN_TRY.to_json())),
    )
    connection.executemany(
        "UPDATE submissions SET state = 'ended', ended_at = ?, reason = ? WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM attempts"
        "  WHERE submission = submissions.id AND answered_at IS NULL)",
        [(now(), _FAULT, id_) for id_, _, _ in batches],
    )
    worst = sum((Spending(usd and Decimal(usd), tokens) for usd, tokens in costs), NOTHING)
    return Released(
        batches=tuple((name, service) for _, name, service in batches),
        n_requests=len(costs),
        usd=worst.usd,
        n_tokens=worst.tokens,
    )
