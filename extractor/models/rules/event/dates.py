"""The days on which an event was held."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extractor.models.rules.news.background import Background
from extractor.models.rules.news.names import GatheringName
from extractor.models.rules.reading.reading import DATE, ORDINAL, PERIOD, Mark, Reading, Sentence
from extractor.models.rules.words.bilingual import Bilingual, bilingual
from extractor.models.rules.words.words import GATHERING_EN
from extractor.patterns import Pattern

_HELD = Bilingual(
    Pattern(r"举行|举办|召开|开幕|闭幕|落幕|落下帷幕|启幕|启动|开始|举办|签约|开工"),
    Pattern(
        r"[\s(“](?:held|opens?|opened|ran|runs|closed|concluded|ended|took place|kicked off|came down|came to an end|wrapped up|signed|started|carry out|lasted|launched|drew (?:to a close|the curtain)|wound up)\b"
    ),
)
_BRIEFING = bilingual(r"新闻发布会|通报", r"briefing|press conference|told reporters")
_DATELINE = Pattern(
    r"(?:专?电|讯|訊|日讯)|\s*(?:(?:--|—|–)(?!\s*Ⓓ)|\(|（(?!正月|腊月|农历|星期|周|初))"
)
_LEARNT = Pattern("(?:从[^，。]{2,24}?)?(?:获悉|了解到|得知)")
"""A day on which a reporter learnt of it: 记者Ⓓ从县商务局获悉."""
_CLOSED = bilingual(
    r"落下帷幕|落幕|闭幕|收官|画上[^，。]{0,4}句号|(?<!环节)(?<!仪式)(?<!环节刚刚)(?<!仪式刚刚)结束",
    rf"\b(?:closed|closes|concluded|ended|came down|wrapped up|wound up|came to an end|drew (?:to a close|the curtain)|(?:close|end|conclusion) of|(?:final|last|closing) day|to (?:close|end|wrap up|wind up) (?:the|this|a) (?:[\w’'-]+ ){{0,5}}?(?:{GATHERING_EN}))\b",
)
_OF_ANOTHER = Pattern(r"\b(?:after|since|before|until|when) [^,.;]*(?:ended|closed|concluded)\b")
"""What closed before: "months after the summit ended, the state broke ground"."""
_OF_SOME_DAYS = Pattern(
    r"大会|博览会|交易会|洽谈会|[周季月节]|论坛|\b(?:summit|fair|expo(?:sition)?|exhibition|week|month|festival|convention|conference|forum)\b",
    re.IGNORECASE,
)
"""Gatherings that last more than a day: where one closed is told, its first day is another."""
_RANGE_GAP = Pattern(r"(?:起|开始)?[，,]?\s*(?:至|到|—|–|-|~|～|to|and|through|until)\s*(?:the )?")
_DURATION = Pattern(
    r"(?:为期|会期|展期|历时|持续)Ⓠ|Ⓠ(?=[里间来]|成果)|\b(?:in|past|over) Ⓠ|Ⓠ(?=[^，。,.]{0,20}(?:大会|活动|会|summit|meet|conference|event|forum|fair|mission|trip|tour|visit|roadshow|expo|exhibition|gathering|swing))|after Ⓠ|Ⓠ-day|(?:for a period of|for) Ⓠ|last(?:ed|s|ing) (?:for )?Ⓠ|Ⓠ (?=(?:[A-Z]\w+ ){1,5}(?:Summit|Meet|Conference|Event|Forum|Fair|Expo|Convention))"
)
_RANGE = Pattern(r"Ⓓ\s*(?:至|到|—|–|-|~|～|to|through|until)\s*(?:the )?Ⓓ")
_DAY_UNIT = Pattern("day|天|日")
_YEAR = Pattern(r"\d{4}")
_LASTED = Pattern(r"Ⓓ(?:起，)?\s*(?:至|到|—|–|-|to|and)\s*Ⓓ|为期Ⓠ")
_OPENED = Pattern(
    r"(?:opened|started|began|kicked off) on (?:the )?Ⓓ|\bfrom (?:the )?Ⓓ(?! to| until)"
)
_SINCE = Pattern(
    r"自(?:今年|去年)?(?P<day>Ⓓ)[^，。ⒸⓂⒹ]{0,4}(?:启动|开展|开始|发起|打响|拉开帷幕|启幕)(?:以来|后|起)"
)
"""The first day of a campaign that the lead looks back on: 自3月1日启动以来."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY_EN = Pattern(
    r"\b(?P<first>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day(?:\s*(?:to|through|-|–|and)\s*(?P<last>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day)?\b"
)
_COMES = Pattern(
    r"\b(?:opens|begins|starts|kicks off|gets under way|takes place|convenes|runs|will|due|set|scheduled|slated|next|coming|upcoming|to (?:be|open|begin|start|kick off|run|host|hold|take))\b[^.;]{0,80}$"
)
"""What stands before a day that is still to come."""
_BARE_DATE = Pattern(r"\W*(?:[A-Z][a-z]+day,? )?Ⓓ\W*")
_TOLD = Pattern(r"\b(?:said|says|told|announced|reported|learned)\b(?: [\w’']+){0,3} (?:on )?$")
_TODAY = Pattern(
    r"今[天日晨晚早]|今[(（]\d{1,2}[)）]日|\btoday\b|\b[Tt]his (?:morning|afternoon|evening)\b"
)
_YESTERDAY = Pattern(r"昨[天日晚]|昨[(（]\d{1,2}[)）]日|\byesterday\b(?!.*\blearned)")
_LONGEST = 62
_LEAD = 14
_LEAD_LETTERS = 600
_NEAR_LEAD = 2
_EARLY = 4

Days = tuple[str | None, str | None]


def event_days(
    reading: Reading, background: Background, name: GatheringName | None, *, is_planned: bool
) -> Days:
    """Return the first and the last day of an event, in EDTF, as far as the text tells."""
    sentences = [
        sentence
        for sentence in reading.sentences[:_LEAD]
        if background.reason(sentence.start) in {None, "wider"}
        and not _BARE_DATE.fullmatch(sentence.text)
    ]
    year = _year_in(reading, name)
    for sentence in sorted(sentences, key=lambda one: -_fitness(one, name, is_planned=is_planned)):
        if days := _days_of(reading, background, sentence, year, name):
            return _ahead(reading, sentence, days) if is_planned else _since(reading, days, year)
    return None, None


def _since(reading: Reading, days: Days, year: str | None) -> Days:
    """Begin a campaign on the day since which the lead says it ran, where its close is told."""
    for sentence in reading.sentences[:_EARLY]:
        if not (found := _SINCE.search(sentence.text)):
            continue
        marks = [
            mark
            for at, mark in reading.marks(sentence.start, sentence.start + len(sentence.text))
            if reading.text[at] == DATE
        ]
        told = [
            _with_year(_endpoints(mark)[0], reading.article.published, mark, year)
            for mark in (reading.mark(sentence.start + found.start("day")), *marks)
        ]
        first, *others = told
        last = max((day for day in (*others, *days) if day), default=None)
        if first and last and first < last and _CLOSED.search(reading.text[:_LEAD_LETTERS]):
            return first, last
    return days


def _ahead(reading: Reading, sentence: Sentence, days: Days) -> Days:
    """Give the days of a preview that weekdays tell as the next ones: "opens on Wednesday"."""
    found = None if DATE in sentence.text else _WEEKDAY_EN.search(sentence.text)
    published = reading.article.published
    if published is None or found is None or not _COMES.search(sentence.text, 0, found.start()):
        return days
    shift = timedelta(days=7 * (_latest(published, found.group("first")) < published))
    first, last = (_shifted(day, shift) for day in days)
    return first, last


def _shifted(day: str | None, shift: timedelta) -> str | None:
    return (date.fromisoformat(day) + shift).isoformat() if day else None


def _fitness(sentence: Sentence, name: GatheringName | None, *, is_planned: bool) -> float:
    """Rank the sentences: the one that says when it was held, then the early ones."""
    is_naming = name is not None and sentence.start <= name.start < sentence.start + len(
        sentence.text
    )
    score = 2.0 * is_naming + 2.0 * bool(_HELD.search(sentence.text))
    if is_planned and _BRIEFING.search(sentence.text):
        score -= 3.0
    if _LASTED.search(sentence.text):
        score += 2.0
    return score - 0.3 * sentence.paragraph


def _days_of(
    reading: Reading,
    background: Background,
    sentence: Sentence,
    year: str | None,
    name: GatheringName | None,
) -> Days | None:
    dated = list(_dated(reading, background, sentence))
    if dated:
        if ranged := _RANGE.search(sentence.text):
            dated.sort(key=lambda item: not ranged.start() <= item[0] < ranged.end())
        if (opened := _OPENED.search(sentence.text)) and len(dated) > 1:
            dated.sort(key=lambda item: item[0] != opened.end() - 1)
            ends = [
                _with_year(_endpoints(mark)[-1], reading.article.published, mark, year)
                for _, mark in dated[:2]
            ]
            if ends[0] and ends[1] and ends[0] < ends[1]:
                return ends[0], ends[1]
        (at, first), *others = dated
        days = [
            _with_year(day, reading.article.published, first, year) for day in _endpoints(first)
        ]
        if others and _RANGE_GAP.fullmatch(sentence.text, at + 1, others[0][0]):
            days.append(
                _with_year(
                    _endpoints(others[0][1])[-1], reading.article.published, others[0][1], year
                )
            )
        return _spread(reading, sentence, [day for day in days if day])
    return _weekdays(reading, sentence, name) or _relative(reading, sentence)


def _dated(
    reading: Reading, background: Background, sentence: Sentence
) -> Iterator[tuple[int, Mark]]:
    """Give the days that a sentence names, those of datelines left aside."""
    end = sentence.start + len(sentence.text)
    for at, mark in reading.marks(sentence.start, end):
        place = at - sentence.start
        if (
            reading.text[at] != DATE
            or background.reason(at) not in {None, "wider"}
            or not mark.figure.date
        ):
            continue
        is_first = sentence is reading.sentences[0] and place < 40
        if is_first and _DATELINE.match(sentence.text, place + 1) and not _is_today(reading):
            continue
        if _LEARNT.match(sentence.text, place + 1):
            continue
        yield place, mark


def _is_today(reading: Reading) -> bool:
    """Return whether the lead says that it tells of the day of its dateline."""
    return any(_TODAY.search(sentence.text) for sentence in reading.sentences[:3])


def _endpoints(mark: Mark) -> list[str]:
    return (mark.figure.date or "").split("/")


def _spread(reading: Reading, sentence: Sentence, days: list[str]) -> Days | None:
    """Complete one day by a duration: from the start on, or back from the close."""
    if not days:
        return None
    if len(days) > 1:
        return days[0], days[-1] if days[-1] > days[0] else None
    length = _duration(reading, sentence)
    day = _as_day(days[0])
    is_close = _CLOSED.search(_OF_ANOTHER.sub("", sentence.text)) is not None
    if length is None or day is None:
        is_end = is_close and _OF_SOME_DAYS.search(sentence.text)
        return (None, days[0]) if is_end else (days[0], None)
    prefix = days[0][:4]
    reach = timedelta(days=length - 1)
    if is_close:
        return _edtf(day - reach, prefix), days[0]
    return days[0], _edtf(day + reach, prefix)


def _duration(reading: Reading, sentence: Sentence) -> int | None:
    near = [
        sentence,
        *([reading.headline] if reading.headline else []),
        *reading.sentences[:_EARLY],
    ]
    if sentence.paragraph < _NEAR_LEAD:
        sentence = next((one for one in near if _DURATION.search(one.text)), sentence)
    found = _DURATION.search(sentence.text)
    if not found:
        return None
    figure = reading.mark(sentence.start + found.start() + found.group().index("Ⓠ")).figure
    if figure.value is None or not _DAY_UNIT.search(f"{figure.unit}{figure.as_written}"):
        return None
    return int(figure.value) if 1 < figure.value <= _LONGEST else None


def _as_day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf.replace("XXXX", "2000"))
    except ValueError:
        return None


def _edtf(day: date, year: str) -> str:
    return day.isoformat() if year.isdigit() else f"{year}{day.isoformat()[4:]}"


def _year_in(reading: Reading, name: GatheringName | None) -> str | None:
    """Return the year that stands in the event's name."""
    if name:
        for at, mark in reading.marks(name.start, name.end):
            if reading.text[at] in ORDINAL + PERIOD and (mark.figure.date or "X")[:4].isdigit():
                return (mark.figure.date or "")[:4]
    return None


def _with_year(day: str, published: date | None, mark: Mark, year: str | None) -> str | None:
    """Give a day without a year the one nearest to publication, or that of the event's name."""
    if len(day) != len("2022-11-03") or _YEAR.search(mark.figure.as_written):
        return day if len(day) == len("2022-11-03") else None
    if published and "XX" not in day[4:]:
        candidates = [
            one
            for step in (-1, 0, 1)
            if (one := _as_day(f"{published.year + step}{day[4:]}")) is not None
        ]
        return min(candidates, key=lambda one: abs((published - one).days)).isoformat()
    if year and "XX" not in day[4:]:
        return year + day[4:]
    return day


def _weekdays(reading: Reading, sentence: Sentence, name: GatheringName | None) -> Days | None:
    """Return the days that weekdays mean: the last ones before publication."""
    published = reading.article.published
    found = _WEEKDAY_EN.search(sentence.text)
    is_naming = name is not None and name.shape in sentence.text
    if published is None or found is None:
        return None
    is_told = _TOLD.search(sentence.text, 0, found.start()) is not None
    if not (is_naming or _HELD.search(sentence.text)) and (is_told or not _is_lead(sentence)):
        return None
    last = _latest(published, found.group("last") or found.group("first"))
    if not found.group("last"):
        return _spread(reading, sentence, [last.isoformat()])
    length = (_DAYS.index(found.group("last")) - _DAYS.index(found.group("first"))) % 7
    return (last - timedelta(days=length)).isoformat(), last.isoformat()


def _is_lead(sentence: Sentence) -> bool:
    return sentence.paragraph < _NEAR_LEAD


def _latest(published: date, weekday: str) -> date:
    return published - timedelta(days=(published.weekday() - _DAYS.index(weekday)) % 7)


def _relative(reading: Reading, sentence: Sentence) -> Days | None:
    """Return the day that "today" or "yesterday" means."""
    published = reading.article.published
    if published is None or sentence.paragraph > 1:
        return None
    text = reading.quote(sentence.start, sentence.start + len(sentence.text))
    if _TODAY.search(text):
        return _spread(reading, sentence, [published.isoformat()])
    if _YESTERDAY.search(text):
        return _spread(reading, sentence, [(published - timedelta(days=1)).isoformat()])
    return None
