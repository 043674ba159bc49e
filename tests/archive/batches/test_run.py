"""Runs through a provider's batch interface, from articles to the ledger."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from counting_server import CountingServer
from counting_server import Said as LiveSaid
from fake_service import Asked, FakeService, Fate, Said

from extractor.archive.accounts import Accounts
from extractor.archive.batches.rounds import Rounds
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.retrying import retry
from extractor.archive.where import Where
from extractor.article import Article
from extractor.errors import UnreachableError, UsageError
from extractor.prices import Price

Run = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]

PRICE = Price.parse("1,10")
ONE_ANSWER = Decimal("0.002")
"""3,000 tokens in and 100 out, at half of the price."""

NONSENSE = Said(text="I would rather not.")


def nonsense_first(asked: Asked) -> Said:
    """Answer something that cannot be read, at first."""
    return NONSENSE if asked.nth == 1 else Said()


def only(subject_ends: str, said: Said, *, times: int = 100) -> Callable[[Asked], Said]:
    """Say something to the first requests about some articles, and answer all others well."""

    def answer(asked: Asked) -> Said:
        is_it = asked.subject.endswith(subject_ends) and asked.nth <= times
        return said if is_it else Said()

    return answer


def test_a_batch_brings_every_article_once_at_half_price(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """One file, one batch, and the cost that the provider takes for it."""
    progress = through_batches(articles(20), price=PRICE)

    with Accounts(ledger_path) as accounts:
        costs = {result.envelope["cost_usd"] for result in accounts.results()}
        (totals,) = accounts.totals()
    assert progress.states == {"no_event": 20}
    assert service.sizes() == [20]
    assert costs == {"0.002"}
    assert totals.cost_usd == 20 * ONE_ANSWER == progress.spent_usd
    assert not list(ledger_path.parent.glob("*-batches"))


def test_a_line_holds_what_the_live_route_sends(
    service: FakeService,
    server: CountingServer,
    through_batches: Run,
    batch: Run,
    articles: Articles,
    ledger_path: Path,
) -> None:
    """The same bodies, schema and limits included."""
    through_batches(articles(2), max_tokens=10**9, max_output_tokens=77)
    ledger_path.unlink()
    batch(articles(2), max_tokens=10**9, max_output_tokens=77, concurrency=1)

    bodies = [line["body"] for line in service.batches["batch-1"].lines]
    assert bodies == server.bodies
    assert bodies[0]["response_format"]["json_schema"]["strict"] is True
    assert bodies[0]["max_completion_tokens"] == 77


def test_responses_have_batches_too(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """At their own address, with their own bodies."""
    progress = through_batches(articles(2), recipe=Recipe(("openai-responses/mock",)))

    (first, _) = service.batches["batch-1"].lines
    assert progress.states == {"no_event": 2}
    assert first["url"] == "/v1/responses"
    assert first["body"]["text"]["format"]["strict"] is True


def test_what_cannot_be_read_is_asked_again_in_the_next_round(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """The second batch has these alone, under other ids."""
    service.answer = lambda asked: nonsense_first(asked) if asked.subject.endswith("a") else Said()

    progress = through_batches(articles(3))

    ids = [line["custom_id"] for batch in service.batches.values() for line in batch.lines]
    assert progress.states == {"no_event": 3}
    assert service.sizes() == [3, 1]
    assert len({*ids}) == 4


def test_two_models_have_batches_of_their_own(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """The second is asked only where the first did not get past the checks."""
    service.answer = lambda asked: (
        NONSENSE if asked.body["model"] == "small" and asked.subject.endswith("b") else Said()
    )
    recipe = Recipe(("openai/small", "openai/large"), max_attempts=1)

    progress = through_batches(articles(3), recipe=recipe)

    models = [[line["body"]["model"] for line in batch.lines] for batch in service.batches.values()]
    assert progress.states == {"no_event": 3}
    assert models == [["small"] * 3, ["large"]]


@pytest.mark.parametrize(
    "said",
    [
        Said(429, "slow down"),
        Said(503, "busy"),
        Said(400, "late", code="batch_expired"),
        Said(None),
    ],
    ids=["429", "503", "expired", "no line"],
)
def test_a_request_without_an_answer_goes_into_the_next_batch(
    service: FakeService, through_batches: Run, articles: Articles, said: Said
) -> None:
    """What the provider could not do this time it does the next."""
    service.answer = only("b", said, times=1)

    progress = through_batches(articles(3))

    assert progress.states == {"no_event": 3}
    assert service.sizes() == [3, 1]


def test_a_request_that_no_batch_answers_fails_at_last(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """After three batches, with the last fault; the other articles are done long before."""
    service.answer = only("b", Said(503, "busy"))

    progress = through_batches(articles(3))

    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    assert progress.states == {"no_event": 2, "failed": 1}
    assert service.sizes() == [3, 1, 1]
    assert "no answer in 3 batches; the last: status 503: busy" in failure.reason


def test_a_request_that_is_refused_fails_with_the_reason(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """It is not made again."""
    service.answer = only("b", Said(400, "no such thing"))

    progress = through_batches(articles(3))

    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    assert progress.states == {"no_event": 2, "failed": 1}
    assert service.sizes() == [3]
    assert "no such thing" in failure.reason


def test_an_article_that_is_too_long_is_asked_about_in_parts(
    service: FakeService, through_batches: Run
) -> None:
    """As the live route does it, in the next round."""
    text = "\n".join(f"The subject-aaa was seen near river number {n}." for n in range(40))
    too_long = Said(400, "This model's maximum context length is 10 tokens.")
    service.answer = only("aaa", too_long, times=1)

    progress = through_batches([Entry("a", Article(text))])

    assert progress.states == {"no_event": 1}
    assert service.sizes()[0] == 1
    assert service.counts["subject-aaa"] >= 2


def test_a_schema_that_the_service_does_not_enforce_is_asked_for_otherwise(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Every article of a batch learns it from the first that says so, however often."""

    def answer(asked: Asked) -> Said:
        if "response_format" in asked.body:
            return Said(400, "response_format is not supported")
        if "tools" in asked.body:
            return Said(400, "tool use is not supported")
        return Said()

    service.answer = answer

    progress = through_batches(articles(3))

    assert progress.states == {"no_event": 3}
    assert service.sizes() == [3] * 4


@pytest.mark.parametrize(
    "damage",
    [
        lambda output: output[: len(output) // 2],
        lambda output: b"\n".join(reversed(output.splitlines())),
        lambda output: output + output,
        lambda output: b'{"custom_id": "job-9-attempt-99", "response": null}\nwhat?\n' + output,
        lambda _: b"",
    ],
    ids=["half", "unordered", "doubled", "strange", "none"],
)
def test_output_files_need_not_be_as_they_should(
    service: FakeService,
    through_batches: Run,
    articles: Articles,
    damage: Callable[[bytes], bytes],
) -> None:
    """What is missing is asked again, the rest is kept, and nothing is kept twice."""
    service.fate = lambda number: Fate(damage=damage) if number == 1 else Fate()

    progress = through_batches(articles(6))

    assert progress.states == {"no_event": 6}
    assert progress.stopped is None


@pytest.mark.parametrize("status", ["expired", "cancelled"])
def test_what_a_batch_leaves_undone_goes_into_the_next_one(
    service: FakeService, through_batches: Run, articles: Articles, status: str
) -> None:
    """What it has answered before is kept, and nothing is asked twice."""
    service.fate = lambda number: Fate(status, n_answered=4) if number == 1 else Fate()

    progress = through_batches(articles(6), price=PRICE)

    assert progress.states == {"no_event": 6}
    assert service.sizes() == [6, 2]
    assert set(service.counts.values()) == {1}
    assert progress.spent_usd == 6 * ONE_ANSWER


def test_a_batch_that_is_refused_for_a_line_is_made_again_without_it(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """The article in that line fails with the reason; the others are not to blame."""
    errors = (("invalid_request", "a bad line", 2),)
    service.fate = lambda number: Fate("failed", errors=errors) if number == 1 else Fate()

    progress = through_batches(articles(4))

    with Accounts(ledger_path) as accounts:
        (failure,) = accounts.failures()
    assert progress.states == {"no_event": 3, "failed": 1}
    assert service.sizes() == [4, 3]
    assert failure.place == "subject-aab.txt"
    assert "invalid_request a bad line" in failure.reason


def test_a_provider_that_refuses_every_batch_ends_the_run(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """No article is to blame: they wait, and nothing counts as spent."""
    errors = (("model_not_found", "no such model", None),)
    service.fate = lambda _: Fate("failed", errors=errors)

    progress = through_batches(articles(4), price=PRICE)
    service.fate = lambda _: Fate()
    again = through_batches(())

    assert "refused 3 batches in a row" in (progress.stopped or "")
    assert "model_not_found no such model" in (progress.stopped or "")
    assert progress.n_waiting == 4
    assert progress.spent_usd == 0
    assert again.states == {"no_event": 4}


def test_a_full_queue_at_the_provider_makes_smaller_files(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Half as long, and what is refused beside another one waits for the end of that."""
    errors = (("token_limit_exceeded", "Enqueued token limit reached", None),)
    service.fate = lambda number: Fate("failed", errors=errors) if number <= 2 else Fate()

    progress = through_batches(articles(8))

    assert progress.states == {"no_event": 8}
    assert service.sizes() == [8, 4, 4, 4]


def test_a_budget_is_never_crossed_and_the_run_goes_on_when_it_is_raised(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """As many go as fit; what they cost less than feared makes room for more."""
    options = {"price": PRICE, "max_output_tokens": 400}

    first = through_batches(articles(20), max_cost_usd=Decimal("0.03"), **options)
    with Accounts(ledger_path) as accounts:
        spent, _ = accounts.attempts.spent()
    second = through_batches((), max_cost_usd=Decimal(1), **options)

    assert "the budget of $0.03 is used" in (first.stopped or "")
    assert 0 < first.n_done < 20
    assert len(service.sizes()) > 1
    assert spent <= Decimal("0.03")
    assert second.stopped is None
    assert first.n_done + second.n_done == 20


def test_what_is_open_counts_against_the_budget_of_the_next_run(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """A second process, too, reckons with the worst case of what was submitted."""
    service.fate = lambda _: Fate(n_looks=2)
    options = {"price": PRICE, "max_output_tokens": 400, "max_cost_usd": Decimal("0.03")}

    first = through_batches(articles(20), waits=False, **options)
    submitted = sum(service.sizes())
    second = through_batches((), waits=False, **options)

    assert "the budget" in (first.stopped or "")
    assert sum(service.sizes()) == submitted
    assert "the budget" in (second.stopped or "")


def test_without_waiting_each_run_collects_what_is_there(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """It submits, returns, and takes the results up another time."""
    service.fate = lambda _: Fate(n_looks=1)

    runs = [through_batches(articles(3), waits=False) for _ in range(3)]

    assert [run.n_done for run in runs] == [0, 0, 3]
    assert [run.n_in_batches for run in runs] == [3, 3, 0]
    assert all(run.stopped is None for run in runs)
    assert service.sizes() == [3]


def test_a_limit_of_articles_holds_for_one_run(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Their repairs are asked all the same."""
    service.answer = nonsense_first

    first = through_batches(articles(5), n_articles=2)
    second = through_batches(())

    assert (first.n_done, second.n_done) == (2, 3)
    assert service.sizes() == [2, 2, 3, 3]


def test_near_duplicates_are_linked_before_they_are_asked_about(
    service: FakeService, through_batches: Run
) -> None:
    """The same screening as live."""
    body = "\nThe subject-aaa cost 5 million yuan, 7 million euros and 12% of 340 million dollars."
    entries = [Entry(name, Article(f"{name}{body}")) for name in ("One", "Two")]

    progress = through_batches(entries)

    assert progress.states == {"no_event": 1, "duplicate": 1}
    assert service.sizes() == [1]


def test_a_live_run_leaves_to_a_batch_what_it_has(
    service: FakeService,
    server: CountingServer,
    through_batches: Run,
    batch: Run,
    articles: Articles,
) -> None:
    """It asks about the others, and says who waits for the batch."""
    service.fate = lambda _: Fate(n_looks=1)
    through_batches(articles(2), waits=False)

    live = batch(articles(5))
    last = through_batches(())

    assert live.states == {"no_event": 3}
    assert "2 articles wait for what a batch brings" in (live.stopped or "")
    assert server.counts.total() == 3
    assert last.states == {"no_event": 2}


def test_a_live_run_finishes_what_batches_began_and_pays_for_nothing_twice(
    service: FakeService,
    server: CountingServer,
    through_batches: Run,
    batch: Run,
    articles: Articles,
    ledger_path: Path,
) -> None:
    """The first answer came in a batch, at its price; the second comes live."""
    service.answer = nonsense_first
    service.fate = lambda number: Fate(n_looks=0 if number == 1 else 9)

    def stop_after_the_first_round(name: str) -> None:
        if name == "upload" and service.batches:
            raise UnreachableError("gone")

    service.on_call = stop_after_the_first_round
    stopped = through_batches(articles(2), price=PRICE)
    Ledger(ledger_path, Recipe(("openai/mock",))).close()
    service.names.clear()
    service.on_call = lambda _: None
    with Ledger(ledger_path, Recipe(("openai/mock",))) as ledger:
        for submission in ledger.submissions.unfinished():
            ledger.submissions.forget(submission)

    live = batch((), price=PRICE)

    with Accounts(ledger_path) as accounts:
        costs = [result.envelope["cost_usd"] for result in accounts.results()]
    assert stopped.stopped == "gone"
    assert live.states == {"no_event": 2}
    assert server.counts.total() == 2
    assert costs == ["0.006", "0.006"]


def test_batches_finish_what_a_live_run_began(
    service: FakeService,
    server: CountingServer,
    through_batches: Run,
    batch: Run,
    articles: Articles,
) -> None:
    """Live gave an answer that cannot be read, and then nothing; the batch has the second request."""
    server.answer = lambda asked: LiveSaid("nonsense") if asked.nth == 1 else LiveSaid(status=401)
    batch(articles(1), give_up_after=1)

    progress = through_batches(())

    (line,) = service.batches["batch-1"].lines
    assert "could not be used" in line["body"]["messages"][-1]["content"]
    assert progress.states == {"no_event": 1}


def test_an_answer_stands_while_a_batch_brings_another_one(
    service: FakeService, through_batches: Run, articles: Articles, ledger_path: Path
) -> None:
    """And where it brings none."""
    through_batches(articles(2))
    retry(ledger_path, Where((("state", "no_event"),)))
    service.fate = lambda _: Fate(n_looks=2)
    service.answer = only("b", Said(400, "no"))

    def answered() -> list[tuple[str, int]]:
        with Accounts(ledger_path) as accounts:
            envelopes = [result.envelope for result in accounts.results()]
        return [(each["status"], len(each["attempts"])) for each in envelopes]

    through_batches([], waits=False)
    meanwhile = answered()
    progress = through_batches([])

    with Accounts(ledger_path) as accounts:
        (totals,) = accounts.totals()
    assert meanwhile == answered() == [("no_event", 1)] * 2
    assert progress.states == {"no_event": 1, "failed": 1}
    assert (totals.states, totals.asked_again) == ({"no_event": 1, "failed": 1}, {"failed": 1})


def test_a_service_that_cannot_be_reached_ends_the_run_and_articles_wait(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """The next run uploads what the first could not."""

    def fail(name: str) -> None:
        raise UnreachableError(f"no {name}")

    service.on_call = fail
    first = through_batches(articles(3))
    service.on_call = lambda _: None
    second = through_batches(())

    assert first.stopped == "no upload"
    assert first.n_waiting == 3
    assert second.states == {"no_event": 3}
    assert service.sizes() == [3]


def test_looks_without_an_answer_are_borne_while_batches_go_on(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """They do not need to be looked at; ten in a row end the run, and articles wait."""
    n_failing = 5

    def fail(name: str) -> None:
        nonlocal n_failing
        n_failing -= name == "look"
        if name == "look" and n_failing > 0:
            raise UnreachableError("gone")

    service.on_call = fail
    first = through_batches(articles(2))
    n_failing = 100
    second = through_batches(articles(3))

    assert (first.stopped, first.states) == (None, {"no_event": 2})
    assert (second.stopped, second.n_in_batches) == ("gone", 1)


def test_an_interrupt_leaves_batches_to_the_provider(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """The same command collects them."""
    service.fate = lambda _: Fate(n_looks=3)
    runs: list[Rounds] = []

    first = through_batches(
        articles(3), on_start=runs.append, on_look=lambda _: runs[0].interrupt()
    )
    second = through_batches(())

    assert first.was_interrupted
    assert "1 batch goes on at 127.0.0.1:9" in (first.stopped or "")
    assert (first.n_batches, first.n_in_batches) == (1, 3)
    assert second.states == {"no_event": 3}
    assert service.sizes() == [3]


def test_an_interrupt_while_a_file_goes_up_says_that_it_may_not_be_there(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Nobody knows; the next run finds out, and submits what is not there."""
    runs: list[Rounds] = []

    def fail(name: str) -> None:
        if name == "upload":
            runs[0].interrupt()
            raise UnreachableError("gone")

    service.on_call = fail
    first = through_batches(articles(3), on_start=runs.append)
    service.on_call = lambda _: None
    second = through_batches(())

    assert "1 may not have reached 127.0.0.1:9" in (first.stopped or "")
    assert second.states == {"no_event": 3}


def test_a_second_interrupt_ends_a_run_in_the_middle_of_a_call(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Whatever the provider was being asked is found out by the next run."""
    runs: list[Rounds] = []
    create = service.create

    async def hang(*arguments: Any, **options: Any) -> Any:
        await create(*arguments, **options)
        runs[0].interrupt()
        asyncio.get_running_loop().call_soon(runs[0].interrupt)
        await asyncio.sleep(60)

    service.create = hang  # type: ignore[method-assign]
    first = through_batches(articles(3), on_start=runs.append)
    service.create = create  # type: ignore[method-assign]
    second = through_batches(())

    assert first.was_interrupted
    assert first.n_in_batches == 3
    assert second.states == {"no_event": 3}
    assert service.sizes() == [3]


def test_a_batch_at_another_service_is_not_given_up(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """The user is told where it is."""
    service.fate = lambda _: Fate(n_looks=1)
    through_batches(articles(2), waits=False)
    kept, service.batches = service.batches, {}
    service.name = "elsewhere:1"

    stopped = through_batches(())
    service.batches, service.name = kept, "127.0.0.1:9"
    last = through_batches(())

    assert "was submitted to 127.0.0.1:9" in (stopped.stopped or "")
    assert last.states == {"no_event": 2}


def test_what_may_have_been_submitted_elsewhere_is_not_submitted_again(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """Neither its file nor its batch could be found at another service."""

    def fail_to_create(name: str) -> None:
        if name == "create":
            raise UnreachableError("gone")

    service.on_call = fail_to_create
    through_batches(articles(2))
    service.on_call, service.name = (lambda _: None), "elsewhere:1"
    stopped = through_batches(())
    service.name = "127.0.0.1:9"
    last = through_batches(())

    assert "was submitted to 127.0.0.1:9" in (stopped.stopped or "")
    assert last.states == {"no_event": 2}
    assert service.sizes() == [2]


def test_a_batch_that_the_provider_has_lost_is_made_again(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """It may have been billed, and stays in the account of what may be spent."""
    service.fate = lambda _: Fate(n_looks=1)
    through_batches(articles(2), waits=False, price=PRICE)
    service.batches["batch-0"] = service.batches.pop("batch-1")

    progress = through_batches((), price=PRICE)

    assert progress.states == {"no_event": 2}
    assert progress.spent_usd is not None
    assert progress.spent_usd > 4 * ONE_ANSWER


@pytest.mark.parametrize("model", ["rules", "replay", "anthropic/claude", "openai/a,rules"])
def test_models_without_a_batch_interface_are_refused(
    service: FakeService,
    through_batches: Run,
    articles: Articles,
    model: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before anything is read or written, or a key is looked for."""
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")

    with pytest.raises(UsageError, match="has no batch interface"):
        through_batches(articles(1), recipe=Recipe(tuple(model.split(","))))

    assert not service.files


def test_a_price_that_is_not_known_is_asked_for_under_a_budget(
    service: FakeService, through_batches: Run, articles: Articles
) -> None:
    """As live."""
    with pytest.raises(UsageError, match="give --price"):
        through_batches(articles(1), max_cost_usd=Decimal(1))

    assert not service.files
