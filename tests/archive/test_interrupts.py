"""Ctrl-C: once to end in order, twice to end at once; nothing is lost either way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from counting_server import Asked, CountingServer, Said

from extractor.archive.accounts import Accounts
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress

N_ARTICLES = 12
COMMAND = "import sys; from extractor.cli import main; sys.argv[0] = 'extractor'; main()"


@contextmanager
def running_command(ledger: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run `extractor batch` on what waits in a ledger, in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = ["batch", "--ledger", str(ledger), "--model", "openai/mock", "--concurrency", "2"]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *command, "--log-json"],
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def waiting(
    server: CountingServer, batch: Callable[..., Progress], articles: Callable[[int], list[Entry]]
) -> None:
    """Fill the ledger with articles that wait."""
    server.answer = lambda _: Said("bad key", status=401)
    batch(articles(N_ARTICLES), give_up_after=1, concurrency=1)
    server.counts.clear()


@pytest.mark.usefixtures("waiting")
def test_ctrl_c_once_waits_for_what_is_in_flight_and_keeps_it(
    server: CountingServer, batch: Callable[..., Progress], ledger_path: Path
) -> None:
    """No further request is made; the replies that come are kept, and the next run goes on."""
    server.answer = lambda _: Said(after_s=0.4)

    with running_command(ledger_path) as process:
        wait_until(lambda: server.counts.total() >= 4)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    n_asked = server.counts.total()
    end = json.loads(errors.splitlines()[-2])
    server.answer = lambda _: Said()
    progress = batch([])

    assert process.returncode == 130
    assert "interrupted" in errors.splitlines()[-1]
    assert end["event"] == "end"
    assert end["states"] == {"no_event": n_asked}
    assert progress.states == {"no_event": N_ARTICLES - n_asked}
    assert set(server.counts.values()) == {1}


@pytest.mark.usefixtures("waiting")
def test_ctrl_c_twice_ends_at_once_and_asks_only_what_was_in_flight_again(
    server: CountingServer, batch: Callable[..., Progress], ledger_path: Path
) -> None:
    """A service that hangs does not keep the process."""
    server.answer = lambda _: Said(after_s=0.05 if server.counts.total() < 5 else 60)

    with running_command(ledger_path) as process:
        wait_until(lambda: server.counts.total() >= 6)
        process.send_signal(signal.SIGINT)
        time.sleep(1)  # it has heard the first one; two at once would be one
        sent_at = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        took_s = time.monotonic() - sent_at
    server.answer = lambda _: Said()
    progress = batch([])

    assert process.returncode == 130
    assert took_s < 6  # it would wait eight seconds for what is in flight
    assert progress.states["no_event"] == N_ARTICLES - 4
    assert server.counts.total() <= N_ARTICLES + 2
    with Accounts(ledger_path) as accounts:
        assert len(list(accounts.results())) == N_ARTICLES


def test_a_second_process_on_one_ledger_is_refused(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
    ledger_path: Path,
) -> None:
    """It is told which process works on it, and the first is not disturbed."""
    refused: list[str] = []

    def answer(_: Asked) -> Said:
        if not refused:
            refused.append("")
            with running_command(ledger_path) as process:
                refused[0] = process.communicate(timeout=60)[1]
            assert process.returncode == 2
        return Said()

    server.answer = answer

    progress = batch(articles(3), concurrency=1)

    assert f"another process works on it (process {os.getpid()} on " in refused[0]
    assert progress.states == {"no_event": 3}


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, a minute at most."""
    until = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
