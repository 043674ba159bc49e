"""The gates of a worker: a budget and a pace that the gatekeeper of all machines keeps."""

from collections.abc import Mapping
from typing import Any, Protocol

from extractor.archive.budget import Budget, Spending
from extractor.archive.pace import Pace
from extractor.archive.stops import Stop
from extractor.models.retry import TransientError

_TOLD = "x-ratelimit-"


class Line(Protocol):
    """The way to the gatekeeper; the methods are those of `Gatekeeper`."""

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says.

        Raises:
            ConnectionError: the gatekeeper does not answer.
        """
        ...

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method; calls are made in their order."""
        ...


class SharedBudget(Budget):
    """The part of a worker in the budget of all.

    Args:
        line: the way to the gatekeeper.
        worker: the worker's name.
        max_usd: US dollars that all may spend; None for no limit.
        max_tokens: tokens, likewise.
    """

    def __init__(
        self, line: Line, worker: str, *, max_usd: Any = None, max_tokens: int | None = None
    ) -> None:
        super().__init__(max_usd=max_usd, max_tokens=max_tokens)
        self._gatekeeper = line
        self._worker = worker

    async def set_aside(self, worst: Spending) -> None:
        """Set the worst case of a request aside, once there is room for it.

        Raises:
            Stop: there is none, or the run makes no further request.
        """
        if self.is_limited:
            reason = await _asked(self._gatekeeper, "set_aside", self._worker, worst)
            if reason is not None:
                raise Stop(reason)

    def settle(self, worst: Spending, actual: Spending) -> None:
        """Replace what was set aside by what a request may have cost at most."""
        self._spent += actual
        self._gatekeeper.tell("settle", self._worker, worst, actual)


class SharedPace(Pace):
    """The part of a worker in the pace of all.

    Args:
        line: the way to the gatekeeper.
        worker: the worker's name.
    """

    def __init__(self, line: Line, worker: str) -> None:
        super().__init__(1)
        self._gatekeeper = line
        self._worker = worker

    async def turn(self, n_tokens: int) -> float:
        """Wait until the next request may go; return the moment, by the gatekeeper's clock.

        Raises:
            Stop: the run makes no further request.
        """
        begun_at = await _asked(self._gatekeeper, "turn", self._worker, n_tokens)
        if isinstance(begun_at, str):
            raise Stop(begun_at)
        return float(begun_at)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Note what an answer's headers say of the service's limits."""
        told = {name: value for name, value in headers.items() if name.lower().startswith(_TOLD)}
        if told:
            self._gatekeeper.tell("heard", {name.lower(): told[name] for name in told})

    def ended(self, *, begun_at: float, fault: Exception | None) -> None:
        """Count a request as no longer in flight, and learn from how it ended."""
        self._gatekeeper.tell("ended", self._worker, begun_at, _plain(fault))


async def _asked(line: Line, method: str, *arguments: Any) -> Any:
    """Ask the gatekeeper; without an answer no request is made, and no article is to blame.

    Raises:
        Stop: it does not answer.
    """
    try:
        return await line.ask(method, *arguments)
    except ConnectionError as error:
        raise Stop(f"the machine that the run was begun on does not answer ({error})") from error


def _plain(fault: Exception | None) -> Exception | None:
    """Return a fault that can be sent anywhere, with what the pace learns from."""
    if isinstance(fault, TransientError):
        return TransientError(str(fault), wait_s=fault.wait_s, status=fault.status)
    return None if fault is None else RuntimeError(str(fault))
