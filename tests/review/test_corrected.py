"""Corrected records: what a person said of an article is what is exported of it."""

import csv
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from extractor.archive.accounts import Accounts
from extractor.archive.corrections import Correction, Reviewed, keep_correction
from extractor.archive.exporting import exported
from extractor.archive.retrying import retry
from extractor.archive.where import Where
from extractor.cli import app
from extractor.errors import UsageError
from extractor.review.corrected import corrected
from extractor.review.desk import Desk
from extractor.review.edits import MarkFigure, PutAside, Remove, SetChoice, SetSource
from extractor.review.ledgers import LedgerSource

TOWNS = ("Norvale", "Ostby")


def run(*arguments):
    """Run a command, which ends well."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result.stdout


def correct(ledger, name, *edits, labeller=None):
    """Edit an article of a ledger as the page does, and save it."""
    desk = Desk(LedgerSource(ledger, labeller=labeller))
    work = desk.work(next(entry.id for entry in desk.entries if entry.name == name))
    if edits:
        work.edit(0, list(edits))
    work.save(work.journal.version, desk.source)
    return work


def stage(value):
    """Give the edit that says how far the event's projects are."""
    return SetChoice(op="set_choice", at="/event/stage", value=value)


def rows(ledger, folder, table="events", *options):
    """Export a ledger, and read a table back."""
    run("export", ledger, "--out", folder, *options)
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Two articles, and a ledger with the answers of rules about them."""
    home = tmp_path_factory.mktemp("archive")
    folder = home / "articles"
    folder.mkdir()
    for town in TOWNS:
        text = f"{town} signed 40 projects worth 9.5 billion yuan at the 2023 {town} Fair.\n"
        (folder / f"{town}.txt").write_text(text, "utf-8")
    run("batch", folder, "--ledger", home / "ledger.db", "--model", "rules")
    return home


@pytest.fixture
def ledger(archive, tmp_path):
    """The ledger, as yet uncorrected."""
    shutil.copytree(archive, tmp_path, dirs_exist_ok=True)
    return tmp_path / "ledger.db"


def test_the_corrected_record_is_exported_with_who_said_so_and_when(ledger, tmp_path):
    """The other articles are as their model answered."""
    correct(ledger, "Norvale", stage("started"))

    first, second = rows(ledger, tmp_path / "tables")

    assert (first["stage"], first["corrected_by"]) == ("started", "review")
    assert first["corrected_at"] > "2020"
    assert (second["stage"], second["corrected_by"]) == ("signed", "")


def test_the_models_own_answers_are_exported_on_demand(ledger, tmp_path):
    """They are kept beside the corrections, never under them."""
    correct(ledger, "Norvale", stage("started"))

    first, _ = rows(ledger, tmp_path / "tables", "events", "--uncorrected")

    assert (first["stage"], first["corrected_by"], first["corrected_at"]) == ("signed", "", "")


def test_how_many_are_corrected_is_told(ledger, tmp_path):
    """By the export, and by the ledger's status."""
    assert "corrected" not in run("status", ledger)
    correct(ledger, "Norvale", stage("started"))
    correct(ledger, "Norvale", labeller="bo")

    assert "2 extractions as csv, 1 of them corrected, in" in run(
        "export", ledger, "--out", tmp_path / "tables"
    )
    assert "1 corrected" in run("status", ledger)
    assert json.loads(run("status", ledger, "--json"))["n_corrected"] == 1


def test_a_report_shows_the_corrected_record_and_says_whose_it_is(ledger, tmp_path):
    """As it is exported; the page made of the model's answer is made anew."""
    options = ("report", ledger, "--out", tmp_path / "report")
    run(*options)
    correct(ledger, "Norvale", stage("operating"))

    said = run(*options)

    pages = [path.read_text("utf-8") for path in tmp_path.glob("report/articles/*/*.html")]
    (page,) = (page for page in pages if "<dt>Corrected</dt>" in page)
    assert "1 page made" in said
    assert "<dd>by review, 2" in page
    assert "<dd>operating</dd>" in page
    index = (tmp_path / "report" / "index.html").read_text("utf-8")
    assert "Corrected by people, and listed as they were corrected: 1." in index


@pytest.mark.parametrize("option", [("--uncorrected",), ("--recipe", "1")], ids=" ".join)
def test_a_report_shows_what_models_answered_on_demand(ledger, tmp_path, option):
    """A recipe's answers are its own."""
    correct(ledger, "Norvale", stage("operating"))

    run("report", ledger, "--out", tmp_path / "report", *option)

    pages = [path.read_text("utf-8") for path in tmp_path.glob("report/articles/*/*.html")]
    assert not any("<dt>Corrected</dt>" in page or "<dd>operating</dd>" in page for page in pages)
    index = (tmp_path / "report" / "index.html").read_text("utf-8")
    assert "Corrected by people, and listed as a model answered: 1." in index


def test_a_recheck_says_that_it_is_about_the_models_answers(ledger):
    """Its files hold no correction."""
    assert "corrected" not in CliRunner().invoke(app, ["recheck", str(ledger)]).stderr
    correct(ledger, "Norvale", stage("started"))

    result = CliRunner().invoke(app, ["recheck", str(ledger)])

    assert "people corrected 1 of its articles; here are the models' answers" in result.stderr
    assert "2 rechecked, 0 changed" in result.stdout


def test_figures_evidence_and_checks_fit_the_corrected_record(ledger):
    """All of the envelope that is about the record is made from it; what was paid stays."""
    work = correct(
        ledger,
        "Norvale",
        Remove(op="remove", at="/event/total/count"),
        PutAside(op="put_aside", figures=[15]),
    )

    with Reviewed(ledger) as reviewed:
        answer = next(iter(exported(reviewed)))
        said = reviewed.last_said(answer.article.sha256)
        made = corrected(answer, said)

    assert answer.envelope["record"]["event"]["total"]["count"] is not None
    assert made.envelope["record"]["event"]["total"]["count"] is None
    assert "/event/total/count" not in made.envelope["evidence"]
    assert made.envelope["status"] == work.labelling.status
    assert made.envelope["violations"] == [v.to_json() for v in work.labelling.violations]
    assert [f["background"] for f in made.envelope["figures"] if f["as_written"] == "40"] == [True]
    for name in ("model", "attempts", "cost_usd", "versions", "usage"):
        assert made.envelope[name] == answer.envelope[name]


def test_a_figure_that_was_marked_stands_in_the_table_of_figures(ledger, tmp_path):
    """With its quote, cut from the article by its place."""
    correct(ledger, "Norvale", MarkFigure(op="mark_figure", span=[15, 26]))

    (count, *_) = rows(ledger, tmp_path / "tables", "figures")

    assert (count["role"], count["value"], count["quote"]) == ("count", "40", "40 projects")


def test_the_day_of_publication_that_was_corrected_counts(ledger, tmp_path):
    """Dates of the record may rest on it."""
    correct(ledger, "Norvale", SetSource(op="set_source", published="2023-05-12"))

    first, second = rows(ledger, tmp_path / "tables", "articles")

    assert (first["published"], second["published"]) == ("2023-05-12", "")


def test_the_latest_word_counts_of_several_labellers(ledger, tmp_path):
    """Whose it is stands beside it."""
    correct(ledger, "Norvale", stage("started"), labeller="ann")
    correct(ledger, "Norvale", stage("operating"), labeller="bo")

    first, _ = rows(ledger, tmp_path / "tables")

    assert (first["stage"], first["corrected_by"]) == ("operating", "bo")


def test_a_correction_outlives_a_new_answer(ledger, tmp_path):
    """Whatever a model says later, a person has said what is so."""
    correct(ledger, "Norvale", stage("started"))
    run(
        *("batch", tmp_path / "articles", "--ledger", ledger),
        *("--model", "rules", "--max-attempts", "2"),
    )

    first = next(row for row in rows(ledger, tmp_path / "t") if "Norvale" in row["name"])

    assert (first["stage"], first["corrected_by"]) == ("started", "review")


@pytest.mark.parametrize("state", ["ok", "failed"])
def test_a_correction_stands_while_its_article_waits(ledger, tmp_path, state):
    """What failed has no answer of a model that could stand, but a person's."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE jobs SET state = ? WHERE article = 1", (state,))
    correct(ledger, "Norvale", stage("started"))
    retry(ledger, Where.parse([state], states=("ok", "failed")))

    first, *_ = rows(ledger, tmp_path / "tables")

    assert (first["stage"], first["corrected_by"]) == ("started", "review")
    assert [entry.name for entry in LedgerSource(ledger).entries() if entry.has_labels] == [
        "Norvale"
    ]


def test_json_lines_say_who_corrected_it(ledger, tmp_path):
    """And null of what nobody corrected."""
    correct(ledger, "Norvale", stage("started"))
    run("export", ledger, "--out", tmp_path, "--format", "jsonl")

    lines = (tmp_path / "extractions.jsonl").read_text("utf-8").splitlines()

    first, second = map(json.loads, lines)
    assert first["corrected"]["by"] == "review"
    assert first["record"]["event"]["stage"] == "started"
    assert second["corrected"] is None


def test_a_correction_that_cannot_be_read_is_named_and_the_others_are_exported(ledger, tmp_path):
    """The model's answer in its place would pass for the person's word."""
    keep_correction(ledger, Correction(1, 1, "ann", {"event": 1}, {}, ""))

    with Accounts(ledger) as accounts, pytest.raises(UsageError, match="the correction by ann"):
        corrected(next(iter(exported(accounts))), Correction(1, 1, "ann", {"event": 1}, {}, ""))
    result = CliRunner().invoke(app, ["export", str(ledger), "--out", str(tmp_path / "tables")])

    assert result.exit_code == 1
    assert "1 extraction as csv" in result.stdout
    assert "by ann" in result.stderr
