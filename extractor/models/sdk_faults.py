"""What the exceptions of the providers' SDKs mean. Each SDK has its own, so they are told by form."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from extractor.models.answers import read_answer
from extractor.models.retry import TransientError
from extractor.models.status import StatusFault
from extractor.models.watch import heard
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

_TRANSPORTS = frozenset({"aiohttp", "httpcore", "httpcore2", "httpx", "httpx2"})
_NOT_SENT = ("ConnectError", "ConnectTimeout", "ClientConnector", "PoolTimeout", "ProxyError")
"""How exceptions are called, or begin, that come before a request has left."""
_UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, RecursionError, ValidationError)


def read_fault(error: Exception, *, key: str) -> StatusFault | TransientError | None:
    """Return what an SDK's exception means: an error status, or a fault that may pass.

    Args:
        error: the exception.
        key: the key that was sent, to be left out of what the service says.

    Returns:
        None where it is neither: the request has not left, for a reason that will not pass.
    """
    status, headers, body = _response(error)
    if status >= 400:
        heard(headers)
        return StatusFault.read(status, _with_asked_wait(headers, body), body, key=key)
    if status or isinstance(error, _UNREADABLE) or type(error).__name__.startswith("UnknownApi"):
        return _unreadable(body)
    return _lost_connection(error)


def _response(error: Exception) -> tuple[int, Mapping[str, str], Any]:
    """Return status, headers and body of the response that an exception holds, else 0."""
    response: Any = getattr(error, "response", None)
    match response:
        case {
            "ResponseMetadata": {"HTTPStatusCode": int(code), "HTTPHeaders": {**sent}}
        }:  # botocore
            return code, _lowered(sent), {"error": response.get("Error")}
    codes = (getattr(error, name, None) for name in ("status_code", "code"))
    status = next((code for code in codes if isinstance(code, int) and 100 <= code < 600), 0)
    headers = getattr(error, "headers", None) or getattr(response, "headers", None) or {}
    body = getattr(error, "body", None) or getattr(error, "details", None)
    if isinstance(body, str):
        with suppress(ValueError, RecursionError):
            body = json.loads(body)
    return status, _lowered(headers), body


def _lowered(headers: Mapping[Any, Any]) -> dict[str, str]:
    return {str(name).lower(): str(value) for name, value in headers.items()}


def _with_asked_wait(headers: Mapping[str, str], body: Any) -> Mapping[str, str]:
    """Add the wait that Gemini asks for in the body, as the header that others ask with."""
    match body:
        case {"error": {"details": [*details]}} if "retry-after" not in headers:
            for detail in details:
                match detail:
                    case {"retryDelay": str(delay)}:
                        return {**headers, "retry-after": delay.removesuffix("s")}
    return headers


def _unreadable(body: Any) -> TransientError:
    """Return the fault that an answer is which the SDK cannot read, with the tokens it mentions."""
    try:
        read_answer(body)
    except TransientError as fault:
        usage = fault.usage
    else:
        usage = UNKNOWN_TRY
    return TransientError("an answer that cannot be read", usage=usage)


def _lost_connection(error: Exception) -> TransientError | None:
    """Return the fault that a lost connection is; once the request has left, it may be billed."""
    cause = error.__cause__ or error
    names = {kind.__name__ for kind in (*type(error).__mro__, *type(cause).__mro__)}
    usage = NO_TOKENS if any(name.startswith(_NOT_SENT) for name in names) else UNKNOWN_TRY
    if isinstance(error, TimeoutError) or any("Timeout" in name for name in names):
        return TransientError("no answer within the client's timeout", usage=usage)
    module = type(error).__module__.partition(".")[0]
    if isinstance(error, OSError) or module in _TRANSPORTS or any("Connection" in n for n in names):
        what = type(cause).__name__
        return TransientError(f"the connection failed ({what})", usage=usage)
    return None
