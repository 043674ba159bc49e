"""The forms in which an endpoint can be asked for JSON of a schema, the surest first."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extractor.exchange import Message, Request

Form = Literal["json_schema", "tool", "json_object", "text"]

FORMS: tuple[Form, ...] = ("json_schema", "tool", "json_object", "text")
"""Schema enforced by the service; a call of a tool whose arguments are the answer; some JSON
enforced; nothing enforced."""

ENFORCED = FORMS[:2]
"""In these the service knows the schema; in the others the prompt has it."""

_REASONING_ENDS = ("</think>", "[/THINK]")


@dataclass(frozen=True)
class Asking:
    """How answers of one schema are asked for in one form; made once for all requests.

    Attributes:
        schema: the schema; held so that its identity stays its own.
        fields: what the body says about the format of the answer.
        instruction: what the prompt has to say about the schema; None where the service knows it.
    """

    schema: Mapping[str, Any]
    fields: Mapping[str, Any]
    instruction: str | None

    @classmethod
    def of(
        cls,
        request: Request,
        form: Form,
        *,
        named: Callable[[Form, Mapping[str, Any]], Mapping[str, Any]],
        is_told: bool = False,
    ) -> "Asking":
        """Make the asking for a request's schema.

        Args:
            request: what is asked.
            form: the form.
            named: writes the fields of the body for a form and a strict schema with its name.
            is_told: whether the prompt has the schema in any case.
        """
        schema = request.schema
        strict = {"name": request.schema_name, "strict": True, "schema": schema}
        instruction = _instruction(schema) if is_told or form not in ENFORCED else None
        return cls(schema, {} if form == "text" else named(form, strict), instruction)

    def messages(self, request: Request) -> list[dict[str, str]]:
        """Return a request's messages as they are sent, the instruction in the system message."""
        messages = list(request.messages)
        if self.instruction is not None:
            first = messages.pop(0).content + "\n\n" if _starts_with_system(messages) else ""
            messages.insert(0, Message("system", first + self.instruction))
        return [
            {"role": message.role, "content": _sendable(message.content)} for message in messages
        ]


def follows(text: str, schema: Mapping[str, Any]) -> bool:
    """Tell whether an answer can come from a service that enforces a schema: JSON with its fields."""
    for end in _REASONING_ENDS:
        text = text.rpartition(end)[2]
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(answer, dict) and set(schema.get("required", ())) <= answer.keys()


def _instruction(schema: Mapping[str, Any]) -> str:
    text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return (
        "Answer with one JSON object and nothing else, no code fence. "
        f"It follows this JSON Schema:\n{text}"
    )


def _starts_with_system(messages: list[Message]) -> bool:
    return bool(messages) and messages[0].role == "system"


def _sendable(text: str) -> str:
    """Replace lone surrogates, which a model's reply can bring in and UTF-8 cannot carry."""
    return text.encode("utf-8", "replace").decode()
