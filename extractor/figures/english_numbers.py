"""English number words: twenty-seven, two dozen, half a billion, two-thirds, the third, Phase 2."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.figures.days import dated
from extractor.figures.english import read_number
from extractor.figures.form import Form
from extractor.figures.hedges import BEFORE
from extractor.figures.leads import lead
from extractor.figures.numerals import GROUP_WORDS, NUMBER_WORDS, SCALES, english, percentage
from extractor.figures.quoting import in_short_quote
from extractor.figures.reading import Reading
from extractor.figures.vocabulary import any_of
from extractor.patterns import Pattern

_END = "(?![A-Za-z])"
_NUMBER = any_of(
    form
    for word in (*NUMBER_WORDS, *GROUP_WORDS)
    for form in (word, word.capitalize(), word.upper())
)
_GROUP = any_of(GROUP_WORDS)


def _words(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    written = found.group()
    lower = written.lower()
    number = english(lower)
    if number is None:
        lower = _first_number(lower)
        number = english(lower)
        if not lower or number is None:
            return ()
        written = written[: len(lower)]
    start, end = found.start(), found.start() + len(written)
    if text.startswith(("-Year Plan", "-year plan", " Year Plan"), end):
        return ()
    if lower in GROUP_WORDS and not _IN_COMPOUND.match(text, end):
        return ()
    if (lower == "one" and _is_pronoun(text, start, end)) or in_short_quote(text, start, end):
        return ()
    reading = Reading("count", start, end, number.value, number.place)
    last = lower.replace("-", " ").rpartition(" ")[2]
    if last in GROUP_WORDS and SCALES[last] > 3:
        reading.scale = SCALES[last]
        reading.bare = "scale"
        reading.unit = "INR" if last == "crore" else None
    return (reading,) if read_number(text, reading, floor) else ()


def _first_number(words: str) -> str:
    """Return the longest beginning that is a number: "two three" is two of them."""
    longest = ""
    for end in re.finditer(" |$", words):
        beginning = words[: end.start()]
        if english(beginning):
            longest = beginning
        elif not beginning.endswith(" point"):
            break
    return longest


# A scale by itself is a number in "a billion-yuan project" only.
_IN_COMPOUND = Pattern(r"-(?:yuan|dollar|euro|rupee|pound|naira|rand|dong|riyal|dirham|shilling)")
_ONE_AFTER = Pattern(
    r"[ -](?:of|another|with|between|that|which|who|whose|is|was|are|were|has|had|can|could|would|will|may|must|should|by|in|on|at"
    r"|for|from|to|the|and|or|more|day|side|hand|after|step|such|thing|way|as|than|about|big|time|last|final|here|there|it|he"
    r"|she|they|we|you|i|its|his|a|an|our|their|signed|located|built|held|made|based|being|set|when|where|if|but|not|among)(?![A-Za-z])"
    r"|[.,;:!?”\"'’)]|-(?:stop|off|on|way|sided|time|size|fits|to)|\s*$"
)
_ONE_BEFORE = Pattern(
    r"(?:\b(?:[Nn]o|[Aa]ny|[Ee]very|[Ee]ach|[Ss]ome|[Tt]he|[Tt]his|[Tt]hat|[Aa]nother|only|[Ww]hich|a|number|day|new|first|last|big|like|or)|st) \Z"
)

_ONE_OF_MONEY = Pattern(
    r" of (?:(?:more than|less than|at least|up to|over|above|nearly|about|around) )?(?:[A-Z]{0,3}[$€£¥₹₦]|Rs\.? ?|[A-Z]{2,3} ?)?\d"
)
_THERE_IS = Pattern(r"\b[Tt]here (?:is|was|are|were) (?:only|just) \Z")

_LISTING = frozenset({", ", "d "})
# Two are Malaysian, one is Korean.
_COUNTED_BEFORE = Pattern(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3}) (?:are|were|come|came|have|went|go)\b[^.;:\d]{0,50}(?:, (?:and )?| and )\Z"
)


# Two from Japan and one from Korea: what is said of each is said alike.
_ONE_OF_KIND = Pattern(
    r" (?P<kind>from|in|for|by|to|at|on) (?!(?:the|us|them|me|you|it|two|three|four|five|six|ten|\d+)\b)"
)
_OTHERS_OF_KIND = Pattern(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})(?: [a-z]+)? (?P<kind>from|in|for|by|to|at|on) "
)
_SENTENCE_END = Pattern(r"[.!?](?:\s|$)")
_OTHERS_REACH = 60


def _is_among_others(text: str, start: int, end: int) -> bool:
    """Return whether another count of the sentence near "one" is of the same kind."""
    told = _ONE_OF_KIND.match(text, end)
    if told is None:
        return False
    before = _SENTENCE_END.split(text[max(0, start - _OTHERS_REACH) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + _OTHERS_REACH])[0]
    return any(
        other.group("kind") == told.group("kind")
        for words in (before, behind)
        for other in _OTHERS_OF_KIND.finditer(words)
    )


def _is_pronoun(text: str, start: int, end: int) -> bool:
    if text.startswith((" of which", " of whom"), end) or _is_among_others(text, start, end):
        return False  # five projects, one of which is foreign
    if _ONE_OF_MONEY.match(text, end):
        return False
    if text[start - 2 : start] in _LISTING and _COUNTED_BEFORE.search(
        text, max(0, start - 90), start
    ):
        return False
    if _ONE_AFTER.match(text, end):
        return True
    return bool(
        _ONE_BEFORE.search(text, max(0, start - 9), start)
        and not _THERE_IS.search(text, max(0, start - 20), start)
    )


_PARTS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "half": 2,
}
_OF_WHOLE = Pattern(
    r" (?:of|in|to|from|by|and|were|was|are|is|more|less|went|comes?|came|are)\b|[ ]?[,.;:)]|$"
)


def _fraction(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Read a share as a percentage; "a fifth plant" and "the third quarter" are none."""
    top, _, part = found.group().lower().replace("-", " ").rpartition(" ")
    part = part if part == "half" else part.rstrip("s").replace("halve", "half")
    if top in {"a", "one"} and part != "half" and not _OF_WHOLE.match(text, found.end()):
        return ()
    if top in {"", "a"} and re.match(
        r" (?:way|price|board|finals?|marathon)", text[found.end() : found.end() + 10]
    ):
        return ()
    number = english(top) if top and top != "a" else None
    value = percentage(number.value if number else Decimal(1), Decimal(_PARTS[part]))
    reading = Reading("percent", *found.span(), value, -2 if value % 1 else 0)
    reading.unit = "%"
    before = lead(text, reading.id, floor)
    if before:
        reading.start = before.start
        if before.hedge:
            reading.hedge = BEFORE[before.hedge]
    return (reading,)


def _vague(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    """Make a figure without a value of "dozens" or "hundreds of millions of yuan"."""
    start = found.start()
    if in_short_quote(text, *found.span()) or text[start - 2 : start - 1].isdigit():
        return ()  # "12 millions" has its number before it
    reading = Reading("count", *found.span())
    read_number(text, reading, floor)
    return (reading,)


_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth"),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}  # fmt: skip
_NO_ORDINAL = Pattern(
    r"[ -](?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|[ ](?:of all|and foremost|announced|time in)|, second|-(?:class|hand|rate|tier|ever|time|come|quarter|generation|party|mover)|ly\b"
)


def _ordinal(text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    if _NO_ORDINAL.match(text, found.end()):
        return ()
    tens, _, last = found.group().lower().rpartition("-")
    value = _ORDINALS[last]
    if tens and (number := english(tens)):
        value += int(number.value)
    return (Reading("ordinal", *found.span(), Decimal(value)),)


def _ordinal_digits(text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read "the 26th" as a day where its surroundings make it one, else as a rank."""
    numbers = list(re.finditer(r"(\d+)[a-z]+", found.group()))
    places = [(found.start() + n.start(), found.start() + n.end(), int(n[1])) for n in numbers]
    is_day = (
        all(1 <= number <= _LONGEST_MONTH for *_, number in places)
        and _DAY_BEFORE.search(text, max(0, found.start() - 16), found.start())
        and _DAY_AFTER.match(text, found.end())
    )
    if is_day:
        return [dated(start, end, day=number) for start, end, number in places]
    return [Reading("ordinal", start, end, Decimal(number)) for start, end, number in places]


_LONGEST_MONTH = 31
_DAY_BEFORE = Pattern(
    r"\b(?:[Oo]n|[Ff]rom|of|to|[Uu]ntil|[Tt]ill|and|by|[Bb]etween|[Tt]hrough|[Bb]efore|[Aa]fter|[Ss]ince|[Tt]hat|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?) (?:the )?\Z"
)
# The other end of a range has to be a day, too: "from the 12th to the 13th edition".
_DAY_AFTER = Pattern(
    r"(?: (?:to|and|through|until|till|&) (?:the )?\d{1,2}(?:st|nd|rd|th)\b)?"
    r"(?:[,.;:)]|\s?\n| (?:to|and)\b(?! (?:the )?\d)"
    r"| (?:at|in|with|during|the|this|that|when|alone|his|her|its|their|our|he|she|it|they|we|of (?:this|last|next|the) month)\b|$)"
)


def _phase(_text: str, found: re.Match[str], _floor: int) -> Sequence[Reading]:
    name, _, number = re.split("([ -])", found.group())
    value = Decimal(number) if number.isdecimal() else english(number).value  # type: ignore[union-attr]
    reading = Reading("ordinal", *found.span(), value)
    reading.id = found.start() + len(name) + 1
    return (reading,)


NUMBER_FORMS = (
    Form(
        "enfraction",
        rf"(?:(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)[ -](?:thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|half|halves)"
        rf"|[Hh]alf){_END}(?![ ](?:year|century|hour|day|month|an?[ ]|time|million|billion|dozen)|-|[ ]of[ ](?:20|19)\d\d)",
        _fraction,
        (
            ("close to two-thirds of", "66.67"),
            ("a third of the", "33.33"),
            ("More than half of", "50"),
            ("three quarters of", "75"),
        ),
    ),
    Form(
        "envague",
        r"(?:(?:[Ss]everal|[Aa][ ]few|[Aa][ ]couple[ ]of|[Mm]any)[ ](?:hundred|thousand|million|billion|trillion|dozen|ten|lakh|crore)s?"
        r"|(?:[Dd]ozens|[Ss]cores|[Tt]ens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions|[Ll]akhs|[Cc]rores))(?![A-Za-z])(?:[ ]of[ ](?:thousand|million|billion|trillion|lakh|crore)s?(?![A-Za-z])){0,3}",
        _vague,
        (
            ("dozens of firms", None),
            ("several hundred million yuan", None),
            ("hundreds of millions of dollars", None),
        ),
    ),
    Form(
        "phase",
        rf"(?:[Pp]hase|[Ss]tage|[Rr]ound|[Ee]dition|PHASE)[ -](?:\d{{1,2}}(?![\d.,]|[ ]?[a-z]{{0,3}}illion|[ ]?%)|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive){_END})",
        _phase,
        (("community phase one,", "1"), ("Phase 2 of the park", "2")),
    ),
    Form(
        "ordinal",
        rf"(?:(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty)-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth"
        rf"|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teenth|(?:[Tt]wen|[Tt]hir|[Ff]or|[Ff]if|[Ss]ix)tieth|[Hh]undredth){_END}",
        _ordinal,
        (("the Third Conference", "3"), ("the twenty-first session", "21")),
    ),
    Form(
        "words",
        rf"(?:(?:(?:[Aa][ ])?[Hh]alf(?:[ -]an?)?|[Aa]n?)[ -](?:{_GROUP}|dozen)|[Dd]ozen|{_NUMBER})(?:(?:[ -](?:and[ ])?|[ ]point[ ])(?:{_NUMBER}|dozen)){{0,15}}(?:[ -]and[ -]a[ -]half(?:[ -](?:{_GROUP}|dozen))?)?{_END}",
        _words,
        (
            ("twenty-seven projects", "27"),
            ("two hundred and five firms", "205"),
            ("A dozen deals", "12"),
            ("half a billion dollars", "500000000"),
            ("two and a half million", "2500000"),
            ("Two dozen of", "24"),
            ("one and a half dozen", "18"),
        ),
    ),
)
ORDINAL_DIGITS = Form(
    "ordinaldigits",
    r"(?<![\w/-])(?<!\d[.,])\d{1,4}(?:st|nd|rd|th)(?![A-Za-z])(?:[-–—]\d{1,2}(?:st|nd|rd|th)(?![A-Za-z])|)",
    _ordinal_digits,
    (("the 26th fair", "26"),),
)
