"""Reading a reply as a draft or a patch; what cannot be read is a violation of code `reply.*`."""

import re
from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extractor.exchange import Finish, Reply
from extractor.violations import Violation

FINAL: dict[Finish, str] = {
    "refusal": "the model refused to answer",
    "content_filter": "the provider's content filter stopped the answer",
}
"""After these, asking again is useless."""

_FAULTS: dict[Finish, str] = {
    "length": "the answer was cut off at the model's output limit; write a shorter one",
    "empty": "the answer was empty",
}
_MAX_COMPLAINTS = 8
_MAX_PATH_CHARS = 100
_THOUGHTS = re.compile(
    r"(?:\s*(?![\s{`]).*?(?:</(?:think|thinking|thought|reasoning|analysis)>|\[/THINK\]|◁/think▷))+",
    re.DOTALL | re.IGNORECASE,
)
"""What a server that does not part reasoning from the answer leaves before it, up to its end; the
beginning is often in the chat template and not in the answer."""
_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)\n?```", re.DOTALL)
_Answer = TypeVar("_Answer", bound=BaseModel)


def read_reply(reply: Reply, answer: type[_Answer]) -> _Answer | Violation:
    """Read a reply, or say in one violation why it cannot be read."""
    if fault := FINAL.get(reply.finish) or _FAULTS.get(reply.finish):
        return Violation(code=f"reply.{reply.finish}", message=f"{fault}.")
    try:
        return answer.model_validate_json(_answer_alone(reply.text))
    except ValidationError as error:
        return Violation(code="reply.invalid", message=_complaint(error))


def _answer_alone(text: str) -> str:
    """Take the answer from behind a model's reasoning, and out of a Markdown code fence."""
    thoughts = _THOUGHTS.match(text)
    if thoughts:
        text = text[thoughts.end() :]
    found = _FENCE.fullmatch(text.strip())
    return found.group(1) if found else text


def _complaint(error: ValidationError) -> str:
    """Write schema errors as flat lines, without repeating the input.

    Source: cattrs, v.py, transform_error (description @ path).
    """
    details = error.errors(include_url=False, include_context=False, include_input=False)
    lines = [f"{detail['msg']} @ {_path(detail['loc'])}" for detail in details[:_MAX_COMPLAINTS]]
    more = len(details) - _MAX_COMPLAINTS
    return "; ".join(lines) + (f"; and {more} more." if more > 0 else ".")


def _path(keys: Sequence[int | str]) -> str:
    """Write where an error is; a key may be the model's own, and is not let run on."""
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return f"${path[:_MAX_PATH_CHARS]}"
