"""A watch on tries: it lets them go, hears headers, and takes nothing from the deadline."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from extractor.errors import RefusedError, UnreachableError
from extractor.exchange import Reply
from extractor.models.retry import Retries, TransientError
from extractor.models.watch import WATCH, heard
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

TOOK = Usage(10, 2, 0, 0)


class Notes:
    """A watch that writes down what it is told."""

    def __init__(self, wait_s: float = 0.0) -> None:
        self.told: list[object] = []
        self._wait_s = wait_s

    async def turn(self) -> None:
        """Let a try go after a while."""
        self.told.append("turn")
        await asyncio.sleep(self._wait_s)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Write headers down."""
        self.told.append(dict(headers))

    def ended(self, usage: Usage, fault: Exception | None) -> None:
        """Write an end down."""
        self.told.append((usage, None if fault is None else str(fault)))


@pytest.fixture
def ask(run_skipping: Callable[..., Any]) -> Callable[..., Reply]:
    """Give a function that makes tries with some outcomes under a watch."""

    def ask(watch: Notes, *outcomes: Reply | Exception, timeout_s: float = 5.0) -> Reply:
        left = list(outcomes)

        async def send() -> Reply:
            outcome = left.pop(0)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        async def run() -> Reply:
            WATCH.set(watch)
            retries = Retries(backoff_s=0.001)
            return await retries.run(send, service="a service", timeout_s=timeout_s)

        return run_skipping(run())

    return ask


def test_every_try_has_its_turn_and_its_end(ask: Callable[..., Reply]) -> None:
    """Tries that fail, and the one that gives the answer."""
    watch = Notes()

    ask(watch, TransientError("lost", usage=UNKNOWN_TRY), Reply("yes", usage=TOOK))

    assert watch.told == ["turn", (UNKNOWN_TRY, "lost"), "turn", (TOOK, None)]


def test_a_refusal_is_an_end_too(ask: Callable[..., Reply]) -> None:
    """What is refused for good took nothing, and its turn is over."""
    watch = Notes()

    with pytest.raises(RefusedError):
        ask(watch, RefusedError("no"))

    assert watch.told == ["turn", (NO_TOKENS, "no")]


def test_waiting_for_a_turn_takes_nothing_from_the_deadline(ask: Callable[..., Reply]) -> None:
    """Four waits are longer than the deadline, and the answer is there all the same."""
    faults = [TransientError("busy", wait_s=0)] * 3

    reply = ask(Notes(wait_s=0.1), *faults, Reply("yes", usage=TOOK), timeout_s=0.2)

    assert reply.text == "yes"


def test_a_try_that_the_deadline_cuts_off_may_have_been_billed() -> None:
    """The watch is told so."""
    watch = Notes()

    async def hang() -> Reply:
        await asyncio.sleep(60)
        raise AssertionError

    async def run() -> None:
        WATCH.set(watch)
        await Retries().run(hang, service="a service", timeout_s=0.05)

    with pytest.raises(UnreachableError):
        asyncio.run(run())

    assert watch.told == ["turn", (UNKNOWN_TRY, None)]


def test_what_a_turn_raises_goes_through(ask: Callable[..., Reply]) -> None:
    """Whoever watches may say that no try is to be sent any more; nothing is retried."""

    class Closed(Notes):
        async def turn(self) -> None:
            """Let nothing go."""
            raise KeyError("closed")

    watch = Closed()

    with pytest.raises(KeyError):
        ask(watch, Reply("yes"))

    assert watch.told == []


def test_headers_are_heard_where_somebody_watches_only() -> None:
    """Without a watch they are let go."""
    watch = Notes()
    heard({"x-ratelimit-remaining-requests": "1"})

    async def run() -> None:
        WATCH.set(watch)
        heard({"x-ratelimit-remaining-requests": "2"})

    asyncio.run(run())

    assert watch.told == [{"x-ratelimit-remaining-requests": "2"}]


def test_a_try_that_ends_in_a_bug_may_have_been_billed(ask: Callable[..., Reply]) -> None:
    """An answer that we stumble over was an answer."""
    watch = Notes()

    with pytest.raises(ZeroDivisionError):
        ask(watch, ZeroDivisionError())

    assert watch.told == ["turn", (UNKNOWN_TRY, None)]
