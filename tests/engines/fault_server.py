"""A server over bare sockets that answers as it is told, and misbehaves as it is told."""

import asyncio
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Literal

Conduct = Literal["whole", "reset", "cut", "drip", "hang"]

_DRIP_S = 0.05
_CUT_AT = 20


@dataclass(frozen=True)
class Answer:
    """One answer, and how it is brought.

    Attributes:
        body: what it says; anything but bytes is written as JSON.
        conduct: `whole`; `reset` breaks the connection off before, `cut` in the middle of the body;
            `drip` sends a byte at a time, slowly; `hang` sends nothing.
    """

    body: Any = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    conduct: Conduct = "whole"

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Return head and body."""
        body = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        headers = {"content-type": self.content_type, "content-length": len(body), **self.headers}
        lines = [f"{name}: {value}\r\n" for name, value in headers.items()]
        return f"HTTP/1.1 {self.status} X\r\n{''.join(lines)}\r\n".encode(), body


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    path: str
    headers: Mapping[str, str]
    body: Any


Handler = Callable[[Asked], Answer]


class FaultServer:
    """A server on a free port of the loopback, whose handler decides on every answer.

    Attributes:
        requests: all that came in, in order.
        address: where it listens.
    """

    def __init__(self, handler: Handler) -> None:
        self.requests: list[Asked] = []
        self.address = ""
        self._handler = handler

    async def serve(self, started: threading.Event, ended: asyncio.Event) -> None:
        """Listen until the end."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=2000)
        host, port = server.sockets[0].getsockname()
        self.address = f"http://{host}:{port}"
        started.set()
        await ended.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._exchange(reader, writer):
                pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Read one request and answer it; tell whether the connection stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in lines)
        }
        sent = await reader.readexactly(int(headers.get("content-length", 0)))
        asked = Asked(first.split(" ")[1], headers, json.loads(sent or b"null"))
        self.requests.append(asked)
        answer = self._handler(asked)
        head_sent, body = answer.to_bytes()
        match answer.conduct:
            case "whole":
                writer.write(head_sent + body)
                await writer.drain()
                return True
            case "reset":
                _reset(writer)
            case "cut":
                writer.write(head_sent + body[:_CUT_AT])
                await writer.drain()
                _reset(writer)
            case "drip":
                writer.write(head_sent)
                for byte in body:
                    writer.write(bytes([byte]))
                    await asyncio.sleep(_DRIP_S)
            case "hang":
                await asyncio.sleep(3600)
        return False


def _reset(writer: asyncio.StreamWriter) -> None:
    """Break a connection off, so that the other side sees a reset and no end of file."""
    wire: socket.socket = writer.get_extra_info("socket")
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextmanager
def running(handler: Handler) -> Iterator[FaultServer]:
    """Run a server on a thread and event loop of its own until the block ends."""
    server = FaultServer(handler)
    loop, started, ended = asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(server.serve(started, ended))

    thread = threading.Thread(target=run, name="fault-server")
    thread.start()
    assert started.wait(60)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
