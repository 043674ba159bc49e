"""How many requests a second one gatekeeper lets pass, asked by one process on the same machine.

python -m benchmarks.gatekeeper         needs the extra `ray`

A request is what a worker's is: the worst case set aside, its turn, its end, what it cost.
"""

import asyncio
import os
import time
from decimal import Decimal

from extractor.archive.budget import Budget, Spending
from extractor.archive.cluster.engine import Engine, RayLine, require_ray
from extractor.archive.pace import Pace

N_AT_ONCE = 64
N_EACH = 20
WORST = Spending(Decimal("0.01"), 100)


async def requests(line: RayLine, n: int) -> None:
    """Let so many requests pass, one after the other."""
    for _ in range(n):
        refused = await line.ask("set_aside", "worker", WORST)
        begun_at = await line.ask("turn", "worker", WORST.tokens)
        assert refused is None
        line.tell("ended", "worker", begun_at, None)
        line.tell("settle", "worker", WORST, WORST)


async def rate(line: RayLine) -> float:
    """Return how many requests a second pass, many at once."""
    await line.ask("enter", "worker", 0)
    await asyncio.gather(*(requests(line, 2) for _ in range(N_AT_ONCE)))
    began = time.perf_counter()
    await asyncio.gather(*(requests(line, N_EACH) for _ in range(N_AT_ONCE)))
    return N_AT_ONCE * N_EACH / (time.perf_counter() - began)


def main() -> None:
    """Print the rate, and how busy the machine was."""
    ray = require_ray()
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="error")
    budget = Budget(max_usd=Decimal(1_000_000))
    line = Engine(ray).gatekeeper(budget, Pace(N_AT_ONCE), n_waiting=N_AT_ONCE)
    load = os.getloadavg()[0]
    print(f"gatekeeper: {asyncio.run(rate(line)):,.0f} requests/s; load average {load:.1f}")
    ray.shutdown()


if __name__ == "__main__":
    main()
