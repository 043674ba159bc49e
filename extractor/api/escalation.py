"""Escalation: the next model is asked only where the one before did not get past the checks."""

from collections.abc import Sequence

from extractor.api.conversation import converse
from extractor.api.joining import faults, joined
from extractor.api.terms import Terms
from extractor.article import Article
from extractor.errors import ModelError, TooLongError, UnreachableError
from extractor.extraction import Extraction
from extractor.models.base import Model
from extractor.usage import NO_TOKENS
from extractor.violations import Finding

UNANSWERED = "escalation.unanswered"
"""The code of the finding that a model gave no answer, and another one was asked."""


async def escalate(article: Article, models: Sequence[Model], terms: Terms) -> Extraction:
    """Ask one model after the other until an extraction has nothing left to mend.

    The best extraction is kept, of equal ones the first. A service that cannot be reached, or finds
    the article too long, is passed over with a finding. One that refuses for good is told at once:
    it is misuse, unless an extraction is there to be kept. While others wait, a model gets its share
    of the time that is left, so that one that hangs leaves some to the next.

    Args:
        article: what to extract from.
        models: whom to ask, in this order; at least one.
        terms: what holds for all of them together.

    Raises:
        ModelError: no model gave an answer, or the first one to be reached refuses for good.
    """
    made: list[Extraction] = []
    notes: list[Finding] = []
    spent = NO_TOKENS
    for position, model in enumerate(models):
        n_left = len(models) - position
        try:
            extraction = await converse(article, model, terms.share(n_left))
        except ModelError as error:
            spent += error.usage
            may_go_on = n_left > 1 and isinstance(error, UnreachableError | TooLongError)
            if not made and not may_go_on:
                error.usage = spent
                raise
            notes.append(Finding(UNANSWERED, f"{model.name} gave no answer: {error}"))
            continue
        made.append(extraction)
        if extraction.status in {"ok", "no_event"}:
            break
    return joined(min(made, key=faults), made, findings=notes, unanswered=spent)
