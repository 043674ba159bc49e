"""`extract()` and `extract_async()`: one article in, one checked extraction out."""

import os
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from extractor.article import Article
from extractor.errors import ArticleError, ModelError, UsageError
from extractor.loop import run

if TYPE_CHECKING:
    from extractor.extraction import Extraction
    from extractor.models.base import Model
    from extractor.prices import Price

DEFAULT_MODEL = "rules"
MODEL_VARIABLE = "EXTRACTOR_MODEL"


def extract(  # noqa: PLR0913  one parameter an option
    text_or_article: str | Article,
    *,
    model: "str | Model | None" = None,
    published: date | None = None,
    client: Any = None,
    prompt: str | None = None,
    price: "Price | None" = None,
    max_attempts: int = 3,
    timeout_s: float = 120.0,
) -> "Extraction":
    """Extract the event, its projects and their shares from one article.

    Args:
        text_or_article: the article, or its text as it stands.
        model: `rules`, `openai/NAME`, `replay`, or a model object; without it the environment's
            `EXTRACTOR_MODEL`, else `rules`. The extraction says which.
        published: the day of publication, where known; it resolves "today" and a missing year.
        client: your own `openai.AsyncOpenAI` (proxy, headers, Azure), for `openai/NAME`.
        prompt: another version of the prompt than the default, `extract/v1`.
        price: what tokens cost, where it is not known or otherwise for you.
        max_attempts: replies to take at most, repairs included.
        timeout_s: the time for all of them together.

    Returns:
        An extraction; where the model failed, one whose status is `failed`.

    Raises:
        UsageError: no such model or prompt, no key, no article.
        RefusedError: the service will never accept the request.
        UnreachableError: the service gave no answer in time, or only faults.
    """
    return run(
        extract_async(
            text_or_article,
            model=model,
            published=published,
            client=client,
            prompt=prompt,
            price=price,
            max_attempts=max_attempts,
            timeout_s=timeout_s,
        )
    )


async def extract_async(  # noqa: PLR0913
    text_or_article: str | Article,
    *,
    model: "str | Model | None" = None,
    published: date | None = None,
    client: Any = None,
    prompt: str | None = None,
    price: "Price | None" = None,
    max_attempts: int = 3,
    timeout_s: float = 120.0,
) -> "Extraction":
    """Extract from one article; see `extract`, which drives this on a loop of its own."""
    from extractor.dialogue import EXTRACT_PROMPT, Dialogue

    article = _article(text_or_article, published=published)
    answering = _model(model, client=client)
    dialogue = Dialogue(
        article,
        model=answering.name,
        max_attempts=max_attempts if answering.repairs else 1,
        prompt=prompt or EXTRACT_PROMPT,
    )
    until = time.monotonic() + timeout_s
    while (request := dialogue.request) is not None:
        try:
            reply = await answering.answer(request, timeout_s=until - time.monotonic())
        except ModelError as error:
            if not dialogue.has_draft:
                error.usage += dialogue.usage
                raise
            dialogue.interrupt(f"The repair was not answered: {error}", usage=error.usage)
        else:
            dialogue.receive(reply)
    return replace(dialogue.extraction(), price=price)


def chosen_model(model: str | None) -> str:
    """Return the model's name: as given, else the environment's, else `rules`."""
    return model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


def _article(text_or_article: str | Article, *, published: date | None) -> Article:
    if isinstance(text_or_article, Article):
        if published is not None:
            raise UsageError("published belongs to the article: Article(text, published=…)")
        return text_or_article
    if not isinstance(text_or_article, str):
        kind = type(text_or_article).__name__
        raise ArticleError(f"extract() takes the article's text or an Article, not {kind}")
    return Article(text=text_or_article, published=published)


def _model(model: "str | Model | None", *, client: Any) -> "Model":
    from extractor.models.catalogue import load_model

    if model is None or isinstance(model, str):
        return load_model(chosen_model(model), client=client)
    if client is not None:
        raise UsageError("client goes with a model's name; a model object has its own")
    return model
