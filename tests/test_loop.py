"""The private loop on which blocking calls drive asynchronous code."""

import asyncio
import signal
import subprocess
import sys
import threading

import pytest

from extractor.errors import UsageError
from extractor.loop import close, run


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


def test_a_loop_that_was_closed_is_replaced() -> None:
    """Closing it twice is nothing; a fork, too, takes the module along, but not its thread."""
    first = run(current_loop())

    close()
    close()

    assert first.is_closed()
    assert run(current_loop()) is not first


class Connection:
    """Something that has to be closed on the loop on which it is used."""

    closed_on: asyncio.AbstractEventLoop | None = None

    async def aclose(self) -> None:
        """Remember where it was closed."""
        self.closed_on = await current_loop()


class Broken(Connection):
    """Something that cannot be closed."""

    async def aclose(self) -> None:
        """Fail."""
        raise OSError("gone")


def test_closing_ends_what_runs_and_closes_what_was_used() -> None:
    """In this order, on the loop itself; one that fails leaves the others."""
    broken, connection = Broken(), Connection()
    ended = []

    async def endless() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(connection.closed_on)

    async def begin() -> asyncio.Task[None]:
        task = asyncio.create_task(endless())
        await asyncio.sleep(0)
        return task

    task = run(begin(), using=[broken, connection, object()])
    loop = run(current_loop())

    close()

    assert task.cancelled()
    assert ended == [None]
    assert connection.closed_on is loop


SLOW = """
import sys
from extractor.loop import close, run
import asyncio

async def slow():
    print("begun", flush=True)
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(0.05)
        print("ended", flush=True)

try:
    run(slow())
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_an_interrupt_is_raised_once_what_ran_has_ended() -> None:
    """So that nothing is left half done."""
    with subprocess.Popen(
        [sys.executable, "-X", "dev", "-c", SLOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert out.splitlines() == ["ended", "interrupted"]
    assert err == ""
    assert process.returncode == 0
