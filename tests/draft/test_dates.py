"""Dates: what a draft may state, given an article and its day of publication."""

from datetime import date

import pytest

from extractor.article import Article
from extractor.draft.dates import completed_date, date_evidence, is_edtf
from extractor.figures import find_figures


def evidence(claim: str, text: str, published: date | None = None) -> str | None:
    """Return the words that a date rests on."""
    article = Article(text, published=published)
    span = date_evidence(claim, article, find_figures(text, published=published))
    return span and text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "2022-11-03",
        "2022-11",
        "2022",
        "XXXX-11-03",
        "XXXX-11",
        "XXXX-02-29",
        "XXXX-XX-27",
        "2022-XX-27",
    ],
)
def test_edtf_dates_are_told(text: str) -> None:
    """Every form that the record knows."""
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-30", "2023-02-29", "2022-13", "2022-00", "0000-01-01", "XXXX-XX-32", "XXXX-XX-00",
        "XXXX", "XXXX-XX", "2022-XX", "20XX", "2022-1-3", "２０２２-11-03", "2022-11-03\n", "soon", "",
    ],
)  # fmt: skip
def test_what_is_no_date_is_told(text: str) -> None:
    """No day that the calendar lacks, no date that says nothing."""
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("claim", "text", "words"),
    [
        pytest.param("2022-11-03", "on 3 November 2022", "3 November 2022", id="day"),
        pytest.param("2022-11", "on 3 November 2022", "3 November 2022", id="its-month"),
        pytest.param("2022", "on 3 November 2022", "3 November 2022", id="its-year"),
        pytest.param("XXXX-11-03", "on November 3", "November 3", id="no-year"),
        pytest.param("2022-11-03", "于2022年11月3日开幕", "2022年11月3日", id="chinese"),
    ],
)
def test_a_date_rests_on_the_words_that_say_it(claim: str, text: str, words: str) -> None:
    """Whole, or as its month or year."""
    assert evidence(claim, text) == words


@pytest.mark.parametrize(
    ("claim", "text", "published"),
    [
        pytest.param("2022-11-03", "It opened on November 3.", date(2022, 11, 4), id="year"),
        pytest.param("2021-12-30", "It opened on December 30.", date(2022, 1, 2), id="last-year"),
        pytest.param("2022-10-27", "27日开幕。", date(2022, 11, 2), id="month-before"),
        pytest.param("2022-11-03", "The Fair opened today.", date(2022, 11, 3), id="today"),
        pytest.param("2022-11-02", "昨日，大会开幕。", date(2022, 11, 3), id="yesterday"),
        pytest.param("2022-11-02", "It opened on Wednesday.", date(2022, 11, 4), id="weekday"),
        pytest.param("2022-11-02", "周三，大会开幕。", date(2022, 11, 4), id="chinese-weekday"),
        pytest.param("2022-11-05", "The three-day Fair opened on November 3.", date(2022, 11, 4),
                     id="end-of-duration"),
        pytest.param("2022-11-05", "大会11月3日开幕，为期3天。", date(2022, 11, 4),
                     id="end-of-chinese-duration"),
        pytest.param("XXXX-11-05", "The three-day Fair opened on November 3.", None,
                     id="duration-without-year"),
    ],
)  # fmt: skip
def test_a_date_may_be_completed_or_computed(claim: str, text: str, published: date | None) -> None:
    """From the day of publication, a relative day or a duration."""
    assert evidence(claim, text, published) is not None


@pytest.mark.parametrize(
    ("claim", "text", "published"),
    [
        pytest.param("2022-11-03", "The Fair opened.", date(2022, 11, 3), id="nothing"),
        pytest.param("2022-11-04", "on 3 November 2022", None, id="another-day"),
        pytest.param("2021-11-03", "on 3 November 2022, the second since 2021", None,
                     id="another-year-of-the-text"),
        pytest.param("1999-11-03", "on November 3", date(2022, 11, 4), id="a-year-from-nowhere"),
        pytest.param("2022-08-27", "27日开幕。", date(2022, 11, 2), id="a-month-too-far"),
        pytest.param("2022-02-30", "on February 30, 2022", None, id="no-such-day"),
        pytest.param("2022-11-06", "The three-day Fair opened on November 3.", date(2022, 11, 4),
                     id="a-day-too-long"),
        pytest.param("November 3", "on November 3", None, id="not-edtf"),
        pytest.param("0001-01-01", "today 5 days", date(1, 1, 2), id="the-first-day"),
    ],
)  # fmt: skip
def test_a_date_that_nothing_supports_has_no_evidence(
    claim: str, text: str, published: date | None
) -> None:
    """A year written beside the day is that day's year."""
    assert evidence(claim, text, published) is None


@pytest.mark.parametrize(
    ("claim", "text", "published", "completed"),
    [
        pytest.param("XXXX-11-03", "It opened on November 3.", date(2022, 11, 4), "2022-11-03",
                     id="year-of-publication"),
        pytest.param("XXXX-XX-27", "27日开幕。", date(2022, 11, 2), "2022-10-27", id="month-before"),
        pytest.param("XXXX-11-22", "Held from November 19 to 22.", date(2020, 11, 24), "2020-11-22",
                     id="bare-end-of-a-range"),
        pytest.param("XXXX-11-03", "It opened on November 3.", None, "XXXX-11-03", id="unknown"),
        pytest.param("XXXX-11-03", "On November 3, 2021 and on November 3, 2022.", None,
                     "XXXX-11-03", id="two-years"),
        pytest.param("2022-11-03", "It opened on November 3.", date(2022, 11, 4), "2022-11-03",
                     id="whole-already"),
    ],
)  # fmt: skip
def test_what_the_model_left_open_is_completed_by_code(
    claim: str, text: str, published: date | None, completed: str
) -> None:
    """The model chooses the day; its year is computed, where exactly one fits."""
    assert completed_date(claim, find_figures(text, published=published)) == completed
    assert evidence(claim, text, published) is not None


@pytest.mark.parametrize(
    ("claim", "text", "words"),
    [
        pytest.param(
            "2024-05-12", "The three-day fair ended yesterday.", "three-day", id="yesterday"
        ),
        pytest.param("2024-05-13", "The two-day fair closed on Tuesday.", "two-day", id="weekday"),
        pytest.param("2024-05-11", "The two-day fair closed on Tuesday.", None, id="other-length"),
    ],
)
def test_a_duration_is_counted_from_a_spoken_day(claim: str, text: str, words: str | None) -> None:
    """Back from the day that "yesterday" or a weekday means."""
    assert evidence(claim, text, date(2024, 5, 15)) == words
