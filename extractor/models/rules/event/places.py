"""Where an event was held.

What names a place stands behind a preposition that belongs to a gathering, or to a verb of holding
one: nothing else about the sentence need be known. Of a venue and its city, the city is the place.
A dateline tells where a report was written, and is not read.
"""

import re

from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import GATHERING_EN
from extractor.patterns import Pattern

_SENTENCES = 12
_OPENING = 6

# English

_NO_PLACE = (
    "January|February|March|April|May|June|July|August|September|October|November|December|China|Chinese|English"
    "|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
)
_CAPITALISED = rf"(?!(?:{_NO_PLACE})(?:day)?\b)[A-Z][\w’'-]*"
_UNIT = "city|county|district|area|town|township|zone"
_HALLS = (
    "Hall|Pavilion|Center|Centre|Hotel|Palace|Arena|Stadium|Auditorium|Grounds|Complex|Theater|Theatre|Resort|Park"
    "|Square|Exchange|House|Club|Waterfront|Campus|Museum|Base|Avenue|Road|Street|Terminal|Ballroom|Inn|Library|Maidan"
)
_HELD = (
    r"held|hosted|convened|staged|stages|opened|opens|opening|closed|closes|closing|gathered|gather|met|meets|concluded|ended|ends|"
    r"(?:took|takes|take|taking) place|kicked off|kicks off|wrapped up|wraps up|(?:came|comes) to an end|came down|(?:drew|draws) to a close"
    r"|wound up|stopped|unfolded|launched|(?:located|set up|set) (?=in|at)"
)
_GATHERING = (
    rf"{GATHERING_EN}|conference|summit|forum|fair|expo|exhibition|meet|meeting|seminar|symposium|roadshow|conclave|ceremony"
    r"|campaign|convention|talks|venue|session|sessions|event|luncheon|dinner|sidelines|investor day"
)
_ANCHOR = Pattern(rf"\b(?:(?P<verb>{_HELD})|(?:{_GATHERING})),? ")
_GAP = Pattern(
    r"(?:(?:\([^)]{0,50}\)|[^.;:()“”ⒸⓂⓃ]){0,70}? )??(?:in|at) (?:the |a |an )?(?=[A-Za-z])",
    re.DOTALL,
)
_TOO_FAR = Pattern(
    r"\b(?:invest|invested|investing|investments?|projects?|plants?|factory|based|built?|building|jobs|interest|companies|firms|land|participate|participated|specializing|working|with)\b|\bto (?=[a-z])"
)
_NAMED = Pattern(
    rf"(?P<place>{_CAPITALISED}(?: (?:and )?{_CAPITALISED}){{0,6}}(?: (?:{_UNIT})\b)?)"
)
_DESCRIBED_VENUE = Pattern(
    rf"(?:(?:{_CAPITALISED}|[a-z][\w-]*) ){{1,9}}?(?:in|of|at) (?:the )?(?=[A-Z])"
)
_IN_CITY = Pattern(r"(?:(?: [a-z]+){0,3} (?:in|of) (?:the )?|, )(?=[A-Z])")
_IN_WHICH = Pattern(r",? in (?:the )?(?=[A-Z]|[a-z]+ capital\b)")
_HALL_IN = Pattern(
    r"(?: [a-z]+){0,2} (?:hall|center|centre|field|venue|room|grounds|hotel|site) (?:in|of) (?:the )?(?=[A-Z])"
)
_SEVERAL = Pattern(r"(?:(?: on Ⓓ)?, [A-Z][\w’'-]+)+(?: on Ⓓ)?,? and [A-Z]")
_CAPITAL_IS = Pattern(rf",? (?:of )?(?P<place>{_CAPITALISED})(?=[,.;]| on | with |$)")
_CAPITAL = Pattern(r"(?P<place>(?:provincial|[Ss]tate|county|national|regional) capital)\b")
_OWNER = Pattern(
    rf"(?P<place>{_CAPITALISED}(?<!['’]s)(?: {_CAPITALISED}(?<!['’]s)){{0,3}}?)['’]s(?= |$)"
)
_CAPITAL_NAMED = Pattern(
    rf" (?:provincial|state|national|regional) capital,? (?:of )?(?P<place>{_CAPITALISED})"
)
_SEAT = Pattern(r"(?:county seat|seat|city|town|village) of (?=[A-Z])")
_GATHERING_LAST = Pattern(rf"(?:{GATHERING_EN})(?: Ⓞ)?$")
_VENUE_LAST = Pattern(rf"(?:{_HALLS})$")
_SCENE = Pattern(
    rf"(?:(?P<opens>^[“\"]?(?:In|At))|, in) (?:the )?(?P<place>{_CAPITALISED}(?: {_CAPITALISED}){{0,4}})(?=,? (?:on |in )?(?:Ⓓ|{_NO_PLACE})|(?(opens),))"
)
_DRAWN = Pattern(
    rf"\b(?:brought|drew|attracted|welcomed|lured) [^.;]{{3,70}}? to (?P<place>{_CAPITALISED}(?: {_CAPITALISED})?)(?=[,.])"
)
_VENUE_EN = Pattern(rf"\bat (?:the )?(?P<place>(?:[A-Z][\w’'&-]+ ){{1,4}}(?:{_HALLS}))\b")


def event_place(reading: Reading) -> str | None:
    """Return the place where the event of an article was held, as the article writes it."""
    is_chinese = reading.article.language == "zh"
    span = _chinese(reading) if is_chinese else _english(reading)
    return reading.quote(*span) if span else None


def _english(reading: Reading) -> Extent | None:
    """Return the place of the first sentence that holds a gathering somewhere."""
    sentences = reading.sentences[:_SENTENCES]
    for read in (_held, _scene, _venue):
        for sentence in sentences:
            if span := read(sentence):
                return sentence.start + span[0], sentence.start + span[1]
    return None


def _held(sentence: Sentence) -> Extent | None:
    """Return the place behind a verb of holding, else behind a gathering's name."""
    text = sentence.text
    if " in " not in text and " at " not in text:
        return None
    anchors = sorted(_ANCHOR.finditer(text), key=lambda found: found["verb"] is None)
    for anchor in anchors:
        if span := _behind(text, anchor.end() - 1):
            return span
    return None


def _behind(text: str, at: int) -> Extent | None:
    """Return the first place behind a gathering, in its clause."""
    start = at
    for _ in range(3):
        gap = _GAP.match(text, start, at + 150)
        if gap is None or _TOO_FAR.search(text, start, gap.end()):
            return None
        if span := _named(text, gap.end()):
            return span
        start = gap.end()
    return None


def _named(text: str, at: int) -> Extent | None:
    """Return the city named at a point, or the venue where no city stands beside it."""
    if capital := _CAPITAL.match(text, at):
        named = _CAPITAL_IS.match(text, capital.end())
        return (named or capital).span("place")
    if seat := _SEAT.match(text, at):
        at = seat.end()
    found = _NAMED.match(text, at)
    if found is None:
        venue = _DESCRIBED_VENUE.match(text, at)
        return _named(text, venue.end()) if venue else None
    start, end = found.span("place")
    if owner := _OWNER.match(text, start, end):
        capital = _CAPITAL_NAMED.match(text, end)
        return capital.span("place") if capital else owner.span("place")
    if _GATHERING_LAST.search(text, start, end) or _SEVERAL.match(text, end):
        return None
    if city := (_IN_CITY if _VENUE_LAST.search(text, start, end) else _HALL_IN).match(text, end):
        return _named(text, city.end()) or (start, end)
    return start, end


def _scene(sentence: Sentence) -> Extent | None:
    """Return the place that a sentence opens with, before its day."""
    found = _SCENE.search(sentence.text) or _DRAWN.search(sentence.text)
    if found is None or _GATHERING_LAST.search(found["place"]):
        return None
    return found.span("place")


def _venue(sentence: Sentence) -> Extent | None:
    """Return a hall at which something is done, whatever it is."""
    found = _VENUE_EN.search(sentence.text)
    if found is None:
        return None
    city = _IN_WHICH.match(sentence.text, found.end("place"))
    return (_named(sentence.text, city.end()) if city else None) or found.span("place")


# Chinese

_HAN = r"[\u3400-\u9fffⓃ]"
_HELD_ZH = (
    r"(?:隆重|成功|盛大|正式|胜利|顺利|同步|如期|火热|圆满|同时|集中)?"
    r"(?:举行|举办|召开|开幕|闭幕|落幕|启动|启幕|登场|办理|承办|亮相|落下帷幕|拉开(?:了)?帷幕|揭幕|收官|上演|签约|签下)"
)
_HALL = (
    r"(?:会展|会议展览|会议|体育|行政|国际|展览|文化|会务)中心|酒店|饭店|宾馆|大厦|剧院|体育馆|广场|展览馆|博览馆|会堂|礼堂"
    r"|会议室|会议厅|功能厅|报告厅|工地|现场|主会场|影剧院"
)
_HELD_AT = Pattern(
    rf"(?:在|于)(?P<place>(?!刚|这|此|当|会|线|现|今|昨|前|日前|近[日期]|不久|同[日期]|[上下]午){_HAN}{{2,20}}?){_HELD_ZH}"
    rf"|设在(?P<seat>{_HAN}{{2,14}})|走进(?P<visited>{_HAN}{{2,6}})(?=，|。|举)"
)
_HALL_AT = Pattern(
    rf"(?:(?:在|于|走进|来到)|Ⓓ{_HAN}{{0,8}}，)(?P<place>(?!这|此|随|在|会){_HAN}{{2,16}}?(?:{_HALL}))(?=[里内上外]|与|，|人|座|热|灯|，|。)"
)
_COUNTRY = Pattern(r"(?:[德法英美韩泰中俄]国|日本|意大利|澳大利亚|马来西亚)(?=[\u3400-\u9fff]{2})")
_UNIT_ZH = Pattern(
    rf"[\u3400-\u9fff]{{2,4}}?(?:市|(?:新|开发|高新)区|(?<![园社景校地郊新发])区|县|州)(?={_HAN}{{2}})"
)
_ITS_HALL = Pattern(rf"Ⓝ?(?:国际|大|多)*(?:{_HALL})$")
_UNIT_AHEAD = Pattern("[市县区省州](?!城)")
_LONGEST_CITY = 4


def _chinese(reading: Reading) -> Extent | None:
    """Return the place of the first sentence that holds something somewhere, else its hall."""
    for pattern, sentences in (
        (_HELD_AT, reading.sentences[:_SENTENCES]),
        (_HALL_AT, reading.sentences[:_OPENING]),
    ):
        for sentence in sentences:
            for found in pattern.finditer(sentence.text):
                start, end = found.span(found.lastgroup or "place")
                start, end = _city(sentence.text, start, end)
                if end - start > 1:
                    return sentence.start + start, sentence.start + end
    return None


def _city(text: str, start: int, end: int) -> Extent:
    """Return the city or district that a venue's name begins with, else the venue."""
    if country := _COUNTRY.match(text, start, end):
        start = country.end()
    if unit := _UNIT_ZH.match(text, start, end):
        return unit.span()
    hall = _ITS_HALL.search(text, start, end)
    if hall and 1 < hall.start() - start <= _LONGEST_CITY and not _UNIT_AHEAD.match(text, start):
        return start, hall.start()
    return start, end
