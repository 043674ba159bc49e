"""The embedded model: patterns over the figures, no key, no network."""

import json
from collections.abc import Sequence
from typing import Any

from extractor.article import Article
from extractor.exchange import Reply, Request
from extractor.figures import find_figures
from extractor.models.rules.pipeline import draft
from extractor.usage import NO_TOKENS
from extractor.wrapping import unwrapped


class RulesModel:
    """Answers a request with a draft by rules.

    It is no language model: it reads the genre's usual wordings, leaves out what it cannot place,
    and has nothing to add when asked again.
    """

    name = "rules"
    repairs = False

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002  it is done at once
        """Draft the request's article; the same request gives the same answer."""
        return Reply(text=_answer(request), usage=NO_TOKENS)


def _answer(request: Request) -> str:
    """Draft an article, and one that is wrapped to a width from its text without the wraps."""
    article = request.article
    text, origin = unwrapped(article.text)
    if text == article.text:
        return draft(article, request.figures).model_dump_json()
    plain = Article(text, article.published, article.name)
    figures = find_figures(text, published=article.published)
    return json.dumps(_referring_to(origin, draft(plain, figures).model_dump(mode="json")))


def _referring_to(origin: Sequence[int], value: Any) -> Any:
    """Return a draft, or a part of one, with its figures' places in the text that was given."""
    if isinstance(value, dict):
        return {key: _referring_to(origin, part) for key, part in value.items()}
    if isinstance(value, list):
        return [_referring_to(origin, part) for part in value]
    return origin[value] if isinstance(value, int) else value
