"""Retrying: which jobs are meant, and what is asked again of them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import STATES, retry
from extractor.archive.storage import LedgerError, Lock
from extractor.archive.where import Where
from extractor.article import Article
from extractor.errors import UnreachableError, UsageError
from extractor.exchange import Message, Reply, Request
from extractor.usage import NO_TOKENS

RECIPE = Recipe(("openai/mock",))
NOTHING_SPENT = (None, 0)
FAILED = Where()


def where(*texts: str) -> Where:
    """Read conditions as the command does."""
    return Where.parse(texts, states=STATES)


@pytest.fixture
def failed(ledger_path: Path) -> Callable[..., None]:
    """Give a function that makes a ledger of articles which failed for these reasons."""

    def make(*reasons: str, recipe: Recipe = RECIPE) -> None:
        entries = [Entry(f"{n}.txt", Article(f"News {n}.")) for n in range(len(reasons))]
        with Ledger(ledger_path, recipe) as ledger:
            ledger.admit(entries)
            for job, reason in zip(ledger.waiting(after=0, limit=99), reasons, strict=True):
                ledger.fail(job, reason)

    return make


def _request(article: Article, number: int) -> Request:
    return Request(
        purpose="draft",
        article=article,
        figures=(),
        schema={},
        schema_name="draft",
        render=lambda: (Message("user", article.text),),
        number=number,
    )


def _select(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.mark.parametrize(
    ("conditions", "n_waiting"),
    [
        pytest.param((), 3, id="all"),
        pytest.param(("reason=TIMED out",), 2, id="in any case"),
        pytest.param(("failed,reason=after 3.0 s",), 1, id="signs stand for themselves"),
        pytest.param(("reason=refused",), 0, id="none"),
        pytest.param(("language=en",), 0, id="language"),
        pytest.param(("language=other", "reason=key"), 1, id="both"),
    ],
)
def test_jobs_are_chosen_by_what_their_reason_holds(
    failed: Callable[..., None], ledger_path: Path, conditions: tuple[str, ...], n_waiting: int
) -> None:
    """Those wait, as if they had never been done; the others stay as they are."""
    failed("timed out after 3.0 s", "Timed out after 310 s", "bad key")

    assert retry(ledger_path, where(*conditions)).n_waiting == n_waiting

    waiting = "SELECT count(*) FROM jobs WHERE state = 'pending' AND reason IS NULL"
    assert _select(ledger_path, f"{waiting} AND finished_at IS NULL") == [(n_waiting,)]
    assert _select(ledger_path, "SELECT count(*) FROM jobs WHERE state = 'failed'") == [
        (3 - n_waiting,)
    ]


@pytest.mark.parametrize(
    ("condition", "n_waiting"),
    [
        ("host=lorem county", 1),
        ("host=lorem", 0),
        ("host=", 1),
        ("year=2022", 1),
        ("year=2024", 1),
        ("model=openai/mock", 2),
        ("model=openai/mock,year=2022", 1),
    ],
)
def test_answers_are_chosen_by_what_they_say(
    failed: Callable[..., None], ledger_path: Path, condition: str, n_waiting: int
) -> None:
    """As a report lists them: the event's year and host, else the year of publication."""
    failed("a", "b")
    with closing(sqlite3.connect(ledger_path)) as connection, connection:
        connection.execute(
            "UPDATE jobs SET state = 'ok', model = 'openai/mock', evidence = '{}', record = ?"
            " WHERE id = 1",
            ('{"event": {"host": "Lorem County", "start_date": "2022-11-XX"}}',),
        )
        connection.execute(
            "UPDATE jobs SET state = 'ok', model = 'openai/mock', evidence = '{}',"
            " record = '{\"event\": null}' WHERE id = 2"
        )
        connection.execute("UPDATE articles SET published = '2024-05-01'")

    assert retry(ledger_path, where("ok", condition)).n_waiting == n_waiting


def test_jobs_in_another_state_are_left_alone(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """Whatever their reason."""
    failed("timed out")

    assert retry(ledger_path, where("skipped,reason=timed out")).n_waiting == 0
    assert _select(ledger_path, "SELECT state FROM jobs") == [("failed",)]


def test_models_are_meant_in_the_order_in_which_they_were_asked(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """Another order is another recipe."""
    failed("timed out", recipe=Recipe(("openai/a", "openai/b")))

    assert retry(ledger_path, FAILED, models=("openai/b", "openai/a")).n_waiting == 0
    assert retry(ledger_path, FAILED, models=("openai/a",)).n_waiting == 0
    assert retry(ledger_path, FAILED, models=("openai/a", "openai/b")).n_waiting == 1


@pytest.mark.parametrize(
    ("is_cut_short", "current"),
    [
        pytest.param(True, [(1, 1), (2, 0)], id="a service left it unanswered"),
        pytest.param(False, [(1, 0)], id="its answers were no good"),
    ],
)
def test_replies_are_kept_only_of_a_dialogue_that_was_cut_short(
    failed: Callable[..., None],
    ledger_path: Path,
    *,
    is_cut_short: bool,
    current: list[tuple[int, int]],
) -> None:
    """It goes on where it stopped; any other begins anew. No attempt is lost."""
    failed("no record")
    with Ledger(ledger_path, RECIPE) as ledger:
        article = Article("News 0.")
        first = ledger.attempts.ask(1, "m", _request(article, 1), risk=NOTHING_SPENT)
        ledger.attempts.keep(first, Reply("{"), spent=NOTHING_SPENT)
        if is_cut_short:
            second = ledger.attempts.ask(1, "m", _request(article, 2), risk=NOTHING_SPENT)
            fault = UnreachableError("gone")
            ledger.attempts.miss(second, fault, NO_TOKENS, spent=NOTHING_SPENT)

    retry(ledger_path, FAILED)

    assert _select(ledger_path, "SELECT turn, is_current FROM attempts ORDER BY id") == current


def test_a_ledger_that_is_worked_on_is_left_alone(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """The run would not know what became of its jobs."""
    failed("timed out")
    lock = Lock(ledger_path)
    try:
        with pytest.raises(UsageError, match="another process works on it"):
            retry(ledger_path, FAILED)
    finally:
        lock.release()

    assert _select(ledger_path, "SELECT state FROM jobs") == [("failed",)]


def test_a_ledger_can_be_worked_on_after_a_retry(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """The lock is given back, also where the retry fails."""
    failed("timed out")
    broken = ledger_path.with_name("broken.db")
    broken.write_bytes(ledger_path.read_bytes()[:100] + b"notes" * 99)

    retry(ledger_path, FAILED)
    with pytest.raises((UsageError, LedgerError), match=r"broken\.db"):
        retry(broken, FAILED)

    for path in (ledger_path, broken):
        Lock(path).release()


def test_a_missing_ledger_is_not_made(ledger_path: Path) -> None:
    """Nor is a lock for it."""
    with pytest.raises(UsageError, match="there is no such ledger"):
        retry(ledger_path, FAILED)

    assert list(ledger_path.parent.iterdir()) == []


def test_an_empty_file_does_not_become_a_ledger(ledger_path: Path) -> None:
    """A run that found no room may have left it; nothing in it can be retried."""
    ledger_path.touch()

    with pytest.raises(UsageError, match="is no ledger"):
        retry(ledger_path, FAILED)

    assert ledger_path.stat().st_size == 0
