"""The gatekeeper: a budget and a pace for workers that may be lost."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.archive.budget import Budget, Spending
from extractor.archive.cluster.gatekeeper import Gatekeeper
from extractor.archive.pace import Pace
from extractor.models.retry import TransientError

Run = Callable[..., Any]

ONE = Spending(Decimal(1), 10)
HALF = Spending(Decimal("0.5"), 5)


def gatekeeper(usd: int = 3, *, pace: Pace | None = None, silence_s: float = 60.0) -> Gatekeeper:
    """Make a gatekeeper with a budget of some dollars."""
    return Gatekeeper(Budget(max_usd=Decimal(usd)), pace or Pace(4), silence_s=silence_s)


async def let_in(kept: Gatekeeper, *names: str) -> None:
    """Let workers enter."""
    for number, name in enumerate(names):
        await kept.enter(name, number)


def test_workers_spend_one_budget(run_skipping: Run) -> None:
    """What one has spent the other cannot; then no further request is made by either."""

    async def run() -> list[str | None]:
        kept = gatekeeper(2)
        await let_in(kept, "a", "b")
        said = [await kept.set_aside("a", ONE), await kept.set_aside("b", ONE)]
        await kept.settle("a", ONE, ONE)
        await kept.settle("b", ONE, ONE)
        return [*said, await kept.set_aside("a", ONE), await kept.hear("b", {})]

    *passed, refused, told = run_skipping(run())

    assert passed == [None, None]
    assert refused is not None
    assert "the budget of $2 is used" in refused
    assert told == refused


def test_a_worker_waits_for_what_another_may_give_back(run_skipping: Run) -> None:
    """The worst case is set aside, and most of it comes back."""

    async def run() -> list[str | None]:
        kept = gatekeeper(1)
        await let_in(kept, "a", "b")
        await kept.set_aside("a", ONE)
        waiting = asyncio.create_task(kept.set_aside("b", HALF))
        await asyncio.sleep(0)
        await kept.settle("a", ONE, HALF)
        return [await waiting]

    assert run_skipping(run()) == [None]


def test_what_a_lost_worker_has_set_aside_is_spent(run_skipping: Run) -> None:
    """It may have been billed; nobody waits for it any longer."""

    async def run() -> tuple[Spending, str | None]:
        kept = gatekeeper(1, silence_s=0.05)
        await let_in(kept, "lost", "b")
        await kept.set_aside("lost", ONE)
        waiting = asyncio.create_task(kept.set_aside("b", HALF))
        while not waiting.done():
            await kept.hear("b", {})
            await asyncio.sleep(0.01)
        return (await kept.standing()).spent, await waiting

    spent, reason = run_skipping(run())

    assert spent == ONE
    assert reason is not None


def test_a_worker_that_was_only_silent_goes_on(run_skipping: Run) -> None:
    """What it had in flight counts as billed; its next request passes like any other."""

    async def run() -> tuple[str | None, Spending]:
        kept = gatekeeper(silence_s=0.02)
        await let_in(kept, "slow")
        await kept.set_aside("slow", ONE)
        await asyncio.sleep(0.1)
        said = await kept.set_aside("slow", HALF)
        await kept.settle("slow", ONE, HALF)
        await kept.settle("slow", HALF, HALF)
        return said, (await kept.standing()).spent

    assert run_skipping(run()) == (None, Spending(Decimal("1.5"), 15))


def test_without_a_limit_all_is_counted(run_skipping: Run) -> None:
    """Nothing is set aside then."""

    async def run() -> Spending:
        kept = Gatekeeper(Budget(), Pace(4))
        await let_in(kept, "a")
        await kept.settle("a", ONE, HALF)
        return (await kept.standing()).spent

    assert run_skipping(run()) == HALF


def test_whoever_begins_a_partition_anew_takes_it_over(run_skipping: Run) -> None:
    """The earlier worker, if it lives, makes no further request; its places in flight are free."""

    async def run() -> tuple[str | float, str | float, int]:
        pace = Pace(1)
        kept = gatekeeper(pace=pace)
        await kept.enter("earlier", 5)
        await kept.turn("earlier", 10)
        await kept.enter("later", 5)
        return await kept.turn("later", 10), await kept.turn("earlier", 10), pace.n_in_flight

    later, earlier, n_in_flight = run_skipping(run())

    assert isinstance(later, float)
    assert earlier == "its partition is worked on elsewhere"
    assert n_in_flight == 1


def test_a_worker_that_was_slow_and_not_lost_settles_nothing_twice(run_skipping: Run) -> None:
    """The worst case stays spent."""

    async def run() -> Spending:
        kept = gatekeeper()
        await kept.enter("slow", 5)
        await kept.set_aside("slow", ONE)
        begun_at = await kept.turn("slow", 10)
        await kept.enter("later", 5)
        assert isinstance(begun_at, float)
        await kept.ended("slow", begun_at, None)
        await kept.settle("slow", ONE, HALF)
        return (await kept.standing()).spent

    assert run_skipping(run()) == ONE


def test_a_service_that_is_asked_too_much_slows_all_down(run_skipping: Run) -> None:
    """One worker hears it, and another waits for its turn."""

    async def run() -> tuple[int, bool]:
        pace = Pace(4)
        kept = gatekeeper(pace=pace)
        await let_in(kept, "a", "b")
        begun_at = await kept.turn("a", 10)
        assert isinstance(begun_at, float)
        await kept.ended("a", begun_at, TransientError("busy", wait_s=30.0, status=429))
        waiting = asyncio.create_task(kept.turn("b", 10))
        await asyncio.sleep(0.05)
        is_waiting = not waiting.done()
        await kept.stop("enough")
        assert await waiting == "enough"
        return pace.window, is_waiting

    assert run_skipping(run()) == (2, True)


@pytest.mark.parametrize("method", ["set_aside", "turn"])
def test_nothing_passes_once_all_are_stopped(run_skipping: Run, method: str) -> None:
    """Whoever comes is told why."""

    async def run() -> object:
        kept = gatekeeper()
        await kept.enter("a", 0)
        await kept.stop("interrupted")
        return await getattr(kept, method)("a", ONE if method == "set_aside" else 10)

    assert run_skipping(run()) == "interrupted"


def test_a_partition_that_is_being_published_is_not_begun_anew(run_skipping: Run) -> None:
    """Whoever comes waits until it is there: what it paid before would go unsaid with the journals."""

    async def run() -> tuple[bool, bool, str | None]:
        kept = gatekeeper()
        await kept.enter("slow", 5)
        may_publish = await kept.may_publish("slow")
        entering = asyncio.create_task(kept.enter("later", 5))
        await asyncio.sleep(0.02)
        is_waiting = not entering.done()
        await kept.leave("slow")
        return may_publish, is_waiting, await entering

    assert run_skipping(run()) == (True, True, None)


@pytest.mark.parametrize("is_heard", [True, False])
def test_whoever_is_lost_in_publishing_holds_nobody_up_for_long(
    run_skipping: Run, *, is_heard: bool
) -> None:
    """One that only takes long is heard of meanwhile."""

    async def run() -> bool:
        kept = gatekeeper(silence_s=0.05)
        await kept.enter("first", 5)
        await kept.may_publish("first")
        entering = asyncio.create_task(kept.enter("later", 5))
        for _ in range(10):
            await asyncio.sleep(0.02)
            if is_heard:
                await kept.hear("first", {})
        entering.cancel()
        await asyncio.wait([entering])
        return entering.cancelled()

    assert run_skipping(run()) == is_heard


def test_whoever_is_not_the_one_any_more_may_not_publish(run_skipping: Run) -> None:
    """The partition was begun anew."""

    async def run() -> list[bool]:
        kept = gatekeeper()
        await kept.enter("earlier", 5)
        await kept.enter("later", 5)
        return [await kept.may_publish("earlier"), await kept.may_publish("later")]

    assert run_skipping(run()) == [False, True]
