"""A conversation: one model's answers to one dialogue."""

from extractor.api.terms import Terms
from extractor.api.turns import turns
from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.errors import ModelError, TooLongError
from extractor.extraction import Extraction
from extractor.models.base import Model


async def converse(article: Article, model: Model, terms: Terms) -> Extraction:
    """Let a model answer a dialogue to its end.

    Raises:
        UsageError: the terms cannot be kept, or the model says that it is used wrongly.
        ModelError: the service gave no answer at all; `usage` is what that took.
    """
    await turns().to_ask()
    dialogue = Dialogue(
        article,
        model=model.name,
        max_attempts=terms.max_attempts if model.repairs else 1,
        prompt=terms.prompt,
        context_tokens=terms.context_tokens,
    )
    while (request := dialogue.request) is not None:
        try:
            reply = await model.answer(request, timeout_s=terms.left_s)
        except ModelError as error:
            if isinstance(error, TooLongError) and dialogue.shorten(usage=error.usage):
                continue
            if not dialogue.has_draft:
                error.usage += dialogue.usage
                raise
            what = "The repair" if request.purpose == "repair" else "A part of the article"
            dialogue.interrupt(f"{what} was not answered: {error}", usage=error.usage)
        else:
            await turns().to_read()
            dialogue.receive(reply)
    return dialogue.extraction()
