"""Bodies of `/v1/responses`."""

import json

import pytest

from extractor.models.response import read_response
from extractor.models.retry import TransientError
from extractor.usage import UNKNOWN_TRY, Usage

REPORTED = {
    "input_tokens": 100,
    "input_tokens_details": {"cached_tokens": 64},
    "output_tokens": 20,
    "output_tokens_details": {"reasoning_tokens": 5},
    "total_tokens": 120,
}
USAGE = Usage(100, 20, 64, 5)
REASONING = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "Hm."}]}


def message(*parts):
    """Make an item with a message in it."""
    return {"type": "message", "role": "assistant", "content": list(parts)}


def text(said):
    """Make a part of a message."""
    return {"type": "output_text", "text": said, "annotations": []}


def body(*items, status="completed", **fields):
    """Make a response."""
    content = {"object": "response", "model": "m-1", "status": status, "output": items}
    return json.dumps({**content, "error": None, "usage": REPORTED, **fields}).encode()


@pytest.mark.parametrize(
    ("answer", "finish", "said"),
    [
        pytest.param(body(message(text("{}"))), "stop", "{}", id="message"),
        pytest.param(body(REASONING, message(text("{}"))), "stop", "{}", id="after reasoning"),
        pytest.param(
            body(message(text("One moment.")), REASONING, message(text("{"), text("}"))),
            "stop",
            "{}",
            id="the last message, all its parts",
        ),
        pytest.param(
            body(message({"type": "refusal", "refusal": "No."})), "refusal", "No.", id="refusal"
        ),
        pytest.param(
            body(
                message(text('{"a"')),
                status="incomplete",
                incomplete_details={"reason": "max_output_tokens"},
            ),
            "length",
            '{"a"',
            id="length",
        ),
        pytest.param(
            body(
                REASONING, status="incomplete", incomplete_details={"reason": "max_output_tokens"}
            ),
            "length",
            "",
            id="all reasoning",
        ),
        pytest.param(
            body(status="incomplete", incomplete_details={"reason": "content_filter"}),
            "content_filter",
            "",
            id="filter",
        ),
        pytest.param(
            body(message(text("Now:")), {"type": "function_call", "arguments": "{}"}),
            "stop",
            "{}",
            id="tool call",
        ),
        pytest.param(body(status="incomplete"), "length", "", id="no reason"),
        pytest.param(
            body(status="incomplete", incomplete_details={"reason": ["long"]}),
            "length",
            "",
            id="a reason that is no text",
        ),
        pytest.param(body(), "empty", "", id="no items"),
        pytest.param(body(message(text(" "))), "empty", " ", id="blank"),
        pytest.param(body({"type": "message", "content": None}), "empty", "", id="no content"),
        pytest.param(body("odd", {"type": "message", "content": ["odd"]}), "empty", "", id="odd"),
    ],
)
def test_last_message_is_the_answer(answer, finish, said):
    """Reasoning is no part of it; why it stopped is told by the status."""
    reply = read_response(answer)

    assert (reply.finish, reply.text) == (finish, said)
    assert (reply.usage, reply.served_by) == (USAGE, "m-1")


@pytest.mark.parametrize(
    ("answer", "message", "usage"),
    [
        pytest.param(b"{", "not JSON", UNKNOWN_TRY, id="cut"),
        pytest.param(b"[" * 200_000, "not JSON", UNKNOWN_TRY, id="deep"),
        pytest.param(b"[]", "no response", UNKNOWN_TRY, id="a list"),
        pytest.param(b'{"choices": []}', "no response", UNKNOWN_TRY, id="a chat completion"),
        pytest.param(
            body(status="failed", error={"code": "server_error", "message": "up\nstream"}),
            "error in it: up stream",
            USAGE,
            id="failed",
        ),
        pytest.param(body(status="failed"), "that is failed", USAGE, id="failed, no error"),
        pytest.param(
            body(status="in_progress", usage=None), "that is in progress", UNKNOWN_TRY, id="running"
        ),
    ],
)
def test_what_is_no_answer_is_a_fault(answer, message, usage):
    """It may pass; tokens that it mentions are kept."""
    with pytest.raises(TransientError, match=message) as caught:
        read_response(answer)

    assert caught.value.usage == usage
