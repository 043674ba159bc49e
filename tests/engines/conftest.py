"""What the tests against real servers share: the servers, how to ask them, what has to hold."""

import asyncio
import json
import select
import signal
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor.api import extract_async
from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.exchange import Reply, Request
from extractor.extraction import Extraction
from extractor.models.base import Model
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.retry import Retries
from extractor.record import Record

if TYPE_CHECKING:
    from batch_runs import Scene
    from warm_command import WarmCommand

sys.path.insert(0, str(Path(__file__).parent))  # for the servers that lie beside the tests

SCRIPT = Path(__file__).with_name("tiny_server.py")
START_S = 60.0
NAMES = {"name", "label", "activity", "place", "host", "industry", "start_date", "end_date"}
LISTS_OF_NAMES = {"aliases", "industries", "investors", "parties"}
INTERRUPTED = "dialogue.interrupted"
STATUSES = {"ok", "flagged", "no_event", "failed"}


@dataclass(frozen=True)
class TinyServer:
    """A llama.cpp server with the tiny model, in a process of its own."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    def freeze(self) -> None:
        """Let the process stand still: connections stay open, nothing answers."""
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End the process at once, whatever it is doing; a frozen one too."""
        self.process.kill()
        self.process.wait()

    def model(
        self,
        name: str = "tiny",
        *,
        key: str = "no-key",
        tries: int = 8,
        likes: Mapping[str, int] | None = None,
        **options: Any,
    ) -> OpenAIModel:
        """Make our adapter for this server.

        Args:
            name: the model's name.
            key: the key to send.
            tries: how often to send a request at most.
            likes: what to add to the logits of the bytes of these characters, none above U+00FF.
            options: further fields of the body of each request.
        """
        if likes:
            bias = {str(ord(char)): by for chars, by in likes.items() for char in chars}
            options = {"logit_bias": bias, **options}
        return OpenAIModel(
            name,
            endpoint=Endpoint(f"{self.address}/v1", key),
            options=options,
            retries=Retries(tries=tries, backoff_s=0.01),
        )


@contextmanager
def running_server(folder: Path, *options: str) -> Iterator[TinyServer]:
    """Run a server until the block ends."""
    log = folder / "server.log"
    command = [sys.executable, str(SCRIPT), str(folder), *options]
    with (
        log.open("w") as errors,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            has_spoken, _, _ = select.select([process.stdout], [], [], START_S)
            address = process.stdout.readline().strip() if has_spoken else ""
            assert address.startswith("http://127.0.0.1:"), log.read_text()[-2000:]
            yield TinyServer(address, process, log)
        finally:
            process.kill()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TinyServer]:
    """The server for all tests that leave it running."""
    with running_server(tmp_path_factory.mktemp("llama")) as server:
        yield server


@pytest.fixture
def no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the system's certificates unread for each client: the loopback needs none."""
    monkeypatch.setattr(
        ssl, "create_default_context", lambda *_, **__: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[TinyServer]:
    """Start a server for one test, which may do to it what it likes."""
    with running_server(tmp_path) as server:
        yield server


@pytest.fixture
def locked_server(tmp_path: Path) -> Iterator[TinyServer]:
    """Start a server that wants a key: `right`."""
    with running_server(tmp_path, "--key", "right") as server:
        yield server


@pytest.fixture(scope="session")
def warm_command(tmp_path_factory: pytest.TempPathFactory) -> Iterator["WarmCommand"]:
    """Load the command line once, for all that run it often."""
    from warm_command import running_command

    with running_command(tmp_path_factory.mktemp("command")) as command:
        yield command


@pytest.fixture
def set_scene(tmp_path: Path, warm_command: "WarmCommand") -> Iterator[Callable[..., "Scene"]]:
    """Return a function that sets a scene in which the command line works through batches."""
    from batch_runs import scene

    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(scene(tmp_path, warm_command, **options))


@pytest.fixture
def ask() -> Callable[..., list[Reply]]:
    """Return a function that asks a model requests, all at once, and closes it."""

    async def gather(
        model: OpenAIModel, requests: Sequence[Request], timeout_s: float
    ) -> list[Reply]:
        try:
            return await asyncio.gather(
                *(model.answer(request, timeout_s=timeout_s) for request in requests)
            )
        finally:
            await model.aclose()

    def ask(model: OpenAIModel, *requests: Request, timeout_s: float = 60.0) -> list[Reply]:
        return asyncio.run(gather(model, requests, timeout_s))

    return ask


@pytest.fixture
def extract_with() -> Callable[..., list[Extraction]]:
    """Return a function that extracts from articles, all at once, and closes the model."""

    async def gather(
        model: Model, articles: Sequence[Article], options: dict[str, Any]
    ) -> list[Extraction]:
        try:
            return await asyncio.gather(
                *(extract_async(article, model=model, **options) for article in articles)
            )
        finally:
            await model.aclose()

    def extract(model: Model, *articles: Article, **options: Any) -> list[Extraction]:
        return asyncio.run(gather(model, articles, options))

    return extract


@pytest.fixture(scope="session")
def assert_guarantees() -> Callable[[Extraction], None]:
    """Return a function that asserts what holds for every extraction, whatever a model wrote."""

    def check(extraction: Extraction) -> None:
        envelope = json.loads(json.dumps(extraction.to_json(), ensure_ascii=False).encode())
        assert extraction.status in STATUSES
        assert (extraction.record is None) == (extraction.status == "failed")
        assert (extraction.reason is None) == (extraction.status in {"ok", "flagged"})
        if extraction.record is not None:
            record = json.dumps(envelope["record"])
            assert Record.model_validate_json(record, strict=True) == extraction.record
            for pointer, node in _nodes(envelope["record"]):
                _assert_grounded(extraction, pointer, node)
        envelope["findings"] = [
            finding for finding in envelope["findings"] if finding["code"] != INTERRUPTED
        ]  # which no reply can tell
        assert envelope in _replayed(extraction)

    return check


def _nodes(node: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value of a JSON document with its pointer."""
    yield pointer, node
    parts = dict(enumerate(node)) if isinstance(node, list) else node
    if isinstance(parts, dict):
        for key, part in parts.items():
            yield from _nodes(part, f"{pointer}/{key}")


def _assert_grounded(extraction: Extraction, pointer: str, node: Any) -> None:
    """Assert that a figure or a name stands in the article where its evidence says."""
    *_, parent, field = ["", "", *pointer.split("/")]
    text = extraction.article.text
    if isinstance(node, dict) and "as_written" in node:
        (span,) = extraction.evidence[pointer]
        assert text[span.start : span.end] == node["as_written"]
        read = [figure for figure in extraction.figures if figure.span == span]
        values = {format(figure.value, "f") for figure in read if figure.value is not None}
        missed = [finding for finding in extraction.findings if span in finding.spans]
        assert str(node["value"]) in values or missed
    elif isinstance(node, str) and (field in NAMES or parent in LISTS_OF_NAMES):
        spans = extraction.evidence[pointer]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert field.endswith("_date") or {text[s.start : s.end] for s in spans} == {node}


def _replayed(extraction: Extraction) -> list[Any]:
    """Return what the same replies lead to without a model, by each limit of attempts.

    The limit is not kept, and what follows on an answer that was refused depends on it.
    """
    replies = [attempt.reply for attempt in extraction.attempts]
    envelopes = []
    for limit in range(1, len(replies) + 2):
        dialogue = Dialogue(extraction.article, model=extraction.model, max_attempts=limit)
        waiting = iter(replies)
        while dialogue.request is not None and (reply := next(waiting, None)) is not None:
            dialogue.receive(reply)
        if dialogue.request is None and next(waiting, None) is None:
            envelopes.append(json.loads(json.dumps(dialogue.extraction().to_json())))
    return envelopes
