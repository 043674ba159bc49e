"""Dates that a draft states: each must follow from the article and its day of publication."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractor.article import Article, Span
from extractor.figures import Figure

_NEAR_DAYS = 10
_LONGEST_EVENT_DAYS = 62
_LEAP_YEAR = "2000"  # stands in for an unknown year, so that 29 February is a day

_DAY_UNITS = re.compile(r"days?|天|日", re.IGNORECASE)
_OFFSETS = {
    0: re.compile(
        r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b|今[天日晨晚早]|当[天日]|當[天日]|即日",
        re.IGNORECASE,
    ),
    -1: re.compile(r"\byesterday\b|昨[天日晚]", re.IGNORECASE),
    -2: re.compile(r"前天|前日|\bthe day before yesterday\b", re.IGNORECASE),
    1: re.compile(r"\btomorrow\b|明[天日]|次日|翌日", re.IGNORECASE),
}
_WEEKDAYS = (
    re.compile(r"\bMon(?:day)?\b|(?:周|週|星期|礼拜|禮拜)一"),
    re.compile(r"\bTue(?:s|sday)?\b|(?:周|週|星期|礼拜|禮拜)二"),
    re.compile(r"\bWed(?:nesday)?\b|(?:周|週|星期|礼拜|禮拜)三"),
    re.compile(r"\bThu(?:rs|rsday)?\b|(?:周|週|星期|礼拜|禮拜)四"),
    re.compile(r"\bFri(?:day)?\b|(?:周|週|星期|礼拜|禮拜)五"),
    re.compile(r"\bSat(?:urday)?\b|(?:周|週|星期|礼拜|禮拜)六"),
    re.compile(r"\bSun(?:day)?\b|(?:周|週|星期|礼拜|禮拜)[日天]"),
)
_EDTF = re.compile(
    r"[0-9]{4}|(?:[0-9]{4}|XXXX)-(?:(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?|XX-(?:0[1-9]|[12][0-9]|3[01]))"
)
_BARE_DAY = r"\d{1,2}(?:日|号|號|st|nd|rd|th)?"
_BARE_DAYS = re.compile(rf"{_BARE_DAY}(?:\s*(?:至|到|[-–—~～])\s*{_BARE_DAY})?")


def is_edtf(text: str) -> bool:
    """Return whether a text is a date as the record writes it: 2022-11-03, 2022-11, XXXX-11-03."""
    if not _EDTF.fullmatch(text):
        return False
    return len(text) < len("2022-11-03") or "-XX-" in text or _as_day(text) is not None


def date_evidence(claim: str, article: Article, figures: Sequence[Figure]) -> Span | None:
    """Return the words that a date rests on, or None where nothing supports it.

    A date rests on a date figure that it equals (or is a part of), on a relative day ("yesterday",
    周三) counted from a known date, or on a stated duration counted from a date figure or a relative
    day. A year must be one of a date, of a year figure, or next to that of publication.
    """
    if not is_edtf(claim):
        return None
    dated = [figure for figure in figures if figure.date]
    if not claim.startswith("XXXX") and claim[:4] not in _known_years(article, dated):
        return None
    for figure in dated:
        if any(_completes(endpoint, claim) for endpoint in _endpoints(figure)):
            return figure.span
        if _says(figure, claim) or any(_leaves_open(s, claim, article) for s in _stated(figure)):
            return figure.span
    return _relative_day(claim, article, dated) or _end_of_duration(claim, article, figures)


def completed_date(claim: str, figures: Sequence[Figure]) -> str:
    """Return a claimed date with the year and month that the model left open and code knows.

    The finder completes a day by the date of publication and by the years of the text; where all
    that fit the claim come to one day, the record has that day.
    """
    if not claim.startswith("XXXX"):
        return claim
    endpoints = {endpoint for figure in figures for endpoint in _endpoints(figure)}
    fitting = [endpoint for endpoint in endpoints if _completes(endpoint, claim)]
    return fitting[0] if len(fitting) == 1 else claim


def _completes(endpoint: str, claim: str) -> bool:
    """Return whether a whole date is the claimed one with its open parts filled in."""
    if len(endpoint) != len(claim) or "X" in endpoint or not claim.startswith("XXXX"):
        return False
    return all(said in {known, "X"} for said, known in zip(claim, endpoint, strict=True))


def _endpoints(figure: Figure) -> list[str]:
    return (figure.date or "").split("/")


def _stated(figure: Figure) -> Iterator[str]:
    """Yield a figure's dates as far as its own words go: the finder completes year and month."""
    is_bare = _BARE_DAYS.fullmatch(figure.as_written) is not None
    for endpoint in _endpoints(figure):
        year, rest = endpoint[:4], endpoint[4:]
        if year not in figure.as_written:
            year = "XXXX"
        yield f"{year}-XX{rest[3:]}" if is_bare and len(rest) == len("-11-03") else f"{year}{rest}"


def _known_years(article: Article, dated: Sequence[Figure]) -> set[str]:
    years = {endpoint[:4] for figure in dated for endpoint in _endpoints(figure)}
    if article.published:
        years |= {f"{article.published.year + step:04}" for step in (-1, 0, 1)}
    return years


def _says(figure: Figure, claim: str) -> bool:
    """Return whether a date in the text is the one claimed, or lies in the claimed year or month."""
    return any(
        endpoint == claim or endpoint.startswith(f"{claim}-") for endpoint in _endpoints(figure)
    )


def _leaves_open(stated: str, claim: str, article: Article) -> bool:
    """Return whether a date without its year or month may be the one claimed."""
    if len(stated) != len(claim) or len(claim) == len("2022"):
        return False
    if stated.startswith("XXXX-XX-"):
        return stated[-2:] == claim[-2:] and _month_fits(claim, article)
    return stated[4:] == claim[4:] and "XXXX" in (stated[:4], claim[:4])


def _month_fits(claim: str, article: Article) -> bool:
    """A day without its month is near the day of publication, where that is known."""
    day = _as_day(claim)
    if article.published is None or day is None:
        return claim.startswith("XXXX-XX-")
    return abs((article.published - day).days) <= _LONGEST_EVENT_DAYS


def _as_day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf.replace("XXXX", _LEAP_YEAR))
    except ValueError:
        return None


def _stated_days(claim: str, dated: Sequence[Figure]) -> Iterator[date]:
    """Yield the days of date figures; where one side leaves the year open, the other's counts."""
    for figure in dated:
        for endpoint in _endpoints(figure):
            is_open = "XXXX" in (endpoint[:4], claim[:4])
            if day := _as_day(claim[:4] + endpoint[4:] if is_open else endpoint):
                yield day


def _relative_day(claim: str, article: Article, dated: Sequence[Figure]) -> Span | None:
    day = _as_day(claim)
    if day is None:
        return None
    anchors = [*_stated_days(claim, dated)]
    if article.published and not claim.startswith("XXXX"):
        anchors.insert(0, article.published)
    distances = [(day - anchor).days for anchor in anchors]
    for pattern in dict.fromkeys(_relations(distances, day.weekday())):
        if found := pattern.search(article.text):
            return Span(*found.span())
    return None


def _relations(distances: Sequence[int], weekday: int) -> Iterator[re.Pattern[str]]:
    """Yield the wordings for a day that lies so far from known ones, in their order."""
    for distance in distances:
        if distance in _OFFSETS:
            yield _OFFSETS[distance]
        if abs(distance) <= _NEAR_DAYS:
            yield _WEEKDAYS[weekday]


def _spoken_days(article: Article) -> Iterator[int]:
    """Yield the ordinals of the days that "yesterday" or "on Friday" mean on the published page."""
    if article.published is None:
        return
    today = article.published.toordinal()
    for offset, pattern in _OFFSETS.items():
        if pattern.search(article.text):
            yield today + offset
    for weekday, pattern in enumerate(_WEEKDAYS):
        if pattern.search(article.text):
            yield today - (article.published.weekday() - weekday) % 7


def _end_of_duration(claim: str, article: Article, figures: Sequence[Figure]) -> Span | None:
    """An event of n days ends n - 1 days after it begins, and the other way round."""
    day = _as_day(claim)
    if day is None:
        return None
    dated = [figure for figure in figures if figure.date]
    known = [other.toordinal() for other in _stated_days(claim, dated)]
    reaches = {abs(day.toordinal() - other) for other in (*known, *_spoken_days(article))}
    for figure in figures:
        if figure.value is None or not _DAY_UNITS.search(figure.unit or ""):
            continue
        if 1 < figure.value <= _LONGEST_EVENT_DAYS and figure.value - 1 in reaches:
            return figure.span
    return None
