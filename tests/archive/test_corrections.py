"""Corrections: what people say of a ledger's articles, and which articles want a second look."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.archive.corrections import (
    Correction,
    Reviewed,
    Risk,
    keep_correction,
    read_corrections,
)
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.archive.storage import LedgerError
from extractor.article import Article
from extractor.errors import UsageError
from extractor.models.scripted import ScriptedModel

RECIPE, OTHER = Recipe(("openai/a",)), Recipe(("openai/b",))
ARTICLES = (
    Article(
        "Dolor County signed 12 projects at the Lorem Fair, 5 in tea, 3 in silk.", name="dolor"
    ),
    Article("Ipsum County signed 12 projects at the Lorem Fair.", name="ipsum"),
)


@pytest.fixture
def outcome(make) -> Callable[..., Outcome]:
    """Give a function that extracts from an article, with the event's fields given."""

    def build(article: Article, **fields: Any) -> Outcome:
        event = {"name": "Lorem Fair", "count": article.text.index("12")} | fields
        answer = make.draft(make.event(**event)).model_dump_json()
        model = ScriptedModel([answer], name="m")
        return Outcome.of(extract(article, model=model, max_attempts=1))

    return build


@pytest.fixture
def path(ledger_path: Path, outcome) -> Path:
    """A ledger with an extraction of each article, of which the first leaves figures out."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit(Entry(f"{article.name}.txt", article) for article in ARTICLES)
        for job in ledger.waiting(after=0, limit=9):
            ledger.finish(job, outcome(job.article))
    return ledger_path


@pytest.fixture
def reviewed(path: Path) -> Iterator[Reviewed]:
    """The ledger, as those see it who review it."""
    with Reviewed(path) as reviewed:
        yield reviewed


def _said(article: int = 1, labeller: str = "ann", **fields: Any) -> Correction:
    said: dict[str, Any] = {"job": article, "record": {"event": None}, "labels": {}} | fields
    return Correction(article, labeller=labeller, corrected_at="", **said)


def test_what_speaks_for_a_second_look_is_told_of_each_article(reviewed: Reviewed) -> None:
    """In the order in which they were met."""
    first, second = reviewed.risks()

    assert first == Risk(
        article=1,
        sha256=ARTICLES[0].sha256,
        name="dolor",
        place="dolor.txt",
        job=1,
        state="flagged",
        reason=None,
        n_violations=1,
        n_findings=0,
        n_unplaced=2,
        n_records=1,
    )
    assert (second.name, second.state, second.n_violations) == ("ipsum", "ok", 0)


def test_the_latest_extraction_is_the_one_to_look_at(path: Path, outcome) -> None:
    """Records that differ between recipes are counted; a job without an extraction is none."""
    with Ledger(path, OTHER) as ledger:
        ledger.admit(Entry(f"{article.name}.txt", article) for article in ARTICLES)
        first, second = ledger.waiting(after=0, limit=9)
        ledger.finish(first, outcome(first.article, stage="started"))
        ledger.skip(second, "no figures")

    with Reviewed(path) as reviewed:
        risks = [(risk.job, risk.n_records) for risk in reviewed.risks()]

    assert risks == [(first.id, 2), (2, 1)]


def test_an_article_that_stands_nowhere_any_more_goes_by_its_name(path: Path) -> None:
    """Its file holds another text by now."""
    with Ledger(path, RECIPE) as ledger:
        ledger.admit([Entry("dolor.txt", Article("Other news.", name="dolor"))])

    with Reviewed(path) as reviewed:
        assert [risk.place for risk in reviewed.risks()] == ["dolor", "ipsum.txt"]


def test_the_extraction_of_a_job_is_given(reviewed: Reviewed) -> None:
    """With the places of its article."""
    result = reviewed.result(2)

    assert result.article == ARTICLES[1]
    assert [place.place for place in result.places] == ["ipsum.txt"]


@pytest.mark.parametrize("job", [99, 3], ids=["no job", "a job that waits"])
def test_a_job_without_an_extraction_is_said(path: Path, job: int) -> None:
    """There is no result of it."""
    with Ledger(path, RECIPE) as ledger:
        ledger.admit([Entry("new.txt", Article("Other news."))])

    with (
        Reviewed(path) as reviewed,
        pytest.raises(UsageError, match=f"job {job} has no extraction"),
    ):
        reviewed.result(job)


def test_a_ledger_without_corrections_has_none(path: Path, reviewed: Reviewed) -> None:
    """The table is made when it is needed, and not by looking for it."""
    assert reviewed.corrections() == []
    assert reviewed.correction(1, "ann") is None
    assert reviewed.corrected("ann") == frozenset()
    assert [*read_corrections(path)] == []
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'corrections'")
        assert found.fetchone() is None


def test_a_correction_comes_back_as_it_was_made(path: Path) -> None:
    """But for the moment, which is that of keeping it."""
    said = _said(record={"event": {"name": {"any_of": ["总", "a"]}}}, labels={"background": [1]})

    keep_correction(path, said)

    (kept,) = read_corrections(path)
    assert (kept.article, kept.job, kept.labeller) == (1, 1, "ann")
    assert (kept.record, kept.labels) == (said.record, said.labels)
    assert kept.corrected_at > "2020"


def test_the_latest_correction_counts_and_none_is_lost(path: Path) -> None:
    """Rows are added, never changed."""
    for n in range(3):
        keep_correction(path, _said(record={"n": n}))

    (latest,) = read_corrections(path)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT record FROM corrections ORDER BY id").fetchall()
    assert latest.record == {"n": 2}
    assert rows == [('{"n":0}',), ('{"n":1}',), ('{"n":2}',)]


def test_each_labellers_word_on_each_article_stands_for_itself(path: Path) -> None:
    """In the order in which they were said."""
    for article, labeller in ((2, "ann"), (1, "bo"), (1, "ann")):
        keep_correction(path, _said(article, labeller, record={"by": labeller}))

    with Reviewed(path) as reviewed:
        said = [(each.article, each.labeller) for each in reviewed.corrections()]
        of_bo = reviewed.correction(1, "bo")
        assert said == [(2, "ann"), (1, "bo"), (1, "ann")]
        assert of_bo is not None
        assert of_bo.record == {"by": "bo"}
        assert reviewed.correction(2, "bo") is None
        assert reviewed.corrected("ann") == {1, 2}
        assert reviewed.corrected("bo") == {1}


def test_a_correction_is_seen_by_those_who_look_already(path: Path, reviewed: Reviewed) -> None:
    """A review goes on while others save."""
    before = reviewed.corrected("ann")

    keep_correction(path, _said())

    assert (before, reviewed.corrected("ann")) == (frozenset(), {1})


def test_a_correction_leaves_the_models_answer_as_it_was(path: Path, reviewed: Reviewed) -> None:
    """It stands beside it."""
    before = reviewed.result(1).envelope

    keep_correction(path, _said())

    assert reviewed.result(1).envelope == before


def test_a_correction_is_kept_while_a_run_works_on_the_ledger(path: Path) -> None:
    """The lock is the run's; a correction takes a moment between its writes."""
    with Ledger(path, RECIPE) as ledger:
        keep_correction(path, _said())
        added = ledger.admit([Entry("new.txt", Article("Other news."))]).added

    assert added == 1
    assert len([*read_corrections(path)]) == 1


def test_a_correction_that_cannot_be_kept_is_told_in_one_line(path: Path) -> None:
    """The labeller has to know that nothing was saved."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE corrections (id INTEGER PRIMARY KEY)")

    with pytest.raises(LedgerError, match=r"ledger\.db: .*what is in it is safe"):
        keep_correction(path, _said())


def test_any_client_can_read_a_correction(path: Path) -> None:
    """The table is plain SQLite and JSON."""
    keep_correction(path, _said(2, record={"event": {"stage": "signed"}}))

    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT articles.name, json_extract(record, '$.event.stage') FROM corrections"
            " JOIN articles ON articles.id = article"
        ).fetchall()
    assert rows == [("ipsum", "signed")]


def test_a_file_that_is_no_ledger_has_no_corrections(tmp_path: Path) -> None:
    """It is told."""
    with pytest.raises(UsageError, match="there is no such ledger"):
        [*read_corrections(tmp_path / "none.db")]
