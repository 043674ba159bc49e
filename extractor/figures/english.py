"""What follows a number in English: its scale, percent sign, currency or unit, and late hedges."""

import re
from decimal import Decimal

from extractor.figures.currencies import BY_WORD
from extractor.figures.hedges import AFTER_ENGLISH, BEFORE, is_heard
from extractor.figures.leads import lead
from extractor.figures.numerals import SCALES, digits, shifted
from extractor.figures.reading import Reading
from extractor.figures.units import QUANTITY_WORDS
from extractor.figures.vocabulary import any_of

_LONG_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "lakh", "lac", "crore")
_SCALE = any_of(
    (*_LONG_SCALES, *(word + "s" for word in _LONG_SCALES[1:]), *map(str.capitalize, _LONG_SCALES), *map(str.upper, _LONG_SCALES),
     "Crores", "Lakhs", "bn", "bln", "mn", "mln", "mil", "trn", "tn", "quadrillion", "Bn", "Mn", "BN", "MN", "cr", "Cr", "CR")
)  # fmt: skip
_END = "(?![A-Za-z])"
_TAIL = re.compile(
    rf"""
    (?P<scale>[ ]?[mMbBkKtT](?![A-Za-z0-9°²³/]|\.\d)|(?:[ -]?{_SCALE}{_END}){{0,3}})
    (?P<more>\+(?![\dA-Z])|[ -](?:plus|odd){_END})?
    (?:
      [ ]?%(?:(?P<points>[ -]points?{_END})|(?P<percent>))
     |[ -]?(?:
        (?:percentage[ -]points?|per[ ]?cent(?:age)?[ ]points?|pp|ppts?|(?P<basis>bps|basis[ ]points?)){_END}(?P<points2>)
       |(?:per[ ]?cent(?:age)?|pct){_END}(?P<percent2>)
       |(?P<money>{any_of(word for word in BY_WORD if word[0] < "⺀")}){_END}
       |(?P<unit>{any_of(QUANTITY_WORDS)})(?![A-Za-z²³])
      )
    )?
    """,
    re.VERBOSE,
)
_AFTER = re.compile(rf"(?:[ ](?P<after>{any_of(AFTER_ENGLISH)}){_END}|(?P<sign>\+)(?![\dA-Z]))")
_AFTER_STARTS = frozenset({" or", " an", " at", " pl", " ap", " mo", " gi"})
_COMPOUND = re.compile(
    rf"[ -](?P<high>crore|lakh|trillion|billion|million|thousand)s?[ ](?P<number>\d[\d,]{{0,12}})[ ](?P<low>crore|lakh|billion|million|thousand|hundred)s?{_END}"
)
_SHORT_SCALES = frozenset("mbktMBKT")


def read_number(text: str, reading: Reading, floor: int) -> bool:
    """Read what stands before and after a number in English.

    Returns:
        Whether it is a figure; False where a letter touches it, so that it is a name (5G).
    """
    before = lead(text, reading.id, floor)
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
    found = _TAIL.match(text, at)
    if found is None:  # pragma: no cover  every part of it is optional
        return True
    scale = found["scale"]
    if (
        scale[-1:] in _SHORT_SCALES
        and len(scale) < 3
        and scale.strip() in _SHORT_SCALES
        and code is None
        and found["money"] is None
    ):
        # "5 m" without a currency is as likely metres; a letter that touches is part of a name.
        if scale[0] != " ":
            return False
        _take(reading, code)
        return True
    if scale:
        _take_scale(reading, scale)
    if found.end() == reading.end and following.isalpha():
        return False
    _take(reading, code, found)
    reading.end = reading.tail = found.end()
    if found["more"]:
        reading.hedge = "over"
    _take_late_hedge(text, reading)
    return True


_TAIL_STARTS = frozenset(" -%+°℃²³'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _take_compound(reading: Reading, compound: re.Match[str]) -> int:
    """Take in "32 lakh 92 thousand" and "3 billion 200 million" as one number."""
    high, low = SCALES[compound["high"]], SCALES[compound["low"]]
    rest = shifted(digits(compound["number"]).value, low)
    if reading.value is None or low >= high or rest >= shifted(Decimal(1), high):
        return reading.end
    reading.value = shifted(reading.value, high) + rest
    reading.place = low
    reading.scale = high
    reading.bare = "scale"
    return compound.end()


def _take_scale(reading: Reading, scale: str) -> None:
    words = scale.replace("-", " ").lower().split()
    power = sum(SCALES[word] for word in words)
    reading.shift(power)
    reading.scale += power
    if reading.scale > 3:
        reading.bare = "scale"
    if words[-1].startswith("cr"):
        reading.unit = "INR"


def _take(reading: Reading, code: str | None, found: re.Match[str] | None = None) -> None:
    """Take in the unit that follows, or the currency sign that stands before."""
    if code is not None:
        reading.kind, reading.unit, reading.bare = "money", code, ""
    elif found is not None and found["money"]:
        reading.kind, reading.unit, reading.bare = (
            "money",
            BY_WORD[found["money"].replace("-", " ")],
            "",
        )
    elif found is not None and found["unit"]:
        reading.kind, reading.unit, reading.bare = "quantity", found["unit"], ""
    elif found is not None and (found["percent"] is not None or found["percent2"] is not None):
        reading.kind, reading.unit, reading.bare = "percent", "%", ""
    elif found is not None and (found["points"] or found["points2"] is not None):
        reading.kind, reading.unit, reading.bare = "percent", "pp", ""
        if found["basis"]:
            reading.shift(-2)
    elif not reading.bare:
        reading.bare = "number"


def _take_late_hedge(text: str, reading: Reading) -> None:
    end = reading.end
    if text[end : end + 1] != "+" and text[end : end + 3] not in _AFTER_STARTS:
        return
    after = _AFTER.match(text, end)
    if after is None or (
        after["after"] in {"at least", "at most"}
        and text[after.end() : after.end() + 1] not in ",.;)"
    ):
        return
    reading.hedge = AFTER_ENGLISH[after["after"]] if after["after"] else "over"
    reading.end = after.end()
