from dataclasses import replace

import pytest

from extractor.article import Article
from extractor.checks.reading import check_language


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
