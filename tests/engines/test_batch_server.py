"""The server that speaks files and batches, asked by the client that the real one is asked by."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openai
import pytest
from batch_news import Desk, news, subjects
from batch_provider import Mood, Provider
from batch_rules import Limits
from batch_server import BatchServer, Fault, running

pytestmark = [pytest.mark.engines, pytest.mark.usefixtures("no_certificates")]

URL = "/v1/chat/completions"


@pytest.fixture
def desk() -> Desk:
    """Return who answers."""
    return Desk()


@pytest.fixture
def provider(tmp_path: Path, desk: Desk) -> Provider:
    """Return the provider."""
    return Provider(tmp_path / "provider", desk)


@pytest.fixture
def server(provider: Provider) -> Iterator[BatchServer]:
    """Run the server."""
    with running(provider) as server:
        yield server


@pytest.fixture
def client(server: BatchServer) -> Iterator[openai.OpenAI]:
    """Give a client that tries once."""
    with openai.OpenAI(base_url=server.address, api_key="right", max_retries=0) as client:
        yield client


@pytest.fixture
def submit(client: openai.OpenAI) -> Callable[..., str]:
    """Return a function that makes a batch of lines, and returns its id."""

    def submit(*lines: str, **options: Any) -> str:
        content = "".join(f"{line}\n" for line in lines).encode()
        file = client.files.create(file=("in.jsonl", content), purpose="batch")
        batch = client.batches.create(
            input_file_id=file.id, endpoint=URL, completion_window="24h", **options
        )
        return batch.id

    return submit


def line(number: int, **fields: Any) -> str:
    """Return a line that asks about an article."""
    (*_, subject) = subjects(number + 1)
    messages = [{"role": "user", "content": news(subject, number)}]
    body = {"model": "m", "messages": messages}
    return json.dumps(
        {"custom_id": f"c-{number}", "method": "POST", "url": URL, "body": body, **fields}
    )


def ended(client: openai.OpenAI, id_: str) -> "openai.types.Batch":
    """Look at a batch until it has ended."""
    while (batch := client.batches.retrieve(id_)).status in {
        "validating",
        "in_progress",
        "finalizing",
        "cancelling",
    }:
        pass
    return batch


def read(client: openai.OpenAI, id_: str | None) -> list[Any]:
    """Return the lines of a file."""
    assert id_ is not None
    return [json.loads(each) for each in client.files.content(id_).text.splitlines()]


def test_a_batch_goes_from_step_to_step_and_is_answered(
    client: openai.OpenAI, submit: Callable[..., str], desk: Desk
) -> None:
    """Its answers are completions, each under the id that the request had."""
    id_ = submit(line(0), line(1), metadata={"run": "r"})

    statuses = [client.batches.retrieve(id_).status for _ in range(4)]
    batch = client.batches.retrieve(id_)
    lines = read(client, batch.output_file_id)

    assert statuses == ["validating", "in_progress", "finalizing", "completed"]
    assert batch.metadata == {"run": "r"}
    assert batch.request_counts is not None
    assert batch.request_counts.completed == 2
    assert batch.error_file_id is None
    assert [each["custom_id"] for each in lines] == ["c-0", "c-1"]
    said = lines[0]["response"]["body"]["choices"][0]["message"]["content"]
    assert json.loads(said)["event"]["name"] == f"Fair of {subjects(1)[0]}"
    assert set(desk.counts.values()) == {1}


@pytest.mark.parametrize(
    ("lines", "code", "at"),
    [
        ((line(0), "{"), "invalid_json_line", 2),
        ((line(0), line(0)), "duplicate_custom_id", 2),
        ((line(0), line(1, url="/v1/responses")), "url_mismatch", 2),
        ((line(0), line(1, body={"model": "n"})), "model_mismatch", 2),
        ((line(0), line(1), line(2), line(3)), "too_many_tasks", None),
        (("x" * 5000,), "file_too_large", None),
        ((), "empty_file", None),
    ],
    ids=["no JSON", "twice", "another URL", "another model", "many", "large", "empty"],
)
def test_a_file_that_is_wrong_fails_its_batch(
    client: openai.OpenAI,
    provider: Provider,
    submit: Callable[..., str],
    lines: tuple[str, ...],
    code: str,
    at: int | None,
) -> None:
    """Not at once, but when it is looked at; where the fault is in a line, it is named."""
    provider.limits = Limits(n_lines=3, n_bytes=4000)

    batch = ended(client, submit(*lines))

    assert batch.status == "failed"
    assert batch.errors is not None
    assert [(error.code, error.line) for error in batch.errors.data or ()] == [(code, at)]
    assert batch.output_file_id is None


def test_an_expired_batch_has_answered_a_part(
    client: openai.OpenAI, provider: Provider, submit: Callable[..., str], desk: Desk
) -> None:
    """The rest is in the file of errors, and was not answered."""
    provider.mood = lambda _: Mood("expired", n_answered=1)

    batch = ended(client, submit(line(0), line(1)))

    assert batch.status == "expired"
    assert [each["custom_id"] for each in read(client, batch.output_file_id)] == ["c-0"]
    (missed,) = read(client, batch.error_file_id)
    assert (missed["custom_id"], missed["error"]["code"]) == ("c-1", "batch_expired")
    assert desk.counts.total() == 1


def test_a_cancelled_batch_tells_nothing_of_what_was_not_begun(
    client: openai.OpenAI, submit: Callable[..., str]
) -> None:
    """It is being cancelled for a while."""
    id_ = submit(line(0), line(1))

    statuses = [client.batches.cancel(id_).status, client.batches.retrieve(id_).status]
    batch = ended(client, id_)

    assert statuses == ["cancelling", "cancelling"]
    assert batch.status == "cancelled"
    assert batch.output_file_id is batch.error_file_id is None


def test_items_can_fail_alone(
    client: openai.OpenAI, provider: Provider, submit: Callable[..., str]
) -> None:
    """Each is in the file of errors with its status."""
    provider.mood = lambda _: Mood(statuses={0: 429, 2: 400})

    batch = ended(client, submit(*map(line, range(3))))

    missed = read(client, batch.error_file_id)
    assert [each["response"]["status_code"] for each in missed] == [429, 400]
    assert [each["custom_id"] for each in read(client, batch.output_file_id)] == ["c-1"]


def test_an_output_can_be_disorderly(
    client: openai.OpenAI, provider: Provider, submit: Callable[..., str]
) -> None:
    """Shuffled, doubled, with a stranger, and cut in the middle of a line."""
    provider.mood = lambda _: Mood(is_shuffled=True, is_doubled=True, has_stranger=True)
    ids = [each["custom_id"] for each in read(client, _output(client, submit))]
    provider.mood = lambda _: Mood(share=0.6)
    cut = client.files.content(_output(client, submit) or "").text

    assert sorted(ids) == sorted([*(["c-0", "c-1", "c-2"] * 2), "nobody-asked-this"])
    assert ids[:3] != ["c-0", "c-1", "c-2"]
    first, second = cut.splitlines()
    assert json.loads(first)["custom_id"] == "c-0"
    with pytest.raises(json.JSONDecodeError):
        json.loads(second)


def _output(client: openai.OpenAI, submit: Callable[..., str]) -> str | None:
    return ended(client, submit(*map(line, range(3)))).output_file_id


def test_lists_come_in_pages_the_newest_first(
    client: openai.OpenAI, submit: Callable[..., str]
) -> None:
    """The client follows the pages."""
    ids = [submit(line(0)) for _ in range(5)]

    page = client.batches.list(limit=2)
    listed = [batch.id for batch in client.batches.list(limit=2)]

    assert [batch.id for batch in page.data] == ids[:2:-1]
    assert page.has_more
    assert listed == ids[::-1]
    assert [file.purpose for file in client.files.list(limit=2)].count("batch") == 5


def test_files_are_kept_byte_for_byte_until_they_are_deleted(client: openai.OpenAI) -> None:
    """Large ones with line ends of every kind, too."""
    content = (b"\r\n--x\r\n\r\n" + bytes(range(256))) * 20_000

    file = client.files.create(file=("a.jsonl", content), purpose="batch")
    kept = client.files.content(file.id).read()
    size = client.files.retrieve(file.id).bytes
    client.files.delete(file.id)

    assert kept == content
    assert (file.filename, file.purpose, size) == ("a.jsonl", "batch", len(content))
    with pytest.raises(openai.NotFoundError, match="No such File"):
        client.files.content(file.id)


@pytest.mark.parametrize("moment", ["before", "acted", "midway"])
def test_a_connection_breaks_when_it_is_told_to(
    server: BatchServer, client: openai.OpenAI, submit: Callable[..., str], moment: Any
) -> None:
    """Whether the provider has acted is not told."""
    server.fault = lambda asked: Fault(moment=moment) if asked.kind == "create" else None

    with pytest.raises(openai.APIConnectionError):
        submit(line(0))

    assert server.kinds() == ["upload", "create"]
    assert len(list(client.batches.list())) == (0 if moment == "before" else 1)


def test_a_status_and_a_key_are_answered_instead(
    server: BatchServer, client: openai.OpenAI
) -> None:
    """With headers; and only once, if it is told so."""
    told = {1: Fault(status=429, headers={"retry-after": "3"}), 2: Fault(status=503)}
    server.fault = lambda asked: told.get(asked.nth)
    server.key = "right"

    with pytest.raises(openai.RateLimitError) as refused:
        client.batches.list()
    with pytest.raises(openai.InternalServerError):
        client.batches.list()
    with pytest.raises(openai.AuthenticationError, match="Incorrect API key"):
        client.with_options(api_key="wrong").batches.list()

    assert refused.value.response.headers["retry-after"] == "3"
    assert client.batches.list().data == []


def test_a_client_is_killed_when_it_asks(server: BatchServer) -> None:
    """It is gone before an answer is."""
    server.fault = lambda _: Fault(moment="acted", kills=True)
    command = f"import urllib.request as r; r.urlopen({server.address + '/files'!r})"

    with subprocess.Popen([sys.executable, "-c", command], env={**os.environ}) as process:
        server.client = process.pid
        status = process.wait(30)

    assert status == -signal.SIGKILL
    assert server.kinds() == ["list files"]


def test_a_repair_is_answered_otherwise_than_a_faulty_draft(
    server: BatchServer, client: openai.OpenAI, provider: Provider
) -> None:
    """Live as in a batch; each turn is counted for itself."""
    desk = provider.answer = Desk(is_faulty=lambda _: True)
    (subject,) = subjects(1)
    told = ["", "\nCode checked your draft against the article and found: …"]

    names = [
        json.loads(
            client.chat.completions.create(
                model="m", messages=[{"role": "user", "content": news(subject, 0) + more}]
            )
            .choices[0]
            .message.content
            or ""
        )["event"]["name"]
        for more in told
    ]

    assert names[0] != names[1] == f"Fair of {subject}"
    assert desk.counts == {(subject, "draft"): 1, (subject, "repair"): 1}
    assert server.kinds() == ["chat", "chat"]
