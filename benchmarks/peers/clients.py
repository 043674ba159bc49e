"""The clients that are measured; each imports its own library, in its own environment.

A client is made with the service's address and how many requests are in flight; its `extract` takes
an article and returns when there is a valid record. Where a library does not ask again after an
invalid reply, the same request is sent again around it.
"""

import json
import os
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from benchmarks.peers.fixture import SYSTEM

_MODEL = "gpt-4o-mini"
_ASKS_AGAIN = 3
_TIMEOUT_S = 600.0


class Client(Protocol):
    """What is measured."""

    async def extract(self, text: str) -> object:
        """Return the record of an article."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


class Batch(Protocol):
    """What is measured, where it runs many articles itself."""

    async def extract_all(self, texts: Iterable[str]) -> None:
        """Bring all articles to their records."""
        ...

    async def aclose(self) -> None:
        """Close what it has opened."""
        ...


class _Asking(ABC):
    """The plain request, sent again where the answer is no valid record."""

    def __init__(self) -> None:
        from benchmarks.peers.typed import Record, response_format

        self._record = Record
        self._format = response_format()

    async def extract(self, text: str) -> object:
        """Ask until the answer is valid."""
        for _ in range(_ASKS_AGAIN):
            content = await self._content(text)
            try:
                return self._record.model_validate_json(content)
            except ValueError:
                continue
        return self._record.model_validate_json(await self._content(text))

    def _body(self, text: str) -> dict[str, Any]:
        return {
            "model": _MODEL,
            "messages": _messages(text),
            "response_format": self._format,
        }

    @abstractmethod
    async def _content(self, text: str) -> str:
        """Return what the service answers to a text."""


class RawHttpx(_Asking):
    """httpx without a library above it."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:
        super().__init__()
        import httpx

        limits = httpx.Limits(max_connections=n_in_flight, max_keepalive_connections=n_in_flight)
        self._client = httpx.AsyncClient(timeout=_TIMEOUT_S, limits=limits)
        self._url = f"{base_url}/chat/completions"

    async def _content(self, text: str) -> str:
        answer = await self._client.post(self._url, json=self._body(text))
        return str(answer.json()["choices"][0]["message"]["content"])

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.aclose()


class RawAiohttp(_Asking):
    """Aiohttp without a library above it."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:
        super().__init__()
        import aiohttp

        self._client = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=n_in_flight))
        self._url = f"{base_url}/chat/completions"

    async def _content(self, text: str) -> str:
        async with self._client.post(self._url, json=self._body(text)) as answer:
            return str(json.loads(await answer.read())["choices"][0]["message"]["content"])

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.close()


class OpenAI(_Asking):
    """The SDK, on its own transport."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:
        super().__init__()
        self._client = _sdk(base_url, **self._transport(n_in_flight))

    def _transport(self, n_in_flight: int) -> dict[str, Any]:  # noqa: ARG002
        return {}

    async def _content(self, text: str) -> str:
        body = self._body(text)
        answer = await self._client.chat.completions.create(**body)
        return str(answer.choices[0].message.content)

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.close()


class OpenAIAiohttp(OpenAI):
    """The SDK on aiohttp."""

    def _transport(self, n_in_flight: int) -> dict[str, Any]:
        import httpx2
        import openai

        limits = httpx2.Limits(max_connections=n_in_flight, max_keepalive_connections=n_in_flight)
        return {"http_client": openai.DefaultAioHttpClient(limits=limits)}


class Instructor:
    """Instructor, with a tool or a schema."""

    mode = "TOOLS"

    def __init__(self, base_url: str, n_in_flight: int) -> None:  # noqa: ARG002
        import instructor

        from benchmarks.peers.typed import Record

        self._record = Record
        self._sdk = _sdk(base_url)
        self._client = instructor.from_openai(self._sdk, mode=getattr(instructor.Mode, self.mode))

    async def extract(self, text: str) -> object:
        """Ask as instructor does."""
        return await self._client.chat.completions.create(
            model=_MODEL,
            response_model=self._record,
            messages=_messages(text),
            max_retries=_ASKS_AGAIN,
        )

    async def aclose(self) -> None:
        """Close its connections."""
        await self._sdk.close()


class InstructorSchema(Instructor):
    """Instructor with a schema."""

    mode = "JSON_SCHEMA"


class PydanticAI:
    """Pydantic AI, with a tool."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:  # noqa: ARG002
        from pydantic_ai import Agent
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai import OpenAIProvider

        from benchmarks.peers.typed import Record

        provider = OpenAIProvider(base_url=base_url, api_key="x")
        self._agent = Agent(
            OpenAIChatModel(_MODEL, provider=provider),
            output_type=Record,
            instructions=SYSTEM,
            retries=_ASKS_AGAIN,
        )

    async def extract(self, text: str) -> object:
        """Ask as it does."""
        return (await self._agent.run(text)).output

    async def aclose(self) -> None:
        """It closes nothing."""


class LiteLLM(_Asking):
    """LiteLLM's completion."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:  # noqa: ARG002
        super().__init__()
        import litellm

        litellm.suppress_debug_info = True
        self._ask = litellm.acompletion
        self._where = {"api_base": base_url, "api_key": "x", "timeout": _TIMEOUT_S}

    async def _content(self, text: str) -> str:
        body = self._body(text) | {"model": f"openai/{_MODEL}"}
        answer = await self._ask(**body, **self._where)
        return str(answer.choices[0].message.content)

    async def aclose(self) -> None:
        """It closes nothing."""


class Ours:
    """`extract_async`, with everything that belongs to it."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:  # noqa: ARG002
        from extractor import extract_async
        from extractor.models.endpoint import Endpoint
        from extractor.models.openai import OpenAIModel

        self._extract = extract_async
        self._model = OpenAIModel(_MODEL, endpoint=Endpoint(base_url, "x"))

    async def extract(self, text: str) -> object:
        """Extract; a record that does not pass all checks is none."""
        extraction = await self._extract(text, model=self._model)
        assert extraction.status == "ok", extraction.violations
        return extraction

    async def aclose(self) -> None:
        """Close its connections."""
        await self._model.aclose()


class OursInLedger:
    """`extractor batch` without the reading of files: all that belongs to an archive."""

    def __init__(self, base_url: str, n_in_flight: int) -> None:
        os.environ |= {"OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": "x"}
        self._n_in_flight = n_in_flight
        self._folder = tempfile.TemporaryDirectory()
        self._n_runs = 0

    async def extract_all(self, texts: Iterable[str]) -> None:
        """Run a batch into a new ledger; the articles are alike, so none is linked to another."""
        from extractor.archive.batch import Options, run_batch
        from extractor.archive.entry import Entry
        from extractor.archive.garbage import seldom_collected
        from extractor.archive.recipe import Recipe
        from extractor.article import Article

        self._n_runs += 1
        with seldom_collected():
            progress = await run_batch(
                (Entry(f"{number}.txt", Article(text)) for number, text in enumerate(texts)),
                ledger=Path(self._folder.name) / f"{self._n_runs}.db",
                recipe=Recipe((f"openai/{_MODEL}",)),
                options=Options(concurrency=self._n_in_flight, links=False),
            )
        assert set(+progress.states) == {"ok"}, progress

    async def aclose(self) -> None:
        """Remove the ledgers."""
        self._folder.cleanup()


class Row(NamedTuple):
    """A client, and the environment that it runs in."""

    environment: str
    make: Callable[[str, int], Client | Batch]


CLIENTS: dict[str, Row] = {
    "raw httpx": Row("raw", RawHttpx),
    "raw aiohttp": Row("raw", RawAiohttp),
    "openai": Row("openai", OpenAI),
    "openai aiohttp": Row("openai", OpenAIAiohttp),
    "litellm": Row("litellm", LiteLLM),
    "instructor TOOLS": Row("instructor", Instructor),
    "instructor JSON_SCHEMA": Row("instructor", InstructorSchema),
    "pydantic_ai tools": Row("pydantic_ai", PydanticAI),
    "ours": Row("ours", Ours),
    "ours with ledger": Row("ours", OursInLedger),
}


def _messages(text: str) -> list[dict[str, str]]:
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": text}]


def _sdk(base_url: str, **options: Any) -> Any:
    import openai

    return openai.AsyncOpenAI(base_url=base_url, api_key="x", timeout=_TIMEOUT_S, **options)
