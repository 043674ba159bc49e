"""Our own transport against real sockets on the loopback: connections, faults, proxies, endings."""

import asyncio
import gc
import gzip
import re
import socket
import ssl
import sys
import threading
import weakref
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from extractor import __version__
from extractor.errors import RefusedError, UsageError
from extractor.models.endpoint import Endpoint
from extractor.models.http_transport import HttpTransport
from extractor.models.retry import TransientError
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
KEY = "sk-test-0123456789"


@asynccontextmanager
async def transport_to(base_url: str) -> AsyncIterator[HttpTransport]:
    """Yield a transport, which is closed in the end."""
    transport = HttpTransport(Endpoint(base_url, KEY))
    try:
        yield transport
    finally:
        await transport.aclose()


class Server:
    """A server that answers when so many requests wait, and knows what it has been sent."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.n_connections = 0
        self.arrivals = asyncio.Semaphore(0)
        self.all_closed = asyncio.Event()
        self.lines: list[bytes] = []
        self.url = ""
        self._n_open = 0
        self._n_waiting = 0
        self._all_there = asyncio.Event()

    async def handle(self, reader, writer):
        """Serve one connection until it ends."""
        self.n_connections += 1
        self._n_open += 1
        while request := await self._read(reader):
            self.lines.append(request.partition(b"\r\n")[0])
            self.arrivals.release()
            await self._meet()
            writer.write(ANSWER)
        writer.close()
        self._n_open -= 1
        if not self._n_open:
            self.all_closed.set()

    async def _read(self, reader) -> bytes:
        try:
            return await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""

    async def _meet(self) -> None:
        """Wait for the others, so that all are in flight at once."""
        self._n_waiting += 1
        everybody = self._all_there
        if self._n_waiting == self.at_once:
            self._n_waiting, self._all_there = 0, asyncio.Event()
            everybody.set()
        await everybody.wait()


@asynccontextmanager
async def serving(at_once: int):
    """Run a server, and yield it."""
    server = Server(at_once)
    async with await asyncio.start_server(server.handle, "127.0.0.1", 0) as listening:
        host, port = listening.sockets[0].getsockname()
        server.url = f"http://{host}:{port}/"
        yield server


def run_with(at_once: int, test: Callable[[Server, HttpTransport], Coroutine]) -> Server:
    """Run a test with a server and a transport to it, which is closed in the end."""

    async def run() -> Server:
        async with serving(at_once) as server:
            async with transport_to(server.url) as transport:
                await test(server, transport)
            async with asyncio.timeout(30):
                await server.all_closed.wait()
            return server

    return asyncio.run(run())


@pytest.mark.parametrize(
    "at_once",
    [
        pytest.param(1, id="one"),
        pytest.param(20, id="twenty"),
        pytest.param(150, id="more than the SDK and aiohttp keep open of themselves"),
    ],
)
def test_connections_are_as_many_as_requests_in_flight(at_once):
    """Each wave of requests takes the connections of the first; closing ends them all."""

    async def three_waves(_: Server, transport: HttpTransport) -> None:
        for _ in range(3):
            answers = await asyncio.gather(*[transport.post("/", {}) for _ in range(at_once)])
            assert {answer.status for answer in answers} == {200}

    server = run_with(at_once, three_waves)

    assert (server.n_connections, len(server.lines)) == (at_once, 3 * at_once)


async def ask_once(base_url: str) -> Answer:
    """Return the answer to one request."""
    async with transport_to(base_url) as transport:
        return await transport.post("/", {})


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""], ids=["with a scheme", "without"])
def test_proxy_of_the_environment_takes_all_requests(monkeypatch, name, scheme):
    """A request to any host goes to the proxy."""

    async def through_the_proxy(server: Server, _: HttpTransport) -> None:
        monkeypatch.setenv(name, scheme + server.url.removeprefix("http://"))
        async with transport_to("http://elsewhere.example/v1") as transport:
            await asyncio.gather(*[transport.post("/chat", {}) for _ in range(20)])

    server = run_with(20, through_the_proxy)

    assert server.lines == [b"POST http://elsewhere.example/v1/chat HTTP/1.1"] * 20


def test_proxy_that_is_not_spoken_to_is_named(monkeypatch):
    """A user behind SOCKS is told what to do."""
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")

    with pytest.raises(RefusedError, match=r"a socks5 proxy.*NO_PROXY, or give a client"):
        asyncio.run(ask_once("http://elsewhere.example/"))


@asynccontextmanager
async def server_that(handle) -> AsyncIterator[str]:
    """Run a server that handles bare connections, and yield its address."""
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        host, port = server.sockets[0].getsockname()
        yield f"http://{host}:{port}"


async def read_request(reader) -> tuple[bytes, bytes]:
    """Read a request's head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    line = next(x for x in head.lower().split(b"\r\n") if x.startswith(b"content-length"))
    return head, await reader.readexactly(int(line.split(b":")[1]))


@pytest.mark.parametrize("size", [10, 3 * 2**20], ids=["small", "large"])
def test_redirect_is_followed(size):
    """A service that has moved gets the same request, as from the SDK's client."""
    bodies = []

    async def asked() -> Answer:
        async def handle(reader, writer):
            head, body = await read_request(reader)
            bodies.append(body)
            moved = b"HTTP/1.1 307 Moved\r\nLocation: /v2\r\nConnection: close\r\n\r\n"
            writer.write(ANSWER if b"/v2" in head else moved)
            writer.close()

        async with server_that(handle) as url, transport_to(url) as transport:
            return await transport.post("/v1", {"text": "x" * size})

    assert asyncio.run(asked()).status == 200
    assert bodies[0] == bodies[1]


def refuse_unread(listening: socket.socket) -> None:
    """Answer a request of which the head alone was read, and close: the rest meets a reset."""
    connection, _ = listening.accept()
    with connection:
        connection.recv(2**14)
        connection.sendall(ANSWER.replace(b"200 OK", b"413 Content Too Large"))


@pytest.mark.parametrize("size", [10, 2**19, 3 * 2**20, 3 * 2**24])
def test_refusal_that_comes_while_the_body_is_written_is_heard(size):
    """Else a body that is too large would count as a service that cannot be reached."""

    async def asked(port: int) -> Answer:
        async with transport_to(f"http://127.0.0.1:{port}") as transport:
            return await transport.post("/", {"text": "x" * size})

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = threading.Thread(target=refuse_unread, args=[listening], daemon=True)
        server.start()
        answer = asyncio.run(asked(listening.getsockname()[1]))
        server.join()

    assert (answer.status, answer.body) == (413, b"{}")


async def answer_to_one_request(answer: bytes) -> Answer:
    """Return what becomes of the bytes that a server sends before it closes."""

    async def handle(reader, writer):
        await read_request(reader)
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with server_that(handle) as url:
        return await ask_once(url)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(b"", "ServerDisconnected", id="closed before an answer"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n", "ClientResponse", id="no HTTP"),
        pytest.param(ANSWER.replace(b"2", b"9"), "ClientPayload", id="closed within the body"),
    ],
)
def test_connection_that_breaks_may_be_billed(answer, kind):
    """What breaks after a request has left is not called a failure to connect."""
    with pytest.raises(TransientError, match=rf"the connection failed \({kind}Error\)") as caught:
        asyncio.run(answer_to_one_request(answer))

    assert caught.value.usage == UNKNOWN_TRY


@pytest.mark.parametrize("where", ["127.0.0.1:9", "[::1]:9"])
def test_refused_connection_is_not_billed(where):
    """Nothing listens there: the request has not left; the user is told what to look at."""
    with pytest.raises(TransientError, match=rf"\({re.escape(where)} .*OPENAI_BASE_URL") as caught:
        asyncio.run(ask_once(f"http://{where}/v1"))

    assert caught.value.usage == NO_TOKENS


def test_password_of_a_proxy_is_in_no_message(monkeypatch):
    """A proxy that lets nobody through answers with a status, and its address stays unsaid."""

    async def asked() -> None:
        async def handle(reader, writer):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 407 Authentication Required\r\nContent-Length: 0\r\n\r\n")
            writer.close()

        async with server_that(handle) as url:
            monkeypatch.setenv("HTTPS_PROXY", url.replace("//", "//user:secret@"))
            await ask_once("https://elsewhere.example/v1")

    with pytest.raises(TransientError, match="the proxy answers with status 407") as caught:
        asyncio.run(asked())

    assert "secret" not in str(caught.value)
    assert caught.value.usage == NO_TOKENS


@pytest.mark.parametrize(
    ("credentials", "authorization"),
    [
        pytest.param("", f"Bearer {KEY}", id="key"),
        pytest.param("user:pass@", "Basic dXNlcjpwYXNz", id="password in the address"),
    ],
)
def test_request_says_what_the_endpoint_says(credentials, authorization):
    """Key, further headers, address and body are those of the endpoint and of the caller."""
    requests = []

    async def asked() -> None:
        async def handle(reader, writer):
            requests.append(await read_request(reader))
            writer.write(ANSWER)
            writer.close()

        async with server_that(handle) as url:
            base_url = url.replace("//", f"//{credentials}") + "/v1/"
            transport = HttpTransport(Endpoint(base_url, KEY, (("OpenAI-Project", "p-1"),)))
            await transport.post("/chat", {"text": "十亿"})
            await transport.aclose()

    asyncio.run(asked())

    ((head, body),) = requests
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /v1/chat HTTP/1.1"
    assert {
        f"Authorization: {authorization}",
        "OpenAI-Project: p-1",
        f"User-Agent: figurebook/{__version__}",
    } <= set(lines)
    assert "Content-Type: application/json" in lines
    assert body.decode() == '{"text":"十亿"}'


class ClosesAfterEachAnswer(BaseHTTPRequestHandler):
    """A server that ends each connection behind its answer, without a word of it before."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer and close."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(ANSWER)
        self.server.has_been_read.acquire(timeout=30)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class ClosingServer(ThreadingHTTPServer):
    """It ends a connection once its answer has been read, and tells when it has."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ClosesAfterEachAnswer)
        self.has_been_read, self.has_closed = threading.Semaphore(0), threading.Semaphore(0)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        super().shutdown_request(request)
        self.has_closed.release()


def test_connection_that_was_closed_while_the_program_was_busy_is_not_used():
    """What would be lost on it might be billed, as far as anybody knows."""

    async def ask_now_and_then(server: ClosingServer) -> list[int]:
        statuses = []
        async with transport_to(f"http://127.0.0.1:{server.server_port}/") as transport:
            for _ in range(5):
                statuses.append((await transport.post("/", {})).status)
                server.has_been_read.release()
                assert server.has_closed.acquire(timeout=30)  # busy, as if it read an article
        return statuses

    with ClosingServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        statuses = asyncio.run(ask_now_and_then(server))
        server.shutdown()

    assert statuses == [200] * 5


CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""Of 127.0.0.1, signed by itself, with its key; made for these tests and good for nothing else."""


async def ask_over_tls() -> int:
    """Ask a server on the loopback that has the certificate, and return the status."""
    certificates = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificates.load_cert_chain(CERTIFICATE)

    async def handle(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(handle, "127.0.0.1", 0, ssl=certificates) as server:
        host, port = server.sockets[0].getsockname()
        return (await ask_once(f"https://{host}:{port}/")).status


def test_certificate_that_the_environment_trusts_is_accepted(monkeypatch):
    """SSL_CERT_FILE holds, as for the SDK's own client."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    assert asyncio.run(ask_over_tls()) == 200


def test_certificate_that_nobody_trusts_is_a_failure_to_connect():
    """Nothing has been sent to who cannot say who they are."""
    with pytest.raises(TransientError, match="certificate") as caught:
        asyncio.run(ask_over_tls())

    assert caught.value.usage == NO_TOKENS


@pytest.mark.parametrize("port", ["", ":{port}"], ids=["any port", "its port"])
def test_host_that_needs_no_proxy_is_asked_itself(monkeypatch, port):
    """NO_PROXY holds."""

    async def ask(server: Server, transport: HttpTransport) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
        monkeypatch.setenv("NO_PROXY", f"127.0.0.1{port.format(port=urlsplit(server.url).port)}")
        assert (await transport.post("/", {})).status == 200

    assert run_with(1, ask).lines == [b"POST / HTTP/1.1"]


def test_packed_answer_is_unpacked():
    """The body is that which the service wrote."""
    packed = gzip.compress(b'{"a": 1}')
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"

    answer = asyncio.run(answer_to_one_request(head % len(packed) + packed))

    assert answer.body == b'{"a": 1}'


def test_cancelled_requests_leave_no_room_taken():
    """They take no connection from what comes after them."""

    async def cancel_and_ask(server: Server, transport: HttpTransport) -> None:
        asking = [asyncio.create_task(transport.post("/", {})) for _ in range(20)]
        for _ in asking:
            await server.arrivals.acquire()
        for task in asking:
            task.cancel()
        await asyncio.wait(asking)
        answers = await asyncio.gather(*[transport.post("/", {}) for _ in range(10)])
        assert {answer.status for answer in answers} == {200}

    run_with(30, cancel_and_ask)


_ASKS = """
import asyncio, gc, sys
from extractor.models.endpoint import Endpoint
from extractor.models.http_transport import HttpTransport

async def ask():
    transport = HttpTransport(Endpoint(sys.argv[1], "k"))
    print((await transport.post("/", {})).status)
    return transport

async def ask_and_drop():
    await ask()
"""


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param("asyncio.run(ask())", id="the transport outlives the loop"),
        pytest.param("asyncio.run(ask_and_drop())", id="the loop outlives the transport"),
        pytest.param(
            "loop.run_until_complete(ask_and_drop()); loop.close()", id="both end at once"
        ),
        pytest.param(
            "told = [loop, loop.run_until_complete(ask())]; told.append(told); loop.close(); "
            "del loop, told",
            id="both are collected in a circle",
        ),
        pytest.param(
            "loop.run_until_complete(ask()); gc.collect(); loop.close()",
            id="the transport ends between two runs of the loop",
        ),
    ],
)
def test_loop_that_ends_first_ends_without_a_word(ending):
    """Whoever runs one extraction in a loop of its own need not close anything to keep it quiet."""
    script = f"{_ASKS}\nloop = asyncio.new_event_loop()\n{ending}\ngc.collect()\n"

    async def run() -> tuple[bytes, bytes]:
        async with serving(1) as server:
            asking = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", script, server.url), stdout=PIPE, stderr=PIPE
            )
            said = await asking.communicate()
            await server.all_closed.wait()
            return said

    assert asyncio.run(run()) == (b"200\n", b"")


def test_connections_of_a_transport_that_is_let_go_are_closed(monkeypatch):
    """A loop that runs for long keeps none of them, whichever thread lets go of the transport."""
    monkeypatch.setattr("extractor.models.http_transport._IDLE_S", 0.05)

    async def run() -> None:
        async with serving(1) as server:
            transports = [HttpTransport(Endpoint(server.url, KEY))]
            await transports[0].post("/", {})

            def let_go() -> None:
                transports.clear()
                gc.collect()

            assert not server.all_closed.is_set()
            await asyncio.to_thread(let_go)
            async with asyncio.timeout(30):
                assert await server.all_closed.wait()

    asyncio.run(run())


class ClosesAsItSays(ClosesAfterEachAnswer):
    """A server that ends each connection behind its answer, and says so."""

    def do_POST(self) -> None:
        """Answer and close."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(ANSWER.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n"))
        self.close_connection = True


def test_each_loop_has_connections_of_its_own():
    """A program that runs one event loop after the other asks anew, and keeps no ended loop."""
    loops = []

    async def asked(transport: HttpTransport) -> int:
        loops.append(weakref.ref(asyncio.get_running_loop()))
        return (await transport.post("/", {})).status

    with ThreadingHTTPServer(("127.0.0.1", 0), ClosesAsItSays) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        transport = HttpTransport(Endpoint(f"http://127.0.0.1:{server.server_port}/", KEY))
        statuses = [asyncio.run(asked(transport)) for _ in range(3)]
        server.shutdown()
    gc.collect()

    assert statuses == [200] * 3
    assert [loop() is None for loop in loops] == [True, True, False]


@pytest.mark.parametrize(
    "says",
    [
        pytest.param(b"Content-Security-Policy: " + b"x" * 20_000 + b"\r\n", id="one long header"),
        pytest.param(b"".join(b"X-%d: y\r\n" % i for i in range(300)), id="many headers"),
    ],
)
def test_answer_with_much_in_its_head_is_read(says):
    """Gateways add what they like; an answer that is lost for it would be paid for once a try."""
    answer = asyncio.run(answer_to_one_request(ANSWER.replace(b"OK\r\n", b"OK\r\n" + says)))

    assert (answer.status, answer.body) == (200, b"{}")


@pytest.mark.parametrize(
    "base_url",
    ["localhost:8000/v1", "ftp://there/v1", "http:///v1", "http://a..b/v1", "http://a b/v1"],
)
def test_address_that_is_none_is_misuse(base_url):
    """Who makes an endpoint in Python is told at once, and nothing is tried eight times."""
    with pytest.raises(UsageError, match="base_url is no address"):
        HttpTransport(Endpoint(base_url, KEY))


@pytest.mark.parametrize(
    ("key", "headers"),
    [
        pytest.param(f"{KEY}\n", (), id="a key as read from a file"),
        pytest.param(KEY, (("X-Team", "a\r\nb"),), id="a header of two lines"),
    ],
)
def test_what_no_header_can_hold_is_misuse(key, headers):
    """It is told before anything is sent, the key unsaid."""
    with pytest.raises(UsageError, match="strip") as caught:
        HttpTransport(Endpoint("http://there/v1", key, headers))

    assert KEY not in str(caught.value)


def test_header_of_the_user_takes_the_place_of_ours_in_any_case():
    """A gateway that wants an Authorization of its own gets one, not two."""
    heads = []

    async def asked() -> None:
        async def handle(reader, writer):
            heads.append((await read_request(reader))[0].decode())
            writer.write(ANSWER)
            writer.close()

        async with server_that(handle) as url:
            transport = HttpTransport(Endpoint(url, KEY, (("authorization", "Basic eA=="),)))
            await transport.post("/", {})
            await transport.aclose()

    asyncio.run(asked())

    assert heads[0].lower().count("authorization:") == 1
    assert "Basic eA==" in heads[0]


async def follow(status: int, location: str, *, headers: tuple = ()) -> tuple[Answer, list[str]]:
    """Ask a server that moves what is asked at /v1, and return the heads of the requests, too."""
    heads = []

    async def handle(reader, writer):
        head, _ = await read_request(reader)
        heads.append(head.decode())
        moved = f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n"
        writer.write(ANSWER if b" /v2" in head else f"{moved}Connection: close\r\n\r\n".encode())
        writer.close()

    async with server_that(handle) as url:
        transport = HttpTransport(Endpoint(f"{url}/v1", KEY, headers))
        try:
            return await transport.post("/chat", {}), heads
        finally:
            await transport.aclose()


@pytest.mark.parametrize(
    ("status", "location", "said"),
    [
        pytest.param(302, "/v2/chat", "status 302", id="where only a GET may follow"),
        pytest.param(308, "http://127.0.0.2:9/v2", r"http://127\.0\.0\.2:9", id="another host"),
        pytest.param(307, "ftp://127.0.0.1/v2", "ftp://", id="another protocol"),
        pytest.param(307, "http://[::/v2", "elsewhere", id="no address"),
        pytest.param(307, "", "elsewhere|http", id="nowhere"),
    ],
)
def test_redirect_that_may_not_be_followed_is_told(status, location, said):
    """Neither key nor article goes where the user has not sent it; what to mend is said, once."""
    with pytest.raises(RefusedError, match=rf"sends requests on to .*{said}.*OPENAI_BASE_URL"):
        asyncio.run(follow(status, location))


def test_redirects_in_a_circle_end():
    """Some servers know no better."""

    async def asked() -> None:
        async def handle(reader, writer):
            head, _ = await read_request(reader)
            to = b"/b" if b" /a" in head else b"/a"
            writer.write(
                b"HTTP/1.1 307 M\r\nLocation: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                % to
            )
            await writer.drain()
            writer.close()

        async with server_that(handle) as url:
            await ask_once(url)

    with pytest.raises(RefusedError, match="from one address to the next"):
        asyncio.run(asked())


def test_redirect_to_https_keeps_the_key(monkeypatch):
    """A gateway whose address lacks the s gets the same request, as from the SDK's client."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    heads = []

    async def asked() -> Answer:
        certificates = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificates.load_cert_chain(CERTIFICATE)

        async def safe(reader, writer):
            heads.append((await read_request(reader))[0].decode())
            writer.write(ANSWER)
            await writer.drain()
            writer.close()

        async with await asyncio.start_server(safe, "127.0.0.1", 0, ssl=certificates) as server:
            host, port = server.sockets[0].getsockname()
            to = f"https://{host}:{port}/v1/"

            async def handle(reader, writer):
                await read_request(reader)
                moved = f"HTTP/1.1 308 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"
                writer.write(moved.encode())
                await writer.drain()
                writer.close()

            async with server_that(handle) as url:
                return await ask_once(url)

    assert asyncio.run(asked()).status == 200
    assert f"Authorization: Bearer {KEY}" in heads[0]


def test_certificates_that_cannot_be_read_are_named(monkeypatch):
    """A wrong path in SSL_CERT_FILE is no traceback."""
    monkeypatch.setenv("SSL_CERT_FILE", "/there/is/none.pem")

    with pytest.raises(RefusedError, match="SSL_CERT_FILE"):
        asyncio.run(ask_once("https://127.0.0.1:9/v1"))


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:port", "http://a..b:1"])
def test_proxy_that_is_no_address_is_told(monkeypatch, proxy):
    """It is refused, as it will never be one."""
    monkeypatch.setenv("HTTP_PROXY", proxy)

    with pytest.raises(RefusedError, match="proxy"):
        asyncio.run(ask_once("http://elsewhere.example/v1"))


def test_proxy_that_is_not_there_is_called_the_proxy(monkeypatch):
    """The user need not look at the service's address."""
    monkeypatch.setenv("HTTP_PROXY", "HTTP://user:secret@127.0.0.1:9")

    with pytest.raises(TransientError, match=r"127\.0\.0\.1:9.*is the proxy") as caught:
        asyncio.run(ask_once("http://elsewhere.example/v1"))

    assert "OPENAI_BASE_URL" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_threads_let_go_of_ended_loops_at_the_same_time():
    """Each extract() has a loop of its own, and they may share a model."""
    transport = HttpTransport(Endpoint("http://127.0.0.1:9/v1", KEY))

    class LetGoMeanwhile(asyncio.SelectorEventLoop):
        """An ended loop that another thread lets go of while this one looks at it."""

        def is_closed(self) -> bool:
            """Let go before it is told."""
            is_closed = super().is_closed()
            if is_closed:
                transport._by_loop.pop(self, None)
            return is_closed

    async def ask() -> None:
        with pytest.raises(TransientError, match="reached"):
            await transport.post("/", {})

    for _ in range(2):
        loop = LetGoMeanwhile()
        loop.run_until_complete(ask())
        loop.close()
    asyncio.run(ask())

    assert len(transport._by_loop) == 1
