"""The OpenAI adapter against real sockets on the loopback."""

import asyncio
import json
import logging
import ssl
import time
from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import Any

import openai
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request as HTTPRequest
from werkzeug import Response

from extractor.errors import RefusedError, UnreachableError, UsageError
from extractor.exchange import Reply
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.retry import Retries
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

PATH = "/v1/chat/completions"
KEY = "sk-test-0123456789abcdef"
USAGE = Usage(100, 20, 64, 5)


def as_json(body: Any, status: int = 200, **headers: str) -> Response:
    """Make an HTTP answer with a JSON body; underscores in header names become dashes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(body), status, named, content_type="application/json")


def failure(status: int, message: str = "no", **fields: Any) -> Response:
    """Make an HTTP answer with an error as OpenAI writes it."""
    return as_json({"error": {"message": message, "type": "error", **fields}}, status)


def completion(
    content: Any = '{"a": 1}', *, finish_reason: str = "stop", **message: Any
) -> dict[str, Any]:
    """Make the body of a chat completion."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model-2026",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish_reason,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 20,
            "total_tokens": 120,
            "prompt_tokens_details": {"cached_tokens": 64},
            "completion_tokens_details": {"reasoning_tokens": 5},
        },
    }


@pytest.fixture(autouse=True)
def _no_certificates(monkeypatch):
    """Leave the system's certificates unread, which is slow: the loopback needs none."""
    monkeypatch.setattr(
        ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )


@pytest.fixture
def model(httpserver: HTTPServer) -> OpenAIModel:
    """Make a model behind the test server that does not wait long between its tries."""
    endpoint = Endpoint(httpserver.url_for("/v1"), KEY)
    return OpenAIModel("test-model", endpoint=endpoint, retries=Retries(tries=4, backoff_s=0.005))


@pytest.fixture
def script(httpserver: HTTPServer) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that lets the server give answers in order; the bodies sent are kept."""

    def play(*answers: Response) -> list[dict[str, Any]]:
        waiting, bodies = iter(answers), []

        def handle(request: HTTPRequest) -> Response:
            bodies.append(request.get_json())
            return next(waiting)

        httpserver.expect_request(PATH, method="POST").respond_with_handler(handle)
        return bodies

    return play


@pytest.fixture
def ask_model(model, ask, make_request) -> Callable[..., Reply]:
    """Return a function that asks the model one request."""

    def ask_model(*, timeout_s: float = 10.0, **request: Any) -> Reply:
        return ask(model, make_request(**request), timeout_s=timeout_s)

    return ask_model


@asynccontextmanager
async def raw_server(handle):
    """Run a server that handles bare connections, and yield its base URL."""
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        host, port = server.sockets[0].getsockname()
        yield f"http://{host}:{port}/v1"


def model_at(base_url: str, *, tries: int = 3) -> OpenAIModel:
    """Make a model behind an address."""
    endpoint = Endpoint(base_url, KEY)
    return OpenAIModel(
        "test-model", endpoint=endpoint, retries=Retries(tries=tries, backoff_s=0.005)
    )


def test_request_asks_for_the_schema_strictly(model, script, ask, make_request):
    """The body carries messages and strict schema, and nothing that a reasoning model refuses."""
    bodies = script(as_json(completion()))
    request = make_request("全部10个项目。")

    reply = ask(model, request)

    assert (reply.text, reply.finish, reply.tries) == ('{"a": 1}', "stop", 1)
    assert reply.usage == USAGE
    assert reply.served_by == "test-model-2026"
    assert bodies == [
        {
            "model": "test-model",
            "messages": [
                {"role": "system", "content": "Read the article."},
                {"role": "user", "content": "全部10个项目。"},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "draft", "strict": True, "schema": request.schema},
            },
        }
    ]


def test_schema_part_of_the_body_is_built_once(model, make_request):
    """Requests of one schema share the constant part of their bodies."""
    first, second = model.body(make_request("a")), model.body(make_request("b"))

    assert first["response_format"] is second["response_format"]


def test_options_go_into_the_body(httpserver, script, ask, make_request):
    """What the user adds is sent as it is, also what only other services know."""
    bodies = script(as_json(completion()))
    endpoint = Endpoint(httpserver.url_for("/v1"), KEY)
    model = OpenAIModel("m", endpoint=endpoint, options={"reasoning_effort": "low", "top_k": 3})

    ask(model, make_request())

    assert (bodies[0]["reasoning_effort"], bodies[0]["top_k"]) == ("low", 3)


@pytest.mark.parametrize(
    ("fault", "took"),
    [
        pytest.param(failure(429), NO_TOKENS, id="429"),
        pytest.param(failure(408), UNKNOWN_TRY, id="408"),
        pytest.param(failure(409), NO_TOKENS, id="409"),
        pytest.param(failure(500), NO_TOKENS, id="500"),
        pytest.param(failure(503), NO_TOKENS, id="503"),
        pytest.param(
            Response("<html>bad gateway</html>", 502, content_type="text/html"),
            UNKNOWN_TRY,
            id="502",
        ),
        pytest.param(
            Response('{"choices": [', content_type="application/json"), UNKNOWN_TRY, id="cut json"
        ),
        pytest.param(Response("", content_type="application/json"), UNKNOWN_TRY, id="empty body"),
        pytest.param(
            Response(b"\xff\xfe{", content_type="application/json"), UNKNOWN_TRY, id="no utf-8"
        ),
        pytest.param(
            Response("[" * 200_000, content_type="application/json"), UNKNOWN_TRY, id="deep json"
        ),
        pytest.param(
            Response("<html>log in</html>", content_type="text/html"), UNKNOWN_TRY, id="html"
        ),
        pytest.param(as_json({"choices": []}), UNKNOWN_TRY, id="empty choices"),
        pytest.param(as_json({"choices": None}), UNKNOWN_TRY, id="null choices"),
        pytest.param(
            as_json({"choices": [{"finish_reason": "stop"}]}), UNKNOWN_TRY, id="no message"
        ),
        pytest.param(as_json(["choices"]), UNKNOWN_TRY, id="a list"),
        pytest.param(
            as_json({"error": {"code": 502, "message": "upstream"}}), UNKNOWN_TRY, id="error in 200"
        ),
    ],
)
def test_transient_fault_is_retried(script, ask_model, fault, took):
    """After a fault that may pass the same request is sent again; what it may have cost is told."""
    bodies = script(fault, as_json(completion()))

    reply = ask_model()

    assert (reply.finish, reply.tries) == ("stop", 2)
    assert bodies[0] == bodies[1]
    assert reply.usage == USAGE + took


def test_seconds_include_the_waits(script, ask_model):
    """The time of a reply is the time until it was there."""
    script(as_json({}, 429, retry_after_ms="120"), as_json(completion()))

    assert 0.12 <= ask_model().seconds < 5


@pytest.mark.parametrize(
    ("headers", "at_least_s"),
    [
        pytest.param({"retry_after": "1"}, 1.0, id="seconds"),
        pytest.param({"retry_after": "0.3"}, 0.3, id="fraction"),
        pytest.param({"retry_after_ms": "250", "retry_after": "9"}, 0.25, id="milliseconds first"),
    ],
)
def test_wait_that_the_service_asks_for_is_kept(script, ask_model, headers, at_least_s):
    """Retry-After and retry-after-ms decide over the backoff."""
    script(as_json({}, 429, **headers), as_json(completion()))
    started = time.monotonic()

    ask_model()

    assert at_least_s <= time.monotonic() - started < at_least_s + 5


def test_wait_beyond_the_deadline_is_not_begun(script, ask_model):
    """Where the service asks for more time than there is, the error comes at once and says so."""
    script(as_json({}, 429, retry_after="300"))
    started = time.monotonic()

    with pytest.raises(UnreachableError, match=r"1 try, 60 s allowed.*429, asks to wait 300 s"):
        ask_model(timeout_s=60)

    assert time.monotonic() - started < 30


def test_faults_to_the_end_are_an_error(script, ask_model):
    """When tries run out the error names the service, the count and the last fault."""
    bodies = script(*[failure(503, "overloaded")] * 9)

    with pytest.raises(
        UnreachableError, match=r"^(localhost|127\.0\.0\.1):\d+ .*4 tries.*overloaded"
    ):
        ask_model()

    assert len(bodies) == 4


def test_usage_of_malformed_answers_is_counted(script, ask_model):
    """An answer that cannot be used but says what it cost is added to the bill."""
    useless = completion() | {"choices": []}
    script(as_json(useless), failure(500), as_json(completion()))

    reply = ask_model()

    assert (reply.tries, reply.usage) == (3, USAGE + USAGE)


@pytest.mark.parametrize(
    ("last", "error"),
    [
        pytest.param(failure(401), RefusedError, id="then refused"),
        pytest.param(failure(503), UnreachableError, id="then unreachable"),
    ],
)
def test_usage_of_billed_tries_survives_an_error(script, ask_model, last, error):
    """Where no answer comes after all, the error bears what was billed on the way."""
    useless = as_json(completion() | {"choices": []})
    script(useless, failure(502), *[last] * 3)

    with pytest.raises(error) as caught:
        ask_model()

    assert caught.value.usage == USAGE + UNKNOWN_TRY


def test_unknown_usage_stays_unknown(script, ask_model):
    """A service that does not say what an answer cost has not said zero."""
    quiet = completion()
    del quiet["usage"]
    script(as_json(quiet))

    assert ask_model().usage == Usage(None, None, None, None)


def test_partly_known_usage_keeps_what_is_known(script, ask_model):
    """Details that a service leaves out are unknown, the rest is not."""
    script(as_json(completion() | {"usage": {"prompt_tokens": 7, "completion_tokens": 3}}))

    assert ask_model().usage == Usage(7, 3, None, None)


@pytest.mark.parametrize(
    ("answer", "finish", "text"),
    [
        pytest.param(
            {"content": None, "refusal": "I will not."}, "refusal", "I will not.", id="refusal"
        ),
        pytest.param({"content": '{"a"', "finish_reason": "length"}, "length", '{"a"', id="length"),
        pytest.param(
            {"content": None, "finish_reason": "length"}, "length", "", id="all reasoning"
        ),
        pytest.param(
            {"content": "", "finish_reason": "content_filter"}, "content_filter", "", id="filter"
        ),
        pytest.param({"content": None}, "empty", "", id="null"),
        pytest.param({"content": " \n"}, "empty", " \n", id="blank"),
        pytest.param({"content": [{"type": "text", "text": "{}"}]}, "stop", "{}", id="parts"),
        pytest.param({"content": "{}", "finish_reason": "eos"}, "stop", "{}", id="own reason"),
        pytest.param({"content": "\ud83d中"}, "stop", "\ud83d中", id="lone surrogate"),
    ],
)
def test_bad_answer_is_a_value(script, ask_model, answer, finish, text):
    """Refusals, truncation, filters and silence are replies that say so, and are not sent again."""
    script(as_json(completion(**answer)))

    reply = ask_model()

    assert (reply.finish, reply.text, reply.tries) == (finish, text, 1)
    assert reply.usage == USAGE


def test_filtered_prompt_is_a_value(script, ask_model):
    """Azure answers 400 where its filter stops the article; that is a failed answer, not misuse."""
    script(failure(400, "The response was filtered", code="content_filter"))

    reply = ask_model()

    assert (reply.finish, reply.text, reply.usage) == ("content_filter", "", UNKNOWN_TRY)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        pytest.param(failure(401, f"Incorrect API key: {KEY}"), "check OPENAI_API_KEY", id="401"),
        pytest.param(failure(403, "not your region"), "permissions.*region", id="403"),
        pytest.param(failure(404, "does not exist"), "does not know test-model", id="404"),
        pytest.param(
            failure(400, "too many", code="context_length_exceeded"),
            "longer context",
            id="overflow",
        ),
        pytest.param(
            failure(400, "the request exceeds the available context size (4096 tokens)"),
            "longer context",
            id="llama.cpp overflow",
        ),
        pytest.param(
            failure(
                400, "maximum context length is 9 tokens, 7 of them in the response_format schema"
            ),
            "longer context",
            id="overflow that mentions the format",
        ),
        pytest.param(Response("", 413), "longer context", id="413"),
        pytest.param(
            failure(400, "Invalid schema for response_format 'draft': In context=()"),
            "does not accept the request.*Invalid schema",
            id="invalid schema",
        ),
        pytest.param(failure(422, "messages: wrong"), "does not accept.*messages", id="422"),
        pytest.param(failure(429, "quota", code="insufficient_quota"), "billing", id="no credit"),
        pytest.param(failure(402, "Insufficient Balance"), "billing", id="402"),
    ],
)
def test_request_that_can_never_succeed_is_refused_at_once(script, ask_model, answer, message):
    """One request, one line that says what to do, and never the key."""
    bodies = script(answer)

    with pytest.raises(RefusedError, match=message) as caught:
        ask_model()

    assert len(bodies) == 1
    assert "\n" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_key_in_a_message_of_the_service_is_left_out(script, ask_model):
    """Services repeat what they were sent; the key stays out of our errors even so."""
    script(failure(400, f"header Bearer {KEY} and {KEY} are odd"))

    with pytest.raises(RefusedError) as caught:
        ask_model()

    assert KEY not in str(caught.value)
    assert "are odd" in str(caught.value)


def test_key_in_an_error_under_status_200_is_left_out(script, ask_model):
    """Some gateways tell of errors in what looks like an answer."""
    script(*[as_json({"error": {"message": f"the upstream refuses {KEY}, oddly"}})] * 4)

    with pytest.raises(UnreachableError, match=r"refuses .key., oddly") as caught:
        ask_model()

    assert KEY not in str(caught.value)


def test_a_proxy_that_is_not_spoken_to_is_told_at_once(monkeypatch, ask_model):
    """Another try would meet the same proxy."""
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")

    with pytest.raises(RefusedError, match="a socks5 proxy"):
        ask_model()


def test_key_is_in_no_representation_and_no_log(model, script, ask_model, caplog):
    """The key goes into the header alone."""
    caplog.set_level(logging.DEBUG)
    script(failure(500), as_json(completion()))

    ask_model()

    assert "try 1 failed, the next in " in caplog.text
    assert KEY not in caplog.text
    assert KEY not in repr(model) + str(vars(model)) + str(vars(model._transport))


UNSUPPORTED = failure(
    400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported"
)


NO_TOOLS = failure(400, "registry.ollama.ai/library/test-model does not support tools")


def call(arguments: Any) -> dict[str, Any]:
    """Make a message that calls a tool."""
    function = {"name": "draft", "arguments": arguments}
    return {"content": None, "tool_calls": [{"id": "1", "type": "function", "function": function}]}


@pytest.mark.parametrize(
    "arguments", [pytest.param('{"a": 1}', id="text"), pytest.param({"a": 1}, id="object")]
)
def test_service_without_schemas_is_asked_for_a_tool_call(
    script, ask, model, make_request, arguments
):
    """The next form is found within one answer and counted as a try; arguments are the answer."""
    bodies = script(UNSUPPORTED, as_json(completion(finish_reason="tool_calls", **call(arguments))))
    request = make_request()

    reply = ask(model, request)

    assert (reply.tries, reply.text, reply.finish) == (2, '{"a": 1}', "stop")
    (tool,) = bodies[1]["tools"]
    assert (tool["function"]["parameters"], tool["function"]["strict"]) == (request.schema, True)
    assert bodies[1]["tool_choice"] == {"type": "function", "function": {"name": "draft"}}
    assert "response_format" not in bodies[1]
    assert bodies[1]["messages"] == bodies[0]["messages"]


def test_tool_that_is_not_called_leaves_the_text(script, ask_model):
    """Some services do not make a model call one; what it says is read as ever."""
    script(UNSUPPORTED, as_json(completion(tool_calls=[])))

    assert ask_model().text == '{"a": 1}'


def test_service_without_tools_is_asked_for_json(script, ask_model):
    """Then the prompt has the schema."""
    bodies = script(UNSUPPORTED, NO_TOOLS, as_json(completion()))

    reply = ask_model()

    assert reply.tries == 3
    assert bodies[2]["response_format"] == {"type": "json_object"}
    assert "tools" not in bodies[2]
    system, user = bodies[2]["messages"]
    assert system["content"].startswith("Read the article.\n\nAnswer with one JSON object")
    assert '"additionalProperties":false' in system["content"]
    assert user["content"] == "Ten projects were signed."


def test_service_without_json_is_asked_for_text(script, ask_model):
    """Where no response format is known at all, none is sent."""
    unknown = as_json({"detail": [{"loc": ["body", "response_format"], "msg": "extra"}]}, 422)
    bodies = script(UNSUPPORTED, NO_TOOLS, unknown, as_json(completion()))

    reply = ask_model()

    assert reply.tries == 4
    assert not {"response_format", "tools"} & set(bodies[3])


def test_form_is_remembered(script, ask_model):
    """What a service cannot do is found out once."""
    script(UNSUPPORTED, as_json(completion()), as_json(completion()))
    ask_model(text="first")

    assert ask_model(text="second").tries == 1


def test_service_that_knows_no_form_refuses(script, ask_model):
    """After plain text there is nothing left to try."""
    bodies = script(UNSUPPORTED, NO_TOOLS, *[UNSUPPORTED] * 5)

    with pytest.raises(RefusedError, match="response_format"):
        ask_model()

    assert len(bodies) == 4


def test_requests_at_once_step_down_once(model, script, make_request):
    """Two requests that find out the same do not skip a form."""
    bodies = script(UNSUPPORTED, UNSUPPORTED, as_json(completion()), as_json(completion()))

    async def both():
        asked = [model.answer(make_request(text), timeout_s=5) for text in "ab"]
        try:
            return await asyncio.gather(*asked)
        finally:
            await model.aclose()

    replies = asyncio.run(both())

    assert [reply.finish for reply in replies] == ["stop", "stop"]
    assert [bool(body.get("tools")) for body in bodies] == [False, False, True, True]


@pytest.mark.parametrize(
    "bytes_before_the_end",
    [
        pytest.param(b"", id="no answer"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", id="cut body"),
        pytest.param(b"nonsense\r\n\r\n", id="no http"),
    ],
)
def test_lost_connection_is_retried(make_request, bytes_before_the_end):
    """A connection that breaks before, in or instead of an answer is a fault that may pass."""
    body = json.dumps(completion()).encode()
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    answers = iter([bytes_before_the_end, whole])

    async def handle(reader, writer):
        await reader.readuntil(b"signed.")
        writer.write(next(answers))
        await writer.drain()
        writer.close()

    async def ask_twice():
        async with raw_server(handle) as base_url:
            model = model_at(base_url)
            reply = await model.answer(make_request(), timeout_s=5)
            await model.aclose()
            return reply

    reply = asyncio.run(ask_twice())

    assert (reply.tries, reply.finish, reply.usage) == (2, "stop", USAGE + UNKNOWN_TRY)


def test_nobody_listening_is_unreachable(ask, make_request):
    """Without a connection the error names the address and what to expect of it."""
    model = model_at("http://127.0.0.1:9/v1")

    with pytest.raises(
        UnreachableError, match=r"127\.0\.0\.1:9 .*3 tries.*connection failed"
    ) as caught:
        ask(model, make_request())

    assert caught.value.usage == NO_TOKENS


async def _closed(reader) -> None:
    while await reader.read(65536):
        pass


def test_slow_drip_ends_at_the_deadline(make_request):
    """A body that never ends, byte by byte, does not outlive the deadline, nor does its socket."""

    async def wait_for_it():
        closed = asyncio.Event()

        async def handle(reader, writer):
            await reader.readuntil(b"signed.")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            end = asyncio.create_task(_closed(reader))
            while not end.done():
                writer.write(b" ")
                await asyncio.wait([end], timeout=0.02)
            closed.set()
            writer.close()

        async with raw_server(handle) as base_url:
            model = model_at(base_url)
            started = time.monotonic()
            with pytest.raises(UnreachableError, match=r"no answer within 1 s") as caught:
                await model.answer(make_request(), timeout_s=1)
            assert caught.value.usage == UNKNOWN_TRY
            waited = time.monotonic() - started
            await asyncio.wait_for(closed.wait(), 30)
            await model.aclose()
            return waited

    assert 1 <= asyncio.run(wait_for_it()) < 10


def test_no_time_left_is_unreachable(ask_model):
    """A deadline that has passed already is an error, not an endless wait."""
    with pytest.raises(UnreachableError, match="no time is left") as caught:
        ask_model(timeout_s=-1)

    assert caught.value.usage == NO_TOKENS


def test_cancellation_passes_through_and_closes(make_request):
    """A cancelled answer ends at once, and its connection with it."""

    async def cancel_it():
        asked, closed = asyncio.Event(), asyncio.Event()

        async def handle(reader, writer):
            await reader.readuntil(b"signed.")
            asked.set()
            await _closed(reader)
            closed.set()
            writer.close()

        async with raw_server(handle) as base_url:
            model = model_at(base_url)
            task = asyncio.create_task(model.answer(make_request(), timeout_s=30))
            await asyncio.wait_for(asked.wait(), 30)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            is_closed = await asyncio.wait_for(closed.wait(), 30)
            await model.aclose()
            return is_closed

    assert asyncio.run(cancel_it())


def test_model_moves_between_event_loops(model, script, make_request):
    """Connections belong to a loop; the next loop gets its own."""
    script(as_json(completion()), as_json(completion()))

    async def answer_and_close():
        reply = await model.answer(make_request(), timeout_s=5)
        await model.aclose()
        return reply.finish

    assert [asyncio.run(answer_and_close()) for _ in range(2)] == ["stop", "stop"]


def test_own_client_is_used_as_it_is(httpserver, script, make_request):
    """Headers of the user's client are sent, its retries are off, and it stays open."""
    script(failure(500), as_json(completion()))

    async def answer():
        async with openai.AsyncOpenAI(
            api_key="k", base_url=httpserver.url_for("/v1"), default_headers={"x-team": "blue"}
        ) as client:
            model = OpenAIModel("m", client=client, retries=Retries(backoff_s=0.005))
            reply = await model.answer(make_request(), timeout_s=5)
            await model.aclose()
            return reply, client.is_closed()

    reply, is_closed = asyncio.run(answer())

    assert (reply.tries, is_closed) == (2, False)
    assert {request.headers["x-team"] for request, _ in httpserver.log} == {"blue"}


def test_time_limit_of_the_own_client_is_a_fault(make_request):
    """A try that the client gives up on is followed by the next one."""
    body = json.dumps(completion()).encode()
    delays = iter([30, 0])

    async def handle(reader, writer):
        await reader.readuntil(b"signed.")
        await asyncio.wait([asyncio.create_task(_closed(reader))], timeout=next(delays))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        writer.close()

    async def answer():
        async with (
            raw_server(handle) as base_url,
            openai.AsyncOpenAI(api_key="k", base_url=base_url, timeout=2) as client,
        ):
            model = OpenAIModel("m", client=client, retries=Retries(backoff_s=0.005))
            return await model.answer(make_request(), timeout_s=20)

    reply = asyncio.run(answer())

    assert (reply.tries, reply.finish) == (2, "stop")


def test_azure_client_is_served(httpserver, make_request):
    """Azure's path and key header come from the user's own client."""
    path = "/openai/deployments/d/chat/completions"
    httpserver.expect_request(path, headers={"api-key": "k"}).respond_with_json(completion())

    async def answer():
        async with openai.AsyncAzureOpenAI(
            api_key="k", azure_endpoint=httpserver.url_for(""), api_version="2025-01-01"
        ) as client:
            return await OpenAIModel("d", client=client).answer(make_request(), timeout_s=5)

    assert asyncio.run(answer()).finish == "stop"


def test_blocking_client_is_misuse():
    """The blocking client is refused before anything is sent."""
    with openai.OpenAI(api_key="k") as client, pytest.raises(UsageError, match="AsyncOpenAI"):
        OpenAIModel("m", client=client)


def test_lone_surrogate_in_a_request_is_replaced(script, ask_model):
    """Half a character that a repair quotes from a reply does not break the request."""
    bodies = script(as_json(completion()))

    ask_model(instruction="half \ud83d.")

    assert bodies[0]["messages"][0]["content"] == "half ?."
