"""The gatekeeper: one budget and one pace for the workers on all machines.

It is one object that all of them ask before each try. A worker that is not heard of any more may be
lost: what was set aside for its requests counts as spent from then on, since they may have been
billed, and they are no longer in flight. If it was only slow it goes on, unless its partition has
been begun anew.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from extractor.archive.budget import Budget, Spending
from extractor.archive.job import State
from extractor.archive.pace import Pace
from extractor.archive.stops import BudgetSpent

SILENCE_S = 30.0
_LOST = "its partition is worked on elsewhere"
_Granted = TypeVar("_Granted")


@dataclass(frozen=True)
class Standing:
    """How all workers together stand.

    Attributes:
        spent: what may have been spent at most, without what is in flight.
        states: how many articles they have brought to which state.
        stopped: why no further request is made; None while they are.
    """

    spent: Spending
    states: Counter[State]
    stopped: str | None


@dataclass
class _Worker:
    """What the gatekeeper knows of a worker."""

    partition: int
    heard_at: float
    aside: list[Spending] = field(default_factory=list)
    in_flight: list[float] = field(default_factory=list)
    waiting: set["asyncio.Task[Any]"] = field(default_factory=set)
    publishes: bool = False
    has_left: asyncio.Event = field(default_factory=asyncio.Event)


class Gatekeeper:
    """Lets the tries of all workers pass, or says why not.

    Every answer to a worker is None, or why it makes no further request.

    Args:
        budget: what all may spend.
        pace: when their requests may go.
        silence_s: after so many seconds without a word a worker may be lost.
    """

    def __init__(self, budget: Budget, pace: Pace, *, silence_s: float = SILENCE_S) -> None:
        self._budget = budget
        self._pace = pace
        self._silence_s = silence_s
        self._workers: dict[str, _Worker] = {}
        self._states: Counter[State] = Counter()
        self._stopped: str | None = None
        self._watching: asyncio.Task[None] | None = None

    async def enter(self, worker: str, partition: int) -> str | None:
        """Let a worker begin with a partition; whoever had it before is lost.

        One that publishes it just now is waited for, for as long as it is heard of.
        """
        await self._published(partition)
        for name, other in list(self._workers.items()):
            if other.partition == partition:
                self._leave(name)
        self._workers[worker] = _Worker(partition, _now())
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        return self._stopped

    async def hear(self, worker: str, states: Mapping[State, int]) -> str | None:
        """Note that a worker is there, and what it has done since it last said so."""
        self._states.update(states)
        return self._why_not(worker)

    async def set_aside(self, worker: str, worst: Spending) -> str | None:
        """Set the worst case of a try aside, once there is room for it."""

        async def wait(known: _Worker) -> bool:
            await self._budget.set_aside(worst)
            known.aside.append(worst)
            return True

        try:
            has_room = await self._waited(worker, wait)
        except BudgetSpent as spent:
            await self.stop(str(spent))
            has_room = None
        return None if has_room else self._why_not(worker)

    async def settle(self, worker: str, worst: Spending, actual: Spending) -> None:
        """Replace what was set aside by what a try may have cost at most."""
        known = self._workers.get(worker)
        if self._budget.is_limited:
            if known is None or worst not in known.aside:
                return  # it counts as spent already
            known.aside.remove(worst)
        self._budget.settle(worst, actual)

    async def turn(self, worker: str, n_tokens: int) -> float | str:
        """Wait until a worker's next try may go, and return the moment."""

        async def wait(known: _Worker) -> float:
            begun_at = await self._pace.turn(n_tokens)
            known.in_flight.append(begun_at)
            return begun_at

        begun_at = await self._waited(worker, wait)
        return begun_at if begun_at is not None else self._why_not(worker) or _LOST

    async def heard(self, headers: Mapping[str, str]) -> None:
        """Note what an answer's headers say of the service's limits."""
        self._pace.heard(headers)

    async def ended(self, worker: str, begun_at: float, fault: Exception | None) -> None:
        """Count a try as no longer in flight, and learn from how it ended."""
        known = self._workers.get(worker)
        if known is not None and begun_at in known.in_flight:
            known.in_flight.remove(begun_at)
            self._pace.ended(begun_at=begun_at, fault=fault)

    async def leave(self, worker: str) -> None:
        """Forget a worker that is done."""
        self._leave(worker)
        if not self._workers and self._watching is not None:
            self._watching.cancel()
            self._watching = None

    async def stop(self, reason: str) -> None:
        """Let no further request be made."""
        self._stopped = self._stopped or reason
        for worker in self._workers.values():
            for task in worker.waiting:
                task.cancel()

    async def may_publish(self, worker: str) -> bool:
        """Tell whether a worker is still the one that works on its partition.

        Then nobody begins it anew until the worker leaves, or is silent.
        """
        known = self._workers.get(worker)
        if known is None:
            return False
        known.heard_at, known.publishes = _now(), True
        return True

    async def fail(self, worker: str, reason: str) -> None:
        """Stop all, unless the worker is no longer the one that works on its partition."""
        if worker in self._workers:
            await self.stop(reason)

    async def standing(self) -> Standing:
        """Tell how all stand."""
        return Standing(self._budget.spent, Counter(self._states), self._stopped)

    async def _waited(
        self, worker: str, wait: Callable[[_Worker], Coroutine[Any, Any, _Granted]]
    ) -> _Granted | None:
        """Let a worker wait; None where it is taken for lost meanwhile, or all are stopped."""
        known = self._workers.get(worker)
        if known is None or self._stopped is not None:
            return None
        known.heard_at = _now()
        task = asyncio.create_task(wait(known))
        known.waiting.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            return None
        finally:
            known.waiting.discard(task)

    async def _published(self, partition: int) -> None:
        """Wait until nobody publishes a partition who is heard of."""
        for known in list(self._workers.values()):
            if known.partition != partition or not known.publishes:
                continue
            while not known.has_left.is_set() and (left_s := self._patience_s(known)) > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(known.has_left.wait(), left_s)

    def _patience_s(self, worker: _Worker) -> float:
        """Return how long a worker may go on saying nothing before it may be lost."""
        return worker.heard_at + self._silence_s - _now()

    def _why_not(self, worker: str) -> str | None:
        known = self._workers.get(worker)
        if known is None:
            return self._stopped or _LOST
        known.heard_at = _now()
        return self._stopped

    def _leave(self, worker: str) -> None:
        known = self._workers.pop(worker, None)
        if known is not None:
            for task in known.waiting:
                task.cancel()
            self._let_go(known)
            known.has_left.set()

    def _let_go(self, worker: _Worker) -> None:
        """Let what a worker has in flight count as billed, and as no longer there."""
        for worst in worker.aside:
            self._budget.settle(worst, worst)
        for begun_at in worker.in_flight:
            self._pace.ended(begun_at=begun_at, fault=ConnectionError("lost"))
        worker.aside.clear()
        worker.in_flight.clear()

    async def _watch(self) -> None:
        """Look after workers that are silent, for as long as there are any."""
        while True:
            await asyncio.sleep(self._silence_s / 4)
            for worker in self._workers.values():
                if self._patience_s(worker) < 0:
                    self._let_go(worker)


def _now() -> float:
    """Return the time, by the clock of the event loop."""
    return asyncio.get_running_loop().time()
