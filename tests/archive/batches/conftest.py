"""What the tests of the batch route share: a provider without a wire, and how to run through it."""

import asyncio
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.batches import run
from extractor.archive.batches.rounds import BatchAudience, Schedule
from extractor.archive.entry import Entry
from extractor.archive.options import Options
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe

sys.path.insert(0, str(Path(__file__).parent))  # for the provider that lies beside the tests

from fake_service import FakeService

RECIPE = Recipe(("openai/mock",))


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> FakeService:
    """Put a provider without a wire in the place of the one that is asked."""
    fake = FakeService()
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://{fake.name}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "no-key")
    monkeypatch.setattr(run, "BatchService", lambda _client: fake)
    return fake


@pytest.fixture
def through_batches(tmp_path: Path) -> Callable[..., Progress]:
    """Return a function that runs the test's ledger through batches."""

    def through_batches(
        entries: Iterable[Entry],
        *,
        recipe: Recipe = RECIPE,
        waits: bool = True,
        on_start: Callable[[Any], None] = lambda _: None,
        on_look: Callable[[Any], None] = lambda _: None,
        **options: Any,
    ) -> Progress:
        return asyncio.run(
            run.run_in_batches(
                entries,
                ledger=tmp_path / "ledger.db",
                recipe=recipe,
                options=Options(**options),
                schedule=Schedule(0.001, waits),
                audience=BatchAudience(on_look=on_look),
                on_start=on_start,
            )
        )

    return through_batches
