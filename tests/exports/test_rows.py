"""Rows of an export: every figure with its quote, its sentence and where it was published."""

from collections import Counter
from decimal import Decimal

from extractor.api import extract
from extractor.article import Article
from extractor.exports import Exported
from extractor.exports.rows import rows_of
from extractor.models.scripted import ScriptedModel


def rows(exported, name):
    """Return the rows of a table as dictionaries."""
    return [
        dict(zip(table.header, row, strict=True))
        for one in exported
        for table, row in rows_of(one)
        if table.name == name
    ]


def test_every_row_fits_its_table(exported):
    """As many cells as columns, and an article's hash first."""
    for one in exported:
        for table, row in rows_of(one):
            assert len(row) == len(table.columns)
            assert row[0] == one.article.sha256


def test_every_item_of_the_record_has_a_row(exported):
    """Shares, projects and agreements are counted as the record has them."""
    counted = Counter(table.name for table, _ in rows_of(exported[0]))
    record = exported[0].envelope["record"]

    for field in ("shares", "projects", "agreements"):
        assert counted[field] == len(record[field])
    assert (counted["articles"], counted["events"]) == (1, 1)


def test_an_article_without_an_event_has_a_row_among_the_articles_only(exported):
    """Nothing that was asked about goes missing."""
    (article,) = rows(exported[2:], "articles")

    assert article["status"] == "no_event"
    assert article["reason"] == "catalogue"
    assert rows(exported[2:], "events") == []


def test_a_figure_stands_beside_its_quote_and_sentence(exported):
    """The quote is cut out of the text by its offsets, and its sentence holds it."""
    text = exported[0].article.text
    figures = rows(exported[:1], "figures")

    assert figures
    for figure in figures:
        assert text[figure["start"] : figure["end"]] == figure["quote"]
        assert figure["quote"] in figure["sentence"]
        assert figure["url"] == "https://a/b"


def test_a_conversion_is_a_figure_beside_the_amount_that_it_restates():
    """Nobody who adds up amounts counts 3 billion yuan and its $420 million as two."""
    text = "12 projects worth 3 billion yuan ($420 million) were signed at the Lorem Fair on May 6."
    converted = Exported.of(extract(Article(text), model="rules"))

    _, stated, conversion = rows([converted], "figures")

    assert (stated["role"], stated["quote"]) == ("amount", "3 billion yuan")
    assert (conversion["role"], conversion["quote"]) == ("conversion", "$420 million")
    assert (conversion["value"], conversion["unit"]) == (Decimal(420000000), "USD")
    assert conversion["pointer"] == f"{stated['pointer']}/equivalents/0"


def test_a_count_is_of_what_the_finder_says_is_counted():
    """12 of what, stands in the column of units as the article has it."""
    text = "At the Lorem Fair, 12 contracts worth 3 billion yuan were signed on May 6, 2022."

    count, _ = rows([Exported.of(extract(Article(text), model="rules"))], "figures")

    assert (count["role"], count["unit"]) == ("count", "contracts")


def test_a_count_is_not_of_a_currency(make):
    """51 projects, of which the finder says that they may be 51 billion yuan, have no unit."""
    text = "At the Lorem Fair, investment in signed projects came to 51 and 47.4 billion yuan."
    draft = make.draft(make.event(name="Lorem Fair", count=text.index("51"))).model_dump_json()
    extraction = extract(Article(text), model=ScriptedModel([draft]), max_attempts=1)

    (count,) = rows([Exported.of(extraction)], "figures")

    assert (count["role"], count["value"], count["unit"]) == ("count", 51, None)


def test_amounts_are_exact_decimals(exported):
    """93.588 billion yuan is 93588000000, never a float."""
    (event,) = rows(exported[:1], "events")

    assert event["amount"] == Decimal(93588000000)
    assert isinstance(event["amount"], Decimal)
    assert event["currency"] == "CNY"


def test_a_date_has_its_first_and_last_day(exported):
    """A day is both; what has no year has neither."""
    (event,) = rows(exported[:1], "events")

    assert event["start_date"] == "2022-11-03"
    assert event["start_earliest"] == event["start_latest"]
    assert event["start_earliest"].isoformat() == "2022-11-03"


def test_a_stated_percentage_stands_beside_the_computed_one(exported):
    """'Nearly 80%' and what it comes to."""
    shares = [share for share in rows(exported[:1], "shares") if share["percent_computed"]]

    assert shares
    assert all(abs(share["percent"] - share["percent_computed"]) < 5 for share in shares)
