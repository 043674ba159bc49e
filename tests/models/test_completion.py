"""Bodies of `/v1/chat/completions`."""

import json

import pytest

from extractor.exchange import Finish
from extractor.models.completion import read_completion, text_of
from extractor.models.retry import TransientError
from extractor.usage import UNKNOWN_TRY, Usage

REPORTED = {"prompt_tokens": 100, "completion_tokens": 20}
USAGE = Usage(100, 20, None, None)


def body(message=None, *, reason="stop", **fields) -> bytes:
    """Make a completion with one choice."""
    choice = {"index": 0, "message": message, "finish_reason": reason}
    content = {"model": "m-1", "choices": [choice], "usage": REPORTED}
    return json.dumps(content | fields).encode()


def called(*arguments) -> dict:
    """Make a message that calls tools."""
    return {
        "content": "Let me see.",
        "tool_calls": [{"function": {"name": "draft", "arguments": each}} for each in arguments],
    }


@pytest.mark.parametrize(
    ("message", "said"),
    [
        pytest.param({"content": "{}"}, "{}", id="text"),
        pytest.param(
            {"content": [{"type": "text", "text": "{"}, "odd", {"text": "}"}]}, "{}", id="parts"
        ),
        pytest.param(called('{"a": 1}', '{"b": 2}'), '{"a": 1}', id="the first of two calls"),
        pytest.param(called({"a": "é"}), '{"a": "é"}', id="arguments as an object"),
        pytest.param({"content": "{}", "tool_calls": []}, "{}", id="no call"),
        pytest.param({"content": "{}", "tool_calls": [{"function": None}]}, "{}", id="odd call"),
        pytest.param({"content": "half \ud83d"}, "half \ud83d", id="lone surrogate"),
    ],
)
def test_the_answer_is_what_a_tool_is_called_with_or_the_text(message, said: str) -> None:
    """Who served it and what it took are told beside it."""
    reply = read_completion(body(message))

    assert (reply.text, reply.finish) == (said, "stop")
    assert (reply.usage, reply.served_by) == (USAGE, "m-1")


@pytest.mark.parametrize(
    ("reason", "content", "finish"),
    [
        ("stop", "{}", "stop"),
        ("tool_calls", "{}", "stop"),
        (None, "{}", "stop"),
        ("stop", " \n", "empty"),
        ("stop", None, "empty"),
        ("length", "", "length"),
        ("max_tokens", "{", "length"),
        ("content_filter", "", "content_filter"),
        (["length"], "{}", "stop"),
        ({"type": "stop"}, "{}", "stop"),
    ],
)
def test_why_it_stopped_is_read_without_trust(reason, content, finish: Finish) -> None:
    """A reason that is none tells nothing; then there is an answer where there is text."""
    assert read_completion(body({"content": content}, reason=reason)).finish == finish


def test_a_refusal_is_one_whatever_the_reason_says() -> None:
    """Its words are kept where there are no others."""
    alone = read_completion(body({"content": None, "refusal": "No."}))
    behind_text = read_completion(body({"content": "{", "refusal": "No."}, reason="length"))

    assert (alone.finish, alone.text) == ("refusal", "No.")
    assert (behind_text.finish, behind_text.text) == ("refusal", "{")


def test_only_the_first_choice_is_read() -> None:
    """One answer was asked for."""
    choices = [{"message": {"content": each}} for each in ("first", "second")]

    assert read_completion(body(choices=choices)).text == "first"


def test_a_model_that_is_no_name_and_usage_that_is_none_are_unknown() -> None:
    """They are not made up."""
    reply = read_completion(body({"content": "{}"}, model=7, usage="much"))

    assert (reply.served_by, reply.usage) == (None, Usage())


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        pytest.param(b"<html>", "not JSON", id="a page"),
        pytest.param(b"[" * 200_000, "not JSON", id="deep"),
        pytest.param(b"\xff\xfe", "not JSON", id="bytes"),
        pytest.param(b"[]", "no chat completion", id="a list"),
        pytest.param(b'{"choices": []}', "without choices", id="no choices"),
        pytest.param(b'{"choices": [{"message": null}]}', "no chat completion", id="no message"),
        pytest.param(
            b'{"error": {"message": "up\\n stream"}}', "error in it: up stream$", id="error"
        ),
    ],
)
def test_what_is_no_completion_may_pass_and_may_have_been_billed(answer: bytes, fault: str) -> None:
    """Gateways send their own pages under status 200."""
    with pytest.raises(TransientError, match=fault) as caught:
        read_completion(answer)

    assert caught.value.usage == UNKNOWN_TRY


def test_a_choice_that_ended_in_an_error_is_none() -> None:
    """The tokens that it mentions are kept."""
    with pytest.raises(TransientError, match="no chat completion") as caught:
        read_completion(body({"content": "{"}, reason="error"))

    assert caught.value.usage == USAGE


def test_an_error_is_told_in_a_line_of_some_length() -> None:
    """A service may send a page of it."""
    said = json.dumps({"error": {"message": "word " * 1000}}).encode()

    with pytest.raises(TransientError) as caught:
        read_completion(said)

    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("content", [None, 3, {"text": "a"}, [3, {"text": None}]])
def test_content_that_is_no_text_is_empty(content) -> None:
    """Whatever it is."""
    assert text_of(content) == ""
