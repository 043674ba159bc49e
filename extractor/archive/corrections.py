"""Corrections: what people say of a ledger's articles, kept beside the models' answers.

The table is made when the first correction is. A row is never changed: a labeller's latest one for an
article counts, and the model's answer stays as it was.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.archive import storage
from extractor.archive.accounts import Accounts, Result
from extractor.archive.job import State
from extractor.archive.storage import as_json, now, reported, transaction
from extractor.errors import UsageError

_TABLE = """
CREATE TABLE IF NOT EXISTS corrections (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  job INTEGER REFERENCES jobs (id),  -- whose answer was corrected
  labeller TEXT NOT NULL,
  record TEXT NOT NULL,              -- JSON, as in a gold file: a string may be {"any_of": [...]}
  labels TEXT NOT NULL,              -- JSON: source, evidence, background, marked figures
  corrected_at TEXT NOT NULL
)
"""
_INDEX = "CREATE INDEX IF NOT EXISTS corrections_by_article ON corrections (article, labeller, id)"

_LATEST = """
SELECT * FROM corrections WHERE id IN (SELECT max(id) FROM corrections GROUP BY article, labeller)
"""

_LAST_SAID = """
SELECT corrections.* FROM corrections JOIN articles ON articles.id = article
  WHERE sha256 = ? ORDER BY corrections.id DESC LIMIT 1
"""

_RISKS = """
SELECT articles.id, articles.sha256, articles.name, jobs.id AS job,
  coalesce(standing.state, jobs.state) AS state,
  iif(standing.job IS NULL, jobs.reason, standing.reason) AS reason,
  coalesce(json_array_length(jobs.violations), 0) AS n_violations,
  coalesce(json_array_length(jobs.findings), 0) AS n_findings,
  coalesce(json_array_length(jobs.unplaced), 0) AS n_unplaced,
  (SELECT count(DISTINCT record) FROM jobs AS each WHERE each.article = articles.id) AS n_records,
  (SELECT place FROM places WHERE article = articles.id ORDER BY rowid LIMIT 1) AS place
FROM articles JOIN jobs ON jobs.id =
  (SELECT id FROM jobs AS each WHERE each.article = articles.id AND evidence IS NOT NULL
     AND (state IN ('ok', 'flagged', 'no_event', 'failed')
       OR id IN (SELECT job FROM standing_answers))
   ORDER BY finished_at DESC, id DESC LIMIT 1)
LEFT JOIN standing_answers AS standing ON standing.job = jobs.id
ORDER BY articles.id
"""


@dataclass(frozen=True)
class Risk:
    """What speaks for a second look at an article.

    Attributes:
        article: its number in the ledger.
        sha256: of its text.
        name: what it is called.
        place: where it stands.
        job: the latest one that has an extraction.
        state: that job's.
        reason: why there is no event or record.
        n_violations: how many checks do not hold.
        n_findings: what the checks found about the source.
        n_unplaced: figures without a place.
        n_records: how many different records the recipes led to.
    """

    article: int
    sha256: str
    name: str
    place: str
    job: int
    state: State
    reason: str | None
    n_violations: int
    n_findings: int
    n_unplaced: int
    n_records: int


@dataclass(frozen=True)
class Correction:
    """What a labeller says of an article.

    Attributes:
        article: its number in the ledger.
        job: whose answer was corrected.
        labeller: who says so.
        record: the record as gold JSON.
        labels: source, evidence, background and marked figures, as JSON.
        corrected_at: when, ISO 8601 in UTC.
    """

    article: int
    job: int | None
    labeller: str
    record: Mapping[str, Any]
    labels: Mapping[str, Any]
    corrected_at: str


class Reviewed(Accounts):
    """A ledger as those see it who review its articles."""

    def risks(self) -> list[Risk]:
        """Return every article that has an extraction, in the order in which they were met."""
        return [
            Risk(
                article=row["id"],
                sha256=row["sha256"],
                name=row["name"],
                place=row["place"] or row["name"],
                job=row["job"],
                state=row["state"],
                reason=row["reason"],
                n_violations=row["n_violations"],
                n_findings=row["n_findings"],
                n_unplaced=row["n_unplaced"],
                n_records=row["n_records"],
            )
            for row in self._rows(_RISKS)
        ]

    def result(self, job: int) -> Result:
        """Return the extraction of a job.

        Raises:
            UsageError: it has none.
        """
        for result in self._results(f"jobs.id = {int(job)}"):
            return result
        raise UsageError(f"{self.path}: job {job} has no extraction")

    def corrected(self, labeller: str) -> frozenset[int]:
        """Return the numbers of the articles that a labeller has corrected."""
        if not self._has_corrections():
            return frozenset()
        rows = self._rows("SELECT DISTINCT article FROM corrections WHERE labeller = ?", labeller)
        return frozenset(row["article"] for row in rows)

    def correction(self, article: int, labeller: str) -> Correction | None:
        """Return a labeller's latest correction of an article."""
        if not self._has_corrections():
            return None
        rows = self._rows(f"{_LATEST} AND article = ? AND labeller = ?", article, labeller)
        return _correction(rows[0]) if rows else None

    def corrections(self) -> list[Correction]:
        """Return the latest correction of each article by each labeller."""
        if not self._has_corrections():
            return []
        return [_correction(row) for row in self._rows(f"{_LATEST} ORDER BY id")]

    def last_said(self, sha256: str) -> Correction | None:
        """Return the latest correction of an article, whoever made it.

        Args:
            sha256: of the article's text.
        """
        if not self._has_corrections():
            return None
        rows = self._rows(_LAST_SAID, sha256)
        return _correction(rows[0]) if rows else None

    def n_corrected(self) -> int:
        """Return how many articles are corrected."""
        if not self._has_corrections():
            return 0
        ((count,),) = self._rows("SELECT count(DISTINCT article) FROM corrections")
        return int(count)

    def _has_corrections(self) -> bool:
        with reported(self.path):
            return has_corrections(self._connection)


def has_corrections(connection: sqlite3.Connection) -> bool:
    """Tell whether anything of a ledger was ever corrected: there is a table of it then."""
    query = "SELECT 1 FROM sqlite_schema WHERE name = 'corrections'"
    return connection.execute(query).fetchone() is not None


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(
        article=row["article"],
        job=row["job"],
        labeller=row["labeller"],
        record=json.loads(row["record"]),
        labels=json.loads(row["labels"]),
        corrected_at=row["corrected_at"],
    )


def read_corrections(path: Path) -> Iterator[Correction]:
    """Give the latest correction of each article by each labeller.

    Raises:
        UsageError: the file is no ledger.
    """
    with Reviewed(path) as ledger:
        yield from ledger.corrections()


def keep_correction(path: Path, correction: Correction) -> None:
    """Write a correction down, beside all that is there; `corrected_at` is now.

    A run may go on meanwhile.

    Raises:
        LedgerError: it cannot be written.
    """
    with reported(path), closing(storage.open_to_write(path)) as connection:
        connection.row_factory = sqlite3.Row
        with transaction(connection):
            connection.execute(_TABLE)
            connection.execute(_INDEX)
            connection.execute(
                "INSERT INTO corrections (article, job, labeller, record, labels, corrected_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    correction.article,
                    correction.job,
                    correction.labeller,
                    as_json(correction.record),
                    as_json(correction.labels),
                    now(),
                ),
            )
