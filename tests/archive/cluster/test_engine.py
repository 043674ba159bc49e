"""Connecting to a cluster: what is said where there is none."""

from types import SimpleNamespace
from typing import Any

import pytest

from extractor.archive.cluster import engine
from extractor.errors import UsageError


@pytest.mark.parametrize(
    ("address", "said"),
    [("ray.example:6379", "--address ray.example:6379: no cluster"), (None, "Ray: no cluster")],
    ids=["named", "in the environment"],
)
def test_a_cluster_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str | None, said: str
) -> None:
    """The line says which cluster was meant, and never one that nobody named."""

    def init(**_: Any) -> None:
        raise ConnectionError("refused")

    ray = SimpleNamespace(is_initialized=lambda: False, init=init, shutdown=lambda: None)
    monkeypatch.setattr(engine, "require_ray", lambda: ray)

    with pytest.raises(UsageError, match=said), engine.connected(address):
        pass
