"""The transport of the user's own client of the SDK, with its headers, proxies and time limits."""

from collections.abc import Mapping
from typing import Any

import httpx2
import openai
from pydantic_core import to_json

from extractor.errors import RefusedError, UsageError
from extractor.models.endpoint import Endpoint, service_name
from extractor.models.retry import TransientError
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY

_TIMEOUT = openai.Timeout(None, connect=30.0)

NOT_SENT = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
)
"""Faults of the transport, by httpx2's names, before a request has left."""


class SdkTransport:
    """A way to the service of a client, which stays its maker's to close; its own retries are off.

    Args:
        client: the client.

    Raises:
        UsageError: it is not an asynchronous client of the SDK.
    """

    def __init__(self, client: openai.AsyncOpenAI) -> None:
        if not isinstance(client, openai.AsyncOpenAI):
            raise UsageError(
                "client= takes an openai.AsyncOpenAI or openai.AsyncAzureOpenAI, "
                f"not {type(client).__name__}"
            )
        self.service = service_name(str(client.base_url))
        self._client = client.with_options(max_retries=0)

    @property
    def key(self) -> str:
        """The key that is sent."""
        return self._client.api_key

    async def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        """Send a body as JSON, once; see `Transport.post`.

        It goes through the SDK's `post`, as for endpoints that it does not know: its `create` walks
        through all messages, and refuses fields. What the SDK raises is not chained on: it holds the
        request, and with it the key.
        """
        if self._client.is_closed():
            raise RefusedError(f"the client for {self.service} is closed; ask while it is open")
        try:
            response = await self._post(path, body)
        except openai.APIStatusError as error:
            response = error.response
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, httpx2.UnsupportedProtocol):
                raise RefusedError(str(error.__cause__)) from None
            raise _fault(error) from None
        except openai.OpenAIError as error:
            raise RefusedError(
                f"the client for {self.service} fails before it asks ({type(error).__name__}): "
                "check its credentials"
            ) from None
        return Answer(response.status_code, response.headers, response.content)

    async def aclose(self) -> None:
        """Leave it open: whoever made the client closes it."""

    async def _post(self, path: str, body: Mapping[str, Any]) -> httpx2.Response:
        if type(self._client) is openai.AsyncOpenAI:
            return await self._client.post(path, cast_to=httpx2.Response, content=to_json(body))
        # Azure's finds the deployment by the model in the body; others may look into it, too
        return await self._client.post(path, cast_to=httpx2.Response, body=body)


def sdk_client(endpoint: Endpoint) -> openai.AsyncOpenAI:
    """Return a client of the SDK for an endpoint; its own retries are off, and it is yours to close."""
    return openai.AsyncOpenAI(
        api_key=endpoint.api_key, base_url=endpoint.base_url, timeout=_TIMEOUT, max_retries=0
    )


def _fault(error: openai.APIConnectionError) -> TransientError:
    """Return the fault that a lost connection is; once the request has left, it may be billed."""
    cause = error.__cause__ or error
    kind = type(cause).__name__
    usage = NO_TOKENS if kind in NOT_SENT else UNKNOWN_TRY
    if isinstance(error, openai.APITimeoutError):
        return TransientError("no answer within the client's timeout", usage=usage)
    if usage is UNKNOWN_TRY:
        return TransientError(f"the connection failed ({kind})", usage=usage)
    return TransientError(
        f"the connection failed ({kind}: {cause}); is the service running, and its address right?",
        usage=usage,
    )
