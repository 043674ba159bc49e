"""What follows a number in Chinese: 万 and 亿, 多 and 余, its unit or measure word, 以上."""

import re
from functools import cache

from extractor.figures.currencies import BY_WORD
from extractor.figures.figure import FigureKind
from extractor.figures.hedges import AFTER_CHINESE, BEFORE, WITHIN_CHINESE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import HAN_MYRIADS, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import MEASURES, QUANTITY_SIGNS, QUANTITY_WORDS
from extractor.figures.vocabulary import any_of

# A bare 元 is an amount in the currency of the place: settled once the whole text is known.
BARE_YUAN = "元"

# A word after a number makes it an amount of a currency, a percentage, or a number of things.
_CURRENCIES = {
    word: code
    for word, code in BY_WORD.items()
    if word[0] > "⺀" or (word.isupper() and len(word) == 3)
} | dict.fromkeys("元圓圆", BARE_YUAN)
_TENTHS = {"成": 0, "成半": 5} | {
    f"成{digit}": value for value, digit in enumerate("一二三四五六七八九", start=1)
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
}

# 成 begins many other words, 元 some, 百亿级 is a class, and a letter touches no Latin unit.
_CHECKED = {"元", "级", "級", *_TENTHS}
_WORDS = {*_CURRENCIES, *_PERCENTS, *_THINGS} - _CHECKED
_UNIT = "|".join(
    (
        any_of(word for word in _WORDS if not word[-1].isascii()),
        "元(?![角宵旦素])",
        "(?<![万萬亿億兆])[级級]",
        "成[一二三四五六七八九半](?![个個家項项名位种種类類])",
        "成(?![员員立果功本交效就熟都長长套型品群績绩语語渝器片批人])",
        f"(?:{any_of(word for word in _WORDS if word[-1].isascii())})(?:(?<![A-Za-z])|(?![A-Za-z]))",
    )
)
_LATE = f"(?:（含[^）]{{0,5}}）)?(?P<late>{any_of(AFTER_CHINESE)})"  # 1亿元（含）以上
_LATE_HEDGE = re.compile(_LATE)
_TAIL = re.compile(
    rf"""
    (?P<tail>
        [ ]?
        (?P<scale>
            [十百千]?(?:[万萬]?[亿億]|[万萬]|兆(?![瓦赫帕]))
            |[个個][亿億]
            |[百千](?=[元多余餘人名家个個吨])
            |
        )
        # 3亿5000万元
        (?:
            (?<=[万萬亿億兆])
            (?P<low>\d{{1,9}}(?:\.\d{{1,9}})?)
            (?P<low_scale>
                [百千]?[万萬](?=[元美港欧日人吨平亩])
                |[百千](?=[多余餘]?[元人名個个戶户噸吨件])
            )
            |
        )
        (?P<within>[多余餘来來几幾](?![自源])|)
        (?P<second>[万萬]?[亿億]|[万萬]|)
        (?:[ ]?(?P<unit>{_UNIT})|)
    )
    (?:(?<![ ]){_LATE}|)
    """,
    re.VERBOSE,
)
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
    found = _TAIL.match(text, reading.end)
    if found is None:  # pragma: no cover  every part of it is optional
        return
    tail, scale, low, low_scale, within, second, unit, late = found.groups()
    if scale or second:
        reading.take_scale(_power(scale + second))
    if low and reading.value is not None:
        more, place = digits(low)
        power = _power(low_scale)
        reading.value += shifted(more, power)
        reading.place = place + power
    if within:
        if within in "几幾":
            reading.value = None
        reading.hedge = WITHIN_CHINESE.get(within, "exact")
    if unit:
        _take_unit(reading, unit, code)
    elif code:
        reading.kind, reading.unit, reading.bare = "money", code, ""
    elif not reading.bare:
        reading.bare = "number"
    reading.end = reading.tail = reading.end + len(tail if unit else tail.rstrip(" "))
    if late:
        reading.hedge = AFTER_CHINESE[late]
        reading.end = found.end()


@cache
def _power(scale: str) -> int:
    """Return the power of ten of 千万, 万亿 or 个亿."""
    return sum(_POWERS.get(char, 0) for char in scale)


def _take_unit(reading: Reading, word: str, code: str | None) -> None:
    reading.bare = ""
    currency = _CURRENCIES.get(word, code)
    if currency:
        reading.kind = "money"
        reading.unit = code if code and currency == BARE_YUAN else currency
    elif word in _PERCENTS:
        reading.kind = "percent"
        reading.unit, power, more = _PERCENTS[word]
        if power:
            reading.shift(power)
        if more and reading.value is not None:
            reading.value += more
            reading.place = 0
    else:
        reading.kind, reading.unit = _THINGS[word], word
