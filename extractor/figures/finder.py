"""Find every figure of a text: jump from numeral to numeral, read each, then let neighbours speak."""

import re
from datetime import date
from decimal import Decimal

from extractor.figures.chinese_dates import CHINESE_DATES
from extractor.figures.chinese_numbers import (
    DIGIT_NUMERAL_FORMS,
    NUMERAL_FORMS,
    SLASH_FRACTION,
)
from extractor.figures.classes import mark_boundaries
from extractor.figures.counted import name_counts
from extractor.figures.digit_numbers import CODES, NUMBER, PHONE
from extractor.figures.english_dates import DIGIT_DATES, WORD_DATES
from extractor.figures.english_numbers import NUMBER_FORMS, ORDINAL_DIGITS
from extractor.figures.figure import Figure
from extractor.figures.form import Form, joined, nothing
from extractor.figures.legible import Legible, legible
from extractor.figures.links import link
from extractor.figures.money import settle
from extractor.figures.numerals import GROUP_WORDS, HAN_CHARS, NUMBER_WORDS
from extractor.figures.reading import Reading
from extractor.figures.tables import read_tables
from extractor.figures.vocabulary import FIRST_HAN, after_initial, any_of
from extractor.figures.years import complete_dates
from extractor.patterns import Pattern

# The forms that may begin at a digit, at a Chinese numeral, at an English word.
_LATIN_AT_DIGIT = (PHONE, *DIGIT_DATES, ORDINAL_DIGITS, SLASH_FRACTION, *CODES)
_CHINESE_AT_DIGIT = (*CHINESE_DATES, *DIGIT_NUMERAL_FORMS)
AT_DIGIT: tuple[Form, ...] = (*_LATIN_AT_DIGIT, *_CHINESE_AT_DIGIT)
AT_HAN: tuple[Form, ...] = (*CHINESE_DATES, *NUMERAL_FORMS)
AT_WORD: tuple[Form, ...] = (*WORD_DATES, *NUMBER_FORMS)

# Only a number followed by one of these can be more than a plain number: a date, a phone number.
_MORE = (
    r"(?=\(?\d{1,11}+(?:[-/:：∶年月日号號期时時点點分季至到~～—–、]|\.\d{1,3}+[.,:：∶]|,\d{1,2}(?!\d)|['’]\d{3}|[)）]日|[)）][- ]\d{3}|[snrt][tdh]|[ap]m"
    r"|[ ](?:[ap]\.?m|o'cl|(?:[-–—~/&(\d]|to[ ]|and[ ]|of[ ])?[ ]?[JFMASOND\d(-])|(?<=\d{11})))"
)
_FLAGS = re.VERBOSE | re.ASCII  # the digits of other scripts are not ours to read
# Of these, only one that is followed by one of those can be a number of a Chinese form.
_CHINESE_MORE = r"(?=\d{1,11}+(?:[-年月日号號期时時点點分季至到~～—–、]|[)）]日))"
_DIGIT = Pattern(
    f"{_MORE}(?:{joined(_LATIN_AT_DIGIT)}|{_CHINESE_MORE}(?:{joined(_CHINESE_AT_DIGIT)}))"
    f"|(?:{NUMBER.pattern})",
    _FLAGS,
)
_HAN = Pattern(joined(AT_HAN), _FLAGS)
# A run of Chinese numerals with none of these behind it is of no other form than a plain number.
_AFTER_RUN = frozenset("年月日号號季分份期时時点點几幾数數半至到~～—–－-、和")
_HAN_NUMERALS = frozenset(HAN_CHARS)
_HAN_RUN = Pattern(joined(form for form in NUMERAL_FORMS if form.name == "han"), _FLAGS)
_WORD = Pattern(joined(AT_WORD), _FLAGS)
_READERS = {form.name: form.read for form in (*AT_DIGIT, *AT_HAN, *AT_WORD, NUMBER)}

# What is no figure by one of these forms is none in parts either: the 2 of P1.2 is no number.
_SKIPPED = frozenset(form.name for form in AT_DIGIT if form.read is nothing) | {NUMBER.name}

_BEGINNINGS = (
    *NUMBER_WORDS, *GROUP_WORDS, "first", "last", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet", "twent", "fourt", "hundred", "half", "dozen",
    "score", "tens", "several", "many", "phase", "stage", "round", "edition", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "oct", "nov", "dec", "a few", "a couple", *(f"{article} {word}" for article in ("a", "an") for word in (*GROUP_WORDS, "dozen",
    "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "half")),
)  # fmt: skip
_WORDS = sorted({form for word in _BEGINNINGS for form in (word, word.capitalize(), word.upper())})
_INITIALS = "".join(sorted({word[0] for word in _WORDS})) + "QH"
# A run of digits is a plain number where none of these follows: no date, no code, no 1 200 000.
# Eleven digits may be a phone number.
_GOES_ON = " ,.'’()）/:：∶~～—–、至到年月日号號期时時点點分季snrtap-"
_DIGITS = rf"(?<=\d)\d*(?:\.\d+)?(?:(?![{_GOES_ON}])(?<![\d.]{{11}})(?P<{NUMBER.name}>)|)"
# What begins with one class of characters is sought the fastest: each of these looks at the rest
# of a numeral only from there, and looks back at what the class has found.
_NUMERAL = Pattern(
    rf"[\d{HAN_CHARS}第昨半數数几幾上下前首正冬腊臘民{_INITIALS}](?:"
    rf"{_DIGITS}|(?<=[{HAN_CHARS}])[{HAN_CHARS}]*|(?<=[第昨半])"
    rf"|(?<=[數数几幾上下前首正冬腊臘民])(?=[\d{HAN_CHARS}半月国國])"
    rf"|(?<=[A-Za-z])(?<![\w'’-][A-Za-z])(?:{after_initial(_WORDS)}|(?<=[QH])(?=[1-4])))",
    re.ASCII,
)
# In a text without Chinese nearly every letter may begin a numeral: there the search stops at what
# is no letter, which is a digit or stands before the numeral.
_LATIN_NUMERAL = Pattern(
    rf"[^A-Za-z_'’-](?:{_DIGITS}"
    rf"|(?=[{_INITIALS}])(?<!\d)(?:{any_of(_WORDS)}|[QH](?=[1-4])))",
    re.ASCII,
)
_CHINESE = Pattern(f"[{FIRST_HAN}-\U0010ffff]")


def find_figures(text: str, *, published: date | None = None) -> tuple[Figure, ...]:
    """Find every figure of a text, in order of place; none overlap.

    Args:
        text: an article in English or Chinese (simplified, traditional, mixed).
        published: the day it was published, where known; it resolves a missing year and 昨日.

    Returns:
        Figures with exact values; `text[start:end] == as_written` for each.
    """
    plain = legible(text)
    readings = _scan(plain.text)
    read_tables(plain.text, readings)
    link(plain.text, readings)
    settle(plain.text, readings)
    mark_boundaries(plain.text, readings)
    name_counts(plain.text, readings)
    complete_dates(plain.text, readings, published)
    return _figures(text, plain, readings)


def _scan(text: str) -> list[Reading]:
    readings: list[Reading] = []
    at = floor = 0
    search = _NUMERAL.search if _CHINESE.search(text) else _latin_numeral
    while numeral := search(text, at):
        at = numeral.end()
        found = numeral if numeral.lastgroup else _form(text, *numeral.span())
        if found is None:
            continue
        form = found.lastgroup or NUMBER.name
        read = _READERS[form](text, found, floor)
        if read:
            readings += read
            at = floor = read[-1].end
        elif form in _SKIPPED:
            at = floor = found.end()
        else:
            floor = max(floor, min(found.end(), at))
    return readings


def _form(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match the form of figure that a numeral begins."""
    first = text[start]
    if first > "⺀":
        is_run = (
            first in _HAN_NUMERALS
            and text[end : end + 1] not in _AFTER_RUN
            and text[start:end] != "三五"
        )
        return (_HAN_RUN if is_run else _HAN).match(text, start)
    if "0" <= first <= "9":
        return _DIGIT.match(text, start)
    return _WORD.match(text, start if first in _INITIALS else start + 1)


def _latin_numeral(text: str, at: int) -> re.Match[str] | None:
    """Find the next numeral of a text without Chinese; a word's match begins a character before it.

    No character is left before a word that begins the text or stands straight after a figure.
    """
    begins_word = text[at : at + 1].isalpha() and not text[at - 1 : at].isalpha()
    return (_NUMERAL if begins_word else _LATIN_NUMERAL).search(text, at)


_STEPS = {power: Decimal(1).scaleb(power) + 0 for power in range(-40, 1)} | {
    power: Decimal(10**power) for power in range(1, 80)
}


def _figures(text: str, plain: Legible, readings: list[Reading]) -> tuple[Figure, ...]:
    if plain.is_moved:
        _move(plain, readings)
    make = Figure._make
    return tuple(
        [
            make(
                (
                    reading.id,
                    reading.start,
                    reading.end,
                    reading.kind,
                    reading.value,
                    reading.upper,
                    reading.unit,
                    reading.hedge,
                    text[reading.start : reading.end],
                    None if reading.value is None else _STEPS[reading.place],
                    reading.date,
                    reading.conversion_of,
                    reading.boundary,
                )
            )
            for reading in readings
        ]
    )


def _move(plain: Legible, readings: list[Reading]) -> None:
    """Move readings from the legible text to the places in the original one."""
    origin = plain.origin
    for reading in readings:
        reading.id, reading.start = origin(reading.id), origin(reading.start)
        reading.end = plain.origin_end(reading.end)
        if reading.conversion_of is not None:
            reading.conversion_of = origin(reading.conversion_of)
