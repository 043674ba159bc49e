"""A service on the loopback that counts what it is asked about each article."""

import asyncio
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

NOTHING = {
    "no_event": "other_news",
    "event": None,
    "shares": [],
    "projects": [],
    "agreements": [],
    "background": [],
}
TOKENS = {"prompt_tokens": 3000, "completion_tokens": 100}
_SUBJECT = re.compile(r"subject-[a-z]+")


@dataclass(frozen=True)
class Asked:
    """A request: which article it is about, and for the how-manieth time."""

    subject: str
    nth: int
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """An answer.

    Attributes:
        text: what the model writes.
        status: the HTTP status.
        headers: further headers.
        after_s: how long it takes.
        usage: the tokens it says it took.
    """

    text: str = json.dumps(NOTHING)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    usage: Mapping[str, int] | None = field(default_factory=lambda: TOKENS)


class CountingServer:
    """Answers chat completions.

    Attributes:
        address: its base URL.
        counts: how often each article was asked about.
        n_at_once: how many requests were in work at once at most, and `n_now` are now.
        answer: decides on each answer; tests set it.
    """

    def __init__(self) -> None:
        self.address = ""
        self.counts: Counter[str] = Counter()
        self.bodies: list[Mapping[str, Any]] = []
        self.n_at_once = 0
        self.answer: Callable[[Asked], Said] = lambda _: Said()
        self.n_now = 0

    async def serve(self, started: threading.Event, ended: asyncio.Event) -> None:
        """Listen until the end."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=500)
        host, port = server.sockets[0].getsockname()
        self.address = f"http://{host}:{port}/v1"
        started.set()
        await ended.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                await self._exchange(reader, writer)
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = re.search(r"content-length: (\d+)", head)
        body = json.loads(await reader.readexactly(int(length.group(1)) if length else 0))
        found = _SUBJECT.findall(body["messages"][-1]["content"])
        subject = found[0] if found else "?"
        self.counts[subject] += 1
        self.bodies.append(body)
        self.n_now += 1
        self.n_at_once = max(self.n_at_once, self.n_now)
        said = self.answer(Asked(subject, self.counts[subject], body))
        await asyncio.sleep(said.after_s)
        self.n_now -= 1
        writer.write(_http(said))
        await writer.drain()


def _http(said: Said) -> bytes:
    content: Any = {"error": {"message": said.text}}
    if said.status == 200:
        message = {"role": "assistant", "content": said.text}
        content = {
            "model": "mock",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": said.usage,
        }
    body = json.dumps(content).encode()
    headers = {
        "content-type": "application/json",
        "content-length": str(len(body)),
        **said.headers,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {said.status} X\r\n{lines}\r\n".encode() + body


@contextmanager
def running() -> Iterator[CountingServer]:
    """Run a server on a thread of its own until the block ends."""
    server = CountingServer()
    loop, started, ended = asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(server.serve(started, ended))

    thread = threading.Thread(target=run, name="counting-server")
    thread.start()
    assert started.wait(60)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
