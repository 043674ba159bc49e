"""Chinese figures: what follows digits or numerals, and fractions, tenths and ordinals."""

import re
from decimal import Decimal

from extractor.figures.currencies import BY_WORD
from extractor.figures.english import percentage, shifted
from extractor.figures.hedges import AFTER_CHINESE, WITHIN_CHINESE
from extractor.figures.numerals import HAN_CHARS, HAN_DIGIT_CHARS, HAN_MYRIADS, HanRange, chinese, digits
from extractor.figures.reading import Reading
from extractor.figures.units import MEASURES, QUANTITY_SIGNS, QUANTITY_WORDS, STRICT_MEASURES
from extractor.figures.vocabulary import any_of

_TAIL = re.compile(
    rf"""
    [ ]?(?P<scale>[十百千]?(?:[万萬]?[亿億]|[万萬]|兆(?!瓦|赫))?|[个個][亿億])
    (?:(?P<number>\d+(?:\.\d+)?)(?P<second>[万萬]|[百千][万萬])(?=[元美港欧日人吨平亩]))?
    (?P<within>[多余餘來来](?![自源])|[几幾])?
    (?P<scale2>[万萬]?[亿億]|[万萬])?[ ]?
    (?:
      (?P<points>[个個]?百[分份][点點]|[个個]百分點)
     |(?P<percent>%|‰)
     |(?P<tenths>成半?(?![员員立为為果功本交效就熟都长長套分型品群績绩语語渝器]))
     |(?P<money>{any_of(word for word in BY_WORD if word[0] > "⺀" or word.isupper())})(?![角宵旦]|素)
     |(?P<unit>{any_of((*QUANTITY_SIGNS, *(word for word in QUANTITY_WORDS if len(word) < 5 and word.isascii())))})(?![A-Za-z])
     |(?P<measure>{any_of(MEASURES)})
    )?
    (?P<after>{any_of(AFTER_CHINESE)})?
    """,
    re.VERBOSE,
)
_DIGIT = f"[{HAN_DIGIT_CHARS}]"
# Alternatives of the master pattern.
HAN = rf"""
 (?P<zhfraction>(?:\d+|[{HAN_CHARS}]+)[分份]之(?:\d+(?:\.\d+)?|[{HAN_CHARS}]+(?:点[{HAN_DIGIT_CHARS}]+)?)(?:强|弱)?)
|(?P<zhhalf>(?:(?<=[过過超逾近])|(?<=超过)|(?<=接近)|(?<=将近)|(?<=不足)|(?<=不到))(?:一半|半[数數]?)(?![导導年月天日小个個径徑夜岛島山路坡里途球])|一半|半[数數](?=以上|[，。、；]))
|(?P<zhordinal>第[ ]?(?:\d+|[{HAN_CHARS}]+)(?![{HAN_CHARS}]*[季]度)(?=[届屆期位个個名次批家大站天轮輪场場代章条條部号號年回季集类類产產中小医醫一-龥]))
|(?P<zhphase>(?<![{HAN_CHARS}\d分共第])(?:[1-9]|[一二三四五六七八九])期(?!间|間|待|望|盼|货|貨|刊|限|末|权|權|中|满|滿))
|(?P<zhvague>(?:[数數几幾][十百千万萬亿億]+|[一二三四五六七八九]?十[几幾]|[两兩]三(?=[个個家年天])|[三]五(?=[个個家年天]))[多余餘]?)
|(?P<han>[{HAN_CHARS}]+)
"""


def tail(text: str, reading: Reading, code: str | None) -> None:
    """Read what follows a number in Chinese text: scale, 多, unit or measure word, 以上."""
    found = _TAIL.match(text, reading.end)
    if found is None:  # pragma: no cover  every part is optional
        return
    _take_scale(reading, found)
    if found["within"]:
        reading.hedge = WITHIN_CHINESE.get(found["within"], "about")
        if found["within"] in "几幾":
            reading.value = reading.step = None
    kind = next((name for name in ("points", "percent", "tenths", "money", "unit", "measure") if found[name]), None)
    _take_unit(reading, kind, found, code)
    reading.end = reading.tail = found.end() if text[found.end() - 1 : found.end()] != " " else found.end() - 1
    if found["after"]:
        reading.tail = found.start("after")
        reading.hedge = AFTER_CHINESE[found["after"]]


def _take_scale(reading: Reading, found: re.Match[str]) -> None:
    power = _power(found["scale"] or "") + _power(found["scale2"] or "")
    if not power or reading.value is None or reading.step is None:
        return
    reading.value, reading.step = shifted(reading.value, power), shifted(reading.step, power)
    reading.scale += power
    if found["number"]:
        low = digits(found["number"])
        by = _power(found["second"])
        reading.value += shifted(low.value, by)
        reading.step = shifted(low.step, by)
    if reading.scale >= 4:
        reading.bare = "scale"


_POWERS = {**HAN_MYRIADS, "十": 1, "百": 2, "千": 3}


def _power(scale: str) -> int:
    return sum(_POWERS.get(char, 0) for char in scale)


def _take_unit(reading: Reading, kind: str | None, found: re.Match[str], code: str | None) -> None:
    if kind == "money":
        word = found["money"]
        reading.kind = "money"
        reading.unit = code if code and word in _BARE_YUAN else "元" if word in _BARE_YUAN else BY_WORD[word]
        reading.bare = ""
    elif code:
        reading.kind, reading.unit, reading.bare = "money", code, ""
    elif kind == "percent":
        reading.kind, reading.unit, reading.bare = "percent", "%", ""
        if found["percent"] == "‰" and reading.value is not None and reading.step is not None:
            reading.value, reading.step = reading.value / 10, reading.step / 10
    elif kind == "points":
        reading.kind, reading.unit, reading.bare = "percent", "pp", ""
    elif kind == "tenths" and reading.value is not None and reading.step is not None:
        half = found["tenths"].endswith("半")
        reading.value = shifted(reading.value, 1) + (5 if half else 0)
        reading.step = Decimal(5) if half else shifted(reading.step, 1)
        reading.kind, reading.unit, reading.bare = "percent", "%", ""
    elif kind:
        reading.kind = "quantity" if kind == "unit" else "other" if found[kind] == "倍" else "count"
        reading.unit = found[kind]
        reading.bare = ""
    elif not reading.bare:
        reading.bare = "number"


_BARE_YUAN = frozenset("元圓圆")
_NAMES = re.compile("一(?:带一路|[系贯直同起定般旦致些样批番体體片切律时時流心再度行路线線概经經向带帶共道])|万(?:达|科|象|华|州|宁|载|年|安|盛|里|物|众|家|全|能|一|分|源|向|豪|和|通|马)|千(?:方|岛|島|禧|亿光|古|年|里|秋|山)|百(?:姓|货|貨|强|強|度|色|合|科|年|威|事|胜|草|花|联|亿光)|十(?:分|足|堰|字|四五|五五|三五|二五|九大|全|里)|三(?:角|农|產|产|星|峡|亚|明|门|一|亚|水|七|沙|原|河|方)|五(?:一|粮|金|星|指|菱|洲|彩|矿)|九(?:江|龙|龍|州|寨)|四(?:川|平|面|处|库)|六(?:安|盘)|七(?:夕|彩)|两(?:岸|会|山|化|江|湖|广)|兩(?:岸|會)|二(?:手|维|氧|次|线|级)|亿(?:达|利|纬|联|嘉|帆)|八(?:方|一|卦)")


def han(text: str, found: re.Match[str]) -> Reading | None:
    """Read a Chinese numeral where it counts something; None inside names and idioms."""
    written = found["han"]
    start, end = found.span("han")
    number = chinese(written)
    if number is None:
        return None
    if isinstance(number, HanRange):
        reading = Reading("count", start, end, number.value, Decimal(1))
        reading.upper = number.upper
        reading.hedge = "about"
    else:
        reading = Reading("count", start, end, number.value, number.step)
    reading.scale = sum(HAN_MYRIADS.get(char, 0) for char in written[-2:])
    if reading.scale:
        reading.bare = "scale"
    return reading if _counts(text, written, start, end) else None


_SINGLE_UNIT = re.compile(
    rf"[ ]?(?:[多余餘](?=[{''.join(sorted({word[0] for word in STRICT_MEASURES}))}万萬亿億元])|[几])?(?:{any_of(STRICT_MEASURES)}|{any_of(w for w in BY_WORD if w[0] > '⺀')}|[个個]?百[分份][点點]|%|成)"
)
_WEAK = re.compile("一(?:[个個次位条條种種类類大方国國地区區市省点點期批年道届屆镇县站户组層层部分把门場场张块片支双对])")
_COUNTED = re.compile("一[个個项項家](?:项目|項目|企业|企業|亿|億|万|园|園|基地|产业|產業|合同|协议|協議|工厂|中心)")


def _counts(text: str, written: str, start: int, end: int) -> bool:
    """Return whether a numeral counts something: a measure, money or unit follows, or it is long."""
    if _NAMES.match(text, start) and len(written) <= 2:
        unit = _SINGLE_UNIT.match(text, end)
        if not (unit and unit.end() - end > 1) and not (written[0] in "百千万萬亿億" and unit):
            return False
    if written == "一" and _WEAK.match(text, start):
        return bool(_COUNTED.match(text, start)) or bool(re.match("一(?:年|期|届)(?=[，。交可就产多])|一[周週天](?!边|边|围|到)", text[start : start + 3]))
    if written[0] in "百千万萬亿億十" and len(written) == 1 or len(written) <= 2 and all(char in "百千万萬亿億十" for char in written):
        return bool(_SINGLE_UNIT.match(text, end)) or (written[-1] in "亿億" and bool(re.match("[级級以項项元产產]|[，。；、！\\s]|$", text[end : end + 1])))
    if len(written) == 1 or (len(written) <= 3 and all(char in HAN_DIGIT_CHARS for char in written)):
        return bool(_SINGLE_UNIT.match(text, end))
    return True


def fraction(found: re.Match[str]) -> Reading | None:
    """Read 三分之一, 百分之三十五 as a percentage."""
    whole, _, part = found["zhfraction"].replace("份之", "分之").partition("分之")
    point = part.rstrip("强弱")
    values = []
    for written in (whole, point.partition("点")[0]):
        if written[:1].isdigit() and written.isascii():
            values.append(digits(written).value)
            continue
        number = chinese(written)
        if number is None or isinstance(number, HanRange):
            return None
        values.append(number.value)
    if "点" in point:
        values[1] += Decimal("0." + "".join(str(int(chinese(char).value)) for char in point.partition("点")[2]))  # type: ignore[union-attr]
    if not values[0]:
        return None
    value = percentage(values[1], values[0])
    reading = Reading("percent", *found.span(), value, Decimal(1) if value == value.to_integral_value() else Decimal("0.01"))
    reading.unit = "%"
    return reading


def half(found: re.Match[str]) -> Reading:
    """Read 过半, 一半, 半数 as fifty percent."""
    reading = Reading("percent", *found.span(), Decimal(50), Decimal(50))
    reading.unit = "%"
    return reading


def ordinal(text: str, found: re.Match[str]) -> Reading | None:
    """Read 第三, 第八届, 二期."""
    written = found.group()
    phase = found.lastgroup == "zhphase"
    numeral = written.rstrip("期") if phase else written[1:].strip()
    number = digits(numeral) if numeral.isdecimal() else chinese(numeral)
    if number is None or isinstance(number, HanRange):
        return None
    reading = Reading("ordinal", *found.span(), number.value, Decimal(1))
    if phase:
        reading.unit = "期"
    else:
        reading.id = found.end() - len(numeral)
        if text[found.end() : found.end() + 1] in "届屆期位个個名次批家":
            reading.end = reading.tail = found.end() + 1
            reading.unit = text[found.end()]
    return reading


def vague(found: re.Match[str]) -> Reading:
    """Make a figure without a value: 数百亿, 几十, 十几."""
    return Reading("count", *found.span(), None, None)
