"""The clients through which instructor asks: our own, one for each event loop, or the user's."""

import asyncio
from importlib import import_module
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import instructor

from extractor.errors import UsageError
from extractor.models.providers import Provider

_TAKE_BOTH = frozenset({"from_genai", "from_mistral"})
"""Functions of instructor whose SDK has one client for blocking and asynchronous calls."""


class Clients(Protocol):
    """Whose clients they are makes no difference to who asks through them."""

    @property
    def key(self) -> str:
        """The key that is sent, as far as known, to be left out of messages."""
        ...

    def current(self) -> instructor.AsyncInstructor:
        """Return the client for the running event loop; its own retries are off."""
        ...

    async def aclose(self) -> None:
        """Close what is ours to close on the running event loop."""
        ...


class OwnClients:
    """Clients made when they are needed: connections cannot move between event loops."""

    def __init__(self, provider: Provider, model: str, key: str) -> None:
        import_module(provider.sdk)  # here, where no deadline runs and no event loop waits
        self.key = key
        self._provider = provider
        self._model = model
        self._by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, instructor.AsyncInstructor] = (
            WeakKeyDictionary()
        )

    def current(self) -> instructor.AsyncInstructor:
        """Return the running event loop's client, made on first use."""
        loop = asyncio.get_running_loop()
        client = self._by_loop.get(loop)
        if client is None:
            client = self._by_loop[loop] = self._made()
        return client

    async def aclose(self) -> None:
        """Close the running event loop's client; the next request makes a new one."""
        client = self._by_loop.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await _close(client.client)

    def _made(self) -> instructor.AsyncInstructor:
        name = f"{self._provider.instructor_name}/{self._model}"
        made = instructor.from_provider(name, async_client=True, api_key=self.key or None)
        client: Any = made.client
        if hasattr(client, "max_retries"):
            client.max_retries = 0
        return made


class GivenClient:
    """The user's own client, with its headers, proxies and time limits.

    Raises:
        UsageError: it is not an asynchronous client of the provider's SDK.
    """

    def __init__(self, provider: Provider, model: str, client: Any) -> None:
        self.key = _key_of(client)
        self._client = _wrapped(provider, model, client)

    def current(self) -> instructor.AsyncInstructor:
        """Return the client."""
        return self._client

    async def aclose(self) -> None:
        """Leave it open: whoever made the client closes it."""


def _wrapped(provider: Provider, model: str, client: Any) -> instructor.AsyncInstructor:
    """Let instructor ask through a client of an SDK; without the SDK's own retries."""
    if hasattr(client, "with_options"):
        client = client.with_options(max_retries=0)
    factory = getattr(instructor, provider.instructor_factory)
    options = {"use_async": True} if provider.instructor_factory in _TAKE_BOTH else {}
    try:
        wrapped = factory(client, model=model, **options)
    except Exception as error:
        raise _wrong_client(provider, client) from error
    if not isinstance(wrapped, instructor.AsyncInstructor):
        raise _wrong_client(provider, client)
    return wrapped


def _wrong_client(provider: Provider, client: Any) -> UsageError:
    return UsageError(
        f"client= takes an asynchronous client of {provider.sdk} for {provider.name}/NAME, "
        f"not {type(client).__module__.partition('.')[0]}.{type(client).__name__}"
    )


def _key_of(client: Any) -> str:
    key = getattr(client, "api_key", "")
    return key if isinstance(key, str) else ""


async def _close(client: Any) -> None:
    """Close a client of an SDK; each has its own word for it."""
    for part in (getattr(client, "aio", None), client):
        for name in ("aclose", "close"):
            close = getattr(part, name, None)
            if close is not None:
                closing = close()
                if asyncio.iscoroutine(closing):
                    await closing
                return
    if hasattr(client, "__aexit__"):
        await client.__aexit__(None, None, None)
