"""Find every figure of a text: scan for numerals, read each, then let neighbours speak."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from extractor.figures import chinese, english
from extractor.figures.dates import CHINESE_DATES, ENGLISH_DATES, READERS
from extractor.figures.figure import Figure
from extractor.figures.legible import Legible, legible
from extractor.figures.links import link
from extractor.figures.numerals import digits
from extractor.figures.reading import Reading
from extractor.figures.years import complete_dates

_SKIPPED = r"""
 (?P<skip>https?://[^\s，。）)]+|www\.[^\s，。）)]+
 |(?<![A-Za-z])(?:ISO|GB/T|GB|IATF|RFC|IEC|HS|T/)[ -]?\d[\d:.-]*
 |(?<![A-Za-z])(?:Fortune|FORTUNE|Global|Forbes|[Tt]op|TOP|CSI|S&P)[- ]?(?:Global[ ]|China[ ])?\d+00(?!\d|,\d|[ ]?(?:billion|million|projects|companies))
 |(?<![A-Za-z])(?:Nos?\.?|NO\.?|№|Road|Highway|Route|Room|Building|Gate|Block|Lot|Hall|Flight|Article|Section|Chapter|Page|Table|Picture|Photo|Figure|Fig\.|Terminal|Pier|Unit|Ward|Document)[ ]?\#?\d+(?:[ ]?[-/][ ]?\d+)?(?![\d,.]*[ ]?(?:%|per|billion|million|km|MW))
 |(?<![\d+])(?:\+\d{1,3}[ -]?)?\(?0\d{2,3}\)?[- —]\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d.,])[48]00[- ]\d{3,4}[- ]\d{3,4}(?!\d)|\+\d{1,3}[ -]\d[\d -]{6,12}\d
 |(?:邮编|郵編|电话|電話|热线|熱線|传真|傳真|[Tt]el|TEL|[Ff]ax|QQ|微信|许可证)[:：.号 ]*[\d-]{5,}
 |(?<![\d.])(?:\d{1,5}|[三五十百千])[强強](?![度制化])|985(?=[工、高/院大])|211(?=[工高院大])|(?<!\d)(?:24/7|996)(?!\d)
 |(?<![\d.])[2-6]G(?![A-Za-z])|(?<!\d)4S店|\[\d{1,3}\]
 )
"""
_DIGITS = r"""
 (?P<digits>\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d]|,\d)(?:\.\d+)?
 |\d{1,3}(?:[ ]\d{3})+(?![\d,]|[ ]\d{1,3}\b)(?=[ ](?!\d))(?<=\d)
 |\d+(?:\.\d+)?)
"""
_START = re.compile(
    "|".join((_SKIPPED, ENGLISH_DATES, CHINESE_DATES, english.WORDS, chinese.HAN, _DIGITS)), re.VERBOSE
)


def find_figures(text: str, *, published: date | None = None) -> tuple[Figure, ...]:
    """Find every figure of a text, in order of place; none overlap.

    Args:
        text: an article in English or Chinese (simplified, traditional, mixed).
        published: the day it was published, where known; it resolves a missing year and 昨日.

    Returns:
        Figures with exact values; `text[start:end] == as_written` for each.
    """
    plain = legible(text)
    readings = list(_scan(plain.text))
    link(plain.text, readings)
    complete_dates(plain.text, readings, published)
    return tuple(_figures(text, plain, readings))


def _scan(text: str) -> Iterator[Reading]:
    floor = 0
    for found in _START.finditer(text):
        group = found.lastgroup or ""
        if found.start() < floor or group in {"skip", "dmysep"}:
            floor = max(floor, found.end() if group == "skip" else floor)
            continue
        reader = READERS.get(group)
        if reader is not None:
            for reading in reader(found):
                floor = reading.end
                yield reading
            continue
        read = _number(text, found, floor, group)
        if read is not None:
            floor = read.end
            yield read


def _number(text: str, found: re.Match[str], floor: int, group: str) -> Reading | None:
    if group == "digits":
        return _digits(text, found, floor)
    if group == "words":
        reading = english.words(text, found, floor)
        return _finish_english(text, reading, floor) if reading else None
    if group in {"ordinal", "ordinaldigits", "phase"}:
        return english.ordinal(text, found)
    if group in {"zhordinal", "zhphase"}:
        return chinese.ordinal(text, found)
    if group == "enfraction":
        reading = english.fraction(text, found)
    elif group == "zhfraction":
        reading = chinese.fraction(found)
    elif group == "zhhalf":
        reading = chinese.half(found)
    elif group == "envague":
        return _finish_english(text, english.vague(found), floor)
    elif group == "zhvague":
        reading = chinese.vague(found)
        code = english.with_lead(text, reading, floor)
        chinese.tail(text, reading, code)
        reading.value = reading.step = None
        return reading
    else:
        reading = chinese.han(text, found)
        if reading is not None:
            code = english.with_lead(text, reading, floor)
            chinese.tail(text, reading, code)
        return reading
    if reading is not None:
        english.with_lead(text, reading, floor)
        if text[reading.end : reading.end + 2] in {"以上", "左右", "以下", "以内"}:
            reading.hedge = chinese.AFTER_CHINESE[text[reading.end : reading.end + 2]]
            reading.end += 2
        elif text[reading.end : reading.end + 1] in {"多", "强"}:
            reading.hedge = "over"
            reading.end += 1
    return reading


def _finish_english(text: str, reading: Reading, floor: int) -> Reading | None:
    code = english.with_lead(text, reading, floor)
    return reading if english.tail(text, reading, code) else None


_WORD_CHAR = re.compile(r"[A-Za-z_@&#]")


def _digits(text: str, found: re.Match[str], floor: int) -> Reading | None:
    start, end = found.span()
    before = text[start - 1] if start else " "
    number = digits(found["digits"])
    reading = Reading("count", start, end, number.value, number.step)
    code = english.with_lead(text, reading, floor)
    attached = start and (_WORD_CHAR.match(before) or (before == "-" and text[start - 2 : start - 1].isalpha() and text[start - 2] < "⺀" ))
    if attached and code is None and not re.search(r"(?:mid|early|late|pre|post)-\Z", text[max(0, start - 6) : start]):
        return None
    if before == "." and start > 1 and text[start - 2].isalnum():
        return None
    after = text[end : end + 2].lstrip(" ")[:1]
    if after > "⺀":
        chinese.tail(text, reading, code)
    elif not english.tail(text, reading, code):
        return None
    return _year(text, reading, found) or reading


_YEAR_BEFORE = re.compile(r"(?:in|since|by|until|of|from|to|year|early|late|mid|through|before|after|FY|and|the|for|during|between|till|than|or)[ -]\Z", re.IGNORECASE)
_COUNT_NOUN = re.compile(r"[ ](?:[a-z-]+[ ]){0,2}(?:projects|companies|enterprises|people|jobs|firms|delegates|guests|visitors|households|workers|students|contracts|agreements|MoUs|items|sets|units|businesses|participants)\b")


def _year(text: str, reading: Reading, found: re.Match[str]) -> Reading | None:
    written = found["digits"]
    if len(written) != 4 or written[:2] not in {"19", "20"} or reading.bare != "number" or reading.hedge != "exact":
        return None
    start, end = found.span()
    if _COUNT_NOUN.match(text, end) and not _YEAR_BEFORE.search(text, max(0, start - 8), start):
        return None
    if re.search(r"(?:[Vv]iews|[Hh]its|阅读|閱讀|点击|浏览|點擊|瀏覽|点赞|次数|量|数|人气)[:： ]*\Z", text[max(0, start - 8) : start]):
        return None
    year = Reading("year", start, end, reading.value, Decimal(1))
    year.date = written
    return year


def _figures(text: str, plain: Legible, readings: list[Reading]) -> Iterator[Figure]:
    for reading in readings:
        start, end = plain.origin(reading.start), plain.origin_end(reading.end)
        yield Figure(
            id=plain.origin(reading.id),
            start=start,
            end=end,
            kind=reading.kind,
            value=reading.value,
            upper=reading.upper,
            unit=reading.unit,
            hedge=reading.hedge,
            as_written=text[start:end],
            step=reading.step,
            date=reading.date,
            conversion_of=None if reading.conversion_of is None else plain.origin(reading.conversion_of),
            boundary=reading.boundary,
        )
