"""What the tests of models share: requests, and how to ask them."""

import asyncio

import pytest

from extractor.article import Article
from extractor.exchange import Message, Purpose, Reply, Request
from extractor.figures import Figure
from extractor.models.base import Model

SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "required": ["a"],
    "additionalProperties": False,
}


@pytest.fixture
def make_request():
    """Return a function that makes requests about a text."""

    def make(  # noqa: PLR0913  one parameter a field
        text: str = "Ten projects were signed.",
        *,
        instruction: str = "Read the article.",
        purpose: Purpose = "draft",
        name: str = "article",
        figures: tuple[Figure, ...] = (),
        prompt: str = "extract/v1",
        number: int = 1,
    ) -> Request:
        messages = (Message("system", instruction), Message("user", text))
        return Request(
            purpose=purpose,
            article=Article(text, name=name),
            figures=figures,
            schema=SCHEMA,
            schema_name="draft",
            render=lambda: messages,
            prompts=(prompt,) if purpose == "draft" else (prompt, "repair/v1"),
            number=number,
        )

    return make


@pytest.fixture
def ask():
    """Return a function that asks a model on an event loop of its own, and closes the model."""

    def ask(model: Model, request: Request, *, timeout_s: float = 10.0) -> Reply:
        async def answer() -> Reply:
            try:
                return await model.answer(request, timeout_s=timeout_s)
            finally:
                if hasattr(model, "aclose"):
                    await model.aclose()

        return asyncio.run(answer())

    return ask
