"""Years and months that only the surroundings of a date tell."""

import re
from bisect import bisect_left
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_LAST_YEAR = Pattern(
    r"(?:last year(?:'s)?|previous year),? ?(?:on |in )?\Z|去年的?\Z|上年\Z", re.IGNORECASE
)
_NEXT_YEAR = Pattern(r"next year,? ?(?:on |in )?\Z|明年的?\Z|来年\Z|翌年\Z", re.IGNORECASE)
_STRETCH = ("since", "until", "by", "before", "from", "自", "从", "從", "至")
_AHEAD = (
    "预计",
    "預計",
    "计划",
    "計劃",
    "计划于",
    "計劃於",
    "预计于",
    "預計於",
    "力争",
    "力爭",
    "可望",
    "有望",
)
_IN = ("in", "于", "於")
_DAY = Pattern(r"\d{4}-\d\d-\d\d")
_MONTH = Pattern(r"(?:\d{4}|XXXX)-\d\d(?=-|$)")
_REACH = 16
_SENTENCE = 120
_ONE_SPAN = 4
_MOST_NEAR = 8
_SENTENCE_END = Pattern(r"[。\n]|\. ")


def complete_dates(text: str, readings: list[Reading], published: date | None) -> None:
    """Give dates without a year or month the ones that their context tells; change them in place.

    The day of publication tells best: the year that brings the date nearest to it. Failing that a
    year told in the same sentence or event name, or the one told most often.
    """
    dates = [reading for reading in readings if reading.kind == "date"]
    if all(reading.date and "X" not in reading.date for reading in dates):
        return
    home = published or _stated_day(text, dates)
    years = [] if home else _years(text, readings)
    usual = _usual_year(text, years) if years else None
    previous: Reading | None = None
    for reading in dates:
        written = reading.date or ""
        if written.startswith("XXXX") and not written.startswith("XXXX-XX"):
            if previous is not None and reading.start - previous.end <= _ONE_SPAN:
                # the other end of a span of days
                year = (
                    int(previous.date[:4])
                    if (previous.date or "X")[0] != "X" and previous.date
                    else None
                )
            else:
                shift = _shift(text, reading)
                year = (
                    _nearest_year(written, home, shift)
                    if home
                    else _told_year(text, reading, years, usual, shift)
                )
            if year:
                reading.date = written.replace("XXXX", f"{year:04d}")
        previous = reading
    _complete_days(text, dates, published)


def _complete_days(text: str, dates: list[Reading], published: date | None) -> None:
    """Give days without a month the one of the nearest date before, or else after."""
    after: list[str | None] = []
    month: str | None = None
    for reading in reversed(dates):
        after.append(month)
        month = _month_of(reading) or month
    month = None
    previous: Reading | None = None
    for reading, later in zip(dates, reversed(after), strict=True):
        if reading.date is None:
            _resolve_other(text, reading, previous, published)
        elif reading.date.startswith("XXXX-XX"):
            told = _month_named(text, reading, published) or _month_for(
                reading.date[8:], [month, later], published
            )
            reading.date = (told or "XXXX-XX") + reading.date[7:]
        month = _month_of(reading) or month
        previous = reading


def _month_of(reading: Reading) -> str | None:
    found = _MONTH.match(reading.date or "")
    return found.group() if found else None


def _shift(text: str, reading: Reading) -> int:
    before = text[max(0, reading.start - _REACH) : reading.start]
    if "年" not in before and "year" not in before.lower():
        return 0
    return -1 if _LAST_YEAR.search(before) else 1 if _NEXT_YEAR.search(before) else 0


def _resolve_other(
    text: str, reading: Reading, previous: Reading | None, published: date | None
) -> None:
    """Date 昨日 by the day of publication, and a lunar day by the day it is set beside."""
    if text[reading.start] == "昨":
        if published:
            reading.date = (published - timedelta(days=1)).isoformat()
    elif previous is not None and reading.start - previous.end <= 2 and previous.date:
        reading.date = previous.date


def _month_named(text: str, reading: Reading, published: date | None) -> str | None:
    """Return the month of 本月25日 and 上月25日, told by the day of publication."""
    before = text[max(0, reading.start - 3) : reading.start]
    if published is None or not before.endswith("月"):
        return None
    if before.endswith(("上月", "上个月", "上個月")):
        published = published.replace(day=1) - timedelta(days=1)
    elif not before.endswith(("本月", "当月", "當月", "这个月", "這個月")):
        return None
    return published.isoformat()[:7]


def _month_for(day: str, told: list[str | None], published: date | None) -> str | None:
    """Return the month that a day is of: one told beside it, or that of publication or before.

    A day that would then lie after the day of publication belongs to another month, if any.
    """
    months = [month for month in told if month]
    if published is not None:
        this = published.isoformat()
        months += [this[:7], (published.replace(day=1) - timedelta(days=1)).isoformat()[:7]]
        months = [month for month in months if f"{month}-{day}" <= this] or months
    return next((month for month in months if int(day) <= _LENGTHS[int(month[5:]) - 1]), None)


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _stated_day(text: str, dates: list[Reading]) -> date | None:
    """Return the day that a text without a known day of publication states for itself."""
    full = [reading for reading in dates if reading.date and _DAY.fullmatch(reading.date)]
    for reading in full:
        if reading.start < len(text) // 4 + 200:
            try:
                return date.fromisoformat(reading.date or "")
            except ValueError:
                continue
    return None


class _Told(NamedTuple):
    """A year that the text tells, with the figure that tells it."""

    year: int
    reading: Reading
    is_aside: bool


def _years(text: str, readings: list[Reading]) -> list[_Told]:
    return [
        _Told(int(reading.date[:4]), reading, _is_aside(text, reading))
        for reading in readings
        if reading.kind in _DATED and reading.date and reading.date[:4].isdecimal()
    ]


_DATED = frozenset({"year", "date"})


def _usual_year(text: str, years: list[_Told]) -> int | None:
    """Return the year told most often; one in a name counts most, a mere "since 2017" tells none."""
    weights: Counter[int] = Counter()
    for told in years:
        weights[told.year] += _weight(text, told)
    best = max(weights, key=lambda year: (weights[year], year))
    return best if weights[best] > 1 else None


def _weight(text: str, told: _Told) -> int:
    start = told.reading.start
    if told.is_aside or _ends(text, start, _IN):
        return 1
    return 6 if _is_named(text, told.reading) else 3


def _is_aside(text: str, reading: Reading) -> bool:
    """Return whether a year is not that of what is told.

    It begins or ends a stretch of time (since 2017, 2018年以来), or is to come (预计2026年).
    """
    return text.startswith(("以来", "以來", "起"), reading.end) or _ends(
        text, reading.start, _STRETCH + _AHEAD
    )


def _ends(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Return whether one of a few short words stands before a place, with or without a space."""
    return text[max(0, at - 7) : at].removesuffix(" ").lower().endswith(words)


def _is_named(text: str, reading: Reading) -> bool:
    """Return whether a year stands in a name: 2022 Trade Week, Conference 2023, 2021苍浦—."""
    if reading.kind != "year":
        return False
    after, before = (
        text[reading.end : reading.end + 2],
        text[max(0, reading.start - 2) : reading.start],
    )
    return (
        (after[:1] == " " and after[1:].isupper())
        or (after[:1] > "㐀" and not after.startswith("年"))
        or (before[:1].isalpha() and before.endswith(" "))
    )


def _told_year(
    text: str, reading: Reading, years: list[_Told], usual: int | None, shift: int
) -> int | None:
    first = bisect_left(years, reading.start - _SENTENCE, key=lambda told: told.reading.start)
    near = []
    for year, other, is_aside in years[first : first + _MOST_NEAR]:
        distance = abs(other.start - reading.start)
        if distance > _SENTENCE or is_aside:
            continue
        between = text[min(other.end, reading.end) : max(other.start, reading.start)]
        if not _SENTENCE_END.search(between):
            near.append((distance, year))
    told = min(near)[1] if near else usual
    return told + shift if told else None


def _nearest_year(written: str, home: date, shift: int) -> int:
    if shift or "/" in written:
        return home.year + shift
    distance = int(written[5:7]) - home.month
    return home.year + (-1 if distance > 6 else 1 if distance < -6 else 0)
