"""Articles that wait for a batch that never ends, or that another version has begun."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from counting_server import CountingServer
from fake_service import FakeService, Fate, Said
from typer.testing import CliRunner, Result

from extractor.archive.accounts import Accounts
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.releases import Released
from extractor.archive.retrying import STATES, Retried, retry
from extractor.archive.where import Where
from extractor.cli import app
from extractor.errors import UnreachableError, UsageError
from extractor.prices import Price

Run = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]

IN_BATCH = Where.parse(["in_batch"], states=STATES)
PRICE = Price.parse("1,10")
COST = Decimal("0.002")  # 3,000 tokens in and 100 out, at half the price
N_TOKENS = 3_100
FAR_AWAY = Fate(n_looks=10**6)


@pytest.fixture
def waiting(
    service: FakeService, through_batches: Run, articles: Articles
) -> Callable[..., Progress]:
    """Give a function that leaves articles in a batch of which nothing is heard again."""

    def wait(n_articles: int = 3, **options: object) -> Progress:
        service.fate = lambda _: FAR_AWAY
        return through_batches(articles(n_articles), waits=False, **options)

    return wait


@pytest.fixture
def command(ledger_path: Path) -> Callable[..., Result]:
    """Return a function that runs a command on the test's ledger."""
    return lambda name, *options: CliRunner().invoke(app, [name, str(ledger_path), *options])


def open_batches(path: Path) -> list[str | None]:
    """Return what the open batches are called."""
    with Accounts(path) as accounts:
        return [submission.batch for submission in accounts.open_batches()]


def age(path: Path, *, version: str = "0.0.1") -> None:
    """Let a ledger's first recipe be one of an older version of the package."""
    with closing(sqlite3.connect(path)) as raw, raw:
        (content,) = raw.execute("SELECT content FROM recipes WHERE id = 1").fetchone()
        older = json.loads(content)
        older["versions"]["figurebook"] = version
        raw.execute(
            "UPDATE recipes SET content = ?, sha256 = 'old' WHERE id = 1", (json.dumps(older),)
        )


def test_articles_are_taken_out_of_a_batch_and_asked_about_anew(
    service: FakeService, waiting: Run, through_batches: Run, ledger_path: Path
) -> None:
    """The batch is ended, and what the provider makes of it is not looked at."""
    waiting(price=PRICE)

    retried = retry(ledger_path, IN_BATCH)
    between = open_batches(ledger_path)
    service.fate = lambda _: Fate()
    progress = through_batches([], price=PRICE)

    released = retried.released
    assert (retried.n_waiting, released.n_requests) == (3, 3)
    assert released.batches == (("batch-1", service.name),)
    assert released.n_tokens > 3 * 3100
    assert between == []
    assert progress.states == {"no_event": 3}
    assert service.sizes() == [3, 3]


def test_what_may_still_be_billed_counts_as_spent(
    waiting: Run, through_batches: Run, ledger_path: Path
) -> None:
    """So that a budget holds, whatever the provider does."""
    waiting(price=PRICE, max_output_tokens=400)
    with Accounts(ledger_path) as accounts:
        before = accounts.attempts.spent()

    released = retry(ledger_path, IN_BATCH).released
    with Accounts(ledger_path) as accounts:
        after = accounts.attempts.spent()
    limit = after[0] + Decimal("0.0001")
    progress = through_batches([], price=PRICE, max_output_tokens=400, max_cost_usd=limit)

    assert before == after == (released.usd, released.n_tokens)
    assert "the budget" in (progress.stopped or "")
    assert progress.n_waiting == 3


def test_at_an_unknown_price_the_money_is_not_known(waiting: Run, ledger_path: Path) -> None:
    """The tokens are."""
    waiting()

    released = retry(ledger_path, IN_BATCH).released

    assert released.usd is None
    assert released.n_tokens > 0


@pytest.fixture
def without_the_second(waiting: Run, ledger_path: Path) -> Retried:
    """Take the second of three articles out of a batch that stays open for the others."""
    waiting(price=PRICE)

    def publish(day: str | None) -> None:
        with closing(sqlite3.connect(ledger_path)) as raw, raw:
            raw.execute("UPDATE articles SET published = ? WHERE id = 2", (day,))

    publish("2024-05-01")
    retried = retry(ledger_path, Where.parse(["in_batch,year=2024"], states=STATES))
    publish(None)  # a day would be another question
    return retried


def test_what_a_batch_answers_after_all_is_not_asked_again(
    service: FakeService, without_the_second: Retried, through_batches: Run, ledger_path: Path
) -> None:
    """It stays open for the others, and brings the late answer with theirs; it costs what it says."""
    between = open_batches(ledger_path)
    service.batches["batch-1"].fate = Fate()
    progress = through_batches([], price=PRICE, waits=False)

    assert without_the_second.n_waiting == 1
    assert between == ["batch-1"]
    assert progress.states == {"no_event": 3}
    assert service.sizes() == [3]
    with Accounts(ledger_path) as accounts:
        spent = accounts.attempts.spent()
        assert [len(result.envelope["attempts"]) for result in accounts.results()] == [1, 1, 1]
    assert spent == (3 * COST, 3 * N_TOKENS) == (progress.spent_usd, progress.spent_tokens)


@pytest.mark.parametrize("is_first", [True, False], ids=["late answer first", "new answer first"])
@pytest.mark.usefixtures("without_the_second")
def test_an_answer_that_comes_later_than_a_new_request_is_kept_and_told(
    service: FakeService,
    through_batches: Run,
    ledger_path: Path,
    caplog: pytest.LogCaptureFixture,
    *,
    is_first: bool,
) -> None:
    """The newer one leads to the record; both are paid, and neither counts with its worst case."""
    through_batches([], price=PRICE, waits=False)
    for batch in ("batch-1", "batch-2") if is_first else ("batch-2", "batch-1"):
        service.batches[batch].fate = Fate()
        progress = through_batches([], price=PRICE, waits=False)

    assert progress.n_waiting == 0
    assert service.sizes() == [3, 1]
    with Accounts(ledger_path) as accounts:
        assert accounts.attempts.spent() == (4 * COST, 4 * N_TOKENS)
        assert [len(result.envelope["attempts"]) for result in accounts.results()] == [1, 1, 1]
    with closing(sqlite3.connect(ledger_path)) as raw:
        replies = raw.execute("SELECT is_current FROM attempts WHERE job = 2 AND reply IS NOT NULL")
        assert replies.fetchall() == [(0,), (1,)]
    assert "batch-1: brought 1 answer to what was taken out of it; 0 used, 1 asked" in caplog.text


@pytest.mark.usefixtures("without_the_second")
def test_what_was_taken_out_and_failed_after_all_waits_as_before(
    service: FakeService, through_batches: Run, ledger_path: Path
) -> None:
    """It is asked again; what it may have cost at most stays counted."""
    service.answer = lambda asked: Said(status=500) if asked.subject.endswith("aab") else Said()
    service.batches["batch-1"].fate = Fate()
    through_batches([], price=PRICE, waits=False)
    service.answer, service.batches["batch-2"].fate = lambda _: Said(), Fate()
    progress = through_batches([], price=PRICE, waits=False)

    assert progress.n_waiting == 0
    assert service.sizes() == [3, 1]
    with Accounts(ledger_path) as accounts:
        assert accounts.attempts.spent() > (3 * COST, 3 * N_TOKENS)


def test_replies_of_earlier_batches_are_kept(
    service: FakeService, waiting: Run, through_batches: Run, ledger_path: Path
) -> None:
    """Only what was open is asked again."""
    service.answer = lambda asked: Said(text="{") if asked.nth == 1 else Said()
    waiting(1)
    service.batches["batch-1"].fate = Fate()
    through_batches([], waits=False)

    retry(ledger_path, IN_BATCH)
    service.fate = lambda _: Fate()
    progress = through_batches([])

    with Accounts(ledger_path) as accounts:
        (result,) = accounts.results()
    assert service.sizes() == [1, 1, 1]
    assert progress.states == {"no_event": 1}
    assert [each["reply"] for each in result.envelope["attempts"]] == ["{", Said().text]


def test_a_live_run_asks_about_what_was_taken_out(
    waiting: Run, server: CountingServer, batch: Run, ledger_path: Path
) -> None:
    """It is free for every route."""
    waiting(2)
    held_back = batch([])
    retry(ledger_path, IN_BATCH)

    progress = batch([])

    assert "2 articles wait for what a batch brings" in (held_back.stopped or "")
    assert progress.states == {"no_event": 2}
    assert server.counts.total() == 2


def test_a_file_that_may_not_have_come_to_the_provider_is_let_go(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """It is not submitted any more, and does not lie beside the ledger for ever."""

    def gone(name: str) -> None:
        if name == "upload":
            raise UnreachableError("gone")

    service.on_call = gone
    through_batches(articles(2), waits=False)
    retry(ledger_path, IN_BATCH)
    service.on_call = lambda _: None
    progress = through_batches([])

    assert progress.states == {"no_event": 2}
    assert service.sizes() == [2]
    assert not list(ledger_path.parent.glob("*-batches"))


@pytest.mark.usefixtures("service")
def test_where_nothing_is_in_a_batch_nothing_is_taken_out(
    through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """What is done stays so."""
    through_batches(articles(2))

    assert retry(ledger_path, IN_BATCH) == Retried((), Released())


def test_the_command_warns_of_what_may_still_be_billed(
    service: FakeService, waiting: Run, command: Callable[..., Result]
) -> None:
    """It names the batch, and where it is."""
    waiting(price=PRICE)

    said = command("retry", "--where", "state=in_batch").stdout

    assert said.startswith("3 wait for: extractor batch")
    assert f"3 requests were taken out of batch-1 at {service.name}: cancel it there" in said
    assert "may be billed: $0." in said
    assert "which count as spent" in said


def test_batches_of_another_version_are_told_and_can_be_given_up(
    service: FakeService, waiting: Run, command: Callable[..., Result], ledger_path: Path
) -> None:
    """By `status`, and by every run before it asks about their articles anew."""
    waiting(2)
    ours = command("status").stdout
    age(ledger_path)
    service.fate = lambda _: Fate()

    told, as_json = command("status").stdout, json.loads(command("status", "--json").stdout)
    folder = ledger_path.parent / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("News of subject-one\nIt was seen.")
    options = ("--ledger", str(ledger_path), "--model", "openai/mock", "--via", "batch")
    run = CliRunner().invoke(app, ["batch", str(folder), *options, "--poll-s", "0.01"])
    run_json = CliRunner().invoke(app, ["batch", *options, "--log-json", "--poll-s", "0.01"])
    given_up = command("retry", "--where", "in_batch", "--recipe", "1").stdout

    line = (
        "2 requests are in batches (1 open) of openai/mock with extract/v4 (figurebook 0.0.1): only "
        "that version of the package collects them; to ask anew instead: "
        f"extractor retry {ledger_path} --where in_batch --recipe 1"
    )
    assert "requests are in batches" not in ours
    assert f"  {line}\n" in told
    assert as_json["uncollected"] == [line]
    assert f"{line}\n" in run.stderr
    assert run.exit_code == 0
    assert json.loads(run_json.stderr.splitlines()[0])["text"] == line
    assert given_up.startswith(f"2 wait for: extractor batch --ledger {ledger_path}")
    assert open_batches(ledger_path) == []
    assert "requests are in batches" not in command("status").stdout


def test_a_run_tells_of_batches_that_another_model_is_asked_in(
    waiting: Run, ledger_path: Path
) -> None:
    """A run with that one collects them."""
    waiting(2)

    options = ("--ledger", str(ledger_path), "--model", "openai/other", "--via", "batch")
    said = CliRunner().invoke(app, ["batch", *options, "--no-wait"]).stderr

    assert "2 requests are in batches (1 open) of openai/mock with extract/v4" in said
    command = f"extractor batch --ledger {ledger_path} --model openai/mock --via batch"
    assert f"of openai/mock with extract/v4: collected by: {command}\n" in said


def test_one_recipe_s_batches_can_be_given_up_alone(
    waiting: Run, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """Those of the others stay."""
    waiting(2)
    through_batches(articles(1), recipe=Recipe(("openai/other",)), waits=False)

    retried = retry(ledger_path, IN_BATCH, recipe=1)

    assert retried.n_waiting == 2
    assert open_batches(ledger_path) == ["batch-2"]
    with pytest.raises(UsageError, match="--recipe 3: the ledger has 2"):
        retry(ledger_path, IN_BATCH, recipe=3)
