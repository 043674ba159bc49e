"""The rules as a model."""

import asyncio

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
