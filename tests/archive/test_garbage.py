"""Garbage, looked for seldom while an archive is worked on."""

import gc
from collections.abc import Iterator

import pytest

from extractor.archive.garbage import seldom_collected


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    """Leave the process as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        pytest.param(700, 10_000, id="default"),
        pytest.param(50_000, 50_000, id="already-seldom"),
        pytest.param(0, 0, id="switched-off"),
    ],
)
def test_new_objects_are_looked_at_seldom_and_afterwards_as_before(
    before: int, inside: int
) -> None:
    """Nobody's own setting is made stricter, or lost."""
    gc.set_threshold(before, 11, 12)

    with seldom_collected():
        assert gc.get_threshold() == (inside, 11, 12)

    assert gc.get_threshold() == (before, 11, 12)


def test_the_setting_comes_back_after_a_failure() -> None:
    """A run may end in whatever way."""
    gc.set_threshold(700, 10, 10)

    with pytest.raises(ValueError, match="broken"), seldom_collected():
        raise ValueError("broken")

    assert gc.get_threshold() == (700, 10, 10)
