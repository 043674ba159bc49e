"""A large run that is killed at many random moments, against a service that counts."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(
    0, str(Path(__file__).parents[1] / "archive")
)  # for the server and the process that its tests share

from counting_server import CountingServer, Said, running

from extractor.archive.accounts import Accounts

SCRIPT = Path(__file__).parents[1] / "archive" / "batch_process.py"
N_ARTICLES = int(os.environ.get("ARCHIVE_KILL_ARTICLES", "2000"))
N_KILLS = int(os.environ.get("ARCHIVE_KILLS", "50"))
CONCURRENCY = 16
ANSWER_S = 0.02


@pytest.mark.engines
def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    """Every article is in the ledger once; at most what was in flight was asked again."""
    folder, ledger = tmp_path / "articles", tmp_path / "ledger.db"
    folder.mkdir()
    for number in range(N_ARTICLES):
        subject = "subject-" + "".join("abcdefghij"[int(digit)] for digit in f"{number:05}")
        (folder / f"{subject}.txt").write_text(f"News of {subject}\nThe {subject} was seen.")
    chance = random.Random(20261126)

    with running() as server:
        server.answer = lambda _: Said(after_s=ANSWER_S)
        for _ in range(N_KILLS):
            run(server, folder, ledger, kill_after=chance.uniform(0.0, 25 / N_KILLS))
        last = run(server, folder, ledger)

    with Accounts(ledger) as accounts:
        places = [result.places[0].place for result in accounts.results()]
    assert last.returncode == 0, last.stderr
    assert len(places) == len(set(places)) == N_ARTICLES
    assert server.counts.total() <= N_ARTICLES + N_KILLS * CONCURRENCY
    assert max(server.counts.values()) <= 1 + N_KILLS


def run(
    server: CountingServer, folder: Path, ledger: Path, *, kill_after: float | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run the batch, and kill it so many seconds after its first request of this time."""
    told = {"folder": str(folder), "ledger": str(ledger), "concurrency": CONCURRENCY}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), json.dumps(told)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            **kept,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "OPENAI_BASE_URL": server.address,
            "OPENAI_API_KEY": "no-key",
        },
    )
    if kill_after is not None:
        n_before = server.counts.total()
        while process.poll() is None and server.counts.total() == n_before:
            time.sleep(0.01)
        time.sleep(kill_after)
        process.send_signal(signal.SIGKILL)
    out, errors = process.communicate(timeout=300)
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)
