"""The days that an EDTF date can mean."""

import pytest

from extractor.exports.edtf import earliest_day, latest_day


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022-11-03", "2022-11-03", "2022-11-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("XXXX-11-03", None, None),
        ("XXXX-XX-27", None, None),
        (None, None, None),
    ],
)
def test_a_date_lies_between_its_first_and_last_day(edtf, earliest, latest):
    """A day, a month, a year; nothing where the year is open."""
    days = (earliest_day(edtf), latest_day(edtf))

    assert [day and day.isoformat() for day in days] == [earliest, latest]
