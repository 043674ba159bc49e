"""The rules as a model."""

import asyncio
import textwrap

import pytest

from extractor.article import Article
from extractor.draft import Draft
from extractor.figures import find_figures
from extractor.models.rules import RulesModel, draft
from extractor.usage import NO_TOKENS


def test_the_model_answers_with_a_draft(make_request):
    """The reply is the draft of the request's article as JSON, and costs no tokens."""
    text = "大会共签约项目12个，总投资58.6亿元。"
    request = make_request(text, figures=find_figures(text))

    reply = asyncio.run(RulesModel().answer(request, timeout_s=1.0))

    assert Draft.model_validate_json(reply.text) == draft(Article(text), find_figures(text))
    assert reply.usage == NO_TOKENS
    assert reply.finish == "stop"


def test_the_model_does_not_repair():
    """Rules have nothing to add when asked again."""
    assert RulesModel().repairs is False


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param(
            "The Lindow Investment Forum closed in Lindow on 14 May 2024. A total of 27 projects "
            "worth 4.35 billion euros were signed at the forum. Among them, 12 projects worth 2.61 "
            "billion euros are in renewable energy, accounting for 60 percent of the total.",
            80,
            id="english",
        ),
        pytest.param(
            "5月14日，临江市第三届投资洽谈会在临江市举行，共签约项目27个，总投资435.6亿元。其中，新能源项目12个，"
            "投资额261.36亿元，占总投资的60%；装备制造项目9个，投资额98亿元；现代农业项目6个，投资额76.24亿元。",
            32,
            id="chinese",
        ),
    ],
)
def test_a_wrapped_article_is_drafted_as_if_it_were_not(make_request, text, width):
    """Every figure is given by its place in the text as it is."""
    wrapped = "\n".join(textwrap.wrap(text, width))
    plain_figures, figures = find_figures(text), find_figures(wrapped)
    assert [figure.value for figure in figures] == [figure.value for figure in plain_figures]
    expected = draft(Article(text), plain_figures)

    request = make_request(wrapped, figures=figures)
    reply = asyncio.run(RulesModel().answer(request, timeout_s=1.0))

    drafted = Draft.model_validate_json(reply.text)
    moved = {old.id: new.id for old, new in zip(plain_figures, figures, strict=True)}
    assert drafted.event is not None
    assert expected.event is not None
    assert drafted.event.count == moved[expected.event.count]
    assert [share.label for share in drafted.shares] == [share.label for share in expected.shares]
    assert [share.count for share in drafted.shares] == [
        moved[share.count] for share in expected.shares
    ]
