"""A private event loop on a thread of its own, on which blocking calls drive asynchronous code.

It works where a loop runs already (a notebook), keeps connections open between calls, and closes
them in order when the interpreter exits.
"""

import asyncio
import atexit
import threading
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from typing import Any, Protocol, TypeVar, runtime_checkable
from weakref import WeakSet

from extractor.errors import UsageError

_Result = TypeVar("_Result")

_GRACE_S = 5.0
"""How long to wait for what was cancelled to come to its end."""


@runtime_checkable
class Closable(Protocol):
    """Something that holds connections of the loop on which it is used."""

    async def aclose(self) -> None:
        """Close the connections of the running event loop."""
        ...


class _LoopThread(threading.Thread):
    """A daemon thread that runs an event loop until it is told to close it."""

    def __init__(self) -> None:
        super().__init__(name="extractor-loop", daemon=True)
        self.loop = asyncio.new_event_loop()
        self.loop.slow_callback_duration = float("inf")  # nobody else waits for it
        self.used: WeakSet[Closable] = WeakSet()
        self._is_over = asyncio.Event()

    def run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self._serve())

    def close(self) -> None:
        """Cancel what still runs, close what was used, and end the thread."""
        if self.is_alive():
            self.loop.call_soon_threadsafe(self._is_over.set)
            self.join(_GRACE_S)

    async def _serve(self) -> None:
        await self._is_over.wait()
        running = asyncio.all_tasks() - {asyncio.current_task()}
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for closable in tuple(self.used):
            with suppress(Exception):  # there is nobody left to tell
                await closable.aclose()


_starting = threading.Lock()
_thread: _LoopThread | None = None


def run(coroutine: Coroutine[Any, Any, _Result], *, using: Iterable[object] = ()) -> _Result:
    """Run a coroutine to its end and return its result.

    An interrupt cancels the coroutine, and is raised once that has come to its end, or after 5 s.

    Args:
        coroutine: what to run.
        using: what it uses; of these, those with `aclose` are closed when the interpreter exits.

    Raises:
        UsageError: called from asynchronous code on the private loop itself, where it would wait
            for its own end.
    """
    thread = _running_thread()
    if thread is threading.current_thread():
        coroutine.close()
        raise UsageError("extract() would wait for itself here; await extract_async() instead")
    thread.used.update(each for each in using if isinstance(each, Closable))
    has_ended = threading.Event()

    async def watched() -> _Result:
        try:
            return await coroutine
        finally:
            has_ended.set()

    future = asyncio.run_coroutine_threadsafe(watched(), thread.loop)
    try:
        return future.result()
    except BaseException:
        if future.cancel():
            has_ended.wait(_GRACE_S)
        raise


def close() -> None:
    """Close the loop in order, if there is one; the next call of `run` begins another."""
    if _thread is not None:
        _thread.close()


atexit.register(close)


def _running_thread() -> _LoopThread:
    """Return the one thread of this process; a forked process has the object, but no thread."""
    global _thread  # noqa: PLW0603
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = _LoopThread()
            _thread.start()
        return _thread
