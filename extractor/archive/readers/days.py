"""Days of publishing, in the ways that files and pages write them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_NUMERIC = re.compile(r"\s*([12]\d{3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*([12]\d{3})(\d{2})(\d{2})(?:\D|\d{6}|$)")
_SECONDS = range(100_000_000, 10_000_000_000)
"""Seconds since 1970, from 1973 to 2286; a thousand times as many are milliseconds."""


def as_day(value: Any) -> date | None:
    """Return the day that a value names, None where it names none that can be told.

    Read are dates and times, ISO 8601, 2023/11/4, 2023年11月4日, 20231104 (as a number, too), the form of mail and RSS,
    and seconds or milliseconds since 1970 (UTC). Days before months are not: 4/11 may be either.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _since_1970(value) or _counted(value)
    return _written(value) if isinstance(value, str) else None


def _written(text: str) -> date | None:
    found = _NUMERIC.match(text) or _COMPACT.match(text)
    try:
        if found is not None:
            return date(*map(int, found.groups()[:3]))
        if re.fullmatch(r"\d{10}|\d{13}", text):
            return _since_1970(int(text))
        return parsedate_to_datetime(text).date()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _counted(number: float) -> date | None:
    """Return the day of a number such as 20231104."""
    is_compact = 10_000_000 <= number < 100_000_000 and number == int(number)
    return _written(str(int(number))) if is_compact else None


def _since_1970(number: float) -> date | None:
    if number != number or abs(number) >= 1e15:  # noqa: PLR0124  not a number
        return None
    for seconds in (int(number), int(number) // 1_000):
        if seconds in _SECONDS:
            return datetime.fromtimestamp(seconds, UTC).date()
    return None
