"""One run of one client, in its own environment and process: prints what it took as JSON.

python -m benchmarks.peers.measure CLIENT --base-url URL --n 300 --in-flight 16 --set QUERY
"""

import argparse
import asyncio
import json
import os
import resource
import time
import urllib.request
from collections.abc import Iterable, Iterator

from benchmarks.peers.clients import CLIENTS, Batch, Client
from benchmarks.peers.fixture import article

_WARM = 9_000_000
"""From this number on, articles are there to warm up."""


async def extract_all(client: Client | Batch, texts: Iterable[str], n_in_flight: int) -> None:
    """Extract from all articles, so many at once."""
    if hasattr(client, "extract_all"):
        await client.extract_all(texts)
        return
    waiting: Iterator[str] = iter(texts)

    async def work() -> None:
        for text in waiting:
            assert await client.extract(text) is not None

    await asyncio.gather(*[work() for _ in range(n_in_flight)])


async def measured(options: argparse.Namespace) -> dict[str, float]:
    """Warm up, tell the service what to do, and measure.

    Returns:
        Milliseconds of processor time an article, seconds on the clock, and MiB at most.
    """
    client = CLIENTS[options.client].make(options.base_url, options.in_flight)
    warm = [article(_WARM + number) for number in range(options.in_flight)]
    await extract_all(client, warm, options.in_flight)
    root = options.base_url.removesuffix("/v1")
    urllib.request.urlopen(f"{root}/set?{options.set}").read()  # noqa: ASYNC210  nothing else runs
    texts = [article(number) for number in range(options.n)]
    clock_s, cpu_s = time.perf_counter(), time.process_time()
    await extract_all(client, texts, options.in_flight)
    clock_s, cpu_s = time.perf_counter() - clock_s, time.process_time() - cpu_s
    await client.aclose()
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"cpu_ms": cpu_s / options.n * 1000, "clock_s": clock_s, "peak_mib": peak_kib / 1024}


def main() -> None:
    """Measure one client."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("client", choices=CLIENTS)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--n", type=int, required=True)
    parser.add_argument("--in-flight", type=int, required=True)
    parser.add_argument("--set", required=True)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    os.sched_setaffinity(0, {options.core})
    print(json.dumps(asyncio.run(measured(options))))


if __name__ == "__main__":
    main()
