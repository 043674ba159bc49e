"""What follows a number in Chinese: 万 and 亿, 多 and 余, its unit or measure word, 以上."""

import re
from typing import Literal

from extractor.figures.currencies import BY_WORD
from extractor.figures.hedges import AFTER_CHINESE, BEFORE, WITHIN_CHINESE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import HAN_MYRIADS, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import MEASURES, QUANTITY_SIGNS, QUANTITY_WORDS
from extractor.figures.vocabulary import WordTable

# A bare 元 is an amount in the currency of the place: settled once the whole text is known.
BARE_YUAN = "元"

# 四成五 is 45 percent.
_TENTHS_AND_MORE = {
    f"成{digit}": value for value, digit in enumerate("一二三四五六七八九", start=1)
} | {"成半": 5}
_Kind = Literal["measure", "unit", "factor", "money", "percent", "permille", "points", "tenths"]
_UNITS: WordTable[_Kind] = WordTable(
    {
        **dict.fromkeys(MEASURES, "measure"),
        **dict.fromkeys((word for word in QUANTITY_WORDS if " " not in word), "unit"),
        **dict.fromkeys(QUANTITY_SIGNS, "unit"),
        **dict.fromkeys(
            (word for word in BY_WORD if word[0] > "⺀" or (word.isupper() and len(word) == 3)),
            "money",
        ),
        **dict.fromkeys(
            ("百分点", "个百分点", "個百分點", "百分點", "个百分點", "个百份点", "%点"), "points"
        ),
        **dict.fromkeys(("成", "成半", *_TENTHS_AND_MORE), "tenths"),
        "倍": "factor",
        "%": "percent",
        "‰": "permille",
    }
)
# 成 begins many other words, and 元 ends some.
_NOT_TENTHS = frozenset("员員立果功本交效就熟都長长套型品群績绩语語渝器片批人")
_COUNTED_NEXT = frozenset("个個家项項名位种種类類")
_NOT_YUAN = frozenset("角宵旦素")
_INCLUDED = "（含"  # 1亿元（含）以上
_AFTER = WordTable(AFTER_CHINESE)

_DOUBTFUL = frozenset(
    {
        "成",
        "元",
        "级",
        "級",
        *_TENTHS_AND_MORE,
        *(word for word in QUANTITY_WORDS if word[-1].isascii()),
        *(word for word in BY_WORD if word.isascii()),
    }
)

_SCALE = re.compile(
    r"[ ]?(?P<scale>[十百千]?(?:[万萬]?[亿億]|[万萬]|兆(?![瓦赫帕]))|[个個][亿億]|[百千](?=[元多余餘人名家个個吨]))?"
    r"(?:(?P<low>\d{1,9}(?:\.\d{1,9})?)(?P<lowscale>[百千]?[万萬](?=[元美港欧日人吨平亩])|[百千](?=[多余餘]?[元人名個个戶户噸吨件])))?"
    r"(?P<within>[多余餘来來几幾](?![自源]))?(?P<scale2>[万萬]?[亿億]|[万萬])?[ ]?"
)
_SCALE_BEGINS = frozenset(" 十百千万萬亿億兆个個多余餘来來几幾")
_PIECE = frozenset("个個")  # 12个亿
_MYRIADS = frozenset("万萬亿億")
_SCALE_GOES_ON = frozenset(" 0123456789万萬亿億多余餘来來几幾")
_POWERS = {**HAN_MYRIADS, "十": 1, "百": 2, "千": 3}


def read_number(text: str, reading: Reading, floor: int) -> None:
    """Read what stands before and after a number in Chinese."""
    before = lead(text, reading.id, floor)
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
    at = reading.end
    if text[at : at + 1] not in _AFTER_BEGINS:
        return
    if text.startswith(_INCLUDED, at):
        at = text.find("）", at, at + 8) + 1 or at
    after = _AFTER.at(text, at)
    if after:
        reading.tail = reading.end
        reading.hedge = after[1]
        reading.end = at + len(after[0])


_AFTER_BEGINS = frozenset({"（", *(word[0] for word in AFTER_CHINESE)})


def _read_tail(text: str, reading: Reading, code: str | None) -> None:
    at = end = reading.end
    following = text[at : at + 1]
    if following in _SCALE_BEGINS and (
        following not in _PIECE or text[at + 1 : at + 2] in _MYRIADS
    ):
        at = _read_scale(text, reading)
        end = at - 1 if text[at - 1] == " " else at
    unit = _UNITS.at(text, at)
    if unit and unit[1] == "tenths" and len(unit[0]) > 1 and _is_other_word(text, at, *unit):
        unit = ("成", "tenths")  # 三成五个
    if unit and (unit[0] not in _DOUBTFUL or not _is_other_word(text, at, *unit)):
        reading.end = at + len(unit[0])
        _take_unit(reading, *unit, code)
    else:
        reading.end = max(end, reading.end)
        if code:
            reading.kind, reading.unit, reading.bare = "money", code, ""
        elif not reading.bare:
            reading.bare = "number"
    reading.tail = reading.end
    read_late_hedge(text, reading)


def _is_other_word(text: str, at: int, word: str, kind: _Kind) -> bool:
    """Return whether what looks like a unit begins another word: 八成员, 三元素, 2mm."""
    following = text[at + len(word) : at + len(word) + 1]
    if kind == "tenths":
        return following in (_NOT_TENTHS if word == "成" else _COUNTED_NEXT)
    if word == "元":
        return following in _NOT_YUAN
    if word in {"级", "級"}:
        return text[at - 1] in HAN_MYRIADS  # 百亿级
    return word[-1].isascii() and word[-1].isalpha() and following.isascii() and following.isalpha()


def _read_scale(text: str, reading: Reading) -> int:
    """Read 万, 亿 and a 多 or 余 among them; return where the unit begins."""
    at = reading.end
    if text[at] in _MYRIADS and text[at + 1 : at + 2] not in _SCALE_GOES_ON:
        power = HAN_MYRIADS[text[at]]
        reading.shift(power)
        reading.scale += power
        reading.bare = "scale"
        return at + 1
    found = _SCALE.match(text, at)
    if found is None:  # pragma: no cover  every part of it is optional
        return reading.end
    scale, low, within, second = found.group("scale", "low", "within", "scale2")
    if scale or second:
        power = sum(_POWERS.get(char, 0) for char in (scale or "") + (second or ""))
        reading.shift(power)
        reading.scale += power
        if reading.scale >= 4:
            reading.bare = "scale"
    if low and reading.value is not None:
        number, by = digits(low), sum(_POWERS[char] for char in found["lowscale"])
        reading.value += shifted(number.value, by)
        reading.place = number.place + by
    if within:
        if within in "几幾":
            reading.value = None
        reading.hedge = WITHIN_CHINESE.get(within, "exact")
    return found.end()


def _take_unit(reading: Reading, word: str, kind: _Kind, code: str | None) -> None:
    reading.bare = ""
    if kind == "money":
        reading.kind = "money"
        reading.unit = BY_WORD[word] if word not in "元圓圆" else code or BARE_YUAN
    elif code:
        reading.kind, reading.unit = "money", code
    elif kind in {"percent", "permille", "points", "tenths"}:
        reading.kind = "percent"
        reading.unit = "pp" if kind == "points" else "%"
        reading.shift({"tenths": 1, "permille": -1}.get(kind, 0))
        if word in _TENTHS_AND_MORE and reading.value is not None:
            reading.value += _TENTHS_AND_MORE[word]
            reading.place = 0
    else:
        reading.kind = {"unit": "quantity", "factor": "other"}.get(kind, "count")  # type: ignore[assignment]
        reading.unit = word
