"""Accounts: what a ledger says, read without a lock, also while a run works on it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.api.kept import Articles, Kept, kept_of
from extractor.archive import storage
from extractor.archive.attempts import Attempts, stored_text
from extractor.archive.job import STATES, State, article_of
from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.outcome import COLUMNS
from extractor.archive.recipe import Recipe
from extractor.archive.storage import reported, snapshot
from extractor.archive.submissions import Submission, Submissions
from extractor.archive.taking_over import left_to
from extractor.article import Article
from extractor.record import FORMAT

_CHUNK = 100

_IS_LATEST = (
    "NOT EXISTS (SELECT 1 FROM jobs AS later WHERE later.article = jobs.article"
    " AND later.evidence IS NOT NULL"
    " AND (later.finished_at, later.id) > (jobs.finished_at, jobs.id))"
)


@dataclass(frozen=True)
class Place:
    """Where an article stands.

    Attributes:
        place: a file, `archive!member` or URL.
        title: its title there, where the source has one.
        url: its address, where the source names one.
    """

    place: str
    title: str | None
    url: str | None


@dataclass(frozen=True)
class Result:
    """One article of the ledger, and what was made of it.

    Attributes:
        envelope: the extraction as `Extraction.to_json` writes it.
        places: where the article, or a near-duplicate of it, stands; the first where it was met.
            One that stands nowhere any more, as its file was changed since, has its name for that.
    """

    envelope: Mapping[str, Any]
    places: tuple[Place, ...]

    @property
    def article(self) -> Article:
        """The article, whose text the offsets count."""
        kept = self.envelope["article"]
        return article_of(kept["text"], kept["published"], kept["name"])


@dataclass(frozen=True)
class Failure:
    """An article without a record, or something that could not be read.

    Attributes:
        place: where it stands.
        kind: `failed`, or `unreadable`.
        reason: why.
        n_requests: how many requests were made for it.
        has_answer: whether it was asked about again, and the answer of before stands.
    """

    place: str
    kind: str
    reason: str
    n_requests: int
    has_answer: bool = False


@dataclass(frozen=True)
class Totals:
    """What the runs with one recipe came to.

    Attributes:
        recipe: what was asked with, as JSON.
        states: how many articles are in which state.
        cost_usd: what their answers cost, US dollars; the part of it that is known.
        n_unknown_costs: how many answers cost something that is not known in full.
        asked_again: of how many, in which state, an answer of before stands.
    """

    recipe: Mapping[str, Any]
    states: Counter[State]
    cost_usd: Decimal
    n_unknown_costs: int
    asked_again: Counter[State]


class Accounts:
    """A ledger that is only looked at.

    Args:
        path: the ledger's file.

    Raises:
        UsageError: there is no such file, or it is no ledger of this version.
        LedgerError: in the end, where it was written while it was read without locks.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading = storage.reading(path)
        self._connection = self._reading.__enter__()
        self._connection.row_factory = sqlite3.Row

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._reading.__exit__(kind, error, trace)

    def totals(self) -> list[Totals]:
        """Return what the runs came to, for each recipe."""
        totals = []
        for recipe in self._rows("SELECT id, content FROM recipes ORDER BY id"):
            states = self._states("jobs", recipe["id"])
            asked_again = self._states(_ASKED_AGAIN, recipe["id"])
            cost, n_unknown = Decimal(0), 0
            for least, is_unknown, count in self._rows(
                "SELECT least_cost_usd, cost_usd IS NULL, count(*) FROM jobs"
                " WHERE recipe = ? AND least_cost_usd IS NOT NULL GROUP BY 1, 2",
                recipe["id"],
            ):
                cost += Decimal(least) * count
                n_unknown += is_unknown * count
            content = json.loads(recipe["content"])
            totals.append(Totals(content, states, cost, n_unknown, asked_again))
        return totals

    def _states(self, jobs: str, recipe: int) -> Counter[State]:
        """Count jobs of a recipe by their states, in the order of these."""
        rows = self._rows(
            f"SELECT jobs.state, count(*) FROM {jobs} WHERE recipe = ? GROUP BY 1",  # noqa: S608  our own words
            recipe,
        )
        counts = dict(map(tuple, rows))
        return Counter({state: counts[state] for state in STATES if state in counts})

    @property
    def attempts(self) -> Attempts:
        """The table of attempts, with what they have cost."""
        return Attempts(self.path, self._connection)

    def open_batches(self) -> list[Submission]:
        """Return the provider's batches that have not ended; what they say was said at the last look."""
        return Submissions(self.path, self._connection).unfinished()

    def left_to(self, recipe: Recipe) -> list[tuple[KeptRecipe, int]]:
        """Return other versions of a recipe, and how many jobs a run with it takes over from each."""
        with reported(self.path):
            return left_to(self._connection, recipe)

    def n_places(self) -> tuple[int, int]:
        """Return how many places hold an article, and how many could not be read."""
        ((readable, unreadable),) = self._rows("SELECT count(article), count(fault) FROM places")
        return int(readable), int(unreadable)

    def failures(self, *, recipe: int | None = None) -> Iterator[Failure]:
        """Give every article that failed, then everything that could not be read.

        Args:
            recipe: the number of the recipe, in the order of `totals`, from 1; None for all.
        """
        for row in self._rows(
            "SELECT coalesce((SELECT place FROM places WHERE article = articles.id"
            "  ORDER BY rowid LIMIT 1), name) AS place, reason,"
            " (SELECT count(*) FROM attempts WHERE job = jobs.id) AS n,"
            " EXISTS (SELECT 1 FROM standing_answers WHERE job = jobs.id) AS has_answer "
            "FROM jobs JOIN articles ON articles.id = jobs.article"
            " WHERE state = 'failed' AND recipe = coalesce(?, recipe) ORDER BY jobs.id",
            recipe,
        ):
            has_answer = bool(row["has_answer"])
            yield Failure(row["place"], "failed", row["reason"] or "", row["n"], has_answer)
        for row in self._rows("SELECT place, fault FROM places WHERE fault IS NOT NULL"):
            yield Failure(row["place"], "unreadable", row["fault"], 0)

    def results(self, *, recipe: int | None = None) -> Iterator[Result]:
        """Give each article's extraction with its places, in the order of their jobs.

        Args:
            recipe: the number of the recipe, in the order of `totals`, from 1; of an article asked
                about with several, None gives the latest.
        """
        yield from self._results(_IS_LATEST if recipe is None else f"jobs.recipe = {recipe:d}")

    def kept(self) -> Iterator[Kept]:
        """Give what is kept of every extraction, to resolve and check it again."""
        no_others = Articles(lambda: ())
        for result in self._results():
            yield kept_of(result.envelope, self.path, no_others)

    def _results(self, condition: str = "TRUE") -> Iterator[Result]:
        """Give extractions of jobs, a few at a time: a run may go on meanwhile."""
        last = 0
        while some := self._some_jobs(condition, after=last):
            for job, attempts, places in some:
                yield Result(_envelope(job, attempts), places)
            last = some[-1][0]["id"]

    def _some_jobs(
        self, condition: str, *, after: int
    ) -> list[tuple[sqlite3.Row, list[sqlite3.Row], tuple[Place, ...]]]:
        """Return the next jobs that have an extraction, with their attempts and places.

        All are as of one moment: a run that replaces an answer could leave us the record of one and
        the replies of the other.
        """
        with reported(self.path), snapshot(self._connection):
            return [
                (job, self._rows(_ATTEMPTS, job["id"]), self._places_of(job))
                for job in self._jobs(condition, after)
            ]

    def _jobs(self, condition: str, after: int) -> list[sqlite3.Row]:
        return self._rows(
            "SELECT jobs.*, articles.sha256, text, published, name,"  # noqa: S608  our own words
            " recipes.content AS recipe_json, coalesce(standing.state, jobs.state) AS status,"
            " iif(standing.job IS NULL, jobs.reason, standing.reason) AS why "
            "FROM jobs JOIN articles ON articles.id = jobs.article"
            " JOIN recipes ON recipes.id = jobs.recipe"
            " LEFT JOIN standing_answers AS standing ON standing.job = jobs.id "
            "WHERE jobs.id > ? AND evidence IS NOT NULL"
            " AND coalesce(standing.state, jobs.state) IN ('ok', 'flagged', 'no_event', 'failed')"
            f" AND {condition} ORDER BY jobs.id LIMIT ?",
            after,
            _CHUNK,
        )

    def _places_of(self, job: sqlite3.Row) -> tuple[Place, ...]:
        """Return where an article stands, and behind that where its near-duplicates do."""
        places = tuple(
            Place(row["place"], row["title"], row["url"])
            for row in self._rows(
                "SELECT place, title, url FROM places WHERE article = ?1 OR article IN"
                " (SELECT article FROM jobs WHERE duplicate_of = ?1)"
                " ORDER BY article != ?1, rowid",
                job["article"],
            )
        )
        return places or (Place(job["name"], None, None),)

    def _rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        with reported(self.path), closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()


_ATTEMPTS = """
SELECT * FROM attempts WHERE job = ?1 AND number IS NOT NULL
  AND (is_current OR EXISTS (SELECT 1 FROM standing_answers WHERE job = ?1))
  ORDER BY number
"""

_ASKED_AGAIN = "standing_answers JOIN jobs ON jobs.id = standing_answers.job"


def _envelope(job: sqlite3.Row, attempts: list[sqlite3.Row]) -> dict[str, Any]:
    """Return an extraction as `Extraction.to_json` writes it."""
    kept = {name: json.loads(job[name]) for name in COLUMNS}
    return {
        "format": FORMAT,
        "record": kept["record"],
        "evidence": kept["evidence"],
        "computed": kept["computed"],
        "status": job["status"],
        "reason": job["why"],
        "model": job["model"],
        "violations": kept["violations"],
        "findings": kept["findings"],
        "unplaced": kept["unplaced"],
        "figures": kept["figures"],
        "attempts": [_attempt(row) for row in attempts],
        "usage": json.loads(job["usage"]),
        "cost_usd": job["cost_usd"],
        "least_cost_usd": job["least_cost_usd"],
        "versions": json.loads(job["recipe_json"])["versions"],
        "article": {
            "name": job["name"],
            "sha256": job["sha256"],
            "published": job["published"],
            "text": job["text"],
        },
    }


def _attempt(row: sqlite3.Row) -> dict[str, Any]:
    """Return an attempt as the envelope has it."""
    return {
        "number": row["number"],
        "model": row["model"],
        "purpose": row["purpose"],
        "turn": row["turn"],
        "shows": row["shows"] and json.loads(row["shows"]),
        "request_sha256": row["request_sha256"],
        "reply": stored_text(row["reply"]),
        "finish": row["finish"],
        "usage": json.loads(row["usage"]),
        "seconds": row["seconds"],
        "tries": row["tries"],
        "served_by": row["served_by"],
        "violations": json.loads(row["violations"]),
        "cost_usd": row["cost_usd"],
    }
