"""Our own clients: one for each event loop."""

import asyncio
import gc
import weakref

import openai

from extractor.models.clients import OwnClients
from extractor.models.endpoint import Endpoint


def test_own_clients_are_one_for_each_loop_until_it_is_closed():
    """A second question finds the client of the first; after closing there is a new one."""

    async def three() -> list[openai.AsyncOpenAI]:
        clients = OwnClients(Endpoint("http://127.0.0.1:9/v1", "k"))
        asked = [clients.current(), clients.current()]
        await clients.aclose()
        asked.append(clients.current())
        await clients.aclose()
        return asked

    first, second, third = asyncio.run(three())

    assert first is second
    assert first.is_closed()
    assert third is not first


def test_client_of_a_loop_that_has_ended_is_let_go():
    """A program that runs one event loop after the other keeps no client of an earlier one."""
    clients = OwnClients(Endpoint("http://127.0.0.1:9/v1", "k"))

    async def made() -> weakref.ref[openai.AsyncOpenAI]:
        return weakref.ref(clients.current())

    first, second = asyncio.run(made()), asyncio.run(made())
    gc.collect()

    assert first() is None
    assert second() is not None
