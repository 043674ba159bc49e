"""The transport under the SDK's client: aiohttp's connections behind httpx2's interface.

httpx2's own looks through its whole pool at the beginning and the end of each request. aiohttp takes
about half its processor time where 16 are in flight, a quarter where 256 are (docs/performance.md).
The SDK's `DefaultAioHttpClient` stands on aiohttp, too, but reports a connection that breaks before an
answer as one that was never made, which would count as not billed, and has the interpreter complain
where an event loop ends before the client is closed.
"""

import asyncio
import io
import ssl
import urllib.request
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import cached_property
from typing import Any

import aiohttp
import httpx2

_IDLE_S = 4.0
"""How long an unused connection is kept; uvicorn, on which vLLM stands, closes it after five seconds."""

_SENDS = 3
"""How often a request is sent whose connection turns out to be closed before all is written."""

_LARGE = 2**20
"""aiohttp warns of a larger body that is handed over as bytes."""

_FAULTS: tuple[tuple[type[Exception], type[httpx2.TransportError]], ...] = (
    (aiohttp.ClientProxyConnectionError, httpx2.ProxyError),
    (aiohttp.ClientHttpProxyError, httpx2.ProxyError),
    (aiohttp.ClientConnectorError, httpx2.ConnectError),
    (aiohttp.ConnectionTimeoutError, httpx2.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx2.ReadTimeout),
    (aiohttp.InvalidURL, httpx2.UnsupportedProtocol),
    (aiohttp.ServerDisconnectedError, httpx2.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx2.RemoteProtocolError),
    (aiohttp.ClientError, httpx2.ReadError),
    (ConnectionError, httpx2.ReadError),
)
"""What aiohttp raises, the narrower first, and what it is called here."""


class AiohttpTransport(httpx2.AsyncBaseTransport):
    """Send requests through aiohttp, as many at once as are asked for.

    It belongs to the event loop in which it is first used. Proxies are those that the environment
    names (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY), and so are certificates (SSL_CERT_FILE).
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[tuple[str, bytes], str | None] = {}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; its answer's body is read afterwards, as httpx2 does.

        Raises:
            httpx2.TransportError: there is no answer; the kind says whether the request has left.
        """
        if self._session is None:
            self._loop = asyncio.get_running_loop()
            self._session = aiohttp.ClientSession(
                connector=_Connector(limit=0, keepalive_timeout=_IDLE_S),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        for _ in range(2):  # so that the loop sees which connections servers have closed meanwhile
            await asyncio.sleep(0)
        sends_left = _SENDS
        while True:
            try:
                answer = await self._send(self._session, request)
            except (aiohttp.ClientError, ConnectionError) as error:
                sends_left -= 1
                if not (sends_left and _is_stale(error)):
                    raise _fault(error) from error
            else:
                return httpx2.Response(
                    answer.status, headers=answer.raw_headers, stream=_Body(answer), request=request
                )

    async def _send(
        self, session: aiohttp.ClientSession, request: httpx2.Request
    ) -> aiohttp.ClientResponse:
        url = request.url
        return await session.request(
            request.method,
            str(url),
            headers=_headers(request),
            data=_body(request),
            allow_redirects=False,
            timeout=_timeout(request.extensions.get("timeout", {})),
            ssl=self._certificates if url.scheme == "https" else True,
            proxy=self._proxy(url),
        )

    async def aclose(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    def __del__(self) -> None:
        """Leave connections that nobody has closed to the loop, if it goes on; in any thread."""
        if self._session is None or self._session.closed:
            return
        connector = self._session.connector
        self._session.detach()
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(_hold, connector)

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        return httpx2.create_ssl_context()

    def _proxy(self, url: httpx2.URL) -> str | None:
        key = url.scheme, url.netloc
        if key not in self._proxies:
            self._proxies[key] = _proxy_of_the_environment(url)
        return self._proxies[key]


class _Connector(aiohttp.TCPConnector):
    """Connections of which aiohttp does not complain where their loop has ended before them."""

    def __del__(self, _: object = None, /) -> None:
        """Say nothing."""


def _hold(connector: aiohttp.BaseConnector | None) -> None:
    """Hold a connector until it has closed its connections, as it does with idle ones.

    To close them at once takes a task, and a loop that ends before it complains.
    """
    asyncio.get_running_loop().call_later(3 * _IDLE_S, lambda: connector)


class _Body(httpx2.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.content.iter_any():
                yield chunk
        except (aiohttp.ClientError, ConnectionError) as error:
            raise _fault(error) from error

    async def aclose(self) -> None:
        """Give the connection back; one with an unread body is closed."""
        self._answer.release()


def _headers(request: httpx2.Request) -> list[tuple[str, str]]:
    """Return the headers; aiohttp encodes a body of unknown length itself."""
    return [
        (name.decode("ascii"), value.decode("latin-1"))
        for name, value in request.headers.raw
        if name.lower() != b"transfer-encoding"
    ]


def _body(request: httpx2.Request) -> Any:
    try:
        content = request.content
    except httpx2.RequestNotRead:
        return request.stream
    return io.BytesIO(content) if len(content) > _LARGE else content or None


def _timeout(seconds: dict[str, float | None]) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=None, sock_connect=seconds.get("connect"), sock_read=seconds.get("read")
    )


def _proxy_of_the_environment(url: httpx2.URL) -> str | None:
    if any(map(urllib.request.proxy_bypass, (url.host, url.netloc.decode("ascii")))):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy:
        return None
    kind, is_named, _ = proxy.partition("://")
    if is_named and kind not in {"http", "https"}:
        raise httpx2.UnsupportedProtocol(
            f"the environment names a {kind} proxy, which is not spoken to; "
            "name the service in NO_PROXY, or give a client of your own (client=)"
        )
    return proxy if is_named else f"http://{proxy}"


def _is_stale(error: Exception) -> bool:
    """Whether a kept connection was closed by the server before the whole request was written."""
    return isinstance(error.__cause__ or error, aiohttp.ClientConnectionResetError)


def _fault(error: Exception) -> httpx2.TransportError:
    kind = next(to for kind, to in _FAULTS if isinstance(error, kind))
    return kind(str(error) or type(error).__name__)
