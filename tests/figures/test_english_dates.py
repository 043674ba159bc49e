"""Days written in digits, and spans of years: only what is sure is a date."""

import pytest

from extractor.figures import find_figures


def dates(text):
    """Return the dates of the figures of a text."""
    return [figure.date for figure in find_figures(text) if figure.kind in {"date", "year"}]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        pytest.param("25/8/2016", "2016-08-25", id="no month has the number 25: day first"),
        pytest.param("8/25/2016", "2016-08-25", id="nor here: month first"),
        pytest.param("04.08.2016", "2016-08-04", id="points stand behind a day"),
        pytest.param("5/5/2016", "2016-05-05", id="the same either way"),
        pytest.param("4/8/2016", "2016", id="April or August: only the year is sure"),
    ],
)
def test_a_day_in_digits_is_read_as_far_as_it_is_sure(written, date):
    """Americans write the month first, most others the day."""
    assert dates(f"It was signed on {written} in the capital.") == [date]


def test_no_month_beyond_december_is_a_date():
    """Neither order makes a day of 13/14."""
    assert dates("Section 13/14/2016 applies.") == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("2023-24", ["2023/2024"], id="a fiscal year"),
        pytest.param("2021-2025", ["2021/2025"], id="a plan"),
        pytest.param("2024-2021", ["2021"], id="no span backwards"),
    ],
)
def test_two_years_are_a_span_where_the_second_is_later(written, found):
    """Budgets and plans are named by their first and last year."""
    assert dates(f"The plan for {written} holds.") == found


def test_the_first_months_of_a_year_are_a_span_the_last_ones_a_duration(read):
    """Nobody can tell when the last three quarters were without knowing today."""
    assert dates("exports of the first nine months of 2023") == ["2023-01/2023-09"]
    assert dates("exports of the last three quarters") == []
    assert read("exports of the last three quarters") == ["three quarters = 3"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“2024汀堰·欧洲制造业合作周”9月6日开幕", ["2024", "2024-09-06"]),
        ("“2024世界制造业大会”9月6日开幕", ["2024", "2024-09-06"]),
        ("the “2024 World Food Expo” on September 6", ["2024", "2024-09-06"]),
        ("“2025计划”9月6日启动", ["XXXX-09-06"]),
        ("“12大产业会”9月6日召开", ["XXXX-09-06"]),
    ],
)
def test_a_year_that_opens_the_quoted_name_of_an_event_dates_it(text, found):
    """Events bear their year in front; other quoted names with a number in them are names."""
    assert dates(text) == found
