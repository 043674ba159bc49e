"""What follows a number in Chinese: 万 and 亿, 多 and 余, its unit or measure word, 以上."""

import re

from extractor.figures.currencies import BY_WORD
from extractor.figures.hedges import AFTER_CHINESE, BEFORE_CHINESE, BEFORE_ENGLISH, WITHIN_CHINESE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import HAN_MYRIADS, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import MEASURES, QUANTITY_SIGNS, QUANTITY_WORDS
from extractor.figures.vocabulary import any_of

# A bare 元 is an amount in the currency of the place: settled once the whole text is known.
BARE_YUAN = "元"

_TAIL = re.compile(
    rf"""
    [ ]?(?P<scale>[十百千]?(?:[万萬]?[亿億]|[万萬]|兆(?![瓦赫帕]))|[个個][亿億]|[百千](?=[元多余餘人名家个吨]))?
    (?:(?P<low>\d+(?:\.\d+)?)(?P<lowscale>[百千]?[万萬])(?=[元美港欧日人吨平亩]))?
    (?P<within>[多余餘來来几幾](?![自源]))?
    (?P<scale2>[万萬]?[亿億]|[万萬])?[ ]?
    (?:
      (?P<points>[个個]?百[分份][点點])
     |(?P<percent>[%‰])(?P<points2>点)?
     |(?P<tenths>成半?(?![员員立果功本交效就熟都長长套型品群績绩语語渝器]))
     |(?P<money>{any_of(word for word in BY_WORD if word[0] > "⺀" or (word.isupper() and len(word) == 3))})(?![角宵旦素])
     |(?P<unit>{any_of((*QUANTITY_SIGNS, *(word for word in QUANTITY_WORDS if len(word) < 5 and word.isascii() and " " not in word)))})(?![A-Za-z])
     |(?P<measure>{any_of(MEASURES)})
    )?
    (?P<after>{any_of(AFTER_CHINESE)})?
    """,
    re.VERBOSE,
)
_POWERS = {**HAN_MYRIADS, "十": 1, "百": 2, "千": 3}
_UNITS = ("measure", "money", "unit", "percent", "points", "tenths")


def read_number(text: str, reading: Reading, floor: int) -> None:
    """Read what stands before and after a number in Chinese."""
    before = lead(text, reading.id, floor)
    reading.start, reading.core = before.start, before.core
    _read_tail(text, reading, before.code)
    word = before.hedge
    if word is None:
        return
    if is_heard(word, kind=reading.kind, value=reading.value, unit=reading.unit):
        reading.hedge = BEFORE_CHINESE.get(word) or BEFORE_ENGLISH[word]
    else:
        reading.start = reading.core


def read_late_hedge(text: str, reading: Reading) -> None:
    """Read 以上, 左右, 多 straight after a figure."""
    after = _AFTER.match(text, reading.end)
    if after:
        reading.hedge = AFTER_CHINESE[after.group()]
        reading.end = after.end()


_AFTER = re.compile(any_of(AFTER_CHINESE))


def _read_tail(text: str, reading: Reading, code: str | None) -> None:
    found = _TAIL.match(text, reading.end)
    if found is None:  # pragma: no cover  every part of it is optional
        return
    scale, second, within = found.group("scale", "scale2", "within")
    if scale or second:
        _take_scale(reading, found, (scale or "") + (second or ""))
    if within:
        if within in "几幾":
            reading.value = None
        reading.hedge = WITHIN_CHINESE.get(within, "exact")
    kind = next((name for name in _UNITS if found[name]), None)
    _take_unit(reading, kind, found, code)
    end = found.end()
    if end and text[end - 1] == " ":
        end = len(text[:end].rstrip()) if end - reading.end > 1 else reading.end
        end = max(end, reading.end)
    reading.end = reading.tail = end
    if found["after"]:
        reading.tail = found.start("after")
        reading.hedge = AFTER_CHINESE[found["after"]]


def _take_scale(reading: Reading, found: re.Match[str], scale: str) -> None:
    power = sum(_POWERS.get(char, 0) for char in scale)
    reading.shift(power)
    reading.scale += power
    if found["low"] and reading.value is not None:
        low = digits(found["low"])
        by = sum(_POWERS[char] for char in found["lowscale"])
        reading.value += shifted(low.value, by)
        reading.place = low.place + by
    if reading.scale >= 4:
        reading.bare = "scale"


def _take_unit(reading: Reading, kind: str | None, found: re.Match[str], code: str | None) -> None:
    if kind == "money":
        word = found["money"]
        reading.kind, reading.bare = "money", ""
        reading.unit = BY_WORD[word] if word not in "元圓圆" else code or BARE_YUAN
    elif code:
        reading.kind, reading.unit, reading.bare = "money", code, ""
    elif kind == "tenths":
        reading.shift(1)
        if found["tenths"].endswith("半") and reading.value is not None:
            reading.value += 5
            reading.place = 0
        reading.kind, reading.unit, reading.bare = "percent", "%", ""
    elif kind in {"percent", "points"}:
        reading.kind, reading.bare = "percent", ""
        reading.unit = "%" if kind == "percent" and not found["points2"] else "pp"
        if found["percent"] == "‰":
            reading.shift(-1)
    elif kind:
        reading.unit = found[kind]
        reading.kind = "quantity" if kind == "unit" else "other" if reading.unit == "倍" else "count"
        reading.bare = ""
    elif not reading.bare:
        reading.bare = "number"
