"""The feed: read on a thread of its own, in batches, and left alone when it is closed."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from extractor.archive.feed import Feed


def test_everything_comes_in_order() -> None:
    """Batches put together are what was read."""

    async def run() -> list[int]:
        feed = Feed(range(250))
        read: list[int] = []
        while batch := await feed.next():
            read += batch
        feed.close()
        return read

    assert asyncio.run(run()) == list(range(250))


def test_nothing_is_read_before_it_is_asked_for() -> None:
    """A large archive is never held in memory."""
    taken = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    async def run() -> None:
        feed = Feed(items())
        await feed.next()
        feed.close()

    asyncio.run(run())

    assert 0 < len(taken) <= 200


def test_a_reader_that_waits_does_not_keep_the_run() -> None:
    """Closing the feed answers whoever waits for it, though the source gives nothing."""
    given = threading.Event()

    def items() -> Iterator[int]:
        given.wait(30)
        yield 1

    async def run() -> list[int]:
        feed = Feed(items())
        asyncio.get_running_loop().call_later(0.05, feed.close)
        return await feed.next()

    assert asyncio.run(run()) == []
    given.set()


class Panic(BaseException):
    """What a library written in Rust raises; it is no Exception."""


@pytest.mark.parametrize("kind", [OSError, Panic])
def test_what_the_reader_raises_comes_out(kind: type[BaseException]) -> None:
    """A source that does not exist ends the run with its own words."""

    def items() -> Iterator[int]:
        yield 1
        raise kind("no such file")

    async def run() -> None:
        feed = Feed(items())
        try:
            while await feed.next():
                pass
        finally:
            feed.close()

    with pytest.raises(kind, match="no such file"):
        asyncio.run(run())
