"""Retry: waits, deadlines and sums, without a network."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from extractor.errors import RefusedError, UnreachableError
from extractor.exchange import Reply
from extractor.models.retry import Retries, TransientError, asked_wait
from extractor.usage import NO_TOKENS, Usage


@pytest.fixture
def run(run_skipping: Callable[..., Any]) -> Callable[..., Reply]:
    """Give a function that sends against a script of outcomes."""

    def run(
        retries: Retries, outcomes: list[Reply | Exception], *, timeout_s: float = 5.0
    ) -> Reply:
        waiting = iter(outcomes)

        async def send() -> Reply:
            outcome = next(waiting)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        return run_skipping(retries.run(send, service="a service", timeout_s=timeout_s))

    return run


def test_tokens_of_faults_are_added(run):
    """The reply's usage is that of all tries, as far as they said."""
    faults = [TransientError("a", usage=Usage(1, 2, 3, 4)), TransientError("b")]

    reply = run(Retries(backoff_s=0.001), [*faults, Reply("{}", usage=Usage(10, 20, 30, None))])

    assert (reply.usage, reply.tries) == (Usage(11, 22, 33, None), 3)


def test_wait_grows_and_stops_before_the_deadline(run):
    """A backoff that would end after the deadline is not begun."""
    faults = [TransientError("busy")] * 50

    with pytest.raises(UnreachableError, match=r"a service gave no answer \(\d tries, 0.5 s.*busy"):
        run(Retries(tries=50, backoff_s=0.05), faults, timeout_s=0.5)


@pytest.mark.parametrize("asked_s", [130.0, 900.0])
def test_a_long_wait_that_a_service_asks_for_is_kept_whole(asked_s, run_skipping):
    """Minutes, where the deadline allows it: no backoff's limit cuts it short."""
    outcomes = iter([TransientError("busy", wait_s=asked_s, status=429), Reply("{}")])

    async def send() -> Reply:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def send_in_time() -> tuple[Reply, float]:
        reply = await Retries().run(send, service="a service", timeout_s=1000)
        return reply, asyncio.get_running_loop().time()

    reply, took_s = run_skipping(send_in_time())

    assert reply.tries == 2
    assert asked_s <= took_s < asked_s + 1


def test_step_without_wait_is_taken_at_once(run):
    """A fault that asks for no wait is followed by the next try without one."""
    outcomes = [TransientError("other form", wait_s=0), Reply("{}")]

    reply = run(Retries(backoff_s=100), outcomes, timeout_s=1)

    assert reply.tries == 2


def test_other_errors_pass_through(run):
    """What is not transient is not tried again."""
    with pytest.raises(RefusedError, match="bad key"):
        run(Retries(), [RefusedError("bad key"), Reply("{}")])


def test_time_spent_in_a_try_ends_at_the_deadline(run_skipping):
    """A try that hangs is cut off and may be billed; the fault before it is told."""

    async def hang_after_a_fault() -> Reply:
        if not seen:
            seen.append(True)
            raise TransientError("status 503", usage=Usage(1, 2, 0, 0))
        await asyncio.sleep(60)
        return Reply("late")

    seen: list[bool] = []
    with pytest.raises(UnreachableError, match=r"within 0\.2 s; before that: status 503") as caught:
        run_skipping(
            Retries(backoff_s=0.001).run(hang_after_a_fault, service="a service", timeout_s=0.2)
        )

    assert caught.value.usage == Usage(1, 2, 0, 0, unknown_tries=1)


def test_deadline_in_a_wait_cuts_off_no_try(run_skipping):
    """Nothing was under way that could be billed."""

    async def be_busy() -> Reply:
        raise TransientError("busy", wait_s=0.15)

    with pytest.raises(UnreachableError) as caught:
        run_skipping(Retries(backoff_s=0.3).run(be_busy, service="a service", timeout_s=0.2))

    assert caught.value.usage == NO_TOKENS


def test_refusal_after_faults_bears_what_they_took(run):
    """The error that ends a request has the bill of all its tries."""
    fault = TransientError("an answer without choices", usage=Usage(10, 0, 0, 0))

    with pytest.raises(RefusedError) as caught:
        run(Retries(backoff_s=0.001), [fault, RefusedError("no", usage=Usage(1, 0, 0, 0))])

    assert caught.value.usage == Usage(11, 0, 0, 0)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param({"retry-after": "7"}, 7.0, id="seconds"),
        pytest.param({"retry-after": "600"}, 600.0, id="ten minutes"),
        pytest.param({"retry-after-ms": "1500"}, 1.5, id="milliseconds"),
        pytest.param({"retry-after-ms": "x", "retry-after": "2"}, 2.0, id="bad milliseconds"),
        pytest.param({"retry-after": "soon"}, None, id="words"),
        pytest.param({"retry-after": "inf"}, None, id="for ever"),
        pytest.param({"retry-after": "-3"}, None, id="negative"),
        pytest.param({"retry-after": "0"}, None, id="zero leaves it to the backoff"),
    ],
)
def test_asked_wait_reads_headers(headers, seconds):
    """Seconds and milliseconds are read, nonsense is not."""
    assert asked_wait(headers) == seconds


def test_asked_wait_reads_a_date():
    """A date means the time until then."""
    moment = datetime.now(UTC) + timedelta(seconds=90)

    wait = asked_wait({"retry-after": format_datetime(moment, usegmt=True)})

    assert wait == pytest.approx(90, abs=2)


def test_asked_wait_of_a_past_date_is_next_to_nothing():
    """A date that is over means now."""
    assert asked_wait({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0.001


def test_a_call_is_made_until_it_is_answered():
    """Whatever it answers; faults of the transport are behind it."""
    outcomes = iter([TransientError("busy"), TransientError("lost"), ["a", "list"]])

    async def send():
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    answer = asyncio.run(Retries(backoff_s=0.001).call(send, service="a service", timeout_s=5.0))

    assert answer == ["a", "list"]


def test_a_call_that_hangs_ends_with_its_time():
    """In one line that names the service."""
    with pytest.raises(UnreachableError, match=r"a service gave no answer within 0.05 s"):
        asyncio.run(Retries().call(lambda: asyncio.sleep(5), service="a service", timeout_s=0.05))
