"""The ledger: one SQLite file in which a run keeps all that it has done and has yet to do."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from extractor.archive import storage
from extractor.archive.attempts import Attempts
from extractor.archive.entry import Entry
from extractor.archive.job import Admitted, Job, State, article_of
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.archive.standing_answers import make_room
from extractor.archive.storage import Anchor, as_json, clean, now, reported, transaction
from extractor.archive.submissions import IS_IN_BATCH, Submissions, forget_unsent
from extractor.archive.taking_over import take_over

_LEARN_DAY = """
UPDATE articles SET published = ? WHERE id = ? AND published IS NULL AND NOT EXISTS
  (SELECT 1 FROM jobs WHERE article = articles.id AND coalesce(started_at, finished_at) NOT NULL)
"""
"""An answer depends on the day: one that comes after the question was asked is not taken."""


class Ledger:
    """A ledger that this process works on; no other one can at the same time.

    Every method is one transaction: when it returns, what it wrote outlives the process.

    Args:
        path: the file; it is made where it is missing.
        recipe: what the run asks with; what waits for it as another version of the package asked
            goes on with this one, and the jobs of others in the file are left alone.

    Raises:
        UsageError: another process works on it, or it is no ledger of this version.
        LedgerError: it cannot be opened or written.
    """

    def __init__(self, path: Path, recipe: Recipe) -> None:
        self.path = path
        with ExitStack() as undo:
            self._lock = storage.Lock(path)
            undo.callback(self._lock.release)
            self._connection = storage.open_to_write(path)
            undo.callback(self._connection.close)
            with reported(path), transaction(self._connection):
                storage.sign(self._connection)
                self._recipe = self._recipe_id(recipe)
                self._connection.execute(
                    "UPDATE jobs SET state = 'pending' WHERE state = 'running'"
                )  # whoever ran them is gone: we have the lock
                forget_unsent(self._connection)
                take_over(self._connection, recipe, self._recipe)
            self._anchor = Anchor.at(path)
            undo.pop_all()
        self.attempts = Attempts(path, self._connection)
        self.submissions = Submissions(path, self._connection, recipe=self._recipe)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let others work on it."""
        self._connection.close()
        self._lock.release()

    def admit(self, entries: Iterable[Entry]) -> Admitted:
        """Take in what readers found: new articles become jobs that wait.

        The same text is one article, wherever and how often it stands; its day of publication is
        the first that a place of it tells before it is asked about.
        """
        admitted = Admitted()
        with reported(self.path), transaction(self._connection):
            for entry in entries:
                admitted += self._admit(entry)
        return admitted

    def reopen(self, states: Sequence[State]) -> int:
        """Let jobs in these states wait again, and return how many.

        What is linked stays so until it is answered.
        """
        if not states:
            return 0
        marks = ", ".join("?" * len(states))
        with reported(self.path):
            return self._connection.execute(
                f"UPDATE jobs SET state = 'pending', reason = NULL "  # noqa: S608
                f"WHERE recipe = ? AND state IN ({marks})",
                (self._recipe, *states),
            ).rowcount

    def n_waiting(self) -> int:
        """Return how many jobs wait."""
        with reported(self.path):
            (count,) = self._connection.execute(
                "SELECT count(*) FROM jobs WHERE recipe = ? AND state = 'pending'", (self._recipe,)
            ).fetchone()
        return int(count)

    def n_in_batches(self) -> int:
        """Return how many of the jobs that wait do so for a provider's batch."""
        with reported(self.path):
            (count,) = self._connection.execute(
                "SELECT count(*) FROM jobs WHERE recipe = ? AND state = 'pending'"  # noqa: S608  our own words
                f" AND {IS_IN_BATCH}",
                (self._recipe,),
            ).fetchone()
        return int(count)

    def waiting(self, *, after: int, limit: int, is_begun: bool | None = None) -> list[Job]:
        """Return the next jobs that wait, in their order; none that waits for a provider's batch.

        Args:
            after: the number behind which they stand.
            limit: how many to return at most.
            is_begun: only those for which requests have been made before, or only the others.

        Raises:
            LedgerError: the file is not where it was.
        """
        self._anchor.require()
        with reported(self.path):
            rows = self._connection.execute(
                "SELECT jobs.id, text, published, name,"  # noqa: S608  our own words
                " coalesce((SELECT place FROM places WHERE article = articles.id"
                "  ORDER BY rowid LIMIT 1), name),"
                " EXISTS (SELECT 1 FROM attempts WHERE job = jobs.id AND is_current) AS is_begun,"
                " EXISTS (SELECT 1 FROM standing_answers WHERE job = jobs.id) "
                "FROM jobs JOIN articles ON articles.id = jobs.article "
                "WHERE recipe = ?1 AND state = 'pending' AND jobs.id > ?2"
                f" AND NOT {IS_IN_BATCH} AND coalesce(is_begun = ?4, 1)"
                " ORDER BY jobs.id LIMIT ?3",
                (self._recipe, after, limit, is_begun),
            ).fetchall()
        return [
            Job(id_, article_of(text, published, name), place, bool(is_begun), bool(is_answered))
            for id_, text, published, name, place, is_begun, is_answered in rows
        ]

    def begin(self, job: Job) -> Job:
        """Note that a job is worked on; return it with the day of publication known by now."""
        self._set(job, "state = 'running', started_at = coalesce(started_at, ?)", now())
        article = job.article
        if article.published is not None:
            return job
        with reported(self.path):
            (published,) = self._connection.execute(
                "SELECT published FROM articles JOIN jobs ON jobs.article = articles.id"
                " WHERE jobs.id = ?",
                (job.id,),
            ).fetchone()
        return replace(job, article=article_of(article.text, published, article.name))

    def begin_in_batch(self, job: Job) -> None:
        """Note that a job is asked about through a provider's batch, for whose end it waits."""
        self._set(job, "started_at = coalesce(started_at, ?)", now())

    def put_back(self, job: Job) -> None:
        """Let a job wait again; the replies it has got are kept for it."""
        self.attempts.forget_faults(job.id)
        self._set(job, "state = 'pending'")

    def skip(self, job: Job, reason: str) -> None:
        """Note that the triage leaves an article out."""
        done = "state = 'skipped', reason = ?, finished_at = ?, duplicate_of = NULL"
        self._set(job, done, reason, now())

    def link(self, job: Job, article_id: int) -> None:
        """Note that an article is another one's near-duplicate."""
        self._set(job, "state = 'duplicate', duplicate_of = ?, finished_at = ?", article_id, now())

    def fail(self, job: Job, reason: str) -> None:
        """Note that there is no answer, and why; one of before stands, as of its own day."""
        if job.is_answered:
            self._set(job, "state = 'failed', reason = ?", clean(reason))
        else:
            self._set(job, "state = 'failed', reason = ?, finished_at = ?", clean(reason), now())

    def finish(self, job: Job, outcome: Outcome) -> None:
        """Keep an extraction; one without a record does not replace an answer of before."""
        if job.is_answered and outcome.status == "failed":
            self.fail(job, outcome.reason or "")
            return
        self._anchor.require()
        with reported(self.path), transaction(self._connection):
            if job.is_answered:
                make_room(self._connection, job.id)
            self.attempts.complete(job.id, outcome.attempts)
            self._connection.execute(
                "UPDATE jobs SET state = ?, reason = ?, model = ?, usage = ?, cost_usd = ?,"
                " least_cost_usd = ?, finished_at = ?, record = ?, evidence = ?, computed = ?,"
                " violations = ?, findings = ?, unplaced = ?, figures = ?, duplicate_of = NULL"
                " WHERE id = ?",
                (
                    outcome.status,
                    clean(outcome.reason),
                    outcome.model,
                    outcome.usage,
                    outcome.cost_usd,
                    outcome.least_cost_usd,
                    now(),
                    *outcome.columns,
                    job.id,
                ),
            )

    def note_figures(self, job: Job, keys: Sequence[str]) -> list[tuple[int, str]]:
        """Note the hashes of a job's figures; return other articles that share one.

        Returns:
            Number and text of each other article that has a job of its own, with this recipe or a
            version of it that it took over from, the first first.
        """
        marks = ", ".join("?" * len(keys))
        with reported(self.path), transaction(self._connection):
            self._connection.executemany(
                "INSERT OR IGNORE INTO figure_keys (recipe, key, job) VALUES (?, ?, ?)",
                [(self._recipe, key, job.id) for key in keys],
            )
            return self._connection.execute(
                "SELECT DISTINCT articles.id, text FROM figure_keys"  # noqa: S608
                " JOIN jobs ON jobs.id = figure_keys.job"
                " JOIN articles ON articles.id = jobs.article"
                f" WHERE figure_keys.recipe = ? AND key IN ({marks}) AND jobs.id < ?"
                " AND article != (SELECT article FROM jobs WHERE id = ?)"
                " AND state NOT IN ('duplicate', 'skipped') ORDER BY jobs.id",
                (self._recipe, *keys, job.id, job.id),
            ).fetchall()

    def _set(self, job: Job, assignments: str, *values: Any) -> None:
        self._anchor.require()
        with reported(self.path):
            self._connection.execute(
                f"UPDATE jobs SET {assignments} WHERE id = ?",  # noqa: S608
                (*values, job.id),
            )

    def _recipe_id(self, recipe: Recipe) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO recipes (sha256, content, created_at) VALUES (?, ?, ?)",
            (recipe.sha256, as_json(recipe.content), now()),
        )
        row = self._connection.execute(
            "SELECT id FROM recipes WHERE sha256 = ?", (recipe.sha256,)
        ).fetchone()
        return int(row[0])

    def _admit(self, entry: Entry) -> Admitted:
        article = entry.article
        published = article and article.published and article.published.isoformat()
        article_id = None
        is_new = False
        if article is not None:
            article_id = self._article_id(entry, published or None)
            is_new = bool(
                self._connection.execute(
                    "INSERT OR IGNORE INTO jobs (article, recipe, state) VALUES (?, ?, 'pending')",
                    (article_id, self._recipe),
                ).rowcount
            )
        self._connection.execute(
            "INSERT INTO places (place, article, fault, title, url, published, seen_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (place) DO UPDATE SET"
            " article = excluded.article, fault = excluded.fault, title = excluded.title,"
            " url = excluded.url, published = excluded.published",
            (
                clean(entry.place),
                article_id,
                clean(entry.fault),
                clean(entry.title),
                clean(entry.url),
                published or None,
                now(),
            ),
        )
        if article is None:
            return Admitted(unreadable=1)
        return Admitted(added=1) if is_new else Admitted(known=1)

    def _article_id(self, entry: Entry, published: str | None) -> int:
        article = entry.article
        assert article is not None  # noqa: S101  asked before
        row = self._connection.execute(
            "SELECT id FROM articles WHERE sha256 = ?", (article.sha256,)
        ).fetchone()
        if row is not None:
            if published is not None:
                self._connection.execute(_LEARN_DAY, (published, *row))
            return int(row[0])
        cursor = self._connection.execute(
            "INSERT INTO articles (sha256, text, published, name) VALUES (?, ?, ?, ?)",
            (
                article.sha256,
                article.text,
                published,
                clean(article.name),
            ),
        )
        return int(cursor.lastrowid or 0)
