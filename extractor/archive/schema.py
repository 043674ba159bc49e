"""The ledger's tables, which any SQLite client can read, and their version."""

import sqlite3

from extractor.errors import UsageError

APPLICATION_ID = 0x46424C47  # "FBLG", so that `file` and we know one
VERSION = 3

_TABLES = """
CREATE TABLE recipes (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,       -- of content: all that determines an answer but the article
  content TEXT NOT NULL,             -- JSON: models, prompt, limits, versions and hashes
  created_at TEXT NOT NULL
);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,       -- of the text
  text TEXT NOT NULL,                -- offsets in evidence count its code points
  published TEXT,                    -- YYYY-MM-DD, the first that was known when it was asked about
  name TEXT NOT NULL
);
CREATE TABLE places (
  place TEXT PRIMARY KEY,            -- a file, archive!member or URL
  article INTEGER REFERENCES articles (id),
  fault TEXT,                        -- why it could not be read; then there is no article
  title TEXT,
  url TEXT,
  published TEXT,
  seen_at TEXT NOT NULL
);
CREATE INDEX places_by_article ON places (article);
CREATE TABLE jobs (                  -- an article with a recipe
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  recipe INTEGER NOT NULL REFERENCES recipes (id),
  state TEXT NOT NULL CHECK (state IN
    ('pending', 'running', 'ok', 'flagged', 'no_event', 'failed', 'skipped', 'duplicate')),
  reason TEXT,                       -- why no event, failed or skipped
  duplicate_of INTEGER REFERENCES articles (id),
  model TEXT,                        -- who gave the answer that was kept
  record TEXT, evidence TEXT, computed TEXT, violations TEXT, findings TEXT, unplaced TEXT,
  figures TEXT,                      -- JSON, as in the envelope of record-format.md
  usage TEXT,                        -- JSON: tokens of all attempts together
  cost_usd TEXT,                     -- decimal; NULL where a part of it is unknown
  least_cost_usd TEXT,               -- the part that is known
  started_at TEXT,
  finished_at TEXT,
  UNIQUE (article, recipe)
);
CREATE INDEX jobs_by_state ON jobs (recipe, state, id);
CREATE TABLE figure_keys (           -- hashes of a job's figures, for near-duplicates
  recipe INTEGER NOT NULL REFERENCES recipes (id),
  key TEXT NOT NULL,
  job INTEGER NOT NULL REFERENCES jobs (id),
  PRIMARY KEY (recipe, key, job)
) WITHOUT ROWID;
CREATE TABLE attempts (              -- requests, and the replies byte for byte
  id INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES jobs (id),
  number INTEGER,                    -- which of the extraction's attempts; NULL where it is in none
  is_current INTEGER NOT NULL DEFAULT 1,  -- 0: retried since; it still counts as spent
  model TEXT NOT NULL,
  purpose TEXT NOT NULL,
  turn INTEGER NOT NULL,
  shows TEXT,                        -- JSON [start, end] of the part shown; NULL for all
  request_sha256 TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  answered_at TEXT,                  -- NULL: was in flight when the process ended
  reply,                             -- TEXT; a BLOB where it holds half surrogate pairs
  finish TEXT,
  fault TEXT,                        -- why there was no reply
  fault_kind TEXT,
  usage TEXT,                        -- JSON
  seconds REAL,
  tries INTEGER,
  served_by TEXT,
  service TEXT,
  violations TEXT,                   -- JSON: what was found wrong with the reply
  cost_usd TEXT,
  spent_usd TEXT,                    -- what it may have cost at most; counts against a budget
  spent_tokens INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE TABLE holder (process INTEGER, host TEXT, since TEXT);  -- who last worked on the ledger
CREATE VIEW results AS
  SELECT jobs.id AS job, places.place, places.title, places.url, articles.published, jobs.state,
         jobs.reason, jobs.model, jobs.cost_usd, jobs.record, jobs.evidence, jobs.findings,
         jobs.violations, recipes.content AS recipe
  FROM jobs
  JOIN articles ON articles.id = jobs.article
  JOIN recipes ON recipes.id = jobs.recipe
  LEFT JOIN places ON places.article = articles.id;
"""

_SUBMISSIONS = """
CREATE TABLE submissions (           -- files of requests for a provider's batch interface
  id INTEGER PRIMARY KEY,
  recipe INTEGER NOT NULL REFERENCES recipes (id),
  run TEXT NOT NULL UNIQUE,          -- names the file, and stands in the batch's metadata
  model TEXT NOT NULL,
  service TEXT NOT NULL,
  way TEXT NOT NULL,                 -- JSON: in which form and with which fields it was asked
  state TEXT NOT NULL CHECK (state IN ('writing', 'uploading', 'creating', 'open', 'ended')),
  n_requests INTEGER NOT NULL DEFAULT 0,
  file TEXT,                         -- what the provider calls the file, and the batch
  batch TEXT,
  status TEXT,                       -- as the provider last told it; so are the counts
  n_completed INTEGER NOT NULL DEFAULT 0,
  n_failed INTEGER NOT NULL DEFAULT 0,
  reason TEXT,                       -- why the batch failed as a whole
  begun_at TEXT NOT NULL,
  ended_at TEXT
);
ALTER TABLE attempts ADD COLUMN submission INTEGER REFERENCES submissions (id);  -- NULL: asked live
CREATE INDEX attempts_by_submission ON attempts (submission) WHERE submission IS NOT NULL;
"""

_STANDING_ANSWERS = """
CREATE TABLE standing_answers (      -- of jobs that are asked about again, until they are answered
  job INTEGER PRIMARY KEY REFERENCES jobs (id),
  state TEXT NOT NULL,               -- what the job was with the answer that its row still holds
  reason TEXT
);
DROP VIEW results;
CREATE VIEW results AS
  SELECT jobs.id AS job, places.place, places.title, places.url, articles.published,
         coalesce(standing.state, jobs.state) AS state,
         iif(standing.job IS NULL, jobs.reason, standing.reason) AS reason,
         jobs.model, jobs.cost_usd, jobs.record, jobs.evidence, jobs.findings,
         jobs.violations, recipes.content AS recipe
  FROM jobs
  JOIN articles ON articles.id = jobs.article
  JOIN recipes ON recipes.id = jobs.recipe
  LEFT JOIN standing_answers AS standing ON standing.job = jobs.id
  LEFT JOIN places ON places.article = articles.id;
"""

_UPGRADES = {1: _SUBMISSIONS, 2: _STANDING_ANSWERS}
"""What is added to each version for the next one; no table is ever changed, nor what is in it."""

_LACKING = {
    1: """
CREATE TEMP VIEW attempts AS SELECT *, NULL AS submission FROM main.attempts;
CREATE TEMP VIEW submissions AS
  SELECT NULL AS id, NULL AS recipe, NULL AS run, NULL AS model, NULL AS service, NULL AS way,
         NULL AS state, NULL AS n_requests, NULL AS file, NULL AS batch, NULL AS status,
         NULL AS n_completed, NULL AS n_failed, NULL AS begun_at
  WHERE FALSE;
""",
    2: """
CREATE TEMP VIEW standing_answers AS
  SELECT NULL AS job, NULL AS state, NULL AS reason WHERE FALSE;
""",
}
"""What each version has of the tables that it lacks, for whoever only reads it."""


def is_ledger(connection: sqlite3.Connection) -> bool:
    """Tell whether an open database is a ledger, of whatever version."""
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database, all or none."""
    connection.executescript(
        f"BEGIN IMMEDIATE; {_TABLES} {''.join(_UPGRADES.values())}"
        f" PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
    )


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a ledger's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables of an older version up to this one, all or none; what is there stays."""
    older = range(version_of(connection), VERSION)
    if older:
        added = "".join(_UPGRADES[version] for version in older)
        connection.executescript(
            f"BEGIN IMMEDIATE; {added} PRAGMA user_version = {VERSION}; COMMIT;"
        )


def read_as_upgraded(connection: sqlite3.Connection) -> None:
    """Let an older ledger that is only read answer the same queries; the file is not changed."""
    for version in range(version_of(connection), VERSION):
        connection.executescript(_LACKING[version])


def is_empty(connection: sqlite3.Connection) -> bool:
    """Tell whether a database has no tables at all."""
    return not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()


def check(connection: sqlite3.Connection, *, name: str) -> None:
    """Make sure that a database is a ledger of this version, or of one that can be upgraded.

    Raises:
        UsageError: it is something else, or of a version that nothing is known of.
    """
    if not is_ledger(connection):
        raise UsageError(f"{name}: is no ledger; `extractor batch --ledger FILE` makes one")
    version = version_of(connection)
    if version != VERSION and version not in _UPGRADES:
        age = "an older" if version < VERSION else "a newer"
        raise UsageError(
            f"{name}: was written by {age} version of this package (tables {version}, here "
            f"{VERSION}); it is not changed: use that version, or start a new ledger"
        )
