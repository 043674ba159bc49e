"""The transport of a user's own client, whose wire is a function of the test."""

import asyncio
from collections.abc import Callable

import httpx2
import openai
import pytest

from extractor.errors import RefusedError
from extractor.models.endpoint import Endpoint
from extractor.models.retry import TransientError
from extractor.models.sdk_transport import SdkTransport, sdk_client
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY


def post(wire: Callable[[httpx2.Request], httpx2.Response]) -> Answer:
    """Return the answer to a body that goes through a client on this wire."""

    async def posted() -> Answer:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(wire))
        async with openai.AsyncOpenAI(
            api_key="k", base_url="http://there/v1", http_client=http
        ) as client:
            return await SdkTransport(client).post("/chat", {"text": "十亿"})

    return asyncio.run(posted())


def failing(error: Exception) -> Callable[[httpx2.Request], httpx2.Response]:
    """Return a wire on which a request comes to grief."""

    def wire(_: httpx2.Request) -> httpx2.Response:
        raise error

    return wire


@pytest.mark.parametrize("status", [200, 429, 500])
def test_answer_comes_whole_with_any_status(status):
    """An error status is an answer, too; it is not asked for again."""
    requests = []

    def wire(request: httpx2.Request) -> httpx2.Response:
        requests.append((str(request.url), request.content.decode()))
        return httpx2.Response(status, headers={"x-a": "b"}, content=b'{"error": 1}')

    answer = post(wire)

    assert (answer.status, answer.headers["x-a"], answer.body) == (status, "b", b'{"error": 1}')
    assert requests == [("http://there/v1/chat", '{"text":"十亿"}')]


@pytest.mark.parametrize(
    ("error", "message", "usage"),
    [
        pytest.param(
            httpx2.ConnectError("refused"), r"ConnectError: refused\); is the", NO_TOKENS, id="lost"
        ),
        pytest.param(httpx2.ReadError("gone"), r"failed \(ReadError\)", UNKNOWN_TRY, id="broken"),
        pytest.param(httpx2.ReadTimeout("slow"), "client's timeout", UNKNOWN_TRY, id="silent"),
        pytest.param(httpx2.PoolTimeout("full"), "client's timeout", NO_TOKENS, id="never sent"),
    ],
)
def test_lost_connection_is_a_fault_that_may_be_billed_once_the_request_has_left(
    error, message, usage
):
    """What the try took is unknown only where the service may have got it."""
    with pytest.raises(TransientError, match=message) as caught:
        post(failing(error))

    assert caught.value.usage == usage


def test_address_that_is_none_is_refused():
    """To send it again would not help."""
    with pytest.raises(RefusedError, match="ftp"):
        post(failing(httpx2.UnsupportedProtocol("no ftp here")))


def test_client_that_fails_before_it_asks_is_refused():
    """Its credentials may come from a function of its own."""

    async def key() -> str:
        raise openai.OpenAIError("no token")

    async def posted() -> Answer:
        async with openai.AsyncOpenAI(api_key=key, base_url="http://there:9/v1") as client:
            return await SdkTransport(client).post("/chat", {})

    with pytest.raises(RefusedError, match=r"there:9 fails before it asks.*credentials"):
        asyncio.run(posted())


def test_client_that_is_closed_is_refused():
    """It is said what happened, and not tried eight times."""

    async def posted() -> Answer:
        client = openai.AsyncOpenAI(api_key="k", base_url="http://there:9/v1")
        await client.close()
        return await SdkTransport(client).post("/chat", {})

    with pytest.raises(RefusedError, match=r"client for there:9 is closed"):
        asyncio.run(posted())


def test_client_for_an_endpoint_leaves_deadlines_and_retries_to_who_asks():
    """Files and batches are asked for through it, under limits of their own."""

    async def made() -> openai.AsyncOpenAI:
        async with sdk_client(Endpoint("http://there/v1", "k")) as client:
            return client

    client = asyncio.run(made())

    assert (client.timeout, client.max_retries) == (openai.Timeout(None, connect=30.0), 0)
