"""Every other provider: one adapter over the library instructor, which knows how each is asked.

Instructor makes the request, and that is all it is used for. It validates nothing (the dialogue
does), asks nothing again (`Retries` does), fills in no template (an article may hold braces), and
keeps no cache. What it makes of an answer is not looked at: the answer is read as the SDK has it,
before instructor adds up usage in it.
"""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, ClassVar

import instructor
from instructor.core.hooks import Hooks
from pydantic import BaseModel, ConfigDict

from extractor.errors import RefusedError, TooLongError
from extractor.exchange import Reply, Request
from extractor.models.answers import read_answer
from extractor.models.instructor_clients import Clients, GivenClient, OwnClients
from extractor.models.providers import Provider
from extractor.models.retry import Retries, TransientError
from extractor.models.sdk_faults import read_fault
from extractor.models.status import StatusFault

_GEMINI = "google"
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    # one must be set; instructor's 4096 cut off long articles, and beyond 21333 the SDK wants a stream
    "anthropic": {"max_tokens": 16_000},
    "cohere": {"request_options": {"max_retries": 0}},
    "mistral": {"retries": None},
    _GEMINI: {
        "automatic_function_calling": {"disable": True},
        "http_options": {"retry_options": {"attempts": 1}},
    },
}
"""What each call of a provider says beside messages and schema; retries are off in all of them."""

# it logs whole answers, and as errors what services say, in which there may be a part of a key
logging.getLogger("instructor").setLevel(logging.CRITICAL)


class InstructorModel:
    """A model of any provider that instructor reaches.

    Args:
        provider: whose model it is.
        model: the provider's name for the model, `claude-sonnet-4-5`.
        key: the provider's key; without it the SDK looks for credentials by itself.
        client: your own asynchronous client of the provider's SDK; it stays yours to close.
        options: further fields of a call, as the SDK names them; of Gemini's those of its config.
        retries: how often and when to try again.

    Raises:
        UsageError: the SDK is not installed, or the client is of another kind.
    """

    repairs = True

    def __init__(
        self,
        provider: Provider,
        model: str,
        *,
        key: str = "",
        client: Any = None,
        options: Mapping[str, Any] | None = None,
        retries: Retries | None = None,
    ) -> None:
        provider.require_sdk()
        self.name = f"{provider.name}/{model}"
        self._provider = provider
        self._model = model
        self._retries = retries or Retries()
        self._fields = {**_FIELDS.get(provider.instructor_name, {}), **(options or {})}
        self._questions: dict[int, tuple[Mapping[str, Any], dict[str, Any]]] = {}
        self._clients: Clients
        if client is None:
            self._clients = OwnClients(provider, model, key)
        else:
            self._clients = GivenClient(provider, model, client)

    def __repr__(self) -> str:
        return f"InstructorModel({self.name!r})"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Answer one request; see `Model.answer`."""
        return await self._retries.run(
            lambda: self._try(request), service=self._provider.name, timeout_s=timeout_s
        )

    async def aclose(self) -> None:
        """Close the connections of the running event loop; a client of your own stays open."""
        await self._clients.aclose()

    async def _try(self, request: Request) -> Reply:
        """Send a request once.

        What instructor raises is not chained on: it holds the whole request. Where there was an
        answer, it tells what instructor thinks of it, and is left alone.
        """
        answers: list[Any] = []
        hooks = Hooks()
        hooks.on("completion:response", lambda answer: answers.append(_plain(answer)))
        made: Any = None
        try:
            made = await self._clients.current().create(
                model=self._model,
                messages=_messages(request),
                max_retries=0,
                strict=False,
                hooks=hooks,
                **self._question(request),
            )
        except Exception as error:  # noqa: BLE001  each SDK has its own; what they mean is read
            if not answers:
                return self._reply_to(_unwrapped(error))
        if not answers:
            return read_answer(_plain(made))
        try:
            return read_answer(answers[0])
        except TransientError:
            if isinstance(answers[0], dict) or not isinstance(made, BaseModel):
                raise
            return Reply(made.model_dump_json())  # of an SDK whose answers only instructor can read

    def _reply_to(self, error: Exception) -> Reply:
        """Return the reply that an exception of the SDK amounts to, or raise what it means."""
        key, service = self._clients.key, self._provider.name
        fault = read_fault(error, key=key)
        if fault is None:
            said = StatusFault.read(0, {}, str(error), key=key).said
            raise RefusedError(
                f"the client for {service} fails before it asks ({type(error).__name__}: {said}): "
                "check its credentials and options"
            ) from None
        if isinstance(fault, TransientError):
            raise fault from None
        if fault.is_filtered:
            return Reply("", finish="content_filter", usage=fault.usage)
        if fault.is_transient:
            raise TransientError(
                str(fault), wait_s=fault.wait_s, usage=fault.usage, status=fault.status
            ) from None
        keys = " or ".join(self._provider.keys) or "its credentials"
        advice = fault.advice(service=service, model=self._model, key=keys, address="its address")
        refused = TooLongError if fault.finds_too_long else RefusedError
        raise refused(advice, usage=fault.usage) from None

    def _question(self, request: Request) -> dict[str, Any]:
        """Return what asks for answers of a request's schema; made once, with the schema held."""
        _, question = self._questions.get(id(request.schema), (None, None))
        if question is None:
            question = self._ask_for(request)
            self._questions[id(request.schema)] = (request.schema, question)
        return question

    def _ask_for(self, request: Request) -> dict[str, Any]:
        if self._provider.instructor_name != _GEMINI:
            return {"response_model": _answer_class(request), **self._fields}
        # instructor would turn the schema into Gemini's older kind, which has no lists of types
        form = {
            "response_mime_type": "application/json",
            "response_json_schema": request.schema,
        }
        return {"response_model": None, "config": {**form, **self._fields}}


class _Answer(instructor.ResponseSchema):
    """The answer: call this once, with all of it."""

    model_config = ConfigDict(extra="allow")
    shown: ClassVar[Mapping[str, Any]]

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        """Return the schema of the request instead of the class's own, which takes anything."""
        return dict(cls.shown)


def _answer_class(request: Request) -> type[_Answer]:
    """Make the class by which instructor knows a schema; it is called like the tool."""
    name = request.schema_name
    described = {"title": name, "description": _Answer.__doc__, **request.schema}
    own = {"shown": described, "__doc__": _Answer.__doc__, "__module__": __name__}
    return type(name, (_Answer,), own)


def _messages(request: Request) -> list[Any]:
    """Return the messages as they are sent; lone surrogates, which UTF-8 has not, are replaced."""
    return [
        {"role": message.role, "content": message.content.encode("utf-8", "replace").decode()}
        for message in request.messages
    ]


def _plain(answer: Any) -> Any:
    """Return an SDK's answer as plain values; a copy, for instructor changes the answer."""
    if isinstance(answer, str):  # of a content type that the SDK does not expect
        with suppress(ValueError, RecursionError):
            return json.loads(answer)
    if not isinstance(answer, BaseModel):
        return answer
    return answer.model_dump(warnings=False, exclude={"parsed", "sdk_http_response"})


def _unwrapped(error: Exception) -> Exception:
    """Return what an exception of instructor was raised for."""
    cause = error.__cause__
    is_instructors = type(error).__module__.startswith("instructor.")
    return cause if is_instructors and isinstance(cause, Exception) else error
