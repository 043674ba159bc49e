"""What the answers of the providers' SDKs say, in each of their forms."""

import copy
from enum import Enum
from typing import Any

import pytest

from extractor.models.answers import read_answer
from extractor.models.retry import TransientError
from extractor.usage import UNKNOWN_TRY, Usage

ARGUMENTS = '{"a" : 1, "b": "甲"}'
OBJECT = {"a": 1, "b": "甲"}
COMPACT = '{"a":1,"b":"甲"}'


class Reason(Enum):
    """Reasons as Google's SDK has them."""

    STOP = "STOP"
    MAX_TOKENS = "MAX_TOKENS"
    SAFETY = "SAFETY"


def completion(message: Any, *, reason: str | None = "stop", usage: Any = None) -> dict[str, Any]:
    """Make a chat completion."""
    choice = {"index": 0, "finish_reason": reason, "message": message}
    return {"model": "m-1", "choices": [choice], "usage": usage}


def called(arguments: Any) -> dict[str, Any]:
    """Make a message that calls a tool."""
    call = {"id": "1", "type": "function", "function": {"name": "draft", "arguments": arguments}}
    return {"role": "assistant", "content": "", "tool_calls": [call]}


def message(*blocks: Any, reason: str = "tool_use", usage: Any = None) -> dict[str, Any]:
    """Make a message of Anthropic's."""
    return {"model": "c-1", "content": list(blocks), "stop_reason": reason, "usage": usage}


def generated(*parts: Any, reason: Any = Reason.STOP, usage: Any = None) -> dict[str, Any]:
    """Make an answer of Gemini's, as its SDK names the fields."""
    candidate = {"content": {"role": "model", "parts": list(parts)}, "finish_reason": reason}
    return {
        "candidates": [candidate],
        "prompt_feedback": None,
        "usage_metadata": usage,
        "model_version": "g-1",
    }


def cohere(content: Any, *, reason: str = "COMPLETE", usage: Any = None) -> dict[str, Any]:
    """Make an answer of Cohere's second version."""
    return {"id": "1", "finish_reason": reason, "message": content, "usage": usage}


def bedrock(*blocks: Any, reason: str = "tool_use", usage: Any = None) -> dict[str, Any]:
    """Make an answer of Bedrock's Converse."""
    return {"output": {"message": {"content": list(blocks)}}, "stopReason": reason, "usage": usage}


TOOL_USE = {"type": "tool_use", "id": "1", "name": "draft", "input": OBJECT}
THOUGHT = {"text": "Let me see.", "thought": True}


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        pytest.param(completion(called(ARGUMENTS)), ARGUMENTS, id="arguments as sent"),
        pytest.param(completion(called('{"a":')), '{"a":', id="arguments that are not JSON"),
        pytest.param(completion(called(OBJECT)), COMPACT, id="arguments as an object"),
        pytest.param(completion({"content": ARGUMENTS}), ARGUMENTS, id="content"),
        pytest.param(
            completion({"content": [{"type": "text", "text": "{}"}]}), "{}", id="content in parts"
        ),
        pytest.param(message(TOOL_USE), COMPACT, id="anthropic tool"),
        pytest.param(message({"type": "text", "text": "Here:"}, TOOL_USE), COMPACT, id="tool last"),
        pytest.param(
            message({"type": "thinking", "thinking": "hm"}, {"type": "text", "text": ARGUMENTS}),
            ARGUMENTS,
            id="anthropic text",
        ),
        pytest.param(
            generated({"text": '{"a" '}, {"text": ": 1}"}), '{"a" : 1}', id="gemini parts"
        ),
        pytest.param(generated(THOUGHT, {"text": ARGUMENTS}), ARGUMENTS, id="gemini thoughts"),
        pytest.param(generated({"function_call": {"args": OBJECT}}), COMPACT, id="gemini call"),
        pytest.param(cohere(called(ARGUMENTS)), ARGUMENTS, id="cohere call"),
        pytest.param(
            cohere({"content": [{"type": "text", "text": ARGUMENTS}]}), ARGUMENTS, id="cohere text"
        ),
        pytest.param(bedrock({"toolUse": {"input": OBJECT}}), COMPACT, id="bedrock call"),
        pytest.param(bedrock({"text": ARGUMENTS}), ARGUMENTS, id="bedrock text"),
    ],
)
def test_text_is_what_the_model_wrote(answer, text):
    """Byte for byte where the provider sends a text, compactly where it sends an object."""
    reply = read_answer(answer)

    assert (reply.text, reply.finish) == (text, "stop")


@pytest.mark.parametrize(
    ("answer", "finish"),
    [
        pytest.param(completion(called("{"), reason="length"), "length", id="length"),
        pytest.param(completion(called("{"), reason="model_length"), "length", id="mistral"),
        pytest.param(
            completion({"content": ""}, reason="content_filter"), "content_filter", id="f"
        ),
        pytest.param(completion({"content": None, "refusal": "No."}), "refusal", id="refusal"),
        pytest.param(completion({"content": None}), "empty", id="nothing"),
        pytest.param(message(TOOL_USE, reason="max_tokens"), "length", id="max_tokens"),
        pytest.param(message(reason="model_context_window_exceeded"), "length", id="window"),
        pytest.param(message(reason="refusal"), "refusal", id="anthropic refusal"),
        pytest.param(message(reason="end_turn"), "empty", id="anthropic nothing"),
        pytest.param(generated({"text": "{"}, reason=Reason.MAX_TOKENS), "length", id="MAX_TOKENS"),
        pytest.param(generated(reason=Reason.SAFETY), "content_filter", id="SAFETY"),
        pytest.param(generated(reason="RECITATION"), "content_filter", id="RECITATION"),
        pytest.param(generated(THOUGHT), "empty", id="gemini nothing but thoughts"),
        pytest.param(
            {"candidates": None, "prompt_feedback": {"block_reason": "SAFETY"}},
            "content_filter",
            id="blocked prompt",
        ),
        pytest.param(cohere({"content": []}, reason="MAX_TOKENS"), "length", id="cohere length"),
        pytest.param(bedrock(reason="guardrail_intervened"), "content_filter", id="guardrail"),
    ],
)
def test_bad_answer_says_why_it_ended(answer, finish):
    """In one vocabulary for all providers."""
    assert read_answer(answer).finish == finish


OPENAI_COUNTS = {
    "prompt_tokens": 100,
    "completion_tokens": 20,
    "prompt_tokens_details": {"cached_tokens": 64},
    "completion_tokens_details": {"reasoning_tokens": 5},
}
ANTHROPIC_COUNTS = {
    "input_tokens": 30,
    "cache_read_input_tokens": 64,
    "cache_creation_input_tokens": 6,
    "output_tokens": 20,
    "output_tokens_details": {"thinking_tokens": 5},
}
GEMINI_COUNTS = {
    "prompt_token_count": 100,
    "cached_content_token_count": 64,
    "candidates_token_count": 15,
    "thoughts_token_count": 5,
    "total_token_count": 120,
}


@pytest.mark.parametrize(
    ("answer", "usage"),
    [
        pytest.param(
            completion(called("{}"), usage=OPENAI_COUNTS), Usage(100, 20, 64, 5), id="openai"
        ),
        pytest.param(
            completion(called("{}"), usage={"prompt_tokens": 7, "completion_tokens": 3}),
            Usage(7, 3, None, None),
            id="openai without details",
        ),
        pytest.param(
            message(TOOL_USE, usage=ANTHROPIC_COUNTS), Usage(100, 20, 64, 5), id="anthropic"
        ),
        pytest.param(
            message(TOOL_USE, usage={"input_tokens": 7, "output_tokens": 3}),
            Usage(7, 3, None, None),
            id="anthropic without a cache",
        ),
        pytest.param(
            generated({"text": "{}"}, usage=GEMINI_COUNTS), Usage(100, 20, 64, 5), id="gemini"
        ),
        pytest.param(
            generated({"text": "{}"}, usage={"prompt_token_count": 7, "thoughts_token_count": 3}),
            Usage(7, 3, None, 3),
            id="gemini all thoughts",
        ),
        pytest.param(
            generated({"text": "{}"}, usage={"prompt_token_count": 7}),
            Usage(7, None, None, None),
            id="gemini without output",
        ),
        pytest.param(
            cohere(
                called("{}"),
                usage={"tokens": {"input_tokens": 7.0, "output_tokens": 3.0}, "cached_tokens": 2.0},
            ),
            Usage(7, 3, 2, None),
            id="cohere",
        ),
        pytest.param(
            bedrock(
                {"text": "{}"},
                usage={"inputTokens": 30, "cacheReadInputTokens": 70, "outputTokens": 20},
            ),
            Usage(100, 20, 70, None),
            id="bedrock",
        ),
        pytest.param(completion(called("{}")), Usage(), id="none"),
        pytest.param(completion(called("{}"), usage="many"), Usage(), id="not counts"),
    ],
)
def test_usage_counts_the_same_for_every_provider(answer, usage):
    """Input with cached tokens, output with reasoning; what is not said is unknown, not zero."""
    assert read_answer(answer).usage == usage


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        pytest.param(
            completion(called("{}")) | {"choices": []}, "without choices", id="no choices"
        ),
        pytest.param(completion("text"), "no known form", id="message is a text"),
        pytest.param(completion(called("{}"), reason="error"), "no known form", id="error"),
        pytest.param({"candidates": None, "prompt_feedback": None}, "without choices", id="gemini"),
        pytest.param({"content": None, "stop_reason": None}, "without choices", id="anthropic"),
        pytest.param("<html>", "no known form", id="web page"),
        pytest.param(None, "no known form", id="null"),
        pytest.param({}, "no known form", id="object"),
    ],
)
def test_what_is_no_answer_may_pass(answer, fault):
    """It is a fault of the transport, that may have been billed."""
    with pytest.raises(TransientError, match=fault) as caught:
        read_answer(answer)

    assert caught.value.usage == UNKNOWN_TRY


def test_tokens_of_a_useless_answer_are_kept():
    """What it cost is known, and counts."""
    with pytest.raises(TransientError) as caught:
        read_answer({"choices": [], "usage": OPENAI_COUNTS})

    assert caught.value.usage == Usage(100, 20, 64, 5)


def test_reading_changes_nothing():
    """An answer stays as it was."""
    answer = message(TOOL_USE, usage=dict(ANTHROPIC_COUNTS))
    before = copy.deepcopy(answer)

    read_answer(answer)

    assert answer == before


@pytest.mark.parametrize(
    "answer", [completion(called("{}")), message(TOOL_USE), generated({"text": "{}"})]
)
def test_who_answered_is_told(answer):
    """By the name that the provider gives."""
    assert read_answer(answer).served_by in {"m-1", "c-1", "g-1"}
