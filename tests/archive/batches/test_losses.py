"""Losses: the process is killed at each step of a run through batches; none is paid twice."""

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_service import FakeService, Fate

from extractor.archive.attempts import Attempts
from extractor.archive.batches import run
from extractor.archive.batches.submitter import Submitter
from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.archive.submissions import Submissions

N = 2
STEPS = [
    (Submissions, "begin"),
    (Submissions, "_step"),
    (Attempts, "ask"),
    (Attempts, "keep"),
    (Submitter, "_remove"),
    (FakeService, "upload"),
    (FakeService, "create"),
    (FakeService, "look"),
    (FakeService, "download"),
]


class Moments:
    """What a killed process would have left, at each moment: its files, and the provider."""

    def __init__(self, service: FakeService, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.kept: list[tuple[Path, FakeService]] = []
        self._service = service
        self._folder = folder
        for owner, name in STEPS:
            patch.setattr(owner, name, self._watched(getattr(owner, name)))

    def _watched(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            result = method(*arguments, **options)
            if not hasattr(result, "__await__"):
                self._keep()
                return result

            async def awaited() -> Any:
                said = await result
                self._keep()
                return said

            return awaited()

        return watched

    def _keep(self) -> None:
        moment = self._folder.with_name(f"moment-{len(self.kept)}")
        shutil.copytree(self._folder, moment, ignore=shutil.ignore_patterns("*-lock"))
        self.kept.append((moment, copy.deepcopy(self._service)))


def test_whoever_comes_after_a_process_that_was_killed_pays_nothing_twice(
    service: FakeService,
    through_batches: Callable[..., Progress],
    articles: Callable[[int], list[Entry]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wherever it was: the provider has got each request once in the end."""
    service.fate = lambda _: Fate(n_looks=1)
    entries = articles(N)
    with pytest.MonkeyPatch.context() as patch:
        moments = Moments(service, tmp_path, patch)
        through_batches(entries)
    shutil.rmtree(tmp_path)

    for moment, provider in moments.kept:
        moment.rename(tmp_path)
        monkeypatch.setattr(run, "BatchService", lambda _, provider=provider: provider)
        progress = through_batches(entries)
        shutil.rmtree(tmp_path)

        assert progress.n_waiting == 0, moment.name
        assert sum(provider.sizes()) == N, moment.name  # of batches nobody looks at, too
        assert sorted(provider.counts.values()) == [1] * N, moment.name
    assert len(moments.kept) > 2 * N
