"""Any OpenAI-compatible service, with a strict JSON Schema where it can enforce one."""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from extractor.errors import RefusedError, TooLongError
from extractor.exchange import Reply, Request
from extractor.models import cuts
from extractor.models.endpoint import Endpoint, read_endpoint
from extractor.models.forms import ENFORCED, FORMS, Asking, Form, follows
from extractor.models.interfaces import ChatCompletions, Interface, Responses
from extractor.models.parameters import Parameters
from extractor.models.retry import Retries, TransientError
from extractor.models.status import StatusFault, without_key
from extractor.models.transport import Transport
from extractor.models.watch import heard

if TYPE_CHECKING:
    import openai

_INTERFACES: Mapping[str, Interface] = {"chat": ChatCompletions(), "responses": Responses()}


class Way(NamedTuple):
    """How a service is asked at one moment; what it answers is judged by that.

    Attributes:
        form: the form in which it is asked for JSON.
        fields: names of the further fields of the body.
    """

    form: Form
    fields: tuple[str, ...]


class OpenAIModel:
    """A model behind an OpenAI-compatible service.

    A service that cannot enforce a schema is asked to call a tool with it, then for JSON, then for
    text, with the schema in the prompt. One that takes a schema and does not enforce it gets it in
    the prompt, too. Fields that a service does not take are left out. All this is found out once.
    The SDK's own retries are off.

    Args:
        model: the service's name for the model, `gpt-5`.
        interface: `chat` for chat completions, which every service has, or `responses`.
        client: your own `openai.AsyncOpenAI` (or `AsyncAzureOpenAI`); it stays yours to close.
        endpoint: where the service is; by default OPENAI_BASE_URL and OPENAI_API_KEY say.
        options: further fields of the request's body, such as `{"reasoning_effort": "low"}`.
        retries: how often and when to try again.

    Raises:
        UsageError: no key, an address that is none, or a client of another kind.
    """

    repairs = True

    def __init__(
        self,
        model: str,
        *,
        interface: Literal["chat", "responses"] = "chat",
        client: "openai.AsyncOpenAI | None" = None,
        endpoint: Endpoint | None = None,
        options: Mapping[str, Any] | None = None,
        retries: Retries | None = None,
    ) -> None:
        self._interface = _INTERFACES[interface]
        self.name = f"{self._interface.kind}/{model}"
        self._model = model
        self._parameters = Parameters(
            {**self._interface.fixed, **(options or {})}, limits=self._interface.limits
        )
        self._retries = retries or Retries()
        self._form: Form = FORMS[0]
        self._is_told = False
        self._askings: dict[tuple[int, Form, bool], Asking] = {}
        self._transport = _transport(client, endpoint)

    def __repr__(self) -> str:
        return f"OpenAIModel({self.name!r} at {self._transport.service!r})"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Answer one request; see `Model.answer`.

        Raises:
            TooLongError: the request does not fit into the model's context, whether the service
                says so or cuts it without a word.
        """
        service = self._transport.service
        reply = await self._retries.run(
            lambda: self._try(request), service=service, timeout_s=timeout_s
        )
        return replace(reply, service=service)

    def body(self, request: Request) -> dict[str, Any]:
        """Return the body that asks a request."""
        key = (id(request.schema), self._form, self._is_told)
        asking = self._askings.get(key)
        if asking is None:
            asking = Asking.of(
                request, self._form, named=self._interface.format, is_told=self._is_told
            )
            self._askings[key] = asking
        return {
            "model": self._model,
            self._interface.messages: asking.messages(request),
            **asking.fields,
            **self._parameters.fields,
        }

    @property
    def path(self) -> str:
        """Where bodies go, behind the service's address."""
        return self._interface.path

    @property
    def way(self) -> Way:
        """How requests are asked at the moment."""
        return Way(self._form, tuple(self._parameters.fields))

    def read_answer(self, body: bytes, way: Way, *, schema: Mapping[str, Any]) -> Reply:
        """Read the body of an answer with status 200, and learn whether the service keeps to schemas.

        Args:
            body: the answer's bytes.
            way: how it was asked.
            schema: the schema of what was asked.

        Raises:
            TransientError: it is no answer.
        """
        reply = self._read(body)
        self._compare(reply, way, schema)
        return reply

    def read_fault(self, fault: StatusFault, way: Way) -> Reply:
        """Return the reply that an error status amounts to, and learn from it how to ask.

        Args:
            fault: the answer.
            way: how it was asked.

        Raises:
            TransientError: the same, or the same asked otherwise, may be answered.
            RefusedError: the service will never accept the request.
        """
        self._learn_from(fault, way)
        return self._reply_to(fault)

    async def aclose(self) -> None:
        """Close the connections of the running event loop; a client of your own stays open."""
        await self._transport.aclose()

    async def _try(self, request: Request) -> Reply:
        """Send a request once."""
        way = self.way
        answer = await self._transport.post(self._interface.path, self.body(request))
        heard(answer.headers)
        if answer.status // 100 != 2:
            return self.read_fault(StatusFault.of(answer, key=self._transport.key), way)
        reply = self._whole(self._read(answer.body), request)
        self._compare(reply, way, request.schema)
        return reply

    def _read(self, body: bytes) -> Reply:
        try:
            return self._interface.read(body)
        except TransientError as fault:  # some gateways tell of errors under status 200
            said = without_key(str(fault), key=self._transport.key)
            raise TransientError(said, usage=fault.usage) from None

    def _compare(self, reply: Reply, way: Way, schema: Mapping[str, Any]) -> None:
        """Tell the schema in the prompt, too, from now on where an answer does not keep to it."""
        if way.form in ENFORCED and reply.finish == "stop":
            self._is_told |= not follows(reply.text, schema)

    def _learn_from(self, fault: StatusFault, way: Way) -> None:
        """Ask otherwise from now on where the service cannot be asked as it was.

        Raises:
            TransientError: it is worth while to ask again at once.
        """
        form = way.form
        is_doubted = fault.doubts_tools if form == "tool" else fault.doubts_format
        if is_doubted and form != FORMS[-1]:
            if self._form == form:  # unless another request has found that out already
                self._form = FORMS[FORMS.index(form) + 1]
            raise TransientError(f"{self._model} cannot answer in {form}", wait_s=0)
        refused = fault.refuses(way.fields)
        if refused is not None:
            self._parameters.refuse(refused)
            raise TransientError(f"{self._model} does not take {refused}", wait_s=0)

    def _reply_to(self, fault: StatusFault) -> Reply:
        """Return the reply that an error status amounts to, or raise what it means."""
        if fault.is_filtered:
            return Reply("", finish="content_filter", usage=fault.usage)
        if fault.is_transient:
            raise TransientError(
                str(fault), wait_s=fault.wait_s, usage=fault.usage, status=fault.status
            )
        error = TooLongError if fault.finds_too_long else RefusedError
        advice = fault.advice(service=self._transport.service, model=self._model)
        if fault.status in {404, 405}:
            advice += self._interface.hint.format(model=self._model)
        raise error(advice, usage=fault.usage)

    def _whole(self, reply: Reply, request: Request) -> Reply:
        """Return a reply to the whole request; one to a part of it is none."""
        n_bytes = cuts.size(request.messages)
        if cuts.is_cut(n_bytes, reply.usage):
            n_tokens = reply.usage.input_tokens
            said = cuts.advice(n_bytes, n_tokens, service=self._transport.service)
            raise TooLongError(said, usage=reply.usage)
        return reply


def _transport(client: "openai.AsyncOpenAI | None", endpoint: Endpoint | None) -> Transport:
    if client is None:
        from extractor.models.http_transport import HttpTransport

        return HttpTransport(endpoint or read_endpoint(os.environ))
    from extractor.models.sdk_transport import SdkTransport  # loads the SDK, which takes a second

    return SdkTransport(client)
