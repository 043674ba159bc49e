"""The pace: how many requests are in flight at once, and when the next one may go."""

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

from extractor.archive.allowance import Allowance, read_allowance
from extractor.errors import UsageError
from extractor.models.retry import TransientError

_MAX_PAUSE_S = 30.0
_FIRST_PAUSE_S = 0.25
_LEAST_WAIT_S = 0.01


class _Waiting(NamedTuple):
    """One who waits in line; the moment at which it may go is its result."""

    moment: asyncio.Future[float]
    n_tokens: int


class Pace:
    """Lets requests go: as many at once as wanted, as long as the service keeps up.

    A service that says it is asked too much halves how many may be in flight, and nothing goes for
    as long as it asks to wait, or for a moment that doubles each time. Every window of answers adds
    one again. Where its headers say how many requests and tokens are left, no more are sent.

    Source: additive increase and multiplicative decrease, one cut for each window in flight, as in
    TCP (Jacobson, Congestion Avoidance and Control, 1988).

    Args:
        limit: how many may be in flight at most.

    Raises:
        UsageError: not even one may.
    """

    def __init__(self, limit: int) -> None:
        if limit < 1:
            raise UsageError(f"concurrency is {limit}; give 1 or more")
        self._limit = limit
        self._window = float(limit)
        self._n_in_flight = 0
        self._n_since = 0
        self._n_tokens_since = 0
        self._paused_until = 0.0
        self._pause_s = _FIRST_PAUSE_S
        self._cut_at = 0.0
        self._requests: Allowance | None = None
        self._tokens: Allowance | None = None
        self._line: deque[_Waiting] = deque()
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def window(self) -> int:
        """How many requests may be in flight now."""
        return max(int(self._window), 1)

    @property
    def n_in_flight(self) -> int:
        """How many requests are in flight."""
        return self._n_in_flight

    async def turn(self, n_tokens: int) -> float:
        """Wait until the next request may go, and count it as in flight; return the moment.

        Args:
            n_tokens: about how many tokens it will take.
        """
        moment: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._line.append(_Waiting(moment, n_tokens))
        self._let_go()
        try:
            return await moment
        except asyncio.CancelledError:
            if not moment.cancelled():  # it was let go, and will not go
                self._n_in_flight -= 1
                self._let_go()
            raise

    def heard(self, headers: Mapping[str, str]) -> None:
        """Note what an answer's headers say of the service's limits."""
        now = asyncio.get_running_loop().time()
        requests = read_allowance(headers, "requests", now=now)
        tokens = read_allowance(headers, "tokens", now=now)
        if requests is not None:  # it has those in flight counted already
            self._requests, self._n_since = requests, 0
        if tokens is not None:
            self._tokens, self._n_tokens_since = tokens, 0

    def ended(self, *, begun_at: float, fault: Exception | None) -> None:
        """Count a request as no longer in flight, and learn from how it ended.

        Args:
            begun_at: what `turn` returned.
            fault: why it got no answer.
        """
        self._n_in_flight -= 1
        if fault is None:
            self._window = min(self._window + 1 / self._window, self._limit)
            self._pause_s = _FIRST_PAUSE_S
        elif isinstance(fault, TransientError) and fault.is_overload:
            self._slow_down(begun_at, fault.wait_s)
        self._let_go()

    def _let_go(self) -> None:
        """Let all go that may, first come, first served; only the first looks at the clock."""
        now = asyncio.get_running_loop().time()
        while self._line and self._n_in_flight < self.window:
            moment, n_tokens = self._line[0]
            if not moment.done():  # whoever was cancelled waits no longer
                wait_s = self._wait_s(n_tokens, now)
                if wait_s > 0:
                    self._look_again(max(wait_s, _LEAST_WAIT_S))
                    return
                self._n_in_flight += 1
                self._n_since += 1
                self._n_tokens_since += n_tokens
                moment.set_result(now)
            self._line.popleft()

    def _look_again(self, after_s: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(after_s, self._let_go)

    def _slow_down(self, begun_at: float, asked_s: float | None) -> None:
        now = asyncio.get_running_loop().time()
        if begun_at >= self._cut_at:  # those sent before the last cut tell nothing new
            self._window = max(self._window / 2, 1.0)
            self._cut_at = now
            self._pause_s = min(self._pause_s * 2, _MAX_PAUSE_S)
        pause_s = self._pause_s if asked_s is None else asked_s
        self._paused_until = max(self._paused_until, now + pause_s)

    def _wait_s(self, n_tokens: int, now: float) -> float:
        """Return how long the first in line has to wait for the clock."""
        waits = [self._paused_until - now]
        if self._requests is not None:
            waits.append(self._requests.wait_s(self._n_since + 1, now=now))
        if self._tokens is not None:
            waits.append(self._tokens.wait_s(self._n_tokens_since + n_tokens, now=now))
        return max(waits)
