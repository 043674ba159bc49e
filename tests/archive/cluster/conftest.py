"""What the tests of clusters share: a way to a gatekeeper without Ray, and work to do."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.budget import NOTHING
from extractor.archive.cluster.gatekeeper import Gatekeeper
from extractor.archive.cluster.partition import Work
from extractor.archive.cluster.shuffle import partition_of, write_shuffled
from extractor.archive.entry import Entry
from extractor.archive.options import Options
from extractor.archive.pace import Pace
from extractor.archive.recipe import Recipe

sys.path.insert(0, str(Path(__file__).parents[1]))  # for the server that lies with the other tests


class NearLine:
    """The way to a gatekeeper in the same process."""

    def __init__(self, gatekeeper: Gatekeeper) -> None:
        self.gatekeeper = gatekeeper
        self._told: set[asyncio.Task[Any]] = set()

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says."""
        await asyncio.gather(*self._told)
        return await getattr(self.gatekeeper, method)(*arguments)

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method."""
        task = asyncio.get_running_loop().create_task(getattr(self.gatekeeper, method)(*arguments))
        self._told.add(task)
        task.add_done_callback(self._told.discard)


@pytest.fixture
def line() -> Callable[..., NearLine]:
    """Return a function that makes a way to a gatekeeper of its own."""

    def line(options: Options = Options(), *, concurrency: int = 4) -> NearLine:  # noqa: B008
        return NearLine(Gatekeeper(options.budget(spent=NOTHING), Pace(concurrency)))

    return line


@pytest.fixture
def work(tmp_path: Path) -> Callable[..., Work]:
    """Return a function that shuffles entries into one partition, to be worked on."""

    def work(
        entries: Sequence[Entry],
        *,
        recipe: Recipe = Recipe(("openai/mock",)),  # noqa: B008
        **options: Any,
    ) -> Work:
        folder = tmp_path / "out"
        (folder / "partitions").mkdir(parents=True, exist_ok=True)
        write_shuffled(
            [(partition_of(entry, 1, by_figures=True), entry) for entry in entries],
            folder / "shuffled" / "000000.jsonl",
            n_partitions=1,
            worker="w",
        )
        return Work(folder, recipe, Options(concurrency=4, **options), 1, 1)

    return work
