"""A model that follows a script, for tests: of this package, and of programs that use it."""

from collections.abc import Iterable

from extractor.errors import UsageError
from extractor.exchange import Reply, Request
from extractor.usage import NO_TOKENS


class ScriptedModel:
    """Answer with given replies, in order, whatever is asked.

    Args:
        replies: what to answer: a text, a whole reply, or an exception to raise.
        name: what the model calls itself.
        repairs: whether asking again is worth while.

    Attributes:
        requests: what it was asked so far, in order.
    """

    def __init__(
        self,
        replies: Iterable[str | Reply | Exception],
        *,
        name: str = "scripted",
        repairs: bool = True,
    ) -> None:
        self.name = name
        self.repairs = repairs
        self.requests: list[Request] = []
        self._replies = tuple(replies)

    def __repr__(self) -> str:
        return f"ScriptedModel({self.name!r}, {len(self.requests)} of {len(self._replies)} given)"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002
        """Give the next reply of the script, or raise it where it is an exception.

        Raises:
            UsageError: the script is over.
        """
        self.requests.append(request)
        if len(self.requests) > len(self._replies):
            raise UsageError(
                f"the script has {len(self._replies)} replies, and this is request "
                f"{len(self.requests)} (a {request.purpose}); give it one more"
            )
        reply = self._replies[len(self.requests) - 1]
        if isinstance(reply, Exception):
            raise reply
        return Reply(reply, usage=NO_TOKENS) if isinstance(reply, str) else reply
