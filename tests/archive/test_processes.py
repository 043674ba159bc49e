"""Processes that work on an archive."""

import asyncio
import multiprocessing
import os
import signal
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from extractor.archive import processes
from extractor.archive.processes import awaited, begin_processes, result_of


def test_all_begin_at_once():
    """One that began while another's end is noticed would be waited for without an end."""
    before = {child.pid for child in multiprocessing.active_children()}

    with begin_processes(3) as pool:
        begun = {child.pid for child in multiprocessing.active_children()} - before
        done = {pool.submit(os.getpid).result(timeout=60) for _ in range(9)}

    assert len(begun) == 3
    assert done <= begun


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_where_one_is_killed_all_end(sign):
    """Whatever the others were about, nothing is waited for."""
    before = {child.pid for child in multiprocessing.active_children()}
    pool = begin_processes(3)
    for child in multiprocessing.active_children():
        if child.pid not in before:
            os.kill(child.pid, sign)
            break

    with pytest.raises(BrokenProcessPool):  # noqa: PT012
        for _ in range(9_999):
            result_of(pool, pool.submit(os.getpid))
    pool.shutdown(wait=True)

    assert {child.pid for child in multiprocessing.active_children()} <= before


def test_they_hear_no_interrupt():
    """Ctrl-C goes to all that a terminal runs: their parent alone is to say so."""
    with begin_processes(1) as pool:
        blocked = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result(timeout=60)
        handler = pool.submit(signal.getsignal, signal.SIGINT).result(timeout=60)

    assert signal.SIGINT in blocked
    assert handler == signal.SIG_IGN
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


class _Forgetful:
    """A pool that has lost a process, and with it what was asked meanwhile."""

    def submit(self, *_: object):
        raise BrokenProcessPool


@pytest.mark.parametrize(
    "waiting",
    [result_of, lambda pool, call: asyncio.run(_awaited(pool, call))],
    ids=["waited for", "awaited"],
)
def test_a_call_that_a_broken_pool_forgot_is_not_waited_for(waiting, monkeypatch):
    """It was made while the end of a process was noticed."""
    monkeypatch.setattr(processes, "_LOOK_S", 0.01)

    with pytest.raises(BrokenProcessPool):
        waiting(_Forgetful(), Future())


async def _awaited(pool, call):
    return await awaited(pool, call)


def test_what_a_call_raises_is_raised():
    """Also where it says that it took too long."""
    call: Future[None] = Future()
    call.set_exception(TimeoutError("of its own"))

    with pytest.raises(TimeoutError, match="of its own"):
        result_of(_Forgetful(), call)
