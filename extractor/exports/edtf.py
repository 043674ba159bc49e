"""The first and the last day that an EDTF date of a record can mean."""

from calendar import monthrange
from datetime import date


def earliest_day(edtf: str | None) -> date | None:
    """Return the first day of a date; None where its year is unknown, or there is no date."""
    return _day(edtf, last=False)


def latest_day(edtf: str | None) -> date | None:
    """Return the last day of a date; None where its year is unknown, or there is no date."""
    return _day(edtf, last=True)


def _day(edtf: str | None, *, last: bool) -> date | None:
    if edtf is None or "X" in edtf:
        return None
    year, *rest = (int(part) for part in edtf.split("-"))
    month = rest[0] if rest else 12 if last else 1
    if len(rest) > 1:
        return date(year, month, rest[1])
    return date(year, month, monthrange(year, month)[1] if last else 1)
