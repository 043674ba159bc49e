"""The embedded model: patterns over the figures, no key, no network."""

from extractor.exchange import Reply, Request
from extractor.models.rules.pipeline import draft
from extractor.usage import NO_TOKENS


class RulesModel:
    """Answers a request with a draft by rules.

    It is no language model: it reads the genre's usual wordings, leaves out what it cannot place,
    and has nothing to add when asked again.
    """

    name = "rules"
    repairs = False

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002  it is done at once
        """Draft the request's article; the same request gives the same answer."""
        return Reply(
            text=draft(request.article, request.figures).model_dump_json(), usage=NO_TOKENS
        )
