"""A watch on the tries of a request: who runs many requests paces them and pays for them."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Protocol

from extractor.usage import Usage


class Watch(Protocol):
    """Whoever wants to know of each try of the requests that are made in its context."""

    async def turn(self) -> None:
        """Return when the next try may be sent; the wait takes nothing from the deadline.

        Raises:
            Exception: no try is to be sent any more; it goes through to whoever asked.
        """
        ...

    def heard(self, headers: Mapping[str, str]) -> None:
        """Note the headers of an answer, looked up in lower case; not every adapter has them."""
        ...

    def ended(self, usage: Usage, fault: Exception | None) -> None:
        """Note that the try is over.

        Args:
            usage: what it took, as far as known.
            fault: why it gave no answer; None where it gave one.
        """
        ...


WATCH: ContextVar[Watch | None] = ContextVar("WATCH", default=None)
"""The watch in whose context requests are made; None where nobody watches."""


def heard(headers: Mapping[str, str]) -> None:
    """Tell the watch, where there is one, the headers of an answer."""
    watch = WATCH.get()
    if watch is not None:
        watch.heard(headers)
