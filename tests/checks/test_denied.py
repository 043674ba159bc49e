"""An event that an answer denies."""

import pytest

from extractor.article import Article
from extractor.checks.denied import check_event_is_not_denied
from extractor.checks.subject import Subject
from extractor.draft import Draft, resolve
from extractor.figures import find_figures


def said_of(text: str, no_event: str) -> list[str]:
    """Return what the check says where an answer gives a reason instead of an event."""
    article, figures = Article(text), find_figures(text)
    nothing = {"event": None, "shares": [], "projects": [], "agreements": [], "background": []}
    draft = Draft.model_validate({"no_event": no_event, **nothing})
    subject = Subject(article, figures, resolve(draft, article, figures))
    return [
        text[slice(*span)]
        for finding in check_event_is_not_denied(subject)
        for span in finding.spans
    ]


@pytest.mark.parametrize("no_event", ["catalogue", "other_news"])
@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "At the fair 88 projects were signed, 93.6 billion yuan in all.",
            ["88", "93.6 billion yuan"],
            id="en",
        ),
        pytest.param("推介会现场签约项目12个，总投资86亿元。", ["12个", "86亿元"], id="zh"),
        pytest.param("大會簽約項目12個，總投資86億元。", ["12個", "86億元"], id="zh-hant"),
    ],
)
def test_signed_projects_beside_no_event_are_a_finding(no_event, text, figures):
    """A lazy answer does not make an event vanish in silence."""
    assert said_of(text, no_event) == figures


@pytest.mark.parametrize(
    ("text", "no_event"),
    [
        pytest.param("The city offers 64 projects for 31.8 billion yuan.", "catalogue", id="offer"),
        pytest.param("88 projects were signed.", "other_news", id="no sum"),
        pytest.param("Deals for 93.6 billion yuan were signed.", "other_news", id="no count"),
        pytest.param(
            "Last year 88 projects were signed for 93.6 billion yuan.", "other_news", id="earlier"
        ),
        pytest.param(
            "All in all 88 projects were signed for 93.6 billion yuan.", "stock_taking", id="stock"
        ),
        pytest.param("We have signed 88 projects for 93.6 billion yuan.", "speech", id="speech"),
    ],
)
def test_what_is_no_deal_or_of_another_time_is_no_finding(text, no_event):
    """Offers, earlier editions, and kinds of news that tell of what was signed."""
    assert said_of(text, no_event) == []
