"""What the body of a chat completion says, read without trust in its sender."""

import json
from collections.abc import Mapping
from typing import Any

from extractor.exchange import Finish, Reply
from extractor.models.retry import TransientError
from extractor.models.tokens import read_usage
from extractor.usage import UNKNOWN_TRY

_FINISHES: dict[str, Finish] = {
    "length": "length",
    "max_tokens": "length",
    "content_filter": "content_filter",
}


def read_completion(body: bytes) -> Reply:
    """Read the first choice of a chat completion.

    Whether it is one is judged by its content: gateways label it as they like, and send their own
    pages under status 200.

    Args:
        body: the bytes of an answer with status 200.

    Raises:
        TransientError: it is no chat completion; `usage` has the tokens that it mentions.
    """
    try:
        completion = json.loads(body)
    except (ValueError, RecursionError):
        raise TransientError(
            "an answer that is not JSON; is the address right, with /v1 at its end?",
            usage=UNKNOWN_TRY,
        ) from None
    match completion:
        case {"choices": [{"message": {**message}, **choice}, *_]} if (
            choice.get("finish_reason") != "error"
        ):
            return _read_choice(message, choice, completion)
        case {"error": {"message": str(said)}}:
            fault = f"an answer with an error in it: {' '.join(said.split())[:200]}"
        case {"choices": []}:
            fault = "an answer without choices"
        case _:
            fault = "an answer that is no chat completion"
    usage = completion.get("usage") if isinstance(completion, dict) else None
    raise TransientError(fault, usage=read_usage(usage) if usage else UNKNOWN_TRY)


def _read_choice(
    message: Mapping[Any, Any], choice: Mapping[Any, Any], completion: Mapping[Any, Any]
) -> Reply:
    text = _arguments(message.get("tool_calls")) or text_of(message.get("content"))
    refusal = text_of(message.get("refusal"))
    served_by = completion.get("model")
    if refusal:
        finish: Finish = "refusal"
    else:
        reason = choice.get("finish_reason")
        finish = "stop" if text.strip() else "empty"
        if isinstance(reason, str):
            finish = _FINISHES.get(reason, finish)
    return Reply(
        text=text or refusal,
        finish=finish,
        usage=read_usage(completion.get("usage")),
        served_by=served_by if isinstance(served_by, str) else None,
    )


def _arguments(calls: Any) -> str:
    """Return the arguments of the first tool that is called: JSON, or an object with some services."""
    match calls:
        case [{"function": {"arguments": str(text)}}, *_]:
            return text
        case [{"function": {"arguments": {**arguments}}}, *_]:
            return json.dumps(arguments, ensure_ascii=False)
    return ""


def text_of(content: Any) -> str:
    """Return the text of a content: a string, or a list of parts as some services have it."""
    if isinstance(content, list):
        return "".join(text_of(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""
