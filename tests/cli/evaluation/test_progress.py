"""How far an evaluation is, on standard error."""

import pytest

from extractor.cli.evaluation.progress import run_plan
from extractor.evals.gold import GoldDocument, load_gold, packaged_gold
from extractor.evals.result import Result, System
from extractor.evals.run import Plan

SHOW_CURSOR, CLEAR_LINE = "\x1b[?25h", "\r\x1b[1A\x1b[2K"


@pytest.fixture
def documents() -> list[GoldDocument]:
    """Two short gold documents."""
    return sorted(load_gold(packaged_gold()), key=lambda each: len(each.article.text))[:2]


def evaluate(documents: list[GoldDocument]) -> list[Result]:
    """Return what the rules make of documents, one after the other."""
    runs = run_plan(Plan(documents, [System.of("rules", None)]), concurrency=1)
    return [run.result for run in runs]


def test_elsewhere_than_on_a_terminal_each_document_has_a_line(capsys, documents):
    """A log tells what is done, how much is left and what came of it."""
    first, second = evaluate(documents)

    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"rules: 1/2 {first.key.document} {first.status}",
        f"rules: 2/2 {second.key.document} {second.status}",
    ]


def test_on_a_terminal_a_bar_moves_and_leaves_nothing_behind(capsys, monkeypatch, documents):
    """What stays on the screen are the tables of the results, and the cursor."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")

    evaluate(documents)

    err = capsys.readouterr().err
    assert "articles" in err
    assert err.endswith(f"{SHOW_CURSOR}{CLEAR_LINE}")
