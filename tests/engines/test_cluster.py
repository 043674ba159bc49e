"""A run on two machines of one cluster, one of them lost in the middle; both are this machine.

The output is compared with that of a run in one process, table by table.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "archive"))  # for the server its tests share

from counting_server import TOKENS, Asked, CountingServer, Said, running

from benchmarks.archive import entries as made_entries
from extractor import extract
from extractor.archive.accounts import Accounts
from extractor.archive.batch import run_batch
from extractor.archive.cluster import Spread, run_cluster
from extractor.archive.exporting import exported
from extractor.archive.options import Options
from extractor.archive.readers import read
from extractor.archive.recipe import Recipe
from extractor.cli import app
from extractor.exports import TABLES, export
from extractor.prices import Price

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("default")]

N_ARTICLES = 60
N_AT_ONCE = 8
PRICE = Price.parse("1,1")
COST = sum(TOKENS.values()) / 1_000_000
MOCK = Recipe(("openai/mock",), max_attempts=1)
MACHINE = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_log_monitor": False}
SHORTLY = {
    "health_check_initial_delay_ms": 1_000,
    "health_check_period_ms": 1_000,
    "health_check_failure_threshold": 4,
}


@pytest.fixture(scope="module")
def server() -> Iterator[CountingServer]:
    """Run a service that counts, which all processes that are started from here ask."""
    with running() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_BASE_URL", server.address)
        patch.setenv("OPENAI_API_KEY", "no-key")
        yield server


@pytest.fixture(autouse=True)
def counting_anew(server: CountingServer, drafts: dict[str, str]) -> None:
    """Let the service know nothing of other tests; it answers as rules would, in a moment."""
    server.counts.clear()
    server.n_at_once = 0
    server.answer = lambda asked: Said(drafts[asked.subject], after_s=0.2)


class Machines:
    """A cluster of two machines, of one core each.

    Attributes:
        second: the one that may be lost; this process is connected to the other.
    """

    def __init__(self, folder: Path) -> None:
        import ray
        from ray.cluster_utils import Cluster

        self._ray = ray
        self._cluster = Cluster(
            initialize_head=True,
            head_node_args={
                **MACHINE,
                "no_monitor": True,
                "include_dashboard": False,
                "temp_dir": str(folder),
                "_system_config": SHORTLY,
            },
        )
        self.second = self.add()
        ray.init(self._cluster.address, logging_level="error", log_to_driver=False)

    def add(self) -> Any:
        """Start another machine."""
        return self._cluster.add_node(**MACHINE)

    def lose_second(self) -> None:
        """End the second one at once."""
        self._cluster.remove_node(self.second, allow_graceful=False)

    def stop(self) -> None:
        """End all."""
        self._ray.shutdown()
        self._cluster.shutdown()


@pytest.fixture(scope="module")
def machines(server: CountingServer) -> Iterator[Machines]:
    """Start a cluster for all tests, without dashboard and statistics."""
    assert server.address  # is in the environment that the machines inherit
    folder = Path(f"/tmp/figurebook-ray-{os.getpid()}")  # short: it holds sockets
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # Ray starts many processes
        machines = Machines(folder)
        yield machines
        machines.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return articles by their subjects, no two with the same figures."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    subjects = (f"subject-{one}{other}" for one in letters for other in letters)
    made = (entry.article.text for entry in made_entries(4 * N_ARTICLES) if entry.article)
    short = (text for text in made if len(text) < 1_400)  # asked in one request each
    chosen = islice(zip(subjects, short, strict=False), N_ARTICLES)
    return {subject: f"{text}\nSource: {subject}." for subject, text in chosen}


@pytest.fixture(scope="module")
def drafts(texts: dict[str, str]) -> dict[str, str]:
    """Return what rules would answer about each."""
    return {
        subject: extract(text, model="rules").attempts[0].reply.text
        for subject, text in texts.items()
    }


@pytest.fixture(scope="module")
def sources(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Write the articles, half of them as JSONL and half as Parquet; some stand in both.

    One stands there again under another headline, and a line is broken.
    """
    folder = tmp_path_factory.mktemp("sources")
    rows = [
        {"text": text, "url": f"https://news.example/{subject}", "date": "2026-11-26"}
        for subject, text in texts.items()
    ]
    half = len(rows) // 2
    lines, table = folder / "a.jsonl", folder / "b.parquet"
    longest = max(texts.values(), key=len)
    other = {"text": f"Another headline\n{longest}", "url": "https://other.example/"}
    written = [json.dumps(row) for row in [*rows[:half], other]]
    lines.write_text("\n".join([*written, '{"text": "broken']), "utf-8")
    again = folder / "again.jsonl"
    again.write_text("\n".join(json.dumps(row) for row in rows[half - 2 :]), "utf-8")
    duckdb.sql(f"COPY (SELECT * FROM read_json('{again}')) TO '{table}' (FORMAT parquet)")
    again.unlink()
    return [str(lines), str(table)]


def one_process(sources: list[str], folder: Path, recipe: Recipe) -> dict[str, list[Any]]:
    """Return the tables of a run in one process."""
    ledger = folder / "ledger.db"
    options = Options(price=PRICE if recipe == MOCK else None)
    asyncio.run(run_batch(read(sources), ledger=ledger, recipe=recipe, options=options))
    with Accounts(ledger) as accounts:
        export(exported(accounts), folder / "one", form="parquet")
    return tables(folder / "one")


def tables(folder: Path) -> dict[str, list[Any]]:
    """Return the rows of all tables, sorted; `folder` may be a pattern, as the docs have it."""
    return {
        table.name: sorted(
            duckdb.sql(f"SELECT * FROM read_parquet('{folder}/{table.name}.parquet')").fetchall(),
            key=repr,
        )
        for table in TABLES
    }


def differences(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Return the rows that are not as often in the one as in the other; they are few to look at."""
    counts = [
        {name: Counter(map(repr, rows)) for name, rows in made.items()} for made in (one, other)
    ]
    differing = {
        name: [*(counts[0][name] - counts[1][name]), *(counts[1][name] - counts[0][name])]
        for name in counts[0]
    }
    return {name: rows for name, rows in differing.items() if rows}


@pytest.mark.usefixtures("machines")
def test_rules_give_what_they_give_in_one_process(sources: list[str], tmp_path: Path) -> None:
    """Without a service; the command says that a line could not be read, and where."""
    out = tmp_path / "out"
    command = ["batch", *sources, "--via", "ray", "--out", str(out), "--partitions", "3"]

    result = CliRunner().invoke(app, [*command, "--model", "rules"])

    assert result.exit_code == 1, result.stderr
    assert f"unreadable: {sources[0]}:32: not JSON" in result.stderr
    made = tables(out / "partitions" / "*")
    assert len(made["articles"]) == N_ARTICLES
    assert not differences(made, one_process(sources, tmp_path, Recipe(("rules",))))


@pytest.mark.usefixtures("machines")
def test_a_budget_holds_for_all_machines(
    server: CountingServer, sources: list[str], tmp_path: Path
) -> None:
    """Half of the articles are paid for; with a larger budget the others are, and none twice."""
    most = COST * N_ARTICLES / 2
    command = ["batch", *sources, "--via", "ray", "--out", str(tmp_path / "out")]
    command += ["--model", "openai/mock", "--price", "1,1", "--partitions", "2"]
    command += ["--max-attempts", "1"]
    command += ["--max-output-tokens", "500", "--concurrency", str(N_AT_ONCE)]

    stopped = CliRunner().invoke(app, [*command, "--max-cost", f"{most:.4f}"])
    n_asked = server.counts.total()
    ended = CliRunner().invoke(app, [*command, "--max-cost", "5"])

    assert stopped.exit_code == 3, stopped.stderr
    assert "the budget of $" in stopped.stderr
    assert N_ARTICLES / 4 <= n_asked <= most / COST
    assert ended.exit_code == 1, ended.stderr  # a line is broken
    assert server.counts.total() == N_ARTICLES
    assert server.n_at_once <= N_AT_ONCE


@pytest.mark.usefixtures("machines")
def test_ctrl_c_ends_a_run_in_order_and_the_next_one_asks_nothing_twice(
    server: CountingServer, sources: list[str], tmp_path: Path
) -> None:
    """What was in flight is waited for; no mark of the command is left to be watched."""
    out = tmp_path / "out"
    command = ["batch", *sources, "--via", "ray", "--out", str(out), "--partitions", "2"]
    command += ["--model", "openai/mock", "--price", "1,1", "--max-attempts", "1"]
    command += ["--concurrency", str(N_AT_ONCE)]
    is_time, answer = threading.Event(), server.answer

    def answer_until(asked: Asked) -> Said:
        if server.counts.total() < N_ARTICLES // 3:
            return answer(asked)
        is_time.set()
        return replace(answer(asked), after_s=3.0)  # meanwhile the interrupt is heard everywhere

    server.answer = answer_until
    pressing = threading.Thread(
        target=lambda: is_time.wait(300) and os.kill(os.getpid(), signal.SIGINT)
    )
    pressing.start()

    interrupted = CliRunner().invoke(app, command)

    pressing.join()
    n_asked = server.counts.total()
    marks = (out / "commands").exists()
    server.answer = answer
    ended = CliRunner().invoke(app, command)
    assert interrupted.exit_code == 130, interrupted.stderr
    assert "interrupted; the same command goes on where it stopped" in interrupted.stderr
    assert not marks
    assert N_ARTICLES // 3 <= n_asked <= N_ARTICLES // 3 + 2 * N_AT_ONCE
    assert ended.exit_code == 1, ended.stderr  # a line is broken
    assert "ended without saying so" not in ended.stderr
    assert server.counts.total() == N_ARTICLES


def test_a_machine_is_lost_and_every_article_is_there_once(
    machines: Machines, server: CountingServer, sources: list[str], tmp_path: Path
) -> None:
    """At most what was in flight on it is asked again."""
    is_time = threading.Event()
    answer = server.answer

    def answer_until(asked: Any) -> Said:
        if server.counts.total() == N_ARTICLES // 3:
            is_time.set()
        return answer(asked)

    server.answer = answer_until
    losing = threading.Thread(target=lambda: is_time.wait(300) and machines.lose_second())
    losing.start()

    ended = run_cluster(
        sources,
        out=tmp_path / "out",
        recipe=MOCK,
        options=Options(concurrency=N_AT_ONCE, price=PRICE),
        spread=Spread(n_partitions=6),
    )

    losing.join()
    asked = server.counts.copy()
    made = tables(tmp_path / "out" / "partitions" / "*")
    assert ended.n_done == 6
    assert ended.progress.stopped is None
    assert len(made["articles"]) == len({row[0] for row in made["articles"]}) == N_ARTICLES
    assert asked.total() <= N_ARTICLES + N_AT_ONCE // 2
    assert max(asked.values()) <= 2
    assert not differences(made, one_process(sources, tmp_path, MOCK))
    assert not differences(made, tables(tmp_path / "out" / "**"))  # no draft is left
    assert ended.progress.spent_usd is not None
    assert ended.progress.spent_usd >= Decimal(str(COST)) * asked.total()


def test_the_articles_of_these_tests_are_different(texts: dict[str, str]) -> None:
    """Each has a subject and figures of its own, so that counts tell of articles."""
    assert len(set(texts.values())) == N_ARTICLES
    assert all(subject in text for subject, text in islice(texts.items(), 5))
