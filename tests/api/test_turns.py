"""Turns: who works in which pass of the event loop."""

import asyncio
import gc
import weakref

import pytest

from extractor.api.turns import turns


async def passes(of: list[int]) -> None:
    """Count the loop's passes."""
    while True:
        of[0] += 1
        await asyncio.sleep(0)


def test_whoever_is_alone_waits_for_nothing() -> None:
    """One extraction after the other takes no pass of the loop more than it did."""

    async def run() -> int:
        n_passes = [0]
        counting = asyncio.create_task(passes(n_passes))
        await turns().to_ask()
        counting.cancel()
        return n_passes[0]

    assert asyncio.run(run()) == 0


def test_one_works_in_each_pass_and_those_who_ask_go_first() -> None:
    """Of twenty whose replies came at once, each that goes on to the next article asks at once."""

    async def run() -> list[tuple[int, str]]:
        n_passes, worked = [0], []

        async def work(name: str) -> None:
            await turns().to_read()
            worked.append((n_passes[0], f"{name} reads"))
            await turns().to_ask()
            worked.append((n_passes[0], f"{name} asks"))

        counting = asyncio.create_task(passes(n_passes))
        await asyncio.gather(*[work(str(number)) for number in range(20)])
        counting.cancel()
        return worked

    worked = asyncio.run(run())

    moments = [moment for moment, _ in worked]
    assert moments == sorted(set(moments))
    assert [said for _, said in worked[:4]] == ["0 reads", "0 asks", "1 reads", "1 asks"]


@pytest.mark.parametrize("n_passes", [0, 1, 2])
def test_whoever_is_cancelled_holds_up_nobody(n_passes: int) -> None:
    """A turn that nobody takes passes on."""

    async def run() -> list[str]:
        worked = []

        async def work(name: str) -> None:
            await turns().to_read()
            worked.append(name)

        tasks = [asyncio.create_task(work(name)) for name in "abc"]
        await asyncio.sleep(0)
        for _ in range(n_passes):
            await asyncio.sleep(0)
        tasks[1].cancel()
        async with asyncio.timeout(30):
            await asyncio.gather(*tasks, return_exceptions=True)
        await turns().to_ask()
        return worked

    assert [name for name in asyncio.run(run()) if name != "b"] == ["a", "c"]


def test_a_loop_that_has_ended_is_let_go() -> None:
    """Turns keep no event loop."""

    async def run() -> weakref.ref[asyncio.AbstractEventLoop]:
        await turns().to_ask()
        return weakref.ref(asyncio.get_running_loop())

    loop = asyncio.run(run())
    gc.collect()

    assert loop() is None
