"""A run without Ray: what is shuffled, worked on, counted, resumed and interrupted."""

import asyncio
import errno
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from counting_server import TOKENS, Asked, CountingServer, Said

from extractor.archive.budget import Budget
from extractor.archive.cluster import (
    Ended,
    Spread,
    partition,
    plan,
    presence,
    run,
    run_cluster,
)
from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.gatekeeper import Gatekeeper
from extractor.archive.cluster.presence import Presence
from extractor.archive.options import Options
from extractor.archive.pace import Pace
from extractor.archive.recipe import Recipe
from extractor.archive.storage import LedgerError
from extractor.errors import UsageError
from extractor.prices import Price

N = 12
COST = Decimal(sum(TOKENS.values())) / 1_000_000


class OneProcess:
    """An engine that has this process alone."""

    n_cores = 1

    def __init__(self, line: Callable[..., Any]) -> None:
        self._line = line

    def gatekeeper(self, budget: Budget, pace: Pace, *, n_waiting: int) -> Any:
        """Return the way to a gatekeeper in this process."""
        assert n_waiting > 0
        near = self._line()
        near.gatekeeper = Gatekeeper(budget, pace)
        return near

    def call(self, line: Any, method: str, *arguments: Any) -> Any:
        """Call a gatekeeper's method."""
        return asyncio.run(line.ask(method, *arguments))

    def spread(
        self, job: Callable[[int], Mapping[str, Any]], numbers: Sequence[int], *, n_at_once: int
    ) -> Iterator[Mapping[str, Any]]:
        """Do one job after the other."""
        assert n_at_once == 1
        yield from map(job, numbers)


@pytest.fixture(autouse=True)
def without_ray(monkeypatch: pytest.MonkeyPatch, line: Callable[..., Any]) -> None:
    """Let this process be the cluster."""

    @contextmanager
    def connected(_: str | None) -> Iterator[OneProcess]:
        yield OneProcess(line)

    monkeypatch.setattr(run, "connected", connected)
    monkeypatch.setattr(presence, "BEAT_S", 0.05)
    monkeypatch.setattr(run, "require_ray", lambda: None)


@pytest.fixture
def go(tmp_path: Path) -> Callable[..., Ended]:
    """Return a function that runs a small archive into the test's folder."""
    news = tmp_path / "news"
    news.mkdir()
    for letter in "abcdefghijkl"[:N]:
        (news / f"{letter}.txt").write_text(f"News of subject-{letter * 3}\nIt was seen.")

    def go(**options: Any) -> Ended:
        return run_cluster(
            [str(news)],
            out=tmp_path / "out",
            recipe=Recipe(("openai/mock",)),
            options=Options(concurrency=2, price=Price.parse("1,1"), **options),
            spread=Spread(n_partitions=3),
        )

    return go


def test_all_is_done_and_not_done_again(server: CountingServer, go: Callable[..., Ended]) -> None:
    """The second time nothing is asked, and all is known."""
    first, second = go(), go()

    assert (first.n_done, first.progress.states, first.progress.admitted.added) == (
        3,
        {"no_event": N},
        N,
    )
    assert (second.n_done, second.progress.states, second.progress.admitted.known) == (3, {}, N)
    assert first.progress.spent_usd == second.progress.spent_usd == N * COST
    assert server.counts.total() == N


def test_a_budget_ends_the_run_and_a_larger_one_goes_on(
    server: CountingServer, go: Callable[..., Ended]
) -> None:
    """What was spent before counts; nothing is asked twice."""
    limit = COST * N / 2 + Decimal("0.02")
    stopped = go(max_cost_usd=limit, max_output_tokens=100)
    n_asked = server.counts.total()
    ended = go(max_cost_usd=Decimal(1), max_output_tokens=100)

    assert stopped.progress.stopped is not None
    assert "the budget of $" in stopped.progress.stopped
    assert 0 < n_asked < N
    assert stopped.progress.spent_usd == n_asked * COST <= limit
    assert (ended.n_done, ended.progress.stopped) == (3, None)
    assert ended.progress.spent_usd == N * COST
    assert server.counts.total() == N


def test_an_interrupted_run_goes_on(server: CountingServer, go: Callable[..., Ended]) -> None:
    """What is in flight is kept; the next run asks about the others."""

    def answer(asked: Asked) -> Said:
        del asked
        if server.counts.total() == 3:
            os.kill(os.getpid(), signal.SIGINT)
        return Said(after_s=0.1)

    server.answer = answer
    before = signal.getsignal(signal.SIGINT)

    interrupted = go()
    ended = go()

    assert interrupted.progress.was_interrupted
    assert interrupted.n_done < 3
    assert signal.getsignal(signal.SIGINT) is before
    assert (ended.n_done, ended.progress.was_interrupted) == (3, False)
    assert server.counts.total() == N


def test_drafts_of_workers_that_were_lost_are_gone(
    server: CountingServer, go: Callable[..., Ended], tmp_path: Path
) -> None:
    """Also of those that were lost in this run."""
    folder = Folder(tmp_path / "out")

    def answer(asked: Asked) -> Said:
        del asked
        folder.drafts.joinpath("000000-lost").mkdir(parents=True, exist_ok=True)
        return Said()

    server.answer = answer

    assert go().n_done == 3
    assert not folder.drafts.exists()


def test_what_was_in_flight_on_a_lost_machine_is_said_to_be_spent(
    server: CountingServer,
    go: Callable[..., Ended],
    tmp_path: Path,
    leave_in_flight: Callable[..., None],
) -> None:
    """Also where there is no limit, so that it was not set aside; the next run says the same."""

    def answer(asked: Asked) -> Said:
        del asked
        if server.counts.total() == 1:
            leave_in_flight(Folder(tmp_path / "out"), 2)
        return Said()

    server.answer = answer

    first, second = go(), go()

    assert first.progress.spent_usd == second.progress.spent_usd == N * COST + Decimal("0.5")
    assert first.progress.spent_tokens == N * sum(TOKENS.values()) + 7


def test_what_failed_is_gathered(
    server: CountingServer, go: Callable[..., Ended], tmp_path: Path
) -> None:
    """From all partitions, into one file."""
    server.answer = lambda asked: Said("no", status=400) if "aaa" in asked.subject else Said()

    ended = go()

    lines = (tmp_path / "out" / "failures.jsonl").read_text().splitlines()
    assert ended.n_failures == len(lines) == 1
    assert "a.txt" in lines[0]
    assert ended.progress.states["failed"] == 1


def test_misuse_that_workers_find_is_misuse(
    monkeypatch: pytest.MonkeyPatch, go: Callable[..., Ended]
) -> None:
    """A missing key, say."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)

    with pytest.raises(UsageError, match="OPENAI_API_KEY"):
        go()


def test_a_folder_that_another_command_works_on_is_refused(
    server: CountingServer, go: Callable[..., Ended], tmp_path: Path
) -> None:
    """Both would ask about the same partitions, and pay."""
    with (
        Presence(tmp_path / "out", on_found=pytest.fail),
        pytest.raises(UsageError, match="another command works on it"),
    ):
        go()

    assert not (tmp_path / "out" / "run.json").exists()
    assert server.counts.total() == 0
    assert go().n_done == 3


def test_a_command_that_another_one_has_taken_for_gone_ends(
    server: CountingServer, go: Callable[..., Ended], tmp_path: Path
) -> None:
    """What the other one is writing is left to it."""
    folder = Folder(tmp_path / "out")

    def answer(asked: Asked) -> Said:
        del asked
        if server.counts.total() == 1:
            (folder.path / "commands" / "000002.json").write_text("{}")
            folder.drafts.joinpath("000000-other").mkdir(parents=True)
        return Said(after_s=0.2)

    server.answer = answer

    ended = go()

    assert "another command has taken it over" in (ended.progress.stopped or "")
    assert ended.n_done < 3
    assert folder.drafts.joinpath("000000-other").is_dir()


def test_a_place_where_no_folder_can_be_is_misuse(go: Callable[..., Ended], tmp_path: Path) -> None:
    """A file stands there; it is told in one line."""
    (tmp_path / "out").write_text("notes")

    with pytest.raises(UsageError, match=r"out: no folder can be made there \(Not a directory\)"):
        go()


@pytest.mark.parametrize(
    ("module", "name"),
    [(plan, "write_whole"), (run, "write_shuffled"), (partition, "export")],
    ids=["planning", "shuffling", "publishing"],
)
def test_shared_storage_that_is_full_is_told_in_one_line(
    server: CountingServer,
    go: Callable[..., Ended],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    name: str,
) -> None:
    """Whatever is written there; the next run goes on."""

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, name, full)
        with pytest.raises(LedgerError, match=f"^{tmp_path}/out: No space left on device; what is"):
            go()

    assert go().n_done == 3
    assert server.counts.total() == N


def test_an_export_that_finds_no_room_is_no_misuse(
    server: CountingServer, go: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is the run's own; its disk is full."""

    def full(*_: Any, **__: Any) -> None:
        raise UsageError("/shared/out/x: cannot be written there (No space left on device)")

    with monkeypatch.context() as patch:
        patch.setattr(partition, "export", full)
        with pytest.raises(LedgerError, match="No space left on device"):
            go()

    assert go().n_done == 3
    assert server.counts.total() == N
