"""Ranges of days: each end has its day, and the month that the range or its surroundings tell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.finder import find_figures

MONTHS = {1: "January", 3: "March", 5: "May", 7: "July", 10: "October", 12: "December"}
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
WITH_MONTH = (
    "held from {a} to {b} {m} in", "held {a}-{b} {m} in", "held {m} {a} to {b} in", "held {m} {a}-{b} in", "held from {m} {a}th to {b}th in",
    "held between the {ao} and the {bo} of {m} in", "held from the {ao} to the {bo} of {m} in", "{n}月{a}日至{b}日举行", "{n}月{a}—{b}日举行",
    "{n}月{a}日-{b}日举行", "{n}月{a}日、{b}日两天", "{n}月{a}號至{b}號舉行",
)  # fmt: skip
WITHOUT_MONTH = (
    "From the {ao} to the {bo}, the fair was held.", "between the {ao} and the {bo}.", "on the {ao} and {bo}.", "from the {ao} through the {bo} of this month",
    "held on the {ao}-{bo}.", "{a}日至{b}日举行", "{a}-{b}日举行", "{a}至{b}日，", "本月{a}日至{b}日举行", "于{a}—{b}日举行", "{a}、{b}日两天", "{a}號至{b}號舉行",
)  # fmt: skip


def ordinal(day):
    """Write 3 as 3rd."""
    return f"{day}{ENDINGS.get(day, 'th')}"


def days(text, **options):
    """Give the days of a text in order."""
    return [figure.date for figure in find_figures(text, **options) if figure.kind == "date"]


@st.composite
def ranges(draw):
    """Draw a month and two days of it, the first one first."""
    first = draw(st.integers(1, 30))
    return draw(st.sampled_from(sorted(MONTHS))), first, draw(st.integers(first + 1, 31))


@given(ranges(), st.sampled_from(WITH_MONTH))
def test_a_range_with_a_month_is_read_back(drawn, form):
    """Both ends have the month that stands once before or behind them."""
    month, first, last = drawn
    text = form.format(
        a=first, b=last, ao=ordinal(first), bo=ordinal(last), m=MONTHS[month], n=month
    )
    assert days(text) == [f"XXXX-{month:02d}-{day:02d}" for day in (first, last)]


@given(ranges(), st.sampled_from(WITHOUT_MONTH))
def test_a_range_without_a_month_is_read_back(drawn, form):
    """Both ends are days of the month of publication."""
    _, first, last = drawn
    text = form.format(a=first, b=last, ao=ordinal(first), bo=ordinal(last))
    assert days(text, published=date(2021, 7, 31)) == [f"2021-07-{d:02d}" for d in (first, last)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("visitors on the 26th alone reached 52,000", ["2021-09-26"]),
        ("On the 27th his company signed", ["2021-09-27"]),
        ("本月25日，活动举行", ["2021-09-25"]),
        ("上月25日，活动举行", ["2021-08-25"]),
        ("本月25日至28日", ["2021-09-25", "2021-09-28"]),
    ],
)
def test_a_day_alone_is_of_the_month_of_publication(text, found):
    """A bare day is of the month before the day of publication that the wording tells."""
    assert days(text, published=date(2021, 9, 29)) == found


@pytest.mark.parametrize(
    "text",
    [
        "from the 12th to the 13th edition", "between the 3rd and 4th conferences", "on the 26th floor", "需时3-5日内完成", "25-28号地块",
        "两日游、3-5日游产品", "on the 25th anniversary",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(text):
    """Editions, floors, plots and durations are no days."""
    assert days(text) == []


@pytest.mark.parametrize("ahead", ["预计", "计划于", "計劃於", "力争"])
def test_a_year_to_come_dates_no_day_before_it(ahead):
    """When something is to be done is not the year in which it was begun."""
    day, *_ = find_figures(f"9月28日，96个项目集中开工，{ahead}2026年6月投产。")

    assert day.date == "XXXX-09-28"
