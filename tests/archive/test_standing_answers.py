"""Standing answers: what was answered about an article stands until there is another answer."""

import json
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from batch_process import entries
from counting_server import NOTHING, CountingServer, Said
from test_crashes import run_apart

from extractor.archive.accounts import Accounts, Failure
from extractor.archive.corrections import Reviewed
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import retry
from extractor.archive.where import Where
from extractor.article import Article
from extractor.prices import Price

Batch = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]

BEFORE, AFTER = "other_news", "speech"
FAILED = Where()
NO_EVENT = Where((("state", "no_event"),))


def said(kind: str) -> Said:
    """Return the answer that there is no event, but news of a kind."""
    return Said(json.dumps({**NOTHING, "no_event": kind}))


def answered(path: Path, *, recipe: int | None = None) -> list[tuple[str, str]]:
    """Return the status and reason of each extraction that a ledger gives out."""
    with Accounts(path) as accounts:
        envelopes = [result.envelope for result in accounts.results(recipe=recipe)]
    return [(envelope["status"], envelope["reason"]) for envelope in envelopes]


def replies(path: Path) -> list[list[str]]:
    """Return the replies that led to each extraction."""
    with Accounts(path) as accounts:
        envelopes = [result.envelope for result in accounts.results()]
    return [[attempt["reply"] for attempt in each["attempts"]] for each in envelopes]


def states(path: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many jobs are in which state, and of how many an answer stands."""
    with Accounts(path) as accounts:
        (totals,) = accounts.totals()
    return dict(totals.states), dict(totals.asked_again)


@pytest.fixture
def asked_again(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> CountingServer:
    """Make a ledger of two answers, both to be asked for again; give who answers next."""
    server.answer = lambda _: said(BEFORE)
    batch(articles(2))
    retry(ledger_path, NO_EVENT)
    server.answer = lambda _: said(AFTER)
    server.counts.clear()
    return server


def test_an_answer_stands_while_its_article_waits(
    asked_again: CountingServer, ledger_path: Path
) -> None:
    """With the replies that led to it; status tells that it is to be asked for again."""
    assert answered(ledger_path) == [("no_event", BEFORE)] * 2
    assert replies(ledger_path) == [[said(BEFORE).text]] * 2
    assert states(ledger_path) == ({"pending": 2}, {"pending": 2})
    with Accounts(ledger_path) as accounts:
        assert [kept.replies[0].reply.text for kept in accounts.kept()] == [said(BEFORE).text] * 2
    with Reviewed(ledger_path) as reviewed:
        assert [(risk.state, risk.reason) for risk in reviewed.risks()] == [
            ("no_event", BEFORE)
        ] * 2
    assert asked_again.counts.total() == 0


@pytest.mark.usefixtures("asked_again")
def test_other_programs_find_the_answer_too(ledger_path: Path) -> None:
    """The view says what its record is, not what its job waits for."""
    with closing(sqlite3.connect(ledger_path)) as other:
        rows = other.execute("SELECT state, reason, record IS NULL FROM results").fetchall()

    assert rows == [("no_event", BEFORE, 0)] * 2


@pytest.mark.usefixtures("asked_again")
def test_another_answer_takes_its_place(batch: Batch, ledger_path: Path) -> None:
    """With its own replies alone; both have been paid for."""
    progress = batch([])

    assert progress.states == {"no_event": 2}
    assert answered(ledger_path) == [("no_event", AFTER)] * 2
    assert replies(ledger_path) == [[said(AFTER).text]] * 2
    assert states(ledger_path) == ({"no_event": 2}, {})
    with Accounts(ledger_path) as accounts:
        assert accounts.attempts.spent()[1] == 4 * 3100


@pytest.mark.parametrize(
    "no_answer",
    [
        pytest.param(Said("no", status=400), id="refused"),
        pytest.param(Said("I would rather not."), id="nonsense"),
    ],
)
def test_where_there_is_no_other_answer_it_stands_and_the_failure_is_told(
    asked_again: CountingServer, batch: Batch, ledger_path: Path, no_answer: Said
) -> None:
    """Whether the service or the model is to blame."""
    asked_again.answer = lambda asked: no_answer if asked.subject.endswith("aab") else said(AFTER)

    progress = batch([])

    assert progress.states == {"no_event": 1, "failed": 1}
    assert answered(ledger_path) == [("no_event", AFTER), ("no_event", BEFORE)]
    assert replies(ledger_path)[1] == [said(BEFORE).text]
    assert states(ledger_path) == ({"no_event": 1, "failed": 1}, {"failed": 1})
    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    assert failure.has_answer
    assert failure.reason


def test_what_was_asked_again_in_vain_is_retried_with_what_failed(
    asked_again: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """As often as need be; the first answer stands all the time."""
    asked_again.answer = lambda _: Said("I would rather not.")
    batch([])

    counts = []
    for _ in range(2):
        retried = [retry(ledger_path, where).n_waiting for where in (FAILED, NO_EVENT)]
        counts.append(retried)
        batch([])
        assert replies(ledger_path) == [[said(BEFORE).text]] * 2
    asked_again.answer = lambda _: said(AFTER)
    retry(ledger_path, FAILED)
    batch([])

    assert counts == [[2, 0], [2, 0]]
    assert answered(ledger_path) == [("no_event", AFTER)] * 2
    assert replies(ledger_path) == [[said(AFTER).text]] * 2


@pytest.mark.usefixtures("asked_again")
def test_a_second_retry_before_the_run_changes_nothing(ledger_path: Path) -> None:
    """What waits already need not be let wait."""
    assert retry(ledger_path, NO_EVENT).n_waiting == 0
    assert answered(ledger_path) == [("no_event", BEFORE)] * 2


@pytest.mark.usefixtures("asked_again")
def test_answers_that_were_replaced_do_not_come_back(batch: Batch, ledger_path: Path) -> None:
    """Each stands only until the next one."""
    batch([])
    retry(ledger_path, NO_EVENT)

    assert answered(ledger_path) == [("no_event", AFTER)] * 2
    assert replies(ledger_path) == [[said(AFTER).text]] * 2


def test_replies_that_led_to_a_replaced_answer_before_it_could_stand_are_none_of_it(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Earlier versions left their numbers to attempts that were retried."""
    server.answer = lambda _: said(BEFORE)
    batch(articles(1))
    with closing(sqlite3.connect(ledger_path)) as raw, raw:
        raw.execute("UPDATE attempts SET is_current = 0")
        raw.execute("UPDATE jobs SET state = 'pending', evidence = NULL, record = NULL")
    server.answer = lambda _: said(AFTER)
    batch([])

    retry(ledger_path, NO_EVENT)

    assert replies(ledger_path) == [[said(AFTER).text]]


@pytest.mark.parametrize(
    "point",
    [
        "after a request is noted",
        "after a reply is kept",
        "in the middle of keeping an extraction",
    ],
)
def test_a_kill_in_between_loses_neither_answer(
    tmp_path: Path, server: CountingServer, batch: Batch, ledger_path: Path, point: str
) -> None:
    """The one of before stands until the other one is kept whole."""
    server.answer = lambda _: said(BEFORE)
    run_apart(tmp_path, ["subject-aa", "subject-bb"])
    retry(ledger_path, NO_EVENT)
    server.answer = lambda _: said(AFTER)

    killed = run_apart(tmp_path, [], kill_at=point, nth=1, concurrency=1)
    between = answered(ledger_path), replies(ledger_path)
    batch(entries(tmp_path / "articles"))

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert between == ([("no_event", BEFORE)] * 2, [[said(BEFORE).text]] * 2)
    assert answered(ledger_path) == [("no_event", AFTER)] * 2
    assert replies(ledger_path) == [[said(AFTER).text]] * 2


@pytest.mark.usefixtures("asked_again")
def test_a_budget_that_is_used_leaves_answers_as_they_are(batch: Batch, ledger_path: Path) -> None:
    """What was paid for both counts; what waits does so until the budget is raised."""
    price = Price.parse("1,10")
    stopped = batch([], price=price, max_cost_usd=Decimal("0.01"))
    between = answered(ledger_path), states(ledger_path)
    raised = batch([], price=price, max_cost_usd=Decimal(5))

    assert "budget" in (stopped.stopped or "")
    assert between == ([("no_event", BEFORE)] * 2, ({"pending": 2}, {"pending": 2}))
    assert raised.states == {"no_event": 2}
    assert answered(ledger_path) == [("no_event", AFTER)] * 2


def test_a_service_that_answers_nothing_leaves_answers_as_they_are(
    asked_again: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """Articles that are put back wait again."""
    asked_again.answer = lambda _: Said("no", status=400)

    progress = batch([], give_up_after=2)

    assert "2 articles in a row were not answered" in (progress.stopped or "")
    assert answered(ledger_path) == [("no_event", BEFORE)] * 2
    assert states(ledger_path) == ({"pending": 2}, {"pending": 2})


def test_what_was_answered_is_neither_left_out_nor_linked_later(
    asked_again: CountingServer, batch: Batch
) -> None:
    """It was asked about before, and is to be again."""
    progress = batch([], triages=True)

    assert progress.states == {"no_event": 2}
    assert asked_again.counts.total() == 2


def test_the_latest_answer_is_the_latest_whatever_was_tried_since(
    asked_again: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """An answer is of the day on which it was given, not on which none was."""
    batch(articles(2), recipe=Recipe(("openai/other",)))
    asked_again.answer = lambda _: Said("no", status=400)
    batch([])

    assert answered(ledger_path, recipe=1) == [("no_event", BEFORE)] * 2
    assert answered(ledger_path) == [("no_event", AFTER)] * 2


@pytest.mark.usefixtures("server")
def test_a_near_duplicate_stays_linked_until_it_is_answered(
    batch: Batch, ledger_path: Path
) -> None:
    """Its place stands with the record that it shares."""
    text = "The subject-one fair brought 12 projects worth 3.4 billion yuan, 5% more, to 7 towns."
    first, second = (Entry(f"{n}.txt", Article(f"Headline {n}\n{text * 3}")) for n in "ab")
    batch([first, second], concurrency=1)

    def places() -> list[list[str]]:
        with Accounts(ledger_path) as accounts:
            return [[place.place for place in result.places] for result in accounts.results()]

    linked = places()
    n_waiting = retry(ledger_path, Where((("state", "duplicate"),))).n_waiting
    meanwhile = places()
    batch([], links=False)

    assert n_waiting == 1
    assert linked == meanwhile == [["a.txt", "b.txt"]]
    assert places() == [["a.txt"], ["b.txt"]]


def test_what_a_run_asks_about_after_all_stays_linked_until_it_has(
    server: CountingServer, batch: Batch, ledger_path: Path
) -> None:
    """A budget that is used takes no place away."""
    text = "The subject-one fair brought 12 projects worth 3.4 billion yuan, 5% more, to 7 towns."
    batch([Entry(f"{n}.txt", Article(f"Headline {n}\n{text * 3}")) for n in "ab"], concurrency=1)

    stopped = batch([], links=False, price=Price.parse("1,10"), max_cost_usd=Decimal("0.001"))

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    assert "budget" in (stopped.stopped or "")
    assert server.counts.total() == 1
    assert [place.place for place in result.places] == ["a.txt", "b.txt"]


def test_what_failed_has_nothing_that_could_stand(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """It waits as if it had never been asked about."""
    server.answer = lambda _: Said("I would rather not.")
    batch(articles(1))

    retry(ledger_path, FAILED)

    assert answered(ledger_path) == []
    assert states(ledger_path) == ({"pending": 1}, {})


def test_an_older_ledger_is_read_as_it_is(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """It knows of no standing answers; a retry adds the table."""
    server.answer = lambda asked: Said("no", status=400) if asked.subject[-1] == "b" else Said()
    batch(articles(2))
    with closing(sqlite3.connect(ledger_path)) as raw, raw:
        raw.execute("DROP TABLE standing_answers")
        raw.execute("DROP VIEW results")
        raw.execute("CREATE VIEW results AS SELECT id FROM jobs")
        raw.execute("PRAGMA user_version = 2")

    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    before = answered(ledger_path), states(ledger_path)
    retry(ledger_path, NO_EVENT)

    assert failure == Failure("subject-aab.txt", "failed", failure.reason, 1)
    assert before == ([("no_event", BEFORE)], ({"no_event": 1, "failed": 1}, {}))
    assert answered(ledger_path) == [("no_event", BEFORE)]
    assert states(ledger_path) == ({"pending": 1, "failed": 1}, {"pending": 1})
