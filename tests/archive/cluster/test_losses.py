"""Losses: workers are killed at steps that they take; nothing is lost, doubled or paid unsaid.

Every step of a worker was tried once: each file that it opens, renames or removes on the shared
storage, each line of its journal, each word to the gatekeeper. Those that differ are kept here.
"""

import asyncio
import errno
import multiprocessing
import os
import signal
import sys
import threading
from array import array
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from counting_server import TOKENS, CountingServer, Said

from extractor.archive.budget import Budget
from extractor.archive.cluster import folder as folders
from extractor.archive.cluster import journal, partition, run
from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.gatekeeper import Gatekeeper
from extractor.archive.cluster.journal import Journal
from extractor.archive.cluster.partition import Work, work_on
from extractor.archive.cluster.shuffle import is_shuffled, read_shuffled, write_shuffled
from extractor.archive.cluster.totals import Spent, Totals
from extractor.archive.entry import Entry
from extractor.archive.pace import Pace
from extractor.article import Article
from extractor.prices import Price

N = 3
N_AT_ONCE = 4
COST = Decimal(sum(TOKENS.values())) / 1_000_000
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["extractor.archive.cluster.partition", "duckdb", "openai"])


@pytest.fixture
def todo(work: Callable[..., Work]) -> Work:
    """Return a partition of a few articles and a file that could not be read."""
    subjects = [f"subject-{letter * 3}" for letter in "abcdefgh"[:N]]
    entries = [Entry(f"{s}.txt", Article(f"News of {s}\nIt was seen.", name=s)) for s in subjects]
    return work([*entries, Entry("broken.pdf", fault="broken")], price=Price.parse("1,1"))


class OwnLine:
    """The way to a gatekeeper that a worker has for itself; each call is a step."""

    def __init__(self, step: Callable[[str], None]) -> None:
        self._gatekeeper = Gatekeeper(Budget(), Pace(N_AT_ONCE))
        self._step = step
        self._told: set[asyncio.Task[Any]] = set()

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says."""
        self._step(f"ask {method}")
        return await getattr(self._gatekeeper, method)(*arguments)

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method."""
        self._step(f"tell {method}")
        self._told.add(asyncio.create_task(getattr(self._gatekeeper, method)(*arguments)))


def be_lost(todo: Work, address: str, last: str, nth: int) -> None:
    """Work on the partition in a process of its own, and be killed before a step is taken."""
    os.environ.update(OPENAI_BASE_URL=address, OPENAI_API_KEY="no-key")
    n_left = nth
    append = Journal.__call__

    def step(what: str) -> None:
        nonlocal n_left
        n_left -= last in what
        if not n_left:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(("open", "os.", "shutil.")) and str(todo.folder) in str(arguments):
            step(f"{event} {' to '.join(map(str, arguments[:2]))}".replace(str(todo.folder), ""))

    def append_by_halves(kept: Journal, attempt: Any) -> None:
        half = "half a request" if attempt["reply"] is None else "half a reply"
        if last == half and n_left == 1:
            os.write(kept._file.fileno(), b'{"id": 1, "reply": nu')
        step(half)
        append(kept, attempt)

    Journal.__call__ = append_by_halves  # type: ignore[method-assign]
    sys.addaudithook(audit)
    work_on(0, todo, OwnLine(step))


def tables(folder: Path) -> dict[str, list[Any]]:
    """Return the rows of the tables, read as the docs say."""
    names = ("articles", "figures", "findings")
    return {
        name: sorted(
            duckdb.sql(f"FROM read_parquet('{folder}/partitions/*/{name}.parquet')").fetchall(),
            key=repr,
        )
        for name in names
    }


@pytest.mark.parametrize(
    ("last", "nth", "n_again"),
    [
        ("half a request", 2, 1),
        ("half a reply", 2, 2),
        ("to /partitions/000000", 1, 0),
        ("shutil.rmtree /journals/", 1, 0),
    ],
    ids=["asking", "answered", "publishing", "published"],
)
def test_whoever_comes_after_a_worker_that_was_killed_makes_the_same(
    server: CountingServer,
    todo: Work,
    line: Callable[..., Any],
    last: str,
    nth: int,
    n_again: int,
) -> None:
    """Each article once; what is asked again was in flight, and counts as spent twice."""
    server.answer = lambda _: Said(after_s=0.1)
    killed = PROCESSES.Process(target=be_lost, args=(todo, server.address, last, nth))
    killed.start()
    killed.join()

    totals = work_on(0, todo, line())

    folder = Folder(todo.folder)
    assert killed.exitcode == -signal.SIGKILL
    assert totals == folder.totals(0)
    assert totals.states == {"no_event": N}
    assert [row[0] for row in tables(todo.folder)["articles"]] == sorted(
        {row[0] for row in tables(todo.folder)["articles"]}
    )
    assert len(tables(todo.folder)["articles"]) == N
    assert N <= server.counts.total() <= N + n_again
    assert totals.spent.usd >= server.counts.total() * COST


def test_a_disk_that_is_full_is_no_articles_fault(
    server: CountingServer,
    todo: Work,
    line: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The run ends; nothing is published as failed, and the next run asks what was not answered."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "fsync", full)
        stopped = work_on(0, todo, line())
    was_published = Folder(todo.folder).is_done(0)
    ended = work_on(0, todo, line())

    assert stopped.error is not None
    assert "No space left" in stopped.error
    assert not was_published
    assert ended.states == {"no_event": N}
    assert server.counts.total() == N


def test_a_worker_whose_partition_was_begun_anew_publishes_nothing(
    server: CountingServer,
    todo: Work,
    line: Callable[..., Any],
    leave_in_flight: Callable[..., None],
) -> None:
    """The journal of the other one goes when it is published: what that one pays would be unsaid."""
    near, folder = line(), Folder(todo.folder)

    def begun_anew(method: str, *_: Any) -> None:
        if method == "may_publish":
            asyncio.run_coroutine_threadsafe(near.gatekeeper.enter("zzz", 0), near._loop).result()
            leave_in_flight(folder)

    totals = work_on(0, todo, Meddling(near, begun_anew))

    assert not totals.is_done
    assert not folder.is_done(0)
    assert not list(folder.drafts.iterdir())
    assert journal.spent(folder.journals(0)) == Spent(N * COST + Decimal("0.5"), N * 3_100 + 7)
    assert work_on(0, todo, near).spent.usd == N * COST + Decimal("0.5")
    assert server.counts.total() == N


def test_a_partition_is_not_begun_anew_while_it_is_published(
    server: CountingServer,
    todo: Work,
    line: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever comes in between is let in when it is there, and the slow one is heard of till then."""
    near, folder = line(), Folder(todo.folder)
    publish, heard, entering, is_heard = Folder.publish, [], [], threading.Event()

    def publish_slowly(kept: Folder, *draft: Any) -> None:
        entered = near.gatekeeper.enter("zzz", 0)
        entering.append(asyncio.run_coroutine_threadsafe(entered, near._loop))
        assert is_heard.wait(30)
        assert not entering[0].done()
        publish(kept, *draft)

    monkeypatch.setattr(Folder, "publish", publish_slowly)
    monkeypatch.setattr(partition, "_BEAT_S", 0.02)

    def note_heard(method: str, *_: Any) -> None:
        if entering and method == "hear":
            heard.append(folder.is_done(0))
            is_heard.set()

    totals = work_on(0, todo, Meddling(near, note_heard))

    assert totals.is_done
    assert entering[0].result(60) is None
    assert False in heard
    assert server.counts.total() == N


class Meddling:
    """A way to the gatekeeper on which something happens before each question."""

    def __init__(self, line: Any, before: Callable[..., None]) -> None:
        self._line = line
        self._before = before

    async def ask(self, method: str, *arguments: Any) -> Any:
        """Call a method and wait for what it says."""
        self._before(method, *arguments)
        return await self._line.ask(method, *arguments)

    def tell(self, method: str, *arguments: Any) -> None:
        """Call a method."""
        self._line.tell(method, *arguments)


def test_a_partition_published_while_it_is_begun_anew_is_not_asked_again(
    server: CountingServer, todo: Work, line: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its journals go while the other one reads them."""
    first = work_on(0, todo, line())
    is_done, n_looks = Folder.is_done, 0

    def is_done_later(folder: Folder, number: int) -> bool:
        nonlocal n_looks
        n_looks += 1
        return n_looks > 1 and is_done(folder, number)

    monkeypatch.setattr(Folder, "is_done", is_done_later)

    assert work_on(0, todo, line()) == first
    assert server.counts.total() == N


def test_the_error_of_a_worker_whose_partition_is_elsewhere_stops_nobody(
    todo: Work, line: Callable[..., Any]
) -> None:
    """Its journal was removed under it, say."""
    near = line()

    def break_off(method: str, *_: Any) -> None:
        if method == "hear":
            asyncio.run_coroutine_threadsafe(near.gatekeeper.enter("b", 0), near._loop).result()
            raise OSError(errno.ESTALE, "Stale file handle")

    totals = work_on(0, todo, Meddling(near, break_off))
    standing = asyncio.run(near.ask("standing"))

    assert totals.error is not None
    assert "Stale file handle" in totals.error
    assert standing.stopped is None


def test_a_gatekeeper_that_does_not_answer_is_no_articles_fault(
    server: CountingServer, todo: Work, line: Callable[..., Any]
) -> None:
    """A network that fails for a moment leaves articles for another time."""

    def unheard(method: str, *_: Any) -> None:
        if method == "turn":
            raise ConnectionError("unreachable")

    totals = work_on(0, todo, Meddling(line(), unheard))

    assert (totals.states, totals.n_waiting) == ({}, N)
    assert not Folder(todo.folder).is_done(0)
    assert server.counts.total() == 0


def test_a_draft_that_is_being_swept_cannot_be_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its worker was slow and not gone: half of its files would be the partition."""
    folder = Folder(tmp_path)
    folder.partitions.mkdir()
    draft = folder.draft(0, "slow")
    (draft / "articles.parquet").write_bytes(b"all")
    rmtree = folders.shutil.rmtree

    def publish_in_the_middle(path: Path, **options: Any) -> None:
        for file in Path(path).rglob("articles.parquet"):
            file.unlink()
            with pytest.raises(FileNotFoundError):
                folder.publish(draft, Totals(0))
        rmtree(path, **options)

    monkeypatch.setattr(folders.shutil, "rmtree", publish_in_the_middle)

    folder.sweep()

    assert not folder.is_done(0)
    assert not list(tmp_path.rglob("articles.parquet"))


def test_a_partition_is_on_the_disk_before_its_journals_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leave_in_flight: Callable[..., None]
) -> None:
    """A power cut in between would leave empty tables, and no reply to make them of."""
    folder = Folder(tmp_path)
    folder.partitions.mkdir()
    draft = folder.draft(0, "w")
    (draft / "articles.parquet").write_bytes(b"all")
    leave_in_flight(folder)
    forced: list[str] = []

    def force(*paths: Path) -> None:
        assert folder.journals(0).exists()
        forced.extend(path.name for path in paths)

    monkeypatch.setattr(folders, "force", force)

    folder.publish(draft, Totals(0))

    assert sorted(forced[:2]) == ["articles.parquet", "totals.json"]
    assert forced[2:] == [draft.name, "partitions"]
    assert not folder.journals(0).exists()


@pytest.mark.parametrize("index", [b"", b"\0" * 16, b"\0" * 7], ids=["empty", "zeros", "odd"])
def test_an_index_that_did_not_outlive_a_power_cut_is_none(tmp_path: Path, index: bytes) -> None:
    """The articles of its piece would be in no partition, and nobody would say so."""
    path = tmp_path / "0.jsonl"
    entry = Entry("a.txt", Article("News", name="a"))
    write_shuffled([(0, entry)], path, n_partitions=1, worker="w")
    kept = path.with_name("0.jsonl.index")
    whole = array("Q", kept.read_bytes())
    was_shuffled = is_shuffled(path)

    kept.write_bytes(index)

    assert was_shuffled
    assert whole[-1] == path.stat().st_size
    assert not is_shuffled(path)
    write_shuffled([(0, entry)], path, n_partitions=1, worker="w")
    assert list(read_shuffled(path, 0, n_partitions=1)) == [entry]


def test_what_was_half_shuffled_goes(tmp_path: Path) -> None:
    """It may be as large as the sources; what is whole stays."""
    path = Folder(tmp_path).shuffled(0)
    write_shuffled([(0, Entry("a.txt", fault="broken"))], path, n_partitions=1, worker="w")
    path.with_name(f".{path.name}-lost").write_bytes(b"half")

    Folder(tmp_path).sweep()

    assert is_shuffled(path)
    assert len(list(path.parent.iterdir())) == 2


def test_what_a_partition_cost_is_known_while_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leave_in_flight: Callable[..., None]
) -> None:
    """It is in the journals or in the totals, at whatever moment somebody looks."""
    folder = Folder(tmp_path)
    folder.partitions.mkdir()
    leave_in_flight(folder)
    paid = journal.spent(folder.journals(0))
    is_done = Folder.is_done

    def is_done_and_published_then(kept: Folder, number: int) -> bool:
        answer = is_done(kept, number)
        if not answer:
            with monkeypatch.context() as patch:
                patch.setattr(Folder, "is_done", is_done)
                folder.publish(folder.draft(0, "w"), Totals(0, spent=paid))
        return answer

    monkeypatch.setattr(Folder, "is_done", is_done_and_published_then)

    assert run.spent_before(folder, 1) == paid
    assert run.spent_before(folder, 1) == paid


def test_nobody_watches_where_no_worker_is() -> None:
    """The event loop ends with nothing left to do."""

    async def tasks_left() -> int:
        kept = Gatekeeper(Budget(), Pace(1))
        for worker in ("a", "b"):
            await kept.enter(worker, 0)
            await kept.leave(worker)
        await asyncio.sleep(0)
        return len(asyncio.all_tasks()) - 1

    assert asyncio.run(tasks_left()) == 0
