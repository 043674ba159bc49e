"""Chinese dates: 2022年11月3日, 9月16日至20日, 前三季度, 1至9月, 二〇二三年."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from extractor.figures.days import dated, period, whole
from extractor.figures.form import Form
from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_HAN = "一二三四五六七八九十廿卅"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|(?:二十|三十|廿|卅|十)[一二三四五六七八九]?|[一二三四五六七八九])"
_LONG_DAY = (
    r"(?:3[01]|[12]\d|[1-9]|(?:二十|三十|十)[一二三四五六七八九]?)"  # 一日 may be a duration
)
_SHORT_DAY = "[一二三四五六七八九]"
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
_TO = r"(?:[-—–－至到~～和、]{1,2})"
_NOT_WITHIN = rf"(?<![\d.{_HAN}])"

_PART = Pattern(
    rf"(?P<year>{_YEAR})年|(?P<month>{_MONTH})(?=月|{_TO}{_MONTH}月)月?份?|(?P<day>{_DAY})[日号號]?"
)


def _days(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    base = found.start()
    year = month = start = None
    readings = []
    for part in _PART.finditer(found.group()):
        start = part.start() if start is None else start
        if part["year"]:
            year = whole(part["year"])
        elif part["month"]:
            month = whole(part["month"])
        else:
            readings.append(
                dated(
                    base + start, base + part.end(), year=year, month=month, day=whole(part["day"])
                )
            )
            start = None
    return readings


def _months(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    base = found.start()
    parts = list(_PART.finditer(found.group()))
    year = whole(parts[0]["year"]) if parts[0]["year"] else None
    months = [part for part in parts if part["month"]]
    return [
        dated(
            base + (part.start() if index else 0),
            base + (len(found.group()) if index == len(months) - 1 else part.end()),
            year=year,
            month=whole(part["month"]),
        )
        for index, part in enumerate(months)
    ]


def _year(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    year = whole(found.group()[:4])
    reading = Reading("year", *found.span(), Decimal(year))
    reading.date = str(year)
    return (reading,)


_REPUBLIC = 1911  # the year before the first of the calendar of Taiwan


def _republic(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    year = _REPUBLIC + whole(re.sub(r"\D", "", found.group()))
    reading = Reading("year", *found.span(), Decimal(year))
    reading.date = str(year)
    return (reading,)


_TAIWAN = Pattern("[台臺][灣湾北中南商资資幣币]|高雄|桃園|新竹|民國")


def _republic_of_taiwan(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read 113年底 as a year of Taiwan's calendar in a text that speaks of Taiwan, else as a duration."""
    if _speaks_of_taiwan(text):
        return _republic(text, found, floor)
    reading = Reading("quantity", *found.span(), Decimal(found.group()[:-1]))
    reading.unit = "年"
    return (reading,)


@lru_cache(maxsize=8)
def _speaks_of_taiwan(text: str) -> bool:
    """Look through a text once, however many such years are in it."""
    return _TAIWAN.search(text) is not None


_SPAN = Pattern(
    rf"(?:(?P<year>{_YEAR})年)?(?:第?(?P<quarter>[一二三四1-4])季|[前首](?P<quarters>[一二三两兩123])[个個]?季|(?P<half>[上下])半年|[前首](?P<months>{_MONTH})[个個]?月)"
)


def _span(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    part = _SPAN.match(found.group())
    if part is None:  # pragma: no cover  the form's pattern is a narrower one
        return ()
    if part["quarter"]:
        last = whole(part["quarter"].replace("兩", "二")) * 3
        first = last - 2
    elif part["half"]:
        first, last = (1, 6) if part["half"] == "上" else (7, 12)
    else:
        first, last = 1, whole(part["quarters"]) * 3 if part["quarters"] else whole(part["months"])
    reading = period(
        *found.span(), year=whole(part["year"]) if part["year"] else None, first=first, last=last
    )
    numeral = next(name for name in ("year", "quarter", "quarters", "half", "months") if part[name])
    reading.id = found.start() + part.start(numeral)
    return (reading,)


def _bare_days(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    return [
        dated(found.start() + part.start(), found.start() + part.end(), day=whole(part[1]))
        for part in re.finditer(rf"({_DAY})[日号號]?", found.group())
    ]


def _unresolved(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    return (Reading("date", *found.span()),)


def _clock(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    return (Reading("other", *found.span()),)


CHINESE_DATES = (
    Form("republic", r"民[国國][ ]?\d{2,3}年", _republic, (("民國113年", "2024"),)),
    Form(
        "republicbare",
        r"(?<![\d.])1[01]\d年(?=底(?![蕴蘊])|度|初|(?:1[0-2]|0?[1-9])月|[上下]半年|第?[一二三四1-4]季)",
        _republic_of_taiwan,
        (("臺北，預計113年底", "2024"),),
    ),
    Form(
        "zhday",
        rf"(?:{_YEAR}年)?{_NOT_WITHIN}{_MONTH}月份?{_DAY}(?:[日号號]{_TO}(?:{_MONTH}月)?{_DAY}[日号號]|{_TO}(?:{_MONTH}月)?{_DAY}[日号號]|[日号號])(?![楼樓线線馆館])",
        _days,
        (
            ("2022年11月3日上午", "2022-11-03"),
            ("十一月三日", "XXXX-11-03"),
            ("于6月9日在", "XXXX-06-09"),
        ),
    ),
    Form(
        "zhmonth",
        rf"(?:{_YEAR}年)?{_NOT_WITHIN}(?:{_MONTH}月?{_TO})?{_MONTH}月(?:份|底|初|末|中旬|上旬|下旬)?(?![季嫂饼球])",
        _months,
        (("2023年6月投产", "2023-06"), ("截至9月底", "XXXX-09")),
    ),
    Form(
        "zhspan",
        rf"(?:{_YEAR}年)?(?:第?[一二三四1-4]季度|第[一二三四1-4]季(?![节節刊末])|[一二三四]季(?=[，、])|[前首][一二三两兩123][个個]?季(?:度|(?=[^度节節]))|[上下]半年|[前首]{_MONTH}[个個]?月(?![\d]))",
        _span,
        (
            ("2024年第一季度", "2024-01/2024-03"),
            ("前三季度", "XXXX-01/XXXX-09"),
            ("今年上半年", "XXXX-01/XXXX-06"),
            ("前5个月", "XXXX-01/XXXX-05"),
            ("首11個月", "XXXX-01/XXXX-11"),
        ),
    ),
    Form(
        "zhyear",
        rf"{_YEAR}年(?:度|底|初|末)?",
        _year,
        (("于2024年建成", "2024"), ("二〇二三年", "2023")),
    ),
    Form(
        "zhbareday",
        rf"(?<![\d.{_HAN}])(?<![\d{_HAN}]月)(?:{_LONG_DAY}日(?:{_TO}{_DAY}日)?|{_SHORT_DAY}日{_TO}{_DAY}日"
        rf"|(?<![期需時时]){_LONG_DAY}{_TO}{_LONG_DAY}日|{_LONG_DAY}[号號]{_TO}{_LONG_DAY}[号號]|(?<=[昨今明前][（(]){_LONG_DAY}(?=[)）]日))(?![元圆游遊均产内內])",
        _bare_days,
        (("记者27日获悉", "XXXX-XX-27"), ("本月27日", "XXXX-XX-27")),
    ),
    Form(
        "zhclock",
        rf"(?<![\d.{_HAN}])(?:[01]?\d|2[0-4])[时時](?:[0-5]?\d分)?(?![代期空候])|(?<=[午晨晚间])(?:1?\d|2[0-4])[点點](?:[0-5]?\d分|半)?",
        _clock,
        (("上午9时30分", None),),
    ),
    Form(
        "lunar",
        r"(?:正|[二三四五六七八九十冬腊臘])月初[一二三四五六七八九十]",
        _unresolved,
        (("正月初六", None),),
    ),
    Form("relative", r"昨[日天晚]", _unresolved, (("昨日签约", None),)),
)
