"""What a model is to the rest of the package."""

from dataclasses import dataclass
from typing import Protocol

from extractor.exchange import Reply, Request


@dataclass(frozen=True)
class ModelRow:
    """A row of the list of models.

    Attributes:
        name: what to write; NAME and PATH stand for something.
        what: what it is.
        needs: what has to be there for it; an empty text for nothing.
        ready: whether that is there.
    """

    name: str
    what: str
    needs: str
    ready: bool


class Model(Protocol):
    """Something that answers requests: a language model's service, rules, recordings."""

    @property
    def name(self) -> str:
        """What users call it: `rules`, `openai/gpt-5`, `replay/PATH`."""
        ...

    @property
    def repairs(self) -> bool:
        """Whether asking again with violations can change the answer."""
        ...

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Answer one request.

        A refusal, a truncated or an empty answer is a reply, whose `finish` says so.

        Args:
            request: what is asked.
            timeout_s: seconds until there must be an answer, retries and waits included.

        Raises:
            UsageError: the caller can mend it: an article that was never recorded, no key.
            UnreachableError: no connection, or nothing but faults until tries or time ran out.
            RefusedError: the service will never accept this request.
        """
        ...
