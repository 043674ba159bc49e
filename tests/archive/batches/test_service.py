"""What a provider's files and batches are asked, and what is made of its faults."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest

from extractor.archive.batches.service import RUN, BatchService, NotMadeError, UnknownThereError
from extractor.errors import RefusedError, UnreachableError
from extractor.models.retry import Retries

KEY = "sk-secret-key"
BATCH = {
    "id": "batch-1",
    "object": "batch",
    "completion_window": "24h",
    "created_at": 1,
    "endpoint": "/v1/chat/completions",
    "input_file_id": "file-1",
    "status": "validating",
    "metadata": {RUN: "run-1"},
}


class Wire:
    """A provider that keeps files and batches; a fault may come before or after it has acted.

    Attributes:
        calls: how often each thing was asked for.
        faults: what goes wrong with the first of each: a status, or an exception behind the act.
        is_down: whether nobody answers at all.
        is_always_faulty: whether faults are those of every request.
        says: what is answered instead of anything else.
    """

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.faults: dict[str, int | Exception] = {}
        self.files: list[dict[str, Any]] = []
        self.batches: list[dict[str, Any]] = []
        self.is_down = False
        self.is_always_faulty = False
        self.says: bytes | None = None

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request."""
        what = f"{request.method} {request.url.path.removeprefix('/v1')}"
        self.calls[what] += 1
        if self.is_down:
            raise httpx2.ConnectError("refused", request=request)
        if self.says is not None:
            kind = "text/html" if self.says.startswith(b"<") else "application/json"
            return httpx2.Response(200, content=self.says, headers={"content-type": kind})
        is_faulty = self.calls[what] == 1 or self.is_always_faulty
        fault = self.faults.get(what) if is_faulty else None
        if isinstance(fault, int):
            return httpx2.Response(fault, json={"error": {"message": f"bad key {KEY}"}})
        response = self._act(what, request)
        if fault is not None:
            raise fault
        return response

    def _act(self, what: str, request: httpx2.Request) -> httpx2.Response:
        acts: dict[str, Callable[[], httpx2.Response]] = {
            "POST /files": lambda: self._made(self.store("file", len(_content(request)))),
            "GET /files": lambda: _listed(self.files),
            "DELETE /files/file-1": self._deleted,
            "POST /batches": lambda: self._made(self._create(json.loads(request.content))),
            "GET /batches": lambda: _listed(self.batches),
            "GET /files/file-1/content": lambda: httpx2.Response(200, content=b"line\n" * 1000),
        }
        missing = httpx2.Response(404, json={"error": {"message": "nothing here"}})
        return acts.get(what, lambda: missing)()

    def _made(self, thing: Any) -> httpx2.Response:
        return httpx2.Response(200, json=thing)

    def _create(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.batches.append({**BATCH, **asked})
        return self.batches[-1]

    def _deleted(self) -> httpx2.Response:
        self.files = [file for file in self.files if file["id"] != "file-1"]
        return httpx2.Response(200, json={"id": "file-1", "object": "file", "deleted": True})

    def store(self, name: str, n_bytes: int) -> dict[str, Any]:
        """Keep a file, and return it as it is shown."""
        self.files.append(
            {
                "id": f"file-{len(self.files) + 1}",
                "object": "file",
                "bytes": n_bytes,
                "created_at": 1,
                "filename": f"{name}.jsonl",
                "purpose": "batch",
                "status": "processed",
            }
        )
        return self.files[-1]


def _listed(things: list[dict[str, Any]]) -> httpx2.Response:
    return httpx2.Response(200, json={"data": things, "has_more": False})


def _content(request: httpx2.Request) -> bytes:
    """Return the file in a form."""
    request.read()
    parts = request.content.split(b"\r\n")
    return next(part for part in parts if part.startswith(b"{"))


@pytest.fixture
def wire() -> Wire:
    """Return a provider."""
    return Wire()


@pytest.fixture
def ask(wire: Wire) -> Callable[[Callable[[BatchService], Coroutine[Any, Any, Any]]], Any]:
    """Return a function that asks the provider something."""

    def ask(question: Callable[[BatchService], Coroutine[Any, Any, Any]]) -> Any:
        async def asked() -> Any:
            client = openai.AsyncOpenAI(
                base_url="http://provider.test/v1",
                api_key=KEY,
                max_retries=0,
                http_client=httpx2.AsyncClient(transport=httpx2.MockTransport(wire)),
            )
            service = BatchService(client, retries=Retries(tries=3, backoff_s=0.001))
            try:
                return await question(service)
            finally:
                await service.aclose()

        return asyncio.run(asked())

    return ask


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of one request."""
    path = tmp_path / "file.jsonl"
    path.write_bytes(b'{"custom_id": "job-1-attempt-1"}')
    return path


@pytest.mark.parametrize("fault", [503, httpx2.ReadError("gone")], ids=["503", "lost"])
def test_a_file_is_uploaded_once(
    wire: Wire, ask: Callable[..., Any], file: Path, fault: int | Exception
) -> None:
    """Where the answer is lost, the next try finds what the first one left."""
    wire.faults["POST /files"] = fault

    id_ = ask(lambda service: service.upload(file))

    assert id_ == "file-1"
    assert len(wire.files) == 1


def test_a_file_that_is_there_in_part_is_deleted_and_uploaded_again(
    wire: Wire, ask: Callable[..., Any], file: Path
) -> None:
    """Another one of the name is none of ours to touch."""
    wire.store("file", 3)
    wire.store("other", 3)

    ask(lambda service: service.upload(file, may_be_there=True))

    assert [(kept["filename"], kept["bytes"]) for kept in wire.files] == [
        ("other.jsonl", 3),
        ("file.jsonl", 32),
    ]


@pytest.mark.parametrize("fault", [503, httpx2.ReadError("gone")], ids=["503", "lost"])
def test_a_batch_is_made_once(wire: Wire, ask: Callable[..., Any], fault: int | Exception) -> None:
    """It bears its run, by which it is found."""
    wire.faults["POST /batches"] = fault

    batch = ask(
        lambda service: service.create("file-1", run="run-1", endpoint="/v1/chat/completions")
    )

    assert batch.metadata == {RUN: "run-1"}
    assert len(wire.batches) == 1


@pytest.mark.parametrize(
    "known",
    [{"metadata": {RUN: "run-1"}}, {"metadata": None}],
    ids=["by its metadata", "by its file"],
)
def test_a_batch_is_found_again(wire: Wire, ask: Callable[..., Any], known: dict[str, Any]) -> None:
    """Some services keep no metadata."""
    wire.batches = [{**BATCH, "id": "other", "input_file_id": "x", "metadata": None}, BATCH | known]

    found = ask(lambda service: service.find_batch("run-1", "file-1"))
    missing = ask(lambda service: service.find_batch("run-2", "file-2"))

    assert found.id == "batch-1"
    assert missing is None


def test_a_download_that_breaks_off_begins_anew(
    wire: Wire, ask: Callable[..., Any], tmp_path: Path
) -> None:
    """Nothing of the first one is left in the file."""
    wire.faults["GET /files/file-1/content"] = httpx2.RemoteProtocolError("incomplete")
    path = tmp_path / "output"

    ask(lambda service: service.download("file-1", path))

    assert path.read_bytes() == b"line\n" * 1000


def test_what_is_not_there_is_told_apart(ask: Callable[..., Any]) -> None:
    """A batch that another service has."""
    with pytest.raises(UnknownThereError, match="does not let us look at a batch"):
        ask(lambda service: service.look("batch-9"))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "check OPENAI_API_KEY"),
        (404, "does not let us create a batch"),
        (400, "does not let us create a batch"),
    ],
)
def test_a_refusal_is_told_in_one_line_without_the_key(
    wire: Wire, ask: Callable[..., Any], status: int, said: str
) -> None:
    """And at once: nothing is tried again."""
    wire.faults["POST /batches"] = status

    with pytest.raises(NotMadeError, match=said) as raised:
        ask(lambda service: service.create("f", run="r", endpoint="/v1/responses"))

    assert KEY not in str(raised.value)
    assert wire.calls["POST /batches"] == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx2.ConnectError("refused"), NotMadeError),
        (401, NotMadeError),
        (500, UnreachableError),
    ],
    ids=["not sent", "refused", "500"],
)
def test_what_has_surely_not_been_uploaded_is_told_apart(
    wire: Wire, ask: Callable[..., Any], file: Path, fault: int | Exception, kind: type[Exception]
) -> None:
    """It may be uploaded anywhere else."""
    wire.faults["POST /files"] = fault
    wire.is_always_faulty = True

    with pytest.raises(kind) as raised:
        ask(lambda service: service.upload(file))

    assert type(raised.value) is kind


@pytest.mark.parametrize("says", [b"<html>", b"{}", b"[]", b"null", b'{"id": '])
def test_answers_that_are_none_are_refused_at_once(
    wire: Wire, ask: Callable[..., Any], file: Path, says: bytes
) -> None:
    """The address may be somebody's web server."""
    wire.says = says

    with pytest.raises(RefusedError, match="check OPENAI_BASE_URL"):
        ask(lambda service: service.look("batch-1"))
    with pytest.raises(RefusedError, match="check OPENAI_BASE_URL"):
        ask(lambda service: service.find_batch("run-1", None))
    with pytest.raises(RefusedError, match="check OPENAI_BASE_URL"):
        ask(lambda service: service.find_file("file.jsonl"))
    with pytest.raises(RefusedError, match="check OPENAI_BASE_URL"):
        ask(lambda service: service.upload(file))
    with pytest.raises(RefusedError, match="check OPENAI_BASE_URL"):
        ask(lambda service: service.create("f", run="r", endpoint="/v1/responses"))

    assert wire.calls.total() == 5


def test_a_service_that_never_answers_is_given_up(wire: Wire, ask: Callable[..., Any]) -> None:
    """After as many tries as there are."""
    wire.is_down = True

    with pytest.raises(UnreachableError, match=r"provider\.test gave no answer: could not look"):
        ask(lambda service: service.look("batch-1"))

    assert wire.calls["GET /batches/batch-1"] == 3
