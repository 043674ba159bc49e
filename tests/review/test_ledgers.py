"""A ledger under review: the riskiest first, and corrections beside the models' answers."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from extractor.archive.accounts import Accounts
from extractor.archive.corrections import read_corrections
from extractor.cli import app
from extractor.errors import UsageError
from extractor.review.desk import Desk
from extractor.review.edits import SetChoice
from extractor.review.ledgers import LedgerSource

TOWNS = ("Norvale", "Ostby", "Westford")
SAME_JOB = (
    "INSERT INTO jobs SELECT NULL, article, 2, state, reason, duplicate_of, model, {record},"
    " evidence, computed, violations, findings, unplaced, figures, usage, cost_usd, least_cost_usd,"
    " started_at, '2000' FROM jobs WHERE article = ?"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder with three articles and their ledger.

    The second article has figures without a place, and two records.
    """
    home = tmp_path_factory.mktemp("archive")
    folder = home / "articles"
    folder.mkdir()
    for town in TOWNS:
        text = f"{town} signed 40 projects worth 9.5 billion yuan at the 2023 {town} Investment Fair.\n"
        (folder / f"{town}.txt").write_text(text, "utf-8")
    path = home / "ledger.db"
    result = CliRunner().invoke(
        app, ["batch", str(folder), "--ledger", str(path), "--model", "rules"]
    )
    assert result.exit_code == 0, result.output
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO recipes SELECT 2, 'x', content, created_at FROM recipes")
        connection.execute(SAME_JOB.format(record="'{}'"), (2,))
        connection.execute(SAME_JOB.format(record="record"), (3,))
        connection.execute(
            "UPDATE jobs SET state = 'flagged', unplaced = figures WHERE article = 2 AND recipe = 1"
        )
    return home


@pytest.fixture
def ledger(archive, tmp_path):
    """The ledger, as yet uncorrected."""
    shutil.copytree(archive, tmp_path, dirs_exist_ok=True)
    return tmp_path / "ledger.db"


def test_the_riskiest_come_first_and_say_why(ledger):
    """Flagged, figures without a place, models that disagree: each is a reason."""
    first, *others = LedgerSource(ledger).entries()

    assert (first.name, first.status) == ("Ostby", "flagged")
    reasons = " ".join(first.reasons)
    assert "flagged" in reasons
    assert "figures without a place" in reasons
    assert "2 different records" in reasons
    assert [each.name for each in others] == ["Norvale", "Westford"]
    assert first.risk > others[0].risk


def test_an_answer_is_opened_without_a_model(ledger):
    """What the ledger has is there, with its evidence."""
    source = LedgerSource(ledger)
    desk = Desk(source)
    entry = next(each for each in desk.entries if each.name == "Norvale")

    work = desk.work(entry.id)

    with Accounts(ledger) as accounts:
        kept = {each.article.name: each.envelope for each in accounts.results()}["Norvale"]
    assert work.labelling.record.model_dump(mode="json") == kept["record"]
    assert work.labelling.kept == ()
    assert work.journal.opened.maker == "rules"
    assert not work.journal.is_saved


def test_a_correction_stands_beside_the_answer(ledger):
    """The model's answer is as it was; the correction says who, what and when."""
    with Accounts(ledger) as accounts:
        before = [result.envelope for result in accounts.results()]
    desk = Desk(LedgerSource(ledger, labeller="ann"))
    entry = desk.entries[0]
    work = desk.work(entry.id)
    assert work.labelling.record.event is not None
    work.edit(0, [SetChoice(op="set_choice", at="/event/stage", value="started")])

    place = work.save(1, desk.source)

    (correction,) = read_corrections(ledger)
    assert place == f"{ledger} (corrections, ann)"
    assert (correction.labeller, correction.article) == ("ann", 2)
    assert correction.record == work.labelling.labels.record
    assert correction.labels["source"]["language"] == "en"
    assert correction.corrected_at > "2020"
    with Accounts(ledger) as accounts:
        assert [result.envelope for result in accounts.results()] == before


def test_a_correction_is_opened_again(ledger):
    """The labeller finds what was corrected; another one finds the model's answer."""
    desk = Desk(LedgerSource(ledger, labeller="ann"))
    entry = desk.entries[0]
    work = desk.work(entry.id)
    work.edit(0, [SetChoice(op="set_choice", at="/event/stage", value="started")])
    work.save(1, desk.source)

    again = Desk(LedgerSource(ledger, labeller="ann"))
    other = Desk(LedgerSource(ledger, labeller="bo"))

    assert again.state(again.entries[0]) == ("saved", None)
    assert again.work(entry.id).labelling.record.event.stage == "started"
    assert not other.entries[0].has_labels
    assert other.work(entry.id).labelling.record.event.stage == "signed"


def test_a_run_goes_on_while_its_articles_are_reviewed(ledger, tmp_path):
    """Corrections are written beside a run; the run finds its ledger as it left it."""
    desk = Desk(LedgerSource(ledger))
    work = desk.work(desk.entries[0].id)
    work.save(0, desk.source)

    arguments = ["batch", str(tmp_path / "articles"), "--ledger", str(ledger), "-m", "rules"]
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 0
    assert len([*read_corrections(ledger)]) == 1


def test_a_new_answer_counts_where_nobody_edited_the_old_one(ledger):
    """An article that was only looked at shows what the ledger has by now."""
    desk = Desk(LedgerSource(ledger))
    entry = desk.entries[0]
    desk.work(entry.id)
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(
            "UPDATE jobs SET record = json_set(record, '$.event.stage', 'planned')"
            " WHERE article = 2 AND recipe = 1"
        )

    again = Desk(LedgerSource(ledger)).work(entry.id)

    assert again.labelling.record.event.stage == "planned"
    assert again.notices == ()


def test_journals_lie_beside_the_ledger(ledger):
    """Edits that are not saved yet are kept, too."""
    desk = Desk(LedgerSource(ledger))
    desk.work(desk.entries[0].id)

    (journal,) = (ledger.parent / "ledger.db.review").rglob("*.jsonl")
    assert json.loads(journal.read_text("utf-8").splitlines()[0])["name"] == "Ostby"


def test_a_ledger_without_an_extraction_is_said(ledger):
    """There is nothing to review."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE jobs SET state = 'pending'")

    with pytest.raises(UsageError, match="holds no extraction"):
        LedgerSource(ledger)
