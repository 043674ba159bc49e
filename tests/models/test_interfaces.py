"""Chat completions and Responses against real sockets, and what services refuse of a body."""

import asyncio
import json
import logging
import ssl
from collections.abc import Callable
from typing import Any

import openai
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request as HTTPRequest
from werkzeug import Response

from extractor.api import extract_async
from extractor.errors import RefusedError, TooLongError, UnreachableError
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.replay import Recorder
from extractor.models.retry import Retries
from extractor.usage import UNKNOWN_TRY, Usage

PATHS = {"chat": "/v1/chat/completions", "responses": "/v1/responses"}
KEY = "sk-test-0123456789abcdef"
USAGE = Usage(100, 20, 64, 5)


def as_json(body: Any, status: int = 200) -> Response:
    """Make an HTTP answer with a JSON body."""
    return Response(json.dumps(body), status, content_type="application/json")


def failure(message: str, status: int = 400, **fields: Any) -> Response:
    """Make an HTTP answer with an error as OpenAI writes it."""
    return as_json(
        {"error": {"message": message, "type": "invalid_request_error", **fields}}, status
    )


def answer(interface: str, text: str = '{"a": 1}', **usage: int) -> Response:
    """Make an answer of an interface."""
    details = [{"cached_tokens": 64}, {"reasoning_tokens": 5}]
    if interface == "chat":
        choice = {"finish_reason": "stop", "message": {"role": "assistant", "content": text}}
        names = ["prompt_tokens", "completion_tokens"]
        body: dict[str, Any] = {"model": "m-1", "choices": [choice]}
    else:
        content = [{"type": "output_text", "text": text}]
        names = ["input_tokens", "output_tokens"]
        items = [{"type": "reasoning"}, {"type": "message", "content": content}]
        body = {"model": "m-1", "status": "completed", "output": items}
    fields = [*names, *(f"{name}_details" for name in names)]
    counts = dict(zip(fields, [100, 20, *details], strict=True))
    return as_json(body | {"usage": usage or counts})


@pytest.fixture(autouse=True)
def _no_certificates(monkeypatch):
    """Leave the system's certificates unread, which is slow: the loopback needs none."""
    monkeypatch.setattr(
        ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )


@pytest.fixture(params=["chat", "responses"])
def interface(request) -> str:
    """Name each interface in turn."""
    return request.param


@pytest.fixture
def make_model(httpserver: HTTPServer) -> Callable[..., OpenAIModel]:
    """Return a function that makes models behind the test server."""

    def make(interface: str, **options: Any) -> OpenAIModel:
        return OpenAIModel(
            "m",
            interface=interface,
            endpoint=Endpoint(httpserver.url_for("/v1"), KEY),
            options=options,
            retries=Retries(tries=6, backoff_s=0.005),
        )

    return make


@pytest.fixture
def script(httpserver: HTTPServer) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that lets the server give answers in order; the bodies sent are kept."""

    def play(interface: str, *answers: Response) -> list[dict[str, Any]]:
        waiting, bodies = iter(answers), []

        def handle(request: HTTPRequest) -> Response:
            bodies.append(request.get_json())
            return next(waiting)

        httpserver.expect_request(PATHS[interface], method="POST").respond_with_handler(handle)
        return bodies

    return play


def test_response_is_asked_for_strictly_and_not_stored(make_model, script, ask, make_request):
    """The whole body, and what is read of the answer."""
    bodies = script("responses", answer("responses"))
    request = make_request("全部10个项目。")
    model = make_model("responses")

    reply = ask(model, request)

    assert model.name == "openai-responses/m"
    assert (reply.text, reply.finish, reply.tries) == ('{"a": 1}', "stop", 1)
    assert (reply.usage, reply.served_by) == (USAGE, "m-1")
    assert bodies == [
        {
            "model": "m",
            "store": False,
            "input": [
                {"role": "system", "content": "Read the article."},
                {"role": "user", "content": "全部10个项目。"},
            ],
            "text": {
                "format": {
                    "type": "json_schema",
                    "name": "draft",
                    "strict": True,
                    "schema": request.schema,
                }
            },
        }
    ]


def test_reply_says_where_it_came_from(httpserver, make_model, script, ask, make_request):
    """Its price depends on that."""
    script("chat", answer("chat"))

    reply = ask(make_model("chat"), make_request())

    assert reply.service == f"{httpserver.host}:{httpserver.port}"


def test_forms_step_down_in_both_interfaces(interface, make_model, script, ask, make_request):
    """Schema, tool, JSON, text; the prompt says what the service does not know."""
    unknown = failure("Unsupported: json_schema in response_format / text.format")
    no_tools = failure("Unknown parameter: 'tools'")
    answers = unknown, no_tools, unknown, answer(interface), answer(interface)
    bodies = script(interface, *answers)
    model = make_model(interface)

    assert ask(model, make_request()).tries == 4
    assert ask(model, make_request()).tries == 1

    formats = [body.get("response_format") or body.get("text", {}).get("format") for body in bodies]
    kinds = [each and each["type"] for each in formats]
    assert kinds == ["json_schema", None, "json_object", None, None]
    assert [body.get("tools") is not None for body in bodies] == [0, 1, 0, 0, 0]
    messages = bodies[2].get("messages") or bodies[2].get("input")
    assert "JSON Schema" in messages[0]["content"]


def test_service_that_leaves_the_schema_out_is_told(
    interface, make_model, script, ask, make_request
):
    """It takes a schema and answers with status 200 as it likes; the prompt says it from then on."""
    said = [answer(interface, text) for text in ('{"a": 1}', "It is one.", '{"a": 1}', '{"a": 1}')]
    bodies = script(interface, *said)
    model = make_model(interface)

    replies = [ask(model, make_request()) for _ in range(4)]

    assert [reply.tries for reply in replies] == [1, 1, 1, 1]
    assert replies[1].text == "It is one."
    messages = [body.get("messages") or body.get("input") for body in bodies]
    assert ["JSON Schema" in each[0]["content"] for each in messages] == [0, 0, 1, 1]
    formats = [body.get("response_format") or body["text"] for body in bodies]
    assert formats == [formats[0]] * 4


def test_service_without_responses_is_told_with_what_to_try(
    httpserver, make_model, ask, make_request
):
    """Few servers besides OpenAI's have them."""
    httpserver.expect_request(PATHS["responses"]).respond_with_json({"detail": "Not Found"}, 404)

    with pytest.raises(RefusedError, match=r"does not know m.*try openai/m$"):
        ask(make_model("responses"), make_request())


def test_faults_are_handled_alike(interface, make_model, script, ask, make_request):
    """What may pass is tried again, and nothing that was billed is forgotten."""
    useless = as_json({"usage": {"prompt_tokens": 7, "completion_tokens": 3}})
    script(interface, failure("busy", 503), useless, failure("", 504), answer(interface))

    reply = ask(make_model(interface), make_request())

    assert reply.tries == 4
    assert reply.usage == USAGE + Usage(7, 3, None, None) + UNKNOWN_TRY


REFUSALS = {
    "openai parameter": failure(
        "Unsupported parameter: 'temperature' is not supported with this model.",
        param="temperature",
        code="unsupported_parameter",
    ),
    "openai value": failure(
        "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) "
        "value is supported.",
        param="temperature",
        code="unsupported_value",
    ),
    "fastapi": as_json(
        {
            "detail": [
                {
                    "type": "extra_forbidden",
                    "loc": ["body", "temperature"],
                    "msg": "Extra inputs are not permitted",
                }
            ]
        },
        422,
    ),
    "google": failure(
        'Invalid JSON payload received. Unknown name "temperature": Cannot find field.'
    ),
    "openai arguments": failure("Unrecognized request argument supplied: temperature"),
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_field_that_is_refused_is_left_out_for_good(
    interface, make_model, script, ask, make_request, refusal
):
    """Found out once, whatever the words; the rest of the options stays."""
    bodies = script(interface, refusal, answer(interface), answer(interface))
    model = make_model(interface, temperature=0, seed=1)

    assert ask(model, make_request()).tries == 2
    assert ask(model, make_request()).tries == 1

    assert [body.get("temperature", "none") for body in bodies] == [0, "none", "none"]
    assert [body["seed"] for body in bodies] == [1, 1, 1]


def test_limit_is_called_by_its_other_name(make_model, script, ask, make_request):
    """What a reasoning model says of `max_tokens`, and an old server of its successor."""
    reasoning = failure(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
        "'max_completion_tokens' instead.",
        param="max_tokens",
    )
    bodies = script("chat", reasoning, answer("chat"))
    ask(make_model("chat", max_tokens=900), make_request())
    assert (bodies[1].get("max_tokens"), bodies[1]["max_completion_tokens"]) == (None, 900)


def test_limit_of_a_response_has_its_own_name(make_model, script, ask, make_request):
    """Options are written the same for both interfaces."""
    bodies = script("responses", answer("responses"))

    ask(make_model("responses", max_completion_tokens=900), make_request())

    assert bodies[0]["max_output_tokens"] == 900


def test_wrong_value_is_refused_and_not_left_out(make_model, script, ask, make_request):
    """A mistake of the user's is told, not hidden."""
    bodies = script("chat", failure("Invalid 'temperature': decimal above maximum value 2"))

    with pytest.raises(RefusedError, match="above maximum"):
        ask(make_model("chat", temperature=9), make_request())

    assert len(bodies) == 1


def test_nothing_is_sent_that_reasoning_models_refuse(interface, make_model, make_request):
    """No temperature and no limit, unless the user asks for them."""
    sent = make_model(interface).body(make_request())

    assert set(sent) <= {"model", "messages", "input", "response_format", "text", "store"}


@pytest.mark.parametrize("n_tokens", [512, 2_050, 4_096])
def test_prompt_cut_in_silence_is_an_error(make_model, script, ask, make_request, n_tokens):
    """As Ollama does it; no reply to half an article passes for one to the whole."""
    script("chat", answer("chat", prompt_tokens=n_tokens, completion_tokens=20))

    with pytest.raises(TooLongError, match=r"OLLAMA_CONTEXT_LENGTH=8192") as caught:
        ask(make_model("chat"), make_request("Ten projects were signed. " * 600))

    assert caught.value.usage.input_tokens == n_tokens


def test_prompt_that_was_read_whole_is_answered(make_model, script, ask, make_request):
    """The same text with the tokens that it comes to."""
    script("chat", answer("chat", prompt_tokens=3_605, completion_tokens=20))

    assert ask(make_model("chat"), make_request("Ten projects were signed. " * 600)).tries == 1


def test_context_that_is_too_short_is_an_error_of_its_own(make_model, script, ask, make_request):
    """Where the service says so itself."""
    script("chat", failure("too long", code="context_length_exceeded"))

    with pytest.raises(TooLongError, match="longer context"):
        ask(make_model("chat"), make_request())


@pytest.mark.parametrize(
    ("interface", "path"),
    [
        ("chat", "/openai/deployments/mine/chat/completions"),
        ("responses", "/openai/responses"),
    ],
)
def test_azure_is_asked_through_the_own_client(httpserver, make_request, interface, path):
    """Path, version and key header are the client's; its faults and retries are ours."""
    seen = []

    def handle(request: HTTPRequest) -> Response:
        seen.append((request.headers.get("api-key"), request.args.get("api-version")))
        return failure("busy", 503) if len(seen) == 1 else answer(interface)

    httpserver.expect_request(path, method="POST").respond_with_handler(handle)

    async def ask_twice():
        async with openai.AsyncAzureOpenAI(
            api_key=KEY, azure_endpoint=httpserver.url_for(""), api_version="2025-03-01-preview"
        ) as client:
            model = OpenAIModel(
                "mine", interface=interface, client=client, retries=Retries(backoff_s=0.005)
            )
            return await model.answer(make_request(), timeout_s=5), repr(model)

    reply, shown = asyncio.run(ask_twice())

    assert (reply.finish, reply.tries, reply.usage) == ("stop", 2, USAGE)
    assert seen == [(KEY, "2025-03-01-preview")] * 2
    assert KEY not in shown


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, f"Incorrect API key provided: {KEY}"),
        (401, f"Incorrect API key provided: {KEY}"),
        (403, f"Bearer {KEY} may not"),
        (503, f"busy with {KEY}"),
    ],
)
def test_key_is_not_shown_where_a_service_repeats_it(  # noqa: PLR0913, PLR0917
    make_model, script, ask, make_request, caplog, status, said
):
    """Not in an error and what it is chained to, nor in logs of ours and of the SDK."""
    script("chat", *[failure(said, status)] * 6)
    model = make_model("chat")

    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises((RefusedError, UnreachableError)) as caught,
    ):
        ask(model, make_request())

    error = caught.value
    chain = [each for each in (error, error.__cause__) if each is not None]
    assert caplog.text
    assert KEY not in "".join([caplog.text, repr(model), *map(str, chain), *map(repr, chain)])


def test_key_is_in_nothing_that_is_kept(tmp_path, make_model, script, caplog, interface):
    """Recordings, the extraction and its JSON are free of it."""
    said = answer(interface, "said it", prompt_tokens=3_000, completion_tokens=5)
    script(interface, *[failure(f"busy with {KEY}", 503), said] * 3)
    recorder = Recorder(make_model(interface), tmp_path)

    with caplog.at_level(logging.DEBUG):
        extraction = asyncio.run(
            extract_async("Ten projects were signed. " * 20, model=recorder, max_attempts=2)
        )

    (first, *_) = kept = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    assert "said it" in first
    assert KEY not in "".join([*kept, repr(extraction), json.dumps(extraction.to_json())])
    assert KEY not in caplog.text + repr(recorder)


def test_article_that_was_cut_is_asked_about_in_parts(httpserver, make_model):
    """A server that holds 4096 tokens and says nothing gets parts that it can hold."""
    draft = {"no_event": "other_news", "event": None, "background": []}
    text = json.dumps(draft | {key: [] for key in ("shares", "projects", "agreements")})
    counts = []

    def handle(request: HTTPRequest) -> Response:
        whole = sum(len(each["content"].encode()) for each in request.get_json()["messages"]) // 4
        counts.append(whole if whole <= 4096 else 2050)
        return answer("chat", text, prompt_tokens=counts[-1], completion_tokens=50)

    httpserver.expect_request(PATHS["chat"]).respond_with_handler(handle)

    extraction = asyncio.run(
        extract_async("Ten projects were signed. " * 300, model=make_model("chat"))
    )

    assert counts[0] == 2050
    assert len(extraction.attempts) > 1
    assert 2050 not in counts[-len(extraction.attempts) :]
    assert extraction.usage == Usage(sum(counts), 50 * len(counts), None, None)
