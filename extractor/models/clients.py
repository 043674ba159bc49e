"""The clients through which a service is asked: our own, one for each event loop, or the user's."""

import asyncio
from dataclasses import dataclass
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import httpx2
import openai

from extractor.errors import UsageError
from extractor.models.endpoint import Endpoint, service_name

_TIMEOUT = openai.Timeout(None, connect=30.0)
"""The deadline of a request ends it; the SDK's five seconds to connect are over while an event loop
with many articles is busy reading them."""

_IN_A_POOL = 16
"""How many requests share a pool of connections. httpx2 looks through the whole pool at the beginning
and the end of each request; in one pool of 256 that takes as long as all the rest of a request."""


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
        self._by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = (
            WeakKeyDictionary()
        )

    def current(self) -> openai.AsyncOpenAI:
        """Return the running event loop's client, made on first use."""
        loop = asyncio.get_running_loop()
        client = self._by_loop.get(loop)
        if client is None:
            client = self._by_loop[loop] = openai.AsyncOpenAI(
                api_key=self._endpoint.api_key,
                base_url=self._endpoint.base_url,
                timeout=_TIMEOUT,
                max_retries=0,
                http_client=PooledClient(),
            )
        return client

    async def aclose(self) -> None:
        """Close the running event loop's client; the next request makes a new one."""
        client = self._by_loop.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()


class PooledClient(openai.DefaultAsyncHttpxClient):
    """The SDK's own HTTP client with more pools of connections as more requests are in flight.

    Up to 16 requests at once it is the SDK's client. Proxies and certificates that the environment
    names hold for each pool. Responses are read whole; what is streamed counts until it begins.
    """

    def __init__(self) -> None:
        self._certificates = httpx2.create_ssl_context()  # read once, not once a pool
        super().__init__(verify=self._certificates)
        self._pools: list[_Pool] = []

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request through the first pool that has room, so that connections stay in use."""
        pool = self._with_room()
        pool.n_in_flight += 1
        try:
            return await pool.client.send(request, **options)
        finally:
            pool.n_in_flight -= 1

    async def aclose(self) -> None:
        """Close the connections of all pools."""
        for pool in self._pools:
            await pool.client.aclose()
        await super().aclose()

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()

    def _with_room(self) -> "_Pool":
        for pool in self._pools:
            if pool.n_in_flight < _IN_A_POOL:
                return pool
        pool = _Pool(openai.DefaultAsyncHttpxClient(verify=self._certificates))
        self._pools.append(pool)
        return pool


@dataclass
class _Pool:
    """Connections that are shared, and how many requests use them."""

    client: httpx2.AsyncClient
    n_in_flight: int = 0


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
