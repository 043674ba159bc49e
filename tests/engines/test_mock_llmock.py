"""What llmock, a fault server of somebody else's, makes of us: four providers' own wire forms.

It answers with random JSON of the schema, misbehaves as it is told, and judges the client: whether
it kept to Retry-After, backed off, and left alone what will not pass.
Source: github.com/JulienRabault/LLMock.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from wires import KEY, RETRIES, WIRES

from extractor.api import extract_async
from extractor.article import Article
from extractor.errors import RefusedError, TooLongError, UnreachableError
from extractor.extraction import Extraction
from extractor.models.instructor import InstructorModel
from extractor.models.providers import PROVIDERS
from extractor.models.retry import Retries

if TYPE_CHECKING:
    from llmock.pytest_plugin import LLMock

pytestmark = [
    pytest.mark.engines,
    pytest.mark.usefixtures("no_certificates"),
    # google-genai warns of itself
    pytest.mark.filterwarnings("ignore:Inheritance class AiohttpClientSession:DeprecationWarning"),
]

ARTICLE = Article("12 projects worth 3.4 billion yuan were signed. Among them, 5 are new.")


class OwnGemini(InstructorModel):
    """A model with a client that asks the version of Gemini's interface which llmock serves."""

    def __init__(self, address: str) -> None:
        from google import genai

        options = {"base_url": address, "api_version": "v1beta"}
        self._own = genai.Client(api_key=KEY, http_options=options)
        super().__init__(PROVIDERS["gemini"], "m", client=self._own, retries=RETRIES)

    async def aclose(self) -> None:
        """Close the client, which is ours."""
        await self._own.aio.aclose()


@pytest.fixture(params=WIRES)
def provider(request: pytest.FixtureRequest) -> str:
    """Give each provider in turn."""
    return request.param


@pytest.fixture
def extract(provider: str, llmock: "LLMock") -> Callable[..., Extraction]:
    """Return a function that extracts from the article through llmock, and closes the model."""

    def extract(**options: Any) -> Extraction:
        address = llmock.base_url(provider).removesuffix("/v1")

        async def run() -> Extraction:
            model = OwnGemini(address) if provider == "gemini" else WIRES[provider].model(address)
            try:
                return await extract_async(
                    ARTICLE, model=model, **{"max_attempts": 1, "timeout_s": 60.0} | options
                )
            finally:
                await model.aclose()

        return asyncio.run(run())

    return extract


def test_random_drafts_of_the_schema_break_no_guarantee(llmock, extract, assert_guarantees):
    """The schema reaches the service in a form from which it can answer."""
    extraction = extract(max_attempts=2)

    assert extraction.status in {"flagged", "ok", "no_event"}
    assert extraction.usage.input_tokens > 0
    assert_guarantees(extraction)
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("status", [408, 429, 500, 529])
def test_status_that_may_pass_is_asked_again(llmock, extract, status):
    """Once, after a while; the mock has nothing to object to."""
    llmock.fail(status)

    extraction = extract()

    assert extraction.status != "failed"
    assert extraction.attempts[0].reply.tries == len(llmock.requests) == 2
    llmock.assert_resilient(strict=True)


def test_retry_after_is_kept(llmock, extract):
    """As the mock measures it."""
    llmock.rate_limit(times=2, retry_after=0.4)

    extraction = extract()

    assert extraction.attempts[0].reply.tries == 3
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        pytest.param(401, "does not accept the key", id="bad key"),
        pytest.param(403, "does not let this key", id="no permission"),
        pytest.param(404, "does not know m", id="unknown model"),
        pytest.param(422, "does not accept the request", id="malformed"),
    ],
)
def test_status_that_will_not_pass_is_left_alone(llmock, extract, status, says):
    """One request, one clear error."""
    llmock.fail(status, times=None)

    with pytest.raises(RefusedError, match=says):
        extract()

    assert len(llmock.requests) == 1
    llmock.assert_resilient(strict=True)


def test_a_prompt_too_long_is_one_clear_error(llmock, extract):
    """In the words that the mock has for it."""
    llmock.context_overflow(times=None)

    with pytest.raises(TooLongError, match="finds the article too long for m"):
        extract()

    llmock.assert_resilient()


def test_an_outage_is_an_error_after_all_tries(llmock, extract):
    """No storm of retries."""
    llmock.outage()

    with pytest.raises(UnreachableError, match="3 tries"):
        extract()

    assert len(llmock.requests) == RETRIES.tries
    llmock.assert_resilient()


def test_a_slow_service_is_left_at_the_deadline(llmock, extract):
    """Whatever it is about to say."""
    llmock.delay(4.0)

    with pytest.raises(UnreachableError, match="gave no answer within"):
        extract(timeout_s=1.0)


def test_prose_is_a_failed_extraction(llmock, extract):
    """With the text as it came."""
    llmock.reply("I would rather talk about Paris.", times=None)

    extraction = extract()

    assert extraction.status == "failed"
    assert extraction.attempts[0].reply.text == "I would rather talk about Paris."


@pytest.mark.parametrize("provider", ["anthropic", "mistral"], indirect=True)
@pytest.mark.parametrize("kind", ["malformed_arguments", "unknown_tool"])
def test_a_broken_call_of_the_tool_ends_in_a_value(llmock, extract, assert_guarantees, kind):
    """Arguments that are no JSON, and a tool that nobody offered."""
    llmock.break_tool_call(kind, times=None)

    assert_guarantees(extract(max_attempts=2))


def test_a_quota_is_waited_for(llmock, provider, monkeypatch):
    """Two requests a second are allowed and five wanted: all get their answer, none in vain."""
    llmock.limits(rpm=300)
    address = llmock.base_url(provider).removesuffix("/v1")
    model = OwnGemini(address) if provider == "gemini" else WIRES[provider].model(address)
    monkeypatch.setattr(model, "_retries", Retries(tries=8, backoff_s=0.05))

    async def run() -> list[Extraction]:
        try:
            return await asyncio.gather(
                *(extract_async(ARTICLE, model=model, max_attempts=1) for _ in range(5))
            )
        finally:
            await model.aclose()

    extractions = asyncio.run(run())

    assert [extraction.status == "failed" for extraction in extractions] == [False] * 5
    llmock.assert_resilient()
