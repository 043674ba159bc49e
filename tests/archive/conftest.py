"""What the tests of archives share: a service that counts, articles, and how to run a batch."""

import asyncio
import string
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.batch import Options, run_batch
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.article import Article

sys.path.insert(0, str(Path(__file__).parent))  # for the server that lies beside the tests

from counting_server import CountingServer, running

RECIPE = Recipe(("openai/mock",))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[CountingServer]:
    """Run a service that counts, and make it the one that is asked."""
    with running() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.address)
        monkeypatch.setenv("OPENAI_API_KEY", "no-key")
        yield server


def subjects(n: int) -> list[str]:
    """Return names of subjects, which hold no figure."""
    letters = product(string.ascii_lowercase, repeat=3)
    return [f"subject-{''.join(word)}" for word, _ in zip(letters, range(n), strict=False)]


def news(subject: str) -> Article:
    """Return an article without a figure in it."""
    return Article(f"News of {subject}\nThe {subject} was seen near the river.", name=subject)


@pytest.fixture
def articles() -> Callable[[int], list[Entry]]:
    """Return a function that makes so many entries."""
    return lambda n: [Entry(f"{subject}.txt", news(subject)) for subject in subjects(n)]


@pytest.fixture
def batch(tmp_path: Path) -> Callable[..., Progress]:
    """Return a function that runs a batch on the test's ledger."""

    def batch(
        entries: Iterable[Entry], *, recipe: Recipe = RECIPE, on_start: Any = None, **options: Any
    ) -> Progress:
        return asyncio.run(
            run_batch(
                entries,
                ledger=tmp_path / "ledger.db",
                recipe=recipe,
                options=Options(**options),
                on_start=on_start,
            )
        )

    return batch


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """Return where the test's ledger is."""
    return tmp_path / "ledger.db"
