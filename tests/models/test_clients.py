"""Our own clients against real sockets on the loopback: how many connections, and what ends them."""

import asyncio
import ssl
from collections.abc import Callable, Coroutine
from contextlib import asynccontextmanager

import httpx2
import openai
import pytest

from extractor.models.clients import OwnClients, PooledClient
from extractor.models.endpoint import Endpoint

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture(autouse=True)
def _no_certificates(monkeypatch):
    """Leave the system's certificates unread, which is slow: the loopback needs none."""
    monkeypatch.setattr(
        ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )


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


def run_with(at_once: int, test: Callable[[Server, PooledClient], Coroutine]) -> Server:
    """Run a test with a server and a client, which is closed in the end."""

    async def run() -> Server:
        async with serving(at_once) as server:
            async with PooledClient() as client:
                await test(server, client)
            async with asyncio.timeout(5):
                await server.all_closed.wait()
            return server

    return asyncio.run(run())


@pytest.mark.parametrize(
    "at_once",
    [
        pytest.param(1, id="one"),
        pytest.param(16, id="a pool"),
        pytest.param(17, id="a pool and one"),
        pytest.param(150, id="more than the SDK keeps open"),
    ],
)
def test_connections_are_as_many_as_requests_in_flight(at_once):
    """Each wave of requests takes the connections of the first; closing ends them all."""

    async def three_waves(server: Server, client: PooledClient) -> None:
        for _ in range(3):
            answers = await asyncio.gather(*[client.get(server.url) for _ in range(at_once)])
            assert {answer.status_code for answer in answers} == {200}

    server = run_with(at_once, three_waves)

    assert (server.n_connections, len(server.lines)) == (at_once, 3 * at_once)


def test_request_that_fails_makes_room_for_another():
    """Faults and cancellations take no place from what comes after them."""

    async def fail_and_ask(server: Server, client: PooledClient) -> None:
        for _ in range(40):
            with pytest.raises(httpx2.ConnectError):
                await client.get("http://127.0.0.1:9/")
        asking = [asyncio.create_task(client.get(server.url)) for _ in range(20)]
        for _ in asking:
            await server.arrivals.acquire()
        for task in asking:
            task.cancel()
        await asyncio.wait(asking)
        await asyncio.gather(*[client.get(server.url) for _ in range(at_once - 20)])
        assert [pool.n_in_flight for pool in client._pools] == [0, 0]

    at_once = 30
    run_with(at_once, fail_and_ask)


def test_proxy_of_the_environment_holds_for_every_pool(monkeypatch):
    """A request to any host goes to the proxy, whichever pool it takes."""

    async def through_the_proxy(server: Server, _: PooledClient) -> None:
        monkeypatch.setenv("HTTP_PROXY", server.url)
        async with PooledClient() as client:
            await asyncio.gather(*[client.get("http://elsewhere.example/") for _ in range(20)])

    server = run_with(20, through_the_proxy)

    assert server.lines == [b"GET http://elsewhere.example/ HTTP/1.1"] * 20


def test_redirect_is_followed():
    """The SDK's client follows where a service has moved to; so do the pools."""

    async def asked() -> httpx2.Response:
        async def handle(reader, writer):
            request = await reader.readuntil(b"\r\n\r\n")
            moved = b"HTTP/1.1 307 Moved\r\nLocation: /v2\r\nContent-Length: 0\r\n\r\n"
            writer.write(ANSWER if b"/v2" in request else moved)
            writer.close()

        async with (
            await asyncio.start_server(handle, "127.0.0.1", 0) as server,
            PooledClient() as client,
        ):
            host, port = server.sockets[0].getsockname()
            request = client.build_request("GET", f"http://{host}:{port}/v1")
            return await client.send(request, follow_redirects=True)

    assert asyncio.run(asked()).status_code == 200


def test_own_clients_are_one_for_each_loop_until_it_is_closed():
    """A second question finds the client of the first; after closing there is a new one."""

    async def three() -> list[openai.AsyncOpenAI]:
        clients = OwnClients(Endpoint("http://127.0.0.1:9/v1", "k"))
        asked = [clients.current(), clients.current()]
        await clients.aclose()
        asked.append(clients.current())
        await clients.aclose()
        return asked

    first, second, third = asyncio.run(three())

    assert first is second
    assert first.is_closed()
    assert third is not first
