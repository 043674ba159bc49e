"""Years before the article's own."""

from datetime import date

import pytest

from extractor.article import Article
from extractor.figures import find_figures
from extractor.models.rules.news.past_years import own_year, past_years
from extractor.models.rules.reading.reading import Reading


def read(text, *, published=None):
    """Read an article."""
    article = Article(text, published=published)
    return Reading(article, find_figures(text, published=published))


def ruled(text):
    """Return what years before 2025 rule in the first sentence of a text."""
    reading = read(text)
    sentence = reading.headline or reading.sentences[0]
    return [reading.text[start:end] for start, end in past_years(reading, sentence, 2025)]


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        pytest.param("Signed on May 6, 2024.", date(2025, 1, 2), 2025, id="published"),
        pytest.param(
            "On May 6, 2024 it closed; in 2030 all will work.", None, 2024, id="a day it names"
        ),
        pytest.param("2024年5月6日，全市签约项目12个。", None, 2024, id="a day in Chinese"),
        pytest.param("In 2023 twelve projects were signed.", None, None, id="no day"),
    ],
)
def test_an_article_is_of_the_year_of_its_day(text, published, year):
    """A year alone may be that of a plan or of an earlier edition."""
    assert own_year(read(text, published=published)) == year


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "In 2024 the city signed 12 projects; 8 have started.",
            ["Ⓞ the city signed Ⓒ projects; Ⓒ have started."],
            id="at the head",
        ),
        pytest.param(
            "The city signed 12 projects in 2024, and 9 contracts today.",
            ["The city signed Ⓒ projects in "],
            id="behind",
        ),
        pytest.param("2024年，全市签约项目12个。", ["Ⓞ，全市签约项目Ⓒ。"], id="Chinese"),
        pytest.param("In 2025 the city signed 12 projects.", [], id="its own year"),
        pytest.param(
            "The city signed 12 projects and told its plan for 2021-2030.", [], id="years to come"
        ),
        pytest.param("In 2030 the city will have 12 projects.", [], id="a year to come"),
        pytest.param(
            "Orbex, founded in 2011, will build 3 projects worth 2 billion yuan.",
            [],
            id="a firm's beginnings",
        ),
        pytest.param(
            "Orbex left the city in 2011, and will now spend 2 billion yuan.",
            [],
            id="a firm's history",
        ),
    ],
)
def test_a_past_year_rules_the_projects_told_with_it(text, parts):
    """Which stand behind it, or before it in its clause."""
    assert ruled(text) == parts
