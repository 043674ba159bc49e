"""English dates: October 26 to 28, 3 Nov. 2022, the third quarter, 2018-12-03."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.figures.days import YEAR, dated, period
from extractor.figures.form import Form
from extractor.figures.hedges import BEFORE
from extractor.figures.leads import lead
from extractor.figures.links import share_of_ratio
from extractor.figures.numerals import digits
from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?![A-Za-z])"
# What may not follow a day: it is the number of something else.
_NO_DAY = r"(?![,.]\d{3}|[.]\d|[ ]?(?:%|per[ ]?cent|billion|million|hundred|thousand|crore|lakh)|[ ](?:[a-z-]+[ ]){0,2}(?:projects|companies|enterprises|agreements|contracts|people|countries))"
_TO = r"(?:[ ]?[-–—~/][ ]?|[ ](?:to|and|through|until|till|&)[ ]|,[ ])"
_ON_YEAR = rf"(?:,?[ ](?:of[ ])?{YEAR})"

_PART = Pattern(rf"(?P<month>{_MONTH})|(?P<year>{YEAR})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?")


def _days(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read one day or several: each has the month that stands nearest before it, or the only one."""
    base = found.start()
    parts = list(_PART.finditer(found.group()))
    year = next((int(part["year"]) for part in parts if part["year"]), None)
    months = [part for part in parts if part["month"]]
    days = [part for part in parts if part["day"]]
    if days[0].start() < months[0].start():
        return _day_first(base, days, months, year, len(found.group()))
    readings = []
    for index, part in enumerate(days):
        month = [month for month in months if month.start() < part.start()][-1]
        own = not any(month.start() < day.start() < part.start() for day in days)
        end = len(found.group()) if index == len(days) - 1 else part.end()
        reading = dated(
            base + (month if own else part).start(),
            base + end,
            year=year,
            month=_month(month["month"]),
            day=int(part["day"]),
        )
        reading.id = base + part.start()
        readings.append(reading)
    return readings


def _day_first(
    base: int, days: list[re.Match[str]], months: list[re.Match[str]], year: int | None, length: int
) -> Sequence[Reading]:
    """Read "28 April to 2 May 2023" and "24-28 June": each day has the month that follows it."""
    readings = []
    for index, part in enumerate(days):
        month = next(month for month in months if month.start() > part.start())
        last = index == len(days) - 1
        own = not last and month.start() < days[index + 1].start()
        end = length if last else month.end() if own else part.end()
        readings.append(
            dated(
                base + part.start(),
                base + end,
                year=year,
                month=_month(month["month"]),
                day=int(part["day"]),
            )
        )
    return readings


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _month_year(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    reading = dated(*found.span(), year=int(found.group()[-4:]), month=_month(found.group()))
    reading.id = found.end() - 4
    return (reading,)


def _year_first(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    year, month, day = map(int, re.split("[-/.]", found.group()))
    return (dated(*found.span(), year=year, month=month, day=day),)


def _year_last(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read 04.08.2016 day first; 4/8/2016 could be either, so that only the year is sure."""
    first, second, year = map(int, re.split("[-/.]", found.group()))
    if second > 12:
        first, second = second, first
    if second > 12:
        return ()
    if first > 12 or first == second or "." in found.group():
        return (dated(*found.span(), year=year, month=second, day=first),)
    return (dated(*found.span(), year=year),)


def _fiscal(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read 2023-24 and 2021-2025 as years of a plan or budget: the first year, and the span."""
    first, last = re.split("[-–/]", found.group())
    last = last if len(last) == 4 else first[:2] + last
    if int(last) <= int(first):
        return ()
    reading = Reading("year", *found.span(), Decimal(first))
    reading.date = f"{first}/{last}"
    return (reading,)


def _ratio(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read 60:40 and 4:50:46 as percentages where the parts make up a whole; else three are a time.

    Two are never a time: the form takes none that a clock could show.
    """
    base = found.start()
    parts = [
        Reading("count", base + part.start(), base + part.end(), *digits(part.group()))
        for part in re.finditer(r"[\d.]+", found.group())
    ]
    if share_of_ratio(parts):
        _take_hedge(text, parts[0], floor)
        return parts
    return (Reading("other", *found.span()),) if len(parts) > 2 else ()


def _take_hedge(text: str, reading: Reading, floor: int) -> None:
    before = lead(text, reading.id, floor)
    if before is not None and before.hedge:
        reading.start, reading.hedge = before.start, BEFORE[before.hedge]


def _clock(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    return (Reading("other", *found.span()),)


_ORDERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
}
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}


def _quarter(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read "third quarter", "first half of 2024", "Q3 2024", "H1"."""
    written = found.group()
    months = 6 if "half" in written or written[0] == "H" else 3
    number = (
        int(written[1]) if written[0] in "QH" else _ORDERS[re.split("[ -]", written)[0].lower()]
    )
    number = min(number, 12 // months)
    return (
        period(
            *found.span(),
            year=_ending_year(written),
            first=(number - 1) * months + 1,
            last=number * months,
        ),
    )


def _ending_year(written: str) -> int | None:
    return int(written[-4:]) if written[-4:].isdecimal() else None


def _first_months(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read "first nine months of 2023", "first three quarters"; "last three years" is a duration."""
    order, number, unit = found.group().split()[:3]
    count = _COUNTS.get(number) or int(number)
    if order.lower() == "last":
        reading = Reading("quantity", found.start() + 5, found.end(), Decimal(count))
        reading.unit = unit
        return (reading,)
    last = min(max(count, 1) * (3 if unit == "quarters" else 1), 12)
    return (period(*found.span(), year=_ending_year(found.group()), first=1, last=last),)


WORD_DATES = (
    Form(
        "monthday",
        rf"{_MONTH},?[ ]?(?:the[ ])?{_DAY}{_NO_DAY}(?:{_TO}(?:{_MONTH}[ ])?{_DAY}{_NO_DAY})?{_ON_YEAR}?",
        _days,
        (
            ("held on November 3 in", "XXXX-11-03"),
            ("on Sept. 5, 2023,", "2023-09-05"),
            ("April 12th,the", "XXXX-04-12"),
        ),
    ),
    Form(
        "monthyear",
        rf"{_MONTH},?[ ](?:of[ ])?{YEAR}",
        _month_year,
        (("in February 2026,", "2026-02"),),
    ),
    Form(
        "quarter",
        rf"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -](?:quarter|half)(?![A-Za-z])(?:[ ](?:of[ ]|in[ ])?(?:the[ ]year[ ])?{YEAR})?"
        rf"|[QH][1-4](?![\dA-Za-z]|\.\d)(?:[ ,]+(?:of[ ])?{YEAR})?",
        _quarter,
        (
            ("in the third quarter", "XXXX-07/XXXX-09"),
            ("the first half of 2024", "2024-01/2024-06"),
            ("in Q3 2024", "2024-07/2024-09"),
        ),
    ),
    Form(
        "firstmonths",
        rf"(?:[Ff]irst|[Ll]ast)[ ](?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}})[ ](?:months|quarters)(?![a-z])(?:[ ](?:of|in)[ ]{YEAR})?",
        _first_months,
        (
            ("in the first nine months", "XXXX-01/XXXX-09"),
            ("the first three quarters of 2023", "2023-01/2023-09"),
        ),
    ),
)
_COLON = "[ ]?[:：∶][ ]?"
_DECIMALS = r"(?:\.\d{1,2})?"
DIGIT_DATES = (
    Form(
        "fiscal",
        r"(?<![\d.,/-])(?:19|20)\d\d[-–/](?:\d\d|(?:19|20)\d\d)(?![\d/年月]|[.,-]\d|[ ]?(?:million|billion|crore|%))",
        _fiscal,
        (("in 2023-24 the", "2023/2024"),),
    ),
    Form(
        "yearfirst",
        r"(?<![\d./-])(?<!\d,)(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?![\d/]|[.,-]\d)",
        _year_first,
        (
            ("2018-12-03 09:15", "2018-12-03"),
            ("2024.6.1", "2024-06-01"),
            ("12 projects,2024-05-20,signed", "2024-05-20"),
        ),
    ),
    Form(
        "yearlast",
        r"(?<![\d.,/-])(?:(?:3[01]|[12]\d|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/|(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.|(?:3[01]|[12]\d|0?[1-9])-(?:1[0-2]|0?[1-9])-)(?:19|20)\d\d(?![\d.,]\d|\d)",
        _year_last,
        (("04.08.2016", "2016-08-04"), ("25/12/2023", "2023-12-25"), ("4/8/2016", "2016")),
    ),
    Form(
        "digitquarter",
        rf"(?:1st|2nd|3rd|4th)[ -](?:quarter|half)(?![A-Za-z])(?:[ ](?:of[ ]|in[ ]){YEAR})?",
        _quarter,
        (("4th quarter of 2022", "2022-10/2022-12"),),
    ),
    Form(
        "ratio",
        rf"(?<![\d:：.])(?:\d{{1,2}}{_DECIMALS}(?:{_COLON}\d{{1,2}}{_DECIMALS}){{2,3}}"
        rf"|(?:2[4-9]|[3-9]\d){_DECIMALS}{_COLON}\d{{1,2}}{_DECIMALS}|\d{{1,2}}{_DECIMALS}{_COLON}[6-9]\d{_DECIMALS})(?![\d:：])",
        _ratio,
        (("at 10:20:30 today", None), ("about 60:40 by value", "60")),
    ),
    Form(
        "clock",
        r"(?<![\d:])(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:])(?!\.\d)|(?<!\d)(?<!\d[.,])(?:1[0-2]|[1-9])[ ]?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)",
        _clock,
        (("at 09:15 today", None),),
    ),
    Form(
        "daymonth",
        rf"(?<![\d$-])(?<!\d[.,]){_DAY}(?:[ ]{_MONTH})?(?:(?:[ ]?[-–—~/&][ ]?|[ ](?:to|and|through|until|till)[ ](?:the[ ])?){_DAY})?[ ](?:of[ ])?{_MONTH}{_ON_YEAR}?",
        _days,
        (("on 3 November 2022", "2022-11-03"), ("the 4th of July", "XXXX-07-04")),
    ),
)
