"""The budget: it is never crossed, whatever the order in which requests come and go."""

import asyncio
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from counting_server import TOKENS, CountingServer, Said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.archive.accounts import Accounts
from extractor.archive.budget import NOTHING, Budget, Spending
from extractor.archive.charges import prices_of
from extractor.archive.entry import Entry
from extractor.archive.options import Options
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.stops import BudgetSpent
from extractor.errors import UsageError
from extractor.prices import Price

Batch = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]

PRICE = Price.parse("1,10")
ONE_ANSWER = Decimal("0.004")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    limit=st.integers(1, 400),
    worsts=st.lists(st.integers(1, 60), max_size=40),
    seed=st.integers(0, 10**6),
)
def test_what_is_spent_and_set_aside_never_passes_the_limit(
    limit: int, worsts: list[int], seed: int
) -> None:
    """Requests set their worst case aside and settle for less, in any order."""
    chance = random.Random(seed)
    high = 0

    async def run() -> Spending:
        nonlocal high
        budget = Budget(max_usd=Decimal(limit), max_tokens=limit)
        in_flight = 0

        async def ask(worst: int) -> None:
            nonlocal high, in_flight
            most = Spending(Decimal(worst), worst)
            try:
                await budget.set_aside(most)
            except BudgetSpent:
                return
            in_flight += worst
            high = max(high, in_flight + budget.spent.tokens)
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
            actual = chance.randint(0, worst)
            in_flight -= worst
            budget.settle(most, Spending(Decimal(actual), actual))

        await asyncio.gather(*map(ask, worsts))
        return budget.spent

    spent = asyncio.run(run())

    assert high <= limit
    assert spent.tokens <= limit
    assert spent.usd == spent.tokens


def test_a_budget_in_money_is_not_crossed_and_the_run_goes_on_when_it_is_raised(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """The first run stops before the limit; the second, with more, does the rest."""
    options = {"price": PRICE, "max_output_tokens": 400, "concurrency": 8}

    first = batch(articles(20), max_cost_usd=Decimal("0.05"), **options)
    with Accounts(ledger_path) as accounts:
        spent, _ = accounts.attempts.spent()
    again = batch(articles(20), max_cost_usd=Decimal("0.05"), **options)
    second = batch(articles(20), max_cost_usd=Decimal(1), **options)

    assert "the budget of $0.05 is used" in (first.stopped or "")
    assert spent == first.states["no_event"] * ONE_ANSWER
    assert Decimal("0.03") < spent <= Decimal("0.05")
    assert again.states == {}
    assert second.stopped is None
    assert first.states["no_event"] + second.states["no_event"] == 20
    assert server.counts.total() == 20


def test_a_budget_in_tokens_is_not_crossed(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """Input and output count together."""
    progress = batch(articles(20), max_tokens=50_000, max_output_tokens=400)

    with Accounts(ledger_path) as accounts:
        _, tokens = accounts.attempts.spent()
    assert "the budget of 50,000 tokens is used" in (progress.stopped or "")
    assert tokens == server.counts.total() * sum(TOKENS.values()) <= 50_000


def test_a_reply_that_does_not_say_what_it_took_counts_with_its_worst_case(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """What is not known is never taken for nothing."""
    server.answer = lambda _: Said(usage=None)

    batch(articles(1), max_tokens=100_000, max_output_tokens=400)

    with Accounts(ledger_path) as accounts:
        _, tokens = accounts.attempts.spent()
    assert tokens > 10_000


def test_a_try_that_may_have_been_billed_counts_a_refused_one_does_not(
    server: CountingServer, batch: Batch, articles: Articles, ledger_path: Path
) -> None:
    """A gateway that waits no longer may have let the service answer all the same."""
    statuses = {1: 429, 2: 504}
    server.answer = lambda asked: Said(status=statuses.get(asked.nth, 200))

    batch(articles(1), max_output_tokens=400)

    with Accounts(ledger_path) as accounts:
        _, tokens = accounts.attempts.spent()
    worst = tokens - sum(TOKENS.values())
    assert server.counts.total() == 3
    assert 10_000 < worst < 20_000


def test_the_service_is_told_how_much_it_may_write_under_a_budget(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """The worst case rests on that; without a budget the service decides."""
    batch(articles(1), max_tokens=100_000)
    batch(articles(2))

    told = [body.get("max_completion_tokens") for body in server.bodies]
    assert told == [16_000, None]


@pytest.mark.usefixtures("server")
def test_a_model_of_unknown_price_is_refused_under_a_budget_in_money(
    batch: Batch, articles: Articles
) -> None:
    """A budget that cannot hold is none; the message says what to do."""
    with pytest.raises(UsageError, match="give --price INPUT,OUTPUT"):
        batch(articles(1), max_cost_usd=Decimal(1))


def test_without_a_limit_everything_fits() -> None:
    """Nothing waits, and what is spent is counted all the same."""

    async def run() -> Spending:
        budget = Budget()
        await budget.set_aside(Spending(None, 10**9))
        budget.settle(Spending(None, 10**9), Spending(Decimal(1), 7))
        return budget.spent

    assert asyncio.run(run()) == NOTHING + Spending(Decimal(1), 7)


def test_what_was_spent_at_an_unknown_price_counts_when_there_is_one(
    server: CountingServer, batch: Batch, articles: Articles
) -> None:
    """Each token at the dearer of the two prices; nothing is left of the budget here."""
    batch(articles(4))

    progress = batch(articles(5), max_cost_usd=Decimal("0.12"), price=PRICE, max_output_tokens=40)

    assert "the budget of $0.12 is used: $0.124 may be spent" in (progress.stopped or "")
    assert server.counts.total() == 4


@pytest.mark.usefixtures("server")
def test_one_price_for_several_models_is_refused_before_any_is_asked(
    batch: Batch, articles: Articles
) -> None:
    """Else every article of the archive would fail for it."""
    several = Recipe(("openai/mock", "openai/other"))

    with pytest.raises(UsageError, match="--price is of one model"):
        batch(articles(1), recipe=several, price=Price(Decimal(1), Decimal(1)))


@pytest.mark.parametrize("free", ["rules", "replay/recorded"])
def test_a_price_is_of_the_one_model_that_is_paid(free: str) -> None:
    """Rules and recordings before it cost nothing."""
    price = Price(Decimal(1), Decimal(1))

    assert prices_of([free, "openai/mock"], Options(price=price))[1] == price
