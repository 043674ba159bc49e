"""The standings in words."""

from decimal import Decimal

from extractor.evals.comparison import standing
from extractor.report.evaluation.standings import COLUMNS, rows, verdicts
from extractor.usage import Usage


def cells(row):
    """Return the texts of a row by column."""
    return {
        column: cell.text
        for (column, _), cell in zip(COLUMNS, row.cells, strict=True)
        if cell is not None
    }


def rows_of(*runs):
    """Return the rows of one system."""
    return rows([standing("a", runs)], {"a": runs})


def test_a_row_says_what_a_system_reached_and_took(gold, perfect, run_of):
    """Scores, records, tokens, money and time."""
    (row,) = rows_of(run_of(gold, perfect))

    found = cells(row)
    assert (found["score"], found["records right"], found["failed"]) == ("1.000", "1/1", "0")
    assert (found["tokens in"], found["USD"], found["seconds"]) == ("1,000", "0.0100", "2.0")


def test_what_is_not_known_is_unknown_never_zero(gold, perfect, run_of):
    """Neither price nor tokens are made up."""
    (row,) = rows_of(run_of(gold, perfect, cost_usd=None, usage=Usage(None, None, None, None)))

    found = cells(row)
    assert {found["USD"], found["USD a right record"], found["tokens in"]} == {"unknown"}


def test_without_a_right_record_there_is_no_price_of_one(gold, run_of):
    """A price was paid, and nothing came of it."""
    (row,) = rows_of(run_of(gold, None, cost_usd=Decimal(1)))

    assert cells(row)["USD a right record"] == "–"


def test_the_first_try_has_a_line_of_its_own(gold, perfect, without_share, run_of):
    """It has scores, but no costs."""
    repaired, first = rows_of(run_of(gold, perfect, first_record=without_share, attempts=({}, {})))

    assert float(cells(first)["score"]) < float(cells(repaired)["score"])
    assert cells(first)["records right"] == "0/1"
    assert "USD" not in cells(first)


def test_only_negatives_give_no_score(negative, run_of):
    """A mean over no articles is no number."""
    (row,) = rows_of(run_of(negative, None))

    assert cells(row)["score"] == "–"


def test_systems_and_first_tries_are_compared(gold, perfect, without_share, run_of):
    """Each with the first system, and each that was repaired with its own first replies."""
    documents = [gold.__class__(f"d{n}", gold.article, gold.source, gold.record) for n in range(6)]
    repaired = {"first_record": without_share, "attempts": ({}, {})}
    runs = {
        "a": [run_of(document, perfect) for document in documents],
        "b": [run_of(document, perfect, system="b", **repaired) for document in documents],
    }

    found = [(each.title, each.base, each.verdict) for each in verdicts(runs)]

    assert found[0][:2] == ("b", "a")
    assert found[1][:2] == ("b", "b, first try")
    assert found[0][2].startswith("not separable with 6 articles")
    assert found[1][2].startswith("b better")


def test_one_system_without_repair_is_compared_with_nothing(gold, perfect, run_of):
    """There is nothing to tell apart."""
    assert verdicts({"a": [run_of(gold, perfect)]}) == ()
