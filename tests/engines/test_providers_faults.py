"""What services do wrong, over the wire forms of four providers and their own SDKs.

Each fault ends in a right record, a repair, a failed extraction with its reason, or one clear
error; and what all tries took is told.
"""

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fault_server import Answer, Asked, FaultServer, running
from wires import CACHED, KEY, READ, THOUGHT, WIRES, WRITTEN, AnthropicWire, Wire

from extractor.api import extract_async
from extractor.article import Article
from extractor.errors import RefusedError, TooLongError, UnreachableError
from extractor.extraction import Extraction
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

pytestmark = [
    pytest.mark.engines,
    pytest.mark.usefixtures("no_certificates"),
    # google-genai warns of itself
    pytest.mark.filterwarnings("ignore:Inheritance class AiohttpClientSession:DeprecationWarning"),
]

TEXT = (
    "The 3rd Lorem Fair took place in Dolor. "
    "At the fair, 12 projects worth 3.4 billion yuan were signed."
)
EACH = Usage(READ, WRITTEN, CACHED, THOUGHT)
"""What one answer takes."""
SLACK_S = 15.0


@pytest.fixture(params=WIRES.values(), ids=WIRES)
def wire(request: pytest.FixtureRequest) -> Wire:
    """Give each provider's wire form in turn."""
    return request.param


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FaultServer]]:
    """Return a function that starts a server which gives answers in order, the last one for ever."""
    servers = []

    def start(*answers: Answer) -> FaultServer:
        left = list(answers)

        def handle(_: Asked) -> Answer:
            return left.pop(0) if len(left) > 1 else left[0]

        server = running(handle)
        servers.append(server)
        started = server.__enter__()
        for variable in ("ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL"):
            monkeypatch.setenv(variable, started.address)
        return started

    yield start
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture
def extract(wire: Wire) -> Callable[..., Extraction]:
    """Return a function that extracts from the text through a server, and closes the model."""

    def extract(server: FaultServer, *, timeout_s: float = 60.0, **options: Any) -> Extraction:
        async def run() -> Extraction:
            model = wire.model(server.address)
            try:
                return await extract_async(
                    Article(TEXT), model=model, timeout_s=timeout_s, **options
                )
            finally:
                await model.aclose()

        return asyncio.run(run())

    return extract


@pytest.fixture(scope="session")
def right(make) -> str:
    """Give the draft of the text, as a model writes it."""
    event = make.event(
        name="3rd Lorem Fair",
        place="Dolor",
        count=TEXT.index("12"),
        amounts=[make.amount(TEXT.index("3.4"))],
    )
    return make.draft(event).model_dump_json()


@pytest.fixture(scope="session")
def incomplete(make) -> str:
    """Give a draft that leaves out the amount."""
    event = make.event(name="3rd Lorem Fair", place="Dolor", count=TEXT.index("12"))
    return make.draft(event).model_dump_json()


@pytest.fixture(scope="session")
def patch(make) -> str:
    """Give the patch that puts the amount in."""
    event = make.event(
        name="3rd Lorem Fair",
        place="Dolor",
        count=TEXT.index("12"),
        amounts=[make.amount(TEXT.index("3.4"))],
    )
    return make.patch(event=event).model_dump_json()


def test_a_right_answer_is_a_right_record(wire, serve, extract, right, assert_guarantees):
    """Asked once; tokens count the same whoever answers."""
    server = serve(wire.answer(right))

    extraction = extract(server)

    assert (extraction.status, extraction.usage) == ("ok", EACH)
    (attempt,) = extraction.attempts
    assert (attempt.reply.text, attempt.reply.served_by) == (right, "m-served")
    assert len(server.requests) == 1
    assert_guarantees(extraction)


def test_the_key_is_sent_and_the_article_goes_whole(wire, serve, extract, right):
    """The key in a header, not in an address; the schema beside the messages, not in them."""
    server = serve(wire.answer(right))

    extract(server)

    (asked,) = server.requests
    sent = json.dumps(asked.body, ensure_ascii=False)
    assert any(KEY in value for value in asked.headers.values())
    assert KEY not in asked.path + sent
    assert "At the fair, 12 [" in sent
    assert '"additionalProperties": false' in sent


PASSING = {
    "408": lambda wire: wire.error(408),
    "409": lambda wire: wire.error(409),
    "429": lambda wire: wire.error(429, retry_after="0.2"),
    "500": lambda wire: wire.error(500),
    "502 of a gateway": lambda _: Answer(
        b"<html>Bad Gateway</html>", 502, content_type="text/html"
    ),
    "503": lambda wire: wire.error(503),
    "529": lambda wire: wire.error(529, "Overloaded"),
    "reset before the answer": lambda wire: wire.answer("{}", conduct="reset"),
    "reset within the answer": lambda wire: wire.answer("{}", conduct="cut"),
    "empty choices": lambda wire: Answer(wire.empty),
    "half a JSON": lambda wire: Answer(json.dumps(wire.body("{}")).encode()[:60]),
    "no JSON": lambda _: Answer(b"\xff\xfe upstream"),
    "another JSON": lambda _: Answer({"status": "ok"}),
    "web page": lambda _: Answer(b"<html>log in</html>", content_type="text/html"),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_what_may_pass_ends_in_a_right_record(wire, serve, extract, right, fault):
    """The same request goes out again, once, and both tries are told."""
    server = serve(fault(wire), wire.answer(right))

    extraction = extract(server)

    assert extraction.status == "ok"
    assert extraction.attempts[0].reply.tries == len(server.requests) == 2
    assert server.requests[0].body == server.requests[1].body


BILLS = {
    "turned away": (lambda wire: wire.error(503), NO_TOKENS),
    "lost": (lambda wire: wire.answer("{}", conduct="reset"), UNKNOWN_TRY),
    "not JSON": (lambda _: Answer(b"nonsense"), UNKNOWN_TRY),
    "without choices": (lambda wire: Answer(wire.empty), EACH),
}


@pytest.mark.parametrize(("fault", "usage"), BILLS.values(), ids=BILLS)
def test_what_a_failed_try_took_is_counted(wire, serve, extract, right, fault, usage):
    """As far as known; and what is not known is not zero."""
    server = serve(fault(wire), wire.answer(right))

    assert extract(server).usage == EACH + usage


def test_a_wait_that_the_service_asks_for_is_kept(wire, serve, extract, right):
    """Retry-After decides."""
    server = serve(wire.error(429, retry_after="0.4"), wire.answer(right))
    started = time.monotonic()

    extract(server)

    assert time.monotonic() - started >= 0.4


def test_a_wait_beyond_the_deadline_is_not_begun(wire, serve, extract):
    """One clear error, at once."""
    server = serve(wire.error(429, retry_after="600"))
    started = time.monotonic()

    with pytest.raises(UnreachableError, match=r"1 try, 60 s allowed.*asks to wait 600 s"):
        extract(server)

    assert time.monotonic() - started < SLACK_S
    assert len(server.requests) == 1


@pytest.mark.parametrize("conduct", ["hang", "drip"])
def test_a_service_that_is_too_slow_is_unreachable_at_the_deadline(
    wire, serve, extract, right, conduct
):
    """Whether it says nothing, or a byte at a time for ever."""
    server = serve(wire.answer(right, conduct=conduct))
    started = time.monotonic()

    with pytest.raises(UnreachableError, match=r"gave no answer within 1(\.\d+)? s") as caught:
        extract(server, timeout_s=1.5)

    assert time.monotonic() - started < 1.5 + SLACK_S
    assert caught.value.usage.unknown_tries == 1


def test_faults_to_the_end_are_one_clear_error(wire, serve, extract):
    """With the count and the last fault; nothing of it is the key."""
    server = serve(wire.error(503, f"overloaded, says {KEY}"))

    with pytest.raises(UnreachableError, match=r"3 tries.*status 503.*overloaded") as caught:
        extract(server)

    assert len(server.requests) == 3
    assert "sk-test" not in str(caught.value)


def test_an_answer_cut_off_is_asked_for_again(wire, serve, extract, right):
    """With the reason; and the second one counts."""
    server = serve(wire.answer('{"no_event":', finish="length"), wire.answer(right))

    extraction = extract(server)

    assert extraction.status == "ok"
    assert [attempt.reply.finish for attempt in extraction.attempts] == ["length", "stop"]
    assert extraction.usage == EACH + EACH
    assert "cut off" in json.dumps(server.requests[1].body)


BAD = {
    "truncation": ('{"no_event":', "length", 3, "cut off"),
    "content filter": ("", "content_filter", 1, "filter|refused"),
    "prose": ("I will not help with that.", "stop", 3, "Invalid JSON"),
    "another schema": ('{"a": 1}', "stop", 3, "Field required"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_answer_to_the_end_is_a_failed_extraction(
    wire, serve, extract, assert_guarantees, bad
):
    """With its reason and what it took; a filter is not asked again."""
    text, finish, n_attempts, reason = bad
    server = serve(wire.answer(text, finish=finish))

    extraction = extract(server, max_attempts=3)

    assert extraction.status == "failed"
    assert re.search(reason, extraction.reason)
    assert len(extraction.attempts) == len(server.requests) == n_attempts
    assert extraction.usage.input_tokens == READ * n_attempts
    assert_guarantees(extraction)


@pytest.mark.parametrize("name", ["openai", "anthropic"])
def test_a_refusal_is_a_failed_extraction(serve, name, right):
    """Of those who have a word for it; it is not asked again."""
    wire = WIRES[name]
    server = serve(wire.answer("I will not.", finish="refusal"), wire.answer(right))

    async def run() -> Extraction:
        model = wire.model(server.address)
        try:
            return await extract_async(TEXT, model=model)
        finally:
            await model.aclose()

    extraction = asyncio.run(run())

    assert (extraction.status, extraction.reason) == ("failed", "the model refused to answer.")
    assert len(server.requests) == 1


def test_a_wrong_draft_is_repaired(wire, serve, extract, incomplete, patch, assert_guarantees):
    """By a patch, whose request begins as the first one did."""
    server = serve(wire.answer(incomplete), wire.answer(patch))

    extraction = extract(server)

    assert extraction.status == "ok"
    assert [attempt.request.purpose for attempt in extraction.attempts] == ["draft", "repair"]
    assert extraction.usage == EACH + EACH
    assert_guarantees(extraction)


def test_prose_is_asked_for_again(wire, serve, extract, right):
    """And the second answer counts."""
    server = serve(wire.answer("Here you are!"), wire.answer(right))

    assert extract(server).status == "ok"


def test_a_draft_survives_a_service_that_goes_away(wire, serve, extract, incomplete):
    """Without an answer to the repair it is kept, flagged, and says why."""
    server = serve(wire.answer(incomplete), wire.error(503))

    extraction = extract(server)

    assert extraction.status == "flagged"
    assert [finding.code for finding in extraction.findings] == ["dialogue.interrupted"]
    assert extraction.usage == EACH


REFUSALS = {
    "unknown model": (lambda _: (404, "model m not found"), "does not know m"),
    "bad key": (lambda wire: wire.wrong_key, "does not accept the key"),
    "no permission": (lambda _: (403, "not allowed"), "does not let this key use m"),
    "malformed request": (lambda _: (400, "bad field"), "does not accept the request for m"),
}


@pytest.mark.parametrize(("said", "says"), REFUSALS.values(), ids=REFUSALS)
def test_what_will_never_pass_is_one_clear_error(wire, serve, extract, said, says):
    """Said once, after one try."""
    status, message = said(wire)
    server = serve(wire.error(status, message))

    with pytest.raises(RefusedError, match=says) as caught:
        extract(server)

    assert len(server.requests) == 1
    assert "\n" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_an_article_that_never_fits_is_one_clear_error(wire, serve, extract):
    """In each provider's own words; also after shorter parts of it were asked for."""
    server = serve(wire.error(400, wire.too_long))

    with pytest.raises(TooLongError, match="finds the article too long for m"):
        extract(server)


def test_a_dead_port_is_unreachable(wire, serve, extract):
    """Nobody billed anything."""
    server = serve(wire.error(500))
    host, _, _ = server.address.rpartition(":")
    server.address = f"{host}:9"
    with pytest.MonkeyPatch.context() as environment:
        for variable in ("ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL"):
            environment.setenv(variable, server.address)

        with pytest.raises(UnreachableError, match=r"3 tries.*the connection failed") as caught:
            extract(server)

    assert caught.value.usage == NO_TOKENS


def test_cancelling_leaves_the_model_as_it_was(wire, serve, right):
    """A task that is cancelled while it waits ends at once, and the next one is answered."""
    server = serve(wire.answer(right, conduct="hang"), wire.answer(right))

    async def run() -> Extraction:
        model = wire.model(server.address)
        try:
            waiting = asyncio.create_task(extract_async(TEXT, model=model))
            while not server.requests and not waiting.done():  # noqa: ASYNC110  another thread
                await asyncio.sleep(0.01)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            return await extract_async(TEXT, model=model)
        finally:
            await model.aclose()

    assert asyncio.run(run()).status == "ok"


def test_anthropic_is_asked_by_tool_and_told_how_much_it_may_write(serve, right):
    """The tool is forced and called once; the limit is no small default."""
    wire = AnthropicWire()
    server = serve(wire.answer(right))

    async def run() -> None:
        model = wire.model(server.address)
        await extract_async(TEXT, model=model)
        await model.aclose()

    asyncio.run(run())

    (asked,) = server.requests
    assert asked.body["tool_choice"]["name"] == asked.body["tools"][0]["name"] == "draft"
    assert asked.body["max_tokens"] > 10_000
    assert [message["role"] for message in asked.body["messages"]] == ["user"]


def anthropic_client(address: str) -> tuple[Any, Callable[[], Any]]:
    """Make a client with retries of its own, and give what closes it."""
    import anthropic

    client = anthropic.AsyncAnthropic(api_key=KEY, base_url=address, max_retries=5)
    return client, client.close


def gemini_client(address: str) -> tuple[Any, Callable[[], Any]]:
    """Make a client with retries of its own, and give what closes it."""
    from google import genai

    options = {"base_url": address, "retry_options": {"attempts": 5, "initial_delay": 0.01}}
    client = genai.Client(api_key=KEY, http_options=options)
    return client, client.aio.aclose


CLIENTS = {"anthropic": anthropic_client, "gemini": gemini_client}


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_of_your_own_is_asked_once_for_each_try(serve, right, name):
    """By the model's name; its own retries are off, and it is still open afterwards."""
    wire = WIRES[name]
    server = serve(wire.error(503, retry_after="0.05"), wire.answer(right))

    async def run() -> list[Extraction]:
        client, close = CLIENTS[name](server.address)
        try:
            return [await extract_async(TEXT, model=f"{name}/m", client=client) for _ in range(2)]
        finally:
            await close()

    first, second = asyncio.run(run())

    assert (first.status, second.status) == ("ok", "ok")
    assert [e.attempts[0].reply.tries for e in (first, second)] == [2, 1]
    assert len(server.requests) == 3
