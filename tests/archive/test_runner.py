"""The runner holds nothing of what is done: a large archive takes no more memory than a small one."""

import asyncio
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from extractor.api import extract
from extractor.archive.budget import Budget
from extractor.archive.entry import Entry
from extractor.archive.job import Job
from extractor.archive.keeping import Gates
from extractor.archive.ledger import Ledger
from extractor.archive.outcome import Outcome
from extractor.archive.pace import Pace
from extractor.archive.recipe import Recipe
from extractor.archive.runner import Limits, Runner
from extractor.article import Article

RECIPE = Recipe(("rules",))
TEXT = "News of the river\nIt was seen by many people on the bank. " * 10


class AtOnce:
    """Answers every job with one outcome that was made before."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    async def answer(self, job: Job) -> Outcome:  # noqa: ARG002  all are alike
        """Give the outcome."""
        return self._outcome

    async def aclose(self) -> None:
        """Close nothing."""


def entries(n: int) -> Iterator[Entry]:
    """Make so many entries, one at a time."""
    for number in range(n):
        yield Entry(f"{number}.txt", Article(f"{TEXT}{number}"))


def peak_bytes(path: Path, n: int) -> int:
    """Return the most memory that a run over so many articles takes."""
    answering = AtOnce(Outcome.of(extract(TEXT, model="rules")))

    async def run() -> None:
        with Ledger(path, RECIPE) as ledger:
            gates = Gates(ledger.attempts, Budget(), Pace(8), 1000)
            runner = Runner(ledger, answering, gates, limits=Limits(n_in_work=8))
            progress = await runner.run(entries(n))
            assert progress.n_done == n

    tracemalloc.start()
    asyncio.run(run())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """Four times as many articles take at most a fifth more."""
    peak_bytes(tmp_path / "first.db", 50)  # what is loaded once is loaded

    small = peak_bytes(tmp_path / "small.db", 250)
    large = peak_bytes(tmp_path / "large.db", 1000)

    assert large <= 1.2 * small
