"""Extractions as data frames."""

from decimal import Decimal

import pytest

from extractor.errors import UsageError
from extractor.exports import TABLES, to_frames


class FakeFrames:
    """Stands for a library of data frames: it keeps what it is given."""

    @staticmethod
    def DataFrame(rows, **options):  # noqa: N802
        """Return rows and options."""
        return rows, options


@pytest.mark.parametrize(("library", "option"), [("pandas", "columns"), ("polars", "schema")])
def test_every_table_becomes_a_frame(monkeypatch, exported, library, option):
    """Columns by name, amounts as decimals."""
    monkeypatch.setitem(__import__("sys").modules, library, FakeFrames)

    frames = to_frames(exported, library=library)

    assert list(frames) == [table.name for table in TABLES]
    rows, options = frames["events"]
    place = options[option].index("amount")
    assert rows[0][place] == Decimal(93588000000)


def test_a_library_that_is_missing_is_named(monkeypatch):
    """The message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "polars", None)

    with pytest.raises(UsageError, match="pip install polars"):
        to_frames([], library="polars")
