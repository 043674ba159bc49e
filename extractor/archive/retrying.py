"""Retrying: what failed, or is not good enough, is to be asked about again."""

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from extractor.archive import storage
from extractor.archive.job import State
from extractor.archive.standing_answers import let_stand
from extractor.archive.storage import Lock, as_json, reported, transaction
from extractor.errors import UsageError

_AGAIN: tuple[State, ...] = ("ok", "flagged", "no_event", "failed", "skipped", "duplicate")


@dataclass(frozen=True)
class Where:
    """Which jobs are meant.

    Attributes:
        state: those in this state.
        reason: those whose reason holds this text, in any case; None for all.
        models: those of recipes that ask these models, in this order; None for all.
    """

    state: State = "failed"
    reason: str | None = None
    models: tuple[str, ...] | None = None

    @classmethod
    def parse(cls, text: str, *, models: Sequence[str] | None = None) -> "Where":
        """Read `STATE`, `reason=TEXT`, or `STATE,reason=TEXT`.

        Raises:
            UsageError: it is something else.
        """
        state, _, reason = text.partition("reason=") if "reason=" in text else (text, "", None)
        state = state.strip(" ,") or "failed"
        if state not in _AGAIN or reason == "":
            raise UsageError(
                f"--where {text!r}: write STATE, reason=TEXT or STATE,reason=TEXT; "
                f"STATE is one of {', '.join(_AGAIN)}"
            )
        known = next(known for known in get_args(State) if known == state)
        return cls(known, reason, None if models is None else tuple(models))


def retry(path: Path, where: Where) -> int:
    """Let jobs wait for the next run again, and return how many.

    An answer stands until there is another one, and so does a link to a near-duplicate.
    A dialogue that a service left unanswered goes on where it stopped, with the replies that it has
    got. Any other begins anew, and is paid for again.

    Raises:
        UsageError: there is no such ledger, or another process works on it.
    """
    if not path.is_file():
        raise UsageError(f"{path}: there is no such ledger")
    models = None if where.models is None else as_json(list(where.models))
    lock = Lock(path)
    try:
        with closing(storage.open_to_write(path)) as connection:
            connection.create_function("holds", 2, _holds, deterministic=True)
            with reported(path), transaction(connection):
                connection.execute(
                    "CREATE TEMP TABLE chosen AS SELECT id, EXISTS (SELECT 1 FROM attempts"
                    " WHERE job = jobs.id AND is_current AND reply IS NULL) AS is_cut_short"
                    " FROM jobs WHERE state = ? AND holds(reason, ?) AND recipe IN"
                    " (SELECT id FROM recipes WHERE ? IS NULL OR content ->> 'models' = ?)",
                    (where.state, where.reason, models, models),
                )
                let_stand(connection, "chosen")
                connection.execute(
                    "UPDATE attempts SET is_current = 0 FROM chosen WHERE job = chosen.id"
                    " AND (reply IS NULL OR NOT is_cut_short)"
                )
                connection.execute(
                    "UPDATE jobs SET record = NULL, evidence = NULL, finished_at = NULL WHERE id IN"
                    " (SELECT id FROM chosen EXCEPT SELECT job FROM standing_answers)"
                )
                return connection.execute(
                    "UPDATE jobs SET state = 'pending', reason = NULL"
                    " WHERE id IN (SELECT id FROM chosen)"
                ).rowcount
    finally:
        lock.release()


def _holds(reason: str | None, text: str | None) -> bool:
    return text is None or bool(re.search(re.escape(text), reason or "", re.IGNORECASE))
