"""What tests share: figures built by hand."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.figures import Figure

FigureAt = Callable[..., Figure]


@pytest.fixture
def figure_at() -> FigureAt:
    """Give a function that builds the figure which stands somewhere in a text."""

    def build(text: str, words: str, value: str | None, **fields: object) -> Figure:
        start = text.index(words)
        described = {"kind": "count", "upper": None, "unit": None, "hedge": "exact"} | fields
        return Figure(
            id=start + next(at for at, char in enumerate(words) if char.isalnum()),
            start=start,
            end=start + len(words),
            value=None if value is None else Decimal(value),
            as_written=words,
            **described,  # type: ignore[arg-type]
        )

    return build
