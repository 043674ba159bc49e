"""A row of the index."""

from dataclasses import replace
from datetime import date

import pytest
from record_parts import amount, count, share

from extractor.article import Article
from extractor.report.archive.row import FIELDS, row_of, row_without_page, year_of
from extractor.report.source import Source

SOURCE = Source("news/1.txt", title="A title", url="https://news.example/1")


def test_a_row_says_what_the_record_says(saying) -> None:
    """Name, host, date and totals in words; the title stands below the event's name."""
    extraction = saying(
        name="Lorem Fair",
        host="Dolor County",
        start_date="2024-05-06",
        n=count(12, hedge="over"),
        amounts=(amount("3400000000"), amount("20000000", "USD", kind="trade")),
    )

    row = row_of(extraction, SOURCE, page="abc")

    assert (row.name, row.source) == ("Lorem Fair", "A title")
    assert (row.host, row.date, row.year) == ("Dolor County", "2024-05-06", "2024")
    assert row.total == "over 12"
    assert row.amounts == "3.4 billion CNY\n20 million USD trade"
    assert row.url == "https://news.example/1"


def test_an_event_of_which_only_the_end_is_known_has_its_day(saying) -> None:
    """It ended then, and belongs to that year."""
    row = row_of(saying(end_date="2023-05-06"), SOURCE, page="abc")

    assert (row.date, row.year) == ("2023-05-06", "2023")


def test_without_an_event_a_row_bears_the_title(saying) -> None:
    """The place stands below it; nothing is made up."""
    nothing = replace(saying(), record=None, status="failed", reason="refused")

    row = row_of(nothing, SOURCE, page="abc")

    assert (row.name, row.source, row.reason) == ("A title", "news/1.txt", "refused")
    assert (row.host, row.date, row.year, row.total, row.amounts) == ("", "", "", "", "")


def test_a_row_is_found_by_the_names_of_its_record(saying) -> None:
    """Other names, groups, projects, investors and places, which no column shows."""
    project = {
        "name": "Bar plant",
        "investors": ["Foo Ltd."],
        "place": "Ipsum",
        "industry": None,
        "amounts": [],
        "shares": [],
        "targets": [],
    }
    extraction = saying(aliases=["LF"], shares=(share("s1", "chemistry"),), projects=(project,))

    words = row_of(extraction, Source("a.txt", also_at=("b.txt",)), page="x").words.split("\n")

    assert {"LF", "chemistry", "Bar plant", "Foo Ltd.", "Ipsum", "a.txt", "b.txt"} <= set(words)


@pytest.mark.parametrize(
    ("start", "published", "year"),
    [
        pytest.param("2023-11-03", date(2024, 1, 2), "2023", id="the event's"),
        pytest.param("XXXX-11-03", date(2024, 1, 2), "2024", id="of publication"),
        pytest.param(None, date(2024, 1, 2), "2024", id="no date"),
        pytest.param("XXXX-11-03", None, "", id="none known"),
    ],
)
def test_the_year_is_the_events_else_of_publication(saying, start, published, year: str) -> None:
    """Without either it is empty."""
    article = Article("12 projects.", published=published)

    assert year_of(saying(start_date=start, article=article)) == year


def test_what_has_no_extraction_has_no_page() -> None:
    """It is listed with its place and the reason."""
    row = row_without_page("a.pdf", status="unreadable", reason="encrypted")

    assert (row.name, row.status, row.reason, row.page) == ("a.pdf", "unreadable", "encrypted", "")
    assert len(row.content()) == len(FIELDS)
