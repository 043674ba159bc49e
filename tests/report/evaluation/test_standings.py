"""The standings in words."""

from decimal import Decimal

from extractor.evals.comparison import standing
from extractor.report.evaluation.standings import COLUMNS, rows
from extractor.usage import Usage


def cells(row):
    """Return the texts of a row by column."""
    return {column: cell.text for (column, _), cell in zip(COLUMNS, row.cells, strict=True)}


def rows_of(*runs):
    """Return the rows of one system."""
    return rows([standing("a", runs)])


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
    """It has scores, and what the first reply took."""
    repaired, first = rows_of(run_of(gold, perfect, first_record=without_share))

    assert float(cells(first)["score"]) < float(cells(repaired)["score"])
    assert cells(first)["records right"] == "0/1"
    assert (cells(first)["tokens in"], cells(first)["USD"]) == ("250", "0.0025")
    assert (cells(repaired)["tokens in"], cells(repaired)["USD"]) == ("1,000", "0.0100")


def test_only_negatives_give_no_score(negative, run_of):
    """A mean over no articles is no number."""
    (row,) = rows_of(run_of(negative, None))

    assert cells(row)["score"] == "–"
