"""What the tests of clusters share: a way to a gatekeeper without Ray, and work to do."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.budget import NOTHING
from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.gatekeeper import Gatekeeper
from extractor.archive.cluster.journal import Journal
from extractor.archive.cluster.partition import Work
from extractor.archive.cluster.shuffle import partition_of, write_shuffled
from extractor.archive.entry import Entry
from extractor.archive.options import Options
from extractor.archive.pace import Pace
from extractor.archive.recipe import Recipe

IN_FLIGHT = {
    "id": 1,
    "job": 1,
    "model": "openai/mock",
    "purpose": "draft",
    "turn": 1,
    "request_sha256": "0",
    "asked_at": "2026-11-27",
    "reply": None,
    "spent_usd": "0.5",
    "spent_tokens": 7,
}
"""A request that a worker had not heard of when its machine was lost."""


class NearLine:
    """The way to a gatekeeper in the same process, on an event loop of its own as an actor has it."""

    def __init__(self, gatekeeper: Gatekeeper, loop: asyncio.AbstractEventLoop) -> None:
        self.gatekeeper = gatekeeper
        self._loop = loop
        self._told: list[Future[Any]] = []

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says."""
        told, self._told = self._told, []
        await asyncio.gather(*map(asyncio.wrap_future, told))
        return await asyncio.wrap_future(self._call(method, *arguments))

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method."""
        self._told.append(self._call(method, *arguments))

    def _call(self, method: str, *arguments: Any) -> Future[Any]:
        called = getattr(self.gatekeeper, method)(*arguments)
        return asyncio.run_coroutine_threadsafe(called, self._loop)


@pytest.fixture
def line() -> Iterator[Callable[..., NearLine]]:
    """Return a function that makes a way to a gatekeeper of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def line(options: Options = Options(), *, concurrency: int = 4) -> NearLine:  # noqa: B008
        return NearLine(Gatekeeper(options.budget(spent=NOTHING), Pace(concurrency)), loop)

    async def end_all() -> None:
        """Let nothing wait that a lost worker has left behind."""
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    yield line
    asyncio.run_coroutine_threadsafe(end_all(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


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


@pytest.fixture
def leave_in_flight() -> Callable[..., None]:
    """Return a function that notes a request of a lost worker in a partition's journals."""

    def leave_in_flight(folder: Folder, partition: int = 0) -> None:
        with Journal(folder.journals(partition), "0-lost") as noted:
            noted(IN_FLIGHT)

    return leave_in_flight
