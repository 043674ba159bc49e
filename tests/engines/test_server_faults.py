"""A thousand extractions at once against a server that fails one time in five."""

import asyncio
import json
import random
from collections import Counter
from decimal import Decimal

import pytest

from extractor.api import extract_async
from extractor.article import Article
from extractor.errors import ModelError
from extractor.extraction import Extraction
from extractor.models.endpoint import Endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.retry import Retries
from extractor.prices import Price, least_cost_of
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

pytestmark = pytest.mark.engines

N_ARTICLES = 1000
FAULT_RATE = 0.2
PRICE = Price(Decimal(1), Decimal(10))
FAULTS = ("429", "500", "504", "no choices", "cut body", "lost connection", "length", "no JSON")
DRAFT = {
    "no_event": "other_news",
    "event": None,
    "shares": [],
    "projects": [],
    "agreements": [],
    "background": [],
}


class FaultServer:
    """A chat completions server that counts what it bills, and how each try ended.

    Attributes:
        billed: tokens of all answers that it has written, and tries whose answer it has not.
        ends: how often each fault, or an answer, was given.
    """

    def __init__(self, seed: int) -> None:
        self.billed = NO_TOKENS
        self.ends: Counter[str] = Counter()
        self._random = random.Random(seed)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until it is closed, or lost on purpose."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in head.lower().split(b"\r\n")
                    if line.startswith(b"content-length:")
                )
                await reader.readexactly(length)
                await asyncio.sleep(self._random.uniform(0, 0.02))
                if not await self._answer(writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter) -> bool:
        """Answer once; tell whether the connection goes on."""
        is_fault = self._random.random() < FAULT_RATE
        end = self._random.choice(FAULTS) if is_fault else "answer"
        self.ends[end] += 1
        if end in {"429", "500", "504"}:
            self.billed += UNKNOWN_TRY if end == "504" else NO_TOKENS
            body = b'{"error": {"message": "busy"}}'
            writer.write(_http(end, body, b"retry-after-ms: 5\r\n"))
        elif end in {"cut body", "lost connection"}:
            self.billed += UNKNOWN_TRY
            writer.write(_http("200", b" " * 90)[:-50] if end == "cut body" else b"")
            await writer.drain()
            return False
        else:
            writer.write(_http("200", json.dumps(self._completion(end)).encode()))
        await writer.drain()
        return True

    def _completion(self, end: str) -> dict[str, object]:
        usage = Usage(3_000 + self._random.randrange(500), self._random.randrange(900), 0, 0)
        self.billed += usage
        text = "Here it is." if end == "no JSON" else json.dumps(DRAFT)
        finish = "length" if end == "length" else "stop"
        choice = {"finish_reason": finish, "message": {"role": "assistant", "content": text}}
        return {
            "model": "faulty-1",
            "choices": [] if end == "no choices" else [choice],
            "usage": {
                "prompt_tokens": usage.input_tokens,
                "completion_tokens": usage.output_tokens,
                "prompt_tokens_details": {"cached_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 0},
            },
        }


def _http(status: str, body: bytes, headers: bytes = b"") -> bytes:
    head = b"HTTP/1.1 %s X\r\ncontent-type: application/json\r\ncontent-length: %d\r\n"
    return head % (status.encode(), len(body)) + headers + b"\r\n" + body


async def all_at_once(faulty: FaultServer) -> list[Extraction | BaseException]:
    """Extract from all articles at once, and return what became of each."""
    async with await asyncio.start_server(
        faulty.handle, "127.0.0.1", 0, backlog=N_ARTICLES
    ) as server:
        host, port = server.sockets[0].getsockname()
        model = OpenAIModel(
            "faulty",
            endpoint=Endpoint(f"http://{host}:{port}/v1", "k"),
            retries=Retries(tries=4, backoff_s=0.01),
        )
        articles = [Article("A quiet day at the harbour.", name=str(n)) for n in range(N_ARTICLES)]
        ended = await asyncio.gather(
            *(
                extract_async(article, model=model, price=PRICE, timeout_s=400)
                for article in articles
            ),
            return_exceptions=True,
        )
        await model.aclose()
    return ended


def test_a_thousand_at_once_are_all_accounted_for_and_so_is_their_bill():
    """Each article ends once, with a record or a reason; the sums are those of the server."""
    server = FaultServer(seed=20)

    ended = asyncio.run(all_at_once(server))

    extractions = [each for each in ended if isinstance(each, Extraction)]
    errors = [each for each in ended if isinstance(each, ModelError)]
    assert len(extractions) + len(errors) == N_ARTICLES
    assert len({each.article.name for each in extractions}) == len(extractions)
    assert {each.status for each in extractions} <= {"no_event", "failed"}
    assert all(each.record or each.reason for each in extractions)
    assert len(errors) < N_ARTICLES * 0.02
    assert set(server.ends) == {*FAULTS, "answer"}
    usage = sum((each.usage for each in [*extractions, *errors]), NO_TOKENS)
    assert usage == server.billed
    money = sum((each.least_cost_usd for each in extractions), Decimal(0))
    lost = sum((least_cost_of(each.usage, PRICE) for each in errors), Decimal(0))
    assert money + lost == least_cost_of(server.billed, PRICE) > 0
