"""A thousand extractions at once, of which a server spoils every fifth answer."""

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import Callable

import httpx2
import openai
import pytest
from fault_server import Answer, Asked, running
from wires import KEY, OpenAIWire

from extractor.api import extract_async
from extractor.article import Article
from extractor.errors import UnreachableError
from extractor.extraction import Extraction
from extractor.models.openai import OpenAIModel
from extractor.models.retry import Retries
from extractor.usage import NO_TOKENS, Usage

pytestmark = pytest.mark.engines

N_ARTICLES = 1000
FIRST = 3000
"""The number of the first article; no number of four digits that may be a year."""
N_CONNECTIONS = 50
FAULT_RATE = 0.2
ASKED_FOR = re.compile(r"Quux Fair took place, and (\d+) \[(\d+)\] projects were signed")
WIRE = OpenAIWire()


class Server:
    """It answers each article with its own draft, spoils a fifth of all answers, and keeps books.

    Attributes:
        billed: what it has told of tokens, over all answers.
        n_unbilled: answers that it broke off, of which nobody heard what they took.
        kinds: how often it did what.
    """

    def __init__(self, draft: Callable[[int], str]) -> None:
        self.billed = NO_TOKENS
        self.n_unbilled = 0
        self.kinds: Counter[str] = Counter()
        self._draft = draft
        self._chance = random.Random(4)
        self._faults = {
            "429": lambda _: WIRE.error(429, retry_after="0.05"),
            "500": lambda _: WIRE.error(500),
            "reset": lambda _: Answer(conduct="reset"),
            "cut": lambda text: self._sold(text, conduct="cut"),
            "no json": lambda _: Answer(b"upstream connect error"),
            "no choices": lambda text: self._sold(text, choices=[]),
            "prose": lambda _: self._sold("Here you are!"),
            "length": lambda text: self._sold(text[:30], finish="length"),
            "refusal": lambda text: self._sold(text, finish="refusal"),
        }

    def answer(self, asked: Asked) -> Answer:
        """Answer a request, well or badly."""
        article = asked.body["messages"][-1]["content"]
        figure = int(ASKED_FOR.search(article)[2])
        is_good = self._chance.random() >= FAULT_RATE
        kind = "good" if is_good else self._chance.choice(list(self._faults))
        self.kinds[kind] += 1
        self.n_unbilled += kind in {"reset", "cut", "no json"}
        text = self._draft(figure)
        return self._sold(text) if is_good else self._faults[kind](text)

    def _sold(self, text: str, *, finish="stop", conduct="whole", **changed) -> Answer:
        """Answer, with tokens of a number that no other answer has, and put them down."""
        body = WIRE.body(text, finish=finish) | changed
        number = sum(self.kinds.values())
        counts = {"prompt_tokens": 4000 + number, "completion_tokens": 100 + number}
        details = {"prompt_tokens_details": {"cached_tokens": number}}
        body["usage"] = {**counts, **details, "completion_tokens_details": {"reasoning_tokens": 7}}
        if conduct == "whole":
            self.billed += Usage(*counts.values(), number, 7)
        return Answer(body, conduct=conduct)


def article(number: int) -> Article:
    """Write an article whose only figure is its number."""
    return Article(
        f"The Quux Fair took place, and {number} projects were signed.", name=f"article-{number}"
    )


async def extract_all(address: str) -> list[Extraction | BaseException]:
    """Extract from all articles at once."""
    # each request goes over the whole pool (httpcore2, connection_pool.py), so it is kept small;
    # connecting may take longer than the SDK's 5 s while a thousand articles are being read
    pool = openai.DefaultAsyncHttpxClient(limits=httpx2.Limits(max_connections=N_CONNECTIONS))
    async with openai.AsyncOpenAI(
        api_key=KEY, base_url=f"{address}/v1", http_client=pool, timeout=60.0
    ) as client:
        model = OpenAIModel("m", client=client, retries=Retries(tries=4, backoff_s=0.02))
        return await asyncio.gather(
            *(
                extract_async(article(FIRST + number), model=model, timeout_s=120.0)
                for number in range(N_ARTICLES)
            ),
            return_exceptions=True,
        )


@pytest.fixture(scope="module")
def run(make) -> tuple[Server, list[Extraction | BaseException], int]:
    """Run them all; give the server, what came out, and how many requests came in."""

    def draft(figure: int) -> str:
        return make.draft(make.event(name="Quux Fair", count=figure)).model_dump_json()

    server = Server(draft)
    with running(server.answer) as started:
        outcomes = asyncio.run(extract_all(started.address))
        return server, outcomes, len(started.requests)


def test_every_article_is_accounted_for_and_none_twice(run):
    """Each has one outcome, in its place: an extraction, or the error that says why not."""
    _, outcomes, _ = run

    for number, outcome in enumerate(outcomes, start=FIRST):
        if isinstance(outcome, Extraction):
            assert outcome.article.name == f"article-{number}"
        else:
            assert isinstance(outcome, UnreachableError)
    assert len(outcomes) == N_ARTICLES


def test_each_record_is_that_of_its_article(run):
    """No answer went to another article; nearly all end well, the others say why not."""
    _, outcomes, _ = run
    extractions = [outcome for outcome in outcomes if isinstance(outcome, Extraction)]

    for extraction in extractions:
        if extraction.status == "ok":
            number = extraction.article.name.removeprefix("article-")
            assert extraction.record.event.total.count.as_written == number
        else:
            assert (extraction.status, extraction.record) == ("failed", None)
            assert extraction.reason
    statuses = Counter(extraction.status for extraction in extractions)
    assert statuses["ok"] >= 0.95 * N_ARTICLES


def test_a_fifth_of_the_answers_was_spoilt_in_every_way(run):
    """The run has tried what it is there to try."""
    server, _, n_requests = run

    n_faults = sum(server.kinds.values()) - server.kinds["good"]
    assert 0.15 <= n_faults / n_requests <= 0.25
    assert min(server.kinds.values()) >= 5


def test_sums_of_usage_are_the_servers_own(run):
    """To the token: of answers, of failed tries, and of errors; unknown tries are counted."""
    server, outcomes, _ = run

    total = sum((outcome.usage for outcome in outcomes), NO_TOKENS)

    assert total == server.billed + Usage(0, 0, 0, 0, unknown_tries=server.n_unbilled)


def test_every_request_is_a_try_of_an_attempt(run):
    """Nothing was asked that no extraction tells of."""
    _, outcomes, n_requests = run

    tries = sum(
        attempt.reply.tries
        for outcome in outcomes
        if isinstance(outcome, Extraction)
        for attempt in outcome.attempts
    )
    lost = [outcome for outcome in outcomes if isinstance(outcome, UnreachableError)]

    assert tries <= n_requests <= tries + 4 * 3 * len(lost)
    assert json.dumps([str(error) for error in lost]).count(KEY) == 0
