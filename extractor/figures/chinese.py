"""What follows a number in Chinese: 万 and 亿, 多 and 余, its unit or measure word, 以上."""

import re
from decimal import Decimal
from typing import NamedTuple

from extractor.figures.currencies import BY_WORD
from extractor.figures.figure import FigureKind
from extractor.figures.hedges import AFTER_CHINESE, BEFORE, WITHIN_CHINESE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import HAN_MYRIADS, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import MEASURES, QUANTITY_SIGNS, QUANTITY_WORDS
from extractor.figures.vocabulary import any_of
from extractor.patterns import Pattern
from extractor.record import Hedge

# A bare 元 is an amount in the currency of the place: settled once the whole text is known.
BARE_YUAN = "元"

# A word after a number makes it an amount of a currency, a percentage, or a number of things.
_CURRENCIES = {
    word: code
    for word, code in BY_WORD.items()
    if word[0] > "⺀" or (word.isupper() and len(word) == 3)
} | dict.fromkeys("元圓圆", BARE_YUAN)
_TENTHS = {"成": 0, "成半": 5} | {
    f"成{digit}": value
    for written in ("一二三四五六七八九", "123456789")
    for value, digit in enumerate(written, start=1)
}
_POINTS = ("百分点", "个百分点", "個百分點", "百分點", "个百分點", "个百份点", "%点")
# Its unit, the power of ten to shift it by, and what to add: 四成五 is 45 percent.
_PERCENTS: dict[str, tuple[str, int, int]] = {
    "%": ("%", 0, 0),
    "‰": ("%", -1, 0),
    **dict.fromkeys(_POINTS, ("pp", 0, 0)),
    **{word: ("%", 1, more) for word, more in _TENTHS.items()},
}
_THINGS: dict[str, FigureKind] = {
    **dict.fromkeys(MEASURES, "count"),
    **dict.fromkeys((word for word in QUANTITY_WORDS if " " not in word), "quantity"),
    **dict.fromkeys(QUANTITY_SIGNS, "quantity"),
    "倍": "other",
    "年代": "other",
}

# 成 begins many other words, 元 some, 百亿级 is a class, and a letter touches no Latin unit.
_CHECKED = {"级", "級", "%", *_TENTHS}
_WORDS = {*_CURRENCIES, *_PERCENTS, *_THINGS} - _CHECKED
_UNIT = "|".join(
    (
        # the most frequent ones first
        f"元(?:{any_of(word[1:] for word in _WORDS if word[0] == '元' != word)}|(?![角宵旦素]))",
        "%点?",
        any_of(word for word in _WORDS if word[0] != "元" and not word[-1].isascii()),
        "(?<![万萬亿億兆])[级級]",
        "成[一二三四五六七八九半](?![个個家項项名位种種类類])",
        r"成[1-9](?![\d.,个個家項项名位种種类類万萬亿億])",
        "成(?![员員立果功本交效就熟都長长套型品群績绩语語渝器片批人])",
        f"(?:{any_of(word for word in _WORDS if word[-1].isascii())})(?:(?<![A-Za-z])|(?![A-Za-z]))",
    )
)
_LATE = f"(?:（含[^）]{{0,5}}）)?(?P<late>{any_of(AFTER_CHINESE)})"  # 1亿元（含）以上
_LATE_HEDGE = Pattern(_LATE)
# The number behind a scale that adds to it, and what may follow it: 万元, 亿美元.
_LOW = r"(?:\d{1,3},\d{3}|\d{1,9}(?:\.\d{1,9})?)"
_PART = rf"(?:\d千\d百(?:\d十)?|\d百\d十|{_LOW}[千百十]?)"
_COUNTED_LOW = "元圓美港欧日新台臺人吨噸平亩畝"
# An alternative that begins with a character or a class, and an empty one in place of a question
# mark, are passed over at once where they do not apply: most parts do not.
_TAIL = Pattern(
    rf"""
    (?P<tail>
        [ ]?
        (?P<scale>
            [万萬][亿億]?
            |[亿億]
            |[十百千](?:[万萬][亿億]?|[亿億]|兆(?![瓦赫帕]))
            |兆(?![瓦赫帕])
            |[个個][亿億]
            |[百千](?=[元多余餘人名家个個吨]|\d[百十])
            |
        )
        # 3亿5000万, 3億4千5百萬, 2兆3,000億, 3万2600人, 2万3千5百人; 亿2千 before 余万
        (?:
            (?<=[千百万萬亿億兆])
            (?=[零又\d])
            (?P<low>
                (?<=[亿億兆])[零又]?{_PART}[万萬](?:{_LOW}(?=元)|)
                |(?<=[亿億兆])[零又]?{_PART}(?=[多余餘][万萬])
                |(?<=[千百])\d[百十](?:\d十)?
                |(?<=[万萬亿億])[零又]?{_PART}(?<=[千百十])(?=[多余餘]?[元圓人名個个戶户噸吨件坪平亩畝公家套])
                |(?:(?<=兆)|(?<=[万萬][亿億])){_LOW}[百千]?[亿億](?:{_LOW}[百千]?[万萬]|)
                |(?<=[万萬])(?:\d,\d{{3}}|\d{{4}})(?=[多余餘]?[{_COUNTED_LOW}名位個个家戶户件項项套輛辆頭头公間间])
            )
            |
        )
        (?P<within>[多余餘来來几幾](?![自源])|)
        (?P<second>[万萬][亿億]?|[亿億]|)
        (?:[ ]?(?P<unit>{_UNIT})|)
    )
    (?:(?=[（{"".join(sorted({word[0] for word in AFTER_CHINESE}))}])(?<![ ]){_LATE}|)
    """,
    re.VERBOSE,
)
_LOW_PARTS = Pattern("([0-9.,]+)([十百千]*)([万萬亿億]*)")
_VAGUE = frozenset("几幾")
_POWERS = {**HAN_MYRIADS, "十": 1, "百": 2, "千": 3}


def read_number(text: str, reading: Reading, floor: int) -> None:
    """Read what stands before and after a number in Chinese."""
    before = lead(text, reading.id, floor)
    if before is None:
        _read_tail(text, reading, None)
        return
    reading.start, reading.core = before.start, before.core
    _read_tail(text, reading, before.code)
    word = before.hedge
    if word is None:
        return
    if is_heard(word, kind=reading.kind, value=reading.value, unit=reading.unit):
        reading.hedge = BEFORE[word]
    else:
        reading.start = reading.core


def read_late_hedge(text: str, reading: Reading) -> None:
    """Read 以上, 左右, 多 straight after a figure."""
    found = _LATE_HEDGE.match(text, reading.end)
    if found:
        reading.tail = reading.end
        reading.hedge = AFTER_CHINESE[found["late"]]
        reading.end = found.end()


def _read_tail(text: str, reading: Reading, code: str | None) -> None:
    # every part of the pattern is optional, so that it always matches
    found: re.Match[str] = _TAIL.match(text, reading.end)  # type: ignore[assignment]
    tail = _TAILS.get(found.group()) or _understood(found)
    length, power, inner, unit, is_currency, late, is_sized, is_halved = tail
    if power:
        reading.take_scale(power)
    if inner:
        _take_inner(reading, inner)
    if is_sized and _is_size(reading):
        length = len(found.group()[: found.start("unit") - found.start()].rstrip(" "))
        unit = late = None
    if code and not is_currency:
        reading.kind, reading.unit, reading.bare = "money", code, ""
    elif unit:
        reading.kind, reading.unit, shift, more = unit
        reading.bare = ""
        if shift:
            _take_tenths(reading, shift, more)
    elif not reading.bare:
        reading.bare = "number"
    reading.end = reading.tail = reading.end + length
    if is_halved and text[reading.end : reading.end + 1] == "半":
        _take_half(text, reading)
    elif late:
        reading.hedge = late
        reading.end = found.end()


# A number of hundreds of millions is the size of one of these, not how many they are: 10亿项目.
_SIZED = frozenset(
    [
        "项目",
        "項目",
        "企业",
        "企業",
        "公司",
        "园区",
        "集团",
        "集團",
        "工程",
        "项",
        "項",
        "集",
        "大",
        "县",
        "縣",
        "区",
        "區",
        "镇",
        "鎮",
        "村",
        "市",
        "城",
    ]
)
_THOUSAND = 3
_LARGEST_COUNT = 10**7


def _is_size(reading: Reading) -> bool:
    return (
        reading.scale > _THOUSAND and reading.value is not None and reading.value >= _LARGEST_COUNT
    )


class _Inner(NamedTuple):
    """What stands between a scale and a unit.

    Attributes:
        low: the 5000万 of 3亿5000万, and the place of its last digit.
        hedge: what 多 says; None without it.
        is_vague: whether the number has no value (几万).
    """

    low: tuple[Decimal, int] | None
    hedge: Hedge | None
    is_vague: bool


class _Unit(NamedTuple):
    """What a unit or measure word makes of a number.

    Attributes:
        kind: the kind of figure.
        name: the figure's unit.
        shift: the power of ten that makes percent of it (三成, 5‰).
        more: the percent to add then (四成五).
    """

    kind: FigureKind
    name: str
    shift: int = 0
    more: int = 0


class _Tail(NamedTuple):
    """What the characters after a number say.

    Attributes:
        length: how many they are, without a hedge after the unit.
        power: the power of ten of the scale.
        inner: what stands between scale and unit, if anything.
        unit: the unit or measure word, if any.
        is_currency: whether the unit is a currency, other than a bare 元.
        late: what 以上 or 左右 after the unit says; None without it.
        is_sized: whether the unit is of what large numbers are the size (10亿项目).
        is_halved: whether a half may split or follow the unit (三年半, 两个半月).
    """

    length: int
    power: int
    inner: _Inner | None
    unit: _Unit | None
    is_currency: bool
    late: Hedge | None
    is_sized: bool
    is_halved: bool


def _take_inner(reading: Reading, inner: _Inner) -> None:
    if inner.low and reading.value is not None:
        more, reading.place = inner.low
        reading.value += more
    if inner.hedge:
        reading.hedge = inner.hedge
    if inner.is_vague:
        reading.value = None


def _take_tenths(reading: Reading, shift: int, more: int) -> None:
    reading.shift(shift)
    if more and reading.value is not None:
        reading.value += more
        reading.place = 0


_HALVED = frozenset("年个個")
_HALF_UNIT = Pattern("(?<=年)半(?![导導数數途山])|(?<=[个個])半(?:月|小[时時])")


def _take_half(text: str, reading: Reading) -> None:
    """Read the half of 三年半 and 两个半月, where a unit is split by it."""
    half = _HALF_UNIT.match(text, reading.end)
    if half is None or reading.unit is None or reading.value is None:
        return
    reading.value += Decimal("0.5")
    reading.place = -1
    reading.kind, reading.unit = "quantity", reading.unit + half.group()[1:]
    reading.end = reading.tail = half.end()


# A few hundred strings follow nearly all numbers: each is understood once.
_TAILS: dict[str, _Tail] = {}


def _understood(found: re.Match[str]) -> _Tail:
    written, scale, low, within, second, word, late = found.groups()
    unit = _unit(word) if word else None
    power, power_of_low = _power(scale + second), _power(second)
    if low and power - power_of_low > _THOUSAND:
        power -= power_of_low  # 1亿2千余万: only the 2千 are 万, of 3千5百万 the 3千 too
    inner = None
    if low or within:
        inner = _Inner(
            low=_low(low, power_of_low) if low else None,
            hedge=WITHIN_CHINESE.get(within, "exact") if within else None,
            is_vague=within in _VAGUE,
        )
    tail = _Tail(
        length=len(written if word else written.rstrip(" ")),
        power=power,
        inner=inner,
        unit=unit,
        is_currency=unit is not None and unit.kind == "money" and unit.name != BARE_YUAN,
        late=AFTER_CHINESE[late] if late else None,
        is_sized=word in _SIZED,
        is_halved=word in _HALVED,
    )
    if not low and "（" not in found.group():  # of numbers and brackets there is no end
        _TAILS[found.group()] = tail
    return tail


def _low(written: str, power: int) -> tuple[Decimal, int]:
    """Read the 5000万 of 3亿5000万, or 4千3百萬: its value, and the place of its last digit.

    Args:
        written: numbers with their scales.
        power: the power of ten of what stands behind them (the 万 of 2千余万).
    """
    total = section = Decimal(0)
    last = 0
    for number, scale, myriads in _LOW_PARTS.findall(written):
        value, place = digits(number)
        small, large = _power(scale), _power(myriads)
        section, last = section + shifted(value, small), place + small + large
        if myriads:
            total, section = total + shifted(section, large), Decimal(0)
    return shifted(total + section, power), last + power


def _power(scale: str) -> int:
    """Return the power of ten of 千万, 万亿 or 个亿."""
    return sum(_POWERS.get(char, 0) for char in scale)


def _unit(word: str) -> _Unit:
    if word in _CURRENCIES:
        return _Unit("money", _CURRENCIES[word])
    if word in _PERCENTS:
        return _Unit("percent", *_PERCENTS[word])
    return _Unit(_THINGS[word], word)
