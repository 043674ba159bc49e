"""The two interfaces in which OpenAI, and services that speak its protocol, are asked."""

from collections.abc import Mapping
from typing import Any, Protocol

from extractor.exchange import Reply
from extractor.models.completion import read_completion
from extractor.models.forms import Form
from extractor.models.response import read_response

_TOOL = "Give the answer: call this once, with all of it."


class Interface(Protocol):
    """What differs between them."""

    @property
    def kind(self) -> str:
        """How names of models begin that are asked through it."""
        ...

    @property
    def path(self) -> str:
        """Where bodies go, behind the service's address."""
        ...

    @property
    def messages(self) -> str:
        """The field of the body that holds the messages."""
        ...

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Fields that every body has, unless the user says otherwise."""
        ...

    @property
    def limits(self) -> tuple[str, ...]:
        """What it calls the most tokens that an answer may have, the better name first."""
        ...

    @property
    def hint(self) -> str:
        """What else there is to try where a service does not know what it is asked for."""
        ...

    def format(self, form: Form, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields of a body that ask for a format; the schema comes with its name."""
        ...

    def read(self, body: bytes) -> Reply:
        """Read the body of an answer.

        Raises:
            TransientError: it is none.
        """
        ...


class ChatCompletions:
    """`/v1/chat/completions`, which every service has."""

    kind = "openai"
    path = "/chat/completions"
    messages = "messages"
    fixed: Mapping[str, Any] = {}
    limits = ("max_completion_tokens", "max_tokens")
    hint = ""

    def format(self, form: Form, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the `response_format`, or the tool that has to be called."""
        if form == "tool":
            function = {"name": schema["name"], "description": _TOOL, "strict": True}
            tool = {"type": "function", "function": {**function, "parameters": schema["schema"]}}
            named = {"type": "function", "function": {"name": schema["name"]}}
            return {"tools": [tool], "tool_choice": named}
        with_schema = {"json_schema": schema} if form == "json_schema" else {}
        return {"response_format": {"type": form, **with_schema}}

    def read(self, body: bytes) -> Reply:
        """Read a chat completion."""
        return read_completion(body)


class Responses:
    """`/v1/responses`, which OpenAI's reasoning models are made for; nothing is stored there."""

    kind = "openai-responses"
    path = "/responses"
    messages = "input"
    fixed: Mapping[str, Any] = {"store": False}
    limits = ("max_output_tokens",)
    hint = "; not every service has Responses: try openai/{model}"

    def format(self, form: Form, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the `text` with the format in it, or the tool that has to be called."""
        if form == "tool":
            named = {"type": "function", "name": schema["name"]}
            tool = {"description": _TOOL, "strict": True, "parameters": schema["schema"], **named}
            return {"tools": [tool], "tool_choice": named}
        return {"text": {"format": {"type": form, **(schema if form == "json_schema" else {})}}}

    def read(self, body: bytes) -> Reply:
        """Read a response."""
        return read_response(body)
