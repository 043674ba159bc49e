"""A private event loop on a thread of its own, on which blocking calls drive asynchronous code.

It works where a loop runs already (a notebook), and keeps connections open between calls.
"""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

from extractor.errors import UsageError

_Result = TypeVar("_Result")


class _LoopThread(threading.Thread):
    """A daemon thread that runs an event loop for as long as the process lives."""

    def __init__(self) -> None:
        super().__init__(name="extractor-loop", daemon=True)
        self.loop = asyncio.new_event_loop()

    def run(self) -> None:
        self.loop.run_forever()


_starting = threading.Lock()
_thread: _LoopThread | None = None


def run(coroutine: Coroutine[Any, Any, _Result]) -> _Result:
    """Run a coroutine to its end and return its result; an interrupt cancels it first.

    Raises:
        UsageError: called from asynchronous code on the private loop itself, where it would wait
            for its own end.
    """
    thread = _running_thread()
    if thread is threading.current_thread():
        coroutine.close()
        raise UsageError("extract() would wait for itself here; await extract_async() instead")
    future = asyncio.run_coroutine_threadsafe(coroutine, thread.loop)
    try:
        return future.result()
    except BaseException:
        future.cancel()
        raise


def _running_thread() -> _LoopThread:
    """Return the one thread of this process; a forked process has the object, but no thread."""
    global _thread  # noqa: PLW0603
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = _LoopThread()
            _thread.start()
        return _thread
