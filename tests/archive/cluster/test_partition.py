"""A partition, worked on without Ray: begun, lost, taken up, published."""

import json
import shutil
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from counting_server import TOKENS, CountingServer, Said

from extractor.archive.cluster import journal
from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.journal import Journal
from extractor.archive.cluster.partition import Work, work_on
from extractor.archive.cluster.totals import Spent, Totals
from extractor.archive.entry import Entry
from extractor.archive.recipe import Recipe
from extractor.archive.storage import is_ledger
from extractor.article import Article
from extractor.prices import Price

N = 8
COST = Decimal(sum(TOKENS.values())) / 1_000_000


@pytest.fixture
def news() -> list[Entry]:
    """Return a few articles, one of them in two places, and a file that could not be read."""
    subjects = [f"subject-{letter * 3}" for letter in "abcdefgh"]
    entries = [Entry(f"{s}.txt", Article(f"News of {s}\nIt was seen.", name=s)) for s in subjects]
    again = Entry("again.txt", entries[0].article)
    return [*entries, again, Entry("broken.pdf", fault="broken")]


def rows(folder: Path) -> list[Any]:
    """Return place and status of each article of the output."""
    table = folder / "partitions" / "*" / "articles.parquet"
    return duckdb.sql(f"SELECT place, also_at, status FROM '{table}' ORDER BY 1").fetchall()


def test_a_partition_is_published_whole(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """Parquet, ledger, failures and totals; the journal is not needed any longer."""
    todo = work(news)

    totals = work_on(0, todo, line())

    folder = Folder(todo.folder)
    failure = json.loads((folder.partition(0) / "failures.jsonl").read_text())
    assert totals.states == {"no_event": N}
    assert (totals.admitted.added, totals.admitted.known, totals.admitted.unreadable) == (N, 1, 1)
    assert folder.totals(0) == totals
    assert rows(todo.folder)[0] == ("subject-aaa.txt", "again.txt", "no_event")
    assert failure["place"] == "broken.pdf"
    assert is_ledger(folder.partition(0) / "ledger.db")
    assert not folder.journals(0).exists()
    assert server.counts.total() == N


def test_a_partition_that_is_there_is_not_made_again(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """Its totals are all that is looked at."""
    todo = work(news)

    first, second = (work_on(0, todo, line()) for _ in range(2))

    assert first == second
    assert server.counts.total() == N


class Lost(BaseException):
    """A machine is gone."""


def test_replies_of_a_worker_that_was_lost_are_not_paid_again(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """It leaves its journal; what was in flight is asked again, and stays counted as spent."""
    todo = work(news, price=Price.parse("1,1"))
    folder = Folder(todo.folder)
    server.answer = lambda _: Said(after_s=0.05 * (1 + server.counts.total() % 3))
    with pytest.MonkeyPatch.context() as patch:
        lose_after(N // 2, patch)
        with pytest.raises(RuntimeError, match="Lost"):
            work_on(0, todo, line())
    n_asked, before = server.counts.total(), journal.spent(folder.journals(0))

    totals = work_on(0, todo, line())

    assert totals.states == {"no_event": N}
    assert N // 2 <= n_asked < server.counts.total() <= N + 4
    assert totals.spent.usd == before.usd + (N - N // 2) * COST
    assert before.usd > (N // 2) * COST


def test_a_near_duplicate_of_what_a_lost_worker_asked_about_is_linked(
    server: CountingServer, work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """The new ledger knows the figures of the article, though it is not screened again."""
    body = "The fair in subject-aaa signed 12 projects worth 3.5 billion yuan, 40% of it in steel."
    server.answer = lambda _: Said(after_s=0.05 if server.counts.total() == 1 else 0.5)
    entries = [Entry("a.txt", Article(body)), Entry("b.txt", Article(f"Fair ends\n{body}"))]
    with pytest.MonkeyPatch.context() as patch:
        lose_after(1, patch)
        with pytest.raises(RuntimeError, match="Lost"):
            work_on(0, work(entries, links=False), line())
    assert server.counts.total() == 2

    totals = work_on(0, work(entries), line())

    assert totals.states == {"no_event": 1, "duplicate": 1}
    assert server.counts.total() == 2


def lose_after(n_replies: int, patch: pytest.MonkeyPatch) -> None:
    """Let the worker be gone when so many replies are in its journal."""
    append, n_kept = Journal.__call__, 0

    def append_or_be_lost(kept: Journal, attempt: Mapping[str, Any]) -> None:
        nonlocal n_kept
        if n_kept == n_replies:
            raise Lost
        append(kept, attempt)
        n_kept += attempt["reply"] is not None

    patch.setattr(Journal, "__call__", append_or_be_lost)


def test_half_a_line_of_a_journal_is_left_out(tmp_path: Path) -> None:
    """The machine was lost while it wrote."""
    row = {"id": 1, "reply": None, "spent_usd": "0.5", "spent_tokens": 7}
    whole = json.dumps(row)
    (tmp_path / "1.jsonl").write_text(f"{whole}\n{whole[:-4]}")
    (tmp_path / "2.jsonl").write_text(f"{json.dumps({**row, 'spent_usd': None})}\n")

    assert journal.spent(tmp_path) == Spent(Decimal("0.5"), 14, 7)


def test_a_run_that_is_stopped_leaves_the_partition_for_another_time(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """No further request is made, nothing is published, and what was answered is kept."""
    limit = Decimal(N // 2) * COST
    todo = work(news, price=Price.parse("1,1"), max_cost_usd=limit, max_output_tokens=100)
    near = line(todo.options)

    totals = work_on(0, todo, near)

    assert not totals.is_done
    assert totals.n_waiting == N - server.counts.total() > 0
    assert totals.spent.usd <= limit
    assert not Folder(todo.folder).is_done(0)
    assert work_on(0, todo, near) == Totals(0, n_waiting=1)


def test_a_worker_that_was_taken_for_lost_does_not_publish_twice(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """Whoever is there first is the one; the other's draft is removed."""
    todo = work(news)
    folder = Folder(todo.folder)
    work_on(0, todo, line())
    draft = folder.draft(0, "slow")
    (draft / "articles.parquet").write_bytes(b"")

    folder.publish(draft, Totals(0))

    assert [path.name for path in folder.partitions.iterdir()] == ["000000"]
    assert len(rows(todo.folder)) == N
    assert server.counts.total() == N


def test_what_a_lost_worker_had_written_is_not_among_the_partitions(
    server: CountingServer, news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """Whatever pattern they are read by: its articles would be there twice."""
    todo = work(news)
    folder = Folder(todo.folder)
    work_on(0, todo, line())
    shutil.copytree(folder.partition(0), folder.draft(1, "lost"), dirs_exist_ok=True)

    seen = [path.parent.name for path in folder.partitions.rglob("articles.parquet")]

    assert seen == ["000000"]
    assert server.counts.total() == N


def test_an_error_that_no_partition_gets_past_is_told(
    news: list[Entry], work: Callable[..., Work], line: Callable[..., Any]
) -> None:
    """It stops the others, too."""
    todo = work(news, recipe=Recipe(("nobody/knows",)))
    near = line()

    totals = work_on(0, todo, near)

    assert totals.error is not None
    assert "nobody" in totals.error
    assert work_on(0, todo, near).n_waiting == 1
