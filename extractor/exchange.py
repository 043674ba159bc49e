"""What passes between a dialogue and a model: requests, replies, and the attempts they make up."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pydantic_core import PydanticSerializationError, to_json

from extractor.article import Article, Span
from extractor.figures import Figure
from extractor.usage import Usage
from extractor.violations import Violation

Purpose = Literal["draft", "repair"]
Finish = Literal["stop", "length", "refusal", "content_filter", "empty"]

_SCHEMAS: dict[int, tuple[Mapping[str, Any], str]] = {}
"""Schemas in their canonical form, by identity; each is held, so that no other one can have it."""
_MOST_SCHEMAS = 16


@dataclass(frozen=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Request:
    """One question to a model.

    Attributes:
        purpose: `draft` asks for a whole draft, `repair` for a patch of the one before.
        article: the article asked about; models without a language (rules, replay) read this.
        figures: every figure of the article, or of the part shown, in order.
        schema: the JSON Schema of the answer, inside the strict subset.
        schema_name: what to call the schema.
        render: writes the messages; called once, when a model wants to read them.
        prompts: names of the prompts that the messages are made of, `extract/v1` and the like; the
            first is the one chosen for the dialogue.
        number: how many requests of this purpose the dialogue has made with this one.
        shows: the part of the article that the messages show; None for all of it.
    """

    purpose: Purpose
    article: Article
    figures: tuple[Figure, ...]
    schema: Mapping[str, Any]
    schema_name: str
    render: Callable[[], tuple[Message, ...]] = field(repr=False, compare=False)
    prompts: tuple[str, ...] = ()
    number: int = 1
    shows: Span | None = None

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """The chat: constant part first, the article last of the first user message."""
        return self.render()

    @cached_property
    def sha256(self) -> str:
        """The hash of all that determines an answer: messages and schema."""
        messages = _canonical_texts([[message.role, message.content] for message in self.messages])
        schema = _canonical_schema(self.schema).encode()
        return hashlib.sha256(b'{"messages":%b,"schema":%b}' % (messages, schema)).hexdigest()


def digest(content: Any) -> str:
    """Return the SHA-256 of a JSON value in its canonical form (sorted keys, no spaces).

    Half a surrogate pair, which UTF-8 has not, counts as the three bytes it would have.
    """
    return _sha256(_canonical(content))


def _canonical(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _canonical_texts(texts: list[list[str]]) -> bytes:
    """Return lists of strings in their canonical form, in a seventh of the time that json takes."""
    try:
        return to_json(texts)
    except PydanticSerializationError:  # half a surrogate pair, which a model may have written
        return _canonical(texts).encode("utf-8", "surrogatepass")


def _canonical_schema(schema: Mapping[str, Any]) -> str:
    """Return a schema in its canonical form, made once: a program has two, and many requests."""
    made = _SCHEMAS.get(id(schema))
    if made is None:
        if len(_SCHEMAS) >= _MOST_SCHEMAS:  # threads may have passed it
            _SCHEMAS.clear()
        made = _SCHEMAS[id(schema)] = schema, _canonical(schema)
    return made[1]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Reply:
    """One answer of a model, good or bad.

    Attributes:
        text: what it wrote, byte for byte; empty where it wrote nothing.
        finish: why it stopped; anything but `stop` is a failed answer.
        usage: tokens, of every try the transport made for it as far as known.
        seconds: wall time until the answer was there.
        tries: how often the transport sent the request.
        served_by: the model name that the service reports, where it does.
        service: host and port of the service that answered; the price depends on it.
        is_batched: whether it came through a provider's batch interface, which has its own price.
    """

    text: str
    finish: Finish = "stop"
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    tries: int = 1
    served_by: str | None = None
    service: str | None = None
    is_batched: bool = False


@dataclass(frozen=True)
class Attempt:
    """One request and its reply, what was found wrong with it, and the model that was asked."""

    number: int
    request: Request
    reply: Reply
    violations: tuple[Violation, ...]
    model: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the attempt as kept beside a record, with the reply byte for byte."""
        return {
            "number": self.number,
            "model": self.model,
            "purpose": self.request.purpose,
            "turn": self.request.number,
            "shows": None if self.request.shows is None else list(self.request.shows),
            "request_sha256": self.request.sha256,
            "reply": self.reply.text,
            "finish": self.reply.finish,
            "usage": self.reply.usage.to_json(),
            "seconds": round(self.reply.seconds, 3),
            "tries": self.reply.tries,
            "served_by": self.reply.served_by,
            "violations": [violation.to_json() for violation in self.violations],
        }
