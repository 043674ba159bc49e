"""The clients through which a service is asked: our own, one for each event loop, or the user's."""

import asyncio
from typing import Protocol

import openai

from extractor.errors import UsageError
from extractor.models.endpoint import Endpoint, service_name
from extractor.models.transport import AiohttpTransport

_TIMEOUT = openai.Timeout(None, connect=30.0)
"""The deadline of a request ends it; the SDK's five seconds to connect are over while an event loop
with many articles is busy reading them."""


class Clients(Protocol):
    """Whose clients they are makes no difference to who asks through them."""

    @property
    def service(self) -> str:
        """Host and port of the service, for messages."""
        ...

    def current(self) -> openai.AsyncOpenAI:
        """Return the client for the running event loop; its own retries are off."""
        ...

    async def aclose(self) -> None:
        """Close what is ours to close on the running event loop."""
        ...


class OwnClients:
    """Clients made when they are needed: connections cannot move between event loops."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.service = service_name(endpoint.base_url)
        self._endpoint = endpoint
        self._by_loop: dict[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = {}

    def current(self) -> openai.AsyncOpenAI:
        """Return the running event loop's client, made on first use."""
        loop = asyncio.get_running_loop()
        client = self._by_loop.get(loop)
        if client is None:
            for ended in [each for each in self._by_loop if each.is_closed()]:
                del self._by_loop[ended]
            client = self._by_loop[loop] = openai.AsyncOpenAI(
                api_key=self._endpoint.api_key,
                base_url=self._endpoint.base_url,
                timeout=_TIMEOUT,
                max_retries=0,
                http_client=openai.DefaultAsyncHttpxClient(transport=AiohttpTransport()),
            )
        return client

    async def aclose(self) -> None:
        """Close the running event loop's client; the next request makes a new one."""
        client = self._by_loop.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()


class GivenClient:
    """The user's own client, with its headers, proxies and time limits.

    Raises:
        UsageError: it is not an asynchronous client of the SDK.
    """

    def __init__(self, client: openai.AsyncOpenAI) -> None:
        if not isinstance(client, openai.AsyncOpenAI):
            raise UsageError(
                "client= takes an openai.AsyncOpenAI or openai.AsyncAzureOpenAI, "
                f"not {type(client).__name__}"
            )
        self.service = service_name(str(client.base_url))
        self._client = client.with_options(max_retries=0)

    def current(self) -> openai.AsyncOpenAI:
        """Return the client."""
        return self._client

    async def aclose(self) -> None:
        """Leave it open: whoever made the client closes it."""
