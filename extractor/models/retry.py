"""Retry: the same request again after a fault of the transport; one layer, and a deadline holds."""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TypeVar

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)
from tenacity.stop import stop_base

from extractor.errors import ModelError, UnreachableError
from extractor.exchange import Reply
from extractor.models.watch import WATCH
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

_Answer = TypeVar("_Answer")

_log = logging.getLogger(__name__)

_MAX_BACKOFF_S = 30.0
_OVERLOADED = frozenset({429, 503, 529})


class TransientError(Exception):
    """A try that failed, where the same request may succeed when it is sent again.

    Args:
        fault: what went wrong, in a few words, with nothing secret in it.
        wait_s: how long the service asks to wait; None where it does not say.
        usage: what the failed try took; `UNKNOWN_TRY` where nobody can tell.
        status: the HTTP status, where the service answered with one.
    """

    def __init__(
        self,
        fault: str,
        *,
        wait_s: float | None = None,
        usage: Usage = NO_TOKENS,
        status: int | None = None,
    ) -> None:
        super().__init__(fault)
        self.wait_s = wait_s
        self.usage = usage
        self.status = status

    @property
    def is_overload(self) -> bool:
        """Whether the service says that it is asked too much."""
        return self.status in _OVERLOADED


@dataclass(frozen=True)
class Retries:
    """How often to send a request, and how long to wait in between.

    Attributes:
        tries: how often a request is sent at most.
        backoff_s: the first wait in seconds, doubled each time up to 30; also the jitter's width.
    """

    tries: int = 8
    backoff_s: float = 0.5

    async def run(
        self, send: Callable[[], Awaitable[Reply]], *, service: str, timeout_s: float
    ) -> Reply:
        """Send until there is an answer, and sum up what all tries took.

        A wait that the service asks for is kept, however long, if it ends before the deadline;
        a wait that would end after it is not begun.

        Args:
            send: makes one try; raises TransientError where another one may succeed.
            service: what to call the service in messages.
            timeout_s: seconds for everything together.

        Raises:
            UnreachableError: tries or time ran out; `usage` has what the tries took.
        """
        started = time.monotonic()
        tries = _Tries(send)
        if timeout_s <= 0:
            raise UnreachableError(f"no time is left to ask {service}")
        try:
            async with asyncio.timeout(timeout_s) as limit:
                reply: Reply = await self._retrying(limit)(partial(tries.make, limit))
        except TimeoutError:
            last = f"; before that: {tries.faults[-1]}" if tries.faults else ""
            raise UnreachableError(
                f"{service} gave no answer within {timeout_s:.3g} s{last}", usage=tries.usage
            ) from None
        except TransientError as fault:
            raise UnreachableError(
                f"{service} gave no answer ({_count(tries.faults)}, {timeout_s:.3g} s allowed): {fault}",
                usage=tries.usage,
            ) from None
        except ModelError as error:
            error.usage += tries.usage
            raise
        return replace(
            reply,
            usage=tries.usage + reply.usage,
            seconds=time.monotonic() - started,
            tries=len(tries.faults) + 1,
        )

    async def call(
        self, send: Callable[[], Awaitable[_Answer]], *, service: str, timeout_s: float
    ) -> _Answer:
        """Make a call that is billed for no tokens until it is answered; see `run`.

        Raises:
            UnreachableError: tries or time ran out.
        """

        async def made() -> _Answer:
            return await send()  # tenacity awaits what is declared as asynchronous, nothing else

        try:
            async with asyncio.timeout(timeout_s) as limit:
                answer: _Answer = await self._retrying(limit)(made)
                return answer
        except TimeoutError:
            raise UnreachableError(f"{service} gave no answer within {timeout_s:.3g} s") from None
        except TransientError as fault:
            raise UnreachableError(f"{service} gave no answer: {fault}") from None

    def _retrying(self, limit: asyncio.Timeout) -> AsyncRetrying:
        jitter = wait_random(0, self.backoff_s)
        backoff = wait_exponential(multiplier=self.backoff_s, max=_MAX_BACKOFF_S) + jitter

        def wait(state: RetryCallState) -> float:
            if _fault(state).is_overload and WATCH.get() is not None:
                return 0.0  # whoever watches holds back all tries, of other requests too
            asked_s = _fault(state).wait_s
            if asked_s is None:
                return backoff(state)
            # those who were told the same time should not all come back at once
            return asked_s + jitter(state) if asked_s else 0.0

        return AsyncRetrying(
            retry=retry_if_exception_type(TransientError),
            wait=wait,
            stop=stop_after_attempt(self.tries) | _StopBefore(limit),
            before_sleep=_log_retry,
            reraise=True,
        )


class _Tries:
    """The tries of one request: their faults, and what these took.

    Attributes:
        faults: why tries failed, in order.
        usage: what the failed tries took, one that the deadline cut off included.
    """

    def __init__(self, send: Callable[[], Awaitable[Reply]]) -> None:
        self.faults: list[TransientError] = []
        self.usage = NO_TOKENS
        self._send = send

    async def make(self, limit: asyncio.Timeout) -> Reply:
        """Make one try, in its turn where somebody watches."""
        watch = WATCH.get()
        if watch is not None:
            left_s = _left_s(limit)
            limit.reschedule(None)
            await watch.turn()
            limit.reschedule(asyncio.get_running_loop().time() + left_s)
        usage = UNKNOWN_TRY  # unless it says otherwise
        fault: Exception | None = None
        try:
            reply = await self._send()
        except TransientError as error:
            usage, fault = error.usage, error
            self.faults.append(error)
            self.usage += usage
            raise
        except ModelError as error:  # whose usage is added where it is raised on
            usage, fault = error.usage, error
            raise
        except asyncio.CancelledError:
            self.usage += usage
            raise
        else:
            usage = reply.usage
            return reply
        finally:
            if watch is not None:
                watch.ended(usage, fault)


class _StopBefore(stop_base):
    """Stop where the next wait would end after a limit, which may be moved."""

    def __init__(self, limit: asyncio.Timeout) -> None:
        self._limit = limit

    def __call__(self, retry_state: RetryCallState) -> bool:
        return retry_state.upcoming_sleep >= _left_s(self._limit)


def _left_s(limit: asyncio.Timeout) -> float:
    """Return the seconds until a limit; 0 or less once it is over."""
    end = limit.when()
    return math.inf if end is None else end - asyncio.get_running_loop().time()


def _fault(state: RetryCallState) -> TransientError:
    fault = state.outcome and state.outcome.exception()
    assert isinstance(fault, TransientError)  # noqa: S101  only these are retried
    return fault


def _log_retry(state: RetryCallState) -> None:
    _log.info(
        "try %d failed, the next in %.1f s: %s",
        state.attempt_number,
        state.upcoming_sleep,
        _fault(state),
    )


def _count(faults: Sequence[TransientError]) -> str:
    return "1 try" if len(faults) == 1 else f"{len(faults)} tries"


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a service asks to wait, or None where it does not say.

    Args:
        headers: looked up in lower case: `retry-after-ms`, or `retry-after` as seconds or a date.
    """
    for header, unit_s in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(header, "")) * unit_s
        except ValueError:
            continue
        return seconds if math.isfinite(seconds) and seconds > 0 else None
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(seconds, 0.001)
