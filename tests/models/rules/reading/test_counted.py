"""What a figure counts or measures."""

import pytest

from extractor.figures import find_figures
from extractor.models.rules.reading.counted import counted_by, counts_firms


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("签约项目12个。", "projects", id="zh: projects"),
        pytest.param("参会国家12个。", "projects", id="zh: bare, may be projects"),
        pytest.param("来自12个国家。", "things", id="zh: countries"),
        pytest.param("总投资12亿元。", "money", id="zh: money"),
        pytest.param("10亿元以上的项目很多。", "bound", id="zh: bound of a class"),
        pytest.param("30億元以上5件", "bound", id="zh-hant: bound before its count"),
        pytest.param("占比提高3个百分点。", "ordinal", id="zh: points"),
        pytest.param("The fair signed 12 projects.", "projects", id="en: projects"),
        pytest.param("其中12个都在县城。", "projects", id="zh: that are all"),
        pytest.param("覆盖12个都市圈。", "things", id="zh: cities"),
        pytest.param(
            "Textiles has 44 units (Rs 4,380 crore).", "projects", id="en: units of money"
        ),
        pytest.param("It makes 44 units a day.", "things", id="en: units made"),
        pytest.param("Guests from 12 countries came.", "things", id="en: countries"),
    ],
)
def test_the_words_around_a_figure_tell_what_it_counts(text, counted):
    """The first figure of a text counts or measures what stands around it."""
    figure = find_figures(text)[0]

    assert counted_by(figure, text, is_chinese=not text.isascii(), are_firms=False) == counted


@pytest.mark.parametrize(
    ("text", "are_firms"),
    [("18家厂商签署意向书。", True), ("签约项目18个，60家企业到场。", False)],
)
def test_an_article_may_count_firms(text, are_firms):
    """Firms are what is counted where they sign and no projects are counted."""
    assert counts_firms(text, find_figures(text)) is are_firms


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("3 are between 500 million and 1 billion yuan", "bound"),
        ("The investment is between 500 million and 1 billion yuan", "money"),
    ],
)
def test_a_range_behind_a_count_bounds_a_class(text, counted):
    """Amounts between which some projects lie are the name of a class, not what it costs."""
    figure = find_figures(text)[-1]

    assert counted_by(figure, text, is_chinese=False, are_firms=False) == counted
