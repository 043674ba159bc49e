"""The region or body whose projects an event brought in."""

import re
from collections.abc import Iterator, Sequence

from extractor.models.rules.news.names import GatheringName
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import AND_ZH
from extractor.patterns import Pattern

_REGION_ZH = Pattern(
    r"(?:(?<![\u3400-\u9fff])|(?<=[在于由的为是从而则让把向将对省市州进到访]))(?P<host>(?P<stem>(?!"
    + AND_ZH
    + r"|[在与由从自于是为以对赴来至本该我全各及等中而则把被的到据经向])(?!落户|位于|来到|要求|包括|有关|所在)(?:(?!政府|投资|招商|高新|经开|开发)[^\W\da-zA-Z各个的和]){2,3}?)(?:[市县州省]|(?<![地园片社郊山景矿新湾厂库])区))"
    r"(?![\u3400-\u9fff]?(?:委|长|议|级|内|域|外|政|场|协|直|招|各)|[\u3400-\u9fff]{2,10}?(?:公司|集团|商会))"
)
_REGION_END_ZH = Pattern("[市县州省区]")
_STEM_LENGTHS = (2, 3)
_NAME_ZH = Pattern(
    r"[Ⓞ（“]*(?:投资|相约|走进|遇见|选择)?(?P<host>(?!中国|全国|全省|全市|我)(?P<stem>[\u3400-\u9fff]{2}))"
)
_ZONE_ZH = Pattern(
    r"(?P<host>(?P<stem>(?!"
    + AND_ZH
    + r"|[在与由从自于本该我全各及等更也还将])[\u3400-\u9fff]{2,3}?)(?:新区|高新区|经开区|开发区|[\u3400-\u9fff]{2}园区))"
)
_OF_PLACE_ZH = Pattern("[市县区省州]|人民政府|政府")
_TO_PLACE_ZH = ("落户", "落子", "位于", "走进", "布局", "在", "于", "赴", "来", "到")
_ZONE_LEAD = 160
_SUBJECT_ZH = Pattern(
    r"(?:^|[，。】）\n]|获悉，)(?:[\u3400-\u9fff]{2,3}[省市县州])?(?P<host>(?P<stem>(?!(?:"
    + AND_ZH
    + r"|[在与由从自于是为以对赴更也还将各该本])[^市县])[\u3400-\u9fff]{2,4}?)(?:市|(?:新|高新|经开|开发)区|区|县|州|镇|乡|[\u3400-\u9fff]{2}(?:园|城)))"
    r"(?:人民政府|政府|公司)?(?:今[天日]?|昨[天日]?|日前|近日)?Ⓓ?(?:[（(][^）)]*[）)])?(?:(?:在|于|赴|到)[^，。]{2,12})?(?:举行|举办|召开)"
)
"""A region that is the subject of holding something: of a county and its town, the town."""
_DATELINE_EN = Pattern(
    r"\s*(?P<city>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)*)(?:, (?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?))?(?:, Ⓓ)? ?(?:\([^)]{2,40}\) ?)?(?:—|–|--|-|:)"
)
"""The city that opens a report, and the state behind it."""
_LOW = r"[^\W\dA-Z_]"
_REGION_EN = Pattern(
    rf"(?P<host>(?P<stem>[A-Z](?<!\w[A-Z]){_LOW}+(?: [A-Z]{_LOW}+)?)(?P<unit> (?:City|County|District|Province|Prefecture|Municipality|New (?:Area|District|City)|(?:(?:Economic|High-tech|Industrial|Technological|Free Trade|Free|Special Economic) )*(?:Development )?(?:Zone|New City))\b)?)"
    r"(?(unit)|(?:['’]s\b(?! (?:[A-Z]\w+ ){1,3}(?:Zone|County|District|Province|Region|State)\b)| (?:government|State|authorities)\b))"
)
_NAME_EN = Pattern(
    r"(?:(?:Ⓞ|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Invest) )*(?:China \()?(?P<host>(?P<stem>(?:(?:Al|El|As|Ad|Ash|Abu|Umm|Ras|Dar|San|Santa|Saint|St|Port|Fort|Mount|New|Ba|Da|Ha|Ho|La|Las|Los|Le|North|South|East|West|Upper|Lower)[ -])?[A-Z][a-z]+))"
)
_FIRST_WORDS_EN = Pattern(
    r"\W*(?:Invest(?: in)? )?(?P<host>(?P<stem>[A-Z][a-z]+(?: [A-Z][a-z]+)?))\b(?=:| (?!out|of|in|for|with|at|on|to (?:the|an?|its)|by|and)[a-z])"
)
_NOT_REGIONS = Pattern(
    r"(?:The|A|An|In|At|On|Of|From|During|Last|This|Next|News|Online|Our|Chief|Deputy|State|Investment|Industry|Industrial|Global|International|Annual|China|Investors?|People|Spring|Autumn|Expo|Conference|Summit|Forum|Fair|Festival|Deals?|Sign|Signed|Signing|Countdown|Opening|Swallows|Speech|Governor|Mayor|More|Over|Nearly|How|What|Why|Who)\b"
)
_OURS = Cued(
    "our county|our district|our city|our town|our province",
    r"\bour (?:county|district|city|town|province)\b",
)
_NAMED_REGION = Pattern(r"\W*[A-Z]\w+(?: [A-Z]\w+)? (?:County|City|District|Province)\b")
"""A headline that opens with whose event it is: "Lorem County: three batches of projects"."""
_TITLE = Pattern(
    r"\b(?:Gov(?:ernor)?|Mr|Mrs|Ms|Dr|Sen|Rep|President|Premier|Mayor|Minister|Secretary|Chief)\.? $"
)
_LEAD = 800
_OPENING = 80
_SUBJECTS = 3
_HOLDS = 4.0
"""What it is worth to be the subject of holding the event."""


def find_host(reading: Reading, place: str | None, name: GatheringName | None) -> Extent | None:
    """Return where the host's name stands in the reading.

    Args:
        reading: the article.
        place: where the event was held; a place away from home is no host where another is named.
        name: the event's name, whose first word is often the host's.
    """
    headline = reading.headline.text if reading.headline else ""
    ours = _OURS.search(reading.text) if reading.article.language != "zh" else None
    if ours and not _NAMED_REGION.match(headline):
        return ours.span()
    if reading.sentences and reading.sentences[0].text.startswith("——"):
        headline += reading.sentences[0].text
    away = place if place and place not in headline else None
    if away and name and away[:2] in name.shape:
        away = None
    subjects = [*_subjects(reading)]
    told = list(_candidates(reading, name, subjects))
    home = [
        (stem, span)
        for stem, span in told
        if away is None or away not in {stem, reading.quote(*span)}
    ]
    if not told and reading.article.language != "zh":
        return _of_dateline(reading)
    scored = [
        (_score(reading, headline, stem, span) + _HOLDS * ((stem, span) in subjects), span)
        for stem, span in home or told
    ]
    return max(scored, key=lambda item: item[0])[1] if scored else None


def _score(reading: Reading, headline: str, stem: str, span: Extent) -> float:
    return (
        min(reading.text.count(stem), 12)
        + 4.0 * (stem in headline)
        + 3.0 * (span[0] < _OPENING)
        + 0.5 * (span[1] - span[0] > len(stem))
    )


def _regions(text: str, *, is_chinese: bool) -> Iterator[re.Match[str]]:
    """Give the names of regions in the lead; Chinese ones by the letter that they end with."""
    if not is_chinese:
        yield from _REGION_EN.finditer(text, 0, _LEAD)
        return
    ends = [found.start() for found in _REGION_END_ZH.finditer(text, 0, _LEAD)]
    last = 0
    for start in sorted({end - length for end in ends for length in _STEM_LENGTHS}):
        if start >= last and (found := _REGION_ZH.match(text, start, _LEAD)):
            last = found.end()
            yield found


def _candidates(
    reading: Reading, name: GatheringName | None, subjects: Sequence[tuple[str, Extent]]
) -> Iterator[tuple[str, Extent]]:
    """Give the names of regions in the lead and in the event's name, with their stems."""
    is_chinese = reading.article.language == "zh"
    first = _NAME_ZH if is_chinese else _NAME_EN
    for found in _regions(reading.text, is_chinese=is_chinese):
        stem = found.group("stem")
        if not (_NOT_REGIONS.match(stem) or _TITLE.search(reading.text, 0, found.start())):
            yield stem, found.span("host")
    if is_chinese:
        yield from subjects
        for found in _ZONE_ZH.finditer(reading.text, 0, _ZONE_LEAD):
            yield found.group("stem"), found.span("host")
    headline = reading.headline
    places = [(first, name.start, name.end, 2)] if name else []
    if headline and not is_chinese:
        end = headline.start + len(headline.text)
        places.append((_FIRST_WORDS_EN, headline.start, end, 1))
    for pattern, start, end, least in places:
        word = pattern.match(reading.text, start, end)
        stem = word.group("stem") if word else ""
        if word and is_chinese and not _used_as_place(reading.text, stem):
            continue
        if word and not _NOT_REGIONS.match(stem) and reading.text.count(stem) > least:
            yield stem, word.span("host")


def _subjects(reading: Reading) -> Iterator[tuple[str, Extent]]:
    """Give the regions that a Chinese lead says to hold something, with their stems."""
    if reading.article.language != "zh":
        return
    for sentence in reading.sentences[:_SUBJECTS]:
        for found in _SUBJECT_ZH.finditer(sentence.text):
            start, end = found.span("host")
            yield found["stem"], (sentence.start + start, sentence.start + end)


def _of_dateline(reading: Reading) -> Extent | None:
    """Return where the text names the state of its dateline, or else the city, once more."""
    matches = (_DATELINE_EN.match(sentence.text) for sentence in reading.sentences[:_SUBJECTS])
    found = next(filter(None, matches), None)
    if found is None:
        return None
    for region in (found["state"], found["city"].title()):
        at = reading.text.find(region) if region else -1
        if at >= 0:
            return at, at + len(region)
    return None


def _used_as_place(text: str, stem: str) -> bool:
    """Return whether a word from an event's name is used as that of a place in the text."""
    at = text.find(stem)
    while at >= 0:
        if text.endswith(_TO_PLACE_ZH, 0, at) or _OF_PLACE_ZH.match(text, at + len(stem)):
            return True
        at = text.find(stem, at + 1)
    return False
