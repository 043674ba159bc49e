"""What the finder cannot read is said."""

from dataclasses import replace

import pytest

from extractor.article import Article
from extractor.checks.reading import check_language, check_notation
from extractor.figures import find_figures


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        pytest.param("Das Treffen brachte zwölf Projekte über drei Milliarden.", True, id="German"),
        pytest.param(
            "At the fair the city signed 12 projects with firms of the east.", False, id="en"
        ),
        pytest.param("大会共签约项目12个，总投资30亿元。", False, id="zh"),
    ],
)
def test_a_language_that_is_not_read_is_a_finding(subject_of, text, is_found):
    """A reader is told that nobody checked the figures of such an article."""
    subject = replace(subject_of("12 deals."), article=Article(text))

    codes = [finding.code for finding in check_language(subject)]

    assert codes == ["figures.unread"] * is_found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("The fair signed 12 deals worth 1.234,5 Mio. € in all.", 1, id="European"),
        pytest.param("12 deals worth 1,234.5 million euros were signed.", 0, id="English"),
        pytest.param("签约项目12个，总投资30亿元。", 0, id="Chinese"),
    ],
)
def test_a_number_in_a_foreign_notation_is_a_finding_not_a_figure(subject_of, text, numbers):
    """The reader learns which number was not read, and no record holds a misreading of it."""
    figures = find_figures(text)
    subject = replace(subject_of("12 deals."), article=Article(text), figures=figures)

    findings = list(check_notation(subject))

    assert [len(finding.spans) for finding in findings] == [numbers] * bool(numbers)
    assert all("1.234,5" in finding.message for finding in findings)
    assert all(figure.unit != "EUR" for figure in figures if "1.234" in figure.as_written)
