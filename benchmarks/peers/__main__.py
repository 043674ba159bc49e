"""Clients for structured extraction beside ours: `make bench-peers`.

python -m benchmarks.peers [--only "ours,instructor TOOLS"] [--rounds 2] [--quick]

Prints three tables as Markdown: processor time an article, efficiency at 500 ms (what waiting alone
would take, divided by what it took), and bytes where a fifth of the answers is wrong. The rounds of a
row run one after the other, and the best counts, since a shared machine only ever makes them worse.
Compare rows of one run only.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.peers.clients import CLIENTS
from benchmarks.peers.environments import python_of, variables
from benchmarks.peers.fixture import ARTICLE_CHARS

_PORT = 8766
_ROOT = f"http://127.0.0.1:{_PORT}"
_LATENCY_S = 0.5
_WRONG = 0.2


class Load(NamedTuple):
    """What a run consists of."""

    n: int
    in_flight: int
    latency_s: float = 0.0
    wrong: float = 0.0

    @property
    def waiting_s(self) -> float:
        """Seconds that waiting alone takes."""
        return self.n * self.latency_s / self.in_flight


def run(name: str, python: Path, load: Load) -> dict[str, Any]:
    """Measure a client once; `fault` says why there is nothing to tell."""
    setting = f"latency_ms={1000 * load.latency_s:g}&wrong={load.wrong:g}"
    command = [python, "-m", "benchmarks.peers.measure", name, "--base-url", f"{_ROOT}/v1"]
    sizes = ["--n", str(load.n), "--in-flight", str(load.in_flight), "--set", setting]
    _get("/set?latency_ms=0&wrong=0")
    ran = subprocess.run(
        [*command, *sizes], capture_output=True, text=True, env=variables(), check=False
    )
    if ran.returncode:
        return {"fault": (ran.stderr.splitlines() or ["?"])[-1]}
    return {**json.loads(ran.stdout.splitlines()[-1]), **_get("/counts")}


def best(rounds: Sequence[dict[str, Any]], key: str) -> dict[str, Any]:
    """Return the round with the least of something, or the fault of all."""
    whole = [each for each in rounds if "fault" not in each]
    return min(whole, key=lambda each: each[key]) if whole else rounds[0]


def print_table(
    heading: Sequence[str],
    pythons: dict[str, Path],
    measure: Callable[[str, Path], Sequence[str]],
) -> None:
    """Print a table with a row for each client, as it is measured."""
    print(f"\n| {' | '.join(('client', *heading))} |\n|---{'|--:' * len(heading)}|")
    for name, python in pythons.items():
        print(f"| {' | '.join((name, *measure(name, python)))} |", flush=True)


def cpu_cells(name: str, python: Path, *, n: int, rounds: int) -> Sequence[str]:
    """Return processor time an article and memory, without latency."""
    found = best([run(name, python, Load(n, 16)) for _ in range(rounds)], "cpu_ms")
    if "fault" in found:
        return (found["fault"], "", "")
    return (f"{found['cpu_ms']:.2f}", f"{found['peak_mib']:.0f}", f"{found['server_cpu_s']:.2f}")


def waiting_cells(name: str, python: Path, *, loads: Sequence[Load], rounds: int) -> Sequence[str]:
    """Return efficiency and processor time an article at each number in flight."""
    cells = []
    for load in loads:
        found = best([run(name, python, load) for _ in range(rounds)], "clock_s")
        if "fault" in found:
            return (found["fault"],)
        efficiency = load.waiting_s / found["clock_s"]
        cells.append(f"{efficiency:.2f} ({found['cpu_ms']:.1f} ms)")
    return cells


def byte_cells(name: str, python: Path, *, n: int) -> Sequence[str]:
    """Return the bytes of requests where a fifth of the answers is wrong."""
    found = run(name, python, Load(n, 16, wrong=_WRONG))
    if "fault" in found:
        return (found["fault"],)
    first = found["first_bytes"] / found["first_requests"]
    again = found["again_bytes"] / found["again_requests"]
    all_bytes = (found["first_bytes"] + found["again_bytes"]) / n
    return (
        f"{found['requests'] / n:.3f}",
        f"{first:,.0f}",
        f"{again:,.0f}",
        f"{again / first:.2f}",
        f"{all_bytes:,.0f} (+{all_bytes / first - 1:.0%})",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--only", help="clients with commas between; instead of all")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="a quarter of the articles")
    options = parser.parse_args(arguments)
    names = options.only.split(",") if options.only else [*CLIENTS]
    pythons = {name: python_of(CLIENTS[name].environment) for name in names}
    ready = {name: python for name, python in pythons.items() if python is not None}
    share = 4 if options.quick else 1
    loads = [Load(n // share, m, _LATENCY_S) for n, m in ((256, 16), (2048, 64), (2048, 256))]
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {_machine()}, {_load_average()}")
    print(f"articles of {ARTICLE_CHARS:,} characters; client and server have a core each")
    with serving():
        print_table(
            ("CPU ms an article", "peak MiB", "server's CPU s"),
            ready,
            lambda name, python: cpu_cells(name, python, n=400 // share, rounds=options.rounds),
        )
        print(f"\n{_load_average()}; efficiency at {_LATENCY_S} s (CPU an article)")
        print_table(
            [f"{load.in_flight} in flight" for load in loads],
            ready,
            lambda name, python: waiting_cells(name, python, loads=loads, rounds=options.rounds),
        )
        print(f"\n{_load_average()}; bytes, {_WRONG:.0%} of the answers wrong")
        print_table(
            ("requests", "first request", "asked again", "ratio", "bytes an article"),
            {name: python for name, python in ready.items() if name != "ours with ledger"},
            lambda name, python: byte_cells(name, python, n=400 // share),
        )
    print(f"\n{time.strftime('%H:%M')}, {_load_average()}")


@contextmanager
def serving() -> Iterator[None]:
    """Run the server, in the plainest environment."""
    python = python_of("raw") or Path(sys.executable)
    command = [python, "-m", "benchmarks.peers.server", "--port", str(_PORT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert "serving" in server.stdout.readline()
        try:
            yield
        finally:
            server.terminate()


def _get(path: str) -> dict[str, Any]:
    with urllib.request.urlopen(_ROOT + path) as answer:
        said: dict[str, Any] = json.load(answer)
    return said


def _load_average() -> str:
    return "load average {:.1f}, {:.1f}, {:.1f}".format(*os.getloadavg())


def _machine() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(models)} x {models[0]}, Python {sys.version.split()[0]}"


if __name__ == "__main__":
    main()
