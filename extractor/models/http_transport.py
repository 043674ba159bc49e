"""The transport of our own: aiohttp's connections to a service, as many as requests are in flight.

Through the SDK's client a request takes about five times the processor time (docs/performance.md).
"""

import asyncio
import ssl
import urllib.request
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from pydantic_core import to_json

from extractor import __version__
from extractor.errors import RefusedError
from extractor.models.endpoint import Endpoint, host_and_port, service_host, service_name
from extractor.models.retry import TransientError
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

_TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=30.0)
"""The deadline of a request ends it; a loop with many articles is long busy reading them."""

_IDLE_S = 4.0
"""How long an unused connection is kept; uvicorn, on which vLLM stands, closes it after five seconds."""

_SENDS = 3
"""How often a request is sent whose connection turns out to be closed before all is written."""

_MOVES = 5
"""How often a request follows where the service sends it."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_MOVED_WHOLE = frozenset({307, 308})
"""The same request is to be sent again; after the others it would be a GET, which nobody answers."""

_MAX_HEADERS = 1000
_MAX_HEADER_BYTES = 2**16
"""Beyond aiohttp's limits an answer would be lost that is billed; the SDK's client has about this."""

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
        parts = urlsplit(endpoint.base_url)
        host = parts.netloc.rpartition("@")[2]
        self._base_url = parts._replace(netloc=host).geturl().rstrip("/")
        self._by_loop: dict[asyncio.AbstractEventLoop, _Connections] = {}
        self._routes: dict[str, _Route] = {}

    @property
    def key(self) -> str:
        """The key that is sent."""
        return self._endpoint.api_key

    async def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        """Send a body as JSON, once; see `Transport.post`.

        What aiohttp raises is not chained on: it holds the request, and with it the key.
        """
        connections = self._connections()
        content = to_json(body)
        for _ in range(2):  # so that the loop sees which connections servers have closed meanwhile
            await asyncio.sleep(0)
        url = self._base_url + path
        with connections.session() as session:
            for _ in range(_MOVES):
                answer = await self._send(session, url, content)
                if answer.status not in _MOVED:
                    return answer
                url = self._moved(url, answer)
        raise RefusedError(f"{self.service} sends the request from one address to the next")

    async def aclose(self) -> None:
        """Close the running event loop's connections; the next request makes new ones."""
        connections = self._by_loop.pop(asyncio.get_running_loop(), None)
        if connections is not None:
            await connections.connector.close()

    def _connections(self) -> "_Connections":
        loop = asyncio.get_running_loop()
        connections = self._by_loop.get(loop)
        if connections is None:
            for each in list(self._by_loop):  # other threads may do the same at the same time
                if each.is_closed():
                    self._by_loop.pop(each, None)
            connections = self._by_loop[loop] = _Connections(loop, _headers(self._endpoint))
        return connections

    async def _send(self, session: aiohttp.ClientSession, url: str, content: bytes) -> Answer:
        """Send to one address, again where nothing can have arrived whole."""
        route = self._route(urlsplit(url).scheme)
        sends_left = _SENDS
        while True:
            try:
                async with session.post(
                    url,
                    data=_Body(content),
                    proxy=route.proxy,
                    ssl=route.certificates or True,
                    allow_redirects=False,
                ) as answer:
                    return Answer(answer.status, answer.headers, await answer.read())
            except (aiohttp.InvalidURL, UnicodeError):
                raise RefusedError("the address of the service or of the proxy is none") from None
            except (aiohttp.ClientError, ConnectionError) as error:
                sends_left -= 1
                if not (sends_left and _is_stale(error)):
                    raise _fault(error) from None

    def _moved(self, url: str, answer: Answer) -> str:
        """Return where an answer sends the request.

        Key and article go to no other host, and not from https to http.

        Raises:
            RefusedError: it may not go there.
        """
        to = ""
        with suppress(ValueError):
            to = urljoin(url, answer.headers.get("location", ""))
        scheme, name = urlsplit(to).scheme, service_name(to)
        is_same = (scheme, name) == (urlsplit(url).scheme, service_name(url))
        is_safe = is_same or (scheme == "https" and service_host(to) == service_host(url))
        if answer.status in _MOVED_WHOLE and is_safe and to != url:
            return to
        where = f"{scheme}://{name}" if name and to != url else "elsewhere"
        raise RefusedError(
            f"{self.service} sends requests on to {where} (status {answer.status}); "
            "if it stands there now, change its address (OPENAI_BASE_URL)"
        )

    def _route(self, scheme: str) -> "_Route":
        """Return how the service's host is reached, found out once for each scheme."""
        route = self._routes.get(scheme)
        if route is None:
            certificates = _certificates() if scheme == "https" else None
            route = self._routes[scheme] = _Route(self._proxy(scheme), certificates)
        return route

    def _proxy(self, scheme: str) -> str | None:
        host = service_host(self._base_url)
        if any(map(urllib.request.proxy_bypass, (host, self.service))):
            return None
        proxies = urllib.request.getproxies()
        proxy = proxies.get(scheme) or proxies.get("all")
        if not proxy:
            return None
        kind, is_named, _ = proxy.partition("://")
        if is_named and kind.lower() not in {"http", "https"}:
            raise RefusedError(
                f"the environment names a {kind} proxy, which is not spoken to; "
                "name the service in NO_PROXY, or give a client of your own (client=)"
            )
        return proxy if is_named else f"http://{proxy}"


class _Route(NamedTuple):
    """How a host is reached by one scheme.

    Attributes:
        proxy: the address of the proxy, where there is one.
        certificates: what is trusted, with https.
    """

    proxy: str | None
    certificates: ssl.SSLContext | None


def _certificates() -> ssl.SSLContext:
    import httpx2  # so that certificates are trusted as the SDK trusts them

    try:
        return httpx2.create_ssl_context()
    except OSError as error:
        raise RefusedError(
            f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read ({error})"
        ) from None


class _Connections:
    """The connections to a service that belong to one event loop.

    Attributes:
        connector: what holds them.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, headers: Mapping[str, str]) -> None:
        self._loop = loop
        self._headers = headers
        self._cookies = aiohttp.DummyCookieJar()
        self.connector = _Connector(limit=0, keepalive_timeout=_IDLE_S)

    @contextmanager
    def session(self) -> Iterator[aiohttp.ClientSession]:
        """Yield a session on these connections for one request, which costs next to nothing.

        One that were kept would complain where it is collected together with its loop.
        """
        session = aiohttp.ClientSession(
            connector=self.connector,
            connector_owner=False,
            cookie_jar=self._cookies,
            headers=self._headers,
            timeout=_TIMEOUT,
            max_line_size=_MAX_HEADER_BYTES,
            max_field_size=_MAX_HEADER_BYTES,
            max_headers=_MAX_HEADERS,
        )
        try:
            yield session
        finally:
            session.detach()

    def __del__(self) -> None:
        """Leave connections that nobody has closed to the loop, if it goes on; in any thread."""
        if not self.connector.closed:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(_hold, self.connector)


class _Body(aiohttp.Payload):
    """A body that is written in one go, of whatever size.

    In pieces, as aiohttp writes a large one, the next piece may meet a connection that the service
    has closed after an answer (too large, say) which then is never read.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._size = len(content)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return it as text."""
        return bytes(self._value).decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write it."""
        await writer.write(self._value)


class _Connector(aiohttp.TCPConnector):
    """Connections of which aiohttp does not complain where their loop has ended before them."""

    def __del__(self, _: object = None, /) -> None:
        """Say nothing."""


def _hold(connector: aiohttp.BaseConnector) -> None:
    """Hold a connector until it has closed its connections, as it does with idle ones.

    To close them at once takes a task, and a loop that ends before it complains.
    """
    asyncio.get_running_loop().call_later(3 * _IDLE_S, lambda: connector)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    """Return what every request says: the user's headers, in whatever case, in the place of ours.

    A password in the address takes the place of the key.
    """
    authorization = f"Bearer {endpoint.api_key}"
    parts = urlsplit(endpoint.base_url)
    if parts.username is not None:
        credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {b64encode(credentials.encode()).decode()}"
    json = "application/json"
    ours = {
        "Accept": json,
        "Content-Type": json,
        "Authorization": authorization,
        "User-Agent": f"figurebook/{__version__}",
    }
    theirs = dict(endpoint.headers)
    named = {name.lower() for name in theirs}
    return {name: said for name, said in ours.items() if name.lower() not in named} | theirs


def _is_stale(error: Exception) -> bool:
    """Whether a kept connection was closed by the server before the whole request was written."""
    return isinstance(error.__cause__ or error, aiohttp.ClientConnectionResetError)


def _fault(error: Exception) -> TransientError:
    """Return the fault that a lost connection is; once the request has left, it may be billed."""
    kind = type(error).__name__
    if not isinstance(error, _NOT_SENT):
        return TransientError(f"the connection failed ({kind})", usage=UNKNOWN_TRY)
    # what aiohttp says may hold the proxy's password
    if isinstance(error, aiohttp.ClientHttpProxyError):
        kind = f"the proxy answers with status {error.status}"
    elif isinstance(error, aiohttp.ClientConnectorError):
        where = host_and_port(error.host, error.port)
        kind = f"{where} cannot be reached: {error.__cause__ or kind}"
    if isinstance(error, (aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError)):
        advice = "is the proxy that the environment names right, and its password?"
    else:
        advice = "is the service running, and its address (OPENAI_BASE_URL) right?"
    return TransientError(f"the connection failed ({kind}); {advice}", usage=NO_TOKENS)
