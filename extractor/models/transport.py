"""The transport: what takes the body of a request to a service, and brings the answer back."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol


class Answer(NamedTuple):
    """What a service answers, whatever its status.

    Attributes:
        status: the HTTP status.
        headers: looked up in lower case.
        body: all of it, unpacked.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """The way to one service."""

    @property
    def service(self) -> str:
        """Host and port of the service, for messages."""
        ...

    @property
    def key(self) -> str:
        """The key that is sent, which no message may repeat."""
        ...

    async def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        """Send a body as JSON, once.

        Args:
            path: where to, behind the service's address.
            body: what is sent.

        Raises:
            TransientError: there is no answer; its usage says whether the request may be billed.
            RefusedError: it cannot be sent at all.
        """
        ...

    async def aclose(self) -> None:
        """Close what is ours to close on the running event loop."""
        ...
