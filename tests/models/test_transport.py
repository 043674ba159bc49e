"""The transport against real sockets on the loopback: connections, faults, proxies, what ends it."""

import asyncio
import gc
import gzip
import ssl
import sys
import threading
import time
from asyncio.subprocess import PIPE
from collections.abc import Callable, Coroutine
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import openai
import pytest

from extractor.models.transport import AiohttpTransport

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


def client_on_it() -> httpx2.AsyncClient:
    """Return a client as the SDK has it, on the transport."""
    return openai.DefaultAsyncHttpxClient(transport=AiohttpTransport())


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


def run_with(at_once: int, test: Callable[[Server, httpx2.AsyncClient], Coroutine]) -> Server:
    """Run a test with a server and a client, which is closed in the end."""

    async def run() -> Server:
        async with serving(at_once) as server:
            async with client_on_it() as client:
                await test(server, client)
            async with asyncio.timeout(5):
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

    async def three_waves(server: Server, client: httpx2.AsyncClient) -> None:
        for _ in range(3):
            answers = await asyncio.gather(*[client.get(server.url) for _ in range(at_once)])
            assert {answer.status_code for answer in answers} == {200}

    server = run_with(at_once, three_waves)

    assert (server.n_connections, len(server.lines)) == (at_once, 3 * at_once)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""], ids=["with a scheme", "without"])
def test_proxy_of_the_environment_takes_all_requests(monkeypatch, name, scheme):
    """A request to any host goes to the proxy."""

    async def through_the_proxy(server: Server, _: httpx2.AsyncClient) -> None:
        monkeypatch.setenv(name, scheme + server.url.removeprefix("http://"))
        async with client_on_it() as client:
            await asyncio.gather(*[client.get("http://elsewhere.example/") for _ in range(20)])

    server = run_with(20, through_the_proxy)

    assert server.lines == [b"GET http://elsewhere.example/ HTTP/1.1"] * 20


def test_proxy_that_is_not_spoken_to_is_named(monkeypatch):
    """A user behind SOCKS is told what to do."""
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")

    async def asked() -> None:
        async with client_on_it() as client:
            await client.get("http://elsewhere.example/")

    with pytest.raises(
        httpx2.UnsupportedProtocol, match=r"a socks5 proxy.*NO_PROXY, or give a client"
    ):
        asyncio.run(asked())


def test_redirect_is_followed():
    """The SDK's client follows where a service has moved to."""

    async def asked() -> httpx2.Response:
        async def handle(reader, writer):
            request = await reader.readuntil(b"\r\n\r\n")
            moved = b"HTTP/1.1 307 Moved\r\nLocation: /v2\r\nContent-Length: 0\r\n\r\n"
            writer.write(ANSWER if b"/v2" in request else moved)
            writer.close()

        async with (
            await asyncio.start_server(handle, "127.0.0.1", 0) as server,
            client_on_it() as client,
        ):
            host, port = server.sockets[0].getsockname()
            request = client.build_request("GET", f"http://{host}:{port}/v1")
            return await client.send(request, follow_redirects=True)

    assert asyncio.run(asked()).status_code == 200


async def answer_to_one_request(answer: bytes, **options) -> httpx2.Response:
    """Return what the client makes of the bytes that a server sends before it closes."""

    async def handle(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with (
        await asyncio.start_server(handle, "127.0.0.1", 0) as server,
        client_on_it() as client,
    ):
        host, port = server.sockets[0].getsockname()
        return await client.get(f"http://{host}:{port}/", **options)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(b"", httpx2.RemoteProtocolError, id="closed before an answer"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n", httpx2.RemoteProtocolError, id="no HTTP"),
        pytest.param(ANSWER.replace(b"2", b"9"), httpx2.ReadError, id="closed within the body"),
    ],
)
def test_connection_that_breaks_has_been_made(answer, kind):
    """What breaks after a request has left may be billed; it is not called a failure to connect."""
    with pytest.raises(kind):
        asyncio.run(answer_to_one_request(answer))


def test_refused_connection_is_a_failure_to_connect():
    """Nothing listens there: the request has not left."""

    async def asked() -> None:
        async with client_on_it() as client:
            await client.get("http://127.0.0.1:9/")

    with pytest.raises(httpx2.ConnectError):
        asyncio.run(asked())


def test_silence_is_a_read_timeout():
    """A server that takes a request and says nothing within the client's own limit."""

    async def asked() -> None:
        has_ended = asyncio.Event()

        async def listen(reader, writer):
            await reader.read()
            writer.close()
            has_ended.set()

        async with (
            await asyncio.start_server(listen, "127.0.0.1", 0) as server,
            client_on_it() as client,
        ):
            host, port = server.sockets[0].getsockname()
            try:
                await client.get(f"http://{host}:{port}/", timeout=0.05)
            finally:
                await has_ended.wait()

    with pytest.raises(httpx2.ReadTimeout):
        asyncio.run(asked())


class ClosesAfterEachAnswer(BaseHTTPRequestHandler):
    """A server that ends each connection behind its answer, without a word of it before."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer and close."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(ANSWER)
        time.sleep(0.02)  # the answer has been read by then
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_connection_that_was_closed_while_the_program_was_busy_is_not_used():
    """What would be lost on it might be billed, as far as anybody knows."""

    async def ask_now_and_then(url: str) -> list[int]:
        statuses = []
        async with client_on_it() as client:
            for _ in range(5):
                statuses.append((await client.post(url, content=b"x")).status_code)
                time.sleep(0.05)  # noqa: ASYNC251  as a program does that reads an article
        return statuses

    with ThreadingHTTPServer(("127.0.0.1", 0), ClosesAfterEachAnswer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        statuses = asyncio.run(ask_now_and_then(f"http://127.0.0.1:{server.server_port}/"))
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

    async with (
        await asyncio.start_server(handle, "127.0.0.1", 0, ssl=certificates) as server,
        client_on_it() as client,
    ):
        host, port = server.sockets[0].getsockname()
        return (await client.get(f"https://{host}:{port}/")).status_code


def test_certificate_that_the_environment_trusts_is_accepted(monkeypatch):
    """SSL_CERT_FILE holds, as for the SDK's own client."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    assert asyncio.run(ask_over_tls()) == 200


def test_certificate_that_nobody_trusts_is_a_failure_to_connect():
    """Nothing has been sent to who cannot say who they are."""
    with pytest.raises(httpx2.ConnectError, match="certificate"):
        asyncio.run(ask_over_tls())


@pytest.mark.parametrize("port", ["", ":{port}"], ids=["any port", "its port"])
def test_host_that_needs_no_proxy_is_asked_itself(monkeypatch, port):
    """NO_PROXY holds."""

    async def ask(server: Server, client: httpx2.AsyncClient) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
        its_port = port.format(port=httpx2.URL(server.url).port)
        monkeypatch.setenv("NO_PROXY", f"127.0.0.1{its_port}")
        assert (await client.get(server.url)).status_code == 200

    assert run_with(1, ask).lines == [b"GET / HTTP/1.1"]


def test_packed_answer_is_unpacked():
    """The body is decoded once, by the client."""
    packed = gzip.compress(b'{"a": 1}')
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"

    answer = asyncio.run(answer_to_one_request(head % len(packed) + packed))

    assert answer.json() == {"a": 1}


@pytest.mark.parametrize("size", [10, 3 * 2**20], ids=["small", "large"])
def test_bodies_and_files_arrive_whole(size):
    """What is posted, as bytes or as a file in a form, is what the server gets."""
    content = b"x" * size

    async def posted() -> list[bytes]:
        bodies = []

        async def handle(reader, writer):
            head = await reader.readuntil(b"\r\n\r\n")
            line = next(x for x in head.lower().split(b"\r\n") if x.startswith(b"content-length"))
            bodies.append(await reader.readexactly(int(line.split(b":")[1])))
            writer.write(ANSWER)
            writer.close()

        async with (
            await asyncio.start_server(handle, "127.0.0.1", 0, limit=2**16) as server,
            client_on_it() as client,
        ):
            host, port = server.sockets[0].getsockname()
            await client.post(f"http://{host}:{port}/", content=content)
            await client.post(f"http://{host}:{port}/", files={"file": content})
        return bodies

    plain, form = asyncio.run(posted())

    assert plain == content
    assert content in form


def test_answer_that_is_not_read_leaves_no_room_taken():
    """Cancelled requests and unread answers take no connection from what comes after them."""

    async def cancel_and_ask(server: Server, client: httpx2.AsyncClient) -> None:
        asking = [asyncio.create_task(client.get(server.url)) for _ in range(20)]
        for _ in asking:
            await server.arrivals.acquire()
        for task in asking:
            task.cancel()
        await asyncio.wait(asking)
        answers = await asyncio.gather(*[client.get(server.url) for _ in range(10)])
        assert {answer.status_code for answer in answers} == {200}

    run_with(30, cancel_and_ask)


_ASKS = """
import asyncio, gc, sys
from openai import DefaultAsyncHttpxClient
from extractor.models.transport import AiohttpTransport

async def ask():
    client = DefaultAsyncHttpxClient(transport=AiohttpTransport())
    print((await client.get(sys.argv[1])).status_code)
    return client

async def ask_and_drop():
    await ask()
"""


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param("asyncio.run(ask())", id="the client outlives the loop"),
        pytest.param("asyncio.run(ask_and_drop())", id="the loop outlives the client"),
        pytest.param(
            "loop.run_until_complete(ask_and_drop()); loop.close()", id="both end at once"
        ),
        pytest.param(
            "loop.run_until_complete(ask()); gc.collect(); loop.close()",
            id="the client ends between two runs of the loop",
        ),
    ],
)
def test_loop_that_ends_first_ends_without_a_word(ending):
    """Whoever runs one extraction in a loop of its own need not close a client to keep it quiet."""
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


def test_connections_of_a_client_that_is_let_go_are_closed(monkeypatch):
    """A loop that runs for long keeps none of them, whichever thread lets go of the client."""
    monkeypatch.setattr("extractor.models.transport._IDLE_S", 0.05)

    async def run() -> None:
        async with serving(1) as server:
            clients = [client_on_it()]
            await clients[0].get(server.url)

            def let_go() -> None:
                clients.clear()
                gc.collect()

            assert not server.all_closed.is_set()
            await asyncio.to_thread(let_go)
            async with asyncio.timeout(5):
                assert await server.all_closed.wait()

    asyncio.run(run())
