"""The engine: Ray, which runs functions on all machines, and anew where a machine was lost."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from extractor.archive.budget import Budget
from extractor.archive.cluster.gatekeeper import SILENCE_S, Gatekeeper
from extractor.archive.cluster.gates import Line
from extractor.archive.pace import Pace
from extractor.errors import UsageError

Function = Callable[[int], Mapping[str, Any]]


def require_ray() -> Any:
    """Return Ray's module.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import ray
        import ray.data
    except ImportError:
        raise UsageError("--via ray needs Ray: pip install 'figurebook[ray]'") from None
    return ray


@dataclass(frozen=True)
class RayLine(Line):
    """The way to a gatekeeper that is an actor.

    Attributes:
        actor: its handle.
    """

    actor: Any

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says.

        Raises:
            ConnectionError: the actor is lost, or cannot be reached.
        """
        from ray.exceptions import RayActorError

        try:
            return await getattr(self.actor, method).remote(*arguments)
        except RayActorError as error:
            raise ConnectionError(" ".join(str(error).split())) from error

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method."""
        getattr(self.actor, method).remote(*arguments)


class Engine:
    """A cluster that is connected to.

    Args:
        ray: Ray's module.
    """

    def __init__(self, ray: Any) -> None:
        self._ray = ray

    @property
    def n_cores(self) -> int:
        """How many cores all machines have."""
        return max(int(self._ray.cluster_resources().get("CPU", 1)), 1)

    def gatekeeper(self, budget: Budget, pace: Pace, *, n_waiting: int) -> RayLine:
        """Start the gatekeeper on this machine, so that only its loss ends the run.

        Args:
            budget: what all may spend.
            pace: when their requests may go.
            n_waiting: how many workers' requests may wait at once.
        """
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        here = self._ray.get_runtime_context().get_node_id()
        actor = self._ray.remote(Gatekeeper).options(
            num_cpus=0,
            max_concurrency=2 * n_waiting + 1_000,
            scheduling_strategy=NodeAffinitySchedulingStrategy(here, soft=False),
        )
        return RayLine(actor.remote(budget, pace, silence_s=SILENCE_S))

    def call(self, line: RayLine, method: str, *arguments: Any) -> Any:
        """Call a gatekeeper's method and wait for what it says."""
        return self._ray.get(getattr(line.actor, method).remote(*arguments))

    def spread(
        self, function: Function, numbers: Sequence[int], *, n_at_once: int
    ) -> Iterator[Any]:
        """Call a function with each number, on all machines, and give the results as they come.

        The calls are Ray Data's tasks and not a pool of its actors: a task that was lost is begun
        anew wherever there is room, while a lost actor waits for a place of its own, which a
        cluster that has become smaller may not have.

        Args:
            function: what is called; whatever it needs is in it.
            numbers: what it is called with.
            n_at_once: how many calls to make at once at most.
        """

        def do(batch: Mapping[str, Any]) -> dict[str, list[Any]]:
            return {"result": [dict(function(int(number))) for number in batch["number"]]}

        if not numbers:
            return
        data = self._ray.data
        data.DataContext.get_current().enable_progress_bars = False
        rows = data.from_items(
            [{"number": number} for number in numbers], override_num_blocks=len(numbers)
        )
        pool = data.TaskPoolStrategy(min(n_at_once, len(numbers)))
        done = rows.map_batches(do, batch_size=1, num_cpus=1, compute=pool)
        for row in done.iter_rows():
            yield row["result"]


@contextmanager
def connected(address: str | None) -> Iterator[Engine]:
    """Connect to a cluster, or to one on this machine alone, until the block ends.

    Args:
        address: the cluster's; None for the one that Ray finds, else one on this machine.

    Raises:
        UsageError: Ray is not installed, or there is no such cluster.
    """
    ray = require_ray()
    is_ours = not ray.is_initialized()
    if is_ours:
        logging.getLogger("ray.data").setLevel(logging.ERROR)  # it tells of each step
        try:
            ray.init(address=address, logging_level="warning", log_to_driver=False)
        except (ConnectionError, ValueError, RuntimeError) as error:
            where = "Ray" if address is None else f"--address {address}"
            raise UsageError(
                f"{where}: no cluster answers ({error}); name one with --address or in RAY_ADDRESS, "
                "or unset both to use this machine alone"
            ) from error
    try:
        yield Engine(ray)
    finally:
        if is_ours:
            ray.shutdown()
