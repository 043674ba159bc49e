"""The ledger's file: what it takes, what it refuses, and what it says when it cannot go on."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from counting_server import Asked, CountingServer, Said

from extractor.archive import storage
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.storage import LedgerError
from extractor.article import Article
from extractor.errors import UsageError

RECIPE = Recipe(("rules",))


def test_a_file_that_is_no_database_is_refused(ledger_path: Path) -> None:
    """It is left as it is."""
    ledger_path.write_text("These are my notes, and they are long enough for a header." * 20)

    with pytest.raises(UsageError, match="is no ledger"):
        Ledger(ledger_path, RECIPE)

    assert ledger_path.read_text().startswith("These are my notes")


def test_another_database_is_refused(ledger_path: Path) -> None:
    """No table is added to it."""
    with sqlite3.connect(ledger_path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()

    with pytest.raises(UsageError, match="is no ledger"):
        Ledger(ledger_path, RECIPE)


def test_the_day_of_publication_is_that_of_the_first_place(ledger_path: Path) -> None:
    """The same text on another day is the same article."""
    with Ledger(ledger_path, RECIPE) as ledger:
        first = Entry("a", Article("News of it.", published=date(2024, 5, 1)))
        second = Entry("b", Article("News of it.", published=date(2024, 5, 2)))

        admitted = ledger.admit([first, second])
        (job,) = ledger.waiting(after=0, limit=10)

    assert (admitted.added, admitted.known) == (1, 1)
    assert job.article.published == date(2024, 5, 1)


def test_a_first_place_without_a_day_leaves_it_to_the_next(ledger_path: Path) -> None:
    """A text file does not tell, a row of a table does; whoever was about to ask is told."""
    days = (None, date(2024, 5, 1), date(2024, 5, 2))
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit([Entry("a", Article("News of it.", name="a"))])
        (early,) = ledger.waiting(after=0, limit=10)
        ledger.admit(
            Entry(f"b{nth}", Article("News of it.", published=day)) for nth, day in enumerate(days)
        )

        job = ledger.begin(early)

    assert early.article.published is None
    assert job.article == Article("News of it.", published=date(2024, 5, 1), name="a")


def test_a_day_that_comes_after_the_question_changes_no_answer(ledger_path: Path) -> None:
    """The ledger says what the answer went by."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit([Entry("a", Article("News of it."))])
        ledger.put_back(ledger.begin(*ledger.waiting(after=0, limit=10)))
        ledger.admit([Entry("b", Article("News of it.", published=date(2024, 5, 1)))])

        (job,) = ledger.waiting(after=0, limit=10)

    assert job.article.published is None


def test_a_place_that_can_be_read_at_last_is_no_failure_any_more(ledger_path: Path) -> None:
    """A broken file was mended; the same place now holds an article."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit([Entry("a", fault="broken")])
        ledger.admit([Entry("a", Article("News of it."))])

    with sqlite3.connect(ledger_path) as raw:
        rows = raw.execute("SELECT place, fault, article FROM places").fetchall()
    raw.close()
    assert rows == [("a", None, 1)]


def test_places_and_titles_that_are_no_text_are_kept_readable(ledger_path: Path) -> None:
    """File names on Linux are bytes, and may come as half surrogate pairs."""
    with Ledger(ledger_path, RECIPE) as ledger:
        admitted = ledger.admit([Entry("a\udcff.txt", Article("News."), title="\ud83d")])

    assert admitted.added == 1


def test_a_full_disk_ends_in_one_line_and_the_run_can_be_resumed(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was written stays; the same command goes on when there is room again."""
    original = storage.open_to_write

    def open_small(path: Path) -> sqlite3.Connection:
        connection = original(path)
        connection.execute("PRAGMA max_page_count = 50")
        return connection

    monkeypatch.setattr(storage, "open_to_write", open_small)
    with pytest.raises(LedgerError, match="disk is full; what is in it is safe"):
        batch(articles(200))
    monkeypatch.setattr(storage, "open_to_write", original)

    progress = batch(articles(200))

    assert progress.stopped is None
    assert progress.n_waiting == 0
    assert len(server.counts) == 200


@pytest.mark.parametrize("is_moved", [True, False], ids=["moved", "removed and made anew"])
def test_a_ledger_that_is_taken_away_ends_the_run(
    server: CountingServer,
    batch: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
    ledger_path: Path,
    *,
    is_moved: bool,
) -> None:
    """All that is done after that would be done, and paid, for nothing."""

    def answer(_: Asked) -> Said:
        if server.counts.total() == 1:
            ledger_path.rename(ledger_path.with_name("elsewhere.db"))
            if not is_moved:
                ledger_path.touch()
        return Said()

    server.answer = answer

    with pytest.raises(LedgerError, match="was moved, replaced or removed while a run worked on"):
        batch(articles(50), concurrency=2)

    assert server.counts.total() <= 4


def test_jobs_of_a_run_that_was_killed_wait_again(ledger_path: Path) -> None:
    """Whoever opens the ledger next knows that nobody works on them."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit([Entry("a", Article("News."))])
        (job,) = ledger.waiting(after=0, limit=10)
        ledger.begin(job)
        n_waiting = ledger.n_waiting()

    with Ledger(ledger_path, RECIPE) as ledger:
        n_waiting_again = ledger.n_waiting()

    assert (n_waiting, n_waiting_again) == (0, 1)
