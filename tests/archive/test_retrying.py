"""Retrying: which jobs are meant, and what is asked again of them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import Where, retry
from extractor.archive.storage import Lock
from extractor.article import Article
from extractor.errors import UnreachableError, UsageError
from extractor.exchange import Message, Reply, Request
from extractor.usage import NO_TOKENS

RECIPE = Recipe(("openai/mock",))
NOTHING_SPENT = (None, 0)


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
    ("text", "where"),
    [
        ("failed", Where("failed")),
        ("flagged", Where("flagged")),
        ("reason=timed out", Where("failed", "timed out")),
        ("no_event,reason=other_news", Where("no_event", "other_news")),
        ("flagged, reason=a", Where("flagged", "a")),
        ("reason=finish reason=length", Where("failed", "finish reason=length")),
        ("reason=a, b", Where("failed", "a, b")),
    ],
)
def test_a_condition_names_a_state_or_a_reason_or_both(text: str, where: Where) -> None:
    """Without a state, what failed is meant; a reason is all that follows its name."""
    assert Where.parse(text) == where


@pytest.mark.parametrize(
    "text", ["lost", "pending", "running", "reason=", "ok,reason=", "ok,failed", "lost,reason=a"]
)
def test_a_condition_that_is_none_is_told_with_the_states(text: str) -> None:
    """Jobs that wait or are worked on need no retry."""
    with pytest.raises(UsageError, match=r"write STATE.*one of ok, flagged, no_event, failed"):
        Where.parse(text)


@pytest.mark.parametrize(
    ("reason", "n_waiting"),
    [
        pytest.param(None, 3, id="all"),
        pytest.param("TIMED out", 2, id="in any case"),
        pytest.param("after 3.0 s", 1, id="signs stand for themselves"),
        pytest.param("refused", 0, id="none"),
    ],
)
def test_jobs_are_chosen_by_what_their_reason_holds(
    failed: Callable[..., None], ledger_path: Path, reason: str | None, n_waiting: int
) -> None:
    """Those wait, as if they had never been done; the others stay as they are."""
    failed("timed out after 3.0 s", "Timed out after 310 s", "bad key")

    assert retry(ledger_path, Where("failed", reason)) == n_waiting

    waiting = "SELECT count(*) FROM jobs WHERE state = 'pending' AND reason IS NULL"
    assert _select(ledger_path, f"{waiting} AND finished_at IS NULL") == [(n_waiting,)]
    assert _select(ledger_path, "SELECT count(*) FROM jobs WHERE state = 'failed'") == [
        (3 - n_waiting,)
    ]


def test_jobs_in_another_state_are_left_alone(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """Whatever their reason."""
    failed("timed out")

    assert retry(ledger_path, Where("skipped", "timed out")) == 0
    assert _select(ledger_path, "SELECT state FROM jobs") == [("failed",)]


def test_models_are_meant_in_the_order_in_which_they_were_asked(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """Another order is another recipe."""
    failed("timed out", recipe=Recipe(("openai/a", "openai/b")))

    assert retry(ledger_path, Where("failed", models=("openai/b", "openai/a"))) == 0
    assert retry(ledger_path, Where("failed", models=("openai/a",))) == 0
    assert retry(ledger_path, Where("failed", models=("openai/a", "openai/b"))) == 1


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

    retry(ledger_path, Where())

    assert _select(ledger_path, "SELECT turn, is_current FROM attempts ORDER BY id") == current


def test_a_ledger_that_is_worked_on_is_left_alone(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """The run would not know what became of its jobs."""
    failed("timed out")
    lock = Lock(ledger_path)
    try:
        with pytest.raises(UsageError, match="another process works on it"):
            retry(ledger_path, Where())
    finally:
        lock.release()

    assert _select(ledger_path, "SELECT state FROM jobs") == [("failed",)]


def test_a_ledger_can_be_worked_on_after_a_retry(
    failed: Callable[..., None], ledger_path: Path
) -> None:
    """The lock is given back, also where the retry fails."""
    failed("timed out")
    other = ledger_path.with_name("other.db")
    other.write_text("These are notes.\n" * 99)

    retry(ledger_path, Where())
    with pytest.raises(UsageError, match="is no ledger"):
        retry(other, Where())

    for path in (ledger_path, other):
        Lock(path).release()


def test_a_missing_ledger_is_not_made(ledger_path: Path) -> None:
    """Nor is a lock for it."""
    with pytest.raises(UsageError, match="there is no such ledger"):
        retry(ledger_path, Where())

    assert list(ledger_path.parent.iterdir()) == []
