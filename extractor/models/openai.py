"""Any OpenAI-compatible service, through chat completions with a strict JSON Schema."""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import openai

from extractor.errors import RefusedError
from extractor.exchange import Reply, Request
from extractor.models.clients import Clients, GivenClient, OwnClients
from extractor.models.completion import read_completion
from extractor.models.endpoint import Endpoint, read_endpoint
from extractor.models.forms import FORMS, Asking, Form
from extractor.models.retry import Retries, TransientError
from extractor.models.status import StatusFault
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

_NOT_SENT = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
)
"""Faults of the SDK's transport (httpx2) before a request has left."""


class OpenAIModel:
    """A model behind an OpenAI-compatible service.

    A service that cannot enforce a schema is asked for JSON, then for text, with the schema in the
    prompt; which of them it can is found out once. The SDK's own retries are off.

    Args:
        model: the service's name for the model, `gpt-5`.
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
        client: openai.AsyncOpenAI | None = None,
        endpoint: Endpoint | None = None,
        options: Mapping[str, Any] | None = None,
        retries: Retries | None = None,
    ) -> None:
        self.name = f"openai/{model}"
        self._model = model
        self._options = dict(options or {})
        self._retries = retries or Retries()
        self._form: Form = FORMS[0]
        self._askings: dict[tuple[int, Form], Asking] = {}
        self._clients: Clients
        if client is None:
            self._clients = OwnClients(endpoint or read_endpoint(os.environ))
        else:
            self._clients = GivenClient(client)

    def __repr__(self) -> str:
        return f"OpenAIModel({self._model!r} at {self._clients.service!r})"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Answer one request; see `Model.answer`."""
        service = self._clients.service
        reply = await self._retries.run(
            lambda: self._try(request), service=service, timeout_s=timeout_s
        )
        return replace(reply, service=service)

    def body(self, request: Request) -> dict[str, Any]:
        """Return the body of the chat completion that asks a request."""
        key = (id(request.schema), self._form)
        asking = self._askings.get(key)
        if asking is None:
            asking = self._askings[key] = Asking.of(request, self._form)
        body: dict[str, Any] = {"model": self._model, "messages": asking.messages(request)}
        if asking.response_format is not None:
            body["response_format"] = asking.response_format
        return body | self._options

    async def aclose(self) -> None:
        """Close the connections of the running event loop; a client of your own stays open."""
        await self._clients.aclose()

    async def _try(self, request: Request) -> Reply:
        """Send a request once.

        What the SDK raises is not chained on: it holds the request, and with it the key.
        """
        form = self._form
        body = self.body(request)
        client = self._clients.current()
        try:
            response = await client.chat.completions.with_raw_response.create(
                model=body.pop("model"),
                messages=body.pop("messages"),
                extra_body=body,  # sent as it is: the SDK neither walks through it nor refuses fields
            )
        except openai.APIStatusError as error:
            headers, key = error.response.headers, client.api_key
            fault = StatusFault.read(error.status_code, headers, error.body, key=key)
            return self._reply_to(fault, form)
        except openai.APIConnectionError as error:
            raise _connection_fault(error) from None
        except openai.OpenAIError as error:
            raise RefusedError(
                f"the client for {self._clients.service} fails before it asks ({type(error).__name__}): "
                "check its credentials"
            ) from None
        return read_completion(response.http_response.content)

    def _reply_to(self, fault: StatusFault, form: Form) -> Reply:
        """Return the reply that an error status amounts to, or raise what it means."""
        if fault.is_filtered:
            return Reply("", finish="content_filter", usage=fault.usage)
        if fault.is_transient:
            raise TransientError(str(fault), wait_s=fault.wait_s, usage=fault.usage)
        if fault.doubts_format and form != FORMS[-1]:
            self._step_down_from(form)
            raise TransientError(f"{self._model} cannot answer in {form}", wait_s=0)
        advice = fault.advice(service=self._clients.service, model=self._model)
        raise RefusedError(advice, usage=fault.usage)

    def _step_down_from(self, form: Form) -> None:
        """Ask in the next form from now on, unless another request has found that out already."""
        if self._form == form:
            self._form = FORMS[FORMS.index(form) + 1]


def _connection_fault(error: openai.APIConnectionError) -> TransientError:
    """Return the fault that a lost connection is; once the request has left, it may be billed."""
    cause = type(error.__cause__ or error).__name__
    usage = NO_TOKENS if cause in _NOT_SENT else UNKNOWN_TRY
    if isinstance(error, openai.APITimeoutError):
        return TransientError("no answer within the client's timeout", usage=usage)
    return TransientError(f"the connection failed ({cause})", usage=usage)
