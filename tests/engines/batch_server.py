"""A server on the loopback that speaks files and batches, breaks off and kills as it is told."""

import io
import json
import mmap
import os
import re
import signal
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO, Literal
from urllib.parse import parse_qs, urlsplit

from batch_provider import Provider
from batch_rules import Refused

Moment = Literal["before", "acted", "midway", "answered"]

_CHUNK = 1 << 20
_WAIT_S = 60.0


@dataclass(frozen=True)
class Asked:
    """A request that came in.

    Attributes:
        number: its place among all, from 1.
        kind: what it wants: `upload`, `create`, `retrieve`, `content` and so on.
        nth: its place among those of its kind, from 1.
        path: whom it is for.
    """

    number: int
    kind: str
    nth: int
    path: str


@dataclass(frozen=True)
class Fault:
    """What goes wrong with a request.

    Attributes:
        status: what is answered instead; then nothing is done.
        headers: further headers of that answer.
        says: what is answered with status 200 instead; then nothing is done, either.
        moment: when the connection breaks: `before` anything is done, when the provider has
            `acted` and nothing is answered, `midway` in the answer, or behind what was `answered`.
        kills: whether the client is killed at that moment.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    says: bytes | None = None
    moment: Moment | None = None
    kills: bool = False


@dataclass(frozen=True)
class _Answer:
    """An answer: JSON, or the content of a file."""

    body: bytes | Path
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Any, status: int = 200, **options: Any) -> "_Answer":
        """Make an answer of a JSON value."""
        return cls(json.dumps(content).encode(), status, **options)

    @property
    def content_type(self) -> str:
        """What the body is."""
        if isinstance(self.body, Path):
            return "application/octet-stream"
        return "text/html" if self.body.startswith(b"<") else "application/json"

    @property
    def size(self) -> int:
        """Bytes of the body."""
        return len(self.body) if isinstance(self.body, bytes) else self.body.stat().st_size

    def open(self) -> BinaryIO:
        """Open the body to read."""
        return io.BytesIO(self.body) if isinstance(self.body, bytes) else self.body.open("rb")


_ROUTES: Mapping[str, tuple[str, re.Pattern[str]]] = {
    kind: (method, re.compile(pattern))
    for kind, method, pattern in (
        ("upload", "POST", r"/v1/files"),
        ("list files", "GET", r"/v1/files"),
        ("file", "GET", r"/v1/files/([^/]+)"),
        ("content", "GET", r"/v1/files/([^/]+)/content"),
        ("delete", "DELETE", r"/v1/files/([^/]+)"),
        ("create", "POST", r"/v1/batches"),
        ("list", "GET", r"/v1/batches"),
        ("retrieve", "GET", r"/v1/batches/([^/]+)"),
        ("cancel", "POST", r"/v1/batches/([^/]+)/cancel"),
        ("chat", "POST", r"/v1/chat/completions"),
    )
}


class BatchServer(ThreadingHTTPServer):
    """A provider on a free port of the loopback.

    Attributes:
        provider: who answers.
        log: all requests that came in.
        key: the key that clients have to send; None for any.
        fault: decides what goes wrong with a request; tests set it.
        client: the process that a fault kills.
    """

    daemon_threads = True
    request_queue_size = 100

    def __init__(self, provider: Provider) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.provider = provider
        self.log: list[Asked] = []
        self.key: str | None = None
        self.fault: Callable[[Asked], Fault | None] = lambda _: None
        self.client: int | None = None
        self._counts: Counter[str] = Counter()

    @property
    def address(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def kinds(self) -> list[str]:
        """Return what the requests wanted, in order."""
        return [asked.kind for asked in self.log]

    def note(self, method: str, path: str) -> Asked:
        """Note a request."""
        kinds = [
            kind for kind, (m, route) in _ROUTES.items() if m == method and route.fullmatch(path)
        ]
        kind = kinds[0] if kinds else "?"
        with self.provider.lock:
            self._counts[kind] += 1
            asked = Asked(len(self.log) + 1, kind, self._counts[kind], path)
            self.log.append(asked)
        return asked

    def kill(self) -> None:
        """Kill the client, as soon as it is known."""
        until = time.monotonic() + _WAIT_S
        while self.client is None and time.monotonic() < until:
            time.sleep(0.005)
        assert self.client is not None
        os.kill(self.client, signal.SIGKILL)

    def handle_error(self, *_: Any) -> None:
        """Say nothing about connections that clients break off."""


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: BatchServer

    def do_GET(self) -> None:
        """Answer a request."""
        asked = self.server.note(self.command, urlsplit(self.path).path)
        fault = self.server.fault(asked) or Fault()
        if fault.moment == "before":
            self._break_off(fault)
            return
        answer = self._act(asked, self._received(), fault)
        if fault.moment == "acted":
            self._break_off(fault)
            return
        self._send(answer, share=0.5 if fault.moment == "midway" else 1.0)
        if fault.moment is not None:
            self._break_off(fault)

    do_POST = do_DELETE = do_GET  # noqa: N815  the library names them

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _break_off(self, fault: Fault) -> None:
        """Break the connection, so that the other side sees a reset; kill it before."""
        if fault.kills:
            self.server.kill()
        self.wfile.flush()
        linger = struct.pack("ii", 1, 0)
        with suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def _received(self) -> Path:
        """Return the file to which the body has been written."""
        path = self.server.provider.new_path()
        left = int(self.headers.get("content-length", 0))
        with path.open("wb") as body:
            while left and (chunk := self.rfile.read(min(left, _CHUNK))):
                body.write(chunk)
                left -= len(chunk)
        return path

    def _act(self, asked: Asked, body: Path, fault: Fault) -> _Answer:
        """Let the provider act, and return what it answers."""
        try:
            self._let_in(asked, fault)
            if fault.says is not None:
                return _Answer(fault.says)
            with self.server.provider.lock:
                return self._done(asked, body)
        except Refused as refused:
            return _Answer.of(refused.body, refused.status, headers=fault.headers)
        finally:
            body.unlink()

    def _let_in(self, asked: Asked, fault: Fault) -> None:
        """Refuse what is not to be done."""
        key = self.server.key
        if fault.status is not None:
            raise Refused(f"The server says {fault.status}.", status=fault.status)
        if key is not None and self.headers.get("authorization") != f"Bearer {key}":
            raise Refused("Incorrect API key provided.", status=401, code="invalid_api_key")
        if asked.kind == "?":
            raise Refused(f"Invalid URL ({self.command} {asked.path})", status=404)

    def _done(self, asked: Asked, body: Path) -> _Answer:
        """Do what is asked for."""
        provider = self.server.provider
        found = _ROUTES[asked.kind][1].fullmatch(asked.path)
        ids = found.groups() if found else ()
        if asked.kind == "content":
            return _Answer(provider.file(*ids).path)
        query = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}
        page = {"after": query.get("after"), "limit": int(query.get("limit", 20))}
        acts: Mapping[str, Callable[[], Any]] = {
            "upload": lambda: self._upload(body),
            "list files": lambda: provider.list_files(**page),
            "file": lambda: provider.file(*ids).to_json(),
            "delete": lambda: provider.delete(*ids),
            "create": lambda: provider.create(json.loads(body.read_bytes())),
            "list": lambda: provider.list_batches(**page),
            "retrieve": lambda: provider.retrieve(*ids),
            "cancel": lambda: provider.cancel(*ids),
            "chat": lambda: provider.chat(json.loads(body.read_bytes())),
        }
        return _Answer.of(acts[asked.kind]())

    def _upload(self, body: Path) -> dict[str, Any]:
        """Keep the file that a form of several parts holds."""
        boundary = self.headers.get_param("boundary", header="content-type")
        provider = self.server.provider
        fields: dict[str, str] = {}
        stored: Path | None = None
        with body.open("rb") as form, mmap.mmap(form.fileno(), 0, access=mmap.ACCESS_READ) as whole:
            for head, start, end in _parts(whole, f"--{boundary}".encode()):
                name = re.search(r'name="([^"]*)"', head)
                file = re.search(r'filename="([^"]*)"', head)
                if file is None:
                    fields[name[1] if name else ""] = whole[start:end].decode()
                    continue
                stored, fields["filename"] = provider.new_path(), file[1]
                with stored.open("wb") as out:
                    for at in range(start, end, _CHUNK):
                        out.write(whole[at : min(at + _CHUNK, end)])
        if stored is None or "purpose" not in fields:
            raise Refused("Missing required parameter: file or purpose")
        file_kept = provider.store(stored, name=fields["filename"], purpose=fields["purpose"])
        return file_kept.to_json()

    def _send(self, answer: _Answer, *, share: float) -> None:
        """Send an answer, or the beginning of it."""
        self.send_response(answer.status)
        self.send_header("content-type", answer.content_type)
        self.send_header("content-length", str(answer.size))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        left = int(answer.size * share)
        with answer.open() as body:
            while chunk := body.read(min(left, _CHUNK)):
                self.wfile.write(chunk)
                left -= len(chunk)
        self.wfile.flush()


def _parts(whole: mmap.mmap, boundary: bytes) -> Iterator[tuple[str, int, int]]:
    """Give each part of a form: its head, and where its content begins and ends."""
    at = whole.find(boundary)
    while (end := whole.find(b"\r\n" + boundary, at)) != -1:
        start = whole.find(b"\r\n\r\n", at) + 4
        yield whole[at:start].decode(), start, end
        at = end + 2


@contextmanager
def running(provider: Provider) -> Iterator[BatchServer]:
    """Run a server on threads of its own until the block ends."""
    server = BatchServer(provider)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="batch-server")
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
