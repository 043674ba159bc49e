"""What the body of a response (`/v1/responses`) says, read without trust in its sender."""

import json
from collections.abc import Mapping
from typing import Any

from extractor.exchange import Finish, Reply
from extractor.models.retry import TransientError
from extractor.models.tokens import read_usage
from extractor.usage import UNKNOWN_TRY

_CALL = "function_call"
_CUT_SHORT: dict[str, Finish] = {
    "max_output_tokens": "length",
    "max_tokens": "length",
    "content_filter": "content_filter",
}


def read_response(body: bytes) -> Reply:
    """Read the tool call or else the last message of a response; reasoning is left alone.

    Args:
        body: the bytes of an answer with status 200.

    Raises:
        TransientError: it is no response, or says that it failed; tokens that it mentions are kept.
    """
    try:
        response = json.loads(body)
    except (ValueError, RecursionError):
        raise TransientError(
            "an answer that is not JSON; is the address right, with /v1 at its end?",
            usage=UNKNOWN_TRY,
        ) from None
    match response:
        case {"error": {"message": str(said)}}:
            fault = f"an answer with an error in it: {' '.join(said.split())[:200]}"
        case {"status": "failed" | "cancelled" | "queued" | "in_progress" as status}:
            fault = f"a response that is {status.replace('_', ' ')}"
        case {"output": [*items]}:
            return _read_items(items, response)
        case _:
            fault = "an answer that is no response"
    usage = response.get("usage") if isinstance(response, dict) else None
    raise TransientError(fault, usage=read_usage(usage) if usage else UNKNOWN_TRY)


def _read_items(items: list[Any], response: Mapping[Any, Any]) -> Reply:
    messages = [item for item in items if isinstance(item, dict) and item.get("type") == "message"]
    content = messages[-1].get("content") if messages else None
    parts = [part for part in _items(content) if isinstance(part, dict)]
    text = _arguments(items) or "".join(_text(part.get("text")) for part in parts)
    refusal = "".join(_text(part.get("refusal")) for part in parts)
    served_by = response.get("model")
    return Reply(
        text=text or refusal,
        finish="refusal" if refusal else _finish(response, text),
        usage=read_usage(response.get("usage")),
        served_by=served_by if isinstance(served_by, str) else None,
    )


def _arguments(items: list[Any]) -> str:
    """Return the arguments of the first tool that is called."""
    calls = (item for item in items if isinstance(item, dict) and item.get("type") == _CALL)
    return next((_text(call.get("arguments")) for call in calls), "")


def _finish(response: Mapping[Any, Any], text: str) -> Finish:
    """Return why the answer stopped; one that was cut short without a known reason is too short."""
    if response.get("status") == "incomplete":
        details = response.get("incomplete_details")
        reason = details.get("reason") if isinstance(details, dict) else None
        return _CUT_SHORT.get(_text(reason), "length")
    return "stop" if text.strip() else "empty"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
