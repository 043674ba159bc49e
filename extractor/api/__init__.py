"""`extract()` and `extract_async()`: one article in, one checked extraction out."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from extractor.article import Article
from extractor.errors import ArticleError, UsageError
from extractor.loop import run

if TYPE_CHECKING:
    from extractor.extraction import Extraction
    from extractor.models.base import Model
    from extractor.prices import Price

    ModelChoice: TypeAlias = str | Model | Sequence[str | Model] | None

DEFAULT_MODEL = "rules"
_LONGEST_NAME = 256
_OF_A_MODEL = ("name", "repairs", "answer")
MODEL_VARIABLE = "EXTRACTOR_MODEL"


def extract(  # noqa: PLR0913  one parameter an option
    text_or_article: str | Article,
    *,
    model: "ModelChoice" = None,
    published: date | None = None,
    client: Any = None,
    prompt: str | None = None,
    context_tokens: int | None = None,
    samples: int = 1,
    price: "Price | None" = None,
    max_attempts: int = 3,
    timeout_s: float = 120.0,
) -> "Extraction":
    """Extract the event, its projects and their shares from one article.

    Args:
        text_or_article: the article, or its text as it stands.
        model: `rules`, `openai/NAME`, `anthropic/NAME`, `replay` and so on (`extractor models`), or a
            model object; without it the environment's `EXTRACTOR_MODEL`, else `rules`. The
            extraction says which. Several, as `a,b` or in a sequence, are asked one after the other,
            until one gets past the checks.
        published: the day of publication, where known; it resolves "today" and a missing year.
        client: your own asynchronous client (proxy, headers, Azure) of the SDK of the model's
            provider, `openai.AsyncOpenAI` for `openai/NAME`.
        prompt: another version of the prompt than the default, `dialogue.EXTRACT_PROMPT`.
        context_tokens: what the model's context holds; an article that does not fit is asked about
            in parts. Without it, a service that refuses one as too long is asked in parts.
        samples: how many independent extractions to make; where they differ is a finding.
        price: what tokens cost, where it is not known or otherwise for you.
        max_attempts: replies to take at most, repairs included; of each model and sample, and more
            only for a long list or article that is asked about piece by piece.
        timeout_s: the time for all of them together.

    Returns:
        An extraction; where the model failed, one whose status is `failed`.

    Raises:
        UsageError: no such model or prompt, no key, no article, no attempt, no time.
        RefusedError: the service will never accept the request.
        UnreachableError: the service gave no answer in time, or only faults.
    """
    models = chosen_models(model, client=client)
    return run(
        extract_async(
            text_or_article,
            model=models,
            published=published,
            prompt=prompt,
            context_tokens=context_tokens,
            samples=samples,
            price=price,
            max_attempts=max_attempts,
            timeout_s=timeout_s,
        ),
        using=models,
    )


async def extract_async(  # noqa: PLR0913
    text_or_article: str | Article,
    *,
    model: "ModelChoice" = None,
    published: date | None = None,
    client: Any = None,
    prompt: str | None = None,
    context_tokens: int | None = None,
    samples: int = 1,
    price: "Price | None" = None,
    max_attempts: int = 3,
    timeout_s: float = 120.0,
) -> "Extraction":
    """Extract from one article; see `extract`, which drives this on a loop of its own."""
    from extractor.api.agreement import agree
    from extractor.api.escalation import escalate
    from extractor.api.terms import Terms
    from extractor.dialogue import EXTRACT_PROMPT

    article = _article(text_or_article, published=published)
    models = chosen_models(model, client=client)
    if price is not None and len({each.name for each in models} - {DEFAULT_MODEL}) > 1:
        raise UsageError(
            "price= is of one model, and here are several; name one model, or give no price"
        )
    terms = Terms.beginning(
        prompt=prompt or EXTRACT_PROMPT,
        max_attempts=max_attempts,
        context_tokens=context_tokens,
        timeout_s=timeout_s,
    )
    extraction = await agree(lambda: escalate(article, models, terms), samples=samples)
    return extraction if price is None else replace(extraction, price=price)


def chosen_model(model: str | None) -> str:
    """Return the model's name: as given, else the environment's, else `rules`."""
    return model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


def chosen_models(model: "ModelChoice", *, client: Any = None) -> "tuple[Model, ...]":
    """Return the models of a choice, loaded, in the order in which they are asked.

    Args:
        model: a name, several with commas between them, a model object, or a sequence of such;
            None is what the environment says, else `rules`.
        client: your own client, for a single name of the kind that takes one.

    Raises:
        UsageError: no such model, what is none, or a client for anything else.
    """
    from extractor.models.catalogue import load_model

    if model is None or isinstance(model, str):
        choices: list[str | Model] = [*chosen_model(model).split(",")]
    else:
        choices = [*model] if isinstance(model, Sequence) else [model]
    if not choices:
        raise UsageError("model is an empty sequence; name one")
    if client is not None and (len(choices) > 1 or not isinstance(choices[0], str)):
        raise UsageError("client goes with one model's name; a model object has its own")
    return tuple(
        load_model(choice.strip(), client=client) if isinstance(choice, str) else _object(choice)
        for choice in choices
    )


def _object(model: "Model") -> "Model":
    if isinstance(model, type) or not all(hasattr(model, name) for name in _OF_A_MODEL):
        what = f"the class {model.__name__}" if isinstance(model, type) else type(model).__name__
        raise UsageError(
            f"model is a name or an object with {', '.join(_OF_A_MODEL)}; this is {what}"
        )
    return model


def _article(text_or_article: str | Article, *, published: date | None) -> Article:
    if not isinstance(published, date | None):
        kind = type(published).__name__
        raise UsageError(
            f"published is a datetime.date, not {kind}: date.fromisoformat(…) makes one"
        )
    if isinstance(text_or_article, Article):
        if published is not None:
            raise UsageError("published belongs to the article: Article(text, published=…)")
        return text_or_article
    if not isinstance(text_or_article, str):
        kind = type(text_or_article).__name__
        raise ArticleError(f"extract() takes the article's text or an Article, not {kind}")
    if _names_file(text_or_article):
        raise ArticleError(
            f"{text_or_article!r} is a file: extract(Article.read(Path(…))) reads it"
        )
    return Article(text=text_or_article, published=published)


def _names_file(text: str) -> bool:
    """Tell whether a text is one short word, and the name of a file that is there."""
    is_word = 0 < len(text) < _LONGEST_NAME and text.isprintable() and " " not in text
    try:
        return is_word and Path(text).is_file()
    except OSError:  # longer, in bytes, than any file's name
        return False
