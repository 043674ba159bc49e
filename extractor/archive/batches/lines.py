"""The lines of a batch's files: requests as they are written, results as they are read.

Source: OpenAI's API reference, "The request input object" and "The request output object" of Batch.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FRAME_BYTES = 200
"""What a line has around its body, at most."""

_CUSTOM_ID = re.compile(r"job-(\d{1,18})-attempt-(\d{1,18})")
_LINE_ENDS = ("\x85", "\u2028", "\u2029")
"""What some take for the end of a line, and JSON does not escape."""


@dataclass(frozen=True)
class Result:
    """What a file says of one request.

    Attributes:
        attempt: the attempt's number in the ledger.
        status: the HTTP status of the answer; None where there is no answer.
        body: the answer's body.
        fault: why there is no answer.
    """

    attempt: int
    status: int | None
    body: Any
    fault: str = ""

    @property
    def body_bytes(self) -> bytes:
        """The answer's body as it would have come live."""
        return json.dumps(self.body).encode()


def encoded(body: Mapping[str, Any]) -> str:
    """Return a request's body as JSON on one line."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    for end in _LINE_ENDS:  # `translate` looks at every character, which takes longer than all else
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def request_line(job: int, attempt: int, *, url: str, body: str) -> bytes:
    """Return the line that makes a request.

    Args:
        job: whose request it is.
        attempt: the attempt's number in the ledger; a line bears it for good.
        url: where the body would go live.
        body: what `encoded` says.
    """
    head = f'{{"custom_id":"job-{job}-attempt-{attempt}","method":"POST","url":"{url}"'
    return f'{head},"body":{body}}}\n'.encode()


def read_result(line: bytes) -> Result:
    """Read a line of an output or an error file.

    Raises:
        ValueError: it is none, or of a request that is none of ours.
    """
    try:
        content = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    match content:
        case {"custom_id": str(custom_id), "response": {"status_code": int(status)} as response}:
            return Result(_attempt(custom_id), status, response.get("body"))
        case {"custom_id": str(custom_id), "error": {**error}}:
            said = " ".join(str(error[name]) for name in ("code", "message") if error.get(name))
            return Result(_attempt(custom_id), None, None, said or "an error without a word")
        case {"custom_id": str(custom_id)}:
            return Result(_attempt(custom_id), None, None, "neither a response nor an error")
    raise ValueError("not the result of a request")


def _attempt(custom_id: str) -> int:
    found = _CUSTOM_ID.fullmatch(custom_id)
    if found is None:
        raise ValueError(f"the custom_id {custom_id[:80]!r} is not ours")
    return int(found[2])
