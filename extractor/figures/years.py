"""Years and months that only the surroundings of a date tell."""

import re
from collections import Counter
from datetime import date, timedelta

from extractor.figures.reading import Reading

_LAST_YEAR = re.compile(r"(?:last|previous) (?:year|[A-Z]\w+),? ?(?:on )?\Z|去年(?:的)?\Z|上年\Z", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"next (?:year|[A-Z]\w+),? ?(?:on )?\Z|明年(?:的)?\Z|来年\Z", re.IGNORECASE)
_REACH = 16


def complete_dates(text: str, readings: list[Reading], published: date | None) -> None:
    """Give dates without a year or month the ones that their context tells; change them in place.

    The day of publication tells best: the year that brings the date nearest to it. Failing that,
    the first full date of the text stands for it, then a year in the same sentence or event name.
    """
    open_dates = [r for r in readings if r.kind == "date" and (r.date is None or "XX" in r.date)]
    if not open_dates:
        return
    stated = _stated_day(readings)
    home = published or stated
    fallback = None if home else _year_told(text, readings)
    month: str | None = None
    for reading in readings:
        if reading.kind != "date":
            continue
        if reading.date is None:
            _relative(text, reading, published or stated)
            continue
        if reading.date.startswith("XXXX"):
            year = _year_for(text, reading, home, fallback)
            reading.date = _with_year(reading.date, year, month, home)
        if re.fullmatch(r"\S{4}-\d\d(?:-\d\d)?", reading.date):
            month = reading.date[:7]


def _relative(text: str, reading: Reading, home: date | None) -> None:
    if home and text[reading.start] == "昨":
        reading.date = (home - timedelta(days=1)).isoformat()


def _stated_day(readings: list[Reading]) -> date | None:
    for reading in readings:
        if reading.kind == "date" and reading.date and re.fullmatch(r"\d{4}-\d\d-\d\d", reading.date):
            try:
                return date.fromisoformat(reading.date)
            except ValueError:
                continue
    return None


def _year_told(text: str, readings: list[Reading]) -> int | None:
    """Return the year in an event's name, or the one most often told; None without any."""
    years: Counter[int] = Counter()
    for reading in readings:
        if reading.kind == "year" and reading.value is not None:
            after, before = text[reading.end : reading.end + 2], text[max(0, reading.start - 2) : reading.start]
            named = after[:1] == " " and after[1:].isupper() or (after[:1] > "⺀" and not after.startswith("年")) or before[:1].isalpha() and before.endswith(" ")
            past = re.search(r"(?:since|in|until|by|自|前|届|于|於) ?\Z", text[max(0, reading.start - 6) : reading.start])
            years[int(reading.value)] += 1 if past else 5 if named else 3
    return max(years, key=lambda year: (years[year], year)) if years else None


def _year_for(text: str, reading: Reading, home: date | None, fallback: int | None) -> int | None:
    shift = 0
    before = text[max(0, reading.start - _REACH) : reading.start]
    if _LAST_YEAR.search(before):
        shift = -1
    elif _NEXT_YEAR.search(before):
        shift = 1
    if home is None:
        return fallback + shift if fallback else None
    if shift or reading.date is None:
        return home.year + shift
    month = reading.date[5:7]
    if not month.isdecimal():
        return home.year
    distance = int(month) - home.month
    return home.year + (-1 if distance > 6 else 1 if distance < -6 and "/" not in reading.date else 0)


def _with_year(written: str, year: int | None, month: str | None, home: date | None) -> str:
    if written.startswith("XXXX-XX-"):
        known = month or (home.isoformat()[:7] if home else None)
        if known:
            return f"{known}{written[7:]}"
        return f"{year:04d}{written[4:]}" if year else written
    return written.replace("XXXX", f"{year:04d}") if year else written
