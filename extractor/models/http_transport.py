"""The transport of our own: aiohttp's connections to a service, as many as requests are in flight.

Through the SDK's client a request takes about five times the processor time (docs/performance.md).
"""

import asyncio
import io
import ssl
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from pydantic_core import to_json

from extractor.errors import RefusedError
from extractor.models.endpoint import Endpoint, service_name
from extractor.models.retry import TransientError
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

_CONNECT_S = 30.0
"""The deadline of a request ends it; a loop with many articles is long busy reading them."""

_IDLE_S = 4.0
"""How long an unused connection is kept; uvicorn, on which vLLM stands, closes it after five seconds."""

_SENDS = 3
"""How often a request is sent whose connection turns out to be closed before all is written."""

_LARGE = 2**20
"""aiohttp warns of a larger body that is handed over as bytes."""

_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)
"""What aiohttp raises before a request has left."""


class HttpTransport:
    """A way to a service, on as many event loops as it is used on; each has connections of its own.

    Proxies are those that the environment names (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY), and
    so are certificates (SSL_CERT_FILE).

    Args:
        endpoint: where the service is.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.service = service_name(endpoint.base_url)
        self._endpoint = endpoint
        self._base_url = endpoint.base_url.rstrip("/")
        self._by_loop: dict[asyncio.AbstractEventLoop, _Connections] = {}

    @property
    def key(self) -> str:
        """The key that is sent."""
        return self._endpoint.api_key

    async def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        """Send a body as JSON, once; see `Transport.post`.

        What aiohttp raises is not chained on: it holds the request, and with it the key.
        """
        session = self._session()
        content = to_json(body)
        for _ in range(2):  # so that the loop sees which connections servers have closed meanwhile
            await asyncio.sleep(0)
        sends_left = _SENDS
        while True:
            try:
                return await self._send(session, path, content)
            except (aiohttp.ClientError, ConnectionError) as error:
                sends_left -= 1
                if not (sends_left and _is_stale(error)):
                    raise _fault(error) from None

    async def aclose(self) -> None:
        """Close the running event loop's connections; the next request makes new ones."""
        connections = self._by_loop.pop(asyncio.get_running_loop(), None)
        if connections is not None:
            await connections.session.close()

    def _session(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        connections = self._by_loop.get(loop)
        if connections is None:
            for ended in [each for each in self._by_loop if each.is_closed()]:
                del self._by_loop[ended]
            connections = self._by_loop[loop] = _Connections(loop, _headers(self._endpoint))
        return connections.session

    async def _send(self, session: aiohttp.ClientSession, path: str, content: bytes) -> Answer:
        async with session.post(
            self._base_url + path,
            data=content if len(content) <= _LARGE else io.BytesIO(content),
            proxy=self._proxy,
            ssl=self._certificates if self._base_url.startswith("https") else True,
        ) as answer:
            return Answer(answer.status, answer.headers, await answer.read())

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        import httpx2  # so that certificates are trusted as the SDK trusts them

        return httpx2.create_ssl_context()

    @cached_property
    def _proxy(self) -> str | None:
        url = urlsplit(self._base_url)
        if any(map(urllib.request.proxy_bypass, (url.hostname or "", self.service))):
            return None
        proxies = urllib.request.getproxies()
        proxy = proxies.get(url.scheme) or proxies.get("all")
        if not proxy:
            return None
        kind, is_named, _ = proxy.partition("://")
        if is_named and kind not in {"http", "https"}:
            raise RefusedError(
                f"the environment names a {kind} proxy, which is not spoken to; "
                "name the service in NO_PROXY, or give a client of your own (client=)"
            )
        return proxy if is_named else f"http://{proxy}"


class _Connections:
    """The connections to a service that belong to one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, headers: Mapping[str, str]) -> None:
        self._loop = loop
        self.session = aiohttp.ClientSession(
            connector=_Connector(limit=0, keepalive_timeout=_IDLE_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=headers,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_S),
        )

    def __del__(self) -> None:
        """Leave connections that nobody has closed to the loop, if it goes on; in any thread."""
        if self.session.closed:
            return
        connector = self.session.connector
        self.session.detach()
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(_hold, connector)


class _Connector(aiohttp.TCPConnector):
    """Connections of which aiohttp does not complain where their loop has ended before them."""

    def __del__(self, _: object = None, /) -> None:
        """Say nothing."""


def _hold(connector: aiohttp.BaseConnector | None) -> None:
    """Hold a connector until it has closed its connections, as it does with idle ones.

    To close them at once takes a task, and a loop that ends before it complains.
    """
    asyncio.get_running_loop().call_later(3 * _IDLE_S, lambda: connector)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    """Return what every request says; a password in the address takes the place of the key."""
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    if urlsplit(endpoint.base_url).username is None:
        headers["Authorization"] = f"Bearer {endpoint.api_key}"
    return headers | dict(endpoint.headers)


def _is_stale(error: Exception) -> bool:
    """Whether a kept connection was closed by the server before the whole request was written."""
    return isinstance(error.__cause__ or error, aiohttp.ClientConnectionResetError)


def _fault(error: Exception) -> TransientError:
    """Return the fault that a lost connection is; once the request has left, it may be billed."""
    kind = type(error).__name__
    if not isinstance(error, _NOT_SENT):
        return TransientError(f"the connection failed ({kind})", usage=UNKNOWN_TRY)
    # what the others say may hold the proxy's password
    said = f": {error}" if isinstance(error, aiohttp.ClientConnectorError) else ""
    return TransientError(
        f"the connection failed ({kind}{said}); "
        "is the service running, and its address (OPENAI_BASE_URL) right?",
        usage=NO_TOKENS,
    )
