"""Leaving: connections are closed in order, and an interrupt leaves nothing half-written."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

TEXT = "Dolor County signed 12 projects at the Lorem Fair."


class Server:
    """A server on a socket that reads requests, and answers them or never does.

    Attributes:
        asked: is set once a request has come.
        gone: is set once its connection was closed by the other side.
    """

    def __init__(self, answer: str | None) -> None:
        self.asked, self.gone = threading.Event(), threading.Event()
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes who waits in accept()
        self._socket.close()
        self._thread.join(10)

    def _serve(self) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return
        with connection, suppress(OSError):
            while connection.recv(1_000_000):
                self.asked.set()
                if self._answer is not None:
                    body = self._answer.encode()
                    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n"
                    connection.sendall(head.encode() + body)
                    self._answer = None
        self.gone.set()


@pytest.fixture
def serve() -> Iterator:
    """Give a function that begins a server with a chat completion of some text, or none."""
    servers = []

    def begin(text: str | None) -> Server:
        message = {"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        completion = json.dumps({"choices": [message], "model": "m"})
        servers.append(Server(None if text is None else completion))
        return servers[-1]

    yield begin
    for server in servers:
        server.close()


def begin(server: Server, *command: object) -> subprocess.Popen[str]:
    """Begin a Python process with all warnings shown, with the server as OpenAI's."""
    environ = os.environ | {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "k"}
    return subprocess.Popen(
        [sys.executable, "-W", "always", *map(str, command)],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


CLI = ("-c", "from extractor.cli import main; main()")


def test_an_interrupt_leaves_nothing_behind(serve, tmp_path: Path) -> None:
    """The waiting request is dropped, no file is written, and nothing is said but one word."""
    server = serve(None)
    article, out = tmp_path / "lorem.txt", tmp_path / "out"
    article.write_text(TEXT)

    with begin(server, *CLI, "extract", article, "-m", "openai/m", "--out", out) as process:
        assert server.asked.wait(60)
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=60)

    assert server.gone.wait(30)
    assert not out.exists()
    assert printed == ""
    assert said.strip() in {"", "Aborted!", "Aborted."}
    assert process.returncode != 0


def test_connections_are_closed_at_the_end(serve, make, tmp_path: Path) -> None:
    """Python has nothing to warn about."""
    draft = make.draft(make.event(count=TEXT.index("12"))).model_dump_json()
    server = serve(draft)
    article = tmp_path / "lorem.txt"
    article.write_text(TEXT)

    with begin(server, *CLI, "extract", article, "-m", "openai/m", "--json") as process:
        printed, said = process.communicate(timeout=60)

    assert server.gone.wait(30)
    assert json.loads(printed)["status"] == "ok"
    assert said == ""
    assert process.returncode == 0


CANCEL = f"""
import asyncio, sys
from extractor import extract_async

async def main():
    task = asyncio.create_task(extract_async({TEXT!r}, model="openai/m"))
    await asyncio.to_thread(sys.stdin.readline)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    from extractor.api import chosen_models
    await chosen_models("openai/m")[0].aclose()

asyncio.run(main(), debug=False)
"""


def test_a_cancelled_task_drops_its_request(serve) -> None:
    """It ends at once, though no answer has come."""
    server = serve(None)

    with begin(server, "-c", CANCEL) as process:
        assert server.asked.wait(60)
        printed, said = process.communicate("\n", timeout=60)

    assert server.gone.wait(30)
    assert (printed.strip(), said) == ("cancelled", "")


INTERRUPTED_LOADING = """
import sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
sys.argv = ["extractor", "schema"]
from extractor.cli import main
main()
"""


def test_an_interrupt_while_commands_load_ends_without_a_traceback() -> None:
    """Ctrl-C in the first moment is no fault of the program."""
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_LOADING], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
