"""A llama.cpp server that goes away or stands still while it is asked."""

import asyncio
import json
import time
import urllib.request

import pytest

from extractor.api import extract_async
from extractor.article import Article
from extractor.errors import UnreachableError

pytestmark = pytest.mark.engines

ARTICLE = Article("12 projects worth 3.4 billion yuan were signed. Among them, 5 are new.")
ENDLESS = {"likes": {"a": 50, '{"': 20}, "max_tokens": 5000}
SLACK_S = 15.0
MAX_DRAFTS = 20


class KilledBeforeRepair:
    """A model whose server is killed when the first repair is asked for."""

    repairs = True

    def __init__(self, server, model):
        self.name = model.name
        self.aclose = model.aclose
        self._server = server
        self._model = model

    async def answer(self, request, *, timeout_s):
        """Kill the server before a repair, and ask in any case."""
        if request.purpose == "repair":
            self._server.kill()
        return await self._model.answer(request, timeout_s=timeout_s)


def is_busy(server) -> bool:
    """Tell whether the server works on a request."""
    with urllib.request.urlopen(f"{server.address}/slots", timeout=60) as answer:
        return any(slot["is_processing"] for slot in json.load(answer))


async def kill_when_busy(server) -> None:
    """Kill a server as soon as it works on a request."""
    async with asyncio.timeout(60):
        while not await asyncio.to_thread(is_busy, server):  # noqa: ASYNC110  another process
            await asyncio.sleep(0.01)
    server.kill()


def test_a_server_killed_in_the_middle_is_unreachable(own_server):
    """The lost connection is tried again, and nobody waits for the deadline in vain."""
    model = own_server.model(tries=3, **ENDLESS)

    async def extract() -> None:
        try:
            await asyncio.gather(
                extract_async(ARTICLE, model=model, timeout_s=120.0), kill_when_busy(own_server)
            )
        finally:
            await model.aclose()

    started = time.monotonic()
    with pytest.raises(UnreachableError, match=r"3 tries.*the connection failed"):
        asyncio.run(extract())

    assert time.monotonic() - started < 100.0


def test_a_server_that_stands_still_is_unreachable_at_the_deadline(own_server, extract_with):
    """An open connection on which nothing comes keeps nobody longer than allowed."""
    own_server.freeze()

    started = time.monotonic()
    with pytest.raises(UnreachableError, match=r"no answer within (1|0\.\d+) s"):
        extract_with(own_server.model(), ARTICLE, timeout_s=1.0)

    assert time.monotonic() - started < 1.0 + SLACK_S


def test_a_draft_survives_the_server_that_wrote_it(own_server, extract_with, assert_guarantees):
    """Without an answer to the repair, the draft is kept, flagged, and says why."""
    model = KilledBeforeRepair(own_server, own_server.model(tries=2, likes={'"': 3}))

    for _ in range(MAX_DRAFTS):  # noise asks for no repair where it happens to be in order
        (extraction,) = extract_with(model, ARTICLE)
        if own_server.process.returncode is not None:
            break

    assert extraction.status == "flagged"
    assert [finding.code for finding in extraction.findings][-1] == "dialogue.interrupted"
    assert_guarantees(extraction)
