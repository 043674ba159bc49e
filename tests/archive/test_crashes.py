"""Kill -9 at every kind of moment, and what a second run makes of it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_process import POINTS
from counting_server import Asked, CountingServer, Said

from extractor.archive.accounts import Accounts
from extractor.archive.progress import Progress

SCRIPT = Path(__file__).with_name("batch_process.py")
N_ARTICLES = 12
CONCURRENCY = 3


def run_apart(
    tmp_path: Path, subjects: list[str], **options: object
) -> "subprocess.CompletedProcess[str]":
    """Run a batch over articles about these subjects in a process of its own."""
    folder = tmp_path / "articles"
    folder.mkdir(exist_ok=True)
    for subject in subjects:
        (folder / f"{subject}.txt").write_text(f"News of {subject}\nThe {subject} was seen.")
    told = {
        "folder": str(folder),
        "ledger": str(tmp_path / "ledger.db"),
        "concurrency": CONCURRENCY,
        **options,
    }
    return subprocess.run(
        [sys.executable, str(SCRIPT), json.dumps(told)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment(),
    )


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_any_moment_loses_nothing_and_asks_at_most_what_was_in_flight(
    tmp_path: Path, server: CountingServer, batch: Callable[..., Progress], point: str
) -> None:
    """Each article needs two replies; after the kill, no reply that was kept is asked for again."""
    subjects = [f"subject-{letter}{letter}" for letter in "abcdefghijkl"]
    server.answer = lambda asked: Said("{", after_s=0.02) if is_first(asked) else Said()

    killed = run_apart(tmp_path, subjects, kill_at=point, nth=5)
    n_kept_before = kept_replies(tmp_path / "ledger.db")
    n_asked_before = server.counts.total()
    progress = batch(texts(tmp_path / "articles"), concurrency=CONCURRENCY)

    with Accounts(tmp_path / "ledger.db") as accounts:
        results = list(accounts.results())
    n_asked_after = server.counts.total() - n_asked_before
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert progress.stopped is None
    assert [result.envelope["status"] for result in results] == ["no_event"] * N_ARTICLES
    assert len({result.places[0].place for result in results}) == N_ARTICLES
    assert all(len(result.envelope["attempts"]) == 2 for result in results)
    assert n_asked_after == 2 * N_ARTICLES - n_kept_before
    assert server.counts.total() <= 2 * N_ARTICLES + CONCURRENCY


def test_what_was_in_flight_at_a_kill_counts_against_the_budget(
    tmp_path: Path, server: CountingServer
) -> None:
    """Nobody knows what it cost, so it is taken to have cost the most."""
    run_apart(tmp_path, ["subject-aa"], kill_at="before a reply is kept", nth=1)

    with Accounts(tmp_path / "ledger.db") as accounts:
        _, n_tokens = accounts.attempts.spent()
    assert server.counts.total() == 1
    assert n_tokens > 16_000


def is_first(asked: Asked) -> bool:
    """Tell whether a request is the first of its dialogue: the second names the fault."""
    return "could not be used" not in asked.body["messages"][-1]["content"]


def kept_replies(ledger: Path) -> int:
    """Count the replies in a ledger."""
    connection = sqlite3.connect(ledger)
    try:
        return connection.execute("SELECT count(reply) FROM attempts").fetchone()[0]
    finally:
        connection.close()


def texts(folder: Path) -> list[object]:
    """Read a folder of texts as the process does."""
    from batch_process import entries

    return list(entries(folder))


def environment() -> dict[str, str]:
    """Return the environment of a process that finds what this one does, and starts fast."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
