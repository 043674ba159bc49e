"""What follows a number in English: its scale, percent sign, currency or unit, and late hedges."""

import re
from decimal import Decimal
from typing import Literal

from extractor.figures.currencies import BY_WORD
from extractor.figures.hedges import AFTER_ENGLISH, BEFORE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import SCALES, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import QUANTITY_WORDS
from extractor.figures.vocabulary import FIRST_HAN, WordTable

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
_SHORT_SCALES = ("bn", "bln", "mn", "mln", "mil", "trn", "tn", "cr")
_SCALES = WordTable(
    {
        form: SCALES[word.lower()]
        for word in (*_LONG_SCALES, *(f"{word}s" for word in _LONG_SCALES[1:]), *_SHORT_SCALES)
        for form in (word, word.capitalize(), word.upper())
    },
    whole=True,
)
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
_UNITS: WordTable[_Kind] = WordTable(
    _SPACED | {word.replace(" ", "-"): kind for word, kind in _SPACED.items()}, whole=True
)
_MORE = WordTable(dict.fromkeys((" plus", "-plus", " odd", "-odd", "+"), True), whole=True)
_AFTER = WordTable(
    {f" {word}": hedge for word, hedge in AFTER_ENGLISH.items()} | {"+": "over"}, whole=True
)
_END = "(?![A-Za-z])"
_COMPOUND = re.compile(
    rf"[ -](?P<high>crore|lakh|trillion|billion|million|thousand)s?[ ](?P<number>\d[\d,]{{0,12}})[ ](?P<low>crore|lakh|billion|million|thousand|hundred)s?{_END}",
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
        _take(reading, code)
        return True
    if following in " -" and (compound := _COMPOUND.match(text, at)):
        at = _take_compound(reading, compound)
    at = _read_scale(text, reading, at, code)
    more = _MORE.at(text, at)
    if more and not text[at + len(more[0]) : at + len(more[0]) + 1].isalnum():
        at += len(more[0])
        reading.hedge = "over"
    gap = text[at : at + 1] in _GAPS
    if text[at + gap : at + gap + 1] == "%":
        unit: tuple[str, _Kind] | None = _UNITS.at(text, at + gap) or ("%", "percent")
    else:
        unit = _UNITS.at(text, at + gap)
    if unit and unit[0] in _TOUCHED_ONLY and gap and code is not None:
        unit = None
    if unit:
        at += gap + len(unit[0])
    elif at == reading.end and following.isalpha():
        return False
    _take(reading, code, unit)
    reading.end = reading.tail = at
    _take_late_hedge(text, reading)
    return True


_TAIL_STARTS = frozenset(" -%+°℃²³'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GAPS = frozenset(" -")
_TOUCHED_ONLY = frozenset({"m", "t"})


def _read_scale(text: str, reading: Reading, at: int, code: str | None) -> int:
    """Read up to three words like "lakh crore", or a letter as in $45m; return where they end."""
    letter = text[at : at + 1]
    if (
        letter in _LETTERS
        and not text[at + 1 : at + 2].isalnum()
        and text[at + 1 : at + 2] not in _NO_SCALE
    ):
        if code is not None or _is_money_word(text, at + 1):
            reading.take_scale(_LETTERS[letter])
            return at + 1
        return at
    for _ in range(3):
        gap = text[at : at + 1] in _GAPS
        scale = _SCALES.at(text, at + gap)
        if scale is None:
            return at
        reading.take_scale(scale[1])
        if scale[1] == _CRORE and scale[0][:2].lower() == "cr":
            reading.unit = "INR"
        at += gap + len(scale[0])
    return at


_CRORE = 7
_NO_SCALE = frozenset("°²³/")


def _is_money_word(text: str, at: int) -> bool:
    unit = _UNITS.at(text, at + (text[at : at + 1] in _GAPS))
    return unit is not None and unit[1] == "money"


def _take_compound(reading: Reading, compound: re.Match[str]) -> int:
    """Take in "32 lakh 92 thousand" and "3 billion 200 million" as one number."""
    high, low = SCALES[compound["high"]], SCALES[compound["low"]]
    rest = shifted(digits(compound["number"])[0], low)
    if reading.value is None or low >= high or rest >= shifted(Decimal(1), high):
        return reading.end
    reading.value = shifted(reading.value, high) + rest
    reading.place = low
    reading.scale = high
    reading.bare = "scale"
    return compound.end()


def _take(reading: Reading, code: str | None, unit: tuple[str, _Kind] | None = None) -> None:
    """Take in the unit that follows, or the currency sign that stands before."""
    kind = "money" if code is not None else unit[1] if unit else None
    if kind is None:
        reading.bare = reading.bare or "number"
        return
    reading.bare = ""
    if kind == "money":
        reading.kind = "money"
        reading.unit = code or BY_WORD[unit[0].replace("-", " ")] if unit else code
    elif kind == "unit":
        reading.kind, reading.unit = "quantity", unit[0] if unit else None
    else:
        reading.kind, reading.unit = "percent", "%" if kind == "percent" else "pp"
        if kind == "basis":
            reading.shift(-2)


def _take_late_hedge(text: str, reading: Reading) -> None:
    end = reading.end
    after = _AFTER.at(text, end)
    if after is None:
        return
    following = text[end + len(after[0]) : end + len(after[0]) + 1]
    if (after[0] == "+" and following.isalnum()) or (
        after[0].endswith((" least", " most")) and following not in ",.;)"
    ):
        return
    reading.hedge = after[1]
    reading.end = end + len(after[0])
