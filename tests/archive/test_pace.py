"""The pace: how many requests are in flight, and what slows them down."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counting_server import CountingServer, Said

from extractor.archive.accounts import Accounts
from extractor.archive.entry import Entry
from extractor.archive.pace import Pace
from extractor.archive.progress import Progress
from extractor.errors import UsageError
from extractor.models.retry import TransientError

OVERLOAD = TransientError("status 429", status=429)
FIRST_S = 1.0
"""How long the first requests wait for their answers: until the others are there, on any machine."""

LIMITS = {
    "x-ratelimit-limit-requests": "10",
    "x-ratelimit-remaining-requests": "1",
    "x-ratelimit-reset-requests": "900ms",
}


def test_no_more_than_the_limit_are_in_flight(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
) -> None:
    """The service never sees more requests at once than the concurrency."""
    server.answer = lambda _: Said(after_s=FIRST_S if server.counts.total() <= 4 else 0.02)

    batch(articles(20), concurrency=4)

    assert server.n_at_once == 4


def test_more_articles_are_in_work_than_requests_in_flight(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
    ledger_path: Path,
) -> None:
    """While eight are waited for, two more are read, so that the next requests can go at once."""
    n_in_work = []

    def answer(_: object) -> Said:
        with Accounts(ledger_path) as accounts:
            n_in_work.append(sum(totals.states["running"] for totals in accounts.totals()))
        return Said(after_s=FIRST_S if server.counts.total() <= 8 else 0.05)

    server.answer = answer

    batch(articles(30), concurrency=8)

    assert (max(n_in_work), server.n_at_once) == (10, 8)


def test_a_service_that_is_asked_too_much_is_asked_less_and_all_is_done(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
) -> None:
    """A service that takes two at once gets its way, and no article fails for it."""
    n_refused = 0

    def answer(_: object) -> Said:
        nonlocal n_refused
        if server.n_now > 2:
            n_refused += 1
            return Said("slow down", status=429, headers={"retry-after-ms": "50"})
        return Said(after_s=0.02)

    server.answer = answer

    progress = batch(articles(30), concurrency=16)

    assert progress.states == {"no_event": 30}
    assert 0 < n_refused < 60


def test_a_burst_of_refusals_is_one_cut() -> None:
    """Those that were in flight together halve the window once."""

    async def run() -> int:
        pace = Pace(16)
        begun = [await pace.turn(1) for _ in range(16)]
        for moment in begun:
            pace.ended(begun_at=moment, fault=OVERLOAD)
        return pace.window

    assert asyncio.run(run()) == 8


def test_a_window_of_answers_adds_one() -> None:
    """After a cut the window grows slowly."""

    async def run() -> list[int]:
        pace = Pace(16)
        windows = []
        pace.ended(begun_at=await pace.turn(1), fault=TransientError("", status=429, wait_s=0.01))
        windows.append(pace.window)
        for _ in range(18):
            pace.ended(begun_at=await pace.turn(1), fault=None)
        windows.append(pace.window)
        return windows

    assert asyncio.run(run()) == [8, 10]


def test_other_faults_do_not_slow_down() -> None:
    """A lost connection says nothing about how much a service can take."""

    async def run() -> int:
        pace = Pace(16)
        pace.ended(begun_at=await pace.turn(1), fault=TransientError("lost"))
        return pace.window

    assert asyncio.run(run()) == 16


def test_a_wait_that_is_asked_for_is_kept_by_all(run_skipping: Callable[..., Any]) -> None:
    """After a 429 nothing goes before the time that the service named."""

    async def run() -> float:
        pace = Pace(4)
        began = await pace.turn(1)
        pace.ended(begun_at=began, fault=TransientError("", status=429, wait_s=0.2))
        return await pace.turn(1) - began

    assert run_skipping(run()) == pytest.approx(0.2)


def test_headers_hold_back_what_the_service_would_refuse(run_skipping: Callable[..., Any]) -> None:
    """With one request left, the next but one waits for its share of the reset."""

    async def run() -> list[float]:
        pace = Pace(8)
        start = asyncio.get_running_loop().time()
        pace.heard(LIMITS)
        return [await pace.turn(1) - start for _ in range(3)]

    first, second, third = run_skipping(run())
    assert first == 0
    assert second == pytest.approx(0.1, abs=0.02)
    assert third == pytest.approx(0.2, abs=0.02)


@pytest.mark.parametrize("n_passes", [1, 2, 3], ids=["in line", "as it is let go", "gone"])
def test_whoever_is_cancelled_leaves_its_place_to_the_next(n_passes: int) -> None:
    """A run that is interrupted loses no place, at whatever moment a request is given up."""

    async def run() -> int:
        pace = Pace(1)
        first = await pace.turn(1)
        second, third = (asyncio.create_task(pace.turn(1)) for _ in range(2))
        for n_pass in range(n_passes):
            if n_pass == 1:
                pace.ended(begun_at=first, fault=None)
            await asyncio.sleep(0)
        second.cancel()
        if n_passes == 1:
            pace.ended(begun_at=first, fault=None)
        outcome = await asyncio.gather(second, return_exceptions=True)
        if isinstance(outcome[0], float):
            pace.ended(begun_at=outcome[0], fault=None)
        async with asyncio.timeout(30):
            await third
        return pace.n_in_flight

    assert asyncio.run(run()) == 1


def test_a_concurrency_of_none_is_refused() -> None:
    """There is no run without a single request."""
    with pytest.raises(UsageError, match="give 1 or more"):
        Pace(0)


def test_a_wait_that_a_service_asks_for_takes_nothing_from_an_articles_time(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
) -> None:
    """It may be longer than all the time that an article has."""
    busy = Said("slow down", status=429, headers={"retry-after": "3"})
    server.answer = lambda _: busy if server.counts.total() == 1 else Said()

    progress = batch(articles(2), timeout_s=2.5, concurrency=1)

    assert progress.states == {"no_event": 2}
    assert server.counts.total() == 3
