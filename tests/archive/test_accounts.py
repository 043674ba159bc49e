"""Accounts: what a ledger says of its articles, while a run works on it."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import extract
from extractor.archive import accounts as module
from extractor.archive.accounts import Accounts, Failure, Place
from extractor.archive.entry import Entry
from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.archive.storage import LedgerError
from extractor.article import Article
from extractor.errors import UsageError
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.usage import Usage

RECIPE, OTHER = Recipe(("openai/a",)), Recipe(("openai/b",))
TEXT = "Dolor County signed 12 projects at the Lorem Fair."
ARTICLE = Article(TEXT, published=date(2024, 5, 1), name="lorem")


@pytest.fixture
def extraction(make) -> Callable[..., Extraction]:
    """Give a function that extracts from an article with a right answer, or with another."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12")))

    def build(article: Article = ARTICLE, *replies: str, **options) -> Extraction:
        said = replies or (draft.model_dump_json(),)
        model = ScriptedModel([Reply(each, usage=Usage(1000, 0, 0, 0)) for each in said], name="m")
        return extract(article, model=model, max_attempts=len(said), **options)

    return build


@pytest.fixture
def ledger(ledger_path: Path) -> Iterator[Ledger]:
    """The ledger that a run works on meanwhile."""
    with Ledger(ledger_path, RECIPE) as ledger:
        yield ledger


@pytest.fixture
def accounts(ledger: Ledger) -> Iterator[Accounts]:
    """The accounts of that ledger."""
    with Accounts(ledger.path) as accounts:
        yield accounts


def _admitted(ledger: Ledger, *articles: Article) -> list[Job]:
    ledger.admit(Entry(f"{article.name}.txt", article) for article in articles)
    return ledger.waiting(after=0, limit=1000)


def _numbered(count: int) -> list[Article]:
    return [Article(f"{TEXT} {'I' * n}", name=f"a{n}") for n in range(count)]


def test_an_extraction_comes_out_as_it_went_in(
    ledger: Ledger, accounts: Accounts, extraction
) -> None:
    """All of its envelope, with every reply byte for byte."""
    (job,) = _admitted(ledger, ARTICLE)
    done = extraction(ARTICLE, '{ "half \ud83d', '{"no_event": 1}\r\n')
    ledger.finish(job, Outcome.of(done))

    (result,) = accounts.results()

    expected = json.loads(json.dumps(done.to_json()))
    expected["versions"] = RECIPE.content["versions"]
    assert json.loads(json.dumps(result.envelope)) == expected
    assert result.article == ARTICLE
    assert result.places == (Place("lorem.txt", None, None),)


def test_what_is_kept_can_be_read_as_any_other_extraction(
    ledger: Ledger, accounts: Accounts, extraction
) -> None:
    """It needs no other articles."""
    (job,) = _admitted(ledger, ARTICLE)
    ledger.finish(job, Outcome.of(extraction()))

    (kept,) = accounts.kept()

    assert kept.article == ARTICLE
    assert [each.model for each in kept.replies] == ["m"]


def test_totals_are_told_by_recipe_in_order(ledger_path: Path, extraction) -> None:
    """Costs are added exactly; those that are unknown are counted."""
    priced, free = (extraction(price=Price.parse(text)) for text in ("0.1,0", "0.2,0"))
    unpriced = extraction()
    with Ledger(ledger_path, RECIPE) as ledger:
        jobs = _admitted(ledger, *_numbered(4))
        for job, done in zip(jobs, (priced, priced, unpriced), strict=False):
            ledger.finish(job, Outcome.of(done))
    with Ledger(ledger_path, OTHER) as ledger:
        (job,) = _admitted(ledger, *_numbered(1))
        ledger.finish(job, Outcome.of(free))

    with Accounts(ledger_path) as accounts:
        first, second = accounts.totals()

    assert [first.recipe["models"], second.recipe["models"]] == [["openai/a"], ["openai/b"]]
    assert first.states == {"pending": 1, "ok": 3}
    assert (first.cost_usd, first.n_unknown_costs) == (Decimal("0.0002"), 1)
    assert (second.states, second.cost_usd) == ({"ok": 1}, Decimal("0.0002"))
    assert second.n_unknown_costs == 0


def test_of_several_recipes_the_latest_extraction_counts(ledger_path: Path, extraction) -> None:
    """Unless one is asked for; an article that the later one left out keeps the earlier one."""
    articles = _numbered(2)
    with Ledger(ledger_path, RECIPE) as ledger:
        for job in _admitted(ledger, *articles):
            ledger.finish(job, Outcome.of(extraction(job.article)))
    with Ledger(ledger_path, OTHER) as ledger:
        first, second = _admitted(ledger, *articles)
        ledger.finish(first, Outcome.of(extraction(first.article, "{")))
        ledger.skip(second, "no figures")

    with Accounts(ledger_path) as accounts:
        latest, earlier, later = (
            {each.article.name: each.envelope["status"] for each in accounts.results(recipe=recipe)}
            for recipe in (None, 1, 2)
        )

    assert latest == {"a0": "failed", "a1": "ok"}
    assert earlier == {"a0": "ok", "a1": "ok"}
    assert later == {"a0": "failed"}


def test_results_are_given_in_order_however_many_there_are(
    ledger: Ledger, accounts: Accounts, extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read a few at a time, and none is left out or given twice."""
    monkeypatch.setattr(module, "_CHUNK", 2)
    outcome = Outcome.of(extraction())
    for job in _admitted(ledger, *_numbered(5)):
        ledger.finish(job, outcome)

    assert [each.article.name for each in accounts.results()] == ["a0", "a1", "a2", "a3", "a4"]


def test_a_run_may_go_on_while_its_results_are_read(
    ledger: Ledger, accounts: Accounts, extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it finishes meanwhile is read, too."""
    monkeypatch.setattr(module, "_CHUNK", 1)
    outcome = Outcome.of(extraction())
    first, second = _admitted(ledger, *_numbered(2))
    ledger.finish(first, outcome)

    names = []
    for result in accounts.results():
        names.append(result.article.name)
        ledger.finish(second, outcome)

    assert names == ["a0", "a1"]


def test_an_answer_that_is_replaced_while_it_is_read_is_read_whole(
    ledger: Ledger, accounts: Accounts, extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its record with its replies, and neither with those of the other one."""
    (job,) = _admitted(ledger, ARTICLE)
    ledger.finish(job, Outcome.of(extraction()))
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as other:
        other.execute("INSERT INTO standing_answers VALUES (1, 'ok', NULL)")
    before = [each.envelope for each in accounts.results()]
    jobs = Accounts._jobs

    def replacing(self: Accounts, condition: str, after: int) -> list[sqlite3.Row]:
        found = jobs(self, condition, after)
        another = extraction(ARTICLE, "{", before[0]["attempts"][0]["reply"])
        ledger.finish(replace(job, is_answered=True), Outcome.of(another))
        return found

    monkeypatch.setattr(Accounts, "_jobs", replacing)
    ledger.attempts.set_aside(1)
    meanwhile = [each.envelope for each in accounts.results()]
    monkeypatch.undo()

    assert meanwhile == before
    assert [len(each.envelope["attempts"]) for each in accounts.results()] == [2]


def test_an_article_is_told_with_all_its_places_and_its_near_duplicates(
    ledger: Ledger, accounts: Accounts, extraction
) -> None:
    """Its own come first, in the order in which they were met."""
    twin = Article(f"{TEXT} (Copy)", name="twin")
    entries = [
        Entry("twin.txt", twin),
        Entry("b.txt", ARTICLE, title="Signed", url="https://example.org/b"),
        Entry("a.txt", ARTICLE),
    ]
    ledger.admit(entries)
    copy, original = ledger.waiting(after=0, limit=9)
    ledger.finish(original, Outcome.of(extraction()))
    ledger.link(copy, 2)

    (result,) = accounts.results()

    assert result.places == (
        Place("b.txt", "Signed", "https://example.org/b"),
        Place("a.txt", None, None),
        Place("twin.txt", None, None),
    )


def test_an_article_that_stands_nowhere_any_more_goes_by_its_name(
    ledger: Ledger, accounts: Accounts, extraction
) -> None:
    """Its file holds another text by now."""
    (job,) = _admitted(ledger, ARTICLE)
    ledger.finish(job, Outcome.of(extraction()))
    ledger.admit([Entry("lorem.txt", Article("Other news.", name="lorem"))])

    (result,) = accounts.results()

    assert result.places == (Place("lorem", None, None),)


def test_failures_are_told_first_then_what_could_not_be_read(
    ledger: Ledger, accounts: Accounts
) -> None:
    """With the reason, and how many requests were made for it."""
    _, second = _admitted(ledger, *_numbered(2))
    ledger.admit([Entry("broken.html", fault="no text")])
    ledger.fail(second, "bad key")
    with closing(sqlite3.connect(ledger.path)) as other, other:
        attempt = f"({second.id}, 'm', 'draft', 1, '0', '2024')"
        other.execute(
            "INSERT INTO attempts (job, model, purpose, turn, request_sha256, asked_at)"
            f" VALUES {attempt}, {attempt}"
        )

    expected = [
        Failure("a1.txt", "failed", "bad key", 2),
        Failure("broken.html", "unreadable", "no text", 0),
    ]
    assert [*accounts.failures()] == expected
    assert [*accounts.failures(recipe=1)] == expected
    assert [*accounts.failures(recipe=2)] == expected[1:]
    assert accounts.n_places() == (2, 1)


def test_a_ledger_without_batches_has_none_open(accounts: Accounts, ledger: Ledger) -> None:
    """Neither has one of the version that knew of none."""
    assert accounts.open_batches() == []

    with closing(sqlite3.connect(ledger.path)) as other, other:
        other.execute("DROP INDEX attempts_by_submission")
        other.execute("ALTER TABLE attempts DROP COLUMN submission")
        other.execute("DROP TABLE submissions")
        other.execute("PRAGMA user_version = 1")

    with Accounts(ledger.path) as older:
        assert older.open_batches() == []


def test_what_was_spent_is_told_by_the_attempts(ledger: Ledger, accounts: Accounts) -> None:
    """Also of those that led to nothing."""
    (job,) = _admitted(ledger, ARTICLE)
    with closing(sqlite3.connect(ledger.path)) as other, other:
        other.execute(
            "INSERT INTO attempts (job, model, purpose, turn, request_sha256, asked_at,"
            f" spent_usd, spent_tokens) VALUES ({job.id}, 'm', 'draft', 1, '0', '2024', '0.5', 9)"
        )

    assert accounts.attempts.spent() == (Decimal("0.5"), 9)


def test_accounts_cannot_change_a_ledger(accounts: Accounts) -> None:
    """They are opened to read."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        accounts._connection.execute("DELETE FROM jobs")


def test_accounts_of_no_ledger_are_refused(tmp_path: Path) -> None:
    """Nothing is made."""
    with pytest.raises(UsageError, match="there is no such ledger"):
        Accounts(tmp_path / "ledger.db")


@pytest.fixture
def disturbed(ledger_path: Path, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """Return accounts that read without locks, in a folder of others, where a run was made since."""
    Ledger(ledger_path, RECIPE).close()
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_: False)
        accounts = Accounts(ledger_path)
    with Ledger(ledger_path, RECIPE) as run:
        run.admit([Entry("a.txt", ARTICLE)])
    return accounts


@pytest.mark.parametrize("fault", [None, ValueError("nonsense was read")], ids=["read", "broken"])
def test_what_is_written_while_it_is_read_without_locks_is_told(
    disturbed: Accounts, fault: Exception | None
) -> None:
    """Whoever may write in the folder began a run: what was read may be a bit of either state."""

    def read() -> None:
        with disturbed:
            if fault:
                raise fault

    with pytest.raises(LedgerError, match=r"was written while it was read.*; run .* again") as told:
        read()
    assert told.value.__cause__ is fault


@pytest.mark.parametrize("fault", [None, ValueError("nonsense was read")], ids=["read", "broken"])
def test_what_is_removed_while_it_is_read_without_locks_is_told(
    disturbed: Accounts, ledger_path: Path, fault: Exception | None
) -> None:
    """It may have been written before, and nobody can look any more."""
    ledger_path.unlink()

    def read() -> None:
        with disturbed:
            if fault:
                raise fault

    with pytest.raises(LedgerError, match=r"was removed while it was read.*; run .* again") as told:
        read()
    assert told.value.__cause__ is fault


def test_what_is_not_written_meanwhile_is_read_without_locks(
    ledger_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a run that works on a ledger which is read with locks disturbs nobody."""
    Ledger(ledger_path, RECIPE).close()

    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_: False)
        with Accounts(ledger_path) as accounts:
            at_rest = accounts.n_places()
    with Accounts(ledger_path) as accounts, Ledger(ledger_path, RECIPE) as run:
        run.admit([Entry("a.txt", ARTICLE)])
        in_work = accounts.n_places()

    assert (at_rest, in_work) == ((0, 0), (1, 0))


def test_ctrl_c_is_not_taken_for_what_was_written_meanwhile(disturbed: Accounts) -> None:
    """Whoever ends a command hears of that."""
    with pytest.raises(KeyboardInterrupt), disturbed:
        raise KeyboardInterrupt
