"""What follows a number in English: its scale, percent sign, currency or unit, and late hedges."""

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from extractor.figures.currencies import BY_SIGN, BY_WORD
from extractor.figures.hedges import AFTER_ENGLISH, BEFORE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import GROUP_WORDS, NUMBER_WORDS, SCALES, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import QUANTITY_WORDS
from extractor.figures.vocabulary import FIRST_HAN, LETTERS, any_of
from extractor.patterns import Pattern

_LONG_SCALES = (
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "lakh",
    "lac",
    "crore",
)
_SHORT_SCALES = ("bn", "bln", "bil", "mn", "mln", "mil", "trn", "tln", "tn", "cr")
_SCALES = {
    form: SCALES[word.lower()]
    for word in (*_LONG_SCALES, *(f"{word}s" for word in _LONG_SCALES[1:]), *_SHORT_SCALES)
    for form in (word, word.capitalize(), word.upper())
}
_POWERS = {**_SCALES, "ten": 1}
# One letter is a scale only where it touches the digits of an amount: $45m, but 45 m is a length.
_LETTERS = {"m": 6, "b": 9, "k": 3, "t": 12, "M": 6, "B": 9, "K": 3, "T": 12}
_Kind = Literal["percent", "points", "basis", "money", "unit"]
_SPACED: dict[str, _Kind] = {
    **dict.fromkeys((word for word in BY_WORD if word[0] < FIRST_HAN), "money"),
    **dict.fromkeys(QUANTITY_WORDS, "unit"),
    **dict.fromkeys(("percent", "per cent", "percentage", "pct"), "percent"),
    **dict.fromkeys(
        (
            "percentage points",
            "percentage point",
            "percent points",
            "per cent points",
            "pp",
            "ppt",
            "ppts",
            "% points",
        ),
        "points",
    ),
    **dict.fromkeys(("bps", "basis points", "basis point"), "basis"),
}
_UNITS: dict[str, _Kind] = {
    **_SPACED,
    **{word.replace(" ", "-"): kind for word, kind in _SPACED.items()},
    "%": "percent",
}
_WHOLE = f"(?![{LETTERS}])"
_SCALE = f"[ -]?(?:ten[ -](?=thousand)|){any_of(_SCALES)}{_WHOLE}"  # 36 ten thousand tons: 36万
_SCALE_INITIALS = "".join(sorted({word[0] for word in _SCALES}))
_UNIT = any_of((word for word in _UNITS if word != "%"), exactly=True)
_AFTER = any_of(f" {word}" for word in AFTER_ENGLISH if word not in {"at least", "at most"})
# Behind 3 million yuan these go with what follows: and more than 30, and over 20 firms, plus $2m.
_NO_MORE = (
    rf"(?!(?<=more)[ ]than\b|(?<=up)[ ]to\b|[ ]{any_of(BY_SIGN)}[ ]?\d|(?<=over|plus)[ ]\d|(?<=up)[ ]\d"
    rf"|(?<=over)[ ](?:an?|the|{any_of((*NUMBER_WORDS, *GROUP_WORDS))})\b)"
)
# An empty alternative passes over a part at once where it does not stand, as in most places.
_TAIL = Pattern(
    rf"(?P<scale>(?=[ -]?[{_SCALE_INITIALS}]){_SCALE}(?:{_SCALE}(?:{_SCALE}|)|)|)"
    r"(?P<more>[ -](?:plus|odd)(?![^\W_])|\+(?![^\W_])|)"
    rf"(?:(?P<gap>[ -]?)(?P<unit>{_UNIT}{_WHOLE}|%)|)"
    rf"(?P<late>{_AFTER}{_WHOLE}{_NO_MORE}|[ ]at[ ](?:least|most)(?=[,.;)]|\Z)|\+(?![^\W_])|)"
)
_COMPOUND = Pattern(
    r"[ -](?P<high>crore|lakh|trillion|billion|million|thousand)s?[ ](?P<number>\d[\d,]{0,12})[ ](?P<low>crore|lakh|billion|million|thousand|hundred)s?(?![A-Za-z])",
    re.ASCII,
)


def read_number(text: str, reading: Reading, floor: int) -> bool:
    """Read what stands before and after a number in English.

    Returns:
        Whether it is a figure; False where a letter touches it, so that it is a name (5G).
    """
    before = lead(text, reading.id, floor)
    if before is None:
        return _read_tail(text, reading, None)
    reading.start, reading.core = before.start, before.core
    if not _read_tail(text, reading, before.code):
        return False
    if before.hedge:
        if is_heard(before.hedge, kind=reading.kind, value=reading.value, unit=reading.unit):
            reading.hedge = BEFORE[before.hedge]
        else:
            reading.start = reading.core
    return True


def _read_tail(text: str, reading: Reading, code: str | None) -> bool:
    at = reading.end
    following = text[at : at + 1]
    if following not in _TAIL_STARTS:
        _take(reading, code, "")
        return True
    if following == "%" and text[at + 1 : at + 2] not in _PERCENT_GOES_ON:
        _take(reading, code, "%")
        reading.end = reading.tail = at + 1
        return True
    if following in _LETTERS and _is_scale(text, reading, code):
        reading.take_scale(_LETTERS[following])
        at += 1
    found = _TAIL.match(text, at)
    if found is None or not found.group():
        if at == reading.end and following.isalpha() and not _touches_noun(text, reading):
            return False
        reading.end = reading.tail = at
        _take(reading, code, "")
        return True
    if found["scale"]:
        found = _read_scale(text, reading, found)
    _, more, gap, unit, late = found.groups("")
    end = found.end() - len(late)
    if more:
        reading.hedge = "over"
    if unit in _TOUCHED_ONLY and gap and code is not None:
        unit, end, late = "", found.start("gap"), ""
    _take(reading, code, unit)
    reading.end = reading.tail = end
    if late:
        reading.hedge = _LATE[late.replace("-", " ").lstrip(" ")]
        reading.end = found.end()
    return True


# What is counted, where the space before it is left out: 12projects.
_TOUCHING_NOUN = Pattern(
    r"(?:(?:sub)?projects|enterprises|companies|contracts|agreements|firms|people|jobs|investors|countries|cities|counties|provinces|units|deals"
    r"|proposals|memorandums|guests|delegates|merchants|businesses|industries)(?![\w-])"
)


def _touches_noun(text: str, reading: Reading) -> bool:
    """Take the noun that a count touches as its unit; tell whether there is one."""
    noun = _TOUCHING_NOUN.match(text, reading.end)
    reading.unit = noun.group() if noun else None
    return noun is not None


_TAIL_STARTS = frozenset(" -%+°℃²³'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PERCENT_GOES_ON = frozenset(" -+")  # 5% points, 5%+, 5% or more
_TOUCHED_ONLY = frozenset({"m", "t"})
_LATE = AFTER_ENGLISH | {"+": "over"}


def _is_scale(text: str, number: Reading, code: str | None) -> bool:
    """Return whether the letter behind a number is the scale of an amount."""
    at = number.end
    if text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in _NO_SCALE:
        return False
    if code is not None or COUNTED_IN_MILLIONS.match(text, at + 1):
        return True
    money = _UNIT_AHEAD.match(text, at + 1)
    if money is not None and _UNITS[money["unit"]] == "money":
        return True
    return _RANGE_OF_MONEY.search(text, max(0, number.id - 24), number.id) is not None


# $450-500m and £1m to 2m are millions: a sign stands before the lower end.
_RANGE_OF_MONEY = Pattern(
    rf"{any_of(BY_SIGN)} ?\d[\d.,]{{0,12}}(?:[mbktMBKT]|bn|mn)?(?: ?[-–—~] ?| to )\Z"
)
_UNIT_AHEAD = Pattern(rf"[ -]?(?P<unit>{_UNIT}{_WHOLE}|%)")
# 90m doses and 1.2m sq ft are millions of them; a 90m tower and 50m lanes are 90 and 50 metres.
COUNTED_IN_MILLIONS = Pattern(
    r"[ ](?:[a-z]+[ ])?(?:tonnes|tons|litres|liters|gallons|barrels|doses|people|passengers|visitors|tourists|customers|users|consumers"
    r"|viewers|listeners|readers|followers|members|students|pupils|children|women|men|farmers|families|fans|attendees|guests|downloads|views|posts|likes"
    r"|workers|jobs|homes|households|residents|bottles|cans|cases|units|pieces|items|parcels|tickets|trips|journeys|trees|saplings|birds|eggs|meals|bricks"
    r"|vehicles|cars|subscribers|devices|phones|smartphones|handsets|batteries|panels|modules|tyres|tires|engines|bikes|motorcycles|pairs|garments|shirts|copies|transactions|orders"
    r"|packages|bags|containers|acres|hectares|shares|chips|vials|sq(?:uare)?\b|cubic|cu\b|bushels|kWh|MWh)(?![A-Za-z])"
)
_NO_SCALE = frozenset("°²³/")


def _read_scale(text: str, reading: Reading, found: re.Match[str]) -> re.Match[str]:
    """Take in up to three words like "lakh crore", or "32 lakh 92 thousand"; return what follows."""
    if not found["unit"] and (compound := _COMPOUND.match(text, reading.end)):
        rest = _TAIL.match(text, compound.end())
        if rest is not None and _take_compound(reading, compound):
            found = rest
    power, is_rupees = _scale(found["scale"])
    if power:
        reading.take_scale(power)
    if is_rupees:
        reading.unit = "INR"
    return found


@cache
def _scale(written: str) -> tuple[int, bool]:
    """Return the power of ten of "lakh crore", and whether it speaks of rupees."""
    words = re.findall("[A-Za-z]+", written)
    return sum(_POWERS[word] for word in words), any(word[:2].lower() == "cr" for word in words)


def _take_compound(reading: Reading, compound: re.Match[str]) -> bool:
    """Take in "32 lakh 92 thousand" and "3 billion 200 million" as one number."""
    high, low = SCALES[compound["high"]], SCALES[compound["low"]]
    rest = shifted(digits(compound["number"])[0], low)
    if reading.value is None or low >= high or rest >= shifted(Decimal(1), high):
        return False
    reading.value = shifted(reading.value, high) + rest
    reading.place = low
    reading.scale = high
    reading.bare = "scale"
    return True


def _take(reading: Reading, code: str | None, unit: str) -> None:
    """Take in the unit that follows, or the currency sign that stands before."""
    if code is not None:
        kind: _Kind = "money"
    elif unit:
        kind = _UNITS[unit]
    else:
        reading.bare = reading.bare or "number"
        return
    reading.bare = ""
    if kind == "money":
        reading.kind = "money"
        reading.unit = code or BY_WORD[unit.replace("-", " ")]
    elif kind == "unit":
        reading.kind, reading.unit = "quantity", unit
    else:
        reading.kind, reading.unit = "percent", "%" if kind == "percent" else "pp"
        if kind == "basis":
            reading.shift(-2)
