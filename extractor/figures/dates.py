"""Dates: days, months, quarters and halves as EDTF, in English and Chinese.

A date is read in two steps: what it says by itself (`DatePart`s here), then the year or month that
only its surroundings tell (`years.py`).
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.figures.numerals import Numeral, chinese
from extractor.figures.reading import Reading

_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)}  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?![A-Za-z])"
_YEAR = r"(?:19|20)\d\d(?![\d,.]\d|\d)"
_TO = r"(?:[ ]?[-–—~/][ ]?|[ ](?:to|and|through|until|till|&)[ ]|,[ ]?)"
_HAN = "一二三四五六七八九十廿卅"
_HAN_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_HAN_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|(?:二十|三十|廿|卅|十)[一二三四五六七八九]?|[一二三四五六七八九])"
_HAN_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})"

# Alternatives of the master pattern; each named group begins the name of its reader.
ENGLISH_DATES = rf"""
 (?P<iso>(?<![\d.,/-])(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?![\d/]|[.,-]\d))
|(?P<dmy>(?<![\d.,/-])(?:3[01]|[12]\d|0?[1-9])(?P<dmysep>[./-])(?:3[01]|[12]\d|0?[1-9])(?P=dmysep)(?:19|20)\d\d(?![\d.,]\d|\d))
|(?P<clock>(?<![\d:])(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:]))
|(?P<monthday>(?<![A-Za-z]){_MONTH},?[ ]?(?:the[ ])?{_DAY}(?![,.]\d{{3}}|[ ]?(?:%|per|billion|million|projects|companies))
   (?:{_TO}(?:{_MONTH}[ ])?{_DAY}(?![,.]?\d|[ ]?(?:%|per|billion|million|[a-z]+[ ]?projects|[a-z-]*(?:ects|ments|nies|ises))))?(?:,?[ ]{_YEAR})?)
|(?P<monthyear>(?<![A-Za-z]){_MONTH},?[ ](?:of[ ])?{_YEAR})
|(?P<daymonth>(?<![\d.,$-]){_DAY}(?:(?:[ ]?[-–—~/&][ ]?|[ ]to[ ]|[ ]and[ ]){_DAY})?[ ](?:of[ ])?{_MONTH}(?![a-z])(?:,?[ ]{_YEAR})?)
|(?P<theday>(?<![A-Za-z])(?:[Oo]n|from|of|between)[ ]the[ ](?:[a-z]+[ ]of[ ]the[ ])?(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![ ]?[-A-Za-z]|[ ](?:of|anniversary))
  |(?<![A-Za-z])(?:morning|afternoon|evening)[ ]of[ ](?:the[ ])?(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![ ]?[-A-Za-z]))
|(?P<quarter>(?<![A-Za-z])(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -](?:quarter|half)(?![A-Za-z])(?:[ ](?:of[ ]|in[ ])?(?:the[ ]year[ ])?{_YEAR})?
  |(?<![A-Za-z])[QH][1-4](?!\d)(?:[ ,]+(?:of[ ])?{_YEAR})?)
|(?P<firstmonths>(?<![A-Za-z])(?:[Ff]irst|[Ll]ast)[ ](?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}})[ ](?:months|quarters)(?:[ ](?:of|in)[ ]{_YEAR})?)
"""
CHINESE_DATES = rf"""
 (?P<zhday>(?:{_HAN_YEAR}年)?(?<![\d.{_HAN}]){_HAN_MONTH}月(?:份)?{_HAN_DAY}[日号號]?(?:(?:[-—–－至到~～和、]|[日号號]?[-—–－~～]{{1,2}})(?:{_HAN_MONTH}月)?{_HAN_DAY}[日号號])?)
|(?P<zhmonth>(?:{_HAN_YEAR}年)?(?<![\d.{_HAN}])(?:{_HAN_MONTH}[月]?[-—–－至到~～]{{1,2}})?{_HAN_MONTH}月(?:份|底|初|末|中旬|上旬|下旬)?(?![季嫂饼球])
  |{_HAN_YEAR}年(?:{_HAN_MONTH}月)?)
|(?P<zhspan>(?:{_HAN_YEAR}年)?(?:第?[一二三四1-4][季]度|[一二三四]季(?=[度，])|前[一二三两兩123][个個]?季度|[上下]半年|前(?:{_HAN_MONTH})[个個]?月(?!\d)))
|(?P<zhbareday>(?<![\d.{_HAN}月])(?:3[01]|[12]\d|[1-9])日(?![元圆游均产])(?:[至到—-](?:3[01]|[12]\d|[1-9])日)?)
|(?P<zhclock>(?<![\d.{_HAN}])(?:[01]?\d|2[0-4])[时時点點](?:[0-5]?\d分)?(?=[，,。许許至到整左]|[\u4e00-\u9fff]))
|(?P<lunar>(?:正|[二三四五六七八九十冬腊臘])月(?:初[一二三四五六七八九十]|[十廿]\w)(?!月))
|(?P<relative>昨[日天晚])
"""


def _int(written: str) -> int:
    if written.isdecimal():
        return int(written)
    read = chinese(written)
    return int(read.value) if isinstance(read, Numeral) else 0


def _month_number(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def dated(start: int, end: int, *, year: int | None = None, month: int | None = None, day: int | None = None) -> Reading:
    """Make a reading of a date from what is known of it."""
    reading = Reading("date", start, end, None, None)
    written = f"{year:04d}" if year else "XXXX"
    if month or day:
        written += f"-{month:02d}" if month else "-XX"
    if day:
        written += f"-{day:02d}"
    reading.date = written
    return reading


def _span(start: int, end: int, year: int | None, first: int, last: int) -> Reading:
    reading = Reading("date", start, end, None, None)
    years = f"{year:04d}" if year else "XXXX"
    reading.date = f"{years}-{first:02d}/{years}-{last:02d}"
    return reading


_PART = re.compile(rf"(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?")


def _english_days(found: re.Match[str]) -> Iterator[Reading]:
    """Read "October 26 to 28, 2018", "24 June - 6 July", "26 and 27 May 2020"."""
    base, written = found.start(), found.group()
    parts = [(m.lastgroup or "", m.group(m.lastgroup or 0), m.start() + base, m.end() + base) for m in _PART.finditer(written)]
    year = next((int(value) for kind, value, _, _ in parts if kind == "year"), None)
    months = [(_month_number(value), at) for kind, value, at, _ in parts if kind == "month"]
    days = [(int(value), at, end) for kind, value, at, end in parts if kind == "day"]
    month_first = bool(months) and months[0][1] < days[0][1]
    for index, (day, at, end) in enumerate(days):
        month, month_at = months[min(index, len(months) - 1)]
        start = month_at if month_first and month_at < at and (index == 0 or len(months) > 1) else at
        last = index == len(days) - 1
        reading = dated(start, base + len(written) if last else end, year=year, month=month, day=day)
        reading.id = at
        yield reading


def _month_year(found: re.Match[str]) -> Iterator[Reading]:
    written = found.group()
    reading = dated(*found.span(), year=int(written[-4:]), month=_month_number(written))
    reading.id = found.end() - 4
    yield reading


def _iso(found: re.Match[str]) -> Iterator[Reading]:
    year, month, day = map(int, re.split("[-/.]", found.group()))
    yield dated(*found.span(), year=year, month=month, day=day)


def _dmy(found: re.Match[str]) -> Iterator[Reading]:
    """Read 04.08.2016; where both could be the month, a slash puts it first only if it must."""
    first, second, year = map(int, re.split("[-/.]", found.group()))
    day, month = (second, first) if second > 12 else (first, second)
    if first > 12 or second > 12 or first == second or "." in found.group():
        yield dated(*found.span(), year=year, month=month, day=day)
    else:
        yield dated(*found.span(), year=year)


def _the_day(found: re.Match[str]) -> Iterator[Reading]:
    at = found.start() + (re.search(r"\d", found.group()) or found).start()
    reading = dated(at, found.end(), day=int(re.sub(r"\D", "", found.group())))
    yield reading


_QUARTER_NUMBER = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11}


def _quarter(found: re.Match[str]) -> Iterator[Reading]:
    written = found.group()
    year = int(written[-4:]) if written[-4:].isdecimal() else None
    half = "half" in written or written[0] == "H"
    lower = written.lower()
    number = int(written[1]) if written[0] in "QH" else 4 if lower.startswith("fou") else _QUARTER_NUMBER[lower[0]]
    size = 6 if half else 3
    number = min(number, 12 // size)
    yield _span(*found.span(), year, (number - 1) * size + 1, number * size)


def _first_months(found: re.Match[str]) -> Iterator[Reading]:
    words = found.group().split()
    count = _COUNTS.get(words[1]) or int(words[1])
    if words[0].lower() == "last":
        reading = Reading("quantity", found.start() + len(words[0]) + 1, found.end(), Decimal(count), Decimal(1))
        reading.unit = words[2]
        yield reading
        return
    year = int(words[-1]) if words[-1].isdecimal() and len(words[-1]) == 4 else None
    yield _span(*found.span(), year, 1, max(1, min(count * (3 if words[2] == "quarters" else 1), 12)))


def _clock(found: re.Match[str]) -> Iterator[Reading]:
    yield Reading("other", *found.span(), None, None)


_ZH_PART = re.compile(rf"(?P<year>{_HAN_YEAR})年|(?P<month>{_HAN_MONTH})(?:月份?|(?=[-—–－至到~～]+{_HAN_MONTH}月))|(?P<day>{_HAN_DAY})")


def _chinese_days(found: re.Match[str]) -> Iterator[Reading]:
    base = found.start()
    year = month = None
    start = base
    matches = list(_ZH_PART.finditer(found.group()))
    for part in matches:
        if part["year"]:
            year = _int(part["year"])
            start = base + part.start()
        elif part["month"]:
            month = _int(part["month"])
            start = base + part.start() if not year or part.start() > 6 else start
        else:
            end = part.end() + (1 if found.group()[part.end() : part.end() + 1] in {"日", "号", "號"} else 0)
            reading = dated(start, base + end, year=year, month=month, day=_int(part["day"]))
            yield reading
            start = base + end + 1
            start = base + next((m.start() for m in matches if m.start() >= part.end()), part.end())


def _chinese_months(found: re.Match[str]) -> Iterator[Reading]:
    base = found.start()
    parts = list(_ZH_PART.finditer(found.group()))
    year = next((_int(part["year"]) for part in parts if part["year"]), None)
    months = [part for part in parts if part["month"]]
    if not months:
        reading = Reading("year", found.start(), found.end(), Decimal(year or 0), Decimal(1))
        reading.date = f"{year:04d}"
        yield reading
        return
    for index, part in enumerate(months):
        start = base if index == 0 else base + part.start()
        end = found.end() if index == len(months) - 1 else base + part.end()
        yield dated(start, end, year=year, month=_int(part["month"]))


_ZH_SPAN = re.compile(rf"(?:(?P<year>{_HAN_YEAR})年)?(?:第?(?P<quarter>[一二三四1-4])季|前(?P<quarters>[一二三两兩123])[个個]?季|(?P<half>[上下])半年|前(?P<months>{_HAN_MONTH})[个個]?月)")


def _chinese_span(found: re.Match[str]) -> Iterator[Reading]:
    part = _ZH_SPAN.match(found.group())
    if part is None:
        return
    year = _int(part["year"]) if part["year"] else None
    if part["quarter"]:
        last = _int(part["quarter"]) * 3
        first = last - 2
    elif part["half"]:
        first, last = (1, 6) if part["half"] == "上" else (7, 12)
    else:
        first, last = 1, _int(part["quarters"]) * 3 if part["quarters"] else _int(part["months"])
    reading = _span(*found.span(), year, first, last)
    numeral = part.start("year") if part["year"] else max(map(part.start, ("quarter", "quarters", "half", "months")))
    reading.id = found.start() + numeral
    yield reading


def _bare_day(found: re.Match[str]) -> Iterator[Reading]:
    for part in re.finditer(r"(\d+)日", found.group()):
        yield dated(found.start() + part.start(), found.start() + part.end(), day=int(part[1]))


def _unresolved(found: re.Match[str]) -> Iterator[Reading]:
    yield Reading("date", *found.span(), None, None)


READERS: dict[str, Callable[[re.Match[str]], Iterator[Reading]]] = {
    "iso": _iso,
    "dmy": _dmy,
    "clock": _clock,
    "monthday": _english_days,
    "daymonth": _english_days,
    "monthyear": _month_year,
    "theday": _the_day,
    "quarter": _quarter,
    "firstmonths": _first_months,
    "zhday": _chinese_days,
    "zhmonth": _chinese_months,
    "zhspan": _chinese_span,
    "zhbareday": _bare_day,
    "zhclock": _clock,
    "lunar": _unresolved,
    "relative": _unresolved,
}
