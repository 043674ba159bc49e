"""The instructor adapter against real sockets, through a provider whose SDK is always installed.

What the SDKs of Anthropic, Gemini and Mistral do is tried in tests/engines.
"""

import asyncio
import json
import logging
import ssl
from collections.abc import Callable
from typing import Any

import openai
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from extractor.errors import RefusedError, UnreachableError, UsageError
from extractor.exchange import Reply, Request
from extractor.models.instructor import InstructorModel, _Answer
from extractor.models.providers import PROVIDERS
from extractor.models.retry import Retries
from extractor.usage import Usage

KEY = "sk-test-0123456789abcdef"
SAID = '{"a" : 1.50}'
COUNTS = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}


def completion(arguments: str | None = SAID, *, reason: str = "stop", **fields: Any) -> Response:
    """Make the answer of a chat completion that calls the tool."""
    call = {"id": "1", "type": "function", "function": {"name": "draft", "arguments": arguments}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]} | fields
    choice = {"index": 0, "finish_reason": reason, "message": message}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "served"}
    return as_json(body | {"choices": [choice], "usage": COUNTS})


def as_json(body: Any, status: int = 200, **headers: str) -> Response:
    """Make an answer with a JSON body; underscores in header names become dashes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(body), status, named, content_type="application/json")


@pytest.fixture(autouse=True)
def _no_certificates(monkeypatch):
    """Leave the system's certificates unread, which is slow: the loopback needs none."""
    monkeypatch.setattr(
        ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )


@pytest.fixture
def script(httpserver: HTTPServer) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that lets the server give answers in order; the bodies sent are kept."""

    def play(*answers: Response) -> list[dict[str, Any]]:
        waiting, bodies = iter(answers), []

        def handle(request: Any) -> Response:
            bodies.append(request.get_json())
            return next(waiting)

        httpserver.expect_request("/chat/completions", method="POST").respond_with_handler(handle)
        return bodies

    return play


@pytest.fixture
def ask_model(httpserver: HTTPServer) -> Callable[..., Reply]:
    """Return a function that asks a model behind the test server, through a client of its own."""

    def ask(*requests: Request, **options: Any) -> list[Reply]:
        async def answers() -> list[Reply]:
            address = httpserver.url_for("/").rstrip("/")
            async with openai.AsyncOpenAI(api_key=KEY, base_url=address, max_retries=5) as client:
                model = InstructorModel(
                    PROVIDERS["deepseek"],
                    "m",
                    client=client,
                    retries=Retries(tries=3, backoff_s=0.005),
                    **options,
                )
                return [await model.answer(request, timeout_s=10.0) for request in requests]

        return asyncio.run(answers())

    return ask


def test_request_carries_messages_and_schema_as_they_are(script, ask_model, make_request):
    """Braces in an article are no template, and the schema is the request's own."""
    bodies = script(completion())
    request = make_request("  {{ x }} {% for %} {0}\n  全部10个项目。")

    (reply,) = ask_model(request)

    (body,) = bodies
    assert body["model"] == "m"
    assert body["messages"] == [
        {"role": "system", "content": "Read the article."},
        {"role": "user", "content": "  {{ x }} {% for %} {0}\n  全部10个项目。"},
    ]
    (tool,) = body["tools"]
    assert tool["function"]["name"] == body["tool_choice"]["function"]["name"] == "draft"
    assert tool["function"]["parameters"] == dict(request.schema)
    assert (reply.text, reply.finish, reply.tries) == (SAID, "stop", 1)
    assert (reply.usage, reply.served_by) == (Usage(7, 3, None, None), "served")


def test_options_go_into_the_call(script, ask_model, make_request):
    """As the SDK names them."""
    bodies = script(completion())

    ask_model(make_request(), options={"temperature": 0.5, "max_tokens": 9})

    assert (bodies[0]["temperature"], bodies[0]["max_tokens"]) == (0.5, 9)


@pytest.mark.parametrize(
    ("answer", "text", "finish"),
    [
        pytest.param(completion("no json"), "no json", "stop", id="not json"),
        pytest.param(completion("[1]"), "[1]", "stop", id="another type"),
        pytest.param(completion('{"b":'), '{"b":', "stop", id="half a json"),
        pytest.param(completion("{", reason="length"), "{", "length", id="cut off"),
        pytest.param(completion(content="I am", tool_calls=None), "I am", "stop", id="prose"),
        pytest.param(completion(tool_calls=None, refusal="No."), "No.", "refusal", id="refusal"),
        pytest.param(completion(tool_calls=None), "", "empty", id="nothing"),
    ],
)
def test_bad_answer_is_a_reply_for_the_dialogue(
    script, ask_model, make_request, answer, text, finish
):
    """Instructor's opinion of it is not asked, and it is asked nothing again."""
    bodies = script(answer)

    (reply,) = ask_model(make_request())

    assert (reply.text, reply.finish) == (text, finish)
    assert reply.usage == Usage(7, 3, None, None)
    assert len(bodies) == 1


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503, 529])
def test_transient_status_is_retried_in_one_layer(script, ask_model, make_request, status):
    """Neither the SDK nor instructor try again: two answers are two tries."""
    bodies = script(as_json({"error": {"message": "no"}}, status), completion())

    (reply,) = ask_model(make_request())

    assert (reply.text, reply.tries, len(bodies)) == (SAID, 2, 2)
    assert bodies[0] == bodies[1]


def test_wait_that_the_service_asks_for_is_kept(script, ask_model, make_request):
    """Retry-After decides over the backoff."""
    script(as_json({}, 429, retry_after="0.3"), completion())

    assert ask_model(make_request())[0].seconds >= 0.3


def test_faults_to_the_end_are_an_error(script, ask_model, make_request):
    """Which names the provider, the count and the last fault."""
    bodies = script(*[as_json({"error": {"message": "overloaded"}}, 503)] * 9)

    with pytest.raises(UnreachableError, match=r"^deepseek gave no answer \(3 tries.*overloaded"):
        ask_model(make_request())

    assert len(bodies) == 3


@pytest.mark.parametrize(
    ("status", "says"),
    [
        pytest.param(
            401, "deepseek does not accept the key .401.: check DEEPSEEK_API_KEY", id="key"
        ),
        pytest.param(404, "deepseek does not know m: check its name", id="model"),
        pytest.param(400, "deepseek does not accept the request for m", id="request"),
        pytest.param(413, "deepseek finds the article too long for m", id="length"),
    ],
)
def test_refusal_for_good_is_one_clear_error(script, ask_model, make_request, status, says, caplog):
    """Not tried again; and neither error nor log show the key."""
    bodies = script(as_json({"error": {"message": f"bad {KEY}"}}, status))

    with caplog.at_level(logging.DEBUG), pytest.raises(RefusedError, match=says) as caught:
        ask_model(make_request())

    assert len(bodies) == 1
    shown = [str(caught.value), *(message for _, _, message in caplog.record_tuples)]
    assert not [text for text in shown if KEY in text or "sk-test" in text]


def test_instructor_logs_nothing_to_whoever_has_not_asked(script, ask_model, make_request, capfd):
    """It would print errors, with what services say, on a terminal."""
    script(as_json({"error": {"message": "no"}}, 404))

    with pytest.raises(RefusedError):
        ask_model(make_request())

    assert capfd.readouterr() == ("", "")


def test_usage_of_each_try_is_its_own(script, ask_model, make_request):
    """Instructor adds up usage in the answers themselves; ours is read before."""
    script(completion(), completion())

    replies = ask_model(make_request("a"), make_request("b"))

    assert [reply.usage for reply in replies] == [Usage(7, 3, None, None)] * 2


def test_schema_is_made_once_and_no_class_leaks(script, ask_model, make_request):
    """Requests of one schema share a class; without that, each would leave one behind."""
    script(*[completion()] * 5)
    before = len(_Answer.__subclasses__())

    ask_model(*(make_request(str(number)) for number in range(5)))

    assert len(_Answer.__subclasses__()) == before + 1


def test_client_of_another_kind_is_told():
    """A blocking client, or one of another SDK."""
    for client in (openai.OpenAI(api_key=KEY), object()):
        with pytest.raises(UsageError, match="client= takes an asynchronous client of openai"):
            InstructorModel(PROVIDERS["deepseek"], "m", client=client)


def test_key_is_in_no_representation():
    """Of the model or its parts."""
    model = InstructorModel(PROVIDERS["deepseek"], "m", key=KEY)

    assert repr(model) == "InstructorModel('deepseek/m')"
    assert KEY not in repr(vars(model))


def test_own_client_is_made_for_each_event_loop(httpserver, make_request, ask, monkeypatch):
    """The same model answers on a second loop, where the first one's connections are no good."""
    monkeypatch.setenv("DATABRICKS_HOST", httpserver.url_for("/").rstrip("/"))
    path = "/serving-endpoints/chat/completions"
    for _ in range(2):
        httpserver.expect_ordered_request(path).respond_with_response(as_json({}, 503))
        httpserver.expect_ordered_request(path).respond_with_response(completion())
    retries = Retries(tries=2, backoff_s=0.001)
    model = InstructorModel(PROVIDERS["databricks"], "m", key=KEY, retries=retries)

    replies = [ask(model, make_request()) for _ in range(2)]

    assert [(reply.text, reply.tries) for reply in replies] == [(SAID, 2)] * 2
    request, _ = httpserver.log[0]
    assert request.headers["Authorization"] == f"Bearer {KEY}"


class Opaque:
    """What stands in for instructor with an SDK whose answers are no plain values (gRPC)."""

    key = ""

    def current(self) -> "Opaque":
        """Give itself for a client."""
        return self

    async def create(self, *, response_model, hooks, **_: Any) -> Any:
        """Answer with an object, of which instructor has made something."""
        hooks.emit_completion_response(object())
        return response_model.model_validate({"a": 1, "b": "甲"})


def test_an_answer_that_only_instructor_can_read_is_taken_from_it(ask, make_request, monkeypatch):
    """Its text is what instructor has, and its tokens are unknown."""
    model = InstructorModel(PROVIDERS["deepseek"], "m", key=KEY)
    monkeypatch.setattr(model, "_clients", Opaque())
    monkeypatch.delattr(InstructorModel, "aclose")

    reply = ask(model, make_request())

    assert (reply.text, reply.finish, reply.usage) == ('{"a":1,"b":"甲"}', "stop", Usage())


def test_an_answer_that_a_provider_gave_up_on_is_asked_for_again(script, ask_model, make_request):
    """Whatever instructor could make of it."""
    script(completion(reason="error"), completion())

    assert ask_model(make_request())[0].tries == 2
