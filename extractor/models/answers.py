"""What the answer of a provider's SDK says, read without trust in its sender."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.exchange import Finish, Reply
from extractor.models.completion import text_of
from extractor.models.retry import TransientError
from extractor.models.tokens import read_usage
from extractor.usage import UNKNOWN_TRY, Usage

_FINISHES: dict[str, Finish] = {
    "length": "length",
    "max_tokens": "length",
    "model_length": "length",
    "model_context_window_exceeded": "length",
    "refusal": "refusal",
    "content_filter": "content_filter",
    "content_filtered": "content_filter",
    "guardrail_intervened": "content_filter",
    "error_toxic": "content_filter",
    "safety": "content_filter",
    "recitation": "content_filter",
    "blocklist": "content_filter",
    "prohibited_content": "content_filter",
    "spii": "content_filter",
}
"""Why answers end, in the words of all providers, in lower case; anything else is a stop."""


def read_answer(answer: Any) -> Reply:
    """Read an answer: the arguments of its tool call, or else its text.

    Args:
        answer: the answer of an SDK as plain values, in the form of chat completions (most
            providers), or of Anthropic, Gemini, Cohere or Bedrock.

    Raises:
        TransientError: it has none of these forms, or nothing in it; `usage` has the tokens that it
            mentions.
    """
    match answer:
        case {"choices": [{"message": {**message}, **choice}, *_]} if not _failed(choice):
            return _reply(answer, [message], choice.get("finish_reason"))
        case {"stop_reason": reason, "content": [*blocks]}:
            return _reply(answer, blocks, reason)
        case {"candidates": [{**candidate}, *_]}:
            return _reply(answer, _parts(candidate), candidate.get("finish_reason"))
        case {"prompt_feedback": {"block_reason": reason}} if reason:
            return Reply("", finish="content_filter", usage=_usage(answer))
        case {"finish_reason": reason, "message": {**message}}:
            return _reply(answer, [message], reason)
        case {"stopReason": reason, "output": {"message": {"content": [*blocks]}}}:
            return _reply(answer, blocks, reason)
    fault = "an answer without choices" if _is_empty(answer) else "an answer of no known form"
    raise TransientError(fault, usage=_usage(answer, default=UNKNOWN_TRY))


def _reply(answer: Mapping[Any, Any], parts: Iterable[Any], reason: Any) -> Reply:
    said = [part for part in parts if isinstance(part, dict) and not part.get("thought")]
    refusal = "".join(text_of(part.get("refusal")) for part in said)
    text = _arguments(said) or "".join(
        text_of(part.get("text") or part.get("content")) for part in said
    )
    served_by = answer.get("model") or answer.get("model_version")
    finish: Finish = "refusal"
    if not refusal:
        finish = _FINISHES.get(_word(reason), "stop" if text.strip() else "empty")
    return Reply(
        text=text or refusal,
        finish=finish,
        usage=_usage(answer),
        served_by=served_by if isinstance(served_by, str) else None,
    )


def _arguments(parts: Iterable[Mapping[Any, Any]]) -> str:
    """Return the arguments of the first tool call, or an empty text.

    Most providers send the text that the model wrote; where it comes as an object (Anthropic,
    Bedrock) nobody has that text, and it is written compactly.
    """
    for part in parts:
        match part:
            case {"tool_calls": [{"function": {"arguments": arguments}}, *_]}:
                return _json(arguments)
            case {"type": "tool_use", "input": arguments} | {"toolUse": {"input": arguments}}:
                return _json(arguments)
            case {"function_call": {"args": arguments}}:
                return _json(arguments)
    return ""


def _json(arguments: Any) -> str:
    if isinstance(arguments, str):
        return arguments
    return json.dumps(arguments, ensure_ascii=False, separators=(",", ":"), default=str)


def _parts(candidate: Mapping[Any, Any]) -> list[Any]:
    content = candidate.get("content")
    parts = content.get("parts") if isinstance(content, dict) else None
    return parts if isinstance(parts, list) else []


def _failed(choice: Mapping[Any, Any]) -> bool:
    """Tell whether the provider gave up on an answer, as gateways and Mistral say it."""
    return _word(choice.get("finish_reason")) == "error"


def _word(reason: Any) -> str:
    """Return a reason as a word in lower case: SDKs have it as a string or an enumeration."""
    return str(getattr(reason, "value", reason)).lower()


def _is_empty(answer: Any) -> bool:
    return isinstance(answer, dict) and any(
        name in answer and not answer[name] for name in ("choices", "content", "candidates")
    )


def _usage(answer: Any, *, default: Usage | None = None) -> Usage:
    """Read what an answer cost; input tokens count those from a cache and those written to one."""
    said = answer if isinstance(answer, dict) else {}
    counts = said.get("usage_metadata") or said.get("usage")
    if not isinstance(counts, dict) or not counts:
        return default or Usage()
    if "prompt_token_count" in counts:
        return _gemini_usage(counts)
    if "input_tokens" in counts:
        return _anthropic_usage(counts)
    if "inputTokens" in counts:
        return _bedrock_usage(counts)
    if "tokens" in counts:
        return _cohere_usage(counts)
    return read_usage(counts)


def _gemini_usage(counts: Mapping[Any, Any]) -> Usage:
    """Read Gemini's counts, whose candidates do not hold the thoughts."""
    thoughts = _count(counts, "thoughts_token_count")
    written = [_count(counts, "candidates_token_count"), thoughts]
    return Usage(
        input_tokens=_count(counts, "prompt_token_count"),
        output_tokens=_sum(written) if any(count is not None for count in written) else None,
        cached_tokens=_count(counts, "cached_content_token_count"),
        reasoning_tokens=thoughts,
    )


def _anthropic_usage(counts: Mapping[Any, Any]) -> Usage:
    """Read Anthropic's counts, whose input is only what no cache had a part in."""
    cached = _count(counts, "cache_read_input_tokens")
    fresh, written = _count(counts, "input_tokens"), _count(counts, "cache_creation_input_tokens")
    return Usage(
        input_tokens=None if fresh is None else _sum([fresh, cached, written]),
        output_tokens=_count(counts, "output_tokens"),
        cached_tokens=cached,
        reasoning_tokens=_count(counts.get("output_tokens_details"), "thinking_tokens"),
    )


def _bedrock_usage(counts: Mapping[Any, Any]) -> Usage:
    """Read Bedrock's counts, whose input is only what no cache had a part in."""
    cached = _count(counts, "cacheReadInputTokens")
    fresh, written = _count(counts, "inputTokens"), _count(counts, "cacheWriteInputTokens")
    return Usage(
        input_tokens=None if fresh is None else _sum([fresh, cached, written]),
        output_tokens=_count(counts, "outputTokens"),
        cached_tokens=cached,
    )


def _cohere_usage(counts: Mapping[Any, Any]) -> Usage:
    tokens = counts["tokens"]
    return Usage(
        input_tokens=_count(tokens, "input_tokens"),
        output_tokens=_count(tokens, "output_tokens"),
        cached_tokens=_count(counts, "cached_tokens"),
    )


def _count(counts: Any, name: str) -> int | None:
    value = counts.get(name) if isinstance(counts, dict) else None
    return int(value) if isinstance(value, int | float) and value >= 0 else None


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)
