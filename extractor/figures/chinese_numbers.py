"""Chinese numerals: 十二, 三百余, 三分之一, 八成, 过半, 第八届, 二期, 数百."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.figures.chinese import read_late_hedge, read_number
from extractor.figures.currencies import BY_WORD
from extractor.figures.form import Form
from extractor.figures.hedges import BEFORE
from extractor.figures.leads import lead
from extractor.figures.numerals import (
    HAN_CHARS,
    HAN_DIGIT_CHARS,
    HAN_MYRIADS,
    HanRange,
    Numeral,
    chinese,
    digits,
    percentage,
)
from extractor.figures.quoting import in_short_quote
from extractor.figures.reading import Reading
from extractor.figures.units import QUANTITY_SIGNS, STRICT_MEASURES
from extractor.figures.vocabulary import any_of
from extractor.patterns import Pattern


def _han(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read a numeral where it counts something; inside names and idioms it is none."""
    written = found.group()
    start, end = found.span()
    if found["decimals"]:
        return _decimal(text, found, floor)
    number = chinese(written)
    if number is None or not _counts(text, written, start, end) or in_short_quote(text, start, end):
        return ()
    if isinstance(number, HanRange):
        if not _COUNTED.match(text, end):
            return ()  # 十四五 is a plan, 十四五个 a number
        reading = Reading("count", start, end, number.value)
        reading.upper = number.upper
        reading.hedge = "about"
    else:
        reading = Reading("count", start, end, number.value, number.place)
    for char in reversed(written):
        if char not in HAN_MYRIADS:
            break
        reading.scale += HAN_MYRIADS[char]
    if reading.scale:
        reading.bare = "scale"
    read_number(text, reading, floor)
    return (reading,)


def _decimal(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read 三十一点六, whose unit follows."""
    whole, decimals = re.split("[点點]", found.group())
    value = _value(whole)
    if value is None or in_short_quote(text, *found.span()):
        return ()
    reading = Reading("count", *found.span(), value + _decimals(decimals), -len(decimals))
    read_number(text, reading, floor)
    return (reading,)


def _decimals(written: str) -> Decimal:
    """Return the part of a number that digits behind its point make: 六五 is 0.65."""
    return Decimal("0." + "".join(str(_value(char)) for char in written))


_NAMES = Pattern(
    "一(?:带一|[系贯直同起定般旦致些样批番体體片切律时時流心再度行路线線概经經向共道])|万(?:达|科|象|华|州|宁|载|安|盛|物|众|全|能|源|向|豪|和|通|马)"
    "|千(?:方|岛|島|禧|古|秋|山)|百(?:姓|货|貨|度|色|合|科|威|事|胜|草|花)|十(?:分|足|堰|全)|三(?:角|农|產|产|星|峡|亚|明|门|沙|原|河)|三次(?:产业|產業)"
    "|[三五]位一体|五(?:粮|金|星|指|菱|洲|彩|矿)|九(?:江|龙|龍|州|寨)|四(?:川|平|处|位一体)|六(?:安|盘)|七(?:夕|彩)|[两兩](?:岸|会$|会[期召精上]|江新|湖|广)|二(?:手|维|氧|次元)"
    "|亿(?:达|利|纬|联|嘉|帆|滋)|八(?:方|卦)|一百货"
)
_MONEY = any_of(word for word in BY_WORD if word[0] > "⺀")
_COUNTED = Pattern(
    rf"[ ]?(?:[多余餘来](?=\S)|[几])?[万萬亿億]?(?:{any_of(STRICT_MEASURES)}|{_MONEY}|[个個]?百[分份][点點]|%|成)"
)
_COUNTED_RANGE = Pattern(rf"[至到~～—–-]{{1,2}}[{HAN_DIGIT_CHARS}]{_COUNTED.pattern}")
# Behind these digits after 点 are decimals; 三点五分 is a time, 三点五个 may be anything.
_OF_DECIMALS = rf"(?:[百千]?[{''.join(HAN_MYRIADS)}]|{any_of(QUANTITY_SIGNS)}|{_MONEY}|[个個](?:百[分份][点點]|[亿億])|%|倍|成|折)"
# 一个 and its like are articles more often than numbers: they count before these only.
_ONE = Pattern(
    "一(?:[个個项項家](?:项目|項目|企业|企業|亿|億|园区|基地|产业园|合同|协议|協議|工厂|百亿|千亿|投资)|成(?![不变變套员員为為立功果长長就本天文])|年(?!一度|级|来|來|四)|[周週天](?![边邊围圍到])|季|(?:名|位|家|项|項|份|座|条|條|亩|人|吨|户|所|间|間)(?![系直线線]))"
)
# 其中外资项目一个。
_ONE_LEFT = Pattern(
    r"(?:项目|項目|企业|企業|公司|合同|协议|協議|平台|基金|基地|园区|園區|工厂|工廠)一[个個家项項宗份支座](?=[，。；、）,;\s]|$)"
)
_CLASS = Pattern(
    "[级級以項项產产企工]|[资資投]|[订訂大][单單项項]|园区|園區|集[群团團]|基金|规模|規模|[，。；、！）\\s]|$"
)


def _counts(text: str, written: str, start: int, end: int) -> bool:
    """Return whether a numeral counts something: it is long, or a measure word or unit follows."""
    if written == "一":
        return text[start - 1 : start] not in _EVERY and bool(
            _ONE.match(text, start) or _ONE_LEFT.search(text, max(0, start - 2), start + 3)
        )
    if len(written) <= 2 and _NAMES.match(text, start):
        return False
    if all(char in _PLACES for char in written):
        return _counts_place(text, written, start, end)
    if len(written) == 1 or (
        len(written) == 2 and all(char in HAN_DIGIT_CHARS for char in written)
    ):
        return bool(_COUNTED.match(text, end) or _COUNTED_RANGE.match(text, end))
    return True


def _counts_place(text: str, written: str, start: int, end: int) -> bool:
    """Judge a bare 百, 万 or 千亿: a number with its unit (百亿元, 万头) or as a class (亿级项目)."""
    if text[start - 1 : start].isdigit() or text[start - 1 : start] in _PER:
        return False  # the scale of a number that was refused, B2.5亿元; 0.3吨/万元
    if text[start - 1 : start] in _MISREAD and not text[start - 2 : start - 1].isupper():
        return False  # 1O亿元, where a scanner took digits for letters
    if text[start - 1 : start] in _OPENING and text[end : end + 5].lstrip(
        "元美港人民币欧"
    ).startswith(("）", ")")):
        return False  # the head of a column, （亿元）
    if "单位" in text[max(0, start - 6) : start] or "單位" in text[max(0, start - 6) : start]:
        return False  # the unit of a list, 单位：亿元
    return bool(_COUNTED.match(text, end)) or (
        written[-1] in "亿億"
        and (text[start - 1 : start] in _HEDGING or bool(_CLASS.match(text, end)))
    )


_PER = frozenset("/／")
_MISREAD = frozenset("OoIl")
_OPENING = frozenset("（(")
_HEDGING = frozenset("逾超近过過破达達约約上")
_EVERY = frozenset("这這那每某同哪唯第任")
_PLACES = frozenset("百千万萬亿億")


def _fraction(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read 三分之一, 三分一 and 百分之三十五点二 as percentages."""
    whole, part = re.split("[分份]之?", found.group())
    part, *decimals = re.split("[点點]", part)
    over, under = _value(part), _value(whole)
    if over is None or not under:
        return ()
    if decimals:
        over += _decimals(*decimals)
    value = percentage(over, under)
    place = -2 if value % 1 else 0
    if under == _HUNDRED:
        value, place = over, -len(decimals[0]) if decimals else _decimal_place(part)
    reading = Reading("percent", *found.span(), value, place)
    return _as_percent(text, reading, floor)


def _slash_fraction(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read 1/3 as a percentage; what is no part of a whole is none."""
    over, under = map(Decimal, found.group().split("/"))
    if over >= under:
        return ()
    value = percentage(over, under)
    reading = Reading("percent", *found.span(), value, -2 if value % 1 else 0)
    return _as_percent(text, reading, floor)


_HUNDRED = 100


def _decimal_place(written: str) -> int:
    return digits(written)[1] if written.isascii() else 0


def _value(written: str) -> Decimal | None:
    if written.isascii():
        return digits(written)[0]
    number = chinese(written)
    return number.value if isinstance(number, Numeral) else None


def _as_percent(text: str, reading: Reading, floor: int) -> Sequence[Reading]:
    reading.unit = "%"
    before = lead(text, reading.id, floor)
    if before:
        reading.start = before.start
        if before.hedge:
            reading.hedge = BEFORE[before.hedge]
    read_late_hedge(text, reading)
    return (reading,)


def _half(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    return _as_percent(text, Reading("percent", *found.span(), Decimal(50), 1), floor)


def _ordinal(text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    numeral = found.group()[1:].strip()
    value = _value(numeral)
    if value is None:
        return ()
    reading = Reading("ordinal", *found.span(), value)
    reading.id = found.end() - len(numeral)
    measure = text[found.end() : found.end() + 1]
    if measure and measure in "届屆期位个個名次批家":
        reading.end = reading.tail = found.end() + 1
        reading.unit = measure
    return (reading,)


def _phase(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    reading = Reading("ordinal", *found.span(), _value(found.group()[:-1]))
    reading.unit = "期"
    return (reading,)


def _vague(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Make a figure without a value of 数百亿元, 几十家, 十几个."""
    reading = Reading("count", *found.span())
    read_number(text, reading, floor)
    reading.value = None
    return (reading,)


_FRACTION = Form(
    "zhfraction",
    rf"(?:\d{{1,9}}|[{HAN_CHARS}]{{1,9}})[分份]之(?:\d{{1,9}}(?:\.\d{{1,9}})?|[{HAN_CHARS}]{{1,9}}(?:[点點][{HAN_DIGIT_CHARS}]{{1,9}})?)"
    rf"|[三四五][分份][一二三](?![{HAN_CHARS}钟鐘秒刻个個部家种種球组組类類])",
    _fraction,
    (("占三分之一以上", "33.33"), ("百分之三十五", "35"), ("佔三分一", "33.33")),
)
# 5/6 may be a date: a fraction is said of something, or hedged.
SLASH_FRACTION = Form(
    "slashfraction",
    r"(?<![\d./A-Za-z-])[1-9]/(?:[2-9]|10)(?![\d/A-Za-z]|[.,]\d)"
    r"(?:(?=[ ]of[ ](?:the|all|its|their|them|total|those|these|[a-z]+s|value|output|investment|capital|revenue)\b)|(?=以上|以下|左右|[强強多])"
    r"|(?:(?<=[占佔比约約近超逾仅僅过過达達足到为為是的]\d/\d)|(?<=[占佔比约約近超逾仅僅过過达達足到为為是的]\d/10))(?=[\u3000-\u9fff，；（）]|$))",
    _slash_fraction,
    (("nearly 1/3 of the", "33.33"), ("占2/3以上", "66.67"), ("僅1/4為本地", "25")),
)
_PHASE = Form(
    "zhphase",
    rf"(?<![{HAN_CHARS}\d分共])[1-9一二三四五六七八九]期(?![间間待望盼货貨刊限末权權中满滿])",
    _phase,
    (("园区二期总投资", "2"),),
)
NUMERAL_FORMS = (
    _FRACTION,
    Form(
        "zhvague",
        r"[數数几幾][十百千万萬亿億]+|[一二三四五六七八九]?十[几幾]|[一二三四五六七八九]?十[數数](?=[个個家項项名位人万萬亿億年天種种])|三五(?=[个個家年天])",
        _vague,
        (("数百亿元", None), ("十几个", None)),
    ),
    Form(
        "zhhalf",
        r"(?:(?<=[过過超逾近])|(?<=超过)|(?<=接近)|(?<=不足)|(?<=不到))半[数數]?(?![导導年月天日小个個径徑夜岛島山路坡里途球])|(?:一半|半[数數])(?![天年])",
        _half,
        (("个数过半", "50"), ("占一半以上", "50")),
    ),
    Form(
        "zhordinal",
        rf"第[ ]?(?:\d{{1,4}}(?![.\d])|[{HAN_CHARS}]{{1,6}})(?!时间|時間)(?=\S)",
        _ordinal,
        (("第三届大会", "3"), ("第26届", "26")),
    ),
    _PHASE,
    Form(
        "han",
        rf"[{HAN_CHARS}]{{1,24}}(?![{HAN_CHARS}])(?:[点點](?P<decimals>[{HAN_DIGIT_CHARS}]{{1,9}})(?=[ ]?{_OF_DECIMALS})|)",
        _han,
        (
            ("十二个项目", "12"),
            ("三百余家", "300"),
            ("十亿元以上", "1000000000"),
            ("百亿元级", "10000000000"),
            ("两条道路", "2"),
        ),
    ),
)
DIGIT_NUMERAL_FORMS = (_FRACTION, _PHASE)
