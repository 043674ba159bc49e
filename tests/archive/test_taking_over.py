"""What waits for another version of the same recipe goes on with this one: nothing is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from counting_server import CountingServer, Said

from extractor.archive.accounts import Accounts
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import retry
from extractor.archive.where import Where
from extractor.article import Article
from extractor.prices import Price

Batch = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]

RECIPE = Recipe(("openai/mock",))


def age(path: Path) -> None:
    """Let all recipes of a ledger be those of an older version."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "UPDATE recipes SET content = json_set(content, '$.versions.figurebook', '0.0.1'),"
            " sha256 = 'old ' || id"
        )


def states(path: Path) -> list[dict[str, int]]:
    """Return how many jobs of each recipe are in which state."""
    with Accounts(path) as accounts:
        return [dict(totals.states) for totals in accounts.totals()]


@pytest.fixture
def old(server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path) -> Path:
    """Make the ledger of an older version: one of three articles is answered, two wait."""
    batch(articles(3), n_articles=1)
    age(ledger_path)
    server.counts.clear()
    return ledger_path


def test_what_waits_is_asked_about_by_this_version(
    old: Path, server: CountingServer, batch: Batch
) -> None:
    """The same command goes on where the other version stopped; its answers stay its own."""
    progress = batch([])

    assert progress.states == {"no_event": 2}
    assert server.counts.total() == 2
    assert states(old) == [{"no_event": 1}, {"no_event": 2}]


def test_the_same_sources_are_not_asked_about_twice(
    old: Path, server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """An article that waited is one with what its source holds."""
    progress = batch(articles(3))

    assert (progress.admitted.added, progress.admitted.known) == (1, 2)
    assert server.counts.total() == 3
    assert states(old) == [{"no_event": 1}, {"no_event": 3}]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Recipe(("openai/other",)), id="model"),
        pytest.param(replace(RECIPE, prompt="extract/v1"), id="prompt"),
        pytest.param(replace(RECIPE, max_attempts=2), id="attempts"),
        pytest.param(replace(RECIPE, context_tokens=32_000), id="context"),
    ],
)
def test_what_waits_for_something_else_is_left_alone(
    old: Path, server: CountingServer, batch: Batch, other: Recipe
) -> None:
    """Another choice is not another version."""
    batch([], recipe=other)

    assert server.counts.total() == 0
    assert states(old)[0] == {"no_event": 1, "pending": 2}


def test_replies_that_a_job_has_got_are_not_paid_for_again(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """A dialogue that was cut short goes on behind them; what they cost stays counted."""
    price = Price(Decimal(10), Decimal(100))
    server.answer = lambda asked: Said("no draft") if asked.nth == 1 else Said("no", status=400)
    batch(articles(1), price=price)
    retry(ledger_path, Where())
    age(ledger_path)
    with Accounts(ledger_path) as accounts:
        before = accounts.attempts.spent()
    server.counts.clear()
    server.answer = lambda _: Said()

    batch([], price=price)

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
        spent = accounts.attempts.spent()
    assert result.envelope["status"] == "no_event"
    assert [attempt["reply"] for attempt in result.envelope["attempts"]] == [
        "no draft",
        Said().text,
    ]
    assert server.counts.total() == 1
    assert before[0] < spent[0]


def test_an_answer_stands_until_this_version_has_another_one(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Where it is in vain, the answer of the other version is still there."""
    batch(articles(1))
    retry(ledger_path, Where((("state", "no_event"),)))
    age(ledger_path)
    server.answer = lambda _: Said("no", status=400)

    batch([])

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
        (failure,) = accounts.failures()
    assert result.envelope["status"] == "no_event"
    assert failure.has_answer


def test_what_this_version_has_done_is_not_done_again(
    old: Path, server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """Of an article that waits for an older version, too, there is one job."""
    batch(articles(3))
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("UPDATE jobs SET state = 'pending' WHERE recipe = 1")
    server.counts.clear()

    batch([])

    assert server.counts.total() == 0
    assert states(old) == [{"pending": 1}, {"no_event": 3}]


def near_duplicates() -> list[Entry]:
    """Return an article twice, under two headlines."""
    text = (
        "At the Lorem Fair, 12 projects were signed: 5 million dollars for 3 factories, 40% of all."
    )
    return [
        Entry(f"{page}.txt", Article(f"{page} page\n{text} {text}")) for page in ("Front", "Last")
    ]


def test_near_duplicates_are_found_among_what_was_taken_over(
    server: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """Figures are noted once, before the first request; they go with their jobs."""
    one, other = near_duplicates()
    server.answer = lambda asked: Said("no draft") if asked.nth == 1 else Said("no", status=400)
    batch([one], give_up_after=1)
    age(ledger_path)
    server.answer = lambda _: Said()

    progress = batch([one, other], concurrency=1)

    assert progress.states == {"no_event": 1, "duplicate": 1}


def test_what_ran_when_the_older_version_was_killed_is_told_too(old: Path, batch: Batch) -> None:
    """As many are told of as go on."""
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("UPDATE jobs SET state = 'running' WHERE id = 2")

    with Accounts(old) as accounts:
        told = [count for _, count in accounts.left_to(RECIPE)]

    assert told == [2]
    assert batch([]).states == {"no_event": 2}


@pytest.mark.parametrize("version", [1, 2])
def test_of_a_ledger_of_older_tables_it_is_told_too(old: Path, batch: Batch, version: int) -> None:
    """It is upgraded when the run begins; what goes on is said before."""
    make_older(old, version)

    with Accounts(old) as accounts:
        told = [count for _, count in accounts.left_to(RECIPE)]

    assert told == [2]
    assert batch([]).states == {"no_event": 2}


def make_older(path: Path, version: int) -> None:
    """Take from a ledger's tables what an older version did not have."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP VIEW results")
        raw.execute("DROP TABLE standing_answers")
        raw.execute("CREATE VIEW results AS SELECT 1")
        if version == 1:
            raw.execute("DROP INDEX attempts_by_submission")
            raw.execute("ALTER TABLE attempts DROP COLUMN submission")
            raw.execute("DROP TABLE submissions")
        raw.execute(f"PRAGMA user_version = {version}")


def test_an_article_that_waits_for_two_older_versions_is_one(
    old: Path, server: CountingServer, batch: Batch
) -> None:
    """It is told of once, and asked about once."""
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("INSERT INTO recipes SELECT 2, 'older', content, created_at FROM recipes")
        raw.execute("INSERT INTO jobs (article, recipe, state) SELECT article, 2, state FROM jobs")

    with Accounts(old) as accounts:
        told = [count for _, count in accounts.left_to(RECIPE)]
    progress = batch([])

    assert sum(told) == progress.states["no_event"] == server.counts.total()


def test_a_near_duplicate_of_what_the_older_version_answered_is_linked(
    server: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """It would have been, had nobody upgraded in between."""
    one, other = near_duplicates()
    batch([one, other], n_articles=1, concurrency=1)
    age(ledger_path)

    linked = batch([], concurrency=1)
    again = batch([one, other], concurrency=1)

    assert linked.states == {"duplicate": 1}
    assert again.states == {"no_event": 1}
    assert server.counts.total() == 2


def test_what_this_version_has_done_is_not_retried_in_the_older_one(
    old: Path, batch: Batch, articles: Articles
) -> None:
    """Nothing would ask about it: as many wait as the command that is told asks about."""
    batch(articles(3))

    retried = retry(old, Where((("state", "no_event"),)))

    assert retried.n_waiting == 3
    assert states(old) == [{"no_event": 1}, {"pending": 3}]
    assert batch([]).states == {"no_event": 3}
