"""A feed: what a reader gives, read on a thread of its own, so that the run does not wait for it."""

import asyncio
import queue
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_BATCH = 100
_BATCH_S = 0.05


class Feed(Generic[_Item]):
    """Items of an iterable in batches, each read when it is asked for.

    The thread is a daemon: one that waits for standing input does not keep the process.

    Args:
        items: what is read; only the thread touches it.
    """

    def __init__(self, items: Iterable[_Item]) -> None:
        self._items = iter(items)
        self._wanted: queue.SimpleQueue[asyncio.Future[list[_Item]] | None] = queue.SimpleQueue()
        self._waiting: asyncio.Future[list[_Item]] | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._read, name="archive-reader", daemon=True)
        self._thread.start()

    async def next(self) -> list[_Item]:
        """Return the next batch; an empty one at the end, or once the feed is closed.

        Raises:
            BaseException: what the iterable raised.
        """
        if self._is_closed:
            return []
        self._waiting = asyncio.get_running_loop().create_future()
        self._wanted.put(self._waiting)
        return await self._waiting

    def close(self) -> None:
        """Read no more; whoever waits for a batch gets an empty one."""
        self._is_closed = True
        self._wanted.put(None)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result([])

    def _read(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            loop = wanted.get_loop()
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                try:
                    batch = self._batch()
                except BaseException as error:  # noqa: BLE001  it goes to whoever asked, a panic too
                    loop.call_soon_threadsafe(_settle, wanted, error)
                else:
                    loop.call_soon_threadsafe(_settle, wanted, batch)

    def _batch(self) -> list[_Item]:
        """Read some items: as many as there is time for, at least one where there is one."""
        batch: list[_Item] = []
        until = time.monotonic() + _BATCH_S
        for item in self._items:
            batch.append(item)
            if len(batch) >= _BATCH or time.monotonic() >= until:
                break
        return batch


def _settle(future: asyncio.Future[list[_Item]], outcome: list[_Item] | BaseException) -> None:
    if future.done():  # the feed was closed meanwhile
        return
    if isinstance(outcome, BaseException):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
