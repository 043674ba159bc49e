"""Processes of our own that work on an archive: begun together, ended with the one that began them."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import TypeVar

from extractor.archive.garbage import collect_seldom

_Result = TypeVar("_Result")

_LOOK_S = 5.0
"""How often it is looked whether a pool is whole, while it is waited for."""


def n_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def begin_processes(n_processes: int) -> ProcessPoolExecutor:
    """Begin processes that leave interrupts to this one and end with it, however it ends.

    All of them begin at once. A pool that notices that one was killed ends the others; one that it
    begins in that very moment it would overlook, and wait for it for ever.

    Args:
        n_processes: how many.
    """
    with _deaf_to_interrupts():
        pool = ProcessPoolExecutor(
            n_processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
        )
        for _ in range(n_processes):
            pool.submit(_nothing)
    return pool


def result_of(pool: ProcessPoolExecutor, call: Future[_Result]) -> _Result:
    """Wait for what a call to a pool returns; see `awaited`."""
    while not wait([call], _LOOK_S).done:
        _require(pool)
    return call.result()


async def awaited(pool: ProcessPoolExecutor, call: Future[_Result]) -> _Result:
    """Wait for what a call to a pool returns.

    A call that is made while the end of a process is noticed may be forgotten by the pool: what takes
    long is waited for as long as the pool says that it is whole.

    Raises:
        BrokenProcessPool: a process was ended from outside.
    """
    result = asyncio.wrap_future(call)
    while not (await asyncio.wait([result], timeout=_LOOK_S))[0]:
        _require(pool)
    return await result


def _require(pool: ProcessPoolExecutor) -> None:
    """Raise `BrokenProcessPool` where a pool has lost a process."""
    pool.submit(_nothing)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that are begun inside leave interrupts to this one from their first moment on."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # as it begins, it lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """Have a process begun."""


def _begin() -> None:
    """Make a process ready.

    It waits for work on a pipe whose other end it holds itself: without its parent, for ever.
    """
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
