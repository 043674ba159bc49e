"""The private loop on which blocking calls drive asynchronous code."""

import asyncio
import threading

import pytest

from extractor.errors import UsageError
from extractor.loop import run


async def current_loop() -> asyncio.AbstractEventLoop:
    """Return the loop that this runs on."""
    return asyncio.get_running_loop()


def test_run_returns_what_the_coroutine_returns() -> None:
    """And keeps one loop, so that connections stay open between calls."""
    assert run(current_loop()) is run(current_loop())


def test_run_raises_what_the_coroutine_raises() -> None:
    """The exception is the coroutine's own."""

    async def fail() -> None:
        raise LookupError("lorem")

    with pytest.raises(LookupError, match="lorem"):
        run(fail())


def test_run_works_where_a_loop_runs_already() -> None:
    """A notebook has one."""

    async def cell() -> bool:
        return run(current_loop()) is not asyncio.get_running_loop()

    assert asyncio.run(cell())


def test_run_works_from_several_threads_at_once() -> None:
    """They share the loop."""
    loops = []
    threads = [threading.Thread(target=lambda: loops.append(run(current_loop()))) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(loops) == 4
    assert len(set(map(id, loops))) == 1


def test_run_on_its_own_loop_is_refused() -> None:
    """A model that calls `extract()` would wait for itself for ever."""

    async def inner() -> None:
        run(current_loop())

    with pytest.raises(UsageError, match="extract_async"):
        run(inner())


def test_a_loop_whose_thread_has_ended_is_replaced() -> None:
    """A fork takes the module along, but not its thread."""
    first = run(current_loop())
    thread = next(thread for thread in threading.enumerate() if thread.name == "extractor-loop")
    first.call_soon_threadsafe(first.stop)
    thread.join()
    first.close()

    assert run(current_loop()) is not first
