"""Days of publishing are read where they can be told, and not guessed where they cannot."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from extractor.archive.readers.days import as_day


@pytest.mark.parametrize(
    "value",
    [
        "2022-11-04",
        "2022-11-04T08:00:00+08:00",
        " 2022/11/4 08:00",
        "2022.11.4",
        "2022年11月4日 8:00",
        "20221104",
        "20221104080000",
        20221104,
        20221104.0,
        "Fri, 04 Nov 2022 08:00:00 +0800",
        "1667520000",
        1667520000,
        1667520000.5,
        1667520000000,
        date(2022, 11, 4),
        datetime(2022, 11, 4, 8, tzinfo=UTC),
    ],
)
def test_a_day_is_read(value: Any) -> None:
    """In the ways that exports and pages write it."""
    assert as_day(value) == date(2022, 11, 4)


@pytest.mark.parametrize(
    "value",
    [
        "4/11/2022",
        "2022",
        "2022-13-45",
        "yesterday",
        "",
        "2022110",
        None,
        True,
        12,
        20221345,
        20221104.5,
        float("nan"),
        float("inf"),
        10**30,
        ["2022-11-04"],
    ],
)
def test_what_is_no_day_for_certain_is_none(value: Any) -> None:
    """4/11 is April or November; an odd value is no failure."""
    assert as_day(value) is None
