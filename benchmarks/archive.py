"""How many articles a second go through `rules` into a ledger, and how memory grows meanwhile.

python -m benchmarks.archive [N] [--other-news 9]    5,000 articles; 100,000 take some minutes

The articles are the gold's, again and again, each with a sum of its own, so that none repeats
another; before each of them stands as much other news as is asked for, as in an archive. All is there:
dividing among processes, extracting, checks, near-duplicates, the ledger.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from extractor.archive.batch import Options, run_batch
from extractor.archive.entry import Entry
from extractor.archive.progress import Done, Progress
from extractor.archive.recipe import Recipe
from extractor.article import Article
from extractor.packaged import packaged_folder

N_ARTICLES = 5_000


def entries(n: int, *, n_other: int = 0) -> Iterator[Entry]:
    """Make so many articles, one at a time.

    Args:
        n: how many.
        n_other: how many articles of other news stand before each of the gold's.
    """
    gold, other = (cycle(_articles(folder)) for folder in ("gold", "gold/ordinary"))
    for number in range(n):
        is_gold = number % (n_other + 1) == n_other
        article = next(gold if is_gold else other)
        text = f"{article.text}\nThe paper's fund holds {1_000_000 + number} yuan."
        yield Entry(f"{number}.txt", Article(text, article.published))


def _articles(folder: str) -> list[Article]:
    return [
        Article.read(path) for path in sorted((packaged_folder("evals") / folder).glob("*.txt"))
    ]


class Watch:
    """What is seen from outside while a batch runs.

    Attributes:
        early_mib: memory of all processes when a tenth of the articles is done.
        late_mib: memory when all are done.
    """

    def __init__(self, n: int) -> None:
        self.early_mib = self.late_mib = 0.0
        self._n = n
        self._n_done = 0

    def note(self, _: Done, __: Progress) -> None:
        """Look at the memory where it is time to."""
        self._n_done += 1
        if self._n_done == self._n // 10:
            self.early_mib = memory_mib()
        if self._n_done == self._n:
            self.late_mib = memory_mib()


def memory_mib() -> float:
    """Return the resident memory of this process and those that it has started."""
    tasks = Path("/proc/self/task").glob("*/children")
    pids = [str(os.getpid()), *(pid for task in tasks for pid in task.read_text().split())]
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(arguments: Sequence[str] | None = None) -> None:
    """Print rate, share of the main process, memory and size of the ledger."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("n", type=int, nargs="?", default=N_ARTICLES)
    parser.add_argument(
        "--other-news", type=int, default=0, metavar="N", help="for each of the gold's"
    )
    options = parser.parse_args(arguments)
    n, n_other = options.n, options.other_news
    watch = Watch(n)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        clock_s, cpu_s = time.perf_counter(), time.process_time()
        progress = asyncio.run(
            run_batch(
                entries(n, n_other=n_other),
                ledger=ledger,
                recipe=Recipe(("rules",)),
                options=Options(),
                on_done=watch.note,
            )
        )
        clock_s, cpu_s = time.perf_counter() - clock_s, time.process_time() - cpu_s
        ledger_kib = ledger.stat().st_size / 1024 / n
    states = ", ".join(f"{count:,} {state}" for state, count in sorted(progress.states.items()))
    print(
        f"archive through rules, {n:,} articles, {n_other} of other news to each of the gold's; "
        f"load average before {load:.1f}, after {os.getloadavg()[0]:.1f}"
    )
    print(f"  {n / clock_s:,.0f} articles/s; in the main process {1000 * cpu_s / n:.2f} ms each")
    print(
        f"  memory of all processes: {watch.early_mib:.0f} MiB at a tenth, "
        f"{watch.late_mib:.0f} MiB at the end"
    )
    print(f"  {ledger_kib:.1f} KiB an article in the ledger; {states}")


if __name__ == "__main__":
    main()
