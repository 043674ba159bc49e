"""What services say with an error status, in the words that they use."""

import pytest

from extractor.models.status import StatusFault
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY


def fault(status: int, message: object, **fields: object) -> StatusFault:
    """Read an error as OpenAI writes it."""
    return StatusFault.read(status, {}, {"error": {"message": message, **fields}})


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported"),
        (400, "This response_format type is unavailable now"),
        (400, "This model does not support response format `json_schema`."),
        (400, "'response_format.type' must be 'json_schema' or 'text'"),
        (400, "response_format value as json_schema is enabled only for api versions 2024-08-01"),
        (400, "Structured outputs are not supported with this model"),
        (400, "JSON mode is not enabled for this model"),
        (400, "failed to parse grammar"),
        (400, "Unknown name 'additionalProperties' at 'generation_config.response_schema'"),
        (422, "body.response_format.type: Input should be 'text' or 'json_object'"),
    ],
)
def test_lack_of_a_format_is_recognised(status, message):
    """The ways in which services say that they do not know a response format."""
    assert fault(status, message).doubts_format


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "Invalid schema for response_format 'draft': In context=(), 'required' is missing"),
        (400, "maximum context length is 9 tokens, 7 of them in the response_format schema"),
        (400, "messages: field required"),
        (500, "response_format crashed"),
        (401, "response_format"),
    ],
)
def test_other_faults_are_no_lack_of_a_format(status, message):
    """A wrong schema, an article too long or a server's own fault are not mended by another format."""
    assert not fault(status, message).doubts_format


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param({"error": {"message": "a\n b"}}, "a b", id="openai"),
        pytest.param({"message": "a", "object": "error"}, "a", id="vllm"),
        pytest.param({"error": "a"}, "a", id="a text as error"),
        pytest.param({"detail": [{"msg": "a"}]}, '{"detail": [{"msg": "a"}]}', id="fastapi"),
        pytest.param("a", "a", id="text"),
        pytest.param("<!doctype html><h1>502</h1>", "", id="web page"),
        pytest.param(None, "", id="nothing"),
        pytest.param(["a"], "", id="a list"),
        pytest.param({"error": {"message": {"a": 1}}}, "{'a': 1}", id="an object as message"),
    ],
)
def test_message_is_found_in_every_kind_of_body(body, said):
    """One line of what was said, wherever it stands; a web page says nothing."""
    assert StatusFault.read(400, {}, body).said == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(b'{"error": {"message": "no k-1"}}', "no (key)", id="JSON"),
        pytest.param(b"no \xff k-1", "no \ufffd (key)", id="bytes of no encoding"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_answer_of_a_transport_is_read_whatever_it_is(body, said):
    """A gateway may say anything; the key that was sent is left out."""
    fault = StatusFault.of(Answer(429, {"retry-after": "2"}, body), key="k-1")

    assert (fault.status, fault.wait_s, fault.said) == (429, 2.0, said)


def test_long_message_is_cut():
    """A page of explanation does not fill the terminal."""
    assert len(fault(400, "word " * 1000).said) == 300


@pytest.mark.parametrize(
    "secret",
    ["sk-proj-abc_DEF123", "sk-abc***xyz", "gsk_unlike-0123", "0123456789abcdef0123456789abcdef"],
)
def test_key_is_never_repeated(secret):
    """Whatever a key looks like, in whole or half hidden, a message leaves it out."""
    answer = {"error": {"message": f"the key {secret} is odd"}}

    read = StatusFault.read(400, {}, answer, key=secret)

    assert secret not in read.advice(service="s", model="m")
    assert "is odd" in str(read)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_fault_that_may_pass(status):
    """Time-outs, conflicts, rate limits and the server's own faults may pass."""
    assert fault(status, "busy").is_transient


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 413, 415, 422])
def test_fault_that_will_not_pass(status):
    """What the request or the account is to blame for stays."""
    assert not fault(status, "no").is_transient


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        pytest.param(
            fault(400, "Unsupported value: 'temperature'", param="temperature"),
            "temperature",
            id="named by a label",
        ),
        pytest.param(
            fault(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
            "max_tokens",
            id="the first of two",
        ),
        pytest.param(fault(422, "seed: Extra inputs are not permitted"), "seed", id="pydantic"),
        pytest.param(
            fault(400, "temperature isn't supported by o-models"), "temperature", id="n't"
        ),
        pytest.param(fault(400, "Unsupported parameter: 'top_p'"), None, id="was not sent"),
        pytest.param(fault(400, "temperature must be at most 2"), None, id="a wrong value"),
        pytest.param(
            fault(400, "maximum context length is 9, max_tokens does not support so many"),
            None,
            id="too long",
        ),
        pytest.param(fault(500, "Unsupported value: 'temperature'"), None, id="the server's fault"),
        pytest.param(fault(400, "unknown field my.temperature"), None, id="inside another name"),
    ],
)
def test_refused_field_is_the_one_that_was_sent(answer, name):
    """Only what is said not to be taken, not what is said to be wrong."""
    sent = ("temperature", "max_tokens", "max_completion_tokens", "seed")

    assert answer.refuses(sent) == name


@pytest.mark.parametrize(
    ("status", "message", "doubts"),
    [
        (400, "registry.ollama.ai/library/gemma does not support tools", True),
        (404, "No endpoints found that support tool use", True),
        (500, "tools param requires --jinja flag", True),
        (400, '"auto" tool choice requires --enable-auto-tool-choice', True),
        (400, "Unable to generate parser for this template", True),
        (400, "Invalid schema for function 'draft'", False),
        (400, "temperature must be at most 2", False),
        (429, "too many tool calls", False),
    ],
)
def test_lack_of_tools_is_recognised(status, message, doubts):
    """The ways in which services say that they cannot make a model call a tool."""
    assert fault(status, message).doubts_tools is doubts


@pytest.mark.parametrize(
    ("answer", "usage"),
    [
        pytest.param(fault(401, "no"), NO_TOKENS, id="key"),
        pytest.param(fault(429, "no"), NO_TOKENS, id="rate limit"),
        pytest.param(fault(500, "no"), NO_TOKENS, id="server"),
        pytest.param(fault(408, "no"), UNKNOWN_TRY, id="time-out"),
        pytest.param(fault(524, "no"), UNKNOWN_TRY, id="gateway"),
        pytest.param(fault(400, "no", code="content_filter"), UNKNOWN_TRY, id="filter"),
        pytest.param(
            fault(400, "Invalid prompt: flagged as potentially violating our usage policy"),
            UNKNOWN_TRY,
            id="usage policy",
        ),
    ],
)
def test_try_that_may_have_been_billed_is_unknown(answer, usage):
    """A service bills nothing that it turns away at the door."""
    assert answer.usage == usage


@pytest.mark.parametrize("key", ["x", "token", "on"])
def test_stand_in_for_a_key_is_no_secret(key):
    """Servers without keys are sent any word, which what they say may rightly hold."""
    body = {"error": {"message": "context length exceeded: 9000 tokens"}}

    fault = StatusFault.read(400, {}, body, key=key)

    assert fault.finds_too_long
    assert "(key)" not in fault.said


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"error":' * 100_000])
def test_error_nested_without_end_is_a_status_all_the_same(body):
    """A broken gateway ends no run with a traceback."""
    fault = StatusFault.of(Answer(503, {}, body), key="")

    assert fault.is_transient
