"""An OpenAI-compatible service that answers at once, or after a fixed time, and counts.

python -m benchmarks.peers.server [--port 8766] [--core 1]

A bare protocol (on uvloop where that is installed), so that it answers far faster than clients ask.
Whether a try is answered wrongly depends on document and try alone: all clients meet the same faults.

POST …/chat/completions                   the record; to us the draft, or its repair
GET  /set?latency_ms=500&wrong=0.2        sets both, and counts from zero
GET  /counts                              the counts as JSON
"""

import argparse
import asyncio
import hashlib
import json
import os
import re
import resource
from collections import Counter
from functools import cache
from importlib.util import find_spec
from typing import cast
from urllib.parse import parse_qs, urlsplit

from benchmarks.peers import fixture

_TOOL = re.compile(rb'"tools"\s*:\s*\[.*?"name"\s*:\s*"([^"]+)"', re.DOTALL)
_SCHEMA = re.compile(rb'"json_schema"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]+)"')
_DOCUMENT = re.compile(rb"\[DOC (\d+)")
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s"


class Service:
    """How to answer, and what has been asked since that was set."""

    def __init__(self) -> None:
        self.set(latency_s=0.0, wrong=0.0)

    def set(self, *, latency_s: float, wrong: float) -> None:
        """Answer like this from now on, and count from zero."""
        self.latency_s = latency_s
        self.wrong = wrong
        self.counts: Counter[str] = Counter()
        self._tries: Counter[bytes] = Counter()
        self._cpu_s = _cpu_s()

    def answer(self, body: bytes) -> bytes:
        """Count a request and return the answer to it."""
        found = _DOCUMENT.search(body)
        document = found[1] if found else b"none"
        number = self._tries[document]
        self._tries[document] += 1
        self.counts["requests"] += 1
        kind = "again" if number else "first"
        self.counts[f"{kind}_requests"] += 1
        self.counts[f"{kind}_bytes"] += len(body)
        is_wrong = self.wrong > 0 and _share(document, number) < self.wrong
        tool = _TOOL.search(body)
        schema = _SCHEMA.search(body)
        return _completion(
            schema[1].decode() if schema else "", tool[1].decode() if tool else None, is_wrong
        )

    def counted(self) -> dict[str, float]:
        """Return the counts, with the processor time that answering took."""
        return {**self.counts, "server_cpu_s": _cpu_s() - self._cpu_s}


class Connection(asyncio.Protocol):
    """One connection, kept open."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is of no such class
        self._service.counts["connections"] += 1

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Answer no more."""
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Answer each whole request."""
        self._received += data
        while (end := self._received.find(b"\r\n\r\n") + 4) > 3:
            head = self._received[: end - 2]
            length = _LENGTH.search(head)
            n_bytes = int(length[1]) if length else 0
            if len(self._received) < end + n_bytes:
                return
            body = self._received[end : end + n_bytes]
            self._received = self._received[end + n_bytes :]
            self._handle(head, body)

    def _handle(self, head: bytes, body: bytes) -> None:
        address = urlsplit(head.split(b" ", 2)[1].decode())
        if address.path.endswith("/chat/completions"):
            answer = self._service.answer(body)
            if self._service.latency_s:
                loop = asyncio.get_running_loop()
                loop.call_later(self._service.latency_s, self._send, answer)
                return
        else:
            if address.path == "/set":
                wanted = {key: float(value) for key, (value,) in parse_qs(address.query).items()}
                self._service.set(latency_s=wanted["latency_ms"] / 1000, wrong=wanted["wrong"])
            answer = json.dumps(self._service.counted()).encode()
        self._send(answer)

    def _send(self, answer: bytes) -> None:
        if self._transport is not None:
            self._transport.write(_HEAD % (len(answer), answer))


@cache
def _completion(schema: str, tool: str | None, is_wrong: bool) -> bytes:  # noqa: FBT001
    if schema == "draft":
        text = fixture.draft(is_wrong=is_wrong)
    elif schema == "repair":
        text = fixture.patch()
    else:
        text = fixture.record(is_wrong=is_wrong)
    message = {"role": "assistant", "content": text, "refusal": None}
    if tool:
        function = {"name": tool, "arguments": text}
        called = {"id": "call_1", "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [called]}
    answer = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "mock-1",
        "choices": [
            {"index": 0, "message": message, "finish_reason": "tool_calls" if tool else "stop"}
        ],
        "usage": {
            "prompt_tokens": 2_500,
            "completion_tokens": 700,
            "total_tokens": 3_200,
            "prompt_tokens_details": {"cached_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0},
        },
    }
    return fixture.compact(answer).encode()


def _share(document: bytes, number: int) -> float:
    """Return a number from 0 to 1 that depends on document and try alone."""
    digest = hashlib.blake2b(b"%s:%d" % (document, number), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def serve(port: int) -> None:
    """Serve until the process is ended."""
    service = Service()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(service), "127.0.0.1", port, backlog=4096)
    print("serving", flush=True)
    await server.serve_forever()


def main() -> None:
    """Serve on a port of the loopback."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8766)
    parser.add_argument("--core", type=int, default=1)
    options = parser.parse_args()
    os.sched_setaffinity(0, {options.core})
    if find_spec("uvloop"):
        import uvloop

        uvloop.install()
    asyncio.run(serve(options.port))


if __name__ == "__main__":
    main()
