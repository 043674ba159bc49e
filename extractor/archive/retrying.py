"""Retrying: what failed, or is not good enough, is to be asked about again."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from extractor.archive import storage
from extractor.archive.job import article_of
from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.releases import Released, release
from extractor.archive.standing_answers import let_stand
from extractor.archive.storage import Lock, as_json, reported, transaction
from extractor.archive.submissions import IS_IN_BATCH, forget_unsent
from extractor.archive.where import Where, year
from extractor.article import Article
from extractor.errors import UsageError

IN_BATCH = "in_batch"
"""The state, as conditions call it, of jobs that wait for a provider's batch."""

STATES = ("ok", "flagged", "no_event", "failed", "skipped", "duplicate", IN_BATCH)
"""Those of which there is something to retry."""

_DEFAULT = "failed"

_STATE = f"iif(state = 'pending' AND {IS_IN_BATCH}, '{IN_BATCH}', state)"


@dataclass(frozen=True)
class Retried:
    """What came of a retry.

    Attributes:
        waiting: how many jobs wait for the next run with each recipe.
        released: what was taken out of a provider's batches for that.
    """

    waiting: tuple[tuple[KeptRecipe, int], ...] = ()
    released: Released = Released()  # noqa: RUF009  it is frozen

    @property
    def n_waiting(self) -> int:
        """How many jobs wait for the next run."""
        return sum(count for _, count in self.waiting)


def retry(
    path: Path,
    where: Where,
    *,
    models: Sequence[str] | None = None,
    recipe: int | None = None,
) -> Retried:
    """Let jobs wait for the next run again.

    An answer stands until there is another one, and so does a link to a near-duplicate.
    A dialogue that a service left unanswered goes on where it stopped, with the replies that it has
    got. Any other begins anew, and is paid for again. One that waits for a provider's batch waits
    for it no more; what the provider makes of it is collected only with what others wait for.

    Args:
        path: the ledger.
        where: which jobs; of no state in particular, those that failed.
        models: those of recipes that ask these models, in this order; None for all.
        recipe: those of this one, counted as `Accounts.totals` lists them, from 1; None for all.

    Raises:
        UsageError: there is no such ledger or recipe, or another process works on the ledger.
    """
    with storage.reading(path):
        pass  # it is there, and a ledger
    lock = Lock(path)
    try:
        with (
            closing(storage.open_to_write(path)) as connection,
            reported(path),
            transaction(connection),
        ):
            forget_unsent(connection)  # whoever wrote these is gone: we have the lock
            return _let_wait(connection, _chosen(connection, where, models, recipe))
    finally:
        lock.release()


def _chosen(
    connection: sqlite3.Connection,
    where: Where,
    models: Sequence[str] | None,
    recipe: int | None,
) -> list[tuple[int]]:
    """Return the numbers of the jobs that are meant.

    What this version has asked about, too, is not retried in an older one: nothing would ask with it.
    """
    (n_recipes,) = connection.execute("SELECT count(*) FROM recipes").fetchone()
    if recipe is not None and recipe > n_recipes:
        raise UsageError(f"--recipe {recipe}: the ledger has {n_recipes}; see extractor status")
    asked = None if models is None else as_json(list(models))
    older = _older(connection)
    connection.row_factory = sqlite3.Row
    rows = connection.execute(
        f"SELECT jobs.id, {_STATE} AS state, reason, model, record, text, published, name"  # noqa: S608  our own words
        f" FROM jobs JOIN articles ON articles.id = jobs.article WHERE {_STATE} = ?1 AND recipe IN"
        " (SELECT id FROM recipes WHERE coalesce(content ->> 'models' = ?2, 1))"
        " AND coalesce(recipe = ?3, 1) AND (?1 = 'in_batch' OR NOT EXISTS"
        " (SELECT 1 FROM json_each(?4) AS pair JOIN jobs AS own ON own.article = jobs.article"
        " WHERE jobs.recipe = pair.value ->> 0 AND own.recipe = pair.value ->> 1))",
        (where.state or _DEFAULT, asked, recipe, json.dumps(older)),
    )
    return [(row["id"],) for row in rows if where.fits(_Row(row))]


def _older(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return the recipes of older versions, each with the number of what it is in this version."""
    rows = connection.execute("SELECT id, content FROM recipes").fetchall()
    recipes = [KeptRecipe(id_, json.loads(content)) for id_, content in rows]
    today = {kept.options: kept.number for kept in recipes if kept.is_of_this_version}
    return [
        (kept.number, today[kept.options])
        for kept in recipes
        if not kept.is_of_this_version and kept.options in today
    ]


def _let_wait(connection: sqlite3.Connection, jobs: list[tuple[int]]) -> Retried:
    connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY, is_cut_short)")
    connection.executemany(
        "INSERT INTO chosen SELECT ?1, EXISTS (SELECT 1 FROM attempts"
        " WHERE job = ?1 AND is_current AND reply IS NULL)",
        jobs,
    )
    released = release(connection, "chosen")
    let_stand(connection, "chosen")
    connection.execute(
        "UPDATE attempts SET is_current = 0 FROM chosen WHERE job = chosen.id"
        " AND (reply IS NULL OR NOT is_cut_short)"
    )
    connection.execute(
        "UPDATE jobs SET record = NULL, evidence = NULL, finished_at = NULL WHERE id IN"
        " (SELECT id FROM chosen EXCEPT SELECT job FROM standing_answers)"
    )
    connection.execute(
        "UPDATE jobs SET state = 'pending', reason = NULL WHERE id IN (SELECT id FROM chosen)"
    )
    counts = connection.execute(
        "SELECT recipe, content, count(*) FROM jobs JOIN recipes ON recipes.id = jobs.recipe"
        " WHERE jobs.id IN (SELECT id FROM chosen) GROUP BY 1 ORDER BY 1"
    )
    waiting = [(KeptRecipe(id_, json.loads(content)), count) for id_, content, count in counts]
    return Retried(tuple(waiting), released)


@dataclass(frozen=True)
class _Row:
    """A job as conditions see it; see `Traits`."""

    row: sqlite3.Row

    @property
    def state(self) -> str:
        return str(self.row["state"])

    @property
    def reason(self) -> str:
        return self.row["reason"] or ""

    @property
    def language(self) -> str:
        return self._article.language

    @property
    def year(self) -> str:
        return year(self._event.get("start_date"), self._article.published)

    @property
    def host(self) -> str:
        return self._event.get("host") or ""

    @property
    def model(self) -> str:
        return self.row["model"] or ""

    @cached_property
    def _article(self) -> Article:
        return article_of(self.row["text"], self.row["published"], self.row["name"])

    @cached_property
    def _event(self) -> dict[str, Any]:
        record = json.loads(self.row["record"] or "null") or {}
        return record.get("event") or {}
