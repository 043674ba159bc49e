"""English figures: what follows digits or number words, and figures made of words alone."""

import re
from decimal import Decimal

from extractor.figures.currencies import BY_WORD
from extractor.figures.hedges import AFTER_ENGLISH
from extractor.figures.leads import lead
from extractor.figures.numerals import GROUP_WORDS, NUMBER_WORDS, SCALES, Numeral, digits, english
from extractor.figures.reading import Reading
from extractor.figures.units import QUANTITY_WORDS
from extractor.figures.vocabulary import any_of

_SCALE_WORDS = any_of(
    ("hundred", "thousand", "million", "billion", "trillion", "lakh", "lakhs", "lac", "lacs", "crore", "crores",
     "bn", "bln", "mn", "mln", "trn", "tn", "Billion", "Million", "Trillion", "Crore", "Lakh", "Crores", "Bn", "Mn",
     "BILLION", "MILLION", "BN", "cr", "Cr", "CR", "thousands", "millions", "billions", "trillions")
)  # fmt: skip
_TAIL = re.compile(
    rf"""
    (?P<scale>(?:[ -]?(?:{_SCALE_WORDS})(?![A-Za-z]))*|[ ]?[mMbBkKtT](?![A-Za-z0-9.°²³]))
    (?P<more>\+|[ -](?:plus|odd)(?![A-Za-z]))?
    (?:
      (?P<points>[ -]?(?:percentage[ -]points?|per[ ]?cent(?:age)?[ ]points?|%[ ]points?|pp|ppts?|bps|basis[ ]points?)(?![A-Za-z]))
     |(?P<percent>[ ]?%(?:age)?|[ -]per[ ]?cent(?:age)?(?![A-Za-z])|[ ]?pct(?![A-Za-z]))
     |(?P<money>[ -]?(?:{any_of(word for word in BY_WORD if word[0] < "⺀")})(?![A-Za-z]))
     |(?P<unit>[ -]?(?:{any_of(QUANTITY_WORDS)})(?![A-Za-z²³]))
    )?
    (?P<plus>\+)?
    """,
    re.VERBOSE,
)
_AFTER = re.compile(rf"[ ](?P<after>{any_of(AFTER_ENGLISH)})(?![A-Za-z])")
_COMPOUND = re.compile(
    rf"[ -](?P<first>crore|lakh|million|billion|thousand)s?,?[ ](?:and[ ])?(?P<number>\d[\d,]*)[ ](?P<second>lakh|thousand|million|hundred)(?![A-Za-z])"
)
_LIMIT_WORDS = frozenset("m b k t M B K T".split())

_NUMBER = any_of(form for word in (*NUMBER_WORDS, *GROUP_WORDS) for form in (word, word.capitalize()))
_ARTICLE = r"(?:[Hh]alf[ ]an?|[Aa]n?)"
# Alternatives of the master pattern.
WORDS = rf"""
 (?P<enfraction>(?<![A-Za-z])(?:(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)[ -](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half)s?|[Hh]alf)(?![A-Za-z]|[ ](?:year|century|hour|day|a[ ](?:dozen|billion|million|trillion|century|year|day|hour)|time|finals?|marathon)|-[a-z]|[ ]of[ ](?:20|19)\d\d))
|(?P<envague>(?<![A-Za-z])(?:(?:[Ss]everal|[Aa][ ]few|a[ ]couple[ ]of|[Mm]any)[ ](?:hundred|thousand|million|billion|trillion|dozen|tens?|lakh|crore)s?
   |(?:[Dd]ozens|[Ss]cores|[Tt]ens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions|[Ll]akhs|[Cc]rores))(?![A-Za-z])(?:[ ]of[ ](?:thousand|million|billion|trillion|lakh|crore)s?(?![A-Za-z]))*)
|(?P<ordinal>(?<![A-Za-z-])(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|Twenty|Thirty|Forty|Fifty)-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teenth|(?:[Tt]wen|[Tt]hir|[Ff]or|[Ff]if|[Ss]ix)tieth)(?![A-Za-z]|-(?:class|hand|rate|tier|ever|time|come|quarter)|ly))
|(?P<ordinaldigits>(?<![\w.,/-])\d{{1,4}}(?:st|nd|rd|th)(?![A-Za-z]))
|(?P<phase>(?<![A-Za-z])(?:[Pp]hase|[Ss]tage|[Rr]ound|[Ee]dition|PHASE)[ -](?:\d{{1,2}}(?![\d.]|[ ]?[A-Za-z]{{0,3}}illion)|(?:one|two|three|four|five|One|Two|Three)(?![A-Za-z])))
|(?P<words>(?<![A-Za-z'’])(?:{_ARTICLE}[ -](?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)|(?:[Hh]alf[ ]a[ ]|[Aa][ ])?dozen|[Dd]ozen|{_NUMBER})(?:(?:[ -]|[ ]and[ ]|[ ]point[ ])(?:{_NUMBER}|dozen))*(?![A-Za-z]))
"""


def tail(text: str, reading: Reading, code: str | None) -> bool:
    """Read what follows an English number: scale, percent sign, currency, unit; hedges after it.

    Returns:
        Whether the number stands alone; False where a letter touches it, so that it is a name (5G).
    """
    at = reading.end
    compound = _COMPOUND.match(text, at) if reading.value is not None and text[at : at + 1] in " -" else None
    if compound:
        at = _read_compound(reading, compound)
    found = _TAIL.match(text, at)
    if found is None:  # pragma: no cover  every part is optional
        return True
    scale = found["scale"]
    if scale and not _take_scale(reading, scale, code=code, found=found):
        found, scale = None, ""
    if found is None:
        end = at
        kind = None
    else:
        kind = found.lastgroup if found.lastgroup not in {"scale", "more", "plus"} else None
        end = found.end()
    if kind is None and text[end : end + 1].isalpha() and text[end] < "\u2e80" and end == reading.end:
        return False
    _take_unit(reading, kind, found, code)
    reading.end = reading.tail = end
    if found and (found["more"] or found["plus"]):
        reading.hedge = "over"
    if reading.hedge == "exact" and text[end : end + 3] in {" or", " an", " at", " pl", " ap", " mo", " gi"}:
        after = _AFTER.match(text, end)
        if after and after["after"] != "at least" or after and text[after.end() : after.end() + 1] in ",.;)":
            reading.hedge = AFTER_ENGLISH[after["after"]]
            reading.end = after.end()
    return True


def _read_compound(reading: Reading, compound: re.Match[str]) -> int:
    """Read "32 lakh 92 thousand" and "3 billion 200 million" as one number."""
    first, second = SCALES[compound["first"]], SCALES[compound["second"]]
    number = digits(compound["number"])
    low = number.value.scaleb(second)
    if reading.value is None or second >= first or low >= Decimal(1).scaleb(first):
        return reading.end
    reading.value = reading.value.scaleb(first) + low
    reading.step = Decimal(1).scaleb(second)
    reading.scale = first
    reading.bare = "scale"
    reading.end = compound.end()
    return reading.end


def _take_scale(reading: Reading, scale: str, *, code: str | None, found: re.Match[str]) -> bool:
    words = scale.replace("-", " ").split()
    if words[0] in _LIMIT_WORDS and code is None and found["money"] is None:
        return False
    power = sum(SCALES[word.lower()] for word in words)
    if reading.value is not None and reading.step is not None:
        reading.value = shifted(reading.value, power)
        reading.step = shifted(reading.step, power)
    reading.scale += power
    reading.bare = "scale"
    if words[-1].lower().startswith("cr"):
        reading.unit = "INR"
    return True


def shifted(value: Decimal, power: int) -> Decimal:
    """Return value x 10^power without an exponent where the result is whole."""
    moved = value.scaleb(power)
    return moved.quantize(Decimal(1)) if moved == moved.to_integral_value() and abs(moved) < Decimal(10) ** 27 else moved


def _take_unit(reading: Reading, kind: str | None, found: re.Match[str] | None, code: str | None) -> None:
    unit = found[kind].lstrip(" -") if found and kind else None
    if kind == "money" and unit:
        reading.kind = "money"
        reading.unit = BY_WORD[unit.replace("-", " ")] if code is None else code
        reading.bare = ""
    elif code is not None:
        reading.kind, reading.unit, reading.bare = "money", code, ""
        if kind and found:
            # "$5 million 3-year plan": the unit is another figure's; keep what is money.
            pass
    elif kind == "percent":
        reading.kind, reading.unit, reading.bare = "percent", "%", ""
    elif kind == "points":
        reading.kind, reading.unit, reading.bare = "percent", "pp", ""
        if unit and unit.startswith(("bps", "basis")) and reading.value is not None and reading.step is not None:
            reading.value, reading.step = reading.value / 100, reading.step / 100
    elif kind == "unit":
        reading.kind, reading.unit, reading.bare = "quantity", unit, ""
    elif not reading.bare:
        reading.bare = "number"


def words(text: str, found: re.Match[str], floor: int) -> Reading | None:
    """Read number words with what stands around them; None for pronouns and idioms."""
    written = found["words"]
    lower = written.lower()
    half = lower.startswith("half")
    number = english(lower.split(" ", 2)[2] if half else lower)
    if number is None:
        # "two three": the first word alone may still be a number.
        number, written = _first_number(written)
        if number is None:
            return None
    start = found.start()
    end = start + len(written)
    if lower == "one" and _is_pronoun(text, start, end):
        return None
    value = number.value / 2 if half else number.value
    reading = Reading("count", start, end, value, number.step)
    reading.scale = _trailing_scale(lower)
    if reading.scale >= 5:
        reading.bare = "scale"
    if lower.endswith("crore"):
        reading.unit = "INR"
    return reading


def _first_number(written: str) -> tuple[Numeral | None, str]:
    words_ = re.split(r"([ -])", written)
    for stop in range(len(words_) - 2, 0, -2):
        part = "".join(words_[:stop])
        number = english(part)
        if number is not None and not part.endswith("and"):
            return number, part
    return None, written


def _trailing_scale(lower: str) -> int:
    last = re.split("[ -]", lower)[-1]
    return SCALES.get(last, 0) if last in GROUP_WORDS else 0


_ONE_AFTER = re.compile(
    r"(?:[ -](?:of|another|with|between|that|which|who|whose|is|was|are|were|has|had|can|could|would|will|may|must|should|by|in|on|at|for|from|to|the|and|or|more|day|side|hand|by one|after|step|another's|such|thing|way|as|than|about|big|time|last|final|here|there|it|he|she|they|we|you|i|its|his|a|an)(?![A-Za-z])|[.,;:!?”\"'’)]|-(?:stop|off|on|way|sided|time|size|fits)|s\b|self|\s*$)",
)
_ONE_BEFORE = re.compile(r"(?:no|any|every|each|some|the|this|that|another|only|which|a|number|day) \Z|(?:No|Any|Every|Each|Some|The|This|That|a new) \Z")


def _is_pronoun(text: str, start: int, end: int) -> bool:
    return bool(_ONE_AFTER.match(text, end)) or bool(_ONE_BEFORE.search(text, max(0, start - 8), start))


_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "half": 2}
_HUNDREDTH = Decimal("0.01")


def fraction(text: str, found: re.Match[str]) -> Reading | None:
    """Read "a third", "two-thirds", "half" as a percentage of at most two decimals."""
    lower = found["enfraction"].lower().replace("-", " ")
    top, _, part = lower.rpartition(" ")
    number = english(top) if top and top != "a" else None
    over = number.value if number else Decimal(1)
    size = _PARTS[part.rstrip("s") if part != "half" else part]
    if part in {"fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"} and top in {"a", "one"} and not re.match(r" (?:of|in)\b|[,.;]", text[found.end() : found.end() + 4]):
        return None
    if part in {"third", "quarter", "fourth"} and top == "a" and re.match(r" (?!of\b|in\b|to\b|and\b|from\b|by\b|were\b|was\b|are\b|is\b)[a-z]", text[found.end() : found.end() + 6]):
        return None
    value = percentage(over, Decimal(size))
    reading = Reading("percent", *found.span(), value, _HUNDREDTH if value % 1 else Decimal(1))
    reading.unit = "%"
    return reading


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """Return part of whole in percent, rounded to two decimals, without trailing zeros."""
    value = (part * 100 / whole).quantize(_HUNDREDTH)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def vague(found: re.Match[str]) -> Reading:
    """Make a figure without a value: "dozens", "hundreds of millions"."""
    return Reading("count", *found.span(), None, None)


_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}  # fmt: skip
_FIRST_OF_SEVERAL = re.compile(r" (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b")


def ordinal(text: str, found: re.Match[str]) -> Reading | None:
    """Read "third", "twenty-first", "26th", "phase two"."""
    kind = found.lastgroup or ""
    written = found.group()
    if kind == "ordinal":
        tens, _, last = written.lower().rpartition("-")
        value = _ORDINALS[last] + (int(english(tens).value) if tens and english(tens) else 0)  # type: ignore[union-attr]
        if _FIRST_OF_SEVERAL.match(text, found.end()) or re.match(" of all|, second", text[found.end() : found.end() + 8]):
            return None
    elif kind == "ordinaldigits":
        value = int(written[:-2])
    else:
        name, number = re.split("[ -]", written)
        value = int(number) if number.isdecimal() else int(english(number).value)  # type: ignore[union-attr]
        reading = Reading("ordinal", found.start(), found.end(), Decimal(value), Decimal(1))
        reading.id = found.start() + len(name) + 1
        return reading
    return Reading("ordinal", *found.span(), Decimal(value), Decimal(1))


def with_lead(text: str, reading: Reading, floor: int) -> str | None:
    """Put the hedge and currency sign before a number into its reading; return the sign's code."""
    before = lead(text, reading.id, floor)
    reading.start, reading.core = before.start, before.core
    if before.hedge != "exact":
        reading.hedge = before.hedge
    return before.code
